package vn.bamcoso.calendar;

import java.time.LocalDate;
import java.util.Locale;

/**
 * A day whose being open or closed is not that of its weekday.
 *
 * @param source the law or notice that says so
 */
public record Holiday(LocalDate day, Kind kind, String nameVi, String nameEn, String source) {

    public enum Kind {
        /** A public holiday. */
        HOLIDAY,
        /** A weekday off because the holiday fell on a Saturday or Sunday (nghỉ bù). */
        IN_LIEU,
        /** A weekday off that is worked on a Saturday instead (nghỉ hoán đổi). */
        SWAPPED_OFF,
        /** The Saturday that is worked instead (làm bù). */
        SWAPPED_WORK;

        public boolean open() {
            return this == SWAPPED_WORK;
        }
    }

    public String name(Locale locale) {
        return DateWords.vietnamese(locale) ? nameVi : nameEn;
    }
}

package vn.bamcoso.staffing.rollout;

import java.time.LocalDate;
import org.jspecify.annotations.Nullable;
import vn.bamcoso.calendar.DateWords;

/** Days as forms and addresses give them: 2021-04-23, or 23/4/2021. */
public final class Asked {
    private Asked() {}

    /** @throws vn.bamcoso.basics.Problem refused when it is no day */
    public static LocalDate day(String text) {
        return DateWords.parse(text);
    }

    public static LocalDate day(@Nullable String text, LocalDate otherwise) {
        return text == null || text.isBlank() ? otherwise : day(text);
    }

    public static @Nullable LocalDate dayOrNone(@Nullable String text) {
        return text == null || text.isBlank() ? null : day(text);
    }
}

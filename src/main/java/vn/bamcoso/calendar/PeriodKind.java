package vn.bamcoso.calendar;

import vn.bamcoso.basics.Texts;

import java.util.Locale;

/**
 * What a span of days is to the people who report about it. The number is what the database keeps; it never changes.
 */
public enum PeriodKind {
    /** What happened on one day. */
    DAY(1),
    /** Monday to Sunday (ISO). */
    WEEK(2),
    MONTH(3),
    QUARTER(4),
    HALF_YEAR(5),
    /** The first nine months of the reporting year. */
    NINE_MONTHS(6),
    YEAR(7),
    /** How things stood at the end of one day ("tính đến ngày 23/4/2021"). */
    AS_OF(8),
    /** Everything up to a day, from a beginning that nobody dated ("từ khi triển khai đến…"). */
    OPEN(9),
    /** Between two stated ends ("từ năm 2018 đến tháng 3/2021", "giai đoạn 2013–2020"). */
    SPAN(10),
    /** Undated, placed by context ("khoảng năm 2018"). */
    ABOUT(11);

    private final short id;

    PeriodKind(int id) {
        this.id = (short) id;
    }

    /** The number kept in the database. */
    public short id() {
        return id;
    }

    /** @throws IllegalArgumentException when no kind has the number */
    public static PeriodKind of(int id) {
        for (PeriodKind kind : values()) {
            if (kind.id == id) return kind;
        }
        throw new IllegalArgumentException("no period kind " + id);
    }

    /** Whether periods of this kind follow one another by a rule, so that they have a number, a predecessor and a deadline. */
    public boolean regular() {
        return id <= YEAR.id;
    }

    public String label(Locale locale) {
        return Texts.of(locale).get("calendar.kind." + name().toLowerCase(Locale.ROOT));
    }
}

package vn.bamcoso.calendar;

import static vn.bamcoso.calendar.PeriodKind.*;

import vn.bamcoso.basics.Roman;
import vn.bamcoso.basics.Texts;

import java.time.LocalDate;
import java.time.YearMonth;
import java.util.Locale;
import java.util.Objects;

/** What a period is called, in full for headings and in brief for columns. */
final class PeriodNames {

    private PeriodNames() {}

    /** With its days in brackets where the name alone would mislead: every period that is not the calendar's own. */
    static String full(Period p, Locale locale) {
        if (!p.kind().regular() || p.kind() == DAY) return bare(p, "full", locale);
        boolean plain = p.rule() == PeriodRule.CALENDAR && p.kind() != WEEK;
        String name = bare(p, "full", locale);
        return plain ? name : name + " (" + DateWords.range(Objects.requireNonNull(p.start()), p.end(), locale) + ")";
    }

    static String brief(Period p, Locale locale) {
        return bare(p, "brief", locale);
    }

    private static String bare(Period p, String length, Locale locale) {
        Texts texts = Texts.of(locale);
        String year = String.valueOf(p.year());
        String key = "calendar." + length + ".";
        return switch (p.kind()) {
            case DAY, AS_OF, OPEN -> texts.get(key + keyOf(p.kind()), length.equals("full") ? DateWords.words(p.end(), locale) : DateWords.brief(p.end(), locale));
            case MONTH -> texts.get(key + "month", DateWords.monthName(p.number(), locale), year);
            case WEEK, YEAR, NINE_MONTHS -> texts.get(key + keyOf(p.kind()), String.valueOf(p.number()), year);
            case QUARTER -> texts.get(key + "quarter", Roman.of(p.number()), year);
            case HALF_YEAR -> texts.get(key + "half_year." + String.valueOf(p.number()), year);
            case SPAN -> span(Objects.requireNonNull(p.start()), p.end(), locale);
            case ABOUT -> texts.get("calendar.about", point(Objects.requireNonNull(PeriodCode.point(Objects.requireNonNull(p.start()), p.end())), locale));
        };
    }

    private static String span(LocalDate start, LocalDate end, Locale locale) {
        String from = PeriodCode.first(start);
        String to = PeriodCode.last(end);
        Texts texts = Texts.of(locale);
        if (from.length() == 4 && to.length() == 4) return texts.get("calendar.span.years", from, to);
        return texts.get("calendar.span", point(from, locale), point(to, locale));
    }

    /** "2018" → năm 2018, "2021-03" → tháng 3/2021, "2021-03-05" → ngày 5/3/2021. */
    private static String point(String code, Locale locale) {
        Texts texts = Texts.of(locale);
        return switch (code.length()) {
            case 4 -> texts.get("calendar.point.year", code);
            case 7 -> texts.get("calendar.point.month", DateWords.month(YearMonth.parse(code), locale));
            default -> texts.get("calendar.point.day", DateWords.brief(LocalDate.parse(code), locale));
        };
    }

    private static String keyOf(PeriodKind kind) {
        return kind.name().toLowerCase(Locale.ROOT);
    }

    static String capitalised(String text, Locale locale) {
        return text.substring(0, 1).toUpperCase(locale) + text.substring(1);
    }
}

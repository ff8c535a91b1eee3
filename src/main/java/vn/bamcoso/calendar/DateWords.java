package vn.bamcoso.calendar;

import vn.bamcoso.basics.Texts;
import vn.bamcoso.basics.VietnamTime;
import vn.bamcoso.basics.WrittenDay;

import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.Month;
import java.time.YearMonth;
import java.time.format.DateTimeFormatter;
import java.time.format.TextStyle;
import java.util.Locale;

/**
 * Days as people write them. Vietnamese tables have 23/4/2021; an official document has "ngày 05 tháng 02 năm 2021", where
 * Decree 30/2020/NĐ-CP puts a zero before days under 10 and before months 1 and 2, and before no other month.
 */
public final class DateWords {

    private static final DateTimeFormatter CLOCK = DateTimeFormatter.ofPattern("HH:mm");

    private DateWords() {}

    /** 23/4/2021 · 23 Apr 2021. */
    public static String brief(LocalDate day, Locale locale) {
        return vietnamese(locale)
                ? "%d/%d/%d".formatted(day.getDayOfMonth(), day.getMonthValue(), day.getYear())
                : "%d %s %d".formatted(day.getDayOfMonth(), day.getMonth().getDisplayName(TextStyle.SHORT, Locale.ENGLISH), day.getYear());
    }

    /** ngày 23 tháng 4 năm 2021, ngày 05 tháng 02 năm 2021 · 23 April 2021. */
    public static String words(LocalDate day, Locale locale) {
        return vietnamese(locale) ? "ngày " + numbers(day) : english(day);
    }

    /** Thứ Bảy, 21 tháng 11 năm 2026 · Saturday, 21 November 2026. */
    public static String withWeekday(LocalDate day, Locale locale) {
        String weekday = Texts.of(locale).get("calendar.weekday." + day.getDayOfWeek().getValue());
        return weekday + ", " + (vietnamese(locale) ? numbers(day) : english(day));
    }

    /** từ 15/9 đến 14/12/2026 · 15 September to 14 December 2026; the year is said once when both days share it. */
    public static String range(LocalDate start, LocalDate end, Locale locale) {
        boolean oneYear = start.getYear() == end.getYear();
        String from = vietnamese(locale)
                ? (oneYear ? "%d/%d".formatted(start.getDayOfMonth(), start.getMonthValue()) : brief(start, locale))
                : (oneYear ? english(start).substring(0, english(start).length() - 5) : english(start));
        String to = vietnamese(locale) ? brief(end, locale) : english(end);
        return Texts.of(locale).get("calendar.range", from, to);
    }

    /** 14:05, 21/11/2026 · 14:05, 21 Nov 2026; Vietnamese time. */
    public static String minute(Instant at, Locale locale) {
        LocalDateTime here = VietnamTime.at(at);
        return CLOCK.format(here) + ", " + brief(here.toLocalDate(), locale);
    }

    /** As {@link WrittenDay#read}. */
    public static LocalDate parse(String text) {
        return WrittenDay.read(text);
    }

    /** 3/2021 · March 2021. */
    static String month(YearMonth month, Locale locale) {
        return vietnamese(locale)
                ? month.getMonthValue() + "/" + month.getYear()
                : monthName(month.getMonthValue(), locale) + " " + month.getYear();
    }

    /** 3 · March. */
    static String monthName(int month, Locale locale) {
        return vietnamese(locale) ? String.valueOf(month) : Month.of(month).getDisplayName(TextStyle.FULL, Locale.ENGLISH);
    }

    static boolean vietnamese(Locale locale) {
        return !"en".equals(locale.getLanguage());
    }

    private static String numbers(LocalDate day) {
        String month = day.getMonthValue() <= 2 ? "0" + day.getMonthValue() : String.valueOf(day.getMonthValue());
        return "%02d tháng %s năm %d".formatted(day.getDayOfMonth(), month, day.getYear());
    }

    private static String english(LocalDate day) {
        return "%d %s %d".formatted(day.getDayOfMonth(), day.getMonth().getDisplayName(TextStyle.FULL, Locale.ENGLISH), day.getYear());
    }
}

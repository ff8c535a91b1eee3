package vn.bamcoso.calendar;

import static vn.bamcoso.calendar.PeriodKind.*;

import vn.bamcoso.basics.Problem;
import org.jspecify.annotations.Nullable;

import java.time.DateTimeException;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.Objects;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** The text form of a period, both ways; the grammar is in the comment of {@link Period}. */
final class PeriodCode {

    private static final Pattern NAMED = Pattern.compile("(\\d{4})(?:-(?:([QHW])(\\d{1,2})|(9M)|(\\d{2})))?([cm]?)");
    private static final Pattern DAY_CODE = Pattern.compile("\\d{4}-\\d{2}-\\d{2}");
    private static final Pattern POINT = Pattern.compile("(\\d{4})(?:-(\\d{2})(?:-(\\d{2}))?)?");
    private static final int FIRST_YEAR = 1900;
    private static final int LAST_YEAR = 2199;

    private PeriodCode() {}

    static Period parse(@Nullable String code) {
        if (code == null || code.isBlank()) throw Problem.refused("calendar.problem.empty");
        try {
            if (code.startsWith("@")) return Period.asOf(point(code, code.substring(1)).last);
            if (code.startsWith("~")) return about(point(code, code.substring(1)));
            int dots = code.indexOf("..");
            if (dots == 0) return Period.upTo(point(code, code.substring(2)).last);
            if (dots > 0) return Period.span(point(code, code.substring(0, dots)).first, point(code, code.substring(dots + 2)).last);
            if (DAY_CODE.matcher(code).matches()) {
                LocalDate day = point(code, code).first;
                return new Period(DAY, day, day);
            }
            return named(code);
        } catch (DateTimeException noSuchDay) {
            throw Problem.refused("calendar.problem.no-such-day", code);
        }
    }

    private static Period named(String code) {
        Matcher m = NAMED.matcher(code);
        if (!m.matches()) throw Problem.refused("calendar.problem.code", code);
        int year = checkedYear(code, m.group(1));
        PeriodRule rule = switch (m.group(6)) {
            case "c" -> PeriodRule.CALENDAR;
            case "m" -> PeriodRule.MOVEMENT;
            default -> PeriodRule.OFFICIAL;
        };
        if (m.group(4) != null) return rule.of(NINE_MONTHS, year, 1);
        if (m.group(5) != null) return rule.of(MONTH, year, Integer.parseInt(m.group(5)));
        if (m.group(2) == null) return rule.of(YEAR, year, 1);
        int number = Integer.parseInt(m.group(3));
        boolean twoDigits = m.group(3).length() == 2;
        PeriodKind kind = switch (m.group(2)) {
            case "Q" -> QUARTER;
            case "H" -> HALF_YEAR;
            default -> WEEK;
        };
        if (twoDigits != (kind == WEEK)) throw Problem.refused("calendar.problem.code", code);
        if (kind != WEEK) return rule.of(kind, year, number);
        if (!m.group(6).isEmpty()) throw Problem.refused("calendar.problem.code", code);
        return PeriodRule.CALENDAR.of(WEEK, year, number);
    }

    private static Period about(Point p) {
        return new Period(ABOUT, p.first, p.last);
    }

    /** A year, a month or a day, as the span of days that it covers. */
    private record Point(LocalDate first, LocalDate last) {}

    private static Point point(String code, String text) {
        Matcher m = POINT.matcher(text);
        if (!m.matches()) throw Problem.refused("calendar.problem.code", code);
        int year = checkedYear(code, m.group(1));
        if (m.group(2) == null) return new Point(LocalDate.of(year, 1, 1), LocalDate.of(year, 12, 31));
        YearMonth month = YearMonth.of(year, Integer.parseInt(m.group(2)));
        if (m.group(3) == null) return new Point(month.atDay(1), month.atEndOfMonth());
        LocalDate day = LocalDate.of(year, month.getMonthValue(), Integer.parseInt(m.group(3)));
        return new Point(day, day);
    }

    private static int checkedYear(String code, String digits) {
        int year = Integer.parseInt(digits);
        if (year < FIRST_YEAR || year > LAST_YEAR) throw Problem.refused("calendar.problem.year", code, String.valueOf(FIRST_YEAR), String.valueOf(LAST_YEAR));
        return year;
    }

    static String of(Period p) {
        String suffix = p.rule().suffix();
        return switch (p.kind()) {
            case DAY -> p.end().toString();
            case WEEK -> "%d-W%02d".formatted(p.year(), p.number());
            case MONTH -> "%d-%02d%s".formatted(p.year(), p.number(), suffix);
            case QUARTER -> "%d-Q%d%s".formatted(p.year(), p.number(), suffix);
            case HALF_YEAR -> "%d-H%d%s".formatted(p.year(), p.number(), suffix);
            case NINE_MONTHS -> "%d-9M%s".formatted(p.year(), suffix);
            case YEAR -> p.year() + suffix;
            case AS_OF -> "@" + p.end();
            case OPEN -> ".." + p.end();
            case SPAN -> first(Objects.requireNonNull(p.start())) + ".." + last(p.end());
            case ABOUT -> "~" + point(Objects.requireNonNull(p.start()), p.end());
        };
    }

    /** The year, month or day that these days are exactly; null when they are none of them. */
    static @Nullable String point(LocalDate start, LocalDate end) {
        if (start.equals(end)) return start.toString();
        YearMonth month = YearMonth.from(start);
        if (start.equals(month.atDay(1)) && end.equals(month.atEndOfMonth())) return month.toString();
        boolean year = start.getDayOfYear() == 1 && end.equals(start.plusYears(1).minusDays(1));
        return year ? String.valueOf(start.getYear()) : null;
    }

    /** The shortest writing of a first day: 2018-01-01 is 2018. */
    static String first(LocalDate day) {
        if (day.getDayOfYear() == 1) return String.valueOf(day.getYear());
        return day.getDayOfMonth() == 1 ? YearMonth.from(day).toString() : day.toString();
    }

    /** The shortest writing of a last day: 2021-03-31 is 2021-03, 2020-12-31 is 2020. */
    static String last(LocalDate day) {
        if (day.getDayOfYear() == day.lengthOfYear()) return String.valueOf(day.getYear());
        return day.getDayOfMonth() == day.lengthOfMonth() ? YearMonth.from(day).toString() : day.toString();
    }
}

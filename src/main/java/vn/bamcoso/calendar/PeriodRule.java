package vn.bamcoso.calendar;

import static vn.bamcoso.calendar.PeriodKind.*;

import vn.bamcoso.basics.Problem;
import vn.bamcoso.basics.Texts;

import java.time.LocalDate;
import java.time.YearMonth;
import java.time.temporal.TemporalAdjusters;
import java.time.DayOfWeek;
import java.util.EnumSet;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;

/**
 * On which days the periods of a form begin and end. The rule belongs to the form, never to the system: the police
 * year ends on 14 December, statistics under the Statistics Law go by the calendar, and the classification of the
 * movement runs from 15 November to 14 November.
 *
 * <p>A rule moves the calendar's months: a period that by name covers months a to b begins {@code monthsBefore} months
 * earlier, on {@code firstDay}, and ends on the eve of the next one.
 */
public enum PeriodRule {
    /** Decree 09/2019/NĐ-CP Article 12: quarter I = 15/12 to 14/3; the year = 15/12 to 14/12. */
    OFFICIAL("", 15, 1, EnumSet.of(MONTH, QUARTER, HALF_YEAR, NINE_MONTHS, YEAR)),
    /** The calendar itself; days and weeks too. */
    CALENDAR("c", 1, 0, EnumSet.of(DAY, WEEK, MONTH, QUARTER, HALF_YEAR, NINE_MONTHS, YEAR)),
    /** Classification of the All-People movement: the year = 15/11 to 14/11. */
    MOVEMENT("m", 15, 2, EnumSet.of(YEAR)),
    /** No rhythm: any day, an open beginning, a stated span, or "about". */
    AS_OF("", 1, 0, EnumSet.of(PeriodKind.AS_OF, OPEN, SPAN, ABOUT));

    private final String suffix;
    private final int firstDay;
    private final int monthsBefore;
    private final Set<PeriodKind> kinds;

    PeriodRule(String suffix, int firstDay, int monthsBefore, Set<PeriodKind> kinds) {
        this.suffix = suffix;
        this.firstDay = firstDay;
        this.monthsBefore = monthsBefore;
        this.kinds = Set.copyOf(kinds);
    }

    /** The kinds of period that a form under this rule may ask for. */
    public Set<PeriodKind> kinds() {
        return kinds;
    }

    public boolean offers(PeriodKind kind) {
        return kinds.contains(kind);
    }

    String suffix() {
        return suffix;
    }

    public String label(Locale locale) {
        return Texts.of(locale).get("calendar.rule." + name().toLowerCase(Locale.ROOT));
    }

    /**
     * The period of that kind in which the day lies; empty when none does (a day after 14 September lies in no nine-month
     * period). Under {@link #AS_OF}: the day itself, for {@link PeriodKind#AS_OF} and {@link PeriodKind#OPEN}.
     *
     * @throws Problem when the rule has no such kind
     */
    public Optional<Period> containing(PeriodKind kind, LocalDate day) {
        requireOffered(kind);
        return switch (kind) {
            case DAY -> Optional.of(new Period(DAY, day, day));
            case AS_OF -> Optional.of(Period.asOf(day));
            case OPEN -> Optional.of(Period.upTo(day));
            case SPAN, ABOUT -> Optional.empty();
            case WEEK -> Optional.of(week(day));
            default -> {
                YearMonth named = namedMonth(day);
                int months = months(kind);
                int number = (named.getMonthValue() - 1) / months + 1;
                yield number > perYear(kind) ? Optional.empty() : Optional.of(of(kind, named.getYear(), number));
            }
        };
    }

    /**
     * The period by its name: the 4th quarter of 2026. Year and nine months have the number 1.
     *
     * @throws Problem when the rule has no such kind, or the year no such number
     */
    public Period of(PeriodKind kind, int year, int number) {
        requireOffered(kind);
        if (kind == WEEK) return weekOf(year, number);
        if (!kind.regular() || kind == DAY) throw new IllegalArgumentException("%s has no number".formatted(kind));
        if (number < 1 || number > perYear(kind)) throw Problem.refused("calendar.problem.number", number, String.valueOf(year));
        int months = months(kind);
        YearMonth first = YearMonth.of(year, (number - 1) * months + 1);
        return new Period(kind, opening(first), opening(first.plusMonths(months)).minusDays(1));
    }

    /** The last period of that kind that was over before the day began; the one that is reported next. */
    public Optional<Period> lastOver(PeriodKind kind, LocalDate day) {
        requireOffered(kind);
        if (!kind.regular()) return Optional.of(day.minusDays(1)).flatMap(eve -> containing(kind, eve));
        if (kind == NINE_MONTHS) {
            int year = namedMonth(day).getYear();
            Period thisYear = of(kind, year, 1);
            return Optional.of(thisYear.end().isBefore(day) ? thisYear : of(kind, year - 1, 1));
        }
        return containing(kind, day).flatMap(Period::previous);
    }

    /** The rule under which these days are a period of that kind; empty when there is none. */
    static Optional<PeriodRule> matching(PeriodKind kind, LocalDate start, LocalDate end) {
        for (PeriodRule rule : values()) {
            if (rule.offers(kind) && rule.fits(kind, start, end)) return Optional.of(rule);
        }
        return Optional.empty();
    }

    private boolean fits(PeriodKind kind, LocalDate start, LocalDate end) {
        YearMonth named = namedMonth(start);
        int months = months(kind);
        return (named.getMonthValue() - 1) % months == 0
                && start.equals(opening(named))
                && end.equals(opening(named.plusMonths(months)).minusDays(1));
    }

    /** The month that a day is counted to: under {@link #OFFICIAL} 15 March 2026 is counted to April. */
    YearMonth namedMonth(LocalDate day) {
        int ahead = day.getDayOfMonth() >= firstDay ? monthsBefore : monthsBefore - 1;
        return YearMonth.from(day).plusMonths(ahead);
    }

    private LocalDate opening(YearMonth named) {
        return named.minusMonths(monthsBefore).atDay(firstDay);
    }

    private void requireOffered(PeriodKind kind) {
        if (!offers(kind)) throw Problem.refused("calendar.problem.kind." + name().toLowerCase(Locale.ROOT));
    }

    static int months(PeriodKind kind) {
        return switch (kind) {
            case MONTH -> 1;
            case QUARTER -> 3;
            case HALF_YEAR -> 6;
            case NINE_MONTHS -> 9;
            case YEAR -> 12;
            default -> throw new IllegalArgumentException("%s is not made of months".formatted(kind));
        };
    }

    private static int perYear(PeriodKind kind) {
        return kind == NINE_MONTHS ? 1 : 12 / months(kind);
    }

    private static Period week(LocalDate day) {
        LocalDate monday = day.with(TemporalAdjusters.previousOrSame(DayOfWeek.MONDAY));
        return new Period(WEEK, monday, monday.plusDays(6));
    }

    private static Period weekOf(int year, int number) {
        // 4 January always lies in ISO week 1.
        Period week = week(LocalDate.of(year, 1, 4).plusWeeks(number - 1L));
        if (number < 1 || week.year() != year) throw Problem.refused("calendar.problem.number", number, String.valueOf(year));
        return week;
    }
}

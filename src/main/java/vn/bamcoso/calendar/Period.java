package vn.bamcoso.calendar;

import static java.util.Comparator.comparing;
import static java.util.Comparator.naturalOrder;
import static java.util.Comparator.nullsFirst;
import static vn.bamcoso.calendar.PeriodKind.*;

import vn.bamcoso.basics.Problem;
import org.jspecify.annotations.Nullable;

import java.time.LocalDate;
import java.time.temporal.IsoFields;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.Optional;

/**
 * The days that a figure speaks about. Kept in the database as its three parts: {@code (kind, start, end)}; the rule
 * follows from them. A figure belongs to the places alive on {@link #end()}.
 *
 * <p>The code is the same in addresses, files and the API, and is parsed strictly:
 * <pre>
 * 2026           the official year 15/12/2025 – 14/12/2026     2026c  the calendar year     2026m  15/11/2025 – 14/11/2026
 * 2026-H1        six months                                    2026-H1c
 * 2026-9M        nine months                                   2026-9Mc
 * 2026-Q4        quarter IV, 15/9 – 14/12/2026                 2026-Q4c  1/10 – 31/12/2026
 * 2026-03        March, 15/2 – 14/3/2026                       2026-03c  1/3 – 31/3/2026
 * 2026-W47       the ISO week                                  2026-11-21  that one day
 * &#64;2021-04-23    as of the end of that day; &#64;2020-10 means &#64;2020-10-31
 * ..2021-05-31   from a beginning that nobody dated, up to that day
 * 2018..2021-03  from 1 January 2018 to 31 March 2021; either end is a year, a month or a day
 * ~2018          about 2018; also ~2018-05
 * </pre>
 *
 * @param kind  what the span is to the people who report about it
 * @param start the first day; null only for {@link PeriodKind#OPEN}
 * @param end   the last day, inclusive
 */
public record Period(PeriodKind kind, @Nullable LocalDate start, LocalDate end) implements Comparable<Period> {

    private static final Comparator<Period> BY_DAYS = comparing(Period::end)
            .thenComparing(Period::start, nullsFirst(naturalOrder()))
            .thenComparing(Period::kind);

    /** @throws Problem when the days are not a period of that kind under any rule */
    public Period {
        Objects.requireNonNull(end);
        boolean sound = switch (kind) {
            case DAY, AS_OF -> end.equals(start);
            case WEEK -> start != null && start.getDayOfWeek().getValue() == 1 && end.equals(start.plusDays(6));
            case OPEN -> start == null;
            case SPAN -> start != null && !start.isAfter(end);
            case ABOUT -> start != null && PeriodCode.point(start, end) != null;
            default -> start != null && PeriodRule.matching(kind, start, end).isPresent();
        };
        if (!sound) throw Problem.refused("calendar.problem.days", start == null ? "…" : start, end);
    }

    /** @throws Problem with a sentence when the text is no code */
    public static Period parse(String code) {
        return PeriodCode.parse(code);
    }

    public static Period asOf(LocalDate day) {
        return new Period(AS_OF, day, day);
    }

    public static Period upTo(LocalDate day) {
        return new Period(OPEN, null, day);
    }

    public static Period span(LocalDate start, LocalDate end) {
        return new Period(SPAN, start, end);
    }

    public static Period aboutYear(int year) {
        return new Period(ABOUT, LocalDate.of(year, 1, 1), LocalDate.of(year, 12, 31));
    }

    /** The canonical code; {@code Period.parse(p.code()).equals(p)}. */
    public String code() {
        return PeriodCode.of(this);
    }

    public PeriodRule rule() {
        return switch (kind) {
            case DAY, WEEK -> PeriodRule.CALENDAR;
            case AS_OF, OPEN, SPAN, ABOUT -> PeriodRule.AS_OF;
            default -> PeriodRule.matching(kind, firstDay(), end).orElseThrow();
        };
    }

    /** The year in the name: quarter I of 2026 has 2026 though it began in 2025. */
    public int year() {
        return switch (kind) {
            case MONTH, QUARTER, HALF_YEAR, NINE_MONTHS, YEAR -> rule().namedMonth(firstDay()).getYear();
            case WEEK -> end.get(IsoFields.WEEK_BASED_YEAR);
            default -> end.getYear();
        };
    }

    /** Which month, quarter, half or week of its year; 1 for the others. */
    public int number() {
        return switch (kind) {
            case MONTH, QUARTER, HALF_YEAR -> (rule().namedMonth(firstDay()).getMonthValue() - 1) / PeriodRule.months(kind) + 1;
            case WEEK -> end.get(IsoFields.WEEK_OF_WEEK_BASED_YEAR);
            default -> 1;
        };
    }

    public boolean contains(LocalDate day) {
        return !day.isAfter(end) && (start == null || !day.isBefore(start));
    }

    /** Whether the last day is past. */
    public boolean isOver(LocalDate today) {
        return end.isBefore(today);
    }

    /** The period before this one; empty where no rule says which that is (as-of days, spans). Nine months: those of the year before. */
    public Optional<Period> previous() {
        return neighbour(-1);
    }

    public Optional<Period> next() {
        return neighbour(1);
    }

    private Optional<Period> neighbour(int step) {
        return switch (kind) {
            case DAY -> Optional.of(new Period(DAY, end.plusDays(step), end.plusDays(step)));
            case WEEK -> Optional.of(new Period(WEEK, firstDay().plusWeeks(step), end.plusWeeks(step)));
            case NINE_MONTHS -> Optional.of(rule().of(kind, year() + step, 1));
            case MONTH, QUARTER, HALF_YEAR, YEAR -> rule().containing(kind, step < 0 ? firstDay().minusDays(1) : end.plusDays(1));
            case AS_OF, OPEN, SPAN, ABOUT -> Optional.empty();
        };
    }

    /**
     * What a report compares with ("so với cùng kỳ"): the period of the same name a year earlier; for an as-of day and an open
     * beginning the same day a year earlier (29 February: the 28th). Empty for spans, "about", and a week 53 that the year before lacks.
     */
    public Optional<Period> samePeriodLastYear() {
        return switch (kind) {
            case DAY -> Optional.of(new Period(DAY, end.minusYears(1), end.minusYears(1)));
            case AS_OF -> Optional.of(asOf(end.minusYears(1)));
            case OPEN -> Optional.of(upTo(end.minusYears(1)));
            case SPAN, ABOUT -> Optional.empty();
            case WEEK -> number() == 53 ? Optional.empty() : Optional.of(rule().of(WEEK, year() - 1, number()));
            default -> Optional.of(rule().of(kind, year() - 1, number()));
        };
    }

    /** The longer period of the same rule that holds this one whole, such as the year of a quarter. */
    public Optional<Period> within(PeriodKind longer) {
        if (start == null || !longer.regular() || !rule().offers(longer)) return Optional.empty();
        return rule().containing(longer, end).filter(p -> p.contains(start) && !p.equals(this));
    }

    /** The shorter periods that make up this one without gap or rest, in order; empty when they do not (weeks in a month). */
    public List<Period> parts(PeriodKind shorter) {
        if (start == null || !kind.regular() || !shorter.regular() || shorter.id() >= kind.id() || !rule().offers(shorter)) return List.of();
        List<Period> parts = new ArrayList<>();
        Optional<Period> part = rule().containing(shorter, start).filter(p -> start.equals(p.start()));
        while (part.isPresent() && !part.get().end().isAfter(end)) {
            parts.add(part.get());
            if (part.get().end().equals(end)) return List.copyOf(parts);
            part = part.get().next();
        }
        return List.of();
    }

    /** As it stands in a heading: "Quý IV năm 2026 (từ 15/9 đến 14/12/2026)". */
    public String name(Locale locale) {
        return PeriodNames.capitalised(PeriodNames.full(this, locale), locale);
    }

    /** As it stands inside a sentence, without a capital: "quý IV năm 2026 (từ 15/9 đến 14/12/2026)". */
    public String phrase(Locale locale) {
        return PeriodNames.full(this, locale);
    }

    /** For column heads and lists: "Quý IV/2026". */
    public String label(Locale locale) {
        return PeriodNames.capitalised(PeriodNames.brief(this, locale), locale);
    }

    /** By last day, then by first day. */
    @Override
    public int compareTo(Period other) {
        return BY_DAYS.compare(this, other);
    }

    @Override
    public String toString() {
        return code();
    }

    private LocalDate firstDay() {
        return Objects.requireNonNull(start);
    }
}

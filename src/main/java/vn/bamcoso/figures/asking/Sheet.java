package vn.bamcoso.figures.asking;

import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import vn.bamcoso.basics.Problem;
import vn.bamcoso.calendar.Period;
import vn.bamcoso.figures.Indicator;
import vn.bamcoso.figures.Mark;

/** What one question needs and what has been put together for it so far; computes the value of each line from it. */
final class Sheet {
    final List<Period> periods;
    final Lines lines;
    final Atlas.Edition atlas;
    final StoredPeriods.Known stored;
    final Area area;
    final Scope scope;
    final Screen screen;
    final @Nullable Instant known;
    private final Function<Indicator, @Nullable Boolean> always;
    private final Map<String, Formula> formulas;
    private final Map<String, Indicator> bases = new HashMap<>();
    private final Map<Formula.Of, List<Slot>> slots = new HashMap<>();
    private final Map<String, Series> series = new HashMap<>();
    private final Map<Period, List<List<Period>>> tilings = new HashMap<>();

    /** A state on each day for which it was stored, oldest first. */
    record Series(List<LocalDate> days, List<Slot> slots) {}

    /** @param always whether an indicator is counted whatever the day; null: as it is set for the day */
    Sheet(List<Period> periods, Map<String, Formula> formulas, Map<String, Indicator> bases, Lines lines, Atlas.Edition atlas,
            StoredPeriods.Known stored, Area area, Scope scope, Screen screen, @Nullable Instant known, Function<Indicator, @Nullable Boolean> always) {
        this.periods = periods;
        this.formulas = formulas;
        this.bases.putAll(bases);
        this.lines = lines;
        this.atlas = atlas;
        this.stored = stored;
        this.area = area;
        this.scope = scope;
        this.screen = screen;
        this.known = known;
        this.always = always;
    }

    /** As in {@link Planning#tilings(Period)}; every indicator of a question asks for those of the same periods. */
    List<List<Period>> tilings(Period whole) {
        return tilings.computeIfAbsent(whole, Planning::tilings);
    }

    /** How an indicator's own figures are put together. */
    static Slot.Way way(Indicator indicator) {
        return switch (indicator.overPlaces()) {
            case SUM -> Slot.Way.SUM;
            case MIN -> Slot.Way.MIN;
            case MAX -> Slot.Way.MAX;
            case NONE -> Slot.Way.OWN;
        };
    }

    /** Everything that has to be fetched: the asked indicators themselves, or what they are computed from. */
    Set<Formula.Of> needed(List<Indicator> asked) {
        Set<Formula.Of> needed = new LinkedHashSet<>();
        for (Indicator indicator : asked) {
            if (indicator.computed()) {
                needed.addAll(Formula.inputs(formulas.get(indicator.code())));
            } else {
                needed.add(new Formula.Of(indicator.code(), way(indicator)));
            }
        }
        return needed;
    }

    /** Those whose first day must be found. */
    Set<String> neededSeries(List<Indicator> asked) {
        Set<String> needed = new LinkedHashSet<>();
        asked.forEach(indicator -> {
            if (formulas.get(indicator.code()) instanceof Formula.DaysAhead ahead) {
                needed.add(ahead.actual());
            }
        });
        return needed;
    }

    Indicator base(String code) {
        Indicator base = bases.get(code);
        if (base == null || base.computed()) {
            throw Problem.refused("figures.problem.formula", code);
        }
        return base;
    }

    /** Whether the period is counted from records rather than looked up among what was reported. */
    boolean measured(Indicator base, Period period) {
        Boolean said = always.apply(base);
        return said != null ? said : base.measured(period.end(), known);
    }

    void put(Formula.Of base, List<Slot> found) {
        slots.put(base, found);
    }

    void put(String code, Series found) {
        series.put(code, found);
    }

    /** The values of one indicator, line by line and period by period; everything is looked up once. */
    Column column(Indicator indicator) {
        Formula formula = formulas.get(indicator.code());
        Column column = column(formula != null ? formula : new Formula.Of(indicator.code(), way(indicator)));
        return formula == null || !screen.guards(indicator) ? column : (period, line) -> {
            Value value = column.at(period, line);
            return value.number() != null && Blocks.small(value.number()) ? value.veiled() : value;
        };
    }

    interface Column {
        Value at(int period, int line);
    }

    private Column column(Formula formula) {
        return switch (formula) {
            case Formula.Number number -> (period, line) -> Value.number(number.value());
            case Formula.Of of -> of(of);
            case Formula.Operation both -> {
                Column left = column(both.left());
                Column right = column(both.right());
                yield (period, line) -> left.at(period, line).with(both.sign(), right.at(period, line));
            }
            case Formula.Percent both -> {
                Column part = column(both.part());
                Column whole = column(both.whole());
                yield (period, line) -> part.at(period, line).percentOf(whole.at(period, line));
            }
            case Formula.DaysAhead ahead -> daysAhead(ahead);
        };
    }

    private Column of(Formula.Of of) {
        List<Slot> found = slots.get(of);
        Indicator base = base(of.code());
        var measured = new boolean[periods.size()];
        for (int i = 0; i < measured.length; i++) {
            measured[i] = measured(base, periods.get(i));
        }
        return (period, line) -> measured[period] ? Value.of(found.get(period), line).complete() : Value.of(found.get(period), line);
    }

    /** From the first day, up to the asked one, on which the sum reached the target, to the day of the target. */
    private Column daysAhead(Formula.DaysAhead ahead) {
        Column targets = of(new Formula.Of(ahead.target(), Slot.Way.SUM));
        Column actuals = of(new Formula.Of(ahead.actual(), Slot.Way.SUM));
        Series found = series.get(ahead.actual());
        return (period, line) -> {
            Value target = targets.at(period, line);
            Value actual = actuals.at(period, line);
            for (int i = 0; target.number() != null && i < found.days().size(); i++) {
                LocalDate day = found.days().get(i);
                BigDecimal reached = found.slots().get(i).value(line);
                boolean before = !day.isAfter(periods.get(period).end());
                if (before && found.slots().get(i).hidden(line)) {
                    return actual.veiled();
                }
                if (before && reached != null && reached.compareTo(target.number()) >= 0) {
                    int first = Math.toIntExact(day.toEpochDay());
                    return new Value(BigDecimal.valueOf(target.to() - first), actual.reported(), actual.expected(), actual.mark().worse(target.mark()),
                            first, target.to(), null, null, false);
                }
            }
            return new Value(null, actual.reported(), actual.expected(), Mark.EXACT, Value.NEVER, Value.NEVER, null, null, target.hidden() || actual.hidden());
        };
    }
}

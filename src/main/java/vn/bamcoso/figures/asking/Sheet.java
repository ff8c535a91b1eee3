package vn.bamcoso.figures.asking;

import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
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
    final @Nullable Instant known;
    private final Map<String, Formula> formulas;
    private final Map<String, Indicator> bases = new HashMap<>();
    private final Map<Formula.Of, List<Slot>> slots = new HashMap<>();
    private final Map<String, Series> series = new HashMap<>();

    /** A state on each day for which it was stored, oldest first. */
    record Series(List<LocalDate> days, List<Slot> slots) {}

    Sheet(List<Period> periods, Map<String, Formula> formulas, Map<String, Indicator> bases, Lines lines, Atlas.Edition atlas,
            StoredPeriods.Known stored, Area area, Scope scope, @Nullable Instant known) {
        this.periods = periods;
        this.formulas = formulas;
        this.bases.putAll(bases);
        this.lines = lines;
        this.atlas = atlas;
        this.stored = stored;
        this.area = area;
        this.scope = scope;
        this.known = known;
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

    void put(Formula.Of base, List<Slot> found) {
        slots.put(base, found);
    }

    void put(String code, Series found) {
        series.put(code, found);
    }

    Value value(Indicator indicator, int period, int line) {
        Formula formula = formulas.get(indicator.code());
        return value(formula != null ? formula : new Formula.Of(indicator.code(), way(indicator)), period, line);
    }

    private Value value(Formula formula, int period, int line) {
        return switch (formula) {
            case Formula.Number number -> Value.number(number.value());
            case Formula.Of of -> of(of, period, line);
            case Formula.Operation both -> value(both.left(), period, line).with(both.sign(), value(both.right(), period, line));
            case Formula.Percent both -> value(both.part(), period, line).percentOf(value(both.whole(), period, line));
            case Formula.DaysAhead ahead -> daysAhead(ahead, period, line);
        };
    }

    private Value of(Formula.Of of, int period, int line) {
        Value value = Value.of(slots.get(of).get(period), line);
        boolean measured = base(of.code()).origin() == Indicator.How.MEASURED;
        return measured ? value.complete() : value;
    }

    /** From the first day, up to the asked one, on which the sum reached the target, to the day of the target. */
    private Value daysAhead(Formula.DaysAhead ahead, int period, int line) {
        Value target = of(new Formula.Of(ahead.target(), Slot.Way.SUM), period, line);
        Value actual = of(new Formula.Of(ahead.actual(), Slot.Way.SUM), period, line);
        Series found = series.get(ahead.actual());
        for (int i = 0; target.number() != null && i < found.days().size(); i++) {
            LocalDate day = found.days().get(i);
            BigDecimal reached = found.slots().get(i).value(line);
            if (!day.isAfter(periods.get(period).end()) && reached != null && reached.compareTo(target.number()) >= 0) {
                long days = ChronoUnit.DAYS.between(day, target.to());
                return new Value(BigDecimal.valueOf(days), actual.reported(), actual.expected(), actual.mark().worse(target.mark()), day, target.to(), null, null);
            }
        }
        return new Value(null, actual.reported(), actual.expected(), Mark.EXACT, null, null, null, null);
    }
}

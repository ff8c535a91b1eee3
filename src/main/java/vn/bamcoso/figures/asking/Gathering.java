package vn.bamcoso.figures.asking;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import vn.bamcoso.figures.Indicator;
import vn.bamcoso.figures.Level;
import vn.bamcoso.figures.Mark;

/**
 * Brings the figures of one indicator together for the lines of an answer: decides for each province of the 63 which of the
 * stored periods answer for the asked one, then adds them up, from the roll-up or place by place.
 */
final class Gathering {
    private static final int MEAN_SCALE = 10;
    private final Lines lines;
    private final Atlas.Edition atlas;
    private final Indicator indicator;
    private final List<Plan> plans;
    private final Shelf shelf;
    private final Expectation expectation;
    private final List<Slot> slots = new ArrayList<>();

    /** @param way how the figures of several places become one */
    Gathering(Lines lines, Atlas.Edition atlas, Indicator indicator, Slot.Way way, List<Plan> plans, Shelf shelf, Expectation expectation) {
        this.lines = lines;
        this.atlas = atlas;
        this.indicator = indicator;
        this.plans = plans;
        this.shelf = shelf;
        this.expectation = expectation;
        plans.forEach(plan -> slots.add(new Slot(way, lines.size())));
    }

    List<Slot> slots() {
        return slots;
    }

    /** A state whose last report is not complete: asked place by place. */
    record Unfinished(int plan, int home) {}

    /** From the roll-up. @return what it cannot answer */
    List<Unfinished> fromRolls() {
        var unfinished = new ArrayList<Unfinished>();
        for (int i = 0; i < plans.size(); i++) {
            for (int home = 1; home < MapOfDay.HOMES; home++) {
                Integer line = lines.lineOfHome(home);
                if (line != null && !fromRoll(i, home, line)) {
                    unfinished.add(new Unfinished(i, home));
                }
            }
        }
        return unfinished;
    }

    private boolean fromRoll(int nth, int home, int line) {
        Plan plan = plans.get(nth);
        Slot slot = slots.get(nth);
        Choice choice = Choice.of(plan, shelf, home);
        int expected = 0;
        for (LocalDate end : choice.ends()) {
            expected += atlas.on(end).communes(home, indicator.kinds());
        }
        if (choice.carry()) {
            Plan.Part newest = choice.newest(shelf, home);
            if (newest != null && shelf.n(shelf.column(newest.periodId()), home) < expected) {
                return false;
            }
            choice = newest == null ? choice : choice.only(newest);
        }
        slot.expect(line, expected);
        slot.expect(Lines.TOTAL, expected);
        BigDecimal sum = null;
        int n = 0;
        int parts = 0;
        for (Plan.Part part : choice.parts()) {
            int column = shelf.column(part.periodId());
            if (shelf.n(column, home) > 0) {
                sum = sum == null ? shelf.sum(column, home) : sum.add(shelf.sum(column, home));
                n += shelf.n(column, home);
                parts++;
            }
        }
        if (sum != null) {
            BigDecimal value = indicator.overTime() == Indicator.OverTime.MEAN ? sum.divide(BigDecimal.valueOf(parts), MEAN_SCALE, RoundingMode.HALF_UP) : sum;
            slot.add(line, value, n, Mark.EXACT, choice.first(shelf, home), choice.last(shelf, home));
            slot.add(Lines.TOTAL, value, n, Mark.EXACT, choice.first(shelf, home), choice.last(shelf, home));
        }
        return true;
    }

    /** Place by place, from a shelf that has figures of places. */
    void fromFacts() {
        for (int i = 0; i < plans.size(); i++) {
            var choices = new Choice[MapOfDay.HOMES];
            for (int home = 0; home < MapOfDay.HOMES; home++) {
                choices[home] = Choice.of(plans.get(i), shelf, home);
            }
            fromFacts(slots.get(i), plans.get(i), choices);
            expectation.add(slots.get(i), indicator, choices);
        }
    }

    /** Finishes what the roll-up could not answer; {@code shelf} has the places of just these homes. */
    void finish(List<Unfinished> unfinished, Shelf places) {
        var rest = new Gathering(lines, atlas, indicator, Slot.Way.SUM, plans, places, expectation);
        for (int i = 0; i < plans.size(); i++) {
            var choices = new Choice[MapOfDay.HOMES];
            int nth = i;
            boolean any = false;
            for (Unfinished each : unfinished.stream().filter(u -> u.plan() == nth).toList()) {
                choices[each.home()] = Choice.of(plans.get(i), places, each.home());
                any = true;
            }
            if (any) {
                rest.fromFacts(slots.get(i), plans.get(i), choices);
                expectation.add(slots.get(i), indicator, choices);
            }
        }
    }

    private void fromFacts(Slot slot, Plan plan, @Nullable Choice[] choices) {
        var carried = new Carried(atlas, plan.asked().end());
        boolean carrying = false;
        for (Plan.Way way : plan.ways()) {
            for (Plan.Part part : way.parts()) {
                Shelf.Figures figures = shelf.figures(shelf.column(part.periodId()));
                for (int i = 0; figures != null && i < figures.size; i++) {
                    int place = figures.places[i];
                    Choice choice = choices[atlas.home[place]];
                    if (choice == null || choice.way() != way || !choice.takes(part)) {
                        continue;
                    }
                    if (choice.carry()) {
                        carried.take(place, figures.values[i], part.end());
                        carrying = true;
                    } else {
                        int divisor = indicator.overTime() == Indicator.OverTime.MEAN ? choice.filled(shelf, atlas.home[place]) : 1;
                        BigDecimal value = divisor == 1 ? figures.values[i] : figures.values[i].divide(BigDecimal.valueOf(divisor), MEAN_SCALE, RoundingMode.HALF_UP);
                        place(slot, place, value, part.end());
                    }
                }
            }
        }
        if (carrying) {
            carried.each((place, value, day) -> place(slot, place, value, day));
        }
    }

    /** One place's figure goes to its lines, whole or in shares that add up to it. */
    void place(Slot slot, int place, BigDecimal value, LocalDate end) {
        boolean own = indicator.overPlaces() == Indicator.OverPlaces.NONE;
        if (own || finer()) {
            toItself(slot, place, value, end, own);
            return;
        }
        lines.spread(place, true);
        if (!lines.inside) {
            return;
        }
        BigDecimal given = BigDecimal.ZERO;
        double shares = 0;
        Mark worst = Mark.EXACT;
        for (int i = 0; i < lines.hits; i++) {
            shares += lines.share[i];
            boolean last = i == lines.hits - 1 && shares > 1 - 1e-6;
            BigDecimal part = last ? value.subtract(given) : value.multiply(BigDecimal.valueOf(lines.share[i]));
            given = given.add(part);
            worst = worst.ordinal() < lines.mark[i].ordinal() ? lines.mark[i] : worst;
            slot.add(lines.line[i], part, 1, lines.mark[i], end, end);
        }
        slot.add(Lines.TOTAL, given, 1, shares > 1 - 1e-6 ? Mark.EXACT : worst, end, end);
    }

    private boolean finer() {
        return lines.level.compareTo(Level.of(indicator.collectedAt()).orElseThrow()) > 0;
    }

    private void toItself(Slot slot, int place, BigDecimal value, LocalDate end, boolean own) {
        Integer line = lines.lineOf(place);
        if (line != null) {
            slot.add(line, value, 1, Mark.EXACT, end, end);
        }
        var area = lines.head(Lines.TOTAL).spot();
        var spot = lines.map.spot(place);
        if (place == area.id() || !own && spot != null && lines.map.liesIn(spot, area)) {
            slot.add(Lines.TOTAL, value, 1, Mark.EXACT, end, end);
        }
    }
}

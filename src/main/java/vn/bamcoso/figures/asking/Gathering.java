package vn.bamcoso.figures.asking;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.List;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import vn.bamcoso.figures.Indicator;
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
    private final Spread spread;
    /** Null where nothing has to be hidden. */
    private @Nullable Guard guard;

    /** @param way how the figures of several places become one */
    Gathering(Lines lines, Atlas.Edition atlas, Indicator indicator, Slot.Way way, List<Plan> plans, Shelf shelf, Expectation expectation) {
        this.lines = lines;
        this.atlas = atlas;
        this.indicator = indicator;
        this.plans = plans;
        this.shelf = shelf;
        this.expectation = expectation;
        this.spread = new Spread(lines, indicator);
        plans.forEach(plan -> slots.add(new Slot(way, lines.size())));
    }

    List<Slot> slots() {
        return slots;
    }

    void guard(@Nullable Guard by) {
        guard = by;
    }

    /** A state whose last report is not complete: asked place by place. */
    record Unfinished(int plan, int home) {}

    /** Whether no province has to choose: then the database can add up by line. */
    boolean simple() {
        return indicator.overTime() != Indicator.OverTime.MEAN && plans.stream().allMatch(plan -> !plan.carry() && !plan.earliest() && plan.ways().size() <= 1);
    }

    /** What the database has to add up; what is expected is known without it. */
    List<FactStore.Summand> summands(int[] lineOfHome) {
        var periods = new ArrayList<Integer>();
        shelf.periods().forEach(periods::add);
        var summands = new ArrayList<FactStore.Summand>();
        for (int i = 0; i < plans.size(); i++) {
            Plan plan = plans.get(i);
            Slot slot = slots.get(i);
            List<MapOfDay> maps = plan.ways().isEmpty() ? List.of(plan.end()) : plan.ways().getFirst().maps();
            for (MapOfDay map : maps) {
                int[] reports = map.expected(indicator);
                for (int home = 1; home < MapOfDay.HOMES; home++) {
                    if (lineOfHome[home] > 0) {
                        slot.expect(lineOfHome[home], reports[home]);
                        slot.expect(Lines.TOTAL, reports[home]);
                    }
                }
            }
            for (Plan.Way way : plan.ways()) {
                way.parts().forEach(part -> summands.add(new FactStore.Summand(indicator.id(), indicator.breakdown(), periods.get(part.column()), slot, part.end())));
            }
        }
        return summands;
    }

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

    /** The columns in which an older state may be found. */
    BitSet columns(List<Unfinished> unfinished) {
        var columns = new BitSet();
        for (Unfinished each : unfinished) {
            for (Plan.Way way : plans.get(each.plan()).ways()) {
                way.parts().stream().filter(part -> shelf.n(part.column(), each.home()) > 0).forEach(part -> columns.set(part.column()));
            }
            Choice.of(plans.get(each.plan()), shelf, each.home()).addedBeside(shelf, each.home()).forEach(part -> columns.set(part.column()));
        }
        return columns;
    }

    private boolean fromRoll(int nth, int home, int line) {
        Plan plan = plans.get(nth);
        Slot slot = slots.get(nth);
        Choice choice = Choice.of(plan, shelf, home);
        List<Plan.Part> beside = choice.addedBeside(shelf, home);
        int expected = 0;
        for (MapOfDay map : choice.maps()) {
            expected += map.expected(indicator)[home];
        }
        if (choice.carry()) {
            Plan.Part newest = choice.newest(shelf, home);
            if (newest != null && shelf.n(newest.column(), home) < expected && choice.filled(shelf, home) > 1) {
                return false; // who has not reported last may have before; where there is nothing before, the sum is all there is
            }
            choice = newest == null ? choice : choice.only(newest);
        }
        slot.expect(line, expected);
        slot.expect(Lines.TOTAL, expected);
        add(slot, line, Stream.concat(choice.parts().stream(), beside.stream()).toList(), home);
        return true;
    }

    private void add(Slot slot, int line, List<Plan.Part> answering, int home) {
        BigDecimal sum = null;
        int n = 0;
        int parts = 0;
        int first = 0;
        int last = 0;
        for (Plan.Part part : answering) {
            int reported = shelf.n(part.column(), home);
            if (reported > 0 || shelf.sum(part.column(), home).signum() != 0) {
                sum = sum == null ? shelf.sum(part.column(), home) : sum.add(shelf.sum(part.column(), home));
                first = parts == 0 ? part.end() : Math.min(first, part.end());
                last = parts == 0 ? part.end() : Math.max(last, part.end());
                n += reported;
                parts++;
            }
        }
        if (sum != null) {
            BigDecimal value = indicator.overTime() == Indicator.OverTime.MEAN ? sum.divide(BigDecimal.valueOf(parts), MEAN_SCALE, RoundingMode.HALF_UP) : sum;
            slot.add(line, value, n, Mark.EXACT, first, last);
            slot.add(Lines.TOTAL, value, n, Mark.EXACT, first, last);
        }
    }

    /** Place by place, from a shelf that has figures of places. {@code homes}: where they all lie; null: anywhere. */
    void fromFacts(@Nullable BitSet homes) {
        for (int i = 0; i < plans.size(); i++) {
            Choice[] choices = Choice.each(plans.get(i), shelf, homes);
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
        for (Plan.Way way : plan.ways()) {
            for (Plan.Part part : way.parts()) {
                Shelf.Figures figures = shelf.figures(part.column());
                Blocks blocks = guard == null ? null : guard.of(part);
                for (int i = 0; figures != null && i < figures.size; i++) {
                    int place = figures.places[i];
                    Choice choice = choices[atlas.home[place]];
                    if (choice != null && !choice.carry() && choice.way() == way && choice.takes(part)) {
                        int divisor = indicator.overTime() == Indicator.OverTime.MEAN ? choice.filled(shelf, atlas.home[place]) : 1;
                        BigDecimal value = divisor == 1 ? figures.values[i] : figures.values[i].divide(BigDecimal.valueOf(divisor), MEAN_SCALE, RoundingMode.HALF_UP);
                        spread.place(slot, place, value, part.end(), blocks);
                    }
                }
            }
        }
        if (plan.carry()) {
            Blocks blocks = guard == null ? null : guard.ofState(plan);
            Carried.of(atlas, plan, shelf, choices).each((place, value, day) -> spread.place(slot, place, value, day, blocks));
        }
        if (indicator.additive()) {
            Added.spread(lines, atlas, shelf, plan, choices, slot, guard);
        }
    }
}

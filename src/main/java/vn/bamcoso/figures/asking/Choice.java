package vn.bamcoso.figures.asking;

import java.util.BitSet;
import java.util.List;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import vn.bamcoso.calendar.PeriodKind;

/**
 * Which stored periods answer for the asked one in one province of the 63.
 *
 * @param way the way that was chosen; null when there is nothing
 * @param only when not null, this one part of the way
 * @param carry each place's last figure among the parts counts
 */
record Choice(Plan plan, Plan.@Nullable Way way, Plan.@Nullable Part only, boolean carry) {
    static Choice of(Plan plan, Shelf shelf, int home) {
        List<Plan.Way> ways = plan.ways();
        if (ways.isEmpty()) {
            return new Choice(plan, null, null, false);
        }
        if (plan.carry()) {
            boolean undated = plan.asked().kind() == PeriodKind.ABOUT;
            boolean exact = undated || ways.size() == 2 && weight(ways.getFirst(), shelf, home) > 0;
            return new Choice(plan, exact ? ways.getFirst() : ways.getLast(), null, !exact);
        }
        if (plan.earliest()) {
            return earliest(plan, shelf, home);
        }
        Plan.Way best = null;
        long most = 0;
        for (int i = 0; i < ways.size(); i++) {
            long weight = weight(ways.get(i), shelf, home);
            if (weight > most) {
                best = ways.get(i);
                most = weight;
            }
        }
        return new Choice(plan, best, null, false);
    }

    /** By province of the 63. */
    static Choice[] each(Plan plan, Shelf shelf) {
        return each(plan, shelf, null);
    }

    /** By province of the 63; null for those that are not among {@code homes}. */
    static @Nullable Choice[] each(Plan plan, Shelf shelf, @Nullable BitSet homes) {
        var choices = new Choice[MapOfDay.HOMES];
        for (int home = 0; home < MapOfDay.HOMES; home++) {
            choices[home] = homes == null || homes.get(home) ? of(plan, shelf, home) : null;
        }
        return choices;
    }

    private static Choice earliest(Plan plan, Shelf shelf, int home) {
        for (Plan.Way way : plan.ways()) {
            for (Plan.Part part : way.parts()) {
                if (shelf.n(part.column(), home) > 0) {
                    return new Choice(plan, way, part, false);
                }
            }
        }
        return new Choice(plan, null, null, false);
    }

    /** Reports × days. */
    private static long weight(Plan.Way way, Shelf shelf, int home) {
        long weight = 0;
        for (int i = 0; i < way.parts().size(); i++) {
            Plan.Part part = way.parts().get(i);
            weight += shelf.n(part.column(), home) * part.days();
        }
        return weight;
    }

    Choice only(Plan.Part part) {
        return new Choice(plan, way, part, false);
    }

    boolean takes(Plan.Part part) {
        return only == null || only.equals(part);
    }

    List<Plan.Part> parts() {
        return only != null ? List.of(only) : way == null ? List.of() : way.parts();
    }

    /**
     * Periods beside the chosen ones for which nobody in this province reported: all that they hold is what the province itself added, to a quarter that is made from months for
     * one. Of a flow each of them counts, of a state only that of the asked period.
     */
    List<Plan.Part> addedBeside(Shelf shelf, int home) {
        Stream<Plan.Way> others = switch (shelf.indicator.overTime()) {
            case SUM -> plan.ways().stream().filter(other -> other != way);
            case LAST -> plan.ways().stream().filter(other -> carry && plan.ways().size() == 2 && other != plan.ways().getLast());
            case MEAN, NEXT, NONE -> Stream.empty();
        };
        return others.flatMap(other -> other.parts().stream()).filter(part -> shelf.n(part.column(), home) == 0).distinct().toList();
    }

    /** The maps of the days on which reports were expected. */
    List<MapOfDay> maps() {
        return only != null || way == null || carry ? List.of(plan.end()) : way.maps();
    }

    /** The last part that has figures. */
    Plan.@Nullable Part newest(Shelf shelf, int home) {
        List<Plan.Part> parts = parts();
        for (int i = parts.size() - 1; i >= 0; i--) {
            if (shelf.n(parts.get(i).column(), home) > 0) {
                return parts.get(i);
            }
        }
        return null;
    }

    /** How many parts have figures. */
    int filled(Shelf shelf, int home) {
        int filled = 0;
        for (Plan.Part part : parts()) {
            filled += shelf.n(part.column(), home) > 0 ? 1 : 0;
        }
        return filled;
    }
}

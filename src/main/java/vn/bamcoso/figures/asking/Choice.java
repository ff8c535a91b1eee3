package vn.bamcoso.figures.asking;

import java.time.LocalDate;
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
            boolean exact = ways.size() == 2 && filled(ways.getFirst(), shelf, home);
            boolean undated = plan.asked().kind() == PeriodKind.ABOUT;
            return new Choice(plan, exact ? ways.getFirst() : ways.getLast(), null, !exact && !undated);
        }
        if (plan.earliest()) {
            for (Plan.Way way : ways) {
                for (Plan.Part part : way.parts()) {
                    if (shelf.n(shelf.column(part.periodId()), home) > 0) {
                        return new Choice(plan, way, part, false);
                    }
                }
            }
            return new Choice(plan, null, null, false);
        }
        Plan.Way best = null;
        long most = 0;
        for (Plan.Way way : ways) {
            long weight = 0;
            for (Plan.Part part : way.parts()) {
                weight += shelf.n(shelf.column(part.periodId()), home) * part.days();
            }
            if (weight > most) {
                best = way;
                most = weight;
            }
        }
        return new Choice(plan, best, null, false);
    }

    private static boolean filled(Plan.Way way, Shelf shelf, int home) {
        return way.parts().stream().anyMatch(part -> shelf.n(shelf.column(part.periodId()), home) > 0);
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

    /** The last days on which reports were expected. */
    List<LocalDate> ends() {
        if (only != null || way == null || carry) {
            return List.of(only == null || plan.carry() ? plan.asked().end() : only.end());
        }
        return way.ends();
    }

    Plan.@Nullable Part newest(Shelf shelf, int home) {
        return filledParts(shelf, home).reduce((earlier, later) -> later).orElse(null);
    }

    LocalDate first(Shelf shelf, int home) {
        return filledParts(shelf, home).findFirst().orElseThrow().end();
    }

    LocalDate last(Shelf shelf, int home) {
        return filledParts(shelf, home).reduce((earlier, later) -> later).orElseThrow().end();
    }

    int filled(Shelf shelf, int home) {
        return (int) filledParts(shelf, home).count();
    }

    private Stream<Plan.Part> filledParts(Shelf shelf, int home) {
        return parts().stream().filter(part -> shelf.n(shelf.column(part.periodId()), home) > 0);
    }
}

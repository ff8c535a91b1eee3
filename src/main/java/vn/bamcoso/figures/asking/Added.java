package vn.bamcoso.figures.asking;

import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import vn.bamcoso.figures.Mark;

/** What provinces added to their communes' figures, place by place: the roll-up has it in its sums already. It is in the value, and no report. */
final class Added {
    private Added() {}

    /** Of the periods that answer, and of those that hold nothing else; of a state, what came with the newest of its figures. */
    static void spread(Lines lines, Atlas.Edition atlas, Shelf shelf, Plan plan, @Nullable Choice[] choices, Slot slot, @Nullable Guard guard) {
        Set<Plan.Part> parts = new HashSet<>();
        plan.ways().forEach(way -> parts.addAll(way.parts()));
        for (Plan.Part part : parts) {
            Shelf.Figures added = shelf.additions(part.column());
            for (int i = 0; added != null && i < added.size; i++) {
                int home = atlas.home[added.places[i]];
                Choice choice = choices[home];
                if (choice == null || !answers(choice, part, shelf, home)) {
                    continue;
                }
                Blocks blocks = guard == null ? null : guard.of(part);
                lines.spreadAddition(added.places[i]);
                for (int hit = 0; hit < lines.hits; hit++) {
                    slot.add(lines.line[hit], added.values[i], 0, lines.mark[hit], part.end(), part.end());
                    slot.hide(lines.line[hit], -added.places[i], true, blocks);
                }
                if (lines.inside) {
                    slot.add(Lines.TOTAL, added.values[i], 0, Mark.EXACT, part.end(), part.end());
                    slot.hide(Lines.TOTAL, -added.places[i], true, blocks);
                }
            }
        }
    }

    private static boolean answers(Choice choice, Plan.Part part, Shelf shelf, int home) {
        Plan.Part newest = choice.carry() ? choice.newest(shelf, home) : null;
        List<Plan.Part> chosen = !choice.carry() ? choice.parts() : newest == null ? List.of() : List.of(newest);
        return Stream.concat(chosen.stream(), choice.addedBeside(shelf, home).stream()).anyMatch(part::equals);
    }
}

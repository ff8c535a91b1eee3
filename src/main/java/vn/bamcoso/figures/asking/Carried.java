package vn.bamcoso.figures.asking;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import vn.bamcoso.figures.Level;

/**
 * The last known figure of each place up to a day. A place that ended before that day counts until what came after it has
 * reported: then its successors speak for it.
 */
final class Carried {
    private final Atlas.Edition atlas;
    private final MapOfDay then;
    private final LocalDate day;
    private final Map<Integer, Figure> newest = new HashMap<>();

    private record Figure(BigDecimal value, int day) {}

    interface Taker {
        void take(int place, BigDecimal value, int day);
    }

    private Carried(Atlas.Edition atlas, LocalDate day) {
        this.atlas = atlas;
        this.then = atlas.on(day);
        this.day = day;
    }

    /** @param choices by province of the 63; null: none of its places */
    static Carried of(Atlas.Edition atlas, Plan plan, Shelf shelf, @Nullable Choice[] choices) {
        var carried = new Carried(atlas, plan.asked().end());
        for (Plan.Way way : plan.ways()) {
            for (Plan.Part part : way.parts()) {
                Shelf.Figures figures = shelf.figures(part.column());
                for (int i = 0; figures != null && i < figures.size; i++) {
                    Choice choice = choices[atlas.home[figures.places[i]]];
                    if (choice != null && choice.carry() && choice.way() == way && choice.takes(part)) {
                        carried.take(figures.places[i], figures.values[i], part.end());
                    }
                }
            }
        }
        return carried;
    }

    /** In the order of the days. */
    private void take(int place, BigDecimal value, int of) {
        newest.put(place, new Figure(value, of));
    }

    void each(Taker taker) {
        Map<Integer, Integer> lastAlive = new HashMap<>();
        newest.forEach((place, figure) -> {
            if (atlas.alive(place, day)) {
                lastAlive.merge(atlas.home[place], figure.day, Math::max);
            }
        });
        newest.forEach((place, figure) -> {
            if (atlas.alive(place, day) || !spokenFor(place, lastAlive)) {
                taker.take(place, figure.value, figure.day);
            }
        });
    }

    private boolean spokenFor(int place, Map<Integer, Integer> lastAlive) {
        MapOfDay.Reach reach = then.reach(Level.COMMUNE);
        boolean known = false;
        for (int i = reach.from(place); i < reach.to(place); i++) {
            known = true;
            Figure after = newest.get(reach.ancestor()[i]);
            if (after != null && after.day > atlas.gone[place]) {
                return true;
            }
        }
        return !known && lastAlive.getOrDefault(atlas.home[place], Integer.MIN_VALUE) > atlas.gone[place];
    }
}

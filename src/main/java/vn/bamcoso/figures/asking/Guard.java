package vn.bamcoso.figures.asking;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import vn.bamcoso.figures.Answer.Spot;
import vn.bamcoso.figures.Indicator;
import vn.bamcoso.figures.Level;
import vn.bamcoso.figures.Measure;

/**
 * Hides one indicator's small counts from one reader: finds the blocks ({@link Blocks}) of each period that answers. They are made from
 * all that stands now, of the whole country and whatever was asked: so they are the same in every answer, on every map, and
 * for every moment as of which somebody asks. A count that was small once stays hidden, since the past can be asked for.
 */
final class Guard {
    private final Screen screen;
    private final Atlas.Edition atlas;
    private final Indicator indicator;
    private final Shelf now;
    private final Map<Integer, Set<Integer>> onceSmall;
    private final Map<Integer, Blocks> columns = new HashMap<>();
    private final Map<Plan, Blocks> states = new HashMap<>();

    /**
     * @param now what stands, of all places that the reader may see
     * @param onceSmall by column: places (what a province added: negative) that had a small count before
     */
    Guard(Screen screen, Atlas.Edition atlas, Indicator indicator, Shelf now, Map<Integer, Set<Integer>> onceSmall) {
        this.screen = screen;
        this.atlas = atlas;
        this.indicator = indicator;
        this.now = now;
        this.onceSmall = onceSmall;
    }

    /** Of the figures of one stored period. */
    Blocks of(Plan.Part part) {
        return columns.computeIfAbsent(part.column(), column -> {
            List<Count> counts = new ArrayList<>();
            add(counts, now.figures(column), 1);
            add(counts, now.additions(column), -1);
            return blocks(counts, onceSmall.getOrDefault(column, Set.of()), atlas.on(LocalDate.ofEpochDay(part.end())));
        });
    }

    /** Of a state: each place's last figure, whenever it was reported. */
    Blocks ofState(Plan plan) {
        return states.computeIfAbsent(plan, unseen -> {
            List<Count> counts = new ArrayList<>();
            Carried.of(atlas, plan, now, Choice.each(plan, now)).each((place, value, day) -> counts.add(new Count(place, value)));
            Set<Integer> small = new HashSet<>();
            plan.ways().forEach(way -> way.parts().forEach(part -> small.addAll(onceSmall.getOrDefault(part.column(), Set.of()))));
            return blocks(counts, small, plan.end());
        });
    }

    /** Of what was counted from records. */
    Blocks of(List<Measure.Measured> counted, MapOfDay then) {
        return blocks(counted.stream().map(one -> new Count(one.placeId(), one.value())).toList(), Set.of(), then);
    }

    private record Count(int place, BigDecimal value) {}

    private static void add(List<Count> counts, Shelf.@Nullable Figures figures, int sign) {
        for (int i = 0; figures != null && i < figures.size; i++) {
            counts.add(new Count(sign * figures.places[i], figures.values[i]));
        }
    }

    private Blocks blocks(List<Count> counts, Set<Integer> small, MapOfDay then) {
        if (indicator.part() != null) {
            return Blocks.ofAll(place -> screen.outside(indicator, place));
        }
        MapOfDay newest = atlas.newest();
        Set<Integer> lost = new HashSet<>(small);
        List<Blocks.Figure> figures = new ArrayList<>();
        for (Count count : counts) {
            lost.remove(count.place);
            if (screen.outside(indicator, count.place)) {
                figures.add(new Blocks.Figure(count.place, path(count.place, then, newest), count.value, Blocks.small(count.value) || small.contains(count.place)));
            }
        }
        return Blocks.of(figures, lost, indicator.additive(), place -> screen.outside(indicator, place));
    }

    /** The province of today, that of the 63, the district of the day, the commune of today, the place. */
    private int[] path(int place, MapOfDay then, MapOfDay newest) {
        int id = Math.abs(place);
        int home = atlas.home[id];
        int province = newest.provinceOfHome(home);
        Spot spot = then.spot(id);
        Spot above = spot == null ? null : then.spot(spot.parentId());
        MapOfDay.Reach reach = newest.reach(Level.COMMUNE);
        int at = reach.from(id);
        boolean whole = reach.to(id) == at + 1 && reach.share()[at] == 1;
        return new int[] {
            province > 0 ? province : -home, home, above != null && above.level() == Level.DISTRICT ? above.id() : 0, whole ? reach.ancestor()[at] : 0, place};
    }
}

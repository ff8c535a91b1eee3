package vn.bamcoso.figures.asking;

import java.util.Arrays;
import java.util.BitSet;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import vn.bamcoso.figures.Answer.Spot;
import vn.bamcoso.figures.Indicator;
import vn.bamcoso.figures.Level;

/** How many reports each line should hold: one for each place that was alive on the last day of each part, had police to report, and is asked at all. */
final class Expectation {
    private final Lines lines;
    private final Integer @Nullable [] few;
    private final Map<Key, int[]> counted = new HashMap<>();

    private record Key(int vintage, Level level, Set<String> kinds, Indicator.How origin, BitSet homes) {}

    /** @param few places of any day in a small area; null: any may be expected */
    Expectation(Lines lines, Integer @Nullable [] few) {
        this.lines = lines;
        this.few = few;
    }

    /** @param choices by home; null where nothing is expected */
    void add(Slot slot, Indicator indicator, @Nullable Choice[] choices) {
        Map<List<MapOfDay>, BitSet> alike = new HashMap<>();
        for (int home = 0; home < choices.length; home++) {
            if (choices[home] != null) {
                alike.computeIfAbsent(choices[home].maps(), ends -> new BitSet()).set(home);
            }
        }
        Level collected = indicator.collectedAt();
        alike.forEach((ends, homes) -> ends.forEach(map -> {
            int[] count = counted.computeIfAbsent(new Key(map.vintage, collected, indicator.kinds(), indicator.origin(), homes), key -> count(map, key, indicator));
            for (int line = 0; line < count.length; line++) {
                if (count[line] > 0) {
                    slot.expect(line, count[line]);
                }
            }
        }));
    }

    private int[] count(MapOfDay map, Key key, Indicator indicator) {
        var count = new int[lines.size()];
        for (Spot spot : few == null ? map.at(key.level) : Arrays.stream(few).map(map::spot).filter(spot -> spot != null && spot.level() == key.level).toList()) {
            if (!map.asked(spot, indicator) || !key.homes.get(spot.home())) {
                continue;
            }
            if (lines.level.compareTo(key.level) > 0) {
                if (lines.map.liesIn(spot, lines.head(Lines.TOTAL).spot())) {
                    count[Lines.TOTAL]++;
                }
                continue;
            }
            lines.spread(spot.id(), false);
            for (int i = 0; i < lines.hits; i++) {
                count[lines.line[i]]++;
            }
            if (lines.inside) {
                count[Lines.TOTAL]++;
            }
        }
        return count;
    }
}

package vn.bamcoso.figures.asking;

import java.time.LocalDate;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;
import vn.bamcoso.figures.Answer.Spot;
import vn.bamcoso.figures.Level;

/** What the maps in memory tell other rooms, see {@link vn.bamcoso.figures.Maps}. Public reference data: no scope applies. */
@Component
public class Remembered {
    private final Atlas atlas;

    Remembered(Atlas atlas) {
        this.atlas = atlas;
    }

    @Transactional(readOnly = true)
    public List<Spot> places(Level level, LocalDate day) {
        return atlas.current().on(day).at(level);
    }

    @Transactional(readOnly = true)
    public Map<Integer, int[]> reporting(LocalDate day, LocalDate map) {
        Atlas.Edition edition = atlas.current();
        MapOfDay then = edition.on(day);
        MapOfDay shown = edition.on(map);
        return edition.reporting.computeIfAbsent(List.of(then.vintage, shown.vintage), unseen -> communes(then, shown.reach(Level.PROVINCE)));
    }

    private static Map<Integer, int[]> communes(MapOfDay then, MapOfDay.Reach lies) {
        Map<Integer, int[]> communes = new HashMap<>();
        Map<Integer, Integer> counts = new HashMap<>();
        for (Spot spot : then.at(Level.COMMUNE)) {
            for (int i = lies.from(spot.id()); then.reports(spot) && i < lies.to(spot.id()); i++) {
                int province = lies.ancestor()[i];
                int n = counts.merge(province, 1, Integer::sum);
                int[] some = communes.computeIfAbsent(province, unseen -> new int[64]);
                some = n > some.length ? Arrays.copyOf(some, n * 2) : some;
                some[n - 1] = spot.id();
                communes.put(province, some);
            }
        }
        communes.replaceAll((province, some) -> Arrays.copyOf(some, counts.get(province)));
        return Map.copyOf(communes);
    }
}

package vn.bamcoso.figures.asking;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.BitSet;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import vn.bamcoso.figures.Answer.Spot;
import vn.bamcoso.figures.Indicator;
import vn.bamcoso.figures.Level;

/** The places of one vintage: those alive on it, and where each place of any other day lies on it. Read once, never changed. */
final class MapOfDay {
    static final int HOMES = 100;
    /** Some home lies in several provinces of this map: sums by home cannot be used for it. */
    static final int DIVIDED = -2;
    private static final int ABSENT = -1;

    final int vintage;
    private final Map<Level, List<Spot>> byLevel;
    private final @Nullable Spot[] byId;
    private final BitSet silent = new BitSet();
    private final Map<Level, Reach> reaches;
    private final Map<String, int[]> communesByKind = new HashMap<>();
    private final Map<String, int[]> silentByKind = new HashMap<>();
    private final Map<Set<String>, int[]> communes = new ConcurrentHashMap<>();
    private final Map<Set<String>, int[]> reporting = new ConcurrentHashMap<>();
    private final Map<Integer, Integer[]> lying = new ConcurrentHashMap<>();
    private final int[] provinceOfHome = new int[HOMES];

    /** @param silent communes without police of their own: there they are, but nobody reports from them */
    MapOfDay(int vintage, List<Spot> spots, Set<Integer> silent, Map<Level, Reach> reaches) {
        this.vintage = vintage;
        silent.forEach(this.silent::set);
        this.reaches = new EnumMap<>(reaches);
        byId = new Spot[spots.stream().mapToInt(Spot::id).max().orElse(0) + 1];
        spots.forEach(spot -> byId[spot.id()] = spot);
        byLevel = spots.stream().collect(Collectors.groupingBy(Spot::level, () -> new EnumMap<>(Level.class), Collectors.toUnmodifiableList()));
        Arrays.fill(provinceOfHome, ABSENT);
        for (Spot spot : spots) {
            if (spot.level() == Level.COMMUNE) {
                communesByKind.computeIfAbsent(spot.kind(), kind -> new int[HOMES])[spot.home()]++;
                silentByKind.computeIfAbsent(spot.kind(), kind -> new int[HOMES])[spot.home()] += reports(spot) ? 0 : 1;
                int province = provinceOf(spot).id();
                int before = provinceOfHome[spot.home()];
                provinceOfHome[spot.home()] = before == ABSENT || before == province ? province : DIVIDED;
            }
        }
    }

    /**
     * Where places lie: for place p the rows from {@code start[p]} up to {@code start[p + 1]}.
     *
     * @param share 1 when it lies there whole
     * @param quality as in territory's reach: e, a, p, u, m
     */
    record Reach(int[] start, int[] ancestor, double[] share, char[] quality) {
        int from(int place) {
            return place + 1 < start.length ? start[place] : 0;
        }

        int to(int place) {
            return place + 1 < start.length ? start[place + 1] : 0;
        }
    }

    List<Spot> at(Level level) {
        return byLevel.getOrDefault(level, List.of());
    }

    Optional<Spot> place(int id) {
        return Optional.ofNullable(spot(id));
    }

    @Nullable Spot spot(int id) {
        return id >= 0 && id < byId.length ? byId[id] : null;
    }

    Reach reach(Level level) {
        return reaches.get(level);
    }

    /** The province in which a place of this map lies; the nation for the nation. */
    Spot provinceOf(Spot spot) {
        Spot up = spot;
        while (up.level().compareTo(Level.PROVINCE) > 0) {
            up = spot(up.parentId());
        }
        return up;
    }

    boolean liesIn(Spot spot, Spot area) {
        Spot up = spot;
        while (up != null && up.level().compareTo(area.level()) > 0) {
            up = spot(up.parentId());
        }
        return up != null && up.id() == area.id();
    }

    /** Every place of any day that lies in this one, wholly or in part; itself among them. */
    Integer[] lyingIn(Spot area) {
        return lying.computeIfAbsent(area.id(), unseen -> {
            Reach reach = reaches.get(area.level());
            List<Integer> places = new ArrayList<>();
            int place = 0;
            for (int i = 0; i < reach.ancestor.length; i++) {
                if (reach.ancestor[i] == area.id()) {
                    while (reach.start[place + 1] <= i) {
                        place++;
                    }
                    places.add(place);
                }
            }
            return places.toArray(Integer[]::new);
        });
    }

    /** Id of the province of this map in which the communes of a province of the 63 lie; {@link #DIVIDED}, or -1 when it has none. */
    int provinceOfHome(int home) {
        return provinceOfHome[home];
    }

    /** How many communes a province of the 63 has on this map; of some kinds only when kinds are given. */
    int communes(int home, Set<String> kinds) {
        return communes.computeIfAbsent(kinds, some -> counted(some, communesByKind))[home];
    }

    /** Of how many communes a figure is expected, by province of the 63: what people enter, only of those that have police to enter it. */
    int[] expected(Indicator indicator) {
        return indicator.origin() != Indicator.How.ENTERED ? communes.computeIfAbsent(indicator.kinds(), some -> counted(some, communesByKind))
                : reporting.computeIfAbsent(indicator.kinds(), this::reporting);
    }

    private int[] reporting(Set<String> kinds) {
        int[] n = counted(kinds, communesByKind);
        int[] none = counted(kinds, silentByKind);
        for (int i = 0; i < HOMES; i++) {
            n[i] -= none[i];
        }
        return n;
    }

    private static int[] counted(Set<String> kinds, Map<String, int[]> byKind) {
        var n = new int[HOMES];
        byKind.forEach((kind, homes) -> {
            for (int i = 0; i < HOMES && (kinds.isEmpty() || kinds.contains(kind)); i++) {
                n[i] += homes[i];
            }
        });
        return n;
    }

    /** Whether a figure of this place is expected. */
    boolean asked(Spot spot, Indicator indicator) {
        return (indicator.kinds().isEmpty() || indicator.kinds().contains(spot.kind())) && (indicator.origin() != Indicator.How.ENTERED || reports(spot));
    }

    /** Whether somebody is there to report from this place. */
    boolean reports(Spot spot) {
        return !silent.get(spot.id());
    }
}

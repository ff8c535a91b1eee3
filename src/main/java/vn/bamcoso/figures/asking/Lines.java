package vn.bamcoso.figures.asking;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import vn.bamcoso.figures.Answer.Kind;
import vn.bamcoso.figures.Answer.Spot;
import vn.bamcoso.figures.Level;
import vn.bamcoso.figures.Mark;

/**
 * The lines of an answer and where each place's figure goes: line 0 is the area as a whole, then the places of the level, then
 * what no place of the map can claim. Everything that goes to a line goes to line 0 as well.
 */
final class Lines {
    static final int TOTAL = 0;
    private static final double NOTHING = 1e-6;

    record Head(Kind kind, Spot spot) {}

    final MapOfDay map;
    final Level level;
    private final Atlas.Edition atlas;
    private final boolean nation;
    private final Set<Integer> wholeProvinces;
    private final List<Head> heads = new ArrayList<>();
    /** Made when the first place is spread: sums by province do without. */
    private int @Nullable [] direct;
    private final Map<Integer, Integer> ofPlace = new HashMap<>();
    private final Map<Integer, Integer> merged = new HashMap<>();
    private final Map<Integer, Integer> unknown = new HashMap<>();
    private final Map<Integer, Integer> added = new HashMap<>();

    /** Where the last spread place went; valid until the next. */
    int hits;
    final int[] line = new int[64];
    final double[] share = new double[64];
    final Mark[] mark = new Mark[64];
    /** Whether the place lies in the area, wholly or in part. */
    boolean inside;

    /** @param places of the level, within the area and the asker's scope */
    Lines(Atlas.Edition atlas, MapOfDay map, Level level, @Nullable Spot within, Spot total, List<Spot> places) {
        this.atlas = atlas;
        this.map = map;
        this.level = level;
        this.nation = within != null && within.level() == Level.NATION;
        this.wholeProvinces = whole(map, within, places);
        heads.add(new Head(Kind.TOTAL, total));
        for (Spot place : places) {
            ofPlace.put(place.id(), heads.size());
            heads.add(new Head(Kind.PLACE, place));
        }
    }

    /** By place: its line when it lies there whole and surely, which is nearly always; 0 where one has to look. */
    private static int[] direct(MapOfDay.Reach reach, Map<Integer, Integer> ofPlace) {
        var direct = new int[Math.max(0, reach.start().length - 1)];
        for (int place = 0; place < direct.length; place++) {
            int i = reach.from(place);
            if (reach.to(place) == i + 1 && reach.share()[i] == 1 && reach.quality()[i] == 'e') {
                direct[place] = ofPlace.getOrDefault(reach.ancestor()[i], 0);
            }
        }
        return direct;
    }

    int size() {
        return heads.size();
    }

    Head head(int number) {
        return heads.get(number);
    }

    @Nullable Integer lineOf(int place) {
        return ofPlace.get(place);
    }

    /** Line of a province of the 63 in answers by nation or province; null when it is outside. */
    @Nullable Integer lineOfHome(int home) {
        if (level == Level.NATION) {
            return 1;
        }
        return ofPlace.get(map.provinceOfHome(home));
    }

    /**
     * Finds where a place's figure goes.
     *
     * @param opening whether lines may be opened for what no place of the map can claim
     */
    void spread(int place, boolean opening) {
        hits = 0;
        inside = false;
        if (level == Level.NATION) {
            hit(1, 1, Mark.EXACT);
            return;
        }
        if (direct == null) {
            direct = direct(map.reach(level), ofPlace);
        }
        if (place < direct.length && direct[place] > 0) {
            hit(direct[place], 1, Mark.EXACT);
            return;
        }
        MapOfDay.Reach reach = map.reach(level);
        double placed = 0;
        boolean unsure = false;
        for (int i = reach.from(place); i < reach.to(place); i++) {
            placed += reach.share()[i];
            Integer to = ofPlace.get(reach.ancestor()[i]);
            unsure |= reach.share()[i] < 1;
            if (to != null) {
                hit(to, reach.share()[i], mark(reach.quality()[i], reach.share()[i]));
            }
        }
        if (placed < 1 - NOTHING) {
            rest(place, 1 - placed, opening, placed > NOTHING || unsure);
        }
    }

    /** Finds where goes what a province added: to its line, among communes to a line of its own. */
    void spreadAddition(int place) {
        hits = 0;
        inside = false;
        int home = atlas.home[place];
        if (level == Level.NATION || level == Level.PROVINCE) {
            Integer to = lineOfHome(home);
            if (to != null) {
                hit(to, 1, Mark.EXACT);
            }
            return;
        }
        Spot province = map.spot(map.provinceOfHome(home));
        if (province != null && wholeProvinces.contains(province.id())) {
            hitExtra(added, province.id(), new Head(Kind.ADDED, province), 1, Mark.EXACT, true);
        }
    }

    private void rest(int place, double share, boolean opening, boolean partly) {
        MapOfDay.Reach provinces = map.reach(Level.PROVINCE);
        int from = provinces.from(place);
        boolean inProvince = from < provinces.to(place);
        Spot province = inProvince ? map.spot(provinces.ancestor()[from]) : null;
        if (province == null ? !nation : !wholeProvinces.contains(province.id())) {
            return;
        }
        inside = true;
        boolean lost = partly || inProvince && provinces.quality()[from] == 'u';
        if (lost && province != null) {
            hitExtra(unknown, province.id(), new Head(Kind.UNKNOWN, province), share, Mark.UNKNOWN, opening);
        } else if (level == Level.COMMUNE || province == null) {
            hitExtra(merged, place, null, share, Mark.MERGED, opening);
        } else {
            hitExtra(merged, province.id(), new Head(Kind.MERGED, province), share, Mark.MERGED, opening);
        }
    }

    /** Provinces whose rest counts in the area: none when the area is smaller than a province. */
    private static Set<Integer> whole(MapOfDay map, @Nullable Spot within, List<Spot> places) {
        if (within == null) {
            return places.stream().map(place -> map.provinceOf(place).id()).collect(Collectors.toSet());
        }
        return switch (within.level()) {
            case NATION -> map.at(Level.PROVINCE).stream().map(Spot::id).collect(Collectors.toSet());
            case PROVINCE -> Set.of(within.id());
            default -> Set.of();
        };
    }

    private void hitExtra(Map<Integer, Integer> extras, int key, @Nullable Head head, double part, Mark how, boolean opening) {
        Integer to = extras.get(key);
        if (to == null) {
            if (!opening) {
                return;
            }
            to = heads.size();
            heads.add(head != null ? head : new Head(Kind.MERGED, otherDay(key)));
            extras.put(key, to);
        }
        hit(to, part, how);
    }

    /** A place that is not on this map, as it stood last. */
    private Spot otherDay(int place) {
        LocalDate last = LocalDate.ofEpochDay(atlas.gone[place]);
        Spot spot = atlas.on(last).spot(place);
        if (spot == null) {
            throw new IllegalStateException("place " + place + " stands on no map");
        }
        return spot;
    }

    private void hit(int to, double part, Mark how) {
        inside = true;
        line[hits] = to;
        share[hits] = part;
        mark[hits++] = how;
    }

    private Mark mark(char quality, double part) {
        if (level == Level.PROVINCE && part == 1) {
            return Mark.EXACT;
        }
        return switch (quality) {
            case 'a' -> Mark.ASSUMED;
            case 'p', 'u' -> Mark.PARTIAL;
            default -> part < 1 ? Mark.PARTIAL : Mark.EXACT;
        };
    }
}

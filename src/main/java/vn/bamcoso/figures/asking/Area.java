package vn.bamcoso.figures.asking;

import java.util.BitSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import vn.bamcoso.basics.Problem;
import vn.bamcoso.figures.Answer.Spot;
import vn.bamcoso.figures.Indicator;
import vn.bamcoso.figures.Level;
import vn.bamcoso.figures.Question;
import vn.bamcoso.territory.Place;
import vn.bamcoso.territory.Places;

/** Which area is asked about, which of its places the asker may see, and whether a sum may be called the sum of the area. */
final class Area {
    final MapOfDay map;
    final @Nullable Spot within;
    final List<Spot> places;
    private final Scope scope;
    private final Map<String, Set<Short>> fields;

    private Area(MapOfDay map, @Nullable Spot within, List<Spot> places, Scope scope, Map<String, Set<Short>> fields) {
        this.fields = fields;
        this.map = map;
        this.within = within;
        this.places = places;
        this.scope = scope;
    }

    /**
     * @param fields of work of each indicator
     * @throws Problem when the place is unknown, not on the map, above the level, or nothing of it is in scope
     */
    static Area of(Question question, List<Indicator> indicators, Map<String, Set<Short>> fields, MapOfDay map, Scope scope, Places gazetteer) {
        if (question.level() == Level.DISTRICT && map.at(Level.DISTRICT).isEmpty()) {
            throw Problem.refused("figures.problem.no-districts", question.map());
        }
        boolean nation = indicators.stream().anyMatch(indicator -> scope.nation(indicator.field()));
        Spot country = map.at(Level.NATION).getFirst();
        Spot within = question.within() != null ? find(question, map, gazetteer) : nation || question.level() == Level.NATION ? country : null;
        if (within != null && question.level().compareTo(within.level()) < 0) {
            throw Problem.refused("figures.problem.level-above", within.fullName());
        }
        var area = new Area(map, within, List.of(), scope, fields);
        List<Spot> places = map.at(question.level()).stream()
                .filter(place -> within == null || map.liesIn(place, within))
                .filter(place -> indicators.stream().anyMatch(indicator -> area.shows(indicator, place)))
                .toList();
        if (places.isEmpty()) {
            throw Problem.notFound();
        }
        return new Area(map, within, places, scope, fields);
    }

    private static Spot find(Question question, MapOfDay map, Places gazetteer) {
        Place place = gazetteer.byKey(question.within()).orElseThrow(Problem::notFound);
        return map.place(place.id()).orElseThrow(() -> place.validTo() == null
                ? Problem.refused("figures.problem.not-yet-on-map", place.fullName(), question.map())
                : Problem.refused("figures.problem.not-on-map", place.fullName(), question.map(), place.validTo().minusDays(1)));
    }

    /** Whether the asker may see the figures of this indicator for this place of the map, all of them. */
    boolean shows(Indicator indicator, Spot place) {
        for (short field : fields.get(indicator.code())) {
            if (!shows(field, place)) {
                return false;
            }
        }
        return true;
    }

    private boolean shows(short field, Spot place) {
        return switch (place.level()) {
            case NATION -> scope.nation(field);
            case PROVINCE -> scope.nation(field) || homes(place).stream().allMatch(home -> scope.home(field, home)) && !homes(place).isEmpty();
            case DISTRICT, COMMUNE -> scope.place(field, place.home(), place.id());
        };
    }

    /** Whether the line of the whole area may be shown: of a named area by scope, of "all that I may see" always. */
    boolean showsTotal(Indicator indicator) {
        return within == null || shows(indicator, within);
    }

    /** Provinces of the 63 in which the area lies; null: all. */
    @Nullable BitSet homes() {
        if (within != null && within.level() == Level.NATION) {
            return null;
        }
        var homes = new BitSet();
        if (within != null) {
            homes.or(homes(within));
        } else {
            places.forEach(place -> homes.or(homes(place)));
        }
        return homes;
    }

    private BitSet homes(Spot place) {
        var homes = new BitSet();
        if (place.level() == Level.PROVINCE) {
            for (int home = 1; home < MapOfDay.HOMES; home++) {
                if (map.provinceOfHome(home) == place.id()) {
                    homes.set(home);
                }
            }
        } else {
            homes.set(place.home());
        }
        return homes;
    }

    /** Places of any day that lie in an area below the province, wholly or in part; null for a wider one. */
    Integer @Nullable [] fewPlaces() {
        return within == null || within.level().compareTo(Level.PROVINCE) <= 0 ? null : map.lyingIn(within);
    }

    boolean divided() {
        for (int home = 1; home < MapOfDay.HOMES; home++) {
            if (map.provinceOfHome(home) == MapOfDay.DIVIDED) {
                return true;
            }
        }
        return false;
    }
}

package vn.bamcoso.staffing.auxiliary;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;
import vn.bamcoso.access.CurrentUser;
import vn.bamcoso.staffing.Area;
import vn.bamcoso.staffing.rollout.Homes;
import vn.bamcoso.staffing.rollout.Rights;
import vn.bamcoso.territory.Place;
import vn.bamcoso.territory.Places;

/** Puts together what the page of the auxiliaries shows. */
@Component
public class AuxiliaryPages {
    /** A province or a commune with all its auxiliaries; the place is null for communes whose successor is not known. */
    public record Spot(@Nullable Place place, Auxiliaries.Number number, int regulars) {}

    /**
     * @param byKind categories that hold on the day, each with its sum
     * @param regulars regular officers at the communes that have auxiliaries
     * @param before what the categories before were on their last day; empty while they last
     * @param withoutHeir communes that were merged into one that is not known; their counts are in the sums
     * @param commune the one commune that is shown, with what was entered for it; null for an area
     */
    public record Shown(LocalDate on, Place place, List<Auxiliaries.Kind> kinds, Map<String, Auxiliaries.Number> byKind, int regulars, Map<String, Auxiliaries.Number> before, List<Spot> spots,
            int withoutHeir, @Nullable Place commune, List<Auxiliaries.Entry> entries, boolean may, boolean top) {
        public Auxiliaries.Number all() {
            return byKind.values().stream().reduce(Auxiliaries.Number.NONE, Auxiliaries.Number::plus);
        }

        public Auxiliaries.Kind kind(String code) {
            return kinds.stream().filter(one -> one.code().equals(code)).findFirst().orElseThrow();
        }

        public int semiProfessional() {
            return byKind.getOrDefault(Auxiliaries.SEMI_PROFESSIONAL, Auxiliaries.Number.NONE).all();
        }
    }

    /** Last day of the categories before the law on the grassroots security force. */
    private static final LocalDate BEFORE = LocalDate.of(2024, 6, 30);

    private final Auxiliaries auxiliaries;
    private final Area area;
    private final Places places;
    private final Homes homes;
    private final Rights rights;

    AuxiliaryPages(Auxiliaries auxiliaries, Area area, Places places, Homes homes, Rights rights) {
        this.auxiliaries = auxiliaries;
        this.area = area;
        this.places = places;
        this.homes = homes;
        this.rights = rights;
    }

    @Transactional(readOnly = true)
    public Shown on(LocalDate on, @Nullable String within) {
        CurrentUser user = CurrentUser.require();
        Place chosen = area.chosen(user, within);
        Place place = area.onMap(chosen, on);
        boolean own = area.of(user, Area.ORGANISATION).map(Place::id).orElse(0) == chosen.id();
        boolean nation = place.level().equals("nation");
        boolean commune = place.level().equals("commune");
        List<Auxiliaries.Part> parts = auxiliaries.on(on, homes(place, on, own), nation, commune ? place.id() : 0);
        Place then = area.onMap(chosen, BEFORE);
        Map<String, Auxiliaries.Number> before = on.isAfter(BEFORE) && !commune ? auxiliaries.sums(BEFORE, homes(then, BEFORE, own)) : Map.of();
        return new Shown(on, place, auxiliaries.kinds(), byKind(parts), regulars(parts), before, commune ? List.of() : spots(parts, nation, on), parts.stream().mapToInt(Auxiliaries.Part::withoutHeir).sum(),
                commune ? place : null, commune ? auxiliaries.of(place.id()) : List.of(), commune && rights.maySay(user, place.id(), (short) 1), own);
    }

    /** None: all that is in scope, also for a province made of others since, of which on the older map all in scope is its own. */
    private List<Short> homes(Place place, LocalDate on, boolean own) {
        return place.level().equals("nation") || own && places.byId(place.id(), on).isEmpty() ? List.of() : place.level().equals("province") ? homes.of(place.id(), on) : List.of(place.home());
    }

    private static Map<String, Auxiliaries.Number> byKind(List<Auxiliaries.Part> parts) {
        Map<String, Auxiliaries.Number> sums = new LinkedHashMap<>();
        parts.stream().sorted(Comparator.comparing(Auxiliaries.Part::kind).reversed()).forEach(part -> sums.merge(part.kind(), part.number(), Auxiliaries.Number::plus));
        return sums;
    }

    /** Each spot's officers once, however many categories it has. */
    private static int regulars(List<Auxiliaries.Part> parts) {
        Map<Integer, Integer> bySpot = new LinkedHashMap<>();
        parts.forEach(part -> bySpot.put(part.spot(), part.regulars()));
        return bySpot.values().stream().mapToInt(Integer::intValue).sum();
    }

    private List<Spot> spots(List<Auxiliaries.Part> parts, boolean nation, LocalDate on) {
        Map<Short, Integer> provinces = nation ? homes.provinces(on) : Map.of();
        Map<Integer, List<Auxiliaries.Part>> by = parts.stream().collect(Collectors.groupingBy(part -> nation ? provinces.getOrDefault((short) part.spot(), 0) : part.spot()));
        var spots = new ArrayList<Spot>();
        List<Place> all = nation ? places.provinces(on) : places.on(on).stream().filter(place -> place.level().equals("commune")).toList();
        all.stream().filter(place -> by.containsKey(place.id())).forEach(place -> spots.add(spot(place, by.get(place.id()))));
        if (by.containsKey(0)) {
            spots.add(spot(null, by.get(0)));
        }
        return spots;
    }

    private static Spot spot(@Nullable Place place, List<Auxiliaries.Part> its) {
        return new Spot(place, its.stream().map(Auxiliaries.Part::number).reduce(Auxiliaries.Number.NONE, Auxiliaries.Number::plus), regulars(its));
    }
}

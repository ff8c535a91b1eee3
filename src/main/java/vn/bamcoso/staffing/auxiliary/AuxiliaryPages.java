package vn.bamcoso.staffing.auxiliary;

import java.time.LocalDate;
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
import vn.bamcoso.staffing.rollout.Rights;
import vn.bamcoso.territory.Place;
import vn.bamcoso.territory.Places;

/** Puts together what the page of the auxiliaries shows. */
@Component
public class AuxiliaryPages {
    /** A province or a commune with all its auxiliaries. */
    public record Spot(Place place, Auxiliaries.Number number, int regulars) {}

    /**
     * @param byKind categories that hold on the day, each with its sum
     * @param regulars regular officers at the communes that have auxiliaries
     * @param before what the categories before were on their last day; empty while they last
     * @param commune the one commune that is shown; null for an area
     */
    public record Shown(LocalDate on, Place place, List<Auxiliaries.Kind> kinds, Map<String, Auxiliaries.Number> byKind, int regulars, Map<String, Auxiliaries.Number> before, List<Spot> spots,
            @Nullable Place commune, boolean may, boolean top) {
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

    private final Auxiliaries auxiliaries;
    private final Area area;
    private final Places places;
    private final Rights rights;

    AuxiliaryPages(Auxiliaries auxiliaries, Area area, Places places, Rights rights) {
        this.auxiliaries = auxiliaries;
        this.area = area;
        this.places = places;
        this.rights = rights;
    }

    @Transactional(readOnly = true)
    public Shown on(LocalDate on, @Nullable String within) {
        CurrentUser user = CurrentUser.require();
        Place chosen = area.chosen(user, within);
        Place place = area.onMap(chosen, on);
        boolean own = area.of(user, Area.ORGANISATION).map(Place::id).orElse(0) == chosen.id();
        int inside = inside(place, on, own);
        List<Auxiliaries.Line> lines = auxiliaries.on(on, inside, null);
        Map<Integer, Integer> regulars = auxiliaries.regulars(on);
        List<Auxiliaries.Kind> kinds = auxiliaries.kinds();
        LocalDate changed = LocalDate.of(2024, 6, 30);
        boolean after = on.isAfter(changed);
        Place then = area.onMap(chosen, changed);
        Map<String, Auxiliaries.Number> before = after ? byKind(auxiliaries.on(changed, inside(then, changed, own), null)) : Map.of();
        boolean commune = place.level().equals("commune");
        return new Shown(on, place, kinds, byKind(lines), lines.stream().map(Auxiliaries.Line::placeId).distinct().mapToInt(id -> regulars.getOrDefault(id, 0)).sum(), before,
                commune ? List.of() : spots(lines, regulars, place.level().equals("nation"), on), commune ? place : null, commune && rights.maySay(user, place.id(), (short) 1),
                own);
    }

    /** A province made of others since: on the older map all that is in scope is its own. */
    private int inside(Place place, LocalDate on, boolean own) {
        return place.level().equals("nation") || own && places.byId(place.id(), on).isEmpty() ? 0 : place.id();
    }

    private static Map<String, Auxiliaries.Number> byKind(List<Auxiliaries.Line> lines) {
        Map<String, Auxiliaries.Number> sums = new LinkedHashMap<>();
        lines.stream().sorted(Comparator.comparing(Auxiliaries.Line::kind).reversed()).forEach(line -> sums.merge(line.kind(), line.number(), Auxiliaries.Number::plus));
        return sums;
    }

    private List<Spot> spots(List<Auxiliaries.Line> lines, Map<Integer, Integer> regulars, boolean provinces, LocalDate on) {
        Map<Integer, List<Auxiliaries.Line>> by = lines.stream().collect(Collectors.groupingBy(line -> provinces ? line.province() : line.placeId()));
        return places.on(on).stream().filter(place -> place.level().equals(provinces ? "province" : "commune") && by.containsKey(place.id())).map(place -> {
            List<Auxiliaries.Line> its = by.get(place.id());
            return new Spot(place, its.stream().map(Auxiliaries.Line::number).reduce(Auxiliaries.Number.NONE, Auxiliaries.Number::plus),
                    its.stream().map(Auxiliaries.Line::placeId).distinct().mapToInt(id -> regulars.getOrDefault(id, 0)).sum());
        }).toList();
    }
}

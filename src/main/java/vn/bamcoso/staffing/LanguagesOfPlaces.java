package vn.bamcoso.staffing;

import java.time.LocalDate;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;
import vn.bamcoso.access.CurrentUser;
import vn.bamcoso.audit.Trail;
import vn.bamcoso.basics.Problem;
import vn.bamcoso.basics.Sql;
import vn.bamcoso.territory.Place;
import vn.bamcoso.territory.PlaceFacts;
import vn.bamcoso.territory.Places;

/**
 * Which languages of ethnic groups and border countries are spoken where, on a day. Noted of a place with first day and source;
 * what is noted of a province holds for those of its communes of which nothing is noted. Public, as all facts about places are.
 */
@Component
public class LanguagesOfPlaces {
    private static final String NAME = "language";
    private static final String NOTED = Sql.beside(LanguagesOfPlaces.class, "languages-noted.sql");

    /**
     * @param placeId a commune alive on the day
     * @param to first day on which it no longer holds; null while it does
     * @param own noted of the commune itself; else of its province
     */
    public record Spoken(int placeId, String key, String place, String language, LocalDate from, @Nullable LocalDate to, String source, boolean own) {}

    private final JdbcClient jdbc;
    private final Places places;
    private final PlaceFacts facts;
    private final Area area;
    private final Trail trail;

    LanguagesOfPlaces(JdbcClient jdbc, Places places, PlaceFacts facts, Area area, Trail trail) {
        this.jdbc = jdbc;
        this.places = places;
        this.facts = facts;
        this.area = area;
        this.trail = trail;
    }

    /** Every language of every commune within the place, both of that day's map; by code of the commune. */
    @Transactional(readOnly = true)
    public List<Spoken> within(int place, LocalDate on) {
        Map<Integer, List<Noted>> noted = jdbc.sql(NOTED).param("on", on).query(Noted.class).list().stream().collect(Collectors.groupingBy(Noted::placeId));
        if (noted.isEmpty()) {
            return List.of();
        }
        Map<Integer, Place> alive = places.on(on).stream().collect(Collectors.toMap(Place::id, one -> one));
        return alive.values().stream().filter(one -> one.level().equals("commune")).sorted(Comparator.comparing(Place::code)).flatMap(commune -> {
            List<Place> above = above(commune, alive);
            if (above.stream().noneMatch(one -> one.id() == place)) {
                return Stream.empty();
            }
            List<Noted> own = noted.get(commune.id());
            int province = above.stream().filter(one -> one.level().equals("province")).mapToInt(Place::id).findFirst().orElse(0);
            return (own != null ? own : noted.getOrDefault(province, List.of())).stream().map(one ->
                    new Spoken(commune.id(), commune.key(), commune.fullName(), one.language(), one.validFrom(), one.validTo(), one.source(), own != null));
        }).toList();
    }

    /** The place itself and all that it lies in. */
    private static List<Place> above(Place place, Map<Integer, Place> alive) {
        return Stream.iterate(place, Objects::nonNull, one -> one.parentId() == null ? null : alive.get(one.parentId())).toList();
    }

    private record Noted(int placeId, String language, LocalDate validFrom, @Nullable LocalDate validTo, String source) {}

    /** The same as sets by id of the commune; a commune of which nothing is known has no entry. */
    @Transactional(readOnly = true)
    public Map<Integer, Set<String>> byCommune(int place, LocalDate on) {
        return within(place, on).stream().collect(Collectors.groupingBy(Spoken::placeId, Collectors.mapping(Spoken::language, Collectors.toSet())));
    }

    /** @throws Problem forbidden for who keeps no records there; refused without source, or when it is noted already */
    @Transactional
    public void note(Place place, String language, LocalDate from, String source) {
        need(place);
        if (language.isBlank() || source.isBlank() || !facts.note(place.id(), NAME, language.strip(), from, source.strip())) {
            throw Problem.refused("staffing.problem.language");
        }
        trail.write("staffing.language.noted", "place:" + place.key(), null, Map.of("language", language.strip(), "from", from.toString(), "source", source.strip()));
    }

    /** @param to first day on which it is no longer spoken there */
    @Transactional
    public void end(Place place, String language, LocalDate to) {
        need(place);
        if (!facts.end(place.id(), NAME, language, to)) {
            throw Problem.refused("staffing.problem.language");
        }
        trail.write("staffing.language.ended", "place:" + place.key(), Map.of("language", language), Map.of("to", to.toString()));
    }

    private void need(Place place) {
        if (!area.mayMoveAt(CurrentUser.require(), place.id())) {
            throw Problem.forbidden("staffing.problem.not-yours");
        }
    }
}

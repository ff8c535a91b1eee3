package vn.bamcoso.staffing;

import java.time.Clock;
import java.time.LocalDate;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import vn.bamcoso.access.CurrentUser;
import vn.bamcoso.basics.Problem;
import vn.bamcoso.basics.VietnamTime;
import vn.bamcoso.identity.Grants;
import vn.bamcoso.territory.Place;
import vn.bamcoso.territory.Places;

/** How far somebody reaches in staffing, so that nobody is told "vacant" of posts that are only hidden. */
@Component
public class Area {
    public static final short ORGANISATION = 1;
    public static final short PERSONNEL = 9;
    private static final List<String> MOVERS = List.of("provincial_staff", "provincial_director", "ministry_office", "department");
    private static final List<String> WITHOUT_CONTENT = List.of("administrator", "auditor", "gazetteer_keeper", "personnel_export");
    /** Who numbers documents of every field keeps nobody's record. */
    private static final List<String> WITHOUT_PERSONS = List.of("administrator", "auditor", "gazetteer_keeper", "personnel_export", "records_clerk");

    private final Grants grants;
    private final Places places;
    private final Homes homes;
    private final JdbcClient jdbc;
    private final Clock clock;

    Area(Grants grants, Places places, Homes homes, JdbcClient jdbc, Clock clock) {
        this.grants = grants;
        this.places = places;
        this.homes = homes;
        this.jdbc = jdbc;
        this.clock = clock;
    }

    public LocalDate today() {
        return VietnamTime.today(clock);
    }

    /** The widest place that this user's grants cover for the field of work; empty for who sees nothing of it. */
    public Optional<Place> of(CurrentUser user, short field) {
        return grants.widest(user, field, field == PERSONNEL ? WITHOUT_PERSONS : WITHOUT_CONTENT);
    }

    /** Whether every officer's record within the place (of any day) is open to this user. */
    public boolean knowsPersons(CurrentUser user, int placeId) {
        return of(user, PERSONNEL).filter(area -> places.holds(area.id(), placeId, today())).isPresent();
    }

    /**
     * The chosen place, or the whole area.
     *
     * @throws Problem not found when it lies outside, or when the user has no area
     */
    public Place chosen(CurrentUser user, @Nullable String key) {
        Place area = of(user, ORGANISATION).orElseThrow(Problem::notFound);
        if (key == null || key.isBlank()) {
            return area;
        }
        Place chosen = places.byKey(key).orElseThrow(Problem::notFound);
        if (!places.holds(area.id(), chosen.id(), today())) {
            throw Problem.notFound();
        }
        return chosen;
    }

    /** Whether the place is on the map of a day. */
    public boolean standsOn(Place place, LocalDate map) {
        return places.byId(place.id(), map).isPresent();
    }

    /** What the place is, or lies in, on the map of a day: itself, its successor, or the place of the same level that holds most of it. */
    public Place onMap(Place place, LocalDate map) {
        return places.byId(place.id(), map).or(() -> jdbc.sql("""
                        select ancestor_id from territory.pub_reach where vintage_id = (select territory.vintage_of(:map)) and place_id = :place and level = :level order by share desc limit 1""")
                .param("map", map).param("place", place.id()).param("level", place.level()).query(Integer.class).optional()
                .flatMap(id -> places.byId(id, map))).orElse(place);
    }

    /** The provinces of the 63 in which a place of a map lies. */
    public List<Short> homes(Place place, LocalDate map) {
        return homes.of(place.id(), homes.on(map));
    }

    public Place nation(LocalDate day) {
        return places.byKey("NVN@" + day).orElseThrow();
    }

    /** The provinces of an earlier day from which a province was made; itself when it stood already. */
    public List<Place> madeOf(Place province, LocalDate day) {
        return jdbc.sql("""
                        select distinct p.place_id from territory.pub_place p
                        join territory.pub_reach r on r.vintage_id = (select territory.vintage_of(greatest(cast(:since as date), cast(:day as date)))) and r.place_id = p.place_id and r.ancestor_id = :province
                        where p.level = 'province' and p.valid_from <= :day and :day < p.valid_to""")
                .param("since", province.validFrom()).param("day", day).param("province", province.id()).query(Integer.class).list().stream()
                .flatMap(id -> places.byId(id, day).stream()).sorted(java.util.Comparator.comparing(Place::code)).toList();
    }

    /** Whether this user may move people to and from the office: staff or director of what stands above it, with the field personnel. */
    public boolean mayMove(CurrentUser user, int officeId) {
        Integer place = jdbc.sql("select place_id from territory.pub_office where office_id = :office order by valid_to desc limit 1").param("office", officeId).query(Integer.class).optional().orElse(null);
        return place != null && mayMoveAt(user, place);
    }

    /** Whether this user keeps the records of people who serve at the place, of any day. */
    public boolean mayMoveAt(CurrentUser user, int placeId) {
        return user.id() == 0 || MOVERS.stream().anyMatch(role -> grants.mayFor(user, role, placeId, PERSONNEL));
    }

    /** Those of many offices for which {@link #mayMove} holds, in one question. */
    public Set<Integer> mayMoveAmong(CurrentUser user, Collection<Integer> officeIds) {
        Integer[] areas = user.id() == 0 ? new Integer[] {places.nation().id()} : grants.of(user).stream()
                .filter(grant -> MOVERS.contains(grant.role()) && grant.placeId() != null && (grant.field() == null || grant.field() == PERSONNEL))
                .map(Grants.Grant::placeId).distinct().toArray(Integer[]::new);
        return areas.length == 0 ? Set.of() : Set.copyOf(jdbc.sql("""
                        select o.office_id from (select distinct on (office_id) office_id, place_id from territory.pub_office where office_id = any (:offices) order by office_id, valid_to desc) o
                        where exists (select from territory.pub_reach r where r.vintage_id = (select territory.vintage_of(:today)) and r.place_id = o.place_id and r.ancestor_id = any (:areas))""")
                .param("offices", officeIds.toArray(Integer[]::new)).param("today", today()).param("areas", areas).query(Integer.class).list());
    }
}

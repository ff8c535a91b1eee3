package vn.bamcoso.territory;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.Collection;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Predicate;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;
import vn.bamcoso.access.Once;
import vn.bamcoso.basics.Problem;

/** Finds places of any day. Public reference data: no scope applies. */
@Component
public class Places {
    private static final Pattern KEY = Pattern.compile("([NPDC])([0-9]{2,5}|VN)@(\\d{4}-\\d{2}-\\d{2})");
    private final JdbcClient jdbc;
    private final PlaceSearch search;

    Places(JdbcClient jdbc, PlaceSearch search) {
        this.jdbc = jdbc;
        this.search = search;
    }

    /** The place that bears this level and code on the key's day, in its state of that day; any such day will do. */
    @Transactional(readOnly = true)
    public Optional<Place> byKey(String key) {
        var parts = KEY.matcher(key);
        if (!parts.matches()) {
            return Optional.empty();
        }
        return day(parts).flatMap(day -> Once.ask(List.of(Places.class, key), () -> byKey(parts, day)));
    }

    private Optional<Place> byKey(Matcher parts, LocalDate day) {
        return jdbc.sql("""
                        select * from territory.pub_place
                        where level = case :letter when 'N' then 'nation' when 'P' then 'province' when 'D' then 'district' else 'commune' end
                          and code = :code and valid_from <= :day and :day < valid_to""")
                .param("letter", parts.group(1))
                .param("code", parts.group(2))
                .param("day", day)
                .query(Places::read)
                .optional();
    }

    /** As {@link #byKey} for many keys at once; what names no place is not in it. */
    public Map<String, Place> byKeys(Collection<String> keys) {
        Map<String, Matcher> known = new LinkedHashMap<>();
        keys.forEach(key -> {
            Matcher parts = KEY.matcher(key);
            if (parts.matches() && day(parts).isPresent()) {
                known.put(key, parts);
            }
        });
        Map<String, Place> found = new HashMap<>();
        jdbc.sql("""
                        select k.asked, p.* from unnest(:keys, :letters, :codes, :days::date[]) k(asked, letter, code, day)
                        join territory.pub_place p on p.code = k.code and p.valid_from <= k.day and k.day < p.valid_to
                            and p.level = case k.letter when 'N' then 'nation' when 'P' then 'province' when 'D' then 'district' else 'commune' end""")
                .param("keys", known.keySet().toArray(String[]::new))
                .param("letters", known.values().stream().map(parts -> parts.group(1)).toArray(String[]::new))
                .param("codes", known.values().stream().map(parts -> parts.group(2)).toArray(String[]::new))
                .param("days", known.values().stream().map(parts -> parts.group(3)).toArray(String[]::new))
                .query(row -> {
                    found.put(row.getString("asked"), Place.read(row));
                });
        return found;
    }

    /** Reads these at once, for a page that goes on to ask {@link #byKey} for each of them. */
    public void foresee(Collection<String> keys) {
        Map<String, Place> found = byKeys(keys);
        keys.forEach(key -> Once.ask(List.of(Places.class, key), () -> Optional.ofNullable(found.get(key))));
    }

    private static Optional<LocalDate> day(Matcher parts) {
        try {
            return Optional.of(LocalDate.parse(parts.group(3)));
        } catch (java.time.format.DateTimeParseException noSuchDay) {
            return Optional.empty();
        }
    }

    /** The place in its state of that day; empty when it was not alive. */
    @Transactional(readOnly = true)
    public Optional<Place> byId(int id, LocalDate day) {
        return Once.ask(List.of(Places.class, id, day), () -> jdbc.sql("select * from territory.pub_place where place_id = :id and valid_from <= :day and :day < valid_to")
                .param("id", id)
                .param("day", day)
                .query(Places::read)
                .optional());
    }

    /** Whether a place of any day lies in the area, itself or through its successors, on the map of a day. */
    @Transactional(readOnly = true)
    public boolean holds(int area, int place, LocalDate map) {
        return area == place || jdbc.sql("""
                        select exists (select from territory.pub_reach
                        where vintage_id = (select territory.vintage_of(:map)) and place_id = :place and ancestor_id = :area)""")
                .param("map", map)
                .param("place", place)
                .param("area", area)
                .query(Boolean.class)
                .single();
    }

    /** All states of the place, oldest first. */
    @Transactional(readOnly = true)
    public List<Place> life(int id) {
        return jdbc.sql("select * from territory.pub_place where place_id = :id order by valid_from")
                .param("id", id)
                .query(Places::read)
                .list();
    }

    /** Every place of that day with the nation first, then by level and code: about 3,400 to 11,400. */
    @Transactional(readOnly = true)
    public List<Place> on(LocalDate day) {
        return jdbc.sql("""
                        select * from territory.pub_place where valid_from <= :day and :day < valid_to
                        order by array_position(array['nation', 'province', 'district', 'commune'], level), code""")
                .param("day", day)
                .query(Places::read)
                .list();
    }

    /** The provinces of that day, by code. */
    @Transactional(readOnly = true)
    public List<Place> provinces(LocalDate day) {
        return Once.ask(List.of(Places.class, "provinces", day), () -> jdbc.sql("select * from territory.pub_place where level = 'province' and valid_from <= :day and :day < valid_to order by code")
                .param("day", day)
                .query(Places::read)
                .list());
    }

    /** What belongs directly to a place on that day, by level and code. */
    @Transactional(readOnly = true)
    public List<Place> children(int id, LocalDate day) {
        return jdbc.sql("select * from territory.pub_place where parent_id = :id and valid_from <= :day and :day < valid_to order by level desc, code")
                .param("id", id)
                .param("day", day)
                .query(Places::read)
                .list();
    }

    /** Places alive on that day that are called like the text, best first; see {@link PlaceSearch}. */
    public List<Place> search(String text, LocalDate day, int limit) {
        return search.find(text, day, null, limit, 0).places();
    }

    /**
     * The one place that people mean by this text on that day: its key, or a name that only one place there has, behind a comma what it
     * lies in. The whole name goes before the name without its kind, and letters with their marks before those without; a name that is
     * only alike is offered, never taken.
     *
     * @param among what may be meant at all
     * @throws Problem refused when there is none, or naming those among which to choose
     */
    @Transactional(readOnly = true)
    public Place meant(String text, LocalDate day, Predicate<Place> among) {
        Optional<Place> keyed = byKey(text.strip()).filter(among);
        if (keyed.isPresent()) {
            return keyed.get();
        }
        String called = PlaceSearch.tidy(text.split(",", 2)[0]);
        List<Place> alike = search(text, day, 12).stream().filter(among).toList();
        List<Predicate<Place>> ways = List.of(
                one -> one.fullName().equalsIgnoreCase(called),
                one -> PlaceSearch.fold(one.fullName()).equals(PlaceSearch.fold(called)),
                one -> one.name().equalsIgnoreCase(called),
                one -> PlaceSearch.fold(one.name()).equals(PlaceSearch.fold(called)));
        List<Place> meant = ways.stream().map(way -> alike.stream().filter(way).toList()).filter(found -> !found.isEmpty()).findFirst().orElse(List.of());
        if (meant.size() == 1) {
            return meant.getFirst();
        }
        if (alike.isEmpty()) {
            throw Problem.refused("territory.problem.no-place", text.strip(), day);
        }
        throw Problem.refused(meant.isEmpty() ? "territory.problem.alike-places" : "territory.problem.many-places", text.strip(), day,
                (meant.isEmpty() ? alike : meant).stream().map(one -> one.fullName() + above(one, day) + " (" + one.key() + ")").collect(Collectors.joining("; ")));
    }

    private String above(Place place, LocalDate day) {
        return place.parentId() == null ? "" : byId(place.parentId(), day).map(one -> ", " + one.fullName()).orElse("");
    }

    /** Toàn quốc. */
    @Transactional(readOnly = true)
    public Place nation() {
        return jdbc.sql("select * from territory.pub_place where level = 'nation'").query(Places::read).single();
    }

    private static Place read(ResultSet row, int number) throws SQLException {
        return Place.read(row);
    }
}

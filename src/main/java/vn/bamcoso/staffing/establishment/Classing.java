package vn.bamcoso.staffing.establishment;

import java.time.LocalDate;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;
import vn.bamcoso.access.CurrentUser;
import vn.bamcoso.audit.Trail;
import vn.bamcoso.basics.Problem;
import vn.bamcoso.territory.Place;
import vn.bamcoso.territory.PlaceFacts;

/**
 * What a decision says of many communes at once: important for security, of class 1, 2 or 3, at the border of a country. Dated, with its source;
 * templates are given by it, and places are chosen for a roll-out by it. A later class 1, 2 or 3 ends the one before it; important and border stand beside it.
 */
@Component
public class Classing {
    public static final List<String> FACTS = List.of("key", "1", "2", "3", "CN", "LA", "KH");
    private static final List<String> CLASSES = List.of("1", "2", "3");
    private static final List<String> COUNTRIES = List.of("CN", "LA", "KH");

    private final JdbcClient jdbc;
    private final PlaceFacts facts;
    private final Allotting allotting;
    private final Trail trail;

    Classing(JdbcClient jdbc, PlaceFacts facts, Allotting allotting, Trail trail) {
        this.jdbc = jdbc;
        this.facts = facts;
        this.allotting = allotting;
        this.trail = trail;
    }

    private record Found(int placeId, String code) {}

    /** @param codes of the communes of which it holds */
    public record Noted(String fact, int communes, String codes) {}

    /** What holds of communes of the area on a day. */
    @Transactional(readOnly = true)
    public List<Noted> noted(Place within, LocalDate on) {
        return jdbc.sql("""
                        select a.value as fact, count(*)::int as communes, string_agg(p.code, ', ' order by p.code) as codes from territory.pub_attribute a
                        join territory.pub_place p on p.place_id = a.place_id and p.level = 'commune' and p.valid_from <= :on and :on < p.valid_to
                        join territory.pub_reach r on r.vintage_id = territory.vintage_of(:on) and r.place_id = p.place_id and r.ancestor_id = :within
                        where a.name in ('class', 'border_country') and a.valid_from <= :on and :on < a.valid_to group by a.value order by array_position(:facts::text[], a.value)""")
                .param("on", on).param("within", within.id()).param("facts", FACTS.toArray(String[]::new)).query(Noted.class).list();
    }

    /**
     * All of them or none.
     *
     * @param ends it no longer holds from the day on
     * @return how many communes it changed
     * @throws Problem forbidden for who allots no posts there; refused for a code that is no commune of the area on the day, or when nothing changes
     */
    @Transactional
    public int note(Place within, String fact, boolean ends, String codes, LocalDate from, String source) {
        if (!allotting.mayWithin(CurrentUser.require(), within.id())) {
            throw Problem.forbidden("staffing.problem.not-yours");
        }
        String[] wanted = Arrays.stream(codes.split("[\\s,;]+")).filter(code -> !code.isBlank()).distinct().toArray(String[]::new);
        if (!FACTS.contains(fact) || wanted.length == 0 || source.isBlank()) {
            throw Problem.refused("staffing.problem.fact");
        }
        List<Found> found = jdbc.sql("""
                        select p.place_id, p.code from territory.pub_place p
                        join territory.pub_reach r on r.vintage_id = territory.vintage_of(:on) and r.place_id = p.place_id and r.ancestor_id = :within
                        where p.level = 'commune' and p.valid_from <= :on and :on < p.valid_to and p.code = any (:codes)""")
                .param("on", from).param("within", within.id()).param("codes", wanted).query(Found.class).list();
        List<String> strange = Arrays.stream(wanted).filter(code -> found.stream().noneMatch(one -> one.code().equals(code))).toList();
        if (!strange.isEmpty()) {
            throw Problem.refused("staffing.problem.fact-codes", String.join(", ", strange), from);
        }
        String name = COUNTRIES.contains(fact) ? "border_country" : "class";
        long changed = found.stream().filter(one -> ends ? facts.end(one.placeId(), name, fact, from) : begin(one.placeId(), name, fact, from, source.strip())).count();
        if (changed == 0) {
            throw Problem.refused("staffing.problem.fact-same");
        }
        trail.write("staffing.commune.classed", "place:" + within.key(), null, Map.of("fact", fact, "ends", ends, "codes", List.of(wanted), "from", from, "source", source.strip()));
        return (int) changed;
    }

    private boolean begin(int place, String name, String fact, LocalDate from, String source) {
        if (!facts.note(place, name, fact, from, source)) {
            return false;
        }
        if (CLASSES.contains(fact)) {
            CLASSES.stream().filter(other -> !other.equals(fact)).forEach(other -> facts.end(place, name, other, from));
        }
        return true;
    }
}

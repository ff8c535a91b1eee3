package vn.bamcoso.staffing.language;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;
import vn.bamcoso.access.CurrentUser;
import vn.bamcoso.basics.Problem;
import vn.bamcoso.staffing.Area;
import vn.bamcoso.staffing.LanguagesOfPlaces;
import vn.bamcoso.staffing.LanguagesOfPlaces.Spoken;
import vn.bamcoso.territory.Place;
import vn.bamcoso.territory.Places;

/** Where a language of the place is spoken by none of the officers who serve there. */
@Component
public class Needs {
    /** One language in one commune. @param speakers officers with a full post there who speak it */
    public record Line(Spoken need, int officers, int speakers) {
        public boolean missing() {
            return speakers == 0;
        }
    }

    /** One language over the area. @param communes in which it is spoken, {@code met} with at least one officer who speaks it; {@code speakers} of the whole area */
    public record Sum(String language, int communes, int met, int speakers) {}

    /** @param lines those without a speaker first; {@code known} communes of which a language is noted */
    public record Board(List<Sum> sums, List<Line> lines, int known) {
        public long missing() {
            return lines.stream().filter(Line::missing).count();
        }
    }

    private final JdbcClient jdbc;
    private final LanguagesOfPlaces languages;
    private final Places places;
    private final Area area;

    Needs(JdbcClient jdbc, LanguagesOfPlaces languages, Places places, Area area) {
        this.jdbc = jdbc;
        this.languages = languages;
        this.places = places;
        this.area = area;
    }

    /** @param persons without the field personnel nothing is said of who speaks what */
    @Transactional(readOnly = true)
    public Board of(int within, LocalDate on, boolean persons) {
        record Speakers(int placeId, String language, int n) {}
        Map<String, Integer> speakers = new HashMap<>();
        Map<Integer, Integer> officers = new HashMap<>();
        Map<String, Integer> all = new HashMap<>();
        List<Spoken> needs = languages.within(within, on);
        if (persons && !needs.isEmpty()) {
            jdbc.sql("""
                            -- How many officers with a full post in each commune of the area speak which language on the day?
                            select p.place_id, s.name as language, count(distinct p.officer_id)::int as n
                            from staffing.posting p join staffing.skill s on s.officer_id = p.officer_id and s.kind = 'language' and s.noted_on <= :on and (s.expires is null or s.expires > :on)
                            where p.kind = 'full' and p.title_id in (1, 2, 3) and p.valid_from <= :on and :on < p.valid_to
                              and p.place_id in (select r.place_id from territory.pub_reach r where r.vintage_id = (select territory.vintage_of(:on)) and r.ancestor_id = :within)
                            group by 1, 2""").param("on", on).param("within", within).query(Speakers.class).list().forEach(one -> {
                                speakers.put(one.placeId() + one.language(), one.n());
                                all.merge(one.language(), one.n(), Integer::sum);
                            });
            jdbc.sql("""
                            select p.place_id, '' as language, count(*)::int as n from staffing.posting p
                            where p.kind = 'full' and p.title_id in (1, 2, 3) and p.valid_from <= :on and :on < p.valid_to
                              and p.place_id in (select r.place_id from territory.pub_reach r where r.vintage_id = (select territory.vintage_of(:on)) and r.ancestor_id = :within)
                            group by 1""").param("on", on).param("within", within).query(Speakers.class).list().forEach(one -> officers.put(one.placeId(), one.n()));
        }
        List<Line> lines = new ArrayList<>();
        Map<String, int[]> sums = new TreeMap<>();
        for (Spoken need : needs) {
            int n = speakers.getOrDefault(need.placeId() + need.language(), 0);
            lines.add(new Line(need, officers.getOrDefault(need.placeId(), 0), n));
            int[] sum = sums.computeIfAbsent(need.language(), language -> new int[2]);
            sum[0]++;
            sum[1] += n > 0 ? 1 : 0;
        }
        lines.sort(Comparator.comparing(Line::missing).reversed());
        return new Board(sums.entrySet().stream().map(sum -> new Sum(sum.getKey(), sum.getValue()[0], sum.getValue()[1], all.getOrDefault(sum.getKey(), 0))).toList(), lines,
                (int) lines.stream().map(line -> line.need().placeId()).distinct().count());
    }

    /** By key, or by a name that means one place; of who keeps records there. */
    @Transactional(readOnly = true)
    public Place place(String text) {
        Place meant = places.meant(text, area.today(), one -> true);
        if (!area.mayMoveAt(CurrentUser.require(), meant.id())) {
            throw Problem.forbidden("staffing.problem.not-yours");
        }
        return meant;
    }
}

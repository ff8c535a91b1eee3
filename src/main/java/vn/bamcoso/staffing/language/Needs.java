package vn.bamcoso.staffing.language;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;
import vn.bamcoso.access.CurrentUser;
import vn.bamcoso.basics.Problem;
import vn.bamcoso.basics.Sql;
import vn.bamcoso.staffing.Area;
import vn.bamcoso.staffing.LanguagesOfPlaces;
import vn.bamcoso.staffing.LanguagesOfPlaces.Spoken;
import vn.bamcoso.staffing.Strength;
import vn.bamcoso.staffing.Strength.Commune;
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

    private static final String SPEAKERS = Sql.beside(Needs.class, "speakers.sql");
    private final JdbcClient jdbc;
    private final LanguagesOfPlaces languages;
    private final Strength strength;
    private final Places places;
    private final Area area;

    Needs(JdbcClient jdbc, LanguagesOfPlaces languages, Strength strength, Places places, Area area) {
        this.jdbc = jdbc;
        this.languages = languages;
        this.strength = strength;
        this.places = places;
        this.area = area;
    }

    /** @param persons without the field personnel nothing is said of who speaks what */
    @Transactional(readOnly = true)
    public Board of(Place within, LocalDate on, boolean persons) {
        List<Spoken> needs = languages.within(within.id(), on);
        Set<Integer> known = needs.stream().map(Spoken::placeId).collect(Collectors.toSet());
        Map<Integer, Map<String, Integer>> speakers = new HashMap<>();
        Map<String, Integer> all = new HashMap<>();
        Map<Integer, Commune> strengths = Map.of();
        if (persons && !needs.isEmpty()) {
            Short[] homes = area.homes(within, on).toArray(Short[]::new);
            strengths = strength.communes(List.of(on), homes, known.toArray(Integer[]::new)).get(on);
            jdbc.sql(SPEAKERS).param("on", on).param("homes", homes).param("place", within.level().equals("commune") ? within.id() : 0).query(row -> {
                speakers.computeIfAbsent(row.getInt("place_id"), place -> new HashMap<>()).put(row.getString("language"), row.getInt("n"));
                all.merge(row.getString("language"), row.getInt("n"), Integer::sum);
            });
        }
        List<Line> lines = new ArrayList<>();
        Map<String, int[]> sums = new TreeMap<>();
        for (Spoken need : needs) {
            int n = speakers.getOrDefault(need.placeId(), Map.of()).getOrDefault(need.language(), 0);
            Commune there = strengths.get(need.placeId());
            lines.add(new Line(need, there == null ? 0 : there.all().filled(), n));
            int[] sum = sums.computeIfAbsent(need.language(), language -> new int[2]);
            sum[0]++;
            sum[1] += n > 0 ? 1 : 0;
        }
        lines.sort(Comparator.comparing(Line::missing).reversed());
        return new Board(sums.entrySet().stream().map(sum -> new Sum(sum.getKey(), sum.getValue()[0], sum.getValue()[1], all.getOrDefault(sum.getKey(), 0))).toList(), lines, known.size());
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

package vn.bamcoso.staffing;

import java.sql.Timestamp;
import java.sql.Types;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;
import vn.bamcoso.basics.Sql;

/** Of what people the strength of an area and of each of its places is made: by sex, rank, education, ethnic group, Party membership, as they were on the day. Only records that are open to who asks are counted. */
@Component
public class Makeup {
    /**
     * @param total by value, the most frequent first
     * @param lines by id of the place of the question's level, by value
     */
    public record Counts(List<Officers.Count> total, Map<Integer, Map<String, Integer>> lines) {
        static Counts of(Map<Integer, Map<String, Integer>> lines) {
            Map<String, Integer> total = new HashMap<>();
            lines.values().forEach(line -> line.forEach((value, n) -> total.merge(value, n, Integer::sum)));
            return new Counts(total.entrySet().stream().map(one -> new Officers.Count(one.getKey(), one.getValue()))
                    .sorted(Comparator.comparingInt(Officers.Count::n).reversed().thenComparing(Officers.Count::value)).toList(), lines);
        }

        /** Of some lines alone. */
        public Counts only(Set<Integer> places) {
            Map<Integer, Map<String, Integer>> some = new HashMap<>(lines);
            some.keySet().retainAll(places);
            return of(some);
        }
    }

    private final JdbcClient jdbc;
    private final Homes homes;
    private final Lying lying;
    private final String makeup = Sql.beside(Makeup.class, "makeup.sql");

    Makeup(JdbcClient jdbc, Homes homes, Lying lying) {
        this.jdbc = jdbc;
        this.homes = homes;
        this.lying = lying;
    }

    /** @param question of what the board shows; postings and records as known at its moment */
    @Transactional(readOnly = true)
    public Counts of(By by, Strength.Question question) {
        Map<Short, Integer> provinces = homes.on(question.map());
        List<Short> within = homes.of(question.within(), provinces);
        boolean whole = homes.whole(question.within(), within, provinces);
        boolean nation = question.level().equals("nation");
        boolean sums = whole && (nation || question.level().equals("province"));
        Map<Integer, Integer> lineOf = sums ? Map.of() : lying.lines(question, within, whole, lying.spots(question.level(), question.map()));
        Map<Integer, Map<String, Integer>> lines = new HashMap<>();
        jdbc.sql(makeup).param("by", by.code()).param("on", question.on()).param("sums", sums).param("homes", within.toArray(Short[]::new))
                .param("known", question.known() == null ? null : Timestamp.from(question.known()), Types.TIMESTAMP).query(row -> {
            Integer line = sums ? nation ? Integer.valueOf(question.within()) : provinces.get(row.getShort("home")) : lineOf.get(row.getInt("place"));
            if (line != null) {
                lines.computeIfAbsent(line, id -> new HashMap<>()).merge(row.getString("value"), row.getInt("n"), Integer::sum);
            }
        });
        return Counts.of(lines);
    }
}

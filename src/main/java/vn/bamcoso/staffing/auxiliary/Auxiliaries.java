package vn.bamcoso.staffing.auxiliary;

import java.sql.Timestamp;
import java.sql.Types;
import java.time.Instant;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;
import vn.bamcoso.basics.Sql;
import vn.bamcoso.shell.Page;

/** How many auxiliaries there are on any day: counts of the category that holds on it; what is not in scope is not counted. */
@Component
public class Auxiliaries {
    public static final String SEMI_PROFESSIONAL = "semi_professional";

    /** @param to first day on which it is no more; null while it lasts */
    public record Kind(String code, String nameVi, String nameEn, @Nullable LocalDate from, @Nullable LocalDate to, @Nullable String successor, String basis) {
        public String name(Page page) {
            return page.either(nameVi, nameEn);
        }

        public boolean holdsOn(LocalDate day) {
            return (from == null || !day.isBefore(from)) && (to == null || day.isBefore(to));
        }
    }

    /** People by role and sex, and teams. */
    public record Number(int teams, int chiefs, int chiefWomen, int deputies, int deputyWomen, int members, int memberWomen, int takenOver) {
        static final Number NONE = new Number(0, 0, 0, 0, 0, 0, 0, 0);

        public int all() {
            return chiefs + deputies + members;
        }

        public int women() {
            return chiefWomen + deputyWomen + memberWomen;
        }

        Number plus(Number other) {
            return new Number(teams + other.teams, chiefs + other.chiefs, chiefWomen + other.chiefWomen, deputies + other.deputies, deputyWomen + other.deputyWomen,
                    members + other.members, memberWomen + other.memberWomen, takenOver + other.takenOver);
        }
    }

    /** One category at one commune. */
    public record Line(int placeId, String key, String name, short home, int province, String kind, LocalDate asOf, Number number) {}

    private final JdbcClient jdbc;
    private final String auxiliaries = Sql.beside(Auxiliaries.class, "auxiliaries.sql");
    private final String regulars = Sql.beside(Auxiliaries.class, "regulars.sql");

    Auxiliaries(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** Those that ended first. */
    @Transactional(readOnly = true)
    public List<Kind> kinds() {
        return jdbc.sql("""
                        select code, name_vi, name_en, nullif(valid_from, '-infinity') as "from", nullif(valid_to, 'infinity') as "to", successor, basis
                        from staffing.auxiliary_kind order by valid_to, code = 'fire_team', code = 'civil_guard'""")
                .query(Kind.class)
                .list();
    }

    /**
     * @param within id of a province or commune alive on the day; 0 for all
     * @param known as was entered by then; null: now
     */
    @Transactional(readOnly = true)
    public List<Line> on(LocalDate on, int within, @Nullable Instant known) {
        return jdbc.sql(auxiliaries).param("on", on).param("within", within).param("known", known == null ? null : Timestamp.from(known), Types.TIMESTAMP)
                .query((row, n) -> new Line(row.getInt("place_id"), row.getString("key"), row.getString("name"), row.getShort("home"), row.getInt("province"), row.getString("kind"), row.getObject("as_of", LocalDate.class),
                        new Number(row.getInt("teams"), row.getInt("chiefs"), row.getInt("chief_women"), row.getInt("deputies"), row.getInt("deputy_women"), row.getInt("members"), row.getInt("member_women"), row.getInt("taken_over"))))
                .list();
    }

    /** Regular officers by commune. */
    @Transactional(readOnly = true)
    public Map<Integer, Integer> regulars(LocalDate on) {
        Map<Integer, Integer> officers = new HashMap<>();
        jdbc.sql(regulars).param("on", on).query(row -> {
            officers.put(row.getInt(1), row.getInt(2));
        });
        return officers;
    }
}

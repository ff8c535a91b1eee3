package vn.bamcoso.staffing.auxiliary;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.sql.Types;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Collection;
import java.util.HashMap;
import java.util.LinkedHashMap;
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
    public record Line(int placeId, String kind, Number number) {}

    /** One category in a province of the 63. */
    public record InHome(short home, String kind, Number number) {}

    /**
     * One category of a spot: a province of the 63, or a commune.
     *
     * @param spot home or place; 0 for communes whose successor is not known
     * @param regulars regular officers at the communes of the spot that have auxiliaries
     * @param withoutHeir communes that were merged into one that is not known
     */
    public record Part(int spot, String kind, Number number, int regulars, int withoutHeir) {}

    /** @param mended whether a later entry for the same day holds */
    public record Entry(String kind, LocalDate asOf, Number number, @Nullable String document, @Nullable String enteredBy, Instant enteredAt, boolean mended) {}

    private final JdbcClient jdbc;
    private final String auxiliaries = Sql.beside(Auxiliaries.class, "auxiliaries.sql");
    private final String asKnown = Sql.beside(Auxiliaries.class, "auxiliaries-known.sql");

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
     * What an area has on a day.
     *
     * @param homes provinces of the 63; none: all in scope
     * @param byHome one spot for each of the 63; else for each commune
     * @param commune only this one; 0: all
     */
    @Transactional(readOnly = true)
    public List<Part> on(LocalDate on, Collection<Short> homes, boolean byHome, int commune) {
        return jdbc.sql(auxiliaries).param("on", on).param("homes", homes.toArray(Short[]::new)).param("by_home", byHome).param("commune", commune)
                .query((row, n) -> new Part(row.getInt("spot"), row.getString("kind"), number(row), row.getInt("regulars"), row.getInt("without_heir"))).list();
    }

    /** What held on a day, by category and province of the 63: of these provinces; none: of all in scope. */
    @Transactional(readOnly = true)
    public List<InHome> byHome(LocalDate on, Collection<Short> homes) {
        return jdbc.sql("""
                        select home, kind, sum(teams)::int as teams, sum(chiefs)::int as chiefs, sum(chief_women)::int as chief_women, sum(deputies)::int as deputies, sum(deputy_women)::int as deputy_women,
                               sum(members)::int as members, sum(member_women)::int as member_women, sum(coalesce(taken_over, 0))::int as taken_over
                        from staffing.auxiliary_count where as_of <= :on and :on < holds_to and (cardinality(cast(:homes as smallint[])) = 0 or home = any (cast(:homes as smallint[]))) group by home, kind order by kind desc, home""")
                .param("on", on).param("homes", homes.toArray(Short[]::new))
                .query((row, n) -> new InHome(row.getShort("home"), row.getString("kind"), number(row))).list();
    }

    /** Sums by category of what held on a day, for the provinces of the 63; none: all in scope. */
    @Transactional(readOnly = true)
    public Map<String, Number> sums(LocalDate on, Collection<Short> homes) {
        Map<String, Number> sums = new LinkedHashMap<>();
        byHome(on, homes).forEach(one -> sums.merge(one.kind(), one.number(), Number::plus));
        return sums;
    }

    /** Every count of a commune, the latest first. */
    @Transactional(readOnly = true)
    public List<Entry> of(int commune) {
        return jdbc.sql("""
                        select c.*, u.name as entered_name from staffing.auxiliary_count c left join identity.pub_user u on u.user_id = c.entered_by
                        where c.place_id = :place order by c.as_of desc, c.id desc limit 100""")
                .param("place", commune)
                .query((row, n) -> new Entry(row.getString("kind"), row.getObject("as_of", LocalDate.class), number(row), row.getString("document"), row.getString("entered_name"), row.getTimestamp("entered_at").toInstant(),
                        !row.getObject("holds_to", LocalDate.class).isAfter(row.getObject("as_of", LocalDate.class)))).list();
    }

    /** By commune alive on the day, as was entered by then; null: now. Where the successor is not known, nothing is said. */
    @Transactional(readOnly = true)
    public List<Line> known(LocalDate on, @Nullable Instant known) {
        return jdbc.sql(asKnown).param("on", on).param("within", 0).param("known", known == null ? null : Timestamp.from(known), Types.TIMESTAMP)
                .query((row, n) -> new Line(row.getInt("place_id"), row.getString("kind"), number(row))).list();
    }

    /** Regular officers by commune. */
    @Transactional(readOnly = true)
    public Map<Integer, Integer> regulars(LocalDate on) {
        Map<Integer, Integer> officers = new HashMap<>();
        jdbc.sql("select place_id, officers from staffing.commune_strength where year = staffing.year_of(:on) and valid_from <= :on and :on < valid_to").param("on", on).query(row -> {
            officers.put(row.getInt(1), row.getInt(2));
        });
        return officers;
    }

    private static Number number(ResultSet row) throws SQLException {
        return new Number(row.getInt("teams"), row.getInt("chiefs"), row.getInt("chief_women"), row.getInt("deputies"), row.getInt("deputy_women"), row.getInt("members"), row.getInt("member_women"), row.getInt("taken_over"));
    }
}

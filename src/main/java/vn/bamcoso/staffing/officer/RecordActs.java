package vn.bamcoso.staffing.officer;

import java.sql.Timestamp;
import java.time.Clock;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;
import vn.bamcoso.access.CurrentUser;
import vn.bamcoso.audit.Trail;
import vn.bamcoso.basics.Problem;
import vn.bamcoso.basics.VietnamTime;
import vn.bamcoso.staffing.Area;
import vn.bamcoso.staffing.Officers;

/** Changes of a personal record by who keeps it: name, rank, education, Party; languages and competences; the yearly classification. Before and after are in the trail. */
@Component
public class RecordActs {
    public static final List<String> RANKS = List.of("thieu_uy", "trung_uy", "thuong_uy", "dai_uy", "thieu_ta", "trung_ta", "thuong_ta", "dai_ta");
    public static final List<String> EDUCATION = List.of("trung_cap", "cao_dang", "dai_hoc", "sau_dai_hoc");
    public static final List<String> RATINGS = List.of("excellent", "good", "done", "not_done");

    public record Rating(int year, String rating, String decision) {}

    private final JdbcClient jdbc;
    private final Officers officers;
    private final Area area;
    private final Trail trail;
    private final Clock clock;

    RecordActs(JdbcClient jdbc, Officers officers, Area area, Trail trail, Clock clock) {
        this.jdbc = jdbc;
        this.officers = officers;
        this.area = area;
        this.trail = trail;
        this.clock = clock;
    }

    /** Whether the user keeps this record: personnel staff above the place of the officer, never the officer. */
    @Transactional(readOnly = true)
    public boolean may(Officers.Officer officer) {
        CurrentUser user = CurrentUser.require();
        return (officer.userId() == null || officer.userId() != user.id()) && area.mayMoveAt(user, officer.placeId());
    }

    Officers.Officer need(int id) {
        Officers.Officer officer = officers.byId(id).orElseThrow(Problem::notFound);
        if (!may(officer)) {
            throw Problem.forbidden("staffing.problem.not-yours");
        }
        return officer;
    }

    @Transactional(readOnly = true)
    public List<Rating> ratings(int officer) {
        return jdbc.sql("select distinct on (year) year, rating, decision from staffing.rating where officer_id = :officer order by year desc, noted_at desc").param("officer", officer).query(Rating.class).list();
    }

    /** @param since first day of the new rank or education, so that earlier days keep the one before; null when what stood in the record was wrong on those days too */
    @Transactional
    public void change(int id, String name, String rank, String education, @Nullable LocalDate since, @Nullable LocalDate partySince, String why) {
        Officers.Officer before = need(id);
        if (name.isBlank() || why.isBlank() || !RANKS.contains(rank) || !EDUCATION.contains(education)) {
            throw Problem.refused("staffing.problem.record");
        }
        if (since != null) {
            earlier(before, "rank", before.rank(), rank, since);
            earlier(before, "education", before.education(), education, since);
        }
        jdbc.sql("update staffing.officer set name = :name, rank = :rank, education = :education, party_since = :party, known_from = greatest(:now, known_from + interval '1 microsecond'), version = version + 1 where id = :id")
                .param("now", Timestamp.from(clock.instant())).param("name", name.strip()).param("rank", rank).param("education", education).param("party", partySince).param("id", id).update();
        Map<String, Object> after = new HashMap<>(Map.of("name", name.strip(), "rank", rank, "education", education, "why", why.strip()));
        after.put("since", since == null ? null : since.toString());
        after.put("partySince", partySince == null ? null : partySince.toString());
        trail.write("staffing.officer.changed", "officer:" + id, before, after);
    }

    /** What is over since a day stays that of the days before. */
    private void earlier(Officers.Officer officer, String attribute, String was, String now, LocalDate since) {
        if (was.equals(now)) {
            return;
        }
        LocalDate last = jdbc.sql("select max(valid_to) from staffing.officer_before where officer_id = :id and attribute = :attribute and known_to = 'infinity'")
                .param("id", officer.id()).param("attribute", attribute).query((row, n) -> row.getObject(1, LocalDate.class)).list().getFirst();
        if (since.isAfter(VietnamTime.today(clock)) || !since.isAfter(officer.enteredOn()) || last != null && !since.isAfter(last)) {
            throw Problem.refused("staffing.problem.since", last == null ? officer.enteredOn() : last);
        }
        jdbc.sql("insert into staffing.officer_before (officer_id, attribute, value, valid_from, valid_to, known_from) values (:id, :attribute, :was, coalesce(cast(:last as date), '-infinity'), :since, :now)")
                .param("id", officer.id()).param("attribute", attribute).param("was", was).param("last", last).param("since", since).param("now", Timestamp.from(clock.instant())).update();
    }

    /** @param level how well, or the level of the certificate; {@code expires} null when it does not */
    @Transactional
    public void skill(int id, String kind, String name, String level, @Nullable LocalDate expires) {
        need(id);
        if (name.isBlank() || !List.of("language", "competence").contains(kind)) {
            throw Problem.refused("staffing.problem.skill");
        }
        jdbc.sql("insert into staffing.skill (officer_id, kind, name, level, expires, noted_on) values (:id, :kind, :name, nullif(:level, ''), :expires, :on)")
                .param("id", id).param("kind", kind).param("name", name.strip()).param("level", level.strip()).param("expires", expires).param("on", VietnamTime.today(clock)).update();
        trail.write("staffing.officer.skilled", "officer:" + id, null, Map.of("kind", kind, "name", name.strip(), "level", level.strip()));
    }

    @Transactional
    public void rate(int id, int year, String rating, String decision) {
        need(id);
        if (decision.isBlank() || !RATINGS.contains(rating) || year < 2000 || year > VietnamTime.today(clock).getYear()) {
            throw Problem.refused("staffing.problem.rating");
        }
        jdbc.sql("insert into staffing.rating (officer_id, year, rating, decision, noted_by, noted_at) values (:id, :year, :rating, :decision, :by, :now)")
                .param("id", id).param("year", year).param("rating", rating).param("decision", decision.strip()).param("by", CurrentUser.require().id()).param("now", Timestamp.from(clock.instant())).update();
        trail.write("staffing.officer.rated", "officer:" + id, null, Map.of("year", year, "rating", rating, "decision", decision.strip()));
    }
}

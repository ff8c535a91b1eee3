package vn.bamcoso.staffing.plan;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;
import tools.jackson.core.type.TypeReference;
import tools.jackson.databind.json.JsonMapper;
import vn.bamcoso.basics.Problem;

/** The rows of plans. Out of scope is not found. */
@Component
class PlanStore {
    private static final String READ = """
            select p.*, u.name as made_name, coalesce((select s.full_name from territory.pub_place s where s.place_id = p.place_id and s.valid_from <= p.on_day order by s.valid_from desc limit 1), '') as area
            from staffing.plan p join identity.pub_user u on u.user_id = p.made_by""";
    private static final TypeReference<List<Fit.Reason>> REASONS = new TypeReference<>() {};

    private final JdbcClient jdbc;
    private final JsonMapper json;

    PlanStore(JdbcClient jdbc, JsonMapper json) {
        this.jdbc = jdbc;
        this.json = json;
    }

    @Transactional
    public int add(String title, int area, short home, LocalDate day, Rules rules, boolean byHand, int by, Instant at) {
        return jdbc.sql("""
                        insert into staffing.plan (title, on_day, rules, status, by_hand, made_by, made_at, home, place_id)
                        values (:title, :day, cast(:rules as jsonb), 'waiting', :hand, :by, :at, :home, :area) returning id""")
                .param("hand", byHand)
                .param("title", title).param("day", day).param("rules", json.writeValueAsString(rules)).param("by", by).param("at", Timestamp.from(at))
                .param("home", home).param("area", area).query(Integer.class).single();
    }

    @Transactional(readOnly = true)
    public Optional<Plan> find(int id) {
        return jdbc.sql(READ + " where p.id = :id").param("id", id).query((row, n) -> plan(row)).optional();
    }

    @Transactional(readOnly = true)
    public List<Plan> latest(int limit) {
        return jdbc.sql(READ + " order by p.id desc limit :limit").param("limit", limit).query((row, n) -> plan(row)).list();
    }

    @Transactional(readOnly = true)
    public List<Line> lines(int plan, LocalDate day, boolean vi) {
        return jdbc.sql("""
                        select l.*, o.name as office, t.name_vi, t.name_en, f.number, f.name as officer, s.name as source
                        from staffing.plan_line l
                        join territory.pub_office o on o.office_id = l.office_id and o.valid_from <= :day and :day < o.valid_to
                        join staffing.title_state t on t.title_id = l.title_id and t.valid_from <= :day and :day < t.valid_to
                        left join staffing.officer f on f.id = l.officer_id
                        left join territory.pub_office s on s.office_id = l.from_office_id and s.valid_from <= :day and :day < s.valid_to
                        where l.plan_id = :plan order by l.n""")
                .param("plan", plan).param("day", day)
                .query((row, n) -> new Line(
                        row.getInt("n"), row.getInt("office_id"), row.getString("office"), row.getShort("title_id"), row.getString(vi ? "name_vi" : "name_en"),
                        row.getObject("officer_id", Integer.class), row.getString("number"), row.getString("officer"), row.getString("source"), row.getBoolean("pinned"),
                        row.getInt("weight"), json.readValue(row.getString("why"), REASONS),
                        row.getString("cost") == null ? null : json.readValue(row.getString("cost"), Line.Cost.class)))
                .list();
    }

    @Transactional(readOnly = true)
    public List<Ground.Word> words(int plan) {
        return jdbc.sql("select office_id, title_id, officer_id, word = 'pin' as pin from staffing.plan_word where plan_id = :plan").param("plan", plan).query(Ground.Word.class).list();
    }

    /** @throws Problem conflict when somebody else was faster, refused when the plan is not open to words */
    @Transactional
    public void say(Plan plan, int version, Line line, @Nullable String word, int by, Instant at) {
        step(plan.id(), version);
        jdbc.sql("delete from staffing.plan_word where plan_id = :plan and office_id = :office and title_id = :title and officer_id = :officer")
                .param("plan", plan.id()).param("office", line.officeId()).param("title", line.titleId()).param("officer", line.officerId()).update();
        if (word != null) {
            jdbc.sql("""
                            insert into staffing.plan_word (plan_id, office_id, title_id, officer_id, word, said_by, said_at, home, place_id)
                            select plan_id, office_id, title_id, officer_id, :word, :by, :at, home, place_id from staffing.plan_line where plan_id = :plan and n = :n""")
                    .param("plan", plan.id()).param("n", line.n()).param("word", word).param("by", by).param("at", Timestamp.from(at)).update();
        }
    }

    private void step(int plan, int version) {
        int changed = jdbc.sql("update staffing.plan set version = version + 1 where id = :id and version = :version and status in ('done', 'broken')")
                .param("id", plan).param("version", version).update();
        if (changed == 0) {
            throw Problem.conflict("staffing.plan.problem.meanwhile");
        }
    }

    /** Puts it in the queue again. */
    @Transactional
    public void again(int plan, int version, Instant at) {
        int changed = jdbc.sql("""
                        update staffing.plan set status = 'waiting', started_at = null, told = null, version = version + 1
                        where id = :id and version = :version and (not by_hand and status in ('done', 'broken') or coalesce(started_at, made_at) < cast(:at as timestamptz) - interval '3 minutes')""")
                .param("id", plan).param("version", version).param("at", Timestamp.from(at)).update();
        if (changed == 0) {
            throw Problem.conflict("staffing.plan.problem.meanwhile");
        }
    }

    @Transactional
    public void started(int plan, Instant at, int seats, int candidates) {
        jdbc.sql("update staffing.plan set status = 'running', started_at = :at, seats = :seats, candidates = :candidates where id = :id")
                .param("id", plan).param("at", Timestamp.from(at)).param("seats", seats).param("candidates", candidates).update();
    }

    @Transactional
    public void broken(int plan, String told) {
        jdbc.sql("update staffing.plan set status = 'broken', told = :told, version = version + 1 where id = :id").param("id", plan).param("told", told).update();
    }

    /** Keeps what the search found, in place of what an earlier one found. */
    @Transactional
    public void done(int plan, List<Seat> seats, Tally tally, java.util.function.Function<Seat, List<Fit.Reason>> why) {
        jdbc.sql("delete from staffing.plan_line where plan_id = :id").param("id", plan).update();
        int n = 0;
        for (Seat seat : seats) {
            Candidate officer = seat.officer();
            jdbc.sql("""
                            insert into staffing.plan_line (plan_id, n, office_id, title_id, officer_id, from_office_id, pinned, weight, why, home, place_id)
                            values (:plan, :n, :office, :title, :officer, :from, :pinned, :weight, cast(:why as jsonb), :home, :place)""")
                    .param("plan", plan).param("n", ++n).param("office", seat.target().officeId()).param("title", seat.target().titleId())
                    .param("officer", officer == null ? null : officer.id(), java.sql.Types.INTEGER).param("from", officer == null ? null : officer.source().officeId(), java.sql.Types.INTEGER)
                    .param("pinned", seat.pinned()).param("weight", seat.weight()).param("why", json.writeValueAsString(why.apply(seat)))
                    .param("home", seat.target().home()).param("place", seat.target().placeId()).update();
        }
        jdbc.sql("update staffing.plan set status = 'done', broken = :broken, unfilled = :unfilled, points = :points, version = version + 1 where id = :id")
                .param("id", plan).param("broken", tally.broken()).param("unfilled", tally.unfilled()).param("points", tally.points()).update();
    }

    /** The moves as the file of a wave has them: number of the officer, code of the place, title. */
    @Transactional(readOnly = true)
    public List<List<String>> moves(Plan plan) {
        return jdbc.sql("""
                        select f.number, p.code, t.name_vi
                        from staffing.plan_line l join staffing.officer f on f.id = l.officer_id
                        join territory.pub_place p on p.place_id = l.place_id and p.valid_from <= :day and :day < p.valid_to
                        join staffing.title_state t on t.title_id = l.title_id and t.valid_from <= :day and :day < t.valid_to
                        where l.plan_id = :plan order by l.n""")
                .param("plan", plan.id()).param("day", plan.day()).query((row, n) -> List.of(row.getString(1), row.getString(2), row.getString(3))).list();
    }

    /** @throws Problem conflict when somebody else was faster */
    @Transactional
    public void accepted(Plan plan, int version, int wave, int by, Instant at) {
        step(plan.id(), version);
        jdbc.sql("update staffing.plan set status = 'accepted', wave_id = :wave, accepted_by = :by, accepted_at = :at where id = :id")
                .param("id", plan.id()).param("wave", wave).param("by", by).param("at", Timestamp.from(at)).update();
    }

    @Transactional
    public void cost(int plan, int n, Line.Cost cost) {
        jdbc.sql("update staffing.plan_line set cost = cast(:cost as jsonb) where plan_id = :plan and n = :n")
                .param("plan", plan).param("n", n).param("cost", json.writeValueAsString(cost)).update();
    }

    private Plan plan(ResultSet row) throws SQLException {
        Timestamp started = row.getTimestamp("started_at");
        return new Plan(
                row.getInt("id"), row.getString("title"), row.getObject("on_day", LocalDate.class), json.readValue(row.getString("rules"), Rules.class),
                Plan.Status.valueOf(row.getString("status").toUpperCase(java.util.Locale.ROOT)), row.getString("made_name"), row.getTimestamp("made_at").toInstant(),
                started == null ? null : started.toInstant(), row.getObject("seats", Integer.class), row.getObject("candidates", Integer.class), row.getObject("broken", Long.class),
                row.getObject("unfilled", Long.class), row.getObject("points", Long.class), row.getString("told"), row.getInt("place_id"), row.getString("area"), row.getObject("wave_id", Integer.class),
                row.getInt("version"), row.getBoolean("by_hand"));
    }
}

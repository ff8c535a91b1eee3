package vn.bamcoso.staffing.wave;

import java.sql.Timestamp;
import java.time.Clock;
import java.time.LocalDate;
import java.util.Map;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;
import vn.bamcoso.access.CurrentUser;
import vn.bamcoso.audit.Trail;
import vn.bamcoso.basics.Problem;
import vn.bamcoso.staffing.Area;
import vn.bamcoso.staffing.wave.Waves.Wave;

/**
 * Does a wave when the collective decision is recorded, all of it or nothing, and takes it back as one act before its document
 * is issued. Whatever was known before stays.
 */
@Component
public class WaveDeciding {
    private final JdbcClient jdbc;
    private final Waves waves;
    private final Area area;
    private final Trail trail;
    private final Clock clock;

    WaveDeciding(JdbcClient jdbc, Waves waves, Area area, Trail trail, Clock clock) {
        this.jdbc = jdbc;
        this.waves = waves;
        this.area = area;
        this.trail = trail;
        this.clock = clock;
    }

    /** @throws Problem refused without number and day of the decision; conflict when somebody of it was moved meanwhile */
    @Transactional
    public void decide(int id, String decision, LocalDate decidedOn) {
        Wave wave = need(id, "draft");
        if (decision.isBlank() || decidedOn.isAfter(wave.effective())) {
            throw Problem.refused("staffing.problem.decision");
        }
        Timestamp now = Waves.at(clock.instant());
        int moved = jdbc.sql("""
                        -- Who of the wave was moved since the file came in?
                        select count(distinct l.officer_id)::int from staffing.wave_line l
                        join staffing.wave w on w.id = l.wave_id
                        join staffing.posting p on p.officer_id = l.officer_id and p.kind = 'full' and p.valid_from < p.valid_to
                        where l.wave_id = :wave and (p.valid_from >= w.effective and p.wave_id is distinct from w.changes_id or p.known_from > w.drafted_at)""")
                .param("wave", id).query(Integer.class).single();
        if (moved > 0) {
            throw Problem.conflict("staffing.problem.moved-meanwhile", moved);
        }
        if (wave.changesId() != null) {
            takeBackOfChanged(wave, now);
        }
        jdbc.sql("""
                        update staffing.wave_line l set from_posting_id = p.id, from_until = p.valid_to from staffing.posting p
                        where l.wave_id = :wave and p.officer_id = l.officer_id and p.kind = 'full' and p.valid_from < :day and p.valid_to >= :day""")
                .param("wave", id).param("day", wave.effective()).update();
        int done = wave.undoesFromTheFirstDay() ? restore(wave, now) : begin(wave, decision.strip(), decidedOn, now);
        if (done != wave.people()) {
            throw Problem.conflict("staffing.problem.moved-meanwhile", wave.people() - done);
        }
        jdbc.sql("update staffing.wave set status = 'decided', decision = :decision, decided_on = :decided, applied_by = :by, applied_at = :now where id = :id")
                .param("decision", decision.strip()).param("decided", decidedOn).param("by", CurrentUser.require().id()).param("now", now).param("id", id).update();
        acts(wave, now);
        trail.write("staffing.wave.decided", "wave:" + id, null, Map.of("decision", decision, "people", done));
    }

    /** Of the changed wave those postings go that have not begun before the change. */
    private void takeBackOfChanged(Wave wave, Timestamp now) {
        jdbc.sql("""
                        update staffing.posting p set valid_to = p.valid_from, recorded_by = :by, known_from = :now from staffing.wave_line l
                        where l.wave_id = :wave and p.officer_id = l.officer_id and p.wave_id = :changed and p.valid_to = 'infinity' and p.valid_from >= :day""")
                .param("by", CurrentUser.require().id()).param("now", now).param("wave", wave.id()).param("changed", wave.changesId()).param("day", wave.effective()).update();
    }

    /** Everybody holds again what the revoked wave ended. */
    private int restore(Wave wave, Timestamp now) {
        int restored = jdbc.sql("""
                        update staffing.posting p set valid_to = old.from_until, recorded_by = :by, known_from = :now
                        from staffing.wave_line l join staffing.wave_line old on old.wave_id = :changed and old.officer_id = l.officer_id
                        where l.wave_id = :wave and p.id = old.from_posting_id and p.id = l.from_posting_id""")
                .param("by", CurrentUser.require().id()).param("now", now).param("wave", wave.id()).param("changed", wave.changesId()).update();
        follow(wave.id());
        return restored;
    }

    private int begin(Wave wave, String decision, LocalDate decidedOn, Timestamp now) {
        int by = CurrentUser.require().id();
        jdbc.sql("update staffing.posting p set valid_to = :day, recorded_by = :by, known_from = :now from staffing.wave_line l where l.wave_id = :wave and p.id = l.from_posting_id and p.valid_to > :day")
                .param("day", wave.effective()).param("by", by).param("now", now).param("wave", wave.id()).update();
        int begun = jdbc.sql("""
                        insert into staffing.posting (officer_id, office_id, title_id, kind, valid_from, valid_to, reason, decision, decided_on, source_office_id, wave_id, recorded_by, known_from, home, place_id)
                        select l.officer_id, l.office_id, l.title_id, 'full', :day, 'infinity', 'wave', :decision, :decided, f.office_id, :wave, :by, :now, t.home, t.place_id
                        from staffing.wave_line l left join staffing.posting f on f.id = l.from_posting_id
                        join (select distinct o.office_id, p.place_id, p.home from territory.pub_office o join territory.pub_place p on p.place_id = o.place_id) t on t.office_id = l.office_id
                        where l.wave_id = :wave""")
                .param("day", wave.effective()).param("decision", decision).param("decided", decidedOn).param("wave", wave.id()).param("by", by).param("now", now).update();
        follow(wave.id());
        return begun;
    }

    /** Each officer of the wave gets an act with its checklist, of which the decision is done. */
    private void acts(Wave wave, Timestamp now) {
        int by = CurrentUser.require().id();
        jdbc.sql("""
                        insert into staffing.move (officer_id, what, posting_id, from_posting_id, effective, decision, decided_on, reason, wave_id, replaces_id, made_by, made_at, home, place_id)
                        select l.officer_id, case when p.title_id in (1, 2) and p.id is distinct from l.from_posting_id then 'appointment' else 'transfer' end, p.id, nullif(l.from_posting_id, p.id),
                               w.effective, w.decision, w.decided_on, w.title, w.id, l.replaces_id, :by, :now, p.home, p.place_id
                        from staffing.wave w join staffing.wave_line l on l.wave_id = w.id
                        join staffing.posting p on p.id = coalesce((select n.id from staffing.posting n where n.wave_id = w.id and n.officer_id = l.officer_id), l.from_posting_id)
                        where w.id = :wave""")
                .param("by", by).param("now", now).param("wave", wave.id()).update();
        jdbc.sql("insert into staffing.move_check (move_id, item, done_on, document, done_by, done_at) select id, 'decision', decided_on, decision, :by, :now from staffing.move where wave_id = :wave")
                .param("by", by).param("now", now).param("wave", wave.id()).update();
    }

    /**
     * Takes a decided wave back as one act, before its document is issued.
     *
     * @throws Problem refused when it is issued, conflict when somebody of it was moved again
     */
    @Transactional
    public void undo(int id) {
        Wave wave = need(id, "decided");
        int by = CurrentUser.require().id();
        Timestamp now = Waves.at(clock.instant());
        int later = jdbc.sql("""
                        -- Who of the wave was moved or mended since it was done?
                        select count(distinct l.officer_id)::int from staffing.wave w join staffing.wave_line l on l.wave_id = w.id
                        join staffing.posting p on p.officer_id = l.officer_id and p.kind = 'full' and p.known_from > w.applied_at where w.id = :wave""")
                .param("wave", id).query(Integer.class).single();
        if (later > 0) {
            throw Problem.conflict("staffing.problem.moved-meanwhile", later);
        }
        jdbc.sql("update staffing.posting set valid_to = valid_from, recorded_by = :by, known_from = greatest(:now, known_from + interval '1 microsecond') where wave_id = :wave")
                .param("by", by).param("now", now).param("wave", id).update();
        jdbc.sql("update staffing.posting p set valid_to = l.from_until, recorded_by = :by, known_from = greatest(:now, p.known_from + interval '1 microsecond') from staffing.wave_line l where l.wave_id = :wave and p.id = l.from_posting_id and p.valid_to <> l.from_until")
                .param("by", by).param("now", now).param("wave", id).update();
        if (wave.changesId() != null) {
            jdbc.sql("""
                            update staffing.posting p set valid_to = 'infinity', recorded_by = :by, known_from = greatest(:now, p.known_from + interval '1 microsecond')
                            from staffing.wave w join staffing.wave_line l on l.wave_id = w.id
                            where w.id = :wave and p.officer_id = l.officer_id and p.wave_id = w.changes_id and p.valid_to = p.valid_from and p.known_from = w.applied_at""")
                    .param("by", by).param("now", now).param("wave", id).update();
            }
        follow(id);
        jdbc.sql("update staffing.wave set status = 'undone', undone_by = :by, undone_at = :now where id = :id").param("by", by).param("now", now).param("id", id).update();
        trail.write("staffing.wave.undone", "wave:" + id, null, null);
    }

    /** The records of officers lie where they serve. */
    private void follow(int wave) {
        jdbc.sql("""
                        update staffing.officer o set home = p.home, place_id = p.place_id, version = o.version + 1
                        from staffing.wave_line l cross join lateral (
                            select n.home, n.place_id from staffing.posting n where n.officer_id = l.officer_id and n.kind = 'full' and n.valid_from < n.valid_to order by n.valid_from desc limit 1) p
                        where l.wave_id = :wave and o.id = l.officer_id""").param("wave", wave).update();
    }

    private Wave need(int id, String status) {
        Wave wave = waves.byId(id).orElseThrow(Problem::notFound);
        if (!area.mayMove(CurrentUser.require(), wave.officeId())) {
            throw Problem.forbidden("staffing.problem.not-yours");
        }
        jdbc.sql("select id from staffing.wave where id = :id for update").param("id", id).query(Integer.class).single();
        Wave now = waves.byId(id).orElseThrow();
        if (!now.status().equals(status)) {
            throw Problem.refused("staffing.problem.wave-" + now.status());
        }
        return wave;
    }
}

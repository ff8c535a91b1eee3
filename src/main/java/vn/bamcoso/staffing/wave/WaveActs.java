package vn.bamcoso.staffing.wave;

import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;
import vn.bamcoso.access.CurrentUser;
import vn.bamcoso.audit.Trail;
import vn.bamcoso.basics.Problem;
import vn.bamcoso.staffing.Area;
import vn.bamcoso.staffing.wave.Waves.Wave;
import vn.bamcoso.territory.Office;
import vn.bamcoso.territory.Offices;
import vn.bamcoso.territory.Place;

/** Drafting a wave from a file, doing it when the collective decision is recorded, taking it back as one act. */
@Component
public class WaveActs {
    /** The columns of a wave's file. */
    public static final List<String> HEAD = List.of(WaveFile.NUMBER, WaveFile.PLACE, WaveFile.TITLE);

    private final JdbcClient jdbc;
    private final Waves waves;
    private final WaveFile files;
    private final Area area;
    private final Offices offices;
    private final Trail trail;
    private final Clock clock;

    WaveActs(JdbcClient jdbc, Waves waves, WaveFile files, Area area, Offices offices, Trail trail, Clock clock) {
        this.jdbc = jdbc;
        this.waves = waves;
        this.files = files;
        this.area = area;
        this.offices = offices;
        this.trail = trail;
        this.clock = clock;
    }

    /** @return how many lines there are. @throws Problem refused with every fault of the file */
    @Transactional(readOnly = true)
    public int check(String file, byte[] content, LocalDate effective, Locale locale) {
        return sound(files.read(file, content, effective, locale)).size();
    }

    /**
     * Keeps a draft that nobody but its drafter sees.
     *
     * @return staffing.wave.id
     * @throws Problem refused with every fault of the file
     */
    @Transactional
    public int draft(String title, String file, byte[] content, LocalDate effective, Locale locale) {
        CurrentUser user = CurrentUser.require();
        List<WaveFile.Line> lines = sound(files.read(file, content, effective, locale));
        Place own = area.of(user, Area.PERSONNEL).orElseThrow(Problem::notFound);
        Office office = offices.serving(own.id(), area.today()).orElseThrow(Problem::notFound);
        int id = jdbc.sql("""
                        insert into staffing.wave (title, office_id, effective, status, people, drafted_by, drafted_at, home, place_id)
                        values (:title, :office, :effective, 'draft', :people, :by, :now, :home, :place) returning id""")
                .param("title", title.isBlank() ? file : title.strip()).param("office", office.id()).param("effective", effective).param("people", lines.size()).param("by", user.id())
                .param("now", Waves.at(clock.instant())).param("home", own.home()).param("place", own.id()).query(Integer.class).single();
        jdbc.sql("""
                        insert into staffing.wave_line (wave_id, row, officer_id, office_id, title_id)
                        select :wave, r, o, f, t from unnest(:rows, :officers, :offices, :titles) l(r, o, f, t)""")
                .param("wave", id)
                .param("rows", lines.stream().map(WaveFile.Line::row).toArray(Integer[]::new)).param("officers", lines.stream().map(WaveFile.Line::officer).toArray(Integer[]::new))
                .param("offices", lines.stream().map(WaveFile.Line::office).toArray(Integer[]::new)).param("titles", lines.stream().map(WaveFile.Line::title).toArray(Short[]::new)).update();
        trail.write("staffing.wave.drafted", "wave:" + id, null, Map.of("people", lines.size(), "effective", effective.toString()));
        return id;
    }

    private static List<WaveFile.Line> sound(WaveFile.Read read) {
        if (!read.faults().isEmpty()) {
            throw Problem.refused("staffing.problem.wave-faults", read.faults(), read.faults().size());
        }
        return read.lines();
    }

    /**
     * Does the whole wave, once the collective decision is recorded; all of it or nothing.
     *
     * @throws Problem refused when somebody of it was moved meanwhile
     */
    @Transactional
    public void decide(int id, String decision, LocalDate decidedOn) {
        Wave wave = need(id, "draft");
        if (decision.isBlank() || decidedOn.isAfter(wave.effective())) {
            throw Problem.refused("staffing.problem.decision");
        }
        Instant now = clock.instant();
        int moved = jdbc.sql("""
                        -- Who of the wave was moved since the file came in?
                        select count(*)::int from staffing.wave_line l join staffing.posting p on p.officer_id = l.officer_id and p.kind = 'full' and p.valid_from < p.valid_to
                        where l.wave_id = :wave and (p.valid_from >= :day or p.known_from > (select w.drafted_at from staffing.wave w where w.id = :wave))""")
                .param("wave", id).param("day", wave.effective()).query(Integer.class).single();
        if (moved > 0) {
            throw Problem.conflict("staffing.problem.moved-meanwhile", moved);
        }
        jdbc.sql("""
                        update staffing.wave_line l set from_posting_id = p.id, from_until = p.valid_to from staffing.posting p
                        where l.wave_id = :wave and p.officer_id = l.officer_id and p.kind = 'full' and p.valid_from < :day and p.valid_to >= :day""")
                .param("wave", id).param("day", wave.effective()).update();
        jdbc.sql("update staffing.posting p set valid_to = :day, recorded_by = :by, known_from = :now from staffing.wave_line l where l.wave_id = :wave and p.id = l.from_posting_id")
                .param("day", wave.effective()).param("by", CurrentUser.require().id()).param("now", Waves.at(now)).param("wave", id).update();
        int begun = jdbc.sql("""
                        insert into staffing.posting (officer_id, office_id, title_id, kind, valid_from, valid_to, reason, decision, decided_on, source_office_id, wave_id, recorded_by, known_from, home, place_id)
                        select l.officer_id, l.office_id, l.title_id, 'full', :day, 'infinity', 'wave', :decision, :decided, f.office_id, :wave, :by, :now, t.home, t.place_id
                        from staffing.wave_line l left join staffing.posting f on f.id = l.from_posting_id
                        join (select distinct o.office_id, p.place_id, p.home from territory.pub_office o join territory.pub_place p on p.place_id = o.place_id) t on t.office_id = l.office_id
                        where l.wave_id = :wave""")
                .param("day", wave.effective()).param("decision", decision.strip()).param("decided", decidedOn).param("wave", id).param("by", CurrentUser.require().id()).param("now", Waves.at(now)).update();
        if (begun != wave.people()) {
            throw Problem.conflict("staffing.problem.moved-meanwhile", wave.people() - begun);
        }
        follow(id);
        jdbc.sql("update staffing.wave set status = 'decided', decision = :decision, decided_on = :decided, applied_by = :by, applied_at = :now where id = :id")
                .param("decision", decision.strip()).param("decided", decidedOn).param("by", CurrentUser.require().id()).param("now", Waves.at(now)).param("id", id).update();
        trail.write("staffing.wave.decided", "wave:" + id, null, Map.of("decision", decision, "people", begun));
    }

    /**
     * Takes a decided wave back as one act, before its document is issued.
     *
     * @throws Problem refused when it is issued, or when somebody of it was moved again
     */
    @Transactional
    public void undo(int id) {
        need(id, "decided");
        Instant now = clock.instant();
        int later = jdbc.sql("select count(*)::int from staffing.posting p where p.wave_id = :wave and (p.valid_to < 'infinity' or exists (select from staffing.posting n where n.officer_id = p.officer_id and n.kind = 'full' and n.valid_from > p.valid_from and n.valid_from < n.valid_to))")
                .param("wave", id).query(Integer.class).single();
        if (later > 0) {
            throw Problem.conflict("staffing.problem.moved-meanwhile", later);
        }
        jdbc.sql("update staffing.posting set valid_to = valid_from, recorded_by = :by, known_from = greatest(:now, known_from + interval '1 microsecond') where wave_id = :wave")
                .param("by", CurrentUser.require().id()).param("now", Waves.at(now)).param("wave", id).update();
        jdbc.sql("update staffing.posting p set valid_to = l.from_until, recorded_by = :by, known_from = greatest(:now, p.known_from + interval '1 microsecond') from staffing.wave_line l where l.wave_id = :wave and p.id = l.from_posting_id")
                .param("by", CurrentUser.require().id()).param("now", Waves.at(now)).param("wave", id).update();
        jdbc.sql("update staffing.officer o set home = p.home, place_id = p.place_id, version = version + 1 from staffing.wave_line l join staffing.posting p on p.id = l.from_posting_id where l.wave_id = :wave and o.id = l.officer_id")
                .param("wave", id).update();
        jdbc.sql("update staffing.wave set status = 'undone', undone_by = :by, undone_at = :now where id = :id").param("by", CurrentUser.require().id()).param("now", Waves.at(now)).param("id", id).update();
        trail.write("staffing.wave.undone", "wave:" + id, null, null);
    }

    private void follow(int id) {
        jdbc.sql("update staffing.officer o set home = p.home, place_id = p.place_id, version = version + 1 from staffing.posting p where p.wave_id = :wave and p.valid_from < p.valid_to and o.id = p.officer_id")
                .param("wave", id).update();
    }

    private Wave need(int id, String status) {
        Wave wave = waves.byId(id).orElseThrow(Problem::notFound);
        if (!area.mayMove(CurrentUser.require(), wave.officeId())) {
            throw Problem.forbidden("staffing.problem.not-yours");
        }
        jdbc.sql("select id from staffing.wave where id = :id for update").param("id", id).query(Integer.class).single();
        if (!waves.byId(id).orElseThrow().status().equals(status)) {
            throw Problem.refused("staffing.problem.wave-" + wave.status());
        }
        return wave;
    }
}

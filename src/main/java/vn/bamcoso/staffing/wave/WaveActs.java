package vn.bamcoso.staffing.wave;

import java.time.Clock;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;
import vn.bamcoso.access.CurrentUser;
import vn.bamcoso.audit.Trail;
import vn.bamcoso.basics.Problem;
import vn.bamcoso.staffing.Area;
import vn.bamcoso.staffing.selection.Selection;
import vn.bamcoso.staffing.wave.Waves.Wave;
import vn.bamcoso.territory.Office;
import vn.bamcoso.territory.Offices;
import vn.bamcoso.territory.Place;

/** Drafting a wave: from a file, for one officer, or to amend or revoke a wave that is issued. A draft moves nobody. */
@Component
public class WaveActs {
    /** The columns of a wave's file. */
    public static final List<String> HEAD = List.of(WaveFile.NUMBER, WaveFile.PLACE, WaveFile.TITLE);
    /** The column in which a reason is given for an officer who breaks a rule of selection. */
    public static final String EXCEPTION = WaveFile.EXCEPTION;

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

    /** The rules of selection that officers would break with a title of a commune, by their numbers. */
    public Map<String, List<Selection.Rule>> breaking(Map<String, Short> titleOf, LocalDate day) {
        return files.breaking(titleOf, day);
    }

    /** @return how many lines there are. @throws Problem refused with every fault of the file */
    @Transactional(readOnly = true)
    public int check(String file, byte[] content, LocalDate effective, Locale locale) {
        return sound(files.read(file, content, effective, 0, locale)).size();
    }

    /**
     * Keeps a draft that nobody but its drafter sees.
     *
     * @return staffing.wave.id
     * @throws Problem refused with every fault of the file
     */
    @Transactional
    public int draft(String title, String file, byte[] content, LocalDate effective, Locale locale) {
        return keep(title.isBlank() ? file : title.strip(), effective, sound(files.read(file, content, effective, 0, locale)), null, null);
    }

    /**
     * A draft that gives other posts to some of an issued wave, from its first day or a later one.
     *
     * @return staffing.wave.id of the draft
     */
    @Transactional
    public int amend(int changed, String why, String file, byte[] content, LocalDate effective, Locale locale) {
        Wave wave = issued(changed, why, effective);
        return keep("Sửa đổi: " + wave.title(), effective, sound(files.read(file, content, effective, changed, locale)), wave, why.strip());
    }

    /**
     * A draft that sends everybody of an issued wave back. From the wave's first day on it is as if it had not been; from a later
     * day they return on that day.
     *
     * @throws Problem refused when somebody came from no office, or from one that no longer stands
     */
    @Transactional
    public int revoke(int revoked, String why, LocalDate effective) {
        Wave wave = issued(revoked, why, effective);
        record Back(int officer, String number, int fromOffice, short fromTitle, @Nullable Integer office, @Nullable Short title) {}
        List<Back> all = jdbc.sql("""
                        -- Who is still where the wave put them, and where did each come from?
                        select p.officer_id as officer, o.number, p.office_id as from_office, p.title_id as from_title, f.office_id as office, f.title_id as title
                        from staffing.posting p join staffing.officer o on o.id = p.officer_id
                        join staffing.wave_line l on l.wave_id = p.wave_id and l.officer_id = p.officer_id
                        left join staffing.posting f on f.id = l.from_posting_id
                             and exists (select from territory.pub_office s where s.office_id = f.office_id and s.valid_from <= :day and :day < s.valid_to)
                        where p.wave_id = :wave and p.valid_to = 'infinity' order by l.row""")
                .param("wave", revoked).param("day", effective).query(Back.class).list();
        List<Problem.Fault> lost = all.stream().filter(one -> one.office() == null).map(one -> new Problem.Fault(one.number(), "staffing.fault.no-way-back")).toList();
        if (!lost.isEmpty() || all.isEmpty()) {
            throw Problem.refused("staffing.problem.no-way-back", lost, lost.size());
        }
        var lines = new java.util.ArrayList<WaveFile.Line>();
        for (Back one : all) {
            lines.add(new WaveFile.Line(lines.size() + 1, one.officer(), one.fromOffice(), one.fromTitle(), one.office(), one.title(), null, List.of(), null));
        }
        return keep("Bãi bỏ: " + wave.title(), effective, lines, wave, why.strip());
    }

    private Wave issued(int id, String why, LocalDate effective) {
        Wave wave = waves.byId(id).orElseThrow(Problem::notFound);
        if (!area.mayMove(CurrentUser.require(), wave.officeId())) {
            throw Problem.forbidden("staffing.problem.not-yours");
        }
        if (!wave.status().equals("issued")) {
            throw Problem.refused("staffing.problem.wave-not-issued");
        }
        if (why.isBlank() || effective.isBefore(wave.effective())) {
            throw Problem.refused("staffing.problem.change", wave.effective());
        }
        return wave;
    }

    /** A draft of one line, for an officer whose transfer or appointment is to be proposed. */
    @Transactional
    public int draftOne(String title, String number, String place, String titleCode, LocalDate effective, String replaces, String exception, Locale locale) {
        String file = String.join(";", WaveFile.NUMBER, WaveFile.PLACE, WaveFile.TITLE, WaveFile.REPLACES, WaveFile.EXCEPTION) + "\n" + String.join(";", quoted(number), quoted(place), quoted(titleCode), quoted(replaces), quoted(exception)) + "\n";
        return draft(title, title + ".csv", file.getBytes(java.nio.charset.StandardCharsets.UTF_8), effective, locale);
    }

    /** A cell of a file of lines. */
    public static String quoted(String text) {
        return "\"" + text.replace("\"", "\"\"").replace('\n', ' ') + "\"";
    }

    private int keep(String title, LocalDate effective, List<WaveFile.Line> lines, @Nullable Wave changes, @Nullable String why) {
        CurrentUser user = CurrentUser.require();
        Place own = area.of(user, Area.PERSONNEL).orElseThrow(Problem::notFound);
        Office office = offices.serving(own.id(), area.today()).orElseThrow(Problem::notFound);
        String purpose = changes == null ? "move" : title.startsWith("Bãi bỏ") ? "revoke" : "amend";
        int id = jdbc.sql("""
                        insert into staffing.wave (title, office_id, effective, status, people, drafted_by, drafted_at, purpose, changes_id, why, home, place_id)
                        values (:title, :office, :effective, 'draft', :people, :by, :now, :purpose, :changes, :why, :home, :place) returning id""")
                .param("title", title).param("office", office.id()).param("effective", effective).param("people", lines.size()).param("by", user.id())
                .param("now", Waves.at(clock.instant())).param("purpose", purpose).param("changes", changes == null ? null : changes.id()).param("why", why)
                .param("home", own.home()).param("place", own.id()).query(Integer.class).single();
        jdbc.sql("""
                        insert into staffing.wave_line (wave_id, row, officer_id, left_office_id, left_title_id, office_id, title_id, replaces_id, broken, exception)
                        select :wave, r, o, lo, lt, f, t, p, coalesce(string_to_array(nullif(b, ''), ','), '{}'), e from unnest(:rows, :officers, :left, :leftTitles, :offices, :titles, :replaced, :broken, :exceptions) l(r, o, lo, lt, f, t, p, b, e)""")
                .param("wave", id)
                .param("rows", column(lines, WaveFile.Line::row, Integer[]::new)).param("officers", column(lines, WaveFile.Line::officer, Integer[]::new))
                .param("left", column(lines, WaveFile.Line::fromOffice, Integer[]::new)).param("leftTitles", column(lines, WaveFile.Line::fromTitle, Short[]::new))
                .param("offices", column(lines, WaveFile.Line::office, Integer[]::new)).param("titles", column(lines, WaveFile.Line::title, Short[]::new))
                .param("replaced", column(lines, WaveFile.Line::replaces, Integer[]::new)).param("broken", column(lines, line -> String.join(",", line.broken()), String[]::new))
                .param("exceptions", column(lines, WaveFile.Line::exception, String[]::new)).update();
        Map<String, Object> after = new HashMap<>(Map.of("people", lines.size(), "effective", effective.toString(), "purpose", purpose));
        if (changes != null) {
            after.put("changes", changes.id());
        }
        trail.write("staffing.wave.drafted", "wave:" + id, null, after);
        return id;
    }

    private static <T> T[] column(List<WaveFile.Line> lines, java.util.function.Function<WaveFile.Line, @Nullable T> part, java.util.function.IntFunction<T[]> array) {
        return lines.stream().map(part).toArray(array);
    }

    private static List<WaveFile.Line> sound(WaveFile.Read read) {
        if (!read.faults().isEmpty()) {
            throw Problem.refused("staffing.problem.wave-faults", read.faults(), read.faults().size(), Set.copyOf(read.faults().stream().map(Problem.Fault::where).toList()).size());
        }
        return read.lines();
    }
}

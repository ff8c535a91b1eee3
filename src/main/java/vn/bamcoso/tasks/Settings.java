package vn.bamcoso.tasks;

import java.sql.Types;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;
import vn.bamcoso.access.CurrentUser;
import vn.bamcoso.audit.Trail;
import vn.bamcoso.basics.Problem;

/** How this house handles tasks: which clears are asked, whether a date on a day off moves, how many extensions there may be. */
@Component
public class Settings {
    /** @param extensions most a share may be granted; null: no limit */
    public record Setting(boolean six, boolean movesOffDays, @Nullable Integer extensions) {}

    /**
     * A kind of task.
     *
     * @param bare its tasks keep number, event, day and state only
     * @param closed no longer offered
     * @param tasks how many there are of it, as far as the asker sees
     */
    public record Kind(String code, String nameVi, String nameEn, boolean bare, boolean closed, int tasks) {}

    private final JdbcClient jdbc;
    private final Trail trail;

    Settings(JdbcClient jdbc, Trail trail) {
        this.jdbc = jdbc;
        this.trail = trail;
    }

    @Transactional(readOnly = true)
    public Setting now() {
        return jdbc.sql("select clears = 'six' as six, moves_off_days, extensions from tasks.setting").query(Setting.class).single();
    }

    @Transactional(readOnly = true)
    public List<Kind> kinds() {
        return jdbc.sql("select k.code, k.name_vi, k.name_en, k.bare, k.closed, (select count(*) from tasks.task t where t.kind = k.code) as tasks from tasks.kind k order by k.position, k.code").query(Kind.class).list();
    }

    /** @throws Problem refused when there is no such kind */
    @Transactional(readOnly = true)
    public Kind kind(String code) {
        return jdbc.sql("select code, name_vi, name_en, bare, closed, 0 as tasks from tasks.kind where code = :code").param("code", code).query(Kind.class).optional().orElseThrow(() -> Problem.refused("tasks.problem.kind", code));
    }

    public boolean bare(String kind) {
        return kind(kind).bare();
    }

    /** Adds a kind, or names an old one anew; whether its tasks keep content is said once. @throws Problem refused when a name is missing */
    @Transactional
    public void keep(String code, String vi, String en, boolean bare, boolean closed) {
        needOffice();
        if (!code.matches("[a-z][a-z-]{1,29}") || vi.isBlank() || en.isBlank()) {
            throw Problem.refused("tasks.problem.kind-names");
        }
        jdbc.sql("""
                        insert into tasks.kind (code, name_vi, name_en, bare, position, closed) select :code, :vi, :en, :bare, coalesce(max(position), 0) + 1, :closed from tasks.kind
                        on conflict (code) do update set name_vi = excluded.name_vi, name_en = excluded.name_en, closed = excluded.closed""")
                .params(Map.of("code", code, "vi", vi.strip(), "en", en.strip(), "bare", bare, "closed", closed)).update();
        trail.write("tasks.kind.kept", "setting:tasks", null, Map.of("code", code, "vi", vi, "en", en, "closed", closed));
    }

    private static void needOffice() {
        if (!CurrentUser.require().has("ministry_office")) {
            throw Problem.forbidden("tasks.problem.not-your-act");
        }
    }

    /** @throws Problem forbidden unless who acts works at the Ministry Office */
    @Transactional
    public void set(Setting wanted) {
        needOffice();
        Setting before = now();
        jdbc.sql("update tasks.setting set clears = :clears, moves_off_days = :moves, extensions = :extensions")
                .param("clears", wanted.six() ? "six" : "four").param("moves", wanted.movesOffDays()).param("extensions", wanted.extensions(), Types.SMALLINT).update();
        trail.write("tasks.setting.changed", "setting:tasks", before, wanted);
    }
}

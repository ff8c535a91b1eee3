package vn.bamcoso.tasks;

import java.sql.Types;
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

    /** @throws Problem forbidden unless who acts works at the Ministry Office */
    @Transactional
    public void set(Setting wanted) {
        if (!CurrentUser.require().has("ministry_office")) {
            throw Problem.forbidden("tasks.problem.not-your-act");
        }
        Setting before = now();
        jdbc.sql("update tasks.setting set clears = :clears, moves_off_days = :moves, extensions = :extensions")
                .param("clears", wanted.six() ? "six" : "four").param("moves", wanted.movesOffDays()).param("extensions", wanted.extensions(), Types.SMALLINT).update();
        trail.write("tasks.setting.changed", "setting:tasks", before, wanted);
    }
}

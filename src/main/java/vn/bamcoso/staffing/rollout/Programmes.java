package vn.bamcoso.staffing.rollout;

import java.util.List;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;
import vn.bamcoso.access.CurrentUser;
import vn.bamcoso.basics.Problem;

/** Finds programmes. One is there for whoever sees a place of it, and for whoever may plan it. */
@Component
public class Programmes {
    private final JdbcClient jdbc;
    private final Rights rights;

    Programmes(JdbcClient jdbc, Rights rights) {
        this.jdbc = jdbc;
        this.rights = rights;
    }

    /** The nation's first, then by beginning. */
    @Transactional(readOnly = true)
    public List<Programme> all() {
        return jdbc.sql("""
                        select p.id, p.name_vi, p.name_en, p.goal, p.norm, p.begins_on, p.basis, p.basis_on, p.place_id,
                               exists (select from staffing.place_plan l where l.programme_id = p.id) as seen
                        from staffing.programme p order by (select min(t.home) from territory.pub_place t where t.place_id = p.place_id), p.begins_on, p.id""")
                .query((row, n) -> new Seen(read(row), row.getBoolean("seen")))
                .list().stream()
                .filter(found -> found.seen() || rights.mayPlan(CurrentUser.require(), found.programme().placeId()))
                .map(Seen::programme)
                .toList();
    }

    /** @throws Problem not found, also when no place of it may be seen */
    @Transactional(readOnly = true)
    public Programme get(int id) {
        return all().stream().filter(programme -> programme.id() == id).findFirst().orElseThrow(Problem::notFound);
    }

    @Transactional(readOnly = true)
    public List<Programme.Stage> stages(int programme) {
        return jdbc.sql("select number, kind, name_vi, name_en from staffing.programme_stage where programme_id = :id order by number")
                .param("id", programme)
                .query(Programme.Stage.class)
                .list();
    }

    private record Seen(Programme programme, boolean seen) {}

    private static Programme read(java.sql.ResultSet row) throws java.sql.SQLException {
        return new Programme(row.getInt("id"), row.getString("name_vi"), row.getString("name_en"), row.getString("goal"), row.getInt("norm"),
                row.getObject("begins_on", java.time.LocalDate.class), row.getString("basis"), row.getObject("basis_on", java.time.LocalDate.class), row.getInt("place_id"));
    }
}

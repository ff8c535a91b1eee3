package vn.bamcoso.staffing.rollout;

import java.time.LocalDate;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;
import vn.bamcoso.basics.Sql;

/** Asks where a programme stood on any day; only places in scope are seen. */
@Component
public class ProgressQuery {
    private final JdbcClient jdbc;
    private final Programmes programmes;
    private final String progress = Sql.beside(ProgressQuery.class, "progress.sql");

    ProgressQuery(JdbcClient jdbc, Programmes programmes) {
        this.jdbc = jdbc;
        this.programmes = programmes;
    }

    @Transactional(readOnly = true)
    public Progress on(Programme programme, LocalDate on) {
        return new Progress(programme, on, programmes.stages(programme.id()), jdbc.sql(progress)
                .param("programme", programme.id())
                .param("on", on)
                .param("norm", programme.norm())
                .query(Progress.Spot.class)
                .list());
    }
}

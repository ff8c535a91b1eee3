package vn.bamcoso.papers;

import java.sql.Timestamp;
import java.time.Duration;
import java.time.Instant;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/**
 * The latest instant whose knowledge is complete: before the beginning of the oldest write that still runs, and a moment
 * before now, for a write that has looked at the clock but not yet touched a row. What is asked "as known at" it today is
 * answered the same for ever.
 */
@Component
public class LatestKnown {
    private static final Duration MOMENT = Duration.ofSeconds(2);

    private final JdbcClient jdbc;

    LatestKnown(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** Must end before the transaction begins that reads as known then; so it has its own. */
    @Transactional(propagation = Propagation.REQUIRES_NEW, readOnly = true)
    public Instant instant() {
        return jdbc.sql("""
                        -- When did the oldest write begin that still runs in this database?
                        select least(now(), min(xact_start)) from pg_stat_activity
                        where datname = current_database() and backend_xid is not null and pid <> pg_backend_pid()""")
                .query(Timestamp.class)
                .single()
                .toInstant()
                .minus(MOMENT);
    }
}

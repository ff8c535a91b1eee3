package vn.bamcoso.territory;

import java.sql.Timestamp;
import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;
import vn.bamcoso.audit.Trail;
import vn.bamcoso.basics.Preparation;

/**
 * The restructurings that the product brings stand in the audit trail as done by the program: prepared and carried out, at
 * the first start on this database. Apart from {@link Gazetteer}, because the trail is sealed with a key of the installation.
 */
@Component
class ShippedInTrail implements Preparation {
    private final JdbcClient jdbc;
    private final Trail trail;
    private final Clock clock;
    private final TransactionTemplate transaction;

    ShippedInTrail(JdbcClient jdbc, Trail trail, Clock clock, PlatformTransactionManager transactions) {
        this.jdbc = jdbc;
        this.trail = trail;
        this.clock = clock;
        this.transaction = new TransactionTemplate(transactions);
    }

    private record Shipped(int id, String title, @Nullable String number, String body, LocalDate effective) {}

    @Override
    public int order() {
        return 110;
    }

    @Override
    public void prepare(Consumer<String> progress) {
        transaction.executeWithoutResult(status -> {
            List<Shipped> untold = jdbc.sql("""
                            -- Which acts that the product brings are not in the trail yet?
                            select id, title, number, body, effective from territory.act
                            where prepared_by = 0 and committed_by = 0 and told_at is null order by id for update""")
                    .query(Shipped.class)
                    .list();
            for (Shipped act : untold) {
                trail.write("territory.act.prepared", "act:" + act.id(), null, act);
                trail.write("territory.act.committed", "act:" + act.id(), null, act);
                jdbc.sql("update territory.act set told_at = :now where id = :id").param("now", Timestamp.from(clock.instant())).param("id", act.id()).update();
            }
        });
    }
}

package vn.bamcoso.territory;

import java.io.IOException;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.function.Consumer;
import org.postgresql.PGConnection;
import org.springframework.jdbc.core.ConnectionCallback;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;
import vn.bamcoso.access.CurrentUser;
import vn.bamcoso.basics.Preparation;
import vn.bamcoso.basics.Sql;

/**
 * Fills an empty territory from the lists that the product carries ({@code resources/territory}): places of every day
 * since July 2021, their lineage, the offices that serve them, and the maps. Everything in one transaction, as the
 * program itself.
 */
@Component
public class Gazetteer implements Preparation {
    private final JdbcTemplate jdbc;
    private final TransactionTemplate transaction;

    public Gazetteer(JdbcTemplate jdbc, PlatformTransactionManager transactions) {
        this.jdbc = jdbc;
        this.transaction = new TransactionTemplate(transactions);
    }

    @Override
    public int order() {
        return 100;
    }

    @Override
    public void prepare(Consumer<String> progress) {
        loadIfEmpty(progress);
    }

    /** @param progress takes a short line before each stage; silent when there is nothing to do */
    public void loadIfEmpty(Consumer<String> progress) {
        CurrentUser.SYSTEM.run(() -> transaction.executeWithoutResult(status -> {
            jdbc.execute("select pg_advisory_xact_lock(hashtext('territory.act'))");
            if (jdbc.queryForObject("select exists (select from territory.place)", Boolean.class)) {
                return;
            }
            progress.accept("Địa danh: 63 và 34 tỉnh, 10.599 và 3.321 xã, phường, thị trấn / Gazetteer: places");
            script("load-tables.sql");
            copy("load_unit (level, code, kind, name, parent, valid_from, valid_to, from_quality)", "units.csv");
            copy("load_lineage", "lineage.csv");
            copy("load_department", "departments.csv");
            copy("load_attribute", "attributes.csv");
            script("load-places.sql");
            new ShippedActs(JdbcClient.create(jdbc)).perform();
            progress.accept("Công an các cấp / Gazetteer: offices");
            script("load-offices.sql");
            progress.accept("Bản đồ các thời kỳ / Gazetteer: maps");
            jdbc.execute("select territory.draw_maps()");
        }));
    }

    private void script(String name) {
        jdbc.execute(Sql.beside(Gazetteer.class, name));
    }

    private void copy(String target, String file) {
        jdbc.execute((ConnectionCallback<Void>) connection -> {
            copy(connection, target, file);
            return null;
        });
    }

    private static void copy(Connection connection, String target, String file) throws SQLException {
        String command = "copy pg_temp.%s from stdin (format csv, header, null '')".formatted(target);
        try (var in = new InputStreamReader(Gazetteer.class.getResourceAsStream("/territory/" + file), StandardCharsets.UTF_8)) {
            connection.unwrap(PGConnection.class).getCopyAPI().copyIn(command, in);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}

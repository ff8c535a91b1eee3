package vn.bamcoso.store;

import com.zaxxer.hikari.HikariConfig;
import com.zaxxer.hikari.HikariDataSource;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.util.HexFormat;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;
import org.flywaydb.core.Flyway;
import org.flywaydb.core.api.callback.BaseCallback;
import org.flywaydb.core.api.callback.Context;
import org.flywaydb.core.api.callback.Event;
import org.flywaydb.core.api.exception.FlywayValidateException;
import org.springframework.jdbc.datasource.DriverManagerDataSource;

/**
 * One database and its two roles: the owner, who may change tables and is used for migrations only, and
 * {@code bamcoso_app}, as which the program works: no DDL, bound by every row policy. The second password is derived from
 * the first, so that several nodes on one database agree without keeping a secret more.
 *
 * @param url JDBC address
 */
public record Database(String url, String owner, String ownerPassword) {
    public static final String APP_ROLE = "bamcoso_app";

    /** Makes the database (if missing) in the program's own PostgreSQL, owned by a role that is no superuser. */
    public static Database in(LocalPostgres postgres, String name) {
        var made = new Database(postgres.url(name), "bamcoso_owner", postgres.password());
        try (Connection admin = DriverManager.getConnection(postgres.url("postgres"), "postgres", postgres.password())) {
            if (!one(admin, "select 1 from pg_roles where rolname = 'bamcoso_owner'")) {
                run(admin, "create role bamcoso_owner login createrole password '" + postgres.password() + "'");
            }
            if (!one(admin, "select 1 from pg_database where datname = '" + name + "'")) {
                run(admin, "create database " + name + " owner bamcoso_owner template template0 encoding 'UTF8' locale 'C.UTF-8'");
            }
        } catch (SQLException e) {
            throw new StoreProblem("PostgreSQL không nhận cơ sở dữ liệu " + name + ": " + e.getMessage());
        }
        return made;
    }

    /** Forgets a database of ours and all that is in it. */
    public static void drop(LocalPostgres postgres, String name) {
        try (Connection admin = DriverManager.getConnection(postgres.url("postgres"), "postgres", postgres.password())) {
            run(admin, "drop database if exists " + name + " with (force)");
        } catch (SQLException e) {
            throw new StoreProblem("PostgreSQL không xóa được cơ sở dữ liệu " + name + ": " + e.getMessage());
        }
    }

    /** Brings the schema up to date. @return how many steps were taken */
    public int migrate() {
        return migrate(() -> {});
    }

    /** @param before run once, where there is something to do */
    public int migrate(Runnable before) {
        try (Connection admin = DriverManager.getConnection(url, owner, ownerPassword)) {
            String password = appPassword();
            if (one(admin, "select 1 from pg_roles where rolname = '" + APP_ROLE + "'")) {
                if (!answersAsApp()) {
                    run(admin, "alter role " + APP_ROLE + " password '" + password + "'");
                }
            } else {
                run(admin, "create role " + APP_ROLE + " login nosuperuser nocreatedb nocreaterole nobypassrls password '" + password + "'");
            }
        } catch (SQLException e) {
            throw new StoreProblem("Không nối được với cơ sở dữ liệu " + url + ": " + e.getMessage());
        }
        try {
            return Flyway.configure()
                    .dataSource(new DriverManagerDataSource(url, owner, ownerPassword))
                    .locations("classpath:db/migration")
                    // Rooms number their migrations in ranges of their own: a later one of a lower room has a lower number.
                    .outOfOrder(true)
                    .callbacks(new FirstStep(before))
                    .load()
                    .migrate()
                    .migrationsExecuted;
        } catch (FlywayValidateException other) {
            throw new StoreProblem(
                    "Cơ sở dữ liệu này do một bản khác của chương trình tạo ra, lược đồ không khớp; với dữ liệu minh họa hãy chạy ./bamcoso demo --fresh."
                            + " / This database was made by another build and its schema differs; for demonstration data run ./bamcoso demo --fresh.");
        }
    }

    /** Tells when the first migration is about to be taken. */
    private static final class FirstStep extends BaseCallback {
        private final Runnable then;
        private boolean told;

        FirstStep(Runnable then) {
            this.then = then;
        }

        @Override
        public boolean supports(Event event, Context context) {
            return event == Event.BEFORE_EACH_MIGRATE;
        }

        @Override
        public void handle(Event event, Context context) {
            if (!told) {
                told = true;
                then.run();
            }
        }
    }

    private boolean answersAsApp() {
        try (Connection open = DriverManager.getConnection(url, APP_ROLE, appPassword())) {
            return open.isValid(3);
        } catch (SQLException no) {
            return false;
        }
    }

    public String appPassword() {
        try {
            Mac mac = Mac.getInstance("HmacSHA256");
            mac.init(new SecretKeySpec(ownerPassword.getBytes(StandardCharsets.UTF_8), "HmacSHA256"));
            return HexFormat.of().formatHex(mac.doFinal(APP_ROLE.getBytes(StandardCharsets.UTF_8)));
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException(e);
        }
    }

    /** The pool that the program works with. */
    public HikariDataSource pool(int size) {
        var config = new HikariConfig();
        config.setJdbcUrl(url);
        config.setUsername(APP_ROLE);
        config.setPassword(appPassword());
        config.setMaximumPoolSize(size);
        config.setAutoCommit(true);
        config.addDataSourceProperty("reWriteBatchedInserts", "true");
        config.addDataSourceProperty("ApplicationName", "bamcoso");
        return new HikariDataSource(config);
    }

    private static boolean one(Connection connection, String question) throws SQLException {
        try (var statement = connection.createStatement(); var rows = statement.executeQuery(question)) {
            return rows.next();
        }
    }

    private static void run(Connection connection, String command) throws SQLException {
        try (var statement = connection.createStatement()) {
            statement.execute(command);
        }
    }
}

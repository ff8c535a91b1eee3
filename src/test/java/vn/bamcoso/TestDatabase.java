package vn.bamcoso;

import java.io.IOException;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.sql.DriverManager;
import java.util.Arrays;
import java.util.Comparator;
import java.util.HexFormat;
import java.util.Map;
import java.util.concurrent.atomic.AtomicInteger;
import org.springframework.core.io.Resource;
import org.springframework.core.io.support.PathMatchingResourcePatternResolver;
import org.springframework.jdbc.core.JdbcTemplate;
import vn.bamcoso.access.ScopedTransactions;
import vn.bamcoso.store.Database;
import vn.bamcoso.store.LocalPostgres;
import vn.bamcoso.territory.Gazetteer;

/** Real PostgreSQL for tests: one server for the run, one migrated template, a database of its own for whoever asks. */
public final class TestDatabase {
    private static final AtomicInteger COUNT = new AtomicInteger();
    private static LocalPostgres postgres;
    private static String template;

    private TestDatabase() {}

    public static synchronized Database fresh() {
        try {
            if (postgres == null) {
                postgres = LocalPostgres.start(Path.of("target", "test-data"), Map.of("shared_buffers", "256MB", "max_connections", "300"));
                Runtime.getRuntime().addShutdownHook(new Thread(postgres::close));
                template = prepare();
            }
            String name = "t_" + ProcessHandle.current().pid() + "_" + COUNT.incrementAndGet();
            admin("create database " + name + " owner bamcoso_owner template " + template + " strategy file_copy");
            return new Database(postgres.url(name), "bamcoso_owner", postgres.password());
        } catch (Exception e) {
            throw new IllegalStateException(e);
        }
    }

    private static String prepare() throws Exception {
        String name = "template_" + fingerprint();
        try (var connection = DriverManager.getConnection(postgres.url("postgres"), "postgres", postgres.password());
                var rows = connection.createStatement().executeQuery(
                        "select datname from pg_database where datname like 't\\_%' or datname like 'template\\_%' and datname <> '" + name + "'")) {
            while (rows.next()) {
                admin("drop database " + rows.getString(1) + " with (force)");
            }
        }
        String unfinished = "making_template";
        if (exists(name)) {
            return name;
        }
        admin("drop database if exists " + unfinished + " with (force)");
        Database made = Database.in(postgres, unfinished);
        made.migrate();
        try (var pool = made.pool(2)) {
            new Gazetteer(new JdbcTemplate(pool), new ScopedTransactions(pool)).loadIfEmpty(line -> {});
        }
        admin("alter database " + unfinished + " rename to " + name);
        return name;
    }

    private static boolean exists(String database) throws Exception {
        try (var connection = DriverManager.getConnection(postgres.url("postgres"), "postgres", postgres.password());
                var rows = connection.createStatement().executeQuery("select 1 from pg_database where datname = '" + database + "'")) {
            return rows.next();
        }
    }

    private static String fingerprint() throws Exception {
        var digest = MessageDigest.getInstance("SHA-256");
        for (String part : new String[] {"db/migration/**/*.sql", "territory/**/*.csv", "vn/bamcoso/territory/*.sql"}) {
            Resource[] files = new PathMatchingResourcePatternResolver().getResources("classpath*:" + part);
            Arrays.sort(files, Comparator.comparing(TestDatabase::path));
            for (Resource file : files) {
                digest.update(file.getContentAsByteArray());
            }
        }
        return HexFormat.of().formatHex(digest.digest()).substring(0, 12);
    }

    private static String path(Resource file) {
        try {
            return file.getURL().getPath();
        } catch (IOException e) {
            throw new IllegalStateException(e);
        }
    }

    private static void admin(String command) throws Exception {
        try (var connection = DriverManager.getConnection(postgres.url("postgres"), "postgres", postgres.password());
                var statement = connection.createStatement()) {
            statement.execute(command);
        }
    }
}

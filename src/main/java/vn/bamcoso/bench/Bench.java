package vn.bamcoso.bench;

import java.io.IOException;
import java.io.PrintStream;
import java.nio.file.Path;
import java.sql.SQLException;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import org.springframework.boot.SpringApplication;
import org.springframework.context.ConfigurableApplicationContext;
import vn.bamcoso.store.Database;
import vn.bamcoso.store.LocalPostgres;
import vn.bamcoso.store.StoreProblem;

/**
 * {@code ./bamcoso bench}: an own PostgreSQL in {@code data-bench}, an own database, filled at full size, then asked over HTTP.
 * Prints every condition under which a number was measured.
 */
public final class Bench {
    private static final String DATABASE = "bamcoso_bench";

    private final PrintStream out;
    private final Path data;
    private final int port;
    private final Size size;
    private final Class<?> program;

    /**
     * @param program the class that starts it
     * @param quick a tenth of the indicators
     */
    public Bench(Class<?> program, PrintStream out, Path data, int port, boolean quick) {
        this.program = program;
        this.out = out;
        this.data = data;
        this.port = port;
        this.size = Size.of(quick);
    }

    /** @throws StoreProblem with a sentence when it cannot be measured, or an answer was wrong */
    public void run() {
        try (var postgres = LocalPostgres.start(data, Map.of(
                "shared_buffers", "512MB", "work_mem", "32MB", "maintenance_work_mem", "256MB", "effective_cache_size", "2GB"))) {
            Database.drop(postgres, DATABASE);
            var database = Database.in(postgres, DATABASE);
            database.migrate();
            try (var owner = new Owner(database)) {
                conditions(owner);
                Filling.indicators(owner, size);
                fill(database, owner);
            }
        } catch (SQLException | IOException e) {
            throw new StoreProblem("bench: " + e.getMessage());
        }
    }

    private void conditions(Owner owner) {
        out.println("Conditions");
        out.printf("  PostgreSQL %s, fsync %s, synchronous_commit %s, full_page_writes %s, shared_buffers %s%n", owner.setting("server_version"), owner.setting("fsync"),
                owner.setting("synchronous_commit"), owner.setting("full_page_writes"), owner.setting("shared_buffers"));
        out.printf(Locale.ROOT, "  Java %s, %d cores, load %.1f when it began; program and database on one machine%n", System.getProperty("java.version"),
                Runtime.getRuntime().availableProcessors(), java.lang.management.ManagementFactory.getOperatingSystemMXBean().getSystemLoadAverage());
    }

    private void fill(Database database, Owner owner) throws SQLException, IOException {
        try (var inside = inside(database)) {
            out.println("Loading");
            var filling = new Filling(owner, size, out);
            filling.load(inside);
            filling.bareCopy(false);
            filling.bareCopy(true);
        }
    }

    /** The program within this process: for loading through its own rooms. */
    private ConfigurableApplicationContext inside(Database database) {
        var settings = new HashMap<String, Object>(Map.of(
                "server.port", 0, "bamcoso.db.url", database.url(), "bamcoso.db.user", database.owner(), "bamcoso.db.password", database.ownerPassword(),
                "bamcoso.data", data.resolve("program").toAbsolutePath().toString()));
        var application = new SpringApplication(program);
        application.setRegisterShutdownHook(false);
        application.setLogStartupInfo(false);
        application.addInitializers(made -> made.getEnvironment().getPropertySources().addFirst(new org.springframework.core.env.MapPropertySource("bench", settings)));
        return application.run();
    }
}

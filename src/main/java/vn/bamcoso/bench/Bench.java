package vn.bamcoso.bench;

import java.io.IOException;
import java.io.PrintStream;
import java.nio.file.Path;
import java.sql.SQLException;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import org.springframework.boot.SpringApplication;
import org.springframework.context.ConfigurableApplicationContext;
import vn.bamcoso.identity.Tokens;
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
    private final boolean kept;
    private final String only;
    private final Class<?> program;
    private People people;

    /**
     * @param program the class that starts it
     * @param quick a tenth of the indicators
     * @param kept what an earlier run has loaded is asked again, nothing is loaded
     * @param only {@code figures}: without tasks, staffing and the posting plan; {@code posts}: of these the reports alone; empty: everything
     */
    public Bench(Class<?> program, PrintStream out, Path data, int port, boolean quick, boolean kept, String only) {
        if (!Set.of("", "figures", "posts").contains(only)) {
            throw new StoreProblem("Sau --only: figures hoặc posts. / After --only: figures or posts.");
        }
        this.program = program;
        this.out = out;
        this.data = data;
        this.port = port;
        this.size = Size.of(quick);
        this.kept = kept;
        this.only = only;
    }

    /** @throws StoreProblem with a sentence when it cannot be measured, or an answer was wrong */
    public void run() {
        try (var postgres = LocalPostgres.start(data, Map.of(
                "shared_buffers", "512MB", "work_mem", "32MB", "maintenance_work_mem", "256MB", "effective_cache_size", "2GB"))) {
            Runtime.getRuntime().addShutdownHook(new Thread(postgres::close, "stop"));
            if (!kept) {
                Database.drop(postgres, DATABASE);
            }
            var database = Database.in(postgres, DATABASE);
            database.migrate();
            try (var owner = new Owner(database)) {
                conditions(owner);
                long started = System.nanoTime();
                Filling.indicators(owner, size);
                String token = fill(database, owner);
                serve(database, owner, token);
                if (only.isEmpty()) {
                    plan();
                }
                out.printf(Locale.ROOT, "Load %.1f at the end, %.0f minutes after the beginning%n", load(), (System.nanoTime() - started) / 6e10);
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        } catch (SQLException | IOException e) {
            throw new StoreProblem("bench: " + e.getMessage());
        }
    }

    private void plan() {
        var plan = vn.bamcoso.staffing.plan.PlanMeasured.of(600, 3000, 7);
        out.printf(Locale.ROOT, "Posting plan, %d posts and %,d officers: %d filled and %d hard rules broken after %.1f s, ended after %.1f s with %,d points%n", plan.posts(), plan.officers(), plan.filled(), plan.broken(),
                plan.whole(), plan.seconds(), plan.points());
    }

    private void conditions(Owner owner) {
        out.println("Conditions");
        out.printf("  PostgreSQL %s, fsync %s, synchronous_commit %s, full_page_writes %s, shared_buffers %s%n", owner.setting("server_version"), owner.setting("fsync"),
                owner.setting("synchronous_commit"), owner.setting("full_page_writes"), owner.setting("shared_buffers"));
        out.printf(Locale.ROOT, "  Java %s, %d cores, load %.1f when it began; program and database on one machine%n", System.getProperty("java.version"),
                Runtime.getRuntime().availableProcessors(), load());
    }

    /** Processes that were running or wanted to, over the last minute: ours and everybody else's. */
    private static double load() {
        return java.lang.management.ManagementFactory.getOperatingSystemMXBean().getSystemLoadAverage();
    }

    /** @return an API token of the Ministry Office's user */
    private String fill(Database database, Owner owner) throws SQLException {
        try (var inside = inside(database)) {
            if (!kept) {
                out.println("Loading");
                var filling = new Filling(owner, size, out);
                filling.load(inside);
                filling.bareCopy(false);
                filling.bareCopy(true);
                if (only.isEmpty()) {
                    new Tasked(owner, out).load();
                    new Staffed(owner, out).load();
                    new Reminded(owner, out).measure(inside);
                }
            }
            people = People.settle(owner);
            return inside.getBean(Tokens.class).issue(people.ministry());
        }
    }

    private void serve(Database database, Owner owner, String token) throws IOException, InterruptedException {
        out.println("Serving, a process of its own, heap of at most " + Served.HEAP);
        try (var served = Served.start(program, database, port, data.resolve("program").toAbsolutePath());
                var program = new Memory(served.pid());
                var store = new Memory(Work.postmaster(data))) {
            out.printf(Locale.ROOT, "  from start to first page %.1f s%n", served.secondsToFirstPage());
            out.printf(Locale.ROOT, "  rows: %,d figures, %,d past, %,d roll-ups, %,d tables under row security%n", owner.count("select count(*) from figures.figure"),
                    owner.count("select count(*) from figures.figure_past"), owner.count("select count(*) from figures.roll"), owner.count("select count(*) from pg_class where relrowsecurity"));
            if (!only.equals("posts")) {
                questions(served, owner, token);
            }
            if (only.isEmpty()) {
                try (var ministry = Browser.signedIn(served.address(), people.ministry(), people.password()); var clerk = Browser.signedIn(served.address(), people.clerk(), people.password())) {
                    new Tasked(owner, out).ask(ministry, clerk, people.clerksPlace());
                    new Staffed(owner, out).ask(ministry, clerk);
                }
            }
            new Posting(served.address(), token, owner, size, out, Map.of("program", served.pid(), "database", Work.postmaster(data), "clients", ProcessHandle.current().pid())).post();
            out.printf("  peak memory (PSS): program %s, database %s%n", program, store);
        }
    }

    private void questions(Served served, Owner owner, String token) {
        try (var ministry = Browser.signedIn(served.address(), people.ministry(), people.password())) {
            var asking = new Asking(ministry, owner, size, out);
            asking.warmUp(Ask.all());
            Ask.all().forEach(asking::ask);
            changed(ministry, owner, token);
        }
        entryForm(served);
    }

    /** A commune's figure changed over HTTP; the national total asked on another connection as soon as the reply is there. */
    private void changed(Browser ministry, Owner owner, String token) {
        var posting = new Timing();
        var seen = new Timing();
        String code = size.codes().getFirst();
        String quarter = size.quarters().getFirst().code();
        String path = "/api/figures?indicator=%s&period=%s&level=nation&map=2025-06-30".formatted(code, quarter);
        var reading = new Ask("", 1, "nation", java.time.LocalDate.of(2025, 6, 30), null);
        var json = tools.jackson.databind.json.JsonMapper.builder().build();
        try (var poster = Browser.without(ministry.address())) {
            for (int i = 1; i <= 50; i++) {
                long started = System.nanoTime();
                var reply = poster.post("/api/figures", token, "{\"rows\":[{\"indicator\":\"%s\",\"period\":\"%s\",\"place\":\"C00721@2021-07-01\",\"value\":%d}],\"reason\":\"bench\"}"
                        .formatted(code, quarter, 500_000 + i));
                posting.add(started);
                if (reply.statusCode() != 201) {
                    throw new StoreProblem("change: " + reply.statusCode() + " " + reply.body());
                }
                var total = reading.read(json, ministry.get(path).body()).get(code + " " + quarter + " ");
                seen.add(started);
                long counted = owner.count("select sum(value)::bigint from figures.figure f join figures.indicator i on i.id = f.indicator_id join figures.period t on t.id = f.period_id where i.code = '"
                        + code + "' and t.code = '" + quarter + "'");
                if (total == null || total.longValueExact() != counted) {
                    throw new StoreProblem("after the reply the total was not there: %s, not %d".formatted(total, counted));
                }
            }
        }
        out.printf("  a commune's figure changed (POST, audit, history)  %s%n", posting);
        out.printf("  … and seen in the nation's total, another connection %s%n", seen);
    }

    private void entryForm(Served served) {
        try (var clerk = Browser.signedIn(served.address(), people.clerk(), people.password())) {
            String entry = clerk.submit("/forms", "/forms/ket-qua-cong-tac/submissions", "place=" + people.clerksPlace() + "&period=2026-Q3");
            var timing = new Timing();
            for (int i = -20; i < 100; i++) {
                long started = System.nanoTime();
                clerk.get(entry);
                if (i >= 0) {
                    timing.add(started);
                }
            }
            out.printf(Locale.ROOT, "  the entry form %s   %,d bytes, %,d over the wire%n", timing, clerk.get(entry).body().getBytes(java.nio.charset.StandardCharsets.UTF_8).length, clerk.weight(entry));
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

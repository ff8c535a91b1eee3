package vn.bamcoso.bench;

import java.io.IOException;
import java.io.PrintStream;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.Executors;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.IntStream;
import vn.bamcoso.store.Database;
import vn.bamcoso.store.LocalPostgres;
import vn.bamcoso.store.StoreProblem;

/**
 * {@code ./bamcoso bench --last-hour}: 10,035 reports of 300 cells in ten minutes, over HTTP, by 2,007 chiefs whose sessions were made
 * before and stay open; each opens the report, sends its cells, signs and sends. Then the same once more, and in the middle the program
 * is killed and started again. Afterwards the owner of the database counts: nothing acknowledged is lost, nothing is there twice, the
 * totals are right to the unit. Today there are 3,319 communes' police, so that 2,007 of them send five quarters each.
 */
public final class LastHour {
    private static final String DATABASE = "bamcoso_last_hour";
    private static final List<String> QUARTERS = List.of("2025-Q3", "2025-Q4", "2026-Q1", "2026-Q2", "2026-Q3");
    private static final int SIGN_INS_AT_ONCE = 4;

    private final Class<?> program;
    private final PrintStream out;
    private final Path data;
    private final int port;
    private final int communes;
    private final int cells;
    private final Duration length;

    /** @param quick a tenth of the communes and of the time; -Dbamcoso.bench.communes=N and -Dbamcoso.bench.seconds=N make it any other number */
    public LastHour(Class<?> program, PrintStream out, Path data, int port, boolean quick) {
        this.program = program;
        this.out = out;
        this.data = data;
        this.port = port;
        this.communes = Integer.getInteger("bamcoso.bench.communes", quick ? 200 : 2_007);
        this.cells = Integer.getInteger("bamcoso.bench.cells", 300);
        this.length = Duration.ofSeconds(Integer.getInteger("bamcoso.bench.seconds", quick ? 60 : 600));
    }

    /** @throws StoreProblem when something acknowledged is lost, doubled, or added up wrongly */
    public void run() {
        try (var postgres = LocalPostgres.start(data, Map.of("shared_buffers", "512MB", "max_wal_size", "4GB"))) {
            Runtime.getRuntime().addShutdownHook(new Thread(postgres::close, "stop"));
            for (boolean killed : new boolean[] {false, true}) {
                Database.drop(postgres, DATABASE);
                var database = Database.in(postgres, DATABASE);
                database.migrate();
                try (var owner = new Owner(database)) {
                    hour(database, owner, killed);
                }
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        } catch (IOException e) {
            throw new StoreProblem("bench: " + e.getMessage());
        }
    }

    private void hour(Database database, Owner owner, boolean killed) throws IOException, InterruptedException {
        Path home = data.resolve("last-hour").toAbsolutePath();
        try (var first = Served.start(program, database, port, home)) {
            first.close();
        }
        Filling.indicators(owner, new Size(cells));
        if (!killed) {
            out.printf("Conditions%n  PostgreSQL %s, fsync %s, synchronous_commit %s, shared_buffers %s; Java %s, %d cores%n", owner.setting("server_version"), owner.setting("fsync"), owner.setting("synchronous_commit"),
                    owner.setting("shared_buffers"), System.getProperty("java.version"), Runtime.getRuntime().availableProcessors());
        }
        var chiefs = Chiefs.settle(owner, communes, cells);
        var served = new Served[] {Served.start(program, database, port, home)};
        var memory = new Memory(served[0].pid());
        try {
            long signing = System.nanoTime();
            List<Chief> sessions = signedIn(served[0].address(), chiefs);
            out.printf(Locale.ROOT, "%s%n  %,d sessions made in %.0f s; program heap of at most %s, load %.1f%n", killed ? "The last hour, with the program killed in the middle" : "The last hour", sessions.size(),
                    (System.nanoTime() - signing) / 1e9, Served.HEAP, java.lang.management.ManagementFactory.getOperatingSystemMXBean().getSystemLoadAverage());
            var sending = new Timing();
            var writing = new Timing();
            var whole = new Timing();
            int reports = communes * QUARTERS.size();
            var acknowledged = new AtomicInteger();
            var again = new AtomicInteger();
            double cpu = served[0].cpuSeconds();
            long started = System.nanoTime();
            var stolen = new Stolen();
            try (stolen; var threads = Executors.newVirtualThreadPerTaskExecutor()) {
                for (int n = 0; n < reports; n++) {
                    int at = n;
                    threads.submit(() -> {
                        long planned = started + length.toNanos() * at / reports;
                        sleepUntil(planned);
                        Chief chief = sessions.get(at % communes);
                        try {
                            chief.report(QUARTERS.get(at / communes), at, cells, writing, sending, again);
                        } catch (StoreProblem refused) {
                            out.println("  " + refused.getMessage());
                            throw refused;
                        }
                        whole.add(planned);
                        acknowledged.incrementAndGet();
                        return null;
                    });
                }
                if (killed) {
                    sleepUntil(started + length.toNanos() / 2);
                    served[0].kill();
                    long down = System.nanoTime();
                    served[0] = Served.start(program, database, port, home);
                    out.printf(Locale.ROOT, "  killed after %.0f s with %,d reports acknowledged; answered again after %.1f s%n", length.toNanos() / 2e9, acknowledged.get(), (System.nanoTime() - down) / 1e9);
                }
            }
            out.printf(Locale.ROOT, "  %,d reports of %d cells acknowledged in %.0f s, %,d requests sent again%n", acknowledged.get(), cells, (System.nanoTime() - started) / 1e9, again.get());
            out.printf("  the cells of a report    %s%n  signed and sent          %s%n  from the moment planned  %s%n", writing, sending, whole);
            out.printf("  p95 of each tenth of the run: cells %s; sent %s%n", writing.byTenths(), sending.byTenths());
            out.printf("  the processors in each tenth, parts of 100: %s%n", stolen);
            out.printf("  peak memory (PSS) of the program %s%s%n", memory, killed ? "" : ", its processor time %.0f ms a report".formatted((served[0].cpuSeconds() - cpu) * 1000 / reports));
            recount(owner, reports, acknowledged.get());
            double slowest = Math.max(writing.at(0.95), sending.at(0.95));
            out.printf(Locale.ROOT, "  verdict: nothing lost, nothing doubled, totals right; p95 of a request %.0f ms, aim 500 ms %s; load %.1f at the end%n", slowest, slowest < 500 ? "met" : "NOT met",
                    java.lang.management.ManagementFactory.getOperatingSystemMXBean().getSystemLoadAverage());
        } finally {
            memory.close();
            served[0].close();
        }
    }

    private List<Chief> signedIn(String address, Chiefs chiefs) throws InterruptedException {
        var few = new Semaphore(SIGN_INS_AT_ONCE);
        Chief[] sessions = new Chief[chiefs.places().length];
        try (var threads = Executors.newVirtualThreadPerTaskExecutor()) {
            IntStream.range(0, sessions.length).forEach(n -> threads.submit(() -> {
                few.acquire();
                try {
                    sessions[n] = Chief.signedIn(address, chiefs.login(n), chiefs.password(), chiefs.places()[n]);
                } finally {
                    few.release();
                }
                return null;
            }));
        }
        if (java.util.Arrays.asList(sessions).contains(null)) {
            throw new StoreProblem("not everybody could sign in");
        }
        return List.of(sessions);
    }

    /** By the owner's SQL, from what was frozen: the n-th report holds n + 1, n + 2 and so on. */
    private void recount(Owner owner, int reports, int acknowledged) {
        if (acknowledged != reports) {
            throw new StoreProblem("%,d of %,d reports were acknowledged".formatted(acknowledged, reports));
        }
        equal("reports sent", reports, owner.count("select count(*) from reporting.submission where status = 'submitted'"));
        equal("sendings (none twice)", reports, owner.count("select count(*) from reporting.revision"));
        equal("reports with another number of cells", 0, owner.count("select count(*) from reporting.revision where cardinality(array_remove(cells, null)) <> " + cells));
        long expected = 0;
        for (long n = 0; n < reports; n++) {
            expected += cells * (n % 1000) + (long) cells * (cells + 1) / 2;
        }
        equal("sum of all cells", expected, owner.count("select sum(c)::bigint from reporting.revision r, unnest(r.cells) c"));
        equal("lines of the trail for sending", reports, owner.count("select count(*) from audit.entry where act = 'reporting.submission.sent'"));
    }

    private void equal(String what, long expected, long counted) {
        if (expected != counted) {
            throw new StoreProblem("%s: expected %,d, counted %,d".formatted(what, expected, counted));
        }
        out.printf(Locale.ROOT, "  %s: %,d, as expected%n", what, counted);
    }

    private static void sleepUntil(long nanos) throws InterruptedException {
        long left = nanos - System.nanoTime();
        if (left > 0) {
            TimeUnit.NANOSECONDS.sleep(left);
        }
    }
}

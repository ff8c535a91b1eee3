package vn.bamcoso.bench;

import java.io.PrintStream;
import java.math.BigDecimal;
import java.sql.SQLException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.LongAdder;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.postgresql.PGConnection;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.support.TransactionTemplate;
import vn.bamcoso.access.CurrentUser;
import vn.bamcoso.audit.Trail;
import vn.bamcoso.basics.VietnamTime;
import vn.bamcoso.calendar.Period;
import vn.bamcoso.demo.loading.Communes;
import vn.bamcoso.demo.nation.Commune;
import vn.bamcoso.demo.nation.Country;
import vn.bamcoso.demo.nation.Crowd;
import vn.bamcoso.figures.Figures;
import vn.bamcoso.figures.NewFigure;
import vn.bamcoso.figures.Origin;
import vn.bamcoso.store.StoreProblem;

/** Fills the benchmark's database through the program's own recording, and for comparison by bare COPY. */
final class Filling {
    private static final int INDICATORS_A_CALL = 100;
    /** Lots of different quarters or indicators have no row in common, so that they need not wait for one another. */
    private static final int CONNECTIONS = Integer.getInteger("bamcoso.bench.connections", Math.min(4, Runtime.getRuntime().availableProcessors()));

    private final Owner owner;
    private final Size size;
    private final PrintStream out;
    private final Country country;

    Filling(Owner owner, Size size, PrintStream out) {
        this.owner = owner;
        this.size = size;
        this.out = out;
        this.country = Communes.read(owner.sql());
    }

    /** Indicators of every field of work, so that the row policies have something to decide. Before the program starts. */
    static void indicators(Owner owner, Size size) {
        size.codes().forEach(code -> owner.sql().sql("""
                        insert into figures.indicator (code, name_vi, name_en, definition_vi, definition_en, unit_vi, unit_en, origin, over_time, over_places, collected_at,
                            field, may_be_held, held_decided_by)
                        values (:code, :code, :code, 'Chỉ tiêu đo tốc độ', 'An indicator for measuring speed', 'vụ', 'cases', 'entered', 'sum', 'sum', 'commune',
                            1 + (right(:code, 3)::int % 8), 'yes', 'bench')
                        on conflict do nothing""")
                .param("code", code)
                .update());
    }

    /** Approved figures with roll-up, audit and the trigger that keeps history; then corrections of one in a hundred. */
    void load(ConfigurableApplicationContext program) {
        var figures = program.getBean(Figures.class);
        var trail = program.getBean(Trail.class);
        var transaction = program.getBean(TransactionTemplate.class);
        size.quarters().forEach(quarter -> country.on(quarter.end()));
        var rows = new LongAdder();
        long started = System.nanoTime();
        try (var loaders = Executors.newFixedThreadPool(CONNECTIONS)) {
            List<Future<?>> running = new ArrayList<>();
            for (Period quarter : size.quarters()) {
                Instant known = quarter.end().plusDays(10).atStartOfDay(VietnamTime.ZONE).toInstant();
                for (int first = 1; first <= size.indicators(); first += INDICATORS_A_CALL) {
                    int from = first;
                    int to = Math.min(first + INDICATORS_A_CALL - 1, size.indicators());
                    running.add(loaders.submit(() -> rows.add(record(figures, trail, transaction, known, () -> crowd(quarter, from, to, 0)))));
                }
            }
            for (Future<?> each : running) {
                each.get();
            }
        } catch (ExecutionException e) {
            throw new StoreProblem(String.valueOf(e.getCause()));
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new StoreProblem("interrupted");
        }
        report("approved figures recorded, roll-up, history, audit; " + CONNECTIONS + " connections", rows.sum(), started);
        Period last = size.quarters().getLast();
        int corrected = Math.max(1, size.indicators() * size.quarters().size() / 100);
        started = System.nanoTime();
        long again = record(figures, trail, transaction, Instant.now(), () -> crowd(last, 1, corrected, 1));
        report("of these corrected: old values to history, roll-up moved", again, started);
        started = System.nanoTime();
        owner.sql().sql("vacuum (analyze) figures.figure").update();
        out.printf(Locale.ROOT, "  vacuum and analyze afterwards (autovacuum's work)%42.1f s%n", (System.nanoTime() - started) / 1e9);
    }

    private long record(Figures figures, Trail trail, TransactionTemplate transaction, Instant known, Iterable<NewFigure> values) {
        long[] rows = {0};
        Iterable<NewFigure> counted = () -> counting(values.iterator(), rows);
        CurrentUser.SYSTEM.run(() -> transaction.executeWithoutResult(running -> {
            int origin = figures.recordBulk(new Origin("bench", null, null), counted, known);
            trail.write("demo.nation.loaded", "origin:" + origin, null, Map.of("figures", rows[0]));
        }));
        return rows[0];
    }

    private static <T> Iterator<T> counting(Iterator<T> values, long[] count) {
        return new Iterator<>() {
            @Override
            public boolean hasNext() {
                return values.hasNext();
            }

            @Override
            public T next() {
                count[0]++;
                return values.next();
            }
        };
    }

    private Iterator<NewFigure> crowd(Period quarter, int first, int last, long more) {
        List<String> codes = size.codes();
        Stream<NewFigure> all = country.on(quarter.end()).stream().flatMap(commune -> IntStream.rangeClosed(first, last)
                .mapToObj(n -> new NewFigure(codes.get(n - 1), commune.placeId(), quarter, BigDecimal.valueOf(Crowd.value(commune, n, quarter) + more))));
        return all.iterator();
    }

    /** The same rows by COPY into a table like the figures' own, with nothing upon it or with its indexes. */
    void bareCopy(boolean indexes) throws SQLException {
        JdbcClient sql = owner.sql();
        sql.sql("create schema if not exists bench").update();
        sql.sql("create table bench.copied (like figures.figure" + (indexes ? " including indexes)" : ")")).update();
        long started = System.nanoTime();
        long rows = 0;
        var text = new StringBuilder();
        var copy = owner.connection().unwrap(PGConnection.class).getCopyAPI()
                .copyIn("copy bench.copied (known_from, period_id, place_id, origin_id, indicator_id, breakdown, home, field, value) from stdin");
        for (Period quarter : size.quarters()) {
            for (int n = 1; n <= size.indicators(); n++) {
                for (Commune commune : country.on(quarter.end())) {
                    text.append("2025-07-01 00:00:00+07\t").append(quarter.end().toEpochDay() * 4096 + 64).append('\t').append(commune.placeId()).append("\t1\t")
                            .append(n).append("\t0\t").append(commune.home()).append("\t1\t").append(Crowd.value(commune, n, quarter)).append('\n');
                    rows++;
                    if (text.length() > 1 << 20) {
                        send(copy, text);
                    }
                }
            }
        }
        send(copy, text);
        copy.endCopy();
        report(indexes ? "bare COPY into a copy with the same indexes" : "bare COPY into a copy without indexes", rows, started);
        sql.sql("drop table bench.copied").update();
    }

    private static void send(org.postgresql.copy.CopyIn copy, StringBuilder text) throws SQLException {
        byte[] bytes = text.toString().getBytes(java.nio.charset.StandardCharsets.ISO_8859_1);
        copy.writeToCopy(bytes, 0, bytes.length);
        text.setLength(0);
    }

    private void report(String what, long rows, long started) {
        double seconds = (System.nanoTime() - started) / 1e9;
        out.printf(Locale.ROOT, "  %-66s %,12d rows %7.1f s  %,9.0f rows/s%n", what, rows, seconds, rows / seconds);
    }
}

package vn.bamcoso.bench;

import java.io.PrintStream;
import java.net.http.HttpResponse;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.LongAdder;
import java.util.stream.IntStream;
import vn.bamcoso.store.StoreProblem;

/**
 * Sixteen clients that post reports of fifty cells at the same time, each for a commune of its own, no two values alike;
 * afterwards facts, history, trail and roll-ups are counted.
 */
final class Posting {
    private static final int CLIENTS = 16;
    private static final int CELLS = 50;
    private static final long WARM_UP_SECONDS = Integer.getInteger("bamcoso.bench.warm", 15);
    private static final long SECONDS = 30;

    private final String address;
    private final String token;
    private final Owner owner;
    private final Size size;
    private final PrintStream out;
    private final Map<String, Long> processes;
    /** The first of the posted values: greater than every value that stands there. */
    private long beyond;

    /** @param processes whose work is counted, by name */
    Posting(String address, String token, Owner owner, Size size, PrintStream out, Map<String, Long> processes) {
        this.processes = processes;
        this.address = address;
        this.token = token;
        this.owner = owner;
        this.size = size;
        this.out = out;
    }

    /** Each post changes cells that stand there already: a new fact, an old one to the history, 50 roll-ups moved. */
    void post() {
        List<Spot> spots = spots();
        int cells = Math.min(CELLS, size.indicators());
        long facts = owner.count("select count(*) from figures.figure");
        long past = owner.count("select count(*) from figures.figure_past");
        long trail = owner.count("select count(*) from audit.entry");
        long reports = owner.count("select count(*) from reporting.revision");
        beyond = owner.count("select coalesce(max(value), 0)::bigint from figures.figure") + 1;
        var next = new AtomicInteger();
        var posted = new LongAdder();
        var timing = new Timing();
        long started = System.nanoTime() + WARM_UP_SECONDS * 1_000_000_000;
        long end = started + SECONDS * 1_000_000_000;
        var all = new AtomicInteger();
        String work = "";
        try (var clients = Executors.newFixedThreadPool(CLIENTS)) {
            var tasks = IntStream.range(0, CLIENTS).mapToObj(n -> (Callable<Void>) () -> {
                try (var browser = Browser.without(address)) {
                    for (int at = next.getAndIncrement(); at < spots.size() && System.nanoTime() < end; at = next.getAndIncrement()) {
                        long began = System.nanoTime();
                        HttpResponse<String> answer = browser.post("/api/figures", token, rows(spots.get(at), at, cells));
                        if (began >= started) {
                            timing.add(began);
                        }
                        all.incrementAndGet();
                        if (answer.statusCode() != 201) {
                            throw new StoreProblem("post: " + answer.statusCode() + " " + answer.body());
                        }
                        posted.add(sum(beyond + (long) at * cells, cells));
                    }
                }
                return null;
            }).map(clients::submit).toList();
            TimeUnit.NANOSECONDS.sleep(started - System.nanoTime());
            Work before = Work.now(processes);
            int warm = all.get();
            for (var done : tasks) {
                done.get();
            }
            work = Work.now(processes).each(before, all.get() - warm);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        } catch (ExecutionException e) {
            throw e.getCause() instanceof StoreProblem known ? known : new StoreProblem(String.valueOf(e.getCause()));
        }
        double seconds = (System.nanoTime() - started) / 1e9;
        long measured = timing.times();
        long posts = all.get();
        out.printf(Locale.ROOT, "  %d clients, reports of %d cells: %,d posts in %.1f s, %,.0f posts/s, %,.0f cells/s; %s; %,d more before, to warm up%n", CLIENTS, cells, measured, seconds,
                measured / seconds, measured * cells / seconds, timing, posts - measured);
        out.printf("  work of the processors for one of them: %s%n", work);
        equal("facts", facts, owner.count("select count(*) from figures.figure"));
        equal("history", past + posts * cells, owner.count("select count(*) from figures.figure_past"));
        equal("distinct posted values", posts * cells, owner.count("select count(distinct value) from figures.figure where value >= " + beyond));
        equal("sum of the posted values", posted.sum(), owner.count("select sum(value)::bigint from figures.figure where value >= " + beyond));
        equal("reports", reports + posts, owner.count("select count(*) from reporting.revision"));
        equal("lines of the trail", trail + posts, owner.count("select count(*) from audit.entry"));
        equal("roll-ups that differ from a recount", 0, owner.count("""
                select count(*) from figures.roll r
                full join (select indicator_id, breakdown, period_id, home, sum(value) as sum, count(value) as n from figures.figure group by 1, 2, 3, 4) f
                using (indicator_id, breakdown, period_id, home) where r.sum is distinct from f.sum or r.n is distinct from f.n"""));
    }

    private record Spot(String place, String quarter) {}

    /** The last quarter of each commune, in no order, then the quarter before it …: as many as could be sent in the time. */
    private List<Spot> spots() {
        List<String> places = owner.sql().sql("""
                        select key from territory.pub_place where level = 'commune' and valid_from <= :first and :last < valid_to order by md5(key)""")
                .param("first", size.quarters().getFirst().end()).param("last", size.quarters().getLast().end())
                .query(String.class).list();
        return size.quarters().reversed().stream().flatMap(quarter -> places.stream().map(place -> new Spot(place, quarter.code()))).toList();
    }

    private String rows(Spot spot, int at, int cells) {
        var rows = new StringBuilder("{\"rows\":[");
        for (int i = 0; i < cells; i++) {
            rows.append(i == 0 ? "" : ",").append("{\"indicator\":\"").append(size.codes().get(i)).append("\",\"period\":\"").append(spot.quarter)
                    .append("\",\"place\":\"").append(spot.place).append("\",\"value\":").append(beyond + (long) at * cells + i).append('}');
        }
        return rows.append("],\"reason\":\"Đo tốc độ\"}").toString();
    }

    /** Of so many whole numbers in a row. */
    private static long sum(long first, long numbers) {
        return numbers * first + numbers * (numbers - 1) / 2;
    }

    private void equal(String what, long expected, long counted) {
        if (expected != counted) {
            throw new StoreProblem("%s: expected %,d, counted %,d".formatted(what, expected, counted));
        }
        out.printf(Locale.ROOT, "  %s: %,d, as expected%n", what, counted);
    }
}

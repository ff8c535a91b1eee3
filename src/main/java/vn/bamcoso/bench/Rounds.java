package vn.bamcoso.bench;

import java.io.PrintStream;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.Locale;
import java.util.Random;
import java.util.function.Function;
import java.util.function.ToLongFunction;
import vn.bamcoso.basics.Sql;
import vn.bamcoso.store.StoreProblem;

/**
 * The same question for days chosen by a die, from {@code first} on and before {@code last}: so often to warm up, so often measured.
 * Every tenth answer is recounted; the first that differs ends the run.
 */
record Rounds(PrintStream out, Random random, LocalDate first, LocalDate last, int warmUp, int measured) {
    /** Runs the statements of a file beside the benchmark, parted by empty lines, in one transaction. */
    static void load(Owner owner, String file) throws SQLException {
        var connection = owner.connection();
        connection.setAutoCommit(false);
        try (var statement = connection.createStatement()) {
            for (String part : Sql.beside(Rounds.class, file).split(";\\s*\\n\\s*\\n")) {
                statement.execute(part);
            }
            connection.commit();
        } finally {
            connection.setAutoCommit(true);
        }
    }

    /** Prints median and 95th percentile. {@code said} reads the number out of a body, {@code counted} counts it past the program. */
    void ask(String name, Browser browser, Function<LocalDate, String> path, ToLongFunction<String> said, ToLongFunction<LocalDate> counted) {
        var timing = new Timing();
        int recounted = 0;
        for (int i = -warmUp; i < measured; i++) {
            LocalDate day = first.plusDays(random.nextInt((int) (last.toEpochDay() - first.toEpochDay())));
            long started = System.nanoTime();
            HttpResponse<byte[]> answer = browser.bytes(path.apply(day));
            if (answer.statusCode() != 200) {
                throw new StoreProblem("%s: %d %s".formatted(path.apply(day), answer.statusCode(), new String(answer.body(), StandardCharsets.UTF_8)));
            }
            if (i < 0) {
                continue;
            }
            timing.add(started);
            if (i % 10 == 0) {
                long program = said.applyAsLong(new String(answer.body(), StandardCharsets.UTF_8));
                long recount = counted.applyAsLong(day);
                if (program != recount) {
                    throw new StoreProblem("%s, %s: the program says %,d, the recount %,d".formatted(name, day, program, recount));
                }
                recounted++;
            }
        }
        out.printf(Locale.ROOT, "  %-46s %s   %d answers recounted%n", name, timing, recounted);
    }

    /** A page of which only the time is asked. */
    void ask(String name, Browser browser, Function<LocalDate, String> path) {
        ask(name, browser, path, page -> 0, day -> 0);
    }
}

package vn.bamcoso.bench;

import java.io.PrintStream;
import java.math.BigDecimal;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Random;
import tools.jackson.databind.json.JsonMapper;
import vn.bamcoso.store.StoreProblem;

/** Asks each kind of question many times with other arguments, and recounts every tenth answer. */
final class Asking {
    private static final int WARM_UP = 5;
    private static final long WARM_UP_NANOS = 30_000_000_000L;
    private static final int TIMES = 200;
    private static final BigDecimal SHARES_ROUNDED = new BigDecimal("0.000001");

    private final Browser browser;
    private final Owner owner;
    private final Size size;
    private final PrintStream out;
    private final JsonMapper json = JsonMapper.builder().enable(tools.jackson.databind.DeserializationFeature.USE_BIG_DECIMAL_FOR_FLOATS).build();
    private final Random random = new Random(20210423);

    Asking(Browser browser, Owner owner, Size size, PrintStream out) {
        this.browser = browser;
        this.owner = owner;
        this.size = size;
        this.out = out;
    }

    /** All kinds in turn until the program's code is compiled: what is measured is a program that has run for a minute, not its first steps. */
    void warmUp(List<Ask> kinds) {
        long started = System.nanoTime();
        int asked = 0;
        while (System.nanoTime() - started < WARM_UP_NANOS) {
            Ask kind = kinds.get(asked++ % kinds.size());
            browser.bytes(kind.path(kind.pick(size, random), size));
        }
        out.printf(Locale.ROOT, "  warmed up with %d questions in %.0f s, not measured%n", asked, (System.nanoTime() - started) / 1e9);
    }

    void ask(Ask kind) {
        var timing = new Timing();
        int recounted = 0;
        long numbers = 0;
        long bytes = 0;
        int times = kind.level().equals("commune") ? TIMES / 4 : TIMES;
        for (int i = -WARM_UP; i < times; i++) {
            List<String> codes = kind.pick(size, random);
            long started = System.nanoTime();
            HttpResponse<byte[]> answer = browser.bytes(kind.path(codes, size));
            if (answer.statusCode() != 200) {
                throw new StoreProblem("%s: %d %s".formatted(kind.path(codes, size), answer.statusCode(), new String(answer.body(), StandardCharsets.UTF_8)));
            }
            if (i < 0) {
                continue;
            }
            timing.add(started);
            bytes = answer.body().length;
            if (i % 10 == 0) {
                numbers += compare(kind, codes, new String(answer.body(), StandardCharsets.UTF_8));
                recounted++;
            }
        }
        out.printf(Locale.ROOT, "  %-42s %s   %,d bytes; %d answers recounted, %,d numbers equal%n", kind.name(), timing, bytes, recounted, numbers);
    }

    /** @return how many numbers were compared: every one that the recount finds */
    private long compare(Ask kind, List<String> codes, String body) {
        Map<String, BigDecimal> said = kind.read(json, body);
        Map<String, BigDecimal> counted = kind.recount(owner.sql(), codes, size);
        counted.forEach((cell, sum) -> {
            BigDecimal answer = said.get(cell);
            if (answer == null || answer.subtract(sum).abs().compareTo(SHARES_ROUNDED) > 0) {
                throw new StoreProblem("%s: the program says %s for %s, the recount %s".formatted(kind.name(), answer, cell, sum));
            }
        });
        return counted.size();
    }
}

package vn.bamcoso.bench;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/**
 * What the machine under the machine takes: the share of the processors' time in which something of ours, or of others here, wanted to
 * run and the host let another guest run. Seconds that are slow for no reason within the program are often these.
 */
final class Stolen implements AutoCloseable {
    private static final Path STAT = Path.of("/proc/stat");
    private static final int STEAL = 7;

    /** In ticks since the machine was started. */
    private record Second(long stolen, long idle, long all) {}

    private final List<Second> seconds = new ArrayList<>();
    private final Thread watch;

    Stolen() {
        this.watch = Thread.ofPlatform().daemon().start(this::look);
    }

    private void look() {
        try {
            while (true) {
                Second now = now();
                synchronized (seconds) {
                    seconds.add(now);
                }
                Thread.sleep(1000);
            }
        } catch (InterruptedException stop) {
            // Ended.
        }
    }

    /** All zero where the system does not tell. */
    private static Second now() {
        try (Stream<String> lines = Files.lines(STAT)) {
            long[] ticks = lines.findFirst().stream().flatMap(line -> Stream.of(line.split(" +")).skip(1)).limit(STEAL + 1).mapToLong(Long::parseLong).toArray();
            return ticks.length <= STEAL ? new Second(0, 0, 0) : new Second(ticks[STEAL], ticks[3] + ticks[4], java.util.Arrays.stream(ticks).sum());
        } catch (IOException | java.io.UncheckedIOException elsewhere) {
            return new Second(0, 0, 0);
        }
    }

    /** For each tenth of the time: stolen, and idle, in parts of 100. */
    @Override
    public String toString() {
        List<Second> all;
        synchronized (seconds) {
            all = List.copyOf(seconds);
        }
        int n = all.size() - 1;
        return n < 10 ? "not known" : "stolen by the host %s; idle %s".formatted(
                IntStream.range(0, 10).mapToObj(i -> share(all.get(n * i / 10), all.get(n * (i + 1) / 10), false)).collect(Collectors.joining(", ")),
                IntStream.range(0, 10).mapToObj(i -> share(all.get(n * i / 10), all.get(n * (i + 1) / 10), true)).collect(Collectors.joining(", ")));
    }

    private static String share(Second from, Second to, boolean idle) {
        long all = to.all - from.all;
        return all == 0 ? "–" : String.format(Locale.ROOT, "%.0f", (idle ? to.idle - from.idle : to.stolen - from.stolen) * 100.0 / all);
    }

    @Override
    public void close() {
        watch.interrupt();
    }
}

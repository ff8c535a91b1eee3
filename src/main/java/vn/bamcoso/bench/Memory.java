package vn.bamcoso.bench;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Locale;
import java.util.stream.Stream;

/** Watches how much memory a process and all that it started hold together: PSS, in which shared pages are counted once. */
final class Memory implements AutoCloseable {
    private final long root;
    private final Thread watch;
    private volatile long peak;
    private volatile boolean running = true;

    Memory(long root) {
        this.root = root;
        this.watch = Thread.ofPlatform().daemon().start(this::look);
    }

    private void look() {
        while (running) {
            peak = Math.max(peak, now());
            try {
                Thread.sleep(250);
            } catch (InterruptedException stop) {
                return;
            }
        }
    }

    /** In kilobytes; 0 where the system does not tell. */
    long now() {
        return ProcessHandle.of(root)
                .map(process -> Stream.concat(Stream.of(process), process.descendants()).mapToLong(each -> pss(each.pid())).sum())
                .orElse(0L);
    }

    private static long pss(long pid) {
        try (Stream<String> lines = Files.lines(Path.of("/proc/" + pid + "/smaps_rollup"))) {
            return lines.filter(line -> line.startsWith("Pss:")).mapToLong(line -> Long.parseLong(line.replaceAll("\\D", ""))).findFirst().orElse(0);
        } catch (IOException | java.io.UncheckedIOException gone) {
            return 0;
        }
    }

    @Override
    public String toString() {
        return String.format(Locale.ROOT, "%,d MB", peak / 1024);
    }

    @Override
    public void close() {
        running = false;
        watch.interrupt();
    }
}

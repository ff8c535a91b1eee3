package vn.bamcoso.bench;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** How much computing the program, the database and the asking clients have done, each with all that it started. */
record Work(Map<String, Duration> done) {
    /** @param processes by name */
    static Work now(Map<String, Long> processes) {
        Map<String, Duration> done = new TreeMap<>();
        processes.forEach((name, pid) -> done.put(name, ProcessHandle.of(pid)
                .map(root -> Stream.concat(Stream.of(root), name.equals("clients") ? Stream.empty() : root.descendants())
                        .map(process -> process.info().totalCpuDuration().orElse(Duration.ZERO)).reduce(Duration.ZERO, Duration::plus))
                .orElse(Duration.ZERO)));
        return new Work(done);
    }

    /** @param data folder of the cluster */
    static long postmaster(Path data) throws IOException {
        return Long.parseLong(Files.readAllLines(data.resolve("cluster").resolve("postmaster.pid")).getFirst().strip());
    }

    /** Seconds of a core since then. */
    String since(Work before) {
        return done.entrySet().stream().map(each -> String.format(Locale.ROOT, "%s %.1f s", each.getKey(), each.getValue().minus(before.done.get(each.getKey())).toMillis() / 1e3)).collect(Collectors.joining(", "));
    }

    /** Milliseconds of a core for each of so many acts since then. */
    String each(Work before, long acts) {
        var text = new StringBuilder();
        done.forEach((name, until) -> text.append(text.isEmpty() ? "" : ", ").append(name)
                .append(String.format(Locale.ROOT, " %.2f ms", until.minus(before.done.get(name)).toNanos() / 1e6 / Math.max(1, acts))));
        return text.toString();
    }
}

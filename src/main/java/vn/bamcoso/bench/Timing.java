package vn.bamcoso.bench;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/** How long something took, many times over. Safe for many threads. */
final class Timing {
    private final List<Long> nanos = Collections.synchronizedList(new ArrayList<>());

    void add(long started) {
        nanos.add(System.nanoTime() - started);
    }

    int times() {
        return nanos.size();
    }

    /** In milliseconds; p of 0.5 is the median. */
    double at(double p) {
        synchronized (nanos) {
            return at(p, nanos);
        }
    }

    /** The 95th percentile of each tenth of the times, as they ended: whether the slow ones lie at the beginning. In milliseconds. */
    String byTenths() {
        synchronized (nanos) {
            int n = nanos.size();
            return IntStream.range(0, 10).mapToObj(i -> String.format(Locale.ROOT, "%.0f", at(0.95, nanos.subList(n * i / 10, n * (i + 1) / 10)))).collect(Collectors.joining(", "));
        }
    }

    private static double at(double p, List<Long> nanos) {
        List<Long> sorted = nanos.stream().sorted().toList();
        return sorted.isEmpty() ? Double.NaN : sorted.get((int) Math.min(sorted.size() - 1, Math.ceil(p * sorted.size()) - 1)) / 1e6;
    }

    @Override
    public String toString() {
        return String.format(Locale.ROOT, "median %7.1f ms   p95 %7.1f ms   (%d times)", at(0.5), at(0.95), times());
    }
}

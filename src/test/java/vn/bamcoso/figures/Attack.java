package vn.bamcoso.figures;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;

/** Linear equations that somebody has collected, and which of their unknowns follow from them: elimination among whole numbers modulo a prime, without rounding. */
final class Attack {
    private static final long PRIME = 1_000_000_007;
    private static final BigDecimal SCALE = BigDecimal.valueOf(1_000_000);
    private final Set<Map<String, BigDecimal>> coefficients = new HashSet<>();
    private final Map<Map<String, BigDecimal>, BigDecimal> sums = new HashMap<>();

    void learn(Map<String, BigDecimal> row, BigDecimal sum) {
        if (!row.isEmpty() && coefficients.add(row)) {
            sums.put(row, sum);
        }
    }

    Set<String> solved() {
        Map<String, TreeMap<String, Long>> pivots = new LinkedHashMap<>();
        var rows = new ArrayList<>(coefficients);
        rows.sort(java.util.Comparator.comparingInt(Map::size));
        for (Map<String, BigDecimal> coefficient : rows) {
            var row = new TreeMap<String, Long>();
            coefficient.forEach((unknown, share) -> row.put(unknown, share.multiply(SCALE).longValue() % PRIME));
            List.copyOf(row.keySet()).forEach(unknown -> eliminate(row, pivots.get(unknown), unknown));
            if (!row.isEmpty()) {
                String pivot = row.firstKey();
                long inverse = power(row.get(pivot), PRIME - 2);
                row.replaceAll((unknown, factor) -> factor * inverse % PRIME);
                pivots.values().forEach(other -> eliminate(other, row, pivot));
                pivots.put(pivot, row);
            }
        }
        Set<String> solved = new HashSet<>();
        pivots.forEach((pivot, row) -> {
            if (row.size() == 1) {
                solved.add(pivot);
            }
        });
        return solved;
    }

    /** Sums of unsolved unknowns, each once, that leave no choice, or no choice but small ones. */
    List<String> telling() {
        Set<String> solved = solved();
        var telling = new ArrayList<String>();
        sums.forEach((row, sum) -> {
            if (sum.signum() > 0 && row.values().stream().allMatch(share -> share.compareTo(BigDecimal.ONE) == 0) && row.keySet().stream().noneMatch(solved::contains)) {
                BigDecimal many = BigDecimal.valueOf(row.size());
                if (sum.compareTo(many) == 0 || sum.compareTo(many.multiply(BigDecimal.valueOf(4))) == 0 || sum.compareTo(BigDecimal.valueOf(4)) <= 0) {
                    telling.add(sum + " = " + row.keySet());
                }
            }
        });
        return telling;
    }

    private static void eliminate(TreeMap<String, Long> row, TreeMap<String, Long> by, String unknown) {
        Long factor = by == null ? null : row.get(unknown);
        if (factor != null) {
            by.forEach((other, times) -> row.merge(other, (PRIME - factor) * times % PRIME, (a, b) -> (a + b) % PRIME == 0 ? null : (a + b) % PRIME));
        }
    }

    private static long power(long base, long exponent) {
        long result = 1;
        for (long left = exponent, square = base; left > 0; left >>= 1, square = square * square % PRIME) {
            result = (left & 1) == 1 ? result * square % PRIME : result;
        }
        return result;
    }
}

package vn.bamcoso.reporting.findings;

import java.math.BigDecimal;
import java.util.Collections;
import java.util.List;
import java.util.Optional;

/**
 * Whether a value stands far from what the same place has reported before. Measured by the median and the median distance from
 * it, so that one earlier slip does not hide a later one; told as the usual range, never as a statistic.
 *
 * @param usual the median of what was reported before; {@code least} and {@code most} of it, in {@code of} periods
 */
public record Jump(BigDecimal value, BigDecimal usual, BigDecimal least, BigDecimal most, int of) {
    /** So many earlier values are needed before one can speak of "usual". */
    static final int ENOUGH = 5;
    private static final double FAR = 3.5;
    private static final double LIKE_A_DEVIATION = 1.4826;
    /** Where a place always reports the same, a tenth of it, and at least two, is no jump yet. */
    private static final double TENTH = 0.1;
    private static final double TWO = 2;

    /** @param before what the place reported in earlier periods, in any order */
    public static Optional<Jump> of(BigDecimal value, List<BigDecimal> before) {
        if (before.size() < ENOUGH) {
            return Optional.empty();
        }
        BigDecimal median = median(before);
        List<BigDecimal> distances = before.stream().map(one -> one.subtract(median).abs()).toList();
        double spread = Math.max(LIKE_A_DEVIATION * median(distances).doubleValue(), Math.max(TENTH * Math.abs(median.doubleValue()), TWO));
        boolean far = value.subtract(median).abs().doubleValue() > FAR * spread;
        BigDecimal least = Collections.min(before);
        BigDecimal most = Collections.max(before);
        boolean outside = value.compareTo(least) < 0 || value.compareTo(most) > 0;
        return far && outside ? Optional.of(new Jump(value, median, least, most, before.size())) : Optional.empty();
    }

    static BigDecimal median(List<BigDecimal> values) {
        List<BigDecimal> sorted = values.stream().sorted().toList();
        int middle = sorted.size() / 2;
        return sorted.size() % 2 == 1 ? sorted.get(middle) : sorted.get(middle - 1).add(sorted.get(middle)).divide(BigDecimal.TWO);
    }
}

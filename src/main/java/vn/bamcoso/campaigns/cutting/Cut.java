package vn.bamcoso.campaigns.cutting;

import java.math.BigDecimal;
import java.math.BigInteger;
import java.math.RoundingMode;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.stream.IntStream;

/** Divides a whole number into whole numbers in proportion to weights, so that the parts sum to it exactly: what the rounding leaves goes to the largest remainders. */
final class Cut {
    private Cut() {}

    /**
     * @param weights not negative, not all zero
     * @return as many parts as weights; of equal remainders the first gets more
     */
    static List<BigDecimal> of(BigDecimal whole, List<BigDecimal> weights) {
        BigDecimal sum = weights.stream().reduce(BigDecimal.ZERO, BigDecimal::add);
        if (sum.signum() <= 0) {
            throw new IllegalArgumentException("nothing to divide by");
        }
        List<BigDecimal> parts = new ArrayList<>();
        List<BigDecimal> remainders = new ArrayList<>();
        BigDecimal given = BigDecimal.ZERO;
        for (BigDecimal weight : weights) {
            BigDecimal exact = whole.multiply(weight).divide(sum, 12, RoundingMode.DOWN);
            BigDecimal part = exact.setScale(0, RoundingMode.DOWN);
            parts.add(part);
            remainders.add(exact.subtract(part));
            given = given.add(part);
        }
        int rest = whole.subtract(given).toBigInteger().min(BigInteger.valueOf(weights.size())).intValue();
        IntStream.range(0, parts.size()).boxed().sorted(Comparator.comparing(remainders::get, Comparator.reverseOrder()).thenComparing(i -> i)).limit(rest)
                .forEach(i -> parts.set(i, parts.get(i).add(BigDecimal.ONE)));
        return parts;
    }
}

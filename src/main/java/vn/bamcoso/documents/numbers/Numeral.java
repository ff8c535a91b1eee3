package vn.bamcoso.documents.numbers;

import java.math.BigDecimal;

/**
 * A number as it was written: its value, and how finely it was written.
 *
 * @param value   the full value: "3.100 tỷ đồng" has 3100000000000, "96,8%" has 96.8
 * @param written the value of the last digit that was written: "3.100 tỷ" 10⁹, "5,2" 0.1, "575 nghìn" 1000, "45.000" 1
 * @param unit    what stood behind it
 */
public record Numeral(BigDecimal value, BigDecimal written, Unit unit) {

    public enum Unit { NONE, PERCENT, DONG }

    /** Of a rounded number, the size of its last digit that is not zero: 45.000 has 1000, 3.100 tỷ has 100 tỷ, 5,2 has 0,1; zero has 1. */
    public BigDecimal step() {
        return value.signum() == 0 ? BigDecimal.ONE : value.stripTrailingZeros().ulp();
    }

    /** Written with decimals or a scale word, so that a reader expects it to be rounded there. */
    boolean coarse() {
        return written.compareTo(BigDecimal.ONE) != 0;
    }
}

package vn.bamcoso.reviews;

import java.math.BigDecimal;
import org.jspecify.annotations.Nullable;

/**
 * What the house knows of a slot at an instant.
 *
 * @param value exact; of a rate in per cent
 * @param numerator of a rate: the upper number, {@code denominator} the lower one
 * @param ref the figure behind it, empty when added up from many
 * @param link page that shows where it comes from
 */
record Fact(BigDecimal value, @Nullable BigDecimal numerator, @Nullable BigDecimal denominator, String ref, @Nullable String link) {
    boolean fraction() {
        return numerator != null && denominator != null;
    }
}

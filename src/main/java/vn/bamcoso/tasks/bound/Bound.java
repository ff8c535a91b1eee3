package vn.bamcoso.tasks.bound;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/**
 * A figure to which a task is bound, as it stands today.
 *
 * @param name of the indicator
 * @param value null when there is none yet
 * @param expected what an even pace would have reached by today, from the value on the day of issue to the target
 * @param asOf the day that the value is of
 */
public record Bound(String indicator, String name, String area, BigDecimal target, String comparison, @Nullable BigDecimal value, @Nullable BigDecimal expected, @Nullable LocalDate asOf, LocalDate issued, LocalDate due) {
    public boolean met() {
        return value != null && (comparison.equals("at_most") ? value.compareTo(target) <= 0 : value.compareTo(target) >= 0);
    }

    /** Whether it lags behind an even pace. */
    public boolean behind() {
        return value != null && expected != null && !met() && (comparison.equals("at_most") ? value.compareTo(expected) > 0 : value.compareTo(expected) < 0);
    }

    /** 0 to 100; of a value that is to fall it is whether it has fallen. */
    public int percent() {
        if (value == null || comparison.equals("at_most") || target.signum() <= 0) {
            return met() ? 100 : 0;
        }
        return Math.clamp(value.multiply(BigDecimal.valueOf(100)).divide(target, 0, RoundingMode.DOWN).intValue(), 0, 100);
    }
}

package vn.bamcoso.tasks.bound;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import org.jspecify.annotations.Nullable;

/**
 * Where a figure to which a task is bound is heading: nothing but days and numbers.
 *
 * @param falls the value is to fall to the target, not to rise to it
 * @param begun value on the day of issue; null when there was none
 * @param value the latest, of the day {@code on}
 * @param before an earlier one, of the day {@code beforeOn}: from it the pace is told
 */
record Trend(BigDecimal target, boolean falls, LocalDate issued, LocalDate due, @Nullable BigDecimal begun, LocalDate on, BigDecimal value, LocalDate beforeOn, BigDecimal before) {
    /** Sooner after the issue nothing is said of a trend. */
    static final int SETTLING = 14;

    boolean met() {
        return reaches(value);
    }

    /** What will be reached by the date when it goes on as between the two days. To two places. */
    BigDecimal forecast() {
        BigDecimal moved = value.subtract(before).multiply(BigDecimal.valueOf(Math.max(0, ChronoUnit.DAYS.between(on, due))));
        return value.add(moved.divide(BigDecimal.valueOf(ChronoUnit.DAYS.between(beforeOn, on)), 2, RoundingMode.HALF_UP));
    }

    /** What an even pace would have reached by the day of the value; null when the beginning is unknown. */
    @Nullable BigDecimal expected() {
        return begun == null ? null : begun.add(target.subtract(begun).multiply(Binding.share(issued, on, due)));
    }

    /** Behind an even pace, and at its own pace too late. */
    boolean broken() {
        if (met() || on.isBefore(issued.plusDays(SETTLING)) || !on.isBefore(due)) {
            return false;
        }
        BigDecimal even = expected();
        boolean behind = even == null || (falls ? value.compareTo(even) > 0 : value.compareTo(even) < 0);
        return behind && !reaches(forecast());
    }

    private boolean reaches(BigDecimal reached) {
        return falls ? reached.compareTo(target) <= 0 : reached.compareTo(target) >= 0;
    }
}

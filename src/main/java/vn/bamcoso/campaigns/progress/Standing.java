package vn.bamcoso.campaigns.progress;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.LocalDate;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/**
 * How a target stands on a day. What cannot be worked out is null.
 *
 * @param done cumulative, up to the day
 * @param doneOn the day that this is of
 * @param expected by the day, were the target reached evenly from the first day to the deadline
 * @param then the same by the day of what is done, for holding the two against each other
 * @param required a day, from the day after that of what is done until the deadline, to reach it still
 * @param pace a day, over the last two weeks
 * @param forecast day on which it will be reached at this pace; {@code soonest} and {@code latest} at the fastest and the slowest of the last weeks
 * @param reached first day on which it was reached
 * @param daysEarly from that day to the deadline; negative when late
 */
public record Standing(
        State state, @Nullable BigDecimal target, @Nullable BigDecimal done, @Nullable LocalDate doneOn, @Nullable BigDecimal expected, @Nullable BigDecimal then, @Nullable BigDecimal required, @Nullable BigDecimal pace,
        @Nullable LocalDate forecast, @Nullable LocalDate soonest, @Nullable LocalDate latest, @Nullable LocalDate reached, @Nullable Long daysEarly) {

    /** In the order in which they want to be looked at. */
    public enum State {
        /** The deadline is over and the target was not reached. */
        MISSED("red"),
        /** At the pace of the last two weeks it will not be reached by the deadline. */
        WILL_MISS("red"),
        /** No figures, or no target. */
        UNKNOWN("amber"),
        /** In time at this pace, too late at the slowest of the last weeks. */
        AT_RISK("amber"),
        ON_TRACK("green"),
        REACHED("green");

        private final String tone;

        State(String tone) {
            this.tone = tone;
        }

        public String code() {
            return name().toLowerCase(Locale.ROOT);
        }

        public String tone() {
            return tone;
        }
    }

    /** Done as per cent of the target, one decimal; never rounded up to 100 before it is reached. */
    public @Nullable BigDecimal percent() {
        if (done == null || target == null || target.signum() == 0) {
            return null;
        }
        BigDecimal percent = done.multiply(BigDecimal.valueOf(100)).divide(target, 1, RoundingMode.HALF_UP);
        return done.compareTo(target) < 0 && percent.compareTo(BigDecimal.valueOf(100)) >= 0 ? new BigDecimal("99.9") : percent;
    }

    /** Part of the target that is done, for a bar. */
    public double part() {
        return done == null || target == null || target.signum() == 0 ? 0 : Math.min(1, done.doubleValue() / target.doubleValue());
    }

    public @Nullable BigDecimal missing() {
        return done == null || target == null ? null : target.subtract(done).max(BigDecimal.ZERO);
    }

    /** More than expected by the day of what is done, or less when negative. */
    public @Nullable BigDecimal ahead() {
        return done == null || then == null ? null : done.subtract(then);
    }
}

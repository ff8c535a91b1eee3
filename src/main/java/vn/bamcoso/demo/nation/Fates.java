package vn.bamcoso.demo.nation;

import java.time.Instant;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;
import vn.bamcoso.basics.VietnamTime;
import vn.bamcoso.calendar.Period;
import vn.bamcoso.calendar.WorkingDays;

/**
 * Whether a commune's report came in time, late, came back once, was corrected later, or never came: 92, 4, 2, 1 and 1 in a
 * hundred. A period in which a printed total stands has none missing, and its corrections come before anybody printed it.
 */
final class Fates {
    private final boolean complete;
    private final int limit;
    private final Period period;
    private final LocalDate[] open;

    /**
     * @param limit working days within which the form is to be sent
     * @param complete whether the period must add up to a printed total
     */
    Fates(Period period, int limit, boolean complete) {
        this.limit = limit;
        this.complete = complete;
        this.period = period;
        this.open = openDays(period.end());
    }

    /**
     * @param slip what had been sent wrongly before a correction
     * @return null when the report never came
     */
    @Nullable Sheet of(Commune commune, long[] values, UnaryOperator<long[]> slip) {
        Dice dice = Dice.of(commune.seed(), 20, period.end().toEpochDay());
        double luck = dice.next();
        if (!complete && luck < 0.01) {
            return null;
        }
        Instant sent = at(1 + dice.below(limit), dice);
        if (luck < 0.05) {
            int late = limit + 1 + dice.below(complete ? 3 : 12);
            return new Sheet(commune, values, at(late, dice), null, at(late + 1, dice), null);
        }
        Instant approved = at(limit + 1 + dice.below(2), dice);
        if (luck < 0.07) {
            return new Sheet(commune, values, at(limit + 2, dice), at(limit + 1, dice), at(limit + 3, dice), null);
        }
        if (luck < 0.08) {
            long[] wrong = slip.apply(values.clone());
            int noticed = limit + (complete ? 5 + dice.below(10) : 10 + dice.below(60));
            if (!Arrays.equals(wrong, values)) {
                return new Sheet(commune, values, at(noticed, dice), null, at(noticed + 1, dice), new Sheet.Earlier(wrong, sent, approved));
            }
        }
        return new Sheet(commune, values, sent, null, approved, null);
    }

    /** Some minute of office hours on the n-th working day after the period; never before the period was over. */
    private Instant at(int workingDay, Dice dice) {
        return at(open[workingDay], dice.between(0.32, 0.7));
    }

    private static LocalDate[] openDays(LocalDate end) {
        LocalDate[] days = new LocalDate[80];
        days[0] = end;
        for (int i = 1; i < days.length; i++) {
            days[i] = WorkingDays.vietnam().after(days[i - 1], 1);
        }
        return days;
    }

    private static Instant at(LocalDate day, double part) {
        return day.atStartOfDay(VietnamTime.ZONE).toInstant().plusSeconds((long) (part * 86_400));
    }
}

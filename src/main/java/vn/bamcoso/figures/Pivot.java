package vn.bamcoso.figures;

import java.time.LocalDate;
import java.util.List;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Isolation;
import org.springframework.transaction.annotation.Transactional;
import vn.bamcoso.basics.Problem;
import vn.bamcoso.figures.asking.Asking;

/**
 * Answers indicator × period × place, on the map of any day, as known at any moment.
 *
 * <p>What a period means depends on the indicator. A flow (sum) over a longer period is the figure stored for it, or else the
 * sum of the stored shorter ones that make it up; up to a day or since a beginning, of the stored periods that lie within. A
 * state (last) as of a day is the last known figure of each place in the year before it, a day older being told; in a period,
 * the figure of that period, or the last one within it. A target (next) is that of the nearest deadline. A figure of kind
 * none answers only for its own period. Nothing is estimated: what is missing is missing, and reported against expected says
 * how much of it.
 */
@Component
public class Pivot {
    private final Asking asking;

    Pivot(Asking asking) {
        this.asking = asking;
    }

    /** Whether the single small figures of an indicator are hidden from who asks: a reader of the whole country who is in nobody's chain. */
    public boolean hides(Indicator indicator) {
        return indicator.smallCounts() && asking.guards(indicator);
    }

    /** @throws Problem when an indicator is unknown, the level does not exist on the map, or the place is unknown, not on the map or out of scope */
    @Transactional(readOnly = true, isolation = Isolation.REPEATABLE_READ, noRollbackFor = Problem.class)
    public Answer ask(Question question) {
        return asking.ask(question, Asking.Side.AS_SET);
    }

    /**
     * Those of the days on which an indicator may say something that it did not say on the day before: a report ends on them, or
     * they are counted from records. Of a long series only these need be asked.
     *
     * @throws Problem when the indicator is unknown
     */
    @Transactional(readOnly = true, isolation = Isolation.REPEATABLE_READ, noRollbackFor = Problem.class)
    public List<LocalDate> telling(String indicator, List<LocalDate> days) {
        return asking.telling(indicator, days);
    }

    /** The same as people reported it, also for days that are counted from records today: to stand beside what is counted. */
    @Transactional(readOnly = true, isolation = Isolation.REPEATABLE_READ, noRollbackFor = Problem.class)
    public Answer reported(Question question) {
        return asking.ask(question, Asking.Side.REPORTED);
    }

    /** The same counted from records, wherever a room keeps some, also for indicators and days that are still reported. */
    @Transactional(readOnly = true, isolation = Isolation.REPEATABLE_READ, noRollbackFor = Problem.class)
    public Answer counted(Question question) {
        return asking.ask(question, Asking.Side.COUNTED);
    }
}

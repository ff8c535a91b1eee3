package vn.bamcoso.reporting;

import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import vn.bamcoso.calendar.DeadlineRule;
import vn.bamcoso.calendar.Period;
import vn.bamcoso.calendar.WorkingDays;

/**
 * The way of a report from office to office. It is dated: through the district until 28 February 2025, straight to the
 * province since. A report that was on its way on the day a level ended waits at the next level from then on, because
 * where it waits is asked of the chain of the day, not kept.
 */
public record Chain(List<Step> steps) {

    /**
     * @param officeKind commune, district, provincial or ministry
     * @param act send, forward, approve or receive
     * @param from first day; {@code to} first day on which it is no longer so
     */
    public record Step(short position, String officeKind, String act, @Nullable DeadlineRule deadline, LocalDate from, LocalDate to) {
        boolean holds(LocalDate day) {
            return !day.isBefore(from) && day.isBefore(to);
        }
    }

    /** The stations on that day, from below. */
    public List<Step> on(LocalDate day) {
        return steps.stream().filter(step -> step.holds(day)).toList();
    }

    /** The station that a report goes to next from this kind of office, on that day; empty from the last one. */
    public Optional<Step> after(String officeKind, LocalDate day) {
        int left = steps.stream().filter(step -> step.officeKind().equals(officeKind)).mapToInt(Step::position).max().orElse(-1);
        return on(day).stream().filter(step -> step.position() > left).findFirst();
    }

    /**
     * Where a report that was last put before this kind of office waits on that day: there, or at the next level when the
     * level has ended.
     */
    public Step waits(String officeKind, LocalDate day) {
        return on(day).stream()
                .filter(step -> step.officeKind().equals(officeKind))
                .findFirst()
                .or(() -> after(officeKind, day))
                .orElseThrow();
    }

    /** The last day on which this kind of office is in time; empty when it has no deadline. */
    public Optional<LocalDate> due(String officeKind, Period period, LocalDate day) {
        return on(day).stream()
                .filter(step -> step.officeKind().equals(officeKind))
                .findFirst()
                .flatMap(step -> Optional.ofNullable(step.deadline()))
                .map(rule -> rule.dueFor(period, WorkingDays.vietnam()));
    }

    /** The kind of office that sends first. */
    public String first() {
        return steps.getFirst().officeKind();
    }
}

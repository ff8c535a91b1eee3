package vn.bamcoso.staffing.rollout;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.TreeMap;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** Where a programme stands on a day: the plan that holds on it, and what the postings say. */
public record Progress(Programme programme, LocalDate on, List<Programme.Stage> stages, List<Step> steps) {
    /** The pace is that of so many days. */
    public static final int WINDOW = 90;

    /** One place: by the first plan, by the one that holds, and the first day on which the goal was reached; null: not yet. */
    public record Step(int placeId, short home, short stage, LocalDate firstPlanned, LocalDate planned, @Nullable LocalDate reached) {
        public boolean done() {
            return reached != null;
        }

        public boolean late(LocalDate on) {
            return reached == null && planned.isBefore(on);
        }
    }

    /**
     * When all will have reached the goal.
     *
     * @param kind reached (on {@code day}), expected (on {@code day} at the pace of the last 90 days), standing (no place in 90 days), empty
     * @param lately places in the last 90 days
     */
    public record Forecast(String kind, @Nullable LocalDate day, int lately) {}

    /** @param due last planned day of the stage's places */
    public record StageLine(Programme.Stage stage, int places, int done, int late, LocalDate firstDue, LocalDate due) {
        public double part() {
            return places == 0 ? 0 : (double) done / places;
        }
    }

    public int done() {
        return (int) steps.stream().filter(Step::done).count();
    }

    public int left() {
        return steps.size() - done();
    }

    public int late() {
        return (int) steps.stream().filter(step -> step.late(on)).count();
    }

    public double part() {
        return steps.isEmpty() ? 0 : (double) done() / steps.size();
    }

    /** @param lately places in the last 90 days; {@code lastReached} the latest day on which one reached the goal */
    public record Standing(LocalDate on, int places, int done, int late, int lately, @Nullable LocalDate lastReached) {
        public double part() {
            return places == 0 ? 0 : (double) done / places;
        }

        public Forecast forecast() {
            int left = places - done;
            if (places == 0) {
                return new Forecast("empty", null, 0);
            }
            if (left == 0) {
                return new Forecast("reached", lastReached, lately);
            }
            return lately == 0 ? new Forecast("standing", null, 0) : new Forecast("expected", on.plusDays(Math.ceilDiv((long) left * WINDOW, lately)), lately);
        }
    }

    public Standing standing() {
        LocalDate since = on.minusDays(WINDOW);
        return new Standing(on, steps.size(), done(), late(), (int) steps.stream().filter(step -> step.reached() != null && step.reached().isAfter(since)).count(),
                steps.stream().map(Step::reached).filter(java.util.Objects::nonNull).max(Comparator.naturalOrder()).orElse(null));
    }

    public Forecast forecast() {
        return standing().forecast();
    }

    /** Stages with a place in scope. */
    public List<StageLine> lines() {
        return stages.stream().map(stage -> {
            List<Step> its = steps.stream().filter(step -> step.stage() == stage.number()).toList();
            return new StageLine(stage, its.size(), (int) its.stream().filter(Step::done).count(), (int) its.stream().filter(step -> step.late(on)).count(),
                    its.stream().map(Step::firstPlanned).max(Comparator.naturalOrder()).orElse(programme.beginsOn()), its.stream().map(Step::planned).max(Comparator.naturalOrder()).orElse(programme.beginsOn()));
        }).filter(line -> line.places() > 0).toList();
    }

    /** Places that have not reached the goal, those longest overdue first. */
    public List<Step> blocking() {
        return steps.stream().filter(step -> !step.done()).sorted(Comparator.comparing(Step::planned).thenComparing(Step::placeId)).toList();
    }

    public boolean revised() {
        return steps.stream().anyMatch(step -> !step.planned().equals(step.firstPlanned()));
    }

    /** One line of the curve: how many places by the last day of each month. */
    public record Curve(List<LocalDate> months, List<@Nullable BigDecimal> first, List<@Nullable BigDecimal> planned, List<@Nullable BigDecimal> actual) {}

    public Curve curve() {
        LocalDate end = steps.stream().map(Step::planned).max(Comparator.naturalOrder()).orElse(on);
        LocalDate last = steps.stream().map(Step::reached).filter(java.util.Objects::nonNull).max(Comparator.naturalOrder()).orElse(end);
        end = last.isAfter(end) ? last : end;
        end = left() > 0 && on.isAfter(end) ? on : end;
        var months = new ArrayList<LocalDate>();
        var first = new ArrayList<@Nullable BigDecimal>();
        var planned = new ArrayList<@Nullable BigDecimal>();
        var actual = new ArrayList<@Nullable BigDecimal>();
        var firstBy = byMonth(Step::firstPlanned);
        var plannedBy = byMonth(Step::planned);
        var reachedBy = byMonth(Step::reached);
        for (LocalDate month = programme.beginsOn().withDayOfMonth(1); !month.isAfter(end); month = month.plusMonths(1)) {
            LocalDate next = month.plusMonths(1);
            months.add(month);
            first.add(until(firstBy, next));
            planned.add(until(plannedBy, next));
            actual.add(month.isAfter(on) ? null : until(reachedBy, next));
        }
        return new Curve(months, first, planned, actual);
    }

    /** How many places by month, added up from the beginning. */
    private TreeMap<LocalDate, Integer> byMonth(Function<Step, @Nullable LocalDate> day) {
        var months = new TreeMap<LocalDate, Integer>();
        steps.stream().map(day).filter(java.util.Objects::nonNull).forEach(one -> months.merge(one.withDayOfMonth(1), 1, Integer::sum));
        int sum = 0;
        for (var month : months.entrySet()) {
            sum += month.getValue();
            month.setValue(sum);
        }
        return months;
    }

    private static BigDecimal until(TreeMap<LocalDate, Integer> months, LocalDate next) {
        var last = months.lowerEntry(next);
        return BigDecimal.valueOf(last == null ? 0 : last.getValue());
    }

    /** Days between plan and fact, above zero when late; null where nothing was reached. */
    public static @Nullable Long delay(Step step) {
        return step.reached() == null ? null : (Long) ChronoUnit.DAYS.between(step.planned(), step.reached());
    }
}

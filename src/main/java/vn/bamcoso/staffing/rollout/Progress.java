package vn.bamcoso.staffing.rollout;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Where a programme stands on a day: the plan that holds on it, and what the postings say. */
public record Progress(Programme programme, LocalDate on, List<Programme.Stage> stages, List<Spot> spots) {
    static final List<String> GATES = List.of("decision", "people", "premises", "equipment", "party-cell");
    /** The pace is that of so many days. */
    public static final int WINDOW = 90;

    /**
     * One place.
     *
     * @param ended whether it is no unit of its own any more on the day
     * @param firstPlanned by the first plan; {@code planned} by the one that holds
     * @param reached first day on which the goal was reached; null: not yet
     * @param officers at their posts on the day
     * @param decision true ready, false said not to be, null nobody said anything; so the other gates
     * @param cell own, joint, attached, none; null when nothing is known
     */
    public record Spot(
            int placeId, String key, String name, String kind, boolean ended, short home, short stage, LocalDate firstPlanned, LocalDate planned, @Nullable LocalDate reached, int officers,
            @Nullable Boolean decision, @Nullable Boolean premises, @Nullable Boolean equipment, @Nullable String cell) {
        public boolean done() {
            return reached != null;
        }

        public boolean late(LocalDate on) {
            return reached == null && planned.isBefore(on);
        }

        /** ready, missing or unknown. */
        public String gate(String gate) {
            Boolean ready = switch (gate) {
                case "decision" -> decision;
                case "premises" -> premises;
                case "equipment" -> equipment;
                case "people" -> done();
                default -> cell == null ? null : (Boolean) !cell.equals("none");
            };
            return ready == null ? "unknown" : ready ? "ready" : "missing";
        }

        public List<String> missing() {
            return GATES.stream().filter(gate -> gate(gate).equals("missing")).toList();
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
        return (int) spots.stream().filter(Spot::done).count();
    }

    public int left() {
        return spots.size() - done();
    }

    public int late() {
        return (int) spots.stream().filter(spot -> spot.late(on)).count();
    }

    public double part() {
        return spots.isEmpty() ? 0 : (double) done() / spots.size();
    }

    public Forecast forecast() {
        if (spots.isEmpty()) {
            return new Forecast("empty", null, 0);
        }
        LocalDate since = on.minusDays(WINDOW);
        int lately = (int) spots.stream().filter(spot -> spot.reached() != null && spot.reached().isAfter(since)).count();
        if (left() == 0) {
            return new Forecast("reached", spots.stream().map(Spot::reached).max(Comparator.naturalOrder()).orElseThrow(), lately);
        }
        return lately == 0 ? new Forecast("standing", null, 0) : new Forecast("expected", on.plusDays(Math.ceilDiv((long) left() * WINDOW, lately)), lately);
    }

    /** Stages with a place in scope. */
    public List<StageLine> lines() {
        return stages.stream().map(stage -> {
            List<Spot> its = spots.stream().filter(spot -> spot.stage() == stage.number()).toList();
            return new StageLine(stage, its.size(), (int) its.stream().filter(Spot::done).count(), (int) its.stream().filter(spot -> spot.late(on)).count(),
                    its.stream().map(Spot::firstPlanned).max(Comparator.naturalOrder()).orElse(programme.beginsOn()), its.stream().map(Spot::planned).max(Comparator.naturalOrder()).orElse(programme.beginsOn()));
        }).filter(line -> line.places() > 0).toList();
    }

    /** Places that have not reached the goal, those longest overdue first. */
    public List<Spot> blocking() {
        return spots.stream().filter(spot -> !spot.done()).sorted(Comparator.comparing(Spot::planned).thenComparing(Spot::key)).toList();
    }

    public boolean revised() {
        return spots.stream().anyMatch(spot -> !spot.planned().equals(spot.firstPlanned()));
    }

    /** One line of the curve: how many places by the last day of each month. */
    public record Curve(List<LocalDate> months, List<@Nullable BigDecimal> first, List<@Nullable BigDecimal> planned, List<@Nullable BigDecimal> actual) {}

    public Curve curve() {
        LocalDate end = spots.stream().map(Spot::planned).max(Comparator.naturalOrder()).orElse(on);
        LocalDate last = spots.stream().map(Spot::reached).filter(java.util.Objects::nonNull).max(Comparator.naturalOrder()).orElse(end);
        end = last.isAfter(end) ? last : end;
        end = left() > 0 && on.isAfter(end) ? on : end;
        var months = new ArrayList<LocalDate>();
        var first = new ArrayList<@Nullable BigDecimal>();
        var planned = new ArrayList<@Nullable BigDecimal>();
        var actual = new ArrayList<@Nullable BigDecimal>();
        for (LocalDate month = programme.beginsOn().withDayOfMonth(1); !month.isAfter(end); month = month.plusMonths(1)) {
            LocalDate close = month.plusMonths(1).minusDays(1);
            months.add(month);
            first.add(BigDecimal.valueOf(spots.stream().filter(spot -> !spot.firstPlanned().isAfter(close)).count()));
            planned.add(BigDecimal.valueOf(spots.stream().filter(spot -> !spot.planned().isAfter(close)).count()));
            actual.add(month.isAfter(on) ? null : BigDecimal.valueOf(spots.stream().filter(spot -> spot.reached() != null && !spot.reached().isAfter(close)).count()));
        }
        return new Curve(months, first, planned, actual);
    }

    /** Days between plan and fact, above zero when late; null where nothing was reached. */
    public static @Nullable Long delay(Spot spot) {
        return spot.reached() == null ? null : (Long) ChronoUnit.DAYS.between(spot.planned(), spot.reached());
    }
}

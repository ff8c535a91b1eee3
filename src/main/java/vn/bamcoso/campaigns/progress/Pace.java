package vn.bamcoso.campaigns.progress;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import vn.bamcoso.campaigns.progress.Standing.State;

/** The arithmetic of a target: nothing but days and numbers. */
public final class Pace {
    private static final int RECENT = 14;
    private static final int WEEK = 7;
    private static final int WEEKS = 4;

    private Pace() {}

    /** A cumulative value of a day. */
    public record Point(LocalDate day, BigDecimal total) {}

    /**
     * @param target null when unknown
     * @param first first day that counts; {@code deadline} the last
     * @param day on which it is asked; points after it are passed over
     * @param series by day, first to last
     */
    public static Standing of(@Nullable BigDecimal target, LocalDate first, LocalDate deadline, LocalDate day, List<Point> series) {
        List<Point> known = series.stream().filter(point -> !point.day().isAfter(day)).toList();
        BigDecimal expected = target == null ? null : expected(target, first, deadline, day);
        if (target == null || known.isEmpty()) {
            Point last = known.isEmpty() ? null : known.getLast();
            State state = target != null && day.isAfter(deadline) ? State.MISSED : State.UNKNOWN;
            return new Standing(state, target, last == null ? null : last.total(), last == null ? null : last.day(), expected, null, null, null, null, null, null, null, null);
        }
        Point last = known.getLast();
        BigDecimal pace = pace(known, first);
        BigDecimal then = expected(target, first, deadline, last.day());
        Optional<Point> crossing = known.stream().filter(point -> point.total().compareTo(target) >= 0).findFirst();
        if (crossing.isPresent()) {
            LocalDate reached = crossing.get().day();
            return new Standing(State.REACHED, target, last.total(), last.day(), expected, then, null, pace, null, null, null, reached, ChronoUnit.DAYS.between(reached, deadline));
        }
        BigDecimal missing = target.subtract(last.total());
        long left = ChronoUnit.DAYS.between(day, deadline);
        BigDecimal required = left > 0 ? missing.divide(BigDecimal.valueOf(ChronoUnit.DAYS.between(last.day(), deadline)), 0, RoundingMode.CEILING) : null;
        LocalDate forecast = arrives(last.day(), missing, pace);
        List<BigDecimal> weeks = weeks(known);
        LocalDate soonest = weeks.size() < 2 ? null : arrives(last.day(), missing, weeks.stream().max(BigDecimal::compareTo).orElseThrow());
        LocalDate latest = weeks.size() < 2 ? null : arrives(last.day(), missing, weeks.stream().min(BigDecimal::compareTo).orElseThrow());
        State state;
        if (left <= 0) {
            state = day.isAfter(deadline) ? State.MISSED : State.WILL_MISS;
        } else if (forecast == null || forecast.isAfter(deadline)) {
            state = State.WILL_MISS;
        } else {
            state = weeks.size() >= 2 && (latest == null || latest.isAfter(deadline)) ? State.AT_RISK : State.ON_TRACK;
        }
        return new Standing(state, target, last.total(), last.day(), expected, then, required, pace, left <= 0 ? null : forecast, left <= 0 ? null : soonest, left <= 0 ? null : latest, null, null);
    }

    /** The even share of the days that are over, to the nearest whole. */
    static BigDecimal expected(BigDecimal target, LocalDate first, LocalDate deadline, LocalDate day) {
        long all = ChronoUnit.DAYS.between(first, deadline) + 1;
        long over = Math.clamp(ChronoUnit.DAYS.between(first, day) + 1, 0, all);
        return target.multiply(BigDecimal.valueOf(over)).divide(BigDecimal.valueOf(all), 0, RoundingMode.HALF_UP);
    }

    /** A day, over the last two weeks of the series; over all of it where it is shorter, counted from the day before the first. One decimal. */
    static BigDecimal pace(List<Point> known, LocalDate first) {
        Point last = known.getLast();
        Point base = known.stream().filter(point -> !point.day().isAfter(last.day().minusDays(RECENT))).reduce((a, b) -> b).orElse(new Point(first.minusDays(1), BigDecimal.ZERO));
        long days = Math.max(1, ChronoUnit.DAYS.between(base.day(), last.day()));
        return last.total().subtract(base.total()).divide(BigDecimal.valueOf(days), 1, RoundingMode.HALF_UP);
    }

    /** A day in each of the last weeks, the latest first: from the last point back to the nearest one at least a week before it, and so on. */
    static List<BigDecimal> weeks(List<Point> known) {
        List<BigDecimal> weeks = new ArrayList<>();
        Point to = known.getLast();
        while (weeks.size() < WEEKS) {
            Point end = to;
            Optional<Point> from = known.stream().filter(point -> !point.day().isAfter(end.day().minusDays(WEEK))).reduce((a, b) -> b);
            if (from.isEmpty()) {
                return weeks;
            }
            weeks.add(end.total().subtract(from.get().total()).divide(BigDecimal.valueOf(ChronoUnit.DAYS.between(from.get().day(), end.day())), 1, RoundingMode.HALF_UP));
            to = from.get();
        }
        return weeks;
    }

    private static @Nullable LocalDate arrives(LocalDate from, BigDecimal missing, BigDecimal daily) {
        if (daily.signum() <= 0) {
            return null;
        }
        long days = missing.divide(daily, 0, RoundingMode.CEILING).longValue();
        return days > 3_650 ? null : from.plusDays(days);
    }
}

package vn.bamcoso.campaigns.page;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;
import vn.bamcoso.campaigns.progress.Intake;
import vn.bamcoso.campaigns.progress.Pace;
import vn.bamcoso.campaigns.progress.Standing;

/**
 * The course of a target on paper: what was collected, what was expected by each day, the target, and how it will go on at the
 * pace of the last weeks. The template only draws.
 *
 * @param target y of the target; {@code from}, {@code to} the days at its ends
 */
public record BurnUp(LocalDate from, LocalDate to, BigDecimal top, List<Pace.Point> points, Standing standing, LocalDate deadline) {
    public static final int WIDTH = 720;
    public static final int HEIGHT = 300;
    private static final int LEFT = 112;
    private static final int RIGHT = 20;
    private static final int TOP = 20;
    private static final int BOTTOM = 34;

    public record Mark(double at, BigDecimal value) {}

    public record DayMark(double at, LocalDate day) {}

    public static @Nullable BurnUp of(Intake.Course course, LocalDate first, LocalDate deadline) {
        Standing standing = course.standing();
        if (course.series().isEmpty() || standing.target() == null) {
            return null;
        }
        LocalDate last = course.series().getLast().day();
        LocalDate to = later(deadline, last);
        if (standing.forecast() != null) {
            to = later(to, earlier(standing.forecast(), deadline.plusDays(ChronoUnit.DAYS.between(first, deadline) / 3)));
        }
        BigDecimal most = course.series().getLast().total().max(standing.target());
        return new BurnUp(first, to, most.multiply(new BigDecimal("1.06")), course.series(), standing, deadline);
    }

    private static LocalDate later(LocalDate one, LocalDate other) {
        return one.isAfter(other) ? one : other;
    }

    private static LocalDate earlier(LocalDate one, LocalDate other) {
        return one.isBefore(other) ? one : other;
    }

    public double x(LocalDate day) {
        double all = Math.max(1, ChronoUnit.DAYS.between(from, to));
        return LEFT + (WIDTH - LEFT - RIGHT) * Math.clamp(ChronoUnit.DAYS.between(from, day) / all, 0, 1);
    }

    public double y(BigDecimal value) {
        return HEIGHT - BOTTOM - (HEIGHT - BOTTOM - TOP) * Math.clamp(value.doubleValue() / top.doubleValue(), 0, 1);
    }

    public String line() {
        var path = new StringBuilder();
        for (Pace.Point point : points) {
            path.append(path.isEmpty() ? "M" : "L").append(n(x(point.day()))).append(' ').append(n(y(point.total())));
        }
        return path.toString();
    }

    /** From nothing on the day before to the target on the deadline. */
    public String expected() {
        return "M" + n(x(from)) + " " + n(y(BigDecimal.ZERO)) + "L" + n(x(deadline)) + " " + n(y(standing.target()));
    }

    public String target() {
        return "M" + LEFT + " " + n(y(standing.target())) + "H" + (WIDTH - RIGHT);
    }

    /** Null when it is reached, or not known. */
    public @Nullable String forecast() {
        return standing.forecast() == null ? null : towards(standing.forecast());
    }

    /** Between the soonest and the latest day; null when there is no band. */
    public @Nullable String band() {
        if (standing.forecast() == null || standing.soonest() == null) {
            return null;
        }
        Pace.Point last = points.getLast();
        LocalDate latest = standing.latest() == null ? to.plusDays(ChronoUnit.DAYS.between(from, to) * 4) : standing.latest();
        return "M" + n(x(last.day())) + " " + n(y(last.total())) + "L" + end(standing.soonest()) + "L" + end(latest) + "Z";
    }

    private String towards(LocalDate day) {
        Pace.Point last = points.getLast();
        return "M" + n(x(last.day())) + " " + n(y(last.total())) + "L" + end(day);
    }

    /** Where the way to the target on that day leaves the paper. */
    private String end(LocalDate day) {
        Pace.Point last = points.getLast();
        if (!day.isAfter(to)) {
            return n(x(day)) + " " + n(y(standing.target()));
        }
        double part = ChronoUnit.DAYS.between(last.day(), to) / (double) Math.max(1, ChronoUnit.DAYS.between(last.day(), day));
        BigDecimal at = last.total().add(standing.target().subtract(last.total()).multiply(BigDecimal.valueOf(part)));
        return n(x(to)) + " " + n(y(at));
    }

    /** Five values along the left edge: quarters of the target. */
    public List<Mark> scale() {
        List<Mark> marks = new ArrayList<>();
        for (int i = 0; i <= 4; i++) {
            BigDecimal value = standing.target().multiply(BigDecimal.valueOf(i)).divide(BigDecimal.valueOf(4), 0, java.math.RoundingMode.HALF_UP);
            marks.add(new Mark(y(value), value));
        }
        return marks;
    }

    /** The first days of months, thinned to at most eight. */
    public List<DayMark> months() {
        List<DayMark> marks = new ArrayList<>();
        long months = Math.max(1, ChronoUnit.MONTHS.between(from, to));
        long every = (months + 7) / 8;
        for (LocalDate day = from.withDayOfMonth(1).isBefore(from) ? from.withDayOfMonth(1).plusMonths(1) : from; !day.isAfter(to); day = day.plusMonths(every)) {
            marks.add(new DayMark(x(day), day));
        }
        return marks;
    }

    public int left() {
        return LEFT;
    }

    public int right() {
        return WIDTH - RIGHT;
    }

    public int base() {
        return HEIGHT - BOTTOM;
    }

    /** The last points, the latest first, each with what that day or span brought. */
    public List<Pace.Point> latest(int most) {
        return points.reversed().stream().limit(most).toList();
    }

    public Pace.@Nullable Point before(Pace.Point point) {
        int at = points.indexOf(point);
        return at <= 0 ? null : points.get(at - 1);
    }

    public static String n(double value) {
        return String.format(Locale.ROOT, "%.1f", value);
    }
}

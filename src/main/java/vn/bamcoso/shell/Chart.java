package vn.bamcoso.shell;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * Values over time, placed on paper: the template only draws. The scale begins at 0 and ends at a round number, so that
 * heights tell the truth; a missing value is a gap, never a zero.
 *
 * @param title what is shown, in words; also read aloud
 * @param labels of the points, from left to right
 */
public record Chart(String title, List<String> labels, List<Series> series) {
    static final int WIDTH = 460;
    static final int HEIGHT = 200;
    private static final int LEFT = 56;
    private static final int RIGHT = 28;
    private static final int TOP = 16;
    private static final int BOTTOM = 26;
    /** About the width of a letter under the chart. */
    private static final double LETTER = 7;

    /** @param values as many as there are labels; null where nothing is known */
    public record Series(String name, List<@Nullable BigDecimal> values) {}

    public record Point(double x, double y, double height, String label, BigDecimal value, boolean last) {}

    public record Mark(double at, String text, String anchor) {}

    public static Chart of(String title, List<String> labels, String name, List<@Nullable BigDecimal> values) {
        return new Chart(title, labels, List.of(new Series(name, values)));
    }

    public boolean empty() {
        return series.stream().allMatch(line -> line.values().stream().allMatch(Objects::isNull));
    }

    /** The round number at which the scale ends: 1, 2 or 5 times a power of ten, in at most five steps. */
    public BigDecimal top() {
        return step().multiply(BigDecimal.valueOf(steps()));
    }

    private int steps() {
        return Math.max(1, largest().divide(step(), 0, RoundingMode.CEILING).intValue());
    }

    private BigDecimal largest() {
        return series.stream().flatMap(line -> line.values().stream()).filter(Objects::nonNull).max(BigDecimal::compareTo).filter(value -> value.signum() > 0).orElse(BigDecimal.ONE);
    }

    private BigDecimal step() {
        BigDecimal wanted = largest().divide(BigDecimal.valueOf(4), 12, RoundingMode.HALF_UP);
        BigDecimal power = BigDecimal.ONE.scaleByPowerOfTen(wanted.precision() - wanted.scale() - 1);
        for (int times : new int[] {1, 2, 5}) {
            if (power.multiply(BigDecimal.valueOf(times)).compareTo(wanted) >= 0) {
                return power.multiply(BigDecimal.valueOf(times));
            }
        }
        return power.scaleByPowerOfTen(1);
    }

    public List<Mark> scale(Page page) {
        List<Mark> marks = new ArrayList<>();
        for (int i = 0; i <= steps(); i++) {
            BigDecimal value = step().multiply(BigDecimal.valueOf(i));
            marks.add(new Mark(y(value), page.n(value), "end"));
        }
        return marks;
    }

    /** Labels under the points, thinned so that they do not touch; the last one always stands. */
    public List<Mark> under() {
        int longest = labels.stream().mapToInt(String::length).max().orElse(1);
        int fit = Math.clamp((int) ((WIDTH - LEFT - RIGHT) / (longest * LETTER + 12)), 1, 8);
        int every = (labels.size() + fit - 1) / fit;
        List<Mark> marks = new ArrayList<>();
        int last = labels.size() - 1;
        for (int i = 0; i <= last; i++) {
            if ((last - i) % every == 0) {
                marks.add(new Mark(x(i), labels.get(i), i == last ? "end" : "mid"));
            }
        }
        return marks;
    }

    public List<Point> points(Series line) {
        List<Point> points = new ArrayList<>();
        int last = labels.size() - 1;
        for (int i = 0; i <= last; i++) {
            BigDecimal value = line.values().get(i);
            if (value != null) {
                points.add(new Point(x(i), y(value), base() - y(value), labels.get(i), value, i == last));
            }
        }
        return points;
    }

    /** The line as an SVG path; a gap begins a new piece. */
    public String path(Series line) {
        var path = new StringBuilder();
        boolean drawing = false;
        for (int i = 0; i < labels.size(); i++) {
            BigDecimal value = line.values().get(i);
            if (value != null) {
                path.append(drawing ? 'L' : 'M').append(number(x(i))).append(' ').append(number(y(value)));
            }
            drawing = value != null;
        }
        return path.toString();
    }

    public double columnWidth() {
        return Math.max(2, Math.min(34, (double) (WIDTH - LEFT - RIGHT) / Math.max(1, labels.size()) * .62));
    }

    public int base() {
        return HEIGHT - BOTTOM;
    }

    public int left() {
        return LEFT;
    }

    public int right() {
        return WIDTH - RIGHT;
    }

    private double x(int i) {
        double room = WIDTH - LEFT - RIGHT;
        return labels.size() == 1 ? LEFT + room / 2 : LEFT + 12 + (room - 24) * i / (labels.size() - 1);
    }

    private double y(BigDecimal value) {
        double part = value.doubleValue() / top().doubleValue();
        return base() - (base() - TOP) * Math.clamp(part, 0, 1);
    }

    /** Attributes of SVG take a point, whatever the language of the page. */
    public static String number(double value) {
        return String.format(Locale.ROOT, "%.1f", value);
    }
}

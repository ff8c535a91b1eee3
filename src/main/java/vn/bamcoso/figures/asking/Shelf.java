package vn.bamcoso.figures.asking;

import java.math.BigDecimal;
import java.util.BitSet;
import java.util.LinkedHashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import vn.bamcoso.figures.Indicator;

/**
 * What there is of one indicator in its candidate periods: by province of the 63 always, by place where somebody needs it.
 * Columns are numbered in the order in which their periods were added.
 */
final class Shelf {
    final Indicator indicator;
    private final Map<Integer, Integer> columns = new LinkedHashMap<>();
    private @Nullable BigDecimal[][] sums = new BigDecimal[0][];
    private int[][] counts = new int[0][];
    private @Nullable Figures[] figures = new Figures[0];
    private @Nullable Figures[] additions = new Figures[0];
    private @Nullable BitSet some;

    Shelf(Indicator indicator) {
        this.indicator = indicator;
    }

    /** The figures of one period by place, growing. */
    static final class Figures {
        int size;
        int[] places = new int[64];
        BigDecimal[] values = new BigDecimal[64];

        void add(int place, BigDecimal value) {
            if (size == places.length) {
                places = java.util.Arrays.copyOf(places, size * 4);
                values = java.util.Arrays.copyOf(values, size * 4);
            }
            places[size] = place;
            values[size++] = value;
        }
    }

    /** Only these columns hold anything: the others need not be asked for. */
    void only(BitSet some) {
        this.some = some;
    }

    boolean worthAsking(int column) {
        return some == null || some.get(column);
    }

    int column(int periodId) {
        return columns.computeIfAbsent(periodId, id -> columns.size());
    }

    /** Period ids in the order of the columns. */
    Iterable<Integer> periods() {
        return columns.keySet();
    }

    int width() {
        return columns.size();
    }

    void ready() {
        sums = new BigDecimal[columns.size()][MapOfDay.HOMES];
        counts = new int[columns.size()][MapOfDay.HOMES];
        figures = new Figures[columns.size()];
        additions = new Figures[columns.size()];
    }

    void put(int column, int home, BigDecimal sum, int n) {
        sums[column][home] = sum;
        counts[column][home] = n;
    }

    /** A figure of a place; it is added to its home as well. */
    void put(int column, int place, int home, BigDecimal value) {
        Figures of = figures[column];
        if (of == null) {
            of = new Figures();
            figures[column] = of;
        }
        of.add(place, value);
        BigDecimal before = sums[column][home];
        sums[column][home] = before == null ? value : before.add(value);
        counts[column][home]++;
    }

    /** What a province added to its communes' figures: in the sum of its home, and no report. */
    void add(int column, int province, int home, BigDecimal value) {
        if (additions[column] == null) {
            additions[column] = new Figures();
        }
        additions[column].add(province, value);
        BigDecimal before = sums[column][home];
        sums[column][home] = before == null ? value : before.add(value);
    }

    @Nullable Figures additions(int column) {
        return additions[column];
    }

    int n(int column, int home) {
        return counts[column][home];
    }

    BigDecimal sum(int column, int home) {
        BigDecimal sum = sums[column][home];
        return sum == null ? BigDecimal.ZERO : sum;
    }

    /** Null when the period has none, or nobody asked for places. */
    @Nullable Figures figures(int column) {
        return figures[column];
    }
}

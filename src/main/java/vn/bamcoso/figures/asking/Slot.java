package vn.bamcoso.figures.asking;

import java.math.BigDecimal;
import java.util.Arrays;
import org.jspecify.annotations.Nullable;
import vn.bamcoso.figures.Mark;

/** One base indicator in one asked period: what has come together for each line. Grows with the lines. */
final class Slot {
    private final Way way;
    private @Nullable BigDecimal[] values;
    private int[] reported;
    private int[] expected;
    private Mark[] marks;
    private int[] first;
    private int[] last;
    /** Null as long as nothing is there that may have to be hidden. */
    private @Nullable Hidden hidden;

    /** How the figures of several places become one. */
    enum Way { SUM, MIN, MAX, OWN }

    Slot(Way way, int lines) {
        this.way = way;
        values = new BigDecimal[lines];
        reported = new int[lines];
        expected = new int[lines];
        marks = new Mark[lines];
        first = new int[lines];
        last = new int[lines];
    }

    void add(int line, BigDecimal value, int reports, Mark mark, int from, int to) {
        if (line >= values.length) {
            grow(line + 16);
        }
        BigDecimal before = values[line];
        values[line] = before == null ? value : switch (way) {
            case SUM, OWN -> before.add(value);
            case MIN -> before.min(value);
            case MAX -> before.max(value);
        };
        reported[line] += reports;
        marks[line] = marks[line] == null || marks[line].ordinal() < mark.ordinal() ? mark : marks[line];
        first[line] = before == null ? from : Math.min(first[line], from);
        last[line] = before == null ? to : Math.max(last[line], to);
    }

    /** @param whole whether all of the place's figure went to the line. The least or greatest is the figure of one place, which other lines do not make up for */
    void hide(int line, int place, boolean whole, @Nullable Blocks blocks) {
        if (blocks != null && blocks.outside(place)) {
            hidden = hidden == null ? new Hidden() : hidden;
            hidden.touch(line, place, whole && way != Way.MIN && way != Way.MAX, blocks);
        }
    }

    /** Whether the value would tell the reader what is hidden from it. */
    boolean hidden(int line) {
        BigDecimal value = hidden == null ? null : value(line);
        return value != null && hidden.at(line, value);
    }

    void expect(int line, int reports) {
        if (line >= values.length) {
            grow(line + 16);
        }
        expected[line] += reports;
    }

    @Nullable BigDecimal value(int line) {
        return line < values.length ? values[line] : null;
    }

    int reported(int line) {
        return line < reported.length ? reported[line] : 0;
    }

    int expected(int line) {
        return line < expected.length ? expected[line] : 0;
    }

    Mark mark(int line) {
        Mark mark = line < marks.length ? marks[line] : null;
        return mark == null ? Mark.EXACT : mark;
    }

    /** Epoch day; {@link Value#NEVER} when there is nothing. */
    int from(int line) {
        return value(line) == null ? Value.NEVER : first[line];
    }

    int to(int line) {
        return value(line) == null ? Value.NEVER : last[line];
    }

    private void grow(int lines) {
        values = Arrays.copyOf(values, lines);
        reported = Arrays.copyOf(reported, lines);
        expected = Arrays.copyOf(expected, lines);
        marks = Arrays.copyOf(marks, lines);
        first = Arrays.copyOf(first, lines);
        last = Arrays.copyOf(last, lines);
    }
}

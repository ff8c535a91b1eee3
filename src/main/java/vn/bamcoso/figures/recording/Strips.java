package vn.bamcoso.figures.recording;

import java.math.BigDecimal;
import java.util.HashMap;
import java.util.Map;
import java.util.NavigableSet;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.JdbcTemplate;
import vn.bamcoso.store.Copying;

/**
 * Figures on their way into the database, side by side: those of one lot, place and period that come one after the other make one row with an array, as
 * they stand in a file, so that three million figures are a hundred thousand rows to copy and to look at.
 *
 * <p>Indicators are cut into slices by their number. A slice is written in one statement, and the slices one after the other, so that keys and
 * sums are always touched in one order.
 */
final class Strips {
    private static final int INDICATORS_A_SLICE_BITS = 5;
    /** In the array nothing stands for what did not come; a value that is taken back stands as no number. */
    private static final String TAKEN_BACK = "NaN";

    private final Copying rows;
    private final Copying columns;
    private final Map<Integer, Integer> placeOf = new HashMap<>();
    private final Map<Integer, Integer> widths = new HashMap<>();
    private final StringBuilder values = new StringBuilder();
    private int first;
    private int count;
    private int lot;
    private String period = "";
    private int place;
    private int slice;
    private int at;

    Strips(JdbcTemplate jdbc) {
        rows = new Copying(jdbc, "incoming");
        columns = new Copying(jdbc, "incoming_column");
    }

    /** @param row number of the figure in the call; those of one strip follow one another */
    void add(int row, int ofLot, String ofPeriod, int ofPlace, short indicator, short breakdown, @Nullable BigDecimal value) {
        int inSlice = indicator >> INDICATORS_A_SLICE_BITS;
        int column = column(inSlice, indicator, breakdown);
        boolean goesOn = count > 0 && row == first + count && ofLot == lot && ofPlace == place && inSlice == slice && column > at && ofPeriod.equals(period);
        if (!goesOn) {
            end();
            first = row;
            lot = ofLot;
            period = ofPeriod;
            place = ofPlace;
            slice = inSlice;
        }
        for (int gap = at + 1; gap < column; gap++) {
            values.append("NULL,");
        }
        values.append(value == null ? TAKEN_BACK : value.toPlainString()).append(',');
        at = column;
        count++;
    }

    private int column(int inSlice, short indicator, short breakdown) {
        int key = indicator << 16 | breakdown & 0xFFFF;
        Integer known = placeOf.get(key);
        if (known != null) {
            return known;
        }
        int next = widths.merge(inSlice, 1, Integer::sum);
        placeOf.put(key, next);
        columns.row(inSlice, next, indicator, breakdown);
        return next;
    }

    private void end() {
        if (count > 0) {
            values.setCharAt(values.length() - 1, '}');
            rows.row(first, lot, period, place, slice, "{" + values);
        }
        values.setLength(0);
        count = 0;
        at = 0;
    }

    /** @return the slices in which there are figures, from the first */
    NavigableSet<Integer> send() {
        end();
        rows.send();
        columns.send();
        return new TreeSet<>(widths.keySet());
    }
}

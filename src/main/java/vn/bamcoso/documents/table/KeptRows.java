package vn.bamcoso.documents.table;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;

/**
 * The rows of a sheet, kept from one reading for the next: a large file is looked through at the edge and understood right after. Cells that say the
 * same are one in memory; a sheet in which too many say something of their own is not kept, and read again.
 */
final class KeptRows {
    private static final int OWN = 1_500_000;
    private static final int SHARED = 50_000;

    private final Map<Cell, Cell> same = new HashMap<>();
    private final List<TableRow> rows = new ArrayList<>();
    private int own;

    void add(TableRow row) {
        if (own > OWN) {
            return;
        }
        rows.add(new TableRow("", row.number(), List.of(row.cells().stream().map(this::shared).toArray(Cell[]::new))));
        if (own > OWN) {
            rows.clear();
            same.clear();
        }
    }

    private Cell shared(Cell cell) {
        Cell known = same.get(cell);
        if (known != null) {
            return known;
        }
        if (same.size() < SHARED) {
            same.put(cell, cell);
        } else {
            own++;
        }
        return cell;
    }

    /** Whether all rows are here. */
    boolean whole() {
        return own <= OWN;
    }

    void each(Consumer<TableRow> each) {
        rows.forEach(each);
    }
}

package vn.bamcoso.reporting.exchange;

import java.math.BigDecimal;
import java.util.AbstractMap;
import java.util.AbstractSet;
import java.util.Iterator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.NoSuchElementException;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * The values of one row by indicator, in the order of the columns. All rows of a file share the names of their columns: a table of ten thousand
 * communes and three hundred indicators would otherwise hold three million entries of a map.
 */
final class RowCells extends AbstractMap<String, BigDecimal> {
    /** The columns that the rows of a file share. */
    static final class Columns {
        private final List<String> codes;
        private final Map<String, Integer> at = new LinkedHashMap<>();

        Columns(List<String> codes) {
            this.codes = List.copyOf(codes);
            codes.forEach(code -> at.putIfAbsent(code, at.size()));
        }
    }

    private final Columns columns;
    private final @Nullable BigDecimal[] values;

    RowCells(Columns columns) {
        this(columns, new BigDecimal[columns.codes.size()]);
    }

    /** @param values in the order of the columns, null for an empty cell */
    RowCells(Columns columns, @Nullable BigDecimal[] values) {
        this.columns = columns;
        this.values = values;
    }

    /** @throws NoSuchElementException when there is no such column */
    @Override
    public @Nullable BigDecimal put(String code, BigDecimal value) {
        Integer at = columns.at.get(code);
        if (at == null) {
            throw new NoSuchElementException(code);
        }
        BigDecimal before = values[at];
        values[at] = value;
        return before;
    }

    @Override
    public @Nullable BigDecimal get(Object code) {
        Integer at = columns.at.get(code);
        return at == null ? null : values[at];
    }

    @Override
    public boolean containsKey(Object code) {
        return get(code) != null;
    }

    @Override
    public int size() {
        int size = 0;
        for (BigDecimal value : values) {
            size += value == null ? 0 : 1;
        }
        return size;
    }

    @Override
    public boolean isEmpty() {
        return next(0) == values.length;
    }

    @Override
    public Set<Entry<String, BigDecimal>> entrySet() {
        return new AbstractSet<>() {
            @Override
            public int size() {
                return RowCells.this.size();
            }

            @Override
            public Iterator<Entry<String, BigDecimal>> iterator() {
                return new Iterator<>() {
                    private int at = RowCells.this.next(0);

                    @Override
                    public boolean hasNext() {
                        return at < values.length;
                    }

                    @Override
                    public Entry<String, BigDecimal> next() {
                        if (!hasNext()) {
                            throw new NoSuchElementException();
                        }
                        Entry<String, BigDecimal> entry = Map.entry(columns.codes.get(at), values[at]);
                        at = RowCells.this.next(at + 1);
                        return entry;
                    }
                };
            }
        };
    }

    private int next(int from) {
        int at = from;
        while (at < values.length && values[at] == null) {
            at++;
        }
        return at;
    }
}

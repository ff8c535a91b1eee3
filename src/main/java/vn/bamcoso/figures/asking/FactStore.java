package vn.bamcoso.figures.asking;

import java.math.BigDecimal;
import java.sql.Timestamp;
import java.time.Instant;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import vn.bamcoso.figures.Mark;
import vn.bamcoso.figures.Sql;

/** Fills shelves from the database: sums from the roll-up where it can answer, figures of places otherwise. */
@Component
class FactStore {
    private final JdbcClient jdbc;
    private final String sums = Sql.beside(FactStore.class, "sums");
    private final String rolls = Sql.beside(FactStore.class, "rolls");
    private final String rollsKnown = Sql.beside(FactStore.class, "rolls-known");
    private final String recount = Sql.beside(FactStore.class, "recount");
    private final String facts = Sql.beside(FactStore.class, "facts");
    private final String factsHomes = Sql.beside(FactStore.class, "facts-homes");
    private final String factsKnown = Sql.beside(FactStore.class, "facts-known");

    FactStore(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** All columns of some shelves in one row: the n-th pair of indicator and period is column {@code column[n]} of shelf {@code shelf[n]}. */
    private static final class Pairs {
        final List<Shelf> shelf = new ArrayList<>();
        final List<Integer> column = new ArrayList<>();
        final List<Short> indicators = new ArrayList<>();
        final List<Integer> periods = new ArrayList<>();

        Pairs(List<Shelf> shelves) {
            for (Shelf each : shelves) {
                int n = 0;
                for (int period : each.periods()) {
                    shelf.add(each);
                    column.add(n++);
                    indicators.add(each.indicator.id());
                    periods.add(period);
                }
            }
        }

        boolean isEmpty() {
            return periods.isEmpty();
        }
    }

    void readRolls(List<Shelf> shelves, @Nullable Instant known) {
        var pairs = new Pairs(shelves);
        if (pairs.isEmpty()) {
            return;
        }
        var stale = new ArrayList<int[]>();
        var question = jdbc.sql(known == null ? rolls : rollsKnown).param("indicators", pairs.indicators.toArray(Short[]::new)).param("periods", pairs.periods.toArray(Integer[]::new));
        if (known != null) {
            question = question.param("known", Timestamp.from(known));
        }
        question.query(row -> {
            int nth = row.getInt(1) - 1;
            BigDecimal sum = row.getBigDecimal(3);
            if (sum == null) {
                stale.add(new int[] {nth, row.getInt(2)});
            } else {
                pairs.shelf.get(nth).put(pairs.column.get(nth), row.getInt(2), sum, row.getInt(4));
            }
        });
        if (!stale.isEmpty()) {
            recount(pairs, stale, known);
        }
    }

    private void recount(Pairs pairs, List<int[]> stale, Instant known) {
        jdbc.sql(recount)
                .param("indicators", stale.stream().map(cell -> pairs.indicators.get(cell[0])).toArray(Short[]::new))
                .param("periods", stale.stream().map(cell -> pairs.periods.get(cell[0])).toArray(Integer[]::new))
                .param("homes", stale.stream().map(cell -> (short) cell[1]).toArray(Short[]::new))
                .param("nths", stale.stream().map(cell -> cell[0]).toArray(Integer[]::new))
                .param("known", Timestamp.from(known))
                .query(row -> {
                    int nth = row.getInt(1);
                    pairs.shelf.get(nth).put(pairs.column.get(nth), row.getInt(2), row.getBigDecimal(3), row.getInt(4));
                });
    }

    /** What one pair of indicator and period adds to a slot. */
    record Summand(short indicator, int periodId, Slot slot, int end) {}

    /** Sums by line, added up in the database; {@code lineOfHome} has 0 for provinces that are in none. */
    void readSums(List<Summand> summands, int[] lineOfHome) {
        if (summands.isEmpty()) {
            return;
        }
        var homes = new ArrayList<Short>();
        var lines = new ArrayList<Integer>();
        for (short home = 1; home < lineOfHome.length; home++) {
            if (lineOfHome[home] > 0) {
                homes.add(home);
                lines.add(lineOfHome[home]);
            }
        }
        jdbc.sql(sums)
                .param("indicators", summands.stream().map(Summand::indicator).toArray(Short[]::new))
                .param("periods", summands.stream().map(Summand::periodId).toArray(Integer[]::new))
                .param("homes", homes.toArray(Short[]::new))
                .param("lines", lines.toArray(Integer[]::new))
                .query(row -> {
                    Summand summand = summands.get(row.getInt(1) - 1);
                    summand.slot.add(row.getInt(2), row.getBigDecimal(3), row.getInt(4), Mark.EXACT, summand.end, summand.end);
                    summand.slot.add(Lines.TOTAL, row.getBigDecimal(3), row.getInt(4), Mark.EXACT, summand.end, summand.end);
                });
    }

    /** @param homes provinces of the 63 to read; null: all */
    void readFacts(List<Shelf> shelves, @Nullable BitSet homes, @Nullable Instant known, int[] homeOf) {
        var pairs = new Pairs(shelves);
        if (pairs.isEmpty() || homes != null && homes.isEmpty()) {
            return;
        }
        String sql = known != null ? factsKnown : homes != null ? factsHomes : facts;
        var question = jdbc.sql(sql).param("indicators", pairs.indicators.toArray(Short[]::new)).param("periods", pairs.periods.toArray(Integer[]::new));
        if (homes != null || known != null) {
            BitSet some = homes != null ? homes : all();
            question = question.param("homes", some.stream().mapToObj(home -> (short) home).toArray(Short[]::new));
        }
        if (known != null) {
            question = question.param("known", Timestamp.from(known));
        }
        question.query(row -> {
            int nth = row.getInt(1) - 1;
            int place = row.getInt(2);
            pairs.shelf.get(nth).put(pairs.column.get(nth), place, homeOf[place], row.getBigDecimal(3));
        });
    }

    private static BitSet all() {
        var all = new BitSet();
        all.set(0, MapOfDay.HOMES);
        return all;
    }
}

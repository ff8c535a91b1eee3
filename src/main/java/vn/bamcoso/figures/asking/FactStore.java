package vn.bamcoso.figures.asking;

import java.math.BigDecimal;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Instant;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import vn.bamcoso.basics.Sql;
import vn.bamcoso.figures.Mark;

/** Fills shelves from the database: sums from the roll-up where it can answer, figures of places otherwise. */
@Component
class FactStore {
    private final JdbcClient jdbc;
    private final String sums = Sql.beside(FactStore.class, "sums.sql");
    private final String rolls = Sql.beside(FactStore.class, "rolls.sql");
    private final String rollsKnown = Sql.beside(FactStore.class, "rolls-known.sql");
    private final String recount = Sql.beside(FactStore.class, "recount.sql");
    private final String facts = Sql.beside(FactStore.class, "facts.sql");
    private final String factsHomes = Sql.beside(FactStore.class, "facts-homes.sql");
    private final String factsPlaces = Sql.beside(FactStore.class, "facts-places.sql");
    private final String onceSmall = Sql.beside(FactStore.class, "once-small.sql");
    private final String factsKnown = Sql.beside(FactStore.class, "facts-known.sql");

    FactStore(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /**
     * Where the figures of an indicator and a period belong: in columns of shelves. The database is asked for all indicators and
     * all periods at once, since it finds them in one walk along the index; pairs that nobody wants are let go. Parts of
     * indicators (breakdowns) are asked for part by part.
     */
    private static final class Pairs {
        private final Map<Long, List<Column>> columns = new HashMap<>();
        private final Set<Short> indicators = new TreeSet<>();
        private final Set<Integer> periods = new TreeSet<>();
        private final short breakdown;

        static List<Pairs> of(List<Shelf> shelves) {
            return shelves.stream().map(shelf -> shelf.indicator.breakdown()).distinct()
                    .map(breakdown -> new Pairs(shelves.stream().filter(shelf -> shelf.indicator.breakdown() == breakdown).toList(), breakdown))
                    .filter(pairs -> !pairs.columns.isEmpty()).toList();
        }

        private Pairs(List<Shelf> shelves, short breakdown) {
            this.breakdown = breakdown;
            for (Shelf shelf : shelves) {
                int n = 0;
                for (int period : shelf.periods()) {
                    if (!shelf.worthAsking(n)) {
                        n++;
                        continue;
                    }
                    columns.computeIfAbsent(key(shelf.indicator.id(), period), unseen -> new ArrayList<>(1)).add(new Column(shelf, n++));
                    indicators.add(shelf.indicator.id());
                    periods.add(period);
                }
            }
        }

        JdbcClient.StatementSpec ask(JdbcClient jdbc, String sql) {
            return jdbc.sql(sql).param("indicators", indicators.toArray(Short[]::new)).param("periods", periods.toArray(Integer[]::new)).param("breakdown", breakdown);
        }

        /** @param row begins with indicator and period */
        List<Column> of(ResultSet row) throws SQLException {
            return columns.getOrDefault(key(row.getShort(1), row.getInt(2)), List.of());
        }

        static long key(short indicator, int period) {
            return (long) indicator << 32 | period;
        }
    }

    private record Column(Shelf shelf, int number) {}

    private record Stale(Column column, short indicator, int period, int home) {}

    void readRolls(List<Shelf> shelves, @Nullable Instant known) {
        Pairs.of(shelves).forEach(pairs -> readRolls(pairs, known));
    }

    private void readRolls(Pairs pairs, @Nullable Instant known) {
        var stale = new ArrayList<Stale>();
        var question = pairs.ask(jdbc, known == null ? rolls : rollsKnown);
        if (known != null) {
            question = question.param("known", Timestamp.from(known));
        }
        question.query(row -> {
            int home = row.getInt(3);
            BigDecimal sum = row.getBigDecimal(4);
            for (Column column : pairs.of(row)) {
                if (sum == null) {
                    stale.add(new Stale(column, row.getShort(1), row.getInt(2), home));
                } else {
                    column.shelf.put(column.number, home, sum, row.getInt(5));
                }
            }
        });
        if (!stale.isEmpty()) {
            recount(stale, known, pairs.breakdown);
        }
    }

    private void recount(List<Stale> stale, Instant known, short breakdown) {
        jdbc.sql(recount)
                .param("indicators", stale.stream().map(Stale::indicator).toArray(Short[]::new))
                .param("periods", stale.stream().map(Stale::period).toArray(Integer[]::new))
                .param("homes", stale.stream().map(cell -> (short) cell.home).toArray(Short[]::new))
                .param("nths", IntStream.range(0, stale.size()).boxed().toArray(Integer[]::new))
                .param("known", Timestamp.from(known))
                .param("breakdown", breakdown)
                .query(row -> {
                    Stale cell = stale.get(row.getInt(1));
                    cell.column.shelf.put(cell.column.number, row.getInt(2), row.getBigDecimal(3), row.getInt(4));
                });
    }

    /** What one pair of indicator and period adds to a slot. */
    record Summand(short indicator, short breakdown, int periodId, Slot slot, int end) {}

    /** Sums by line, added up in the database; {@code lineOfHome} has 0 for provinces that are in none. */
    void readSums(List<Summand> summands, int[] lineOfHome) {
        summands.stream().map(Summand::breakdown).distinct().toList()
                .forEach(breakdown -> readSums(summands.stream().filter(each -> each.breakdown == breakdown).toList(), breakdown, lineOfHome));
    }

    private void readSums(List<Summand> summands, short breakdown, int[] lineOfHome) {
        Integer[] lines = IntStream.range(1, lineOfHome.length).mapToObj(home -> lineOfHome[home]).toArray(Integer[]::new);
        Map<Long, List<Summand>> byPair = new HashMap<>();
        summands.forEach(each -> byPair.computeIfAbsent(Pairs.key(each.indicator, each.periodId), unseen -> new ArrayList<>(1)).add(each));
        jdbc.sql(sums)
                .param("indicators", summands.stream().map(Summand::indicator).distinct().toArray(Short[]::new))
                .param("periods", summands.stream().map(Summand::periodId).distinct().toArray(Integer[]::new))
                .param("lines", lines)
                .param("breakdown", breakdown)
                .query(row -> {
                    for (Summand summand : byPair.getOrDefault(Pairs.key(row.getShort(1), row.getInt(2)), List.of())) {
                        summand.slot.add(row.getInt(3), row.getBigDecimal(4), row.getInt(5), Mark.EXACT, summand.end, summand.end);
                        summand.slot.add(Lines.TOTAL, row.getBigDecimal(4), row.getInt(5), Mark.EXACT, summand.end, summand.end);
                    }
                });
    }

    /** @param homes provinces of the 63 to read; null: all. {@code places} of these, where they are few; null: all */
    void readFacts(List<Shelf> shelves, @Nullable BitSet homes, Integer @Nullable [] places, @Nullable Instant known, int[] homeOf) {
        if (homes == null || !homes.isEmpty()) {
            Pairs.of(shelves).forEach(pairs -> readFacts(pairs, homes, places, known, homeOf));
        }
    }

    private void readFacts(Pairs pairs, @Nullable BitSet homes, Integer @Nullable [] some, @Nullable Instant known, int[] homeOf) {
        boolean few = known == null && homes != null && some != null;
        String sql = known != null ? factsKnown : few ? factsPlaces : homes != null ? factsHomes : facts;
        var question = pairs.ask(jdbc, sql);
        if (homes != null || known != null) {
            BitSet provinces = homes != null ? homes : all();
            question = question.param("homes", provinces.stream().mapToObj(home -> (short) home).toArray(Short[]::new));
        }
        if (few) {
            question = question.param("places", some);
        }
        if (known != null) {
            question = question.param("known", Timestamp.from(known));
        }
        question.query(row -> {
            var places = (Integer[]) row.getArray(3).getArray();
            var values = (BigDecimal[]) row.getArray(4).getArray();
            for (Column column : pairs.of(row)) {
                for (int i = 0; i < places.length; i++) {
                    if (places[i] < 0) {
                        column.shelf.add(column.number, -places[i], homeOf[-places[i]], values[i]);
                    } else {
                        column.shelf.put(column.number, places[i], homeOf[places[i]], values[i]);
                    }
                }
            }
        });
    }

    /** @return by column: places that had a small count which has been changed since; what a province added, negative */
    Map<Integer, Set<Integer>> onceSmall(Shelf shelf) {
        Map<Integer, Set<Integer>> found = new HashMap<>();
        Pairs.of(List.of(shelf)).forEach(pairs -> pairs.ask(jdbc, onceSmall).query(row -> {
            Set<Integer> places = new HashSet<>(List.of((Integer[]) row.getArray(3).getArray()));
            pairs.of(row).forEach(column -> found.put(column.number, places));
        }));
        return found;
    }

    private static BitSet all() {
        var all = new BitSet();
        all.set(0, MapOfDay.HOMES);
        return all;
    }
}

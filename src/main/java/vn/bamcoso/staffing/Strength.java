package vn.bamcoso.staffing;

import java.sql.Timestamp;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;
import vn.bamcoso.basics.Sql;

/**
 * Posts allotted, filled, vacant and held beyond the establishment, on any day, on the map of any day, as known at any moment. Three
 * different things are said of communes: covered (at least one officer), filled (to the norm of its template), headed (has a chief).
 */
@Component
public class Strength {
    private static final short HOMES = 100;

    /**
     * @param on day of the posts and postings
     * @param map day on whose boundaries they are shown
     * @param level nation, province, district or commune: one line for each place of it
     * @param within id of a place alive on the map
     * @param known as posts and postings were known then; null: now
     */
    public record Question(LocalDate on, LocalDate map, String level, int within, @Nullable Instant known) {}

    /** Vacant and surplus are counted title by title, so one does not hide the other. */
    public record Cell(int allotted, int filled, int vacant, int surplus) {
        static final Cell NONE = new Cell(0, 0, 0, 0);

        static Cell of(int posts, int held) {
            return new Cell(posts, held, Math.max(0, posts - held), Math.max(0, held - posts));
        }

        Cell plus(Cell other) {
            return new Cell(allotted + other.allotted, filled + other.filled, vacant + other.vacant, surplus + other.surplus);
        }
    }

    /** Cells of the three titles of a commune, by their ids 1 to 3. */
    public record Titled(Cell chiefs, Cell deputies, Cell members) {
        static final Titled NONE = new Titled(Cell.NONE, Cell.NONE, Cell.NONE);

        public Cell of(int title) {
            return title == 1 ? chiefs : title == 2 ? deputies : members;
        }

        Titled with(int title, Cell cell) {
            return new Titled(title == 1 ? cell : chiefs, title == 2 ? cell : deputies, title == 3 ? cell : members);
        }

        Titled plus(Titled other) {
            return new Titled(chiefs.plus(other.chiefs), deputies.plus(other.deputies), members.plus(other.members));
        }

        Cell all() {
            return chiefs.plus(deputies).plus(members);
        }
    }

    /** @param communes those with posts or officers */
    public record Line(
            int placeId, String key, String code, String name, String kind, Cell all, Titled titles, int communes, int covered, int full, int headed) {
        static final Line NONE = of(Titled.NONE, 0, 0, 0, 0);

        static Line of(Titled titles, int communes, int covered, int full, int headed) {
            return new Line(0, "", "", "", "", titles.all(), titles, communes, covered, full, headed);
        }

        static Line of(Commune commune) {
            return of(commune.titles(), 1, commune.all().filled() > 0 ? 1 : 0, commune.full() ? 1 : 0, commune.headed() ? 1 : 0);
        }

        Line at(Lying.Spot spot) {
            return new Line(spot.id(), spot.key(), spot.code(), spot.name(), spot.kind(), all, titles, communes, covered, full, headed);
        }

        Line plus(Line other) {
            return new Line(placeId, key, code, name, kind, all.plus(other.all), titles.plus(other.titles), communes + other.communes, covered + other.covered, full + other.full, headed + other.headed);
        }

        public double part() {
            return all.allotted() == 0 ? 1 : Math.min(1, (double) (all.allotted() - all.vacant()) / all.allotted());
        }
    }

    public record Board(Question question, Line total, List<Line> lines) {
        /** Of some lines alone. */
        public Board only(Set<Integer> places) {
            List<Line> some = lines.stream().filter(line -> places.contains(line.placeId())).toList();
            return new Board(question, some.stream().reduce(Line.NONE, Line::plus), some);
        }
    }

    /** What is known of one commune on the day. {@code key}: important for security, by its template. */
    public record Commune(int placeId, boolean key, int least, Titled titles) {
        public Cell all() {
            return titles.all();
        }

        public boolean headed() {
            return titles.chiefs().filled() > 0;
        }

        public boolean full() {
            int filled = all().filled();
            return filled > 0 && filled >= least;
        }
    }

    private final JdbcClient jdbc;
    private final Homes homes;
    private final Lying lying;
    private final String byHome = Sql.beside(Strength.class, "strength-homes.sql");
    private final String byCommune = Sql.beside(Strength.class, "strength-communes.sql");
    private final String postsThen = Sql.beside(Strength.class, "posts-then.sql");
    private final String filledThen = Sql.beside(Strength.class, "filled-then.sql");

    Strength(JdbcClient jdbc, Homes homes, Lying lying) {
        this.jdbc = jdbc;
        this.homes = homes;
        this.lying = lying;
    }

    /** Lines with the largest gaps first. Only what the asker may see is counted. */
    @Transactional(readOnly = true)
    public Board ask(Question question) {
        Map<Short, Integer> provinces = homes.on(question.map());
        List<Short> within = homes.of(question.within(), provinces);
        boolean whole = homes.whole(question.within(), within, provinces);
        boolean sums = question.known() == null && whole && (question.level().equals("province") || question.level().equals("nation"));
        List<Lying.Spot> spots = lying.spots(question.level(), question.map());
        Map<Integer, Line> grouped = sums ? sums(question, provinces, within) : groups(question, within, whole, spots);
        List<Line> lines = new ArrayList<>();
        Line total = Line.NONE;
        for (Lying.Spot spot : spots) {
            Line line = grouped.get(spot.id());
            if (line != null) {
                lines.add(line.at(spot));
                total = total.plus(line);
            }
        }
        lines.sort(Comparator.comparingInt((Line line) -> line.all().vacant()).reversed().thenComparing(Line::code));
        return new Board(question, total, List.copyOf(lines));
    }

    /** The nation's provinces from one sum for each province of the 63. */
    private Map<Integer, Line> sums(Question question, Map<Short, Integer> provinces, List<Short> within) {
        Map<Integer, Line> lines = new HashMap<>();
        boolean nation = question.level().equals("nation");
        provinces.forEach((home, province) -> {
            if (within.contains(home)) {
                lines.putIfAbsent(nation ? question.within() : province, Line.NONE);
            }
        });
        jdbc.sql(byHome).param("on", question.on()).query(row -> {
            Integer province = nation ? Integer.valueOf(question.within()) : provinces.get(row.getShort(1));
            if (province != null && within.contains(row.getShort(1))) {
                lines.merge(province, Line.of(new Titled(cell(row, 6), cell(row, 10), cell(row, 14)), row.getInt(2), row.getInt(3), row.getInt(4), row.getInt(5)), Line::plus);
            }
        });
        return lines;
    }

    private Map<Integer, Line> groups(Question question, List<Short> within, boolean whole, List<Lying.Spot> spots) {
        Map<Integer, Commune> communes = question.known() == null ? now(question.on(), within.toArray(Short[]::new)) : communes(question.on(), question.known(), null);
        Map<Integer, Line> lines = new HashMap<>();
        lying.lines(question, within, whole, spots).forEach((place, line) -> {
            Commune commune = communes.get(place);
            lines.merge(line, commune == null ? Line.NONE : Line.of(commune), Line::plus);
        });
        return lines;
    }

    /** Every commune of the day with a post or an officer, by place; what the asker may not see is missing. */
    @Transactional(readOnly = true)
    public Map<Integer, Commune> communes(LocalDate on, @Nullable Instant known) {
        return communes(on, known, null);
    }

    /** @param within provinces of the 63; null: all */
    @Transactional(readOnly = true)
    public Map<Integer, Commune> communes(LocalDate on, @Nullable Instant known, Short @Nullable [] within) {
        if (known == null) {
            return now(on, homes(within));
        }
        Map<Integer, Commune> communes = new HashMap<>();
        jdbc.sql(postsThen).param("on", on).param("known", Timestamp.from(known)).query(row -> {
            put(communes, row.getInt(1), row.getBoolean(5), row.getInt(4), row.getShort(2), row.getInt(3), 0);
        });
        jdbc.sql(filledThen).param("on", on).param("known", Timestamp.from(known)).query(row -> {
            put(communes, row.getInt(1), false, 0, row.getShort(2), 0, row.getInt(3));
        });
        return communes;
    }

    /** All provinces of the 63 where none are named. */
    public static Short[] homes(Short @Nullable [] some) {
        return some != null ? some : java.util.stream.IntStream.range(1, HOMES).mapToObj(home -> (short) home).toArray(Short[]::new);
    }

    private Map<Integer, Commune> now(LocalDate on, Short[] within) {
        return communes(List.of(on), within, null).getOrDefault(on, Map.of());
    }

    /**
     * The same of several days in one go, as known now.
     *
     * @param within provinces of the 63; null: all. {@code places} only these; null: all
     */
    @Transactional(readOnly = true)
    public Map<LocalDate, Map<Integer, Commune>> communes(List<LocalDate> days, Short @Nullable [] within, Integer @Nullable [] places) {
        Map<LocalDate, Map<Integer, Commune>> communes = new HashMap<>();
        jdbc.sql(byCommune).param("days", days.stream().map(LocalDate::toString).toArray(String[]::new)).param("homes", homes(within)).param("places", places, java.sql.Types.ARRAY).query(row -> {
            var titles = new Titled(Cell.of(row.getInt(5), row.getInt(6)), Cell.of(row.getInt(7), row.getInt(8)), Cell.of(row.getInt(9), row.getInt(10)));
            communes.computeIfAbsent(row.getObject(1, LocalDate.class), day -> new HashMap<>())
                    .put(row.getInt(2), new Commune(row.getInt(2), row.getBoolean(3), row.getInt(4), titles));
        });
        return communes;
    }

    private static void put(Map<Integer, Commune> communes, int place, boolean key, int least, short title, int allotted, int filled) {
        Commune before = communes.get(place);
        Titled titles = before == null ? Titled.NONE : before.titles();
        Cell cell = titles.of(title);
        boolean first = before == null || before.least() < least;
        communes.put(place, new Commune(place, first ? key : before.key(), first ? least : before.least(), titles.with(title, Cell.of(cell.allotted() + allotted, cell.filled() + filled))));
    }

    private static Cell cell(java.sql.ResultSet row, int at) throws java.sql.SQLException {
        return new Cell(row.getInt(at), row.getInt(at + 1), row.getInt(at + 2), row.getInt(at + 3));
    }
}

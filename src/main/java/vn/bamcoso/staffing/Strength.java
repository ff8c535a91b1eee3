package vn.bamcoso.staffing;

import java.sql.Timestamp;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
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
    /**
     * @param on day of the posts and postings
     * @param map day on whose boundaries they are shown
     * @param level nation, province, district or commune: one line for each place of it
     * @param within id of a place alive on the map
     * @param known as the postings were known then; null: now. Posts are as known now
     */
    public record Question(LocalDate on, LocalDate map, String level, int within, @Nullable Instant known) {}

    /** Vacant and surplus are counted title by title, so one does not hide the other. */
    public record Cell(int allotted, int filled, int vacant, int surplus) {
        static final Cell NONE = new Cell(0, 0, 0, 0);

        Cell plus(Cell other) {
            return new Cell(allotted + other.allotted, filled + other.filled, vacant + other.vacant, surplus + other.surplus);
        }
    }

    /** @param titles cells by id of the title; {@code communes} those with posts or officers */
    public record Line(
            int placeId, String key, String code, String name, String kind, Cell all, Map<Short, Cell> titles, int communes, int covered, int full, int headed) {
        public double part() {
            return all.allotted() == 0 ? 1 : Math.min(1, (double) (all.allotted() - all.vacant()) / all.allotted());
        }
    }

    public record Board(Question question, Line total, List<Line> lines) {}

    /** What is known of one commune on the day. {@code key}: important for security, by its template. */
    public record Commune(int placeId, boolean key, int least, Map<Short, Cell> titles) {
        public Cell all() {
            return titles.values().stream().reduce(Cell.NONE, Cell::plus);
        }

        public boolean headed() {
            return titles.getOrDefault((short) 1, Cell.NONE).filled() > 0;
        }

        public boolean full() {
            int filled = all().filled();
            return filled > 0 && filled >= least;
        }
    }

    private record Lies(int place, int ancestor, double share) {}

    private static final String PLACES_OF_NATION = "select place_id, place_id, 1 from territory.pub_place where level = 'commune' and valid_from <= :on and :on < valid_to";

    private record Spot(int id, String key, String code, String name, String kind) {}

    private final JdbcClient jdbc;
    private final String filled = Sql.beside(Strength.class, "filled.sql");
    private final String filledThen = Sql.beside(Strength.class, "filled-then.sql");
    private final String places = Sql.beside(Strength.class, "strength-places.sql");

    Strength(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** Lines with the largest gaps first. Only what the asker may see is counted. */
    @Transactional(readOnly = true)
    public Board ask(Question question) {
        Map<Integer, Commune> communes = communes(question.on(), question.known());
        Map<Integer, List<Commune>> grouped = new HashMap<>();
        for (Lies lies : lying(question)) {
            Commune commune = communes.get(lies.place());
            List<Commune> group = grouped.computeIfAbsent(lies.ancestor(), id -> new ArrayList<>());
            if (commune != null) {
                group.add(commune);
            }
        }
        List<Line> lines = new ArrayList<>();
        for (Spot spot : spots(question)) {
            List<Commune> group = grouped.get(spot.id());
            if (group != null) {
                lines.add(line(spot, group));
            }
        }
        lines.sort(Comparator.comparingInt((Line line) -> line.all().vacant()).reversed().thenComparing(Line::code));
        return new Board(question, line(new Spot(question.within(), "", "", "", ""), grouped.values().stream().flatMap(List::stream).toList()), List.copyOf(lines));
    }

    /** Every commune of the day with a post or an officer, by place; what the asker may not see is missing. */
    @Transactional(readOnly = true)
    public Map<Integer, Commune> communes(LocalDate on, @Nullable Instant known) {
        Map<Integer, Commune> communes = new HashMap<>();
        jdbc.sql("""
                        -- Which posts are allotted to communes on a day?
                        select p.place_id, p.title_id, p.number, p.least, coalesce(c.for_class = 'key', false)
                        from staffing.post p left join staffing.composition c on c.id = p.composition_id
                        where p.valid_from <= :on and p.valid_to > :on and p.title_id < 10""")
                .param("on", on)
                .query(row -> {
                    put(communes, row.getInt(1), row.getBoolean(5), row.getInt(4), row.getShort(2), row.getInt(3), 0);
                });
        jdbc.sql(known == null ? filled : filledThen).param("on", on).param("known", known == null ? null : Timestamp.from(known), java.sql.Types.TIMESTAMP)
                .query(row -> {
                    put(communes, row.getInt(1), false, 0, row.getShort(2), 0, row.getInt(3));
                });
        return communes;
    }

    private static void put(Map<Integer, Commune> communes, int place, boolean key, int least, short title, int allotted, int filled) {
        Commune before = communes.get(place);
        Map<Short, Cell> titles = before == null ? new TreeMap<>() : before.titles();
        Cell cell = titles.getOrDefault(title, Cell.NONE);
        int posts = cell.allotted() + allotted;
        int holders = cell.filled() + filled;
        titles.put(title, new Cell(posts, holders, Math.max(0, posts - holders), Math.max(0, holders - posts)));
        if (before == null || before.least() < least) {
            communes.put(place, new Commune(place, key, least, titles));
        }
    }

    /** Where each commune of the day lies; most of it, where it was divided. On its own map a commune stands for itself. */
    private List<Lies> lying(Question question) {
        boolean whole = jdbc.sql("select exists (select from territory.pub_place where place_id = :id and level = 'nation')").param("id", question.within()).query(Boolean.class).single();
        boolean itself = question.level().equals("commune") && question.map().equals(question.on());
        Map<Integer, Lies> most = new HashMap<>();
        jdbc.sql(itself && whole ? PLACES_OF_NATION : places).param("on", question.on()).param("map", question.map()).param("level", question.level()).param("within", question.within()).param("whole", whole)
                .query(row -> {
                    Lies lies = new Lies(row.getInt(1), row.getInt(2), row.getDouble(3));
                    most.merge(lies.place(), lies, (one, other) -> one.share() >= other.share() ? one : other);
                });
        return List.copyOf(most.values());
    }

    /** The key is written here: any day of the map finds the place again. */
    private List<Spot> spots(Question question) {
        String letter = question.level().substring(0, 1).toUpperCase(java.util.Locale.ROOT);
        return jdbc.sql("select place_id, code, full_name, kind from territory.pub_place where level = :level and valid_from <= :map and :map < valid_to")
                .param("level", question.level())
                .param("map", question.map())
                .query((row, n) -> new Spot(row.getInt(1), letter + row.getString(2) + "@" + question.map(), row.getString(2), row.getString(3), row.getString(4)))
                .list();
    }

    private static Line line(Spot spot, List<Commune> group) {
        Map<Short, Cell> titles = new TreeMap<>();
        Cell all = Cell.NONE;
        int covered = 0;
        int full = 0;
        int headed = 0;
        for (Commune commune : group) {
            commune.titles().forEach((title, cell) -> titles.merge(title, cell, Cell::plus));
            Cell its = commune.all();
            all = all.plus(its);
            covered += its.filled() > 0 ? 1 : 0;
            full += commune.full() ? 1 : 0;
            headed += commune.headed() ? 1 : 0;
        }
        return new Line(spot.id(), spot.key(), spot.code(), spot.name(), spot.kind(), all, titles, group.size(), covered, full, headed);
    }
}

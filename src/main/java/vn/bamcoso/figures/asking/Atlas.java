package vn.bamcoso.figures.asking;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.NavigableMap;
import java.util.Set;
import java.util.TreeMap;
import java.util.concurrent.ConcurrentHashMap;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import vn.bamcoso.figures.Answer.Spot;
import vn.bamcoso.figures.Level;

/**
 * The maps of all days, kept in memory: territory changes with an act, figures are asked a thousand times in between. Each
 * question first looks whether an act, on whatever node, has changed them.
 */
@Component
class Atlas {
    private final JdbcClient jdbc;
    private volatile Edition edition = new Edition(-1, new TreeMap<>(), new int[0], new int[0], new int[0]);

    Atlas(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** All maps as the same acts left them, and the lives of all places: home, first and last epoch day by id. */
    final class Edition {
        private final int version;
        private final NavigableMap<LocalDate, Integer> vintages;
        private final Map<Integer, MapOfDay> maps = new ConcurrentHashMap<>();
        /** By two vintages: who had to report on the one, where they lie on the other. */
        final Map<List<Integer>, Map<Integer, int[]>> reporting = new ConcurrentHashMap<>();
        final int[] home;
        final int[] born;
        final int[] gone;

        Edition(int version, NavigableMap<LocalDate, Integer> vintages, int[] home, int[] born, int[] gone) {
            this.version = version;
            this.vintages = vintages;
            this.home = home;
            this.born = born;
            this.gone = gone;
        }

        MapOfDay on(LocalDate day) {
            int vintage = vintages.floorEntry(day).getValue();
            return maps.computeIfAbsent(vintage, id -> read(id, day));
        }

        MapOfDay newest() {
            return on(vintages.lastKey());
        }

        boolean alive(int place, LocalDate day) {
            return born[place] <= day.toEpochDay() && day.toEpochDay() <= gone[place];
        }
    }

    Edition current() {
        return current(jdbc.sql("select version from figures.map_version").query(Integer.class).single());
    }

    /** @param version as the database has it now */
    Edition current(int version) {
        Edition now = edition;
        if (now.version != version) {
            now = read(version);
            edition = now;
        }
        return now;
    }

    private Edition read(int version) {
        NavigableMap<LocalDate, Integer> vintages = new TreeMap<>();
        jdbc.sql("select id, greatest(valid_from, '0001-01-01') as day from territory.pub_vintage")
                .query(row -> {
                    vintages.put(row.getObject("day", LocalDate.class), row.getInt("id"));
                });
        int most = jdbc.sql("select coalesce(max(place_id), 0) from territory.pub_place").query(Integer.class).single();
        var home = new int[most + 1];
        var born = new int[most + 1];
        var gone = new int[most + 1];
        jdbc.sql("""
                -- From which to which day did each place live, and where?
                select place_id, min(home) as home, greatest(min(valid_from), '0001-01-01') - date '1970-01-01' as born,
                       least(max(valid_to), '9999-01-01') - 1 - date '1970-01-01' as gone
                from territory.pub_place group by place_id""")
                .query(row -> {
                    int place = row.getInt("place_id");
                    home[place] = row.getInt("home");
                    born[place] = row.getInt("born");
                    gone[place] = row.getInt("gone");
                });
        return new Edition(version, vintages, home, born, gone);
    }

    private MapOfDay read(int vintage, LocalDate day) {
        List<Spot> spots = jdbc.sql("select * from territory.pub_place where valid_from <= :day and :day < valid_to order by code")
                .param("day", day)
                .query((row, n) -> spot(row))
                .list();
        Map<Level, Reach> drawn = new EnumMap<>(Level.class);
        jdbc.sql("""
                -- Where on this map does each place of any day lie?
                select place_id, ancestor_id, level, share, left(quality, 1) as quality from territory.pub_reach
                where vintage_id = :vintage and level <> 'nation' order by place_id""")
                .param("vintage", vintage)
                .query(row -> {
                    drawn.computeIfAbsent(Level.of(row.getString("level")).orElseThrow(), level -> new Reach())
                            .add(row.getInt("place_id"), row.getInt("ancestor_id"), row.getDouble("share"), row.getString("quality").charAt(0));
                });
        Map<Level, MapOfDay.Reach> reaches = new EnumMap<>(Level.class);
        for (Level level : Level.values()) {
            reaches.put(level, drawn.getOrDefault(level, new Reach()).done());
        }
        return new MapOfDay(vintage, spots, silent(day), reaches);
    }

    private Set<Integer> silent(LocalDate day) {
        return jdbc.sql("""
                        -- Which communes have no police of their own?
                        select p.place_id from territory.pub_place p
                        where p.level = 'commune' and p.valid_from <= :day and :day < p.valid_to
                          and not exists (select from territory.pub_office o where o.place_id = p.place_id and o.kind = 'commune' and o.valid_from <= :day and :day < o.valid_to)""")
                .param("day", day)
                .query(Integer.class)
                .set();
    }

    private static Spot spot(ResultSet row) throws SQLException {
        return new Spot(
                row.getInt("place_id"), row.getString("key"), row.getString("code"), Level.of(row.getString("level")).orElseThrow(),
                row.getString("kind"), row.getString("name"), row.getString("full_name"), row.getInt("parent_id"), row.getShort("home"));
    }

    /** Rows in the order of their places, growing. */
    private static final class Reach {
        private final List<int[]> pairs = new ArrayList<>();
        private final List<Double> shares = new ArrayList<>();
        private final StringBuilder qualities = new StringBuilder();

        void add(int place, int ancestor, double share, char quality) {
            pairs.add(new int[] {place, ancestor});
            shares.add(share);
            qualities.append(quality);
        }

        MapOfDay.Reach done() {
            int last = pairs.isEmpty() ? 0 : pairs.getLast()[0];
            var start = new int[last + 2];
            pairs.forEach(pair -> start[pair[0] + 1]++);
            Arrays.parallelPrefix(start, Integer::sum);
            return new MapOfDay.Reach(
                    start,
                    pairs.stream().mapToInt(pair -> pair[1]).toArray(),
                    shares.stream().mapToDouble(Double::doubleValue).toArray(),
                    qualities.toString().toCharArray());
        }
    }
}

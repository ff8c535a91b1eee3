package vn.bamcoso.staffing;

import java.time.LocalDate;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import vn.bamcoso.basics.Sql;
import vn.bamcoso.figures.Level;
import vn.bamcoso.figures.Maps;

/** In which line of an answer each commune of a day lies. */
@Component
class Lying {
    record Spot(int id, String key, String code, String name, String kind, short home) {}

    private record Lies(int place, int ancestor, double share) {}

    private final JdbcClient jdbc;
    private final Maps maps;
    private final String places = Sql.beside(Lying.class, "strength-places.sql");

    Lying(JdbcClient jdbc, Maps maps) {
        this.jdbc = jdbc;
        this.maps = maps;
    }

    /**
     * Place to line; where a commune was divided, the line that holds most of it. On its own map a commune stands for itself.
     *
     * @param within provinces of the 63 in which the area lies; {@code whole} when it is these provinces
     * @param spots all of the level
     */
    Map<Integer, Integer> lines(Strength.Question question, List<Short> within, boolean whole, List<Spot> spots) {
        if (whole && question.level().equals("commune") && question.map().equals(question.on())) {
            Map<Integer, Integer> themselves = new HashMap<>();
            Set<Short> homes = Set.copyOf(within);
            spots.stream().filter(spot -> homes.contains(spot.home())).forEach(spot -> themselves.put(spot.id(), spot.id()));
            return themselves;
        }
        Map<Integer, Lies> most = new HashMap<>();
        jdbc.sql(places).param("map", question.map()).param("level", question.level()).param("within", question.within()).param("whole", whole)
                .param("on", question.on()).param("homes", within.toArray(Short[]::new)).query(row -> {
            Lies lies = new Lies(row.getInt(1), row.getInt(2), row.getDouble(3));
            most.merge(lies.place(), lies, (one, other) -> one.share() >= other.share() ? one : other);
        });
        Map<Integer, Integer> lines = new HashMap<>();
        most.forEach((place, lies) -> lines.put(place, lies.ancestor()));
        return lines;
    }

    /** The places of a level. The key is written here: any day of the map finds the place again. */
    List<Spot> spots(String level, LocalDate map) {
        String letter = level.substring(0, 1).toUpperCase(Locale.ROOT);
        String day = "@" + map;
        return maps.places(Level.of(level).orElseThrow(), map).stream()
                .map(spot -> new Spot(spot.id(), letter + spot.code() + day, spot.code(), spot.fullName(), spot.kind(), spot.home()))
                .toList();
    }
}

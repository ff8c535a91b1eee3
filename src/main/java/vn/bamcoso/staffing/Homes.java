package vn.bamcoso.staffing;

import java.time.LocalDate;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import vn.bamcoso.basics.Sql;

/**
 * Which provinces of the 63 make up a province of a map. No commune has ever crossed them, so sums of provinces are sums of
 * these.
 */
@Component
class Homes {
    private final JdbcClient jdbc;
    private final String homes = Sql.beside(Homes.class, "homes-of.sql");

    Homes(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** Id of the province of the map, by province of the 63. */
    Map<Short, Integer> on(LocalDate map) {
        Map<Short, Integer> found = new HashMap<>();
        jdbc.sql(homes).param("map", map).query(row -> {
            found.put(row.getShort(1), row.getInt(2));
        });
        return found;
    }

    /** Provinces of the 63 in which an area lies; all for the nation. */
    List<Short> of(int area, Map<Short, Integer> provinces) {
        List<Short> some = provinces.entrySet().stream().filter(one -> one.getValue() == area).map(Map.Entry::getKey).sorted().toList();
        if (!some.isEmpty()) {
            return some;
        }
        short home = jdbc.sql("select home from territory.pub_place where place_id = :id limit 1").param("id", area).query(Short.class).single();
        return home == 0 ? provinces.keySet().stream().sorted().toList() : List.of(home);
    }

    /** Whether an area consists of whole provinces of the 63. */
    boolean whole(int area, List<Short> within, Map<Short, Integer> provinces) {
        return within.size() == provinces.size() || provinces.containsValue(area);
    }
}

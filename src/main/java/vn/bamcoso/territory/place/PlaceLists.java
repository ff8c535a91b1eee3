package vn.bamcoso.territory.place;

import java.sql.Types;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;
import vn.bamcoso.basics.Sql;
import vn.bamcoso.territory.Place;
import vn.bamcoso.territory.PlaceSearch;

/** Lists of places of one day: all, of a level, within another place of any day; and how many there are of each kind. */
@Component
class PlaceLists {
    /** @param day on which the containing place is alive */
    record Within(int id, LocalDate day) {}

    /** @param key of the place above; {@code names} of all above it, nearest first, without the nation */
    record Above(String key, String names) {}

    private static final String LIST = Sql.beside(PlaceLists.class, "list.sql");
    private static final String ABOVE = Sql.beside(PlaceLists.class, "above.sql");
    private static final String KINDS = Sql.beside(PlaceLists.class, "kinds.sql");
    private final JdbcClient jdbc;

    PlaceLists(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    @Transactional(readOnly = true)
    PlaceSearch.Found list(LocalDate day, @Nullable String level, @Nullable Within within, int limit, int offset) {
        return named("", day, level, within, limit, offset);
    }

    /** As {@link #list}, only places whose name contains the text. */
    @Transactional(readOnly = true)
    PlaceSearch.Found named(String text, LocalDate day, @Nullable String level, @Nullable Within within, int limit, int offset) {
        int[] total = {0};
        List<Place> found = jdbc.sql(LIST)
                .param("text", text.replaceAll("[%_\\\\]", ""))
                .param("day", day)
                .param("level", level, Types.VARCHAR)
                .param("within", within == null ? null : within.id(), Types.INTEGER)
                .param("map", within == null ? day : within.day())
                .param("limit", limit)
                .param("offset", offset)
                .query((row, n) -> {
                    total[0] = row.getInt("total");
                    return Place.read(row);
                })
                .list();
        if (found.isEmpty() && offset > 0) {
            return new PlaceSearch.Found(named(text, day, level, within, 1, 0).total(), found);
        }
        return new PlaceSearch.Found(total[0], found);
    }

    /** What stands above each place on that day, or on the day of its key when it was not alive then; by place id. */
    @Transactional(readOnly = true)
    Map<Integer, Above> above(List<Place> places, LocalDate day) {
        var above = new HashMap<Integer, Above>();
        jdbc.sql(ABOVE)
                .param("ids", places.stream().map(Place::id).toArray(Integer[]::new))
                .param("days", places.stream().map(place -> java.sql.Date.valueOf(place.holdsOn(day) ? day : KeyDay.of(place.key()))).toArray(java.sql.Date[]::new))
                .query(row -> {
                    above.put(row.getInt("place_id"), new Above(row.getString("key"), row.getString("names")));
                });
        return above;
    }

    /** How many places of each kind lie in the place on that day, the place itself left out; in the order of levels. */
    @Transactional(readOnly = true)
    List<KindCount> kinds(int within, LocalDate day) {
        return jdbc.sql(KINDS).param("within", within).param("day", day).query(KindCount.class).list();
    }
}

package vn.bamcoso.staffing;

import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;
import vn.bamcoso.basics.Sql;

/**
 * Which languages of ethnic groups and border countries are spoken where, on a day. Noted of a place with first day and source;
 * what is noted of a province holds for those of its communes of which nothing is noted. Public, as all facts about places are.
 */
@Component
public class LanguagesOfPlaces {
    /**
     * @param placeId a commune alive on the day
     * @param to first day on which it no longer holds; null while it does
     * @param own noted of the commune itself; else of its province
     */
    public record Spoken(int placeId, String key, String place, String language, LocalDate from, @Nullable LocalDate to, String source, boolean own) {}

    private final JdbcClient jdbc;

    LanguagesOfPlaces(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** Every language of every commune within the place, both of that day's map; by name of the commune. */
    @Transactional(readOnly = true)
    public List<Spoken> within(int place, LocalDate on) {
        return jdbc.sql(Sql.beside(LanguagesOfPlaces.class, "languages.sql")).param("within", place).param("on", on).query(Spoken.class).list();
    }

    /** The same as sets by id of the commune; a commune of which nothing is known has no entry. */
    @Transactional(readOnly = true)
    public Map<Integer, Set<String>> byCommune(int place, LocalDate on) {
        return within(place, on).stream().collect(Collectors.groupingBy(Spoken::placeId, Collectors.mapping(Spoken::language, Collectors.toSet())));
    }
}

package vn.bamcoso.territory;

import java.time.LocalDate;
import org.springframework.dao.DataIntegrityViolationException;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/** Dated facts about a place with their source (class, border country, languages …), noted by the rooms that know them. Whoever calls guards the right and writes the trail. */
@Component
public class PlaceFacts {
    private final JdbcClient jdbc;

    PlaceFacts(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** @return false when the same is noted of a day from then on already */
    @Transactional(propagation = Propagation.MANDATORY)
    public boolean note(int place, String name, String value, LocalDate from, String source) {
        try {
            return jdbc.sql("""
                            insert into territory.attribute (place_id, name, value, valid_from, valid_to, source) select :place, :name, :value, :from, 'infinity', :source
                            where not exists (select from territory.attribute where place_id = :place and name = :name and value = :value and valid_to > :from)""")
                    .param("place", place).param("name", name).param("value", value).param("from", from).param("source", source).update() == 1;
        } catch (DataIntegrityViolationException overlap) {
            return false;
        }
    }

    /** @param to first day on which it no longer holds. @return false when nothing holds on the day before */
    @Transactional(propagation = Propagation.MANDATORY)
    public boolean end(int place, String name, String value, LocalDate to) {
        return jdbc.sql("update territory.attribute set valid_to = :to where place_id = :place and name = :name and value = :value and valid_from < :to and valid_to > :to")
                .param("to", to).param("place", place).param("name", name).param("value", value).update() == 1;
    }
}

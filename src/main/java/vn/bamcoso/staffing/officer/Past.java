package vn.bamcoso.staffing.officer;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** What an officer was before: earlier ranks and education, and what was known of a career before it was mended. */
@Component
public class Past {
    public record Line(long id, String office, short titleId, LocalDate from, @Nullable LocalDate to, Instant knownFrom, Instant knownTo) {}

    private final JdbcClient jdbc;

    Past(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** Rank or education up to the day before {@code until}. */
    public record Earlier(String attribute, String value, LocalDate until) {}

    /** Ranks and education that are over, the latest first. */
    @Transactional(readOnly = true)
    List<Earlier> earlier(int officer) {
        return jdbc.sql("select attribute, value, valid_to as until from staffing.officer_before where officer_id = :officer and known_to = 'infinity' order by valid_to desc, attribute")
                .param("officer", officer).query(Earlier.class).list();
    }

    @Transactional(readOnly = true)
    List<Line> of(int officer) {
        return jdbc.sql("""
                        select p.id, (select o.name from territory.pub_office o where o.office_id = p.office_id order by o.valid_from desc limit 1) as office, p.title_id,
                               p.valid_from as "from", case when p.valid_to < 'infinity' then p.valid_to end as "to", p.known_from, p.known_to
                        from staffing.posting_past p where p.officer_id = :officer order by p.known_to desc""")
                .param("officer", officer).query(Line.class).list();
    }
}

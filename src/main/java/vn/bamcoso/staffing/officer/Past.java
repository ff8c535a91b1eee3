package vn.bamcoso.staffing.officer;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** What was known of a career before it was mended. */
@Component
public class Past {
    public record Line(long id, String office, short titleId, LocalDate from, @Nullable LocalDate to, Instant knownFrom, Instant knownTo) {}

    private final JdbcClient jdbc;

    Past(JdbcClient jdbc) {
        this.jdbc = jdbc;
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

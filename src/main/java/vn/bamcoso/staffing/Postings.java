package vn.bamcoso.staffing;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** Who held which post when. Rows name officers by number of the register only; the person behind needs the field personnel. */
@Component
public class Postings {
    /**
     * @param to first day on which it no longer holds; null while it does
     * @param office name on the last day of the posting, or today
     * @param knownFrom since when the row is known as it is
     */
    public record Posting(
            long id, int officerId, int officeId, String office, short titleId, String kind, LocalDate from, @Nullable LocalDate to, String reason, @Nullable String decision,
            @Nullable LocalDate decidedOn, @Nullable String source, Instant knownFrom, int placeId, short home) {
        public boolean on(LocalDate day) {
            return !from.isAfter(day) && (to == null || to.isAfter(day));
        }
    }

    private static final String READ = """
            select p.id, p.officer_id, p.office_id, p.title_id, p.kind, p.valid_from as "from", case when p.valid_to < 'infinity' then p.valid_to end as "to",
                   p.reason, p.decision, p.decided_on, p.known_from, p.place_id, p.home,
                   (select o.name from territory.pub_office o where o.office_id = p.office_id and o.valid_from < p.valid_to order by o.valid_from desc limit 1) as office,
                   (select o.name from territory.pub_office o where o.office_id = p.source_office_id and o.valid_from <= p.valid_from order by o.valid_from desc limit 1) as source
            from staffing.posting p where p.valid_from < p.valid_to and""";

    private final JdbcClient jdbc;

    Postings(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** The whole career, oldest first. */
    @Transactional(readOnly = true)
    public List<Posting> of(int officer) {
        return jdbc.sql(READ + " p.officer_id = :officer order by p.valid_from, p.kind <> 'full'").param("officer", officer).query(Posting.class).list();
    }

    /** Who holds something at the office on the day, by title. */
    @Transactional(readOnly = true)
    public List<Posting> at(int office, LocalDate on) {
        return jdbc.sql(READ + " p.office_id = :office and p.valid_from <= :on and p.valid_to > :on order by p.kind <> 'full', p.title_id, p.valid_from, p.id")
                .param("office", office).param("on", on).query(Posting.class).list();
    }

    /** What began or ended at the office within the days, full postings only, newest first. */
    @Transactional(readOnly = true)
    public List<Posting> changes(int office, LocalDate from, LocalDate to) {
        return jdbc.sql(READ + " p.office_id = :office and p.kind = 'full' and (p.valid_from between :from and :to or p.valid_to between :from and :to) order by greatest(p.valid_from, case when p.valid_to <= :to then p.valid_to else p.valid_from end) desc, p.id limit 200")
                .param("office", office).param("from", from).param("to", to).query(Posting.class).list();
    }

    /** The full posting of the officer on a day. */
    @Transactional(readOnly = true)
    public java.util.Optional<Posting> full(int officer, LocalDate on) {
        return jdbc.sql(READ + " p.officer_id = :officer and p.kind = 'full' and p.valid_from <= :on and p.valid_to > :on")
                .param("officer", officer).param("on", on).query(Posting.class).optional();
    }
}

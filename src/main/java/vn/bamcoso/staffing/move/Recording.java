package vn.bamcoso.staffing.move;

import java.sql.Timestamp;
import java.time.Instant;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import org.jspecify.annotations.Nullable;
import org.springframework.dao.DataIntegrityViolationException;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;
import vn.bamcoso.access.CurrentUser;
import vn.bamcoso.basics.Problem;

/** Writes postings so that what was known before stays; joins the caller's transaction. */
@Component
public class Recording {
    private final JdbcClient jdbc;

    Recording(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** @param source office from which the officer comes; null at first */
    public record NewPosting(int officer, int office, short title, String kind, LocalDate from, String reason, String decision, LocalDate decidedOn, @Nullable Integer source) {}

    /** @throws Problem refused when the officer holds another full post on a day of it */
    @Transactional(propagation = Propagation.MANDATORY)
    public long begin(NewPosting one, Instant now) {
        try {
            return jdbc.sql("""
                            insert into staffing.posting (officer_id, office_id, title_id, kind, valid_from, valid_to, reason, decision, decided_on, source_office_id, recorded_by, known_from, home, place_id)
                            select :officer, o.id, :title, :kind, :from, 'infinity', :reason, :decision, :decided, :source, :by, :now, p.home, p.id
                            from (select distinct office_id as id, place_id from territory.pub_office where office_id = :office and place_id is not null) o
                            join (select distinct place_id as id, home from territory.pub_place) p on p.id = o.place_id
                            returning id""")
                    .param("officer", one.officer()).param("office", one.office()).param("title", one.title()).param("kind", one.kind()).param("from", one.from())
                    .param("reason", one.reason()).param("decision", one.decision()).param("decided", one.decidedOn()).param("source", one.source())
                    .param("by", CurrentUser.require().id()).param("now", at(now))
                    .query(Long.class).single();
        } catch (DataIntegrityViolationException twice) {
            throw String.valueOf(twice.getMessage()).contains("posting_full_no_overlap") ? Problem.refused("staffing.problem.twice", one.from()) : twice;
        }
    }

    /** Gives a posting other days; equal days take it back. */
    @Transactional(propagation = Propagation.MANDATORY)
    public void redate(long posting, LocalDate from, @Nullable LocalDate to, Instant now) {
        try {
            jdbc.sql("update staffing.posting set valid_from = :from, valid_to = coalesce(cast(:to as date), 'infinity'), recorded_by = :by, known_from = greatest(:now, known_from + interval '1 microsecond') where id = :id")
                    .param("from", from).param("to", to).param("by", CurrentUser.require().id()).param("now", at(now)).param("id", posting).update();
        } catch (DataIntegrityViolationException twice) {
            throw String.valueOf(twice.getMessage()).contains("posting_full_no_overlap") ? Problem.refused("staffing.problem.twice", from) : twice;
        }
    }

    /** The record of an officer lies where the officer serves. */
    @Transactional(propagation = Propagation.MANDATORY)
    public void follow(int officer, long posting) {
        jdbc.sql("update staffing.officer o set home = p.home, place_id = p.place_id, version = version + 1 from staffing.posting p where p.id = :posting and o.id = :officer")
                .param("posting", posting).param("officer", officer).update();
    }

    public static Timestamp at(Instant now) {
        return Timestamp.from(now.truncatedTo(ChronoUnit.MICROS));
    }
}

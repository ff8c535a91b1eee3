package vn.bamcoso.reporting.submission;

import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;
import vn.bamcoso.reporting.Submission;

/** The times that more time was asked for a report, first to last. */
@Component
public class Extensions {
    private final JdbcClient jdbc;

    Extensions(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    public record Extension(LocalDate due, LocalDate askedUntil, String reason, @Nullable String decision, @Nullable String note) {
        public boolean open() {
            return decision == null;
        }
    }

    @Transactional(readOnly = true)
    public List<Extension> of(Submission submission) {
        return jdbc.sql("select due, asked_until, reason, decision, note from reporting.extension where submission_id = :id order by id").param("id", submission.id()).query(Extension.class).list();
    }

    /** Reports within scope for which more time was asked and nobody has answered. @param ofCommunes those that a province answers; else the ministry's */
    @Transactional(readOnly = true)
    public List<Waiting> waiting(boolean ofCommunes) {
        return jdbc.sql("""
                        select s.id as submission_id, p.full_name as place, f.name_vi, f.name_en, s.period, e.asked_until, e.reason
                        from reporting.extension e join reporting.submission s on s.id = e.submission_id join reporting.form f on f.id = s.form_id
                        left join territory.pub_place p on p.place_id = s.place_id and p.valid_from <= s.period_end and s.period_end < p.valid_to
                        where e.decision is null and (f.level = 'commune') = :communes order by e.asked_at limit 200""")
                .param("communes", ofCommunes)
                .query(Waiting.class)
                .list();
    }

    public record Waiting(long submissionId, String place, String nameVi, String nameEn, String period, LocalDate askedUntil, String reason) {}
}

package vn.bamcoso.reporting.submission;

import java.time.Instant;
import java.time.LocalDate;
import java.util.LinkedHashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;
import vn.bamcoso.access.CurrentUser;
import vn.bamcoso.audit.Trail;
import vn.bamcoso.basics.Problem;
import vn.bamcoso.reporting.Remarks;
import vn.bamcoso.reporting.Status;
import vn.bamcoso.reporting.Submission;

/** What every step of a report's way has in common: it must be one that the states allow, and it leaves a step and a line in the trail. */
@Component
public class Way {
    private final JdbcClient jdbc;
    private final Trail trail;

    Way(JdbcClient jdbc, Trail trail) {
        this.jdbc = jdbc;
        this.trail = trail;
    }

    /** @throws Problem conflict with a sentence that says where the report stands now, when the step is not allowed from there */
    public void guard(Submission submission, Status to) {
        if (!submission.status().leadsTo(to)) {
            throw Problem.conflict("reporting.problem.conflict." + submission.status().code());
        }
    }

    /**
     * What stands beside a step.
     *
     * @param due last day on which it was in time; null without a deadline
     * @param mandate under which it was taken; null in own right
     * @param cells remarks at single cells, by indicator
     */
    public record Beside(@Nullable LocalDate due, @Nullable Long mandate, Map<String, String> cells) {
        public static final Beside NOTHING = new Beside(null, null, Map.of());
    }

    @Transactional(propagation = Propagation.MANDATORY)
    public void keep(Submission before, String act, Status to, int revision, @Nullable String note, Instant at, Map<String, ?> more) {
        keep(before, act, to, revision, note, at, more, Beside.NOTHING);
    }

    /**
     * Keeps that a step was taken. Called in the transaction that takes it.
     *
     * @param act one of those in reporting.step
     */
    @Transactional(propagation = Propagation.MANDATORY)
    public void keep(Submission before, String act, Status to, int revision, @Nullable String note, Instant at, Map<String, ?> more, Beside beside) {
        jdbc.sql("""
                        insert into reporting.step (submission_id, field, home, place_id, at, user_id, act, revision, note, cells, due, mandate_id)
                        values (:id, :field, :home, :place, :at, :user, :act, :revision, :note, :cells::jsonb, :due, :mandate)""")
                .param("id", before.id())
                .param("field", before.field())
                .param("home", before.home())
                .param("place", before.placeId())
                .param("at", java.sql.Timestamp.from(at))
                .param("user", CurrentUser.require().id())
                .param("act", act)
                .param("revision", revision == 0 ? null : revision, java.sql.Types.SMALLINT)
                .param("note", note)
                .param("cells", Remarks.write(beside.cells()), java.sql.Types.VARCHAR)
                .param("due", beside.due(), java.sql.Types.DATE)
                .param("mandate", beside.mandate(), java.sql.Types.BIGINT)
                .update();
        Map<String, Object> after = new LinkedHashMap<>();
        after.put("status", to.code());
        after.put("revision", revision);
        if (note != null) {
            after.put("note", note);
        }
        if (beside.mandate() != null) {
            after.put("mandate", beside.mandate());
        }
        after.putAll(more);
        trail.write("reporting.submission." + act, before.subject(), Map.of("status", before.status().code(), "revision", before.revision()), after);
    }
}

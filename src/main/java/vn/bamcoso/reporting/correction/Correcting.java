package vn.bamcoso.reporting.correction;

import java.math.BigDecimal;
import java.sql.Timestamp;
import java.sql.Types;
import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;
import vn.bamcoso.access.CurrentUser;
import vn.bamcoso.basics.Problem;
import vn.bamcoso.reporting.Revision;
import vn.bamcoso.reporting.Status;
import vn.bamcoso.reporting.Submission;
import vn.bamcoso.reporting.Submissions;
import vn.bamcoso.reporting.entry.Known;
import vn.bamcoso.reporting.entry.Edge;
import vn.bamcoso.reporting.entry.Questions;
import vn.bamcoso.reporting.submission.Desk;
import vn.bamcoso.reporting.submission.Way;
import vn.bamcoso.territory.Place;
import vn.bamcoso.territory.Places;

/**
 * An approved report is changed only by writing it anew, with a reason, and having it signed and approved again. Until then
 * its approved figures stand; afterwards both revisions stay readable.
 */
@Component
public class Correcting {
    private final JdbcClient jdbc;
    private final Submissions submissions;
    private final Known known;
    private final Places places;
    private final Desk desk;
    private final Way way;
    private final Edge edge;
    private final Clock clock;

    Correcting(JdbcClient jdbc, Submissions submissions, Known known, Places places, Desk desk, Way way, Edge edge, Clock clock) {
        this.jdbc = jdbc;
        this.submissions = submissions;
        this.known = known;
        this.places = places;
        this.desk = desk;
        this.way = way;
        this.edge = edge;
        this.clock = clock;
    }

    /**
     * Opens the report for writing, filled with the figures as they stand today.
     *
     * @throws Problem when there is no reason, or the user does not write for the office
     */
    @Transactional
    public void open(long id, int seen, @Nullable String reason) {
        Submission submission = submissions.take(id, seen);
        CurrentUser user = CurrentUser.require();
        desk.require(submission.formId() != null && desk.mayDraft(user, submission));
        open(submission, reason, "correction_opened", user.id());
    }

    /** The superior wants an approved report done again, and says why; the unit writes, signs and sends it anew. */
    @Transactional
    public void reopen(long id, int seen, @Nullable String reason) {
        Submission submission = submissions.take(id, seen);
        desk.require(desk.superior(CurrentUser.require(), submission));
        open(submission, reason, "reopened", submission.draftedBy());
    }

    private void open(Submission submission, @Nullable String reason, String act, int drafter) {
        if (submission.status() != Status.APPROVED) {
            throw Problem.conflict("reporting.problem.conflict." + submission.status().code());
        }
        if (reason == null || reason.isBlank()) {
            throw Problem.refused("reporting.problem.reason-needed");
        }
        edge.check(reason);
        Instant now = Instant.now(clock);
        jdbc.sql("""
                        update reporting.submission set status = 'correcting', reason = :reason, drafted_by = :user, drafted_at = :now, version = version + 1 where id = :id""")
                .param("reason", reason.strip())
                .param("user", drafter)
                .param("now", Timestamp.from(now))
                .param("id", submission.id())
                .update();
        fill(submission, now);
        way.keep(submission, act, Status.CORRECTING, submission.revision(), reason.strip(), now, Map.of());
    }

    /** Leaves the report as it was approved. Also for a correction that the superior returned. */
    @Transactional
    public void drop(long id, int seen) {
        Submission submission = submissions.take(id, seen);
        desk.require(desk.mayDraft(CurrentUser.require(), submission));
        if (!submission.status().open() || submission.approvedRevision() == null) {
            throw Problem.conflict("reporting.problem.conflict." + submission.status().code());
        }
        way.guard(submission, Status.APPROVED);
        jdbc.sql("update reporting.submission set status = 'approved', reason = null, version = version + 1 where id = :id")
                .param("id", id)
                .update();
        way.keep(submission, "correction_dropped", Status.APPROVED, submission.revision(), null, Instant.now(clock), Map.of());
    }

    private Place place(Submission submission) {
        return places.byId(submission.placeId(), submission.period().end()).orElseThrow(Problem::notFound);
    }

    private void fill(Submission submission, Instant now) {
        jdbc.sql("delete from reporting.draft_cell where submission_id = :id").param("id", submission.id()).update();
        Revision approved = submissions.revisions(submission).get(submission.approvedRevision() - 1);
        Map<String, BigDecimal> standing = known.values(approved.indicators(), submission.period(), submission, place(submission));
        List<String> keys = new ArrayList<>(approved.indicators());
        approved.remarks().keySet().stream().filter(Questions::isKey).forEach(keys::add);
        for (String indicator : keys) {
            BigDecimal value = standing.getOrDefault(indicator, approved.cells().get(indicator));
            String remark = approved.remarks().get(indicator);
            if (value == null && remark == null) {
                continue;
            }
            jdbc.sql("""
                            insert into reporting.draft_cell (submission_id, indicator, field, home, place_id, value, remark, version, changed_by, changed_at)
                            values (:id, :indicator, :field, :home, :place, :value, :remark, 1, :by, :now)""")
                    .param("id", submission.id())
                    .param("indicator", indicator)
                    .param("field", submission.field())
                    .param("home", submission.home())
                    .param("place", submission.placeId())
                    .param("value", value, Types.NUMERIC)
                    .param("remark", remark, Types.VARCHAR)
                    .param("by", approved.draftedBy())
                    .param("now", Timestamp.from(now))
                    .update();
        }
    }
}

package vn.bamcoso.reporting.approval;

import java.sql.Timestamp;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;
import vn.bamcoso.access.CurrentUser;
import vn.bamcoso.basics.Problem;
import vn.bamcoso.basics.Texts;
import vn.bamcoso.reporting.Status;
import vn.bamcoso.reporting.Submission;
import vn.bamcoso.reporting.Submissions;
import vn.bamcoso.reporting.entry.CellSaving;
import vn.bamcoso.reporting.entry.Edge;
import vn.bamcoso.reporting.entry.Sheets;
import vn.bamcoso.reporting.submission.Desk;
import vn.bamcoso.reporting.submission.Way;

/** The clerk puts the draft before the chief ("trình"); the chief gives it back, or signs it ({@link Sending}). */
@Component
public class Presenting {
    private final JdbcClient jdbc;
    private final Submissions submissions;
    private final CellSaving cells;
    private final Sheets sheets;
    private final Desk desk;
    private final Way way;
    private final Edge edge;
    private final Clock clock;

    Presenting(JdbcClient jdbc, Submissions submissions, CellSaving cells, Sheets sheets, Desk desk, Way way, Edge edge, Clock clock) {
        this.jdbc = jdbc;
        this.submissions = submissions;
        this.cells = cells;
        this.sheets = sheets;
        this.desk = desk;
        this.way = way;
        this.edge = edge;
        this.clock = clock;
    }

    /**
     * Saves what stands in the fields and presents the draft, or does neither.
     *
     * @param seen the lock that the user saw
     * @throws Problem with one fault a cell when something forbids sending
     */
    @Transactional
    public void present(long id, int seen, List<CellSaving.Written> last, Texts texts) {
        Submission submission = submissions.take(id, seen);
        desk.require(desk.mayDraft(CurrentUser.require(), submission));
        way.guard(submission, Status.PRESENTED);
        cells.save(submission, last, texts);
        Readiness.require(sheets.draft(submission, texts));
        Instant now = Instant.now(clock);
        jdbc.sql("update reporting.submission set status = 'presented', drafted_by = :user, drafted_at = :now, version = version + 1 where id = :id")
                .param("user", CurrentUser.require().id())
                .param("now", Timestamp.from(now))
                .param("id", id)
                .update();
        way.keep(submission, "presented", Status.PRESENTED, submission.revision(), null, now, Map.of());
    }

    /**
     * Back to whoever writes, with what the chief wants changed.
     *
     * @throws Problem when there is no remark
     */
    @Transactional
    public void giveBack(long id, int seen, @Nullable String remark, Map<String, String> cells) {
        Submission submission = submissions.take(id, seen);
        desk.require(desk.maySign(CurrentUser.require(), submission));
        Status to = submission.approvedRevision() != null ? Status.CORRECTING : submission.revision() > 0 ? Status.RETURNED : Status.DRAFT;
        if (submission.status() != Status.PRESENTED) {
            throw Problem.conflict("reporting.problem.conflict." + submission.status().code());
        }
        String said = Readiness.remark(remark, cells, edge);
        jdbc.sql("update reporting.submission set status = :to, version = version + 1 where id = :id")
                .param("to", to.code())
                .param("id", id)
                .update();
        way.keep(submission, "given_back", to, submission.revision(), said, Instant.now(clock), Map.of("cells", cells), new Way.Beside(null, null, cells));
    }
}

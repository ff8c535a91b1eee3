package vn.bamcoso.reporting.approval;

import java.math.BigDecimal;
import java.sql.Timestamp;
import java.sql.Types;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;
import vn.bamcoso.access.CurrentUser;
import vn.bamcoso.basics.Problem;
import vn.bamcoso.figures.Figures;
import vn.bamcoso.figures.Indicators;
import vn.bamcoso.figures.NewFigure;
import vn.bamcoso.figures.Origin;
import vn.bamcoso.reporting.Chain;
import vn.bamcoso.reporting.Forms;
import vn.bamcoso.reporting.Revision;
import vn.bamcoso.reporting.Status;
import vn.bamcoso.reporting.Submission;
import vn.bamcoso.reporting.Submissions;
import vn.bamcoso.reporting.entry.Edge;
import vn.bamcoso.reporting.submission.Desk;
import vn.bamcoso.reporting.submission.Mandates;
import vn.bamcoso.reporting.submission.Way;

/**
 * What the superior does with a report that was sent: forwards it, returns it with a remark, or approves it, which records its
 * figures in the same transaction. A superior never changes a value.
 */
@Component
public class Deciding {
    private final JdbcClient jdbc;
    private final Submissions submissions;
    private final Forms forms;
    private final Figures figures;
    private final Indicators indicators;
    private final Desk desk;
    private final Way way;
    private final Edge edge;
    private final Clock clock;

    Deciding(JdbcClient jdbc, Submissions submissions, Forms forms, Figures figures, Indicators indicators, Desk desk, Way way, Edge edge, Clock clock) {
        this.jdbc = jdbc;
        this.submissions = submissions;
        this.forms = forms;
        this.figures = figures;
        this.indicators = indicators;
        this.desk = desk;
        this.way = way;
        this.edge = edge;
        this.clock = clock;
    }

    /** @param seen the lock that the user saw */
    @Transactional
    public void approve(long id, int seen, @Nullable String note) {
        edge.check(note);
        Submission submission = taken(id, seen, Status.APPROVED);
        if (!desk.approves(submission)) {
            throw Problem.forbidden("reporting.problem.not-your-act");
        }
        Revision revision = decide(submission, "approved", note);
        Instant now = Instant.now(clock);
        jdbc.sql("""
                        update reporting.submission set status = 'approved', approved_revision = revision, waits_at = null, reason = null,
                            approved_by = :user, approved_at = :now, version = version + 1 where id = :id""")
                .param("user", CurrentUser.require().id())
                .param("now", Timestamp.from(now))
                .param("id", id)
                .update();
        way.keep(submission, "approved", Status.APPROVED, revision.number(), note, now, Map.of(), beside(submission, Map.of()));
        figures.record(new Origin("submission", id, null), news(submission, revision), null);
    }

    /**
     * @param cells remarks at single cells, by indicator; with one of them no other remark is needed
     * @throws Problem when there is no remark
     */
    @Transactional
    public void giveBack(long id, int seen, @Nullable String remark, Map<String, String> cells) {
        Submission submission = taken(id, seen, Status.RETURNED);
        String said = Readiness.remark(remark, cells, edge);
        Revision revision = decide(submission, "returned", said);
        jdbc.sql("update reporting.submission set status = 'returned', waits_at = null, version = version + 1 where id = :id")
                .param("id", id)
                .update();
        way.keep(submission, "returned", Status.RETURNED, revision.number(), said, Instant.now(clock), Map.of("cells", cells), beside(submission, cells));
    }

    /** From the district to the province, while there are districts. */
    @Transactional
    public void forward(long id, int seen, @Nullable String note) {
        edge.check(note);
        Submission submission = taken(id, seen, Status.APPROVED);
        if (desk.approves(submission)) {
            throw Problem.conflict("reporting.problem.conflict.submitted");
        }
        Chain.Step next = forms.version(submission.versionId()).chain().after(desk.waitsAt(submission), desk.today()).orElseThrow();
        jdbc.sql("update reporting.submission set waits_at = :next, version = version + 1 where id = :id")
                .param("next", next.officeKind())
                .param("id", id)
                .update();
        way.keep(submission, "forwarded", Status.SUBMITTED, submission.revision(), note, Instant.now(clock), Map.of("to", next.officeKind()), beside(submission, Map.of()));
    }

    private Submission taken(long id, int seen, Status to) {
        Submission submission = submissions.take(id, seen);
        way.guard(submission, to);
        if (submission.status() != Status.SUBMITTED) {
            throw Problem.conflict("reporting.problem.conflict." + submission.status().code());
        }
        CurrentUser user = CurrentUser.require();
        desk.require(desk.mayDecide(user, submission));
        if (user.id() != 0 && (user.id() == submission.draftedBy() || Integer.valueOf(user.id()).equals(submission.submittedBy()))) {
            throw Problem.forbidden("reporting.problem.own-report");
        }
        return submission;
    }

    /** By when this level was to do its part, and under which mandate it was done. */
    private Way.Beside beside(Submission submission, Map<String, String> cells) {
        LocalDate due = forms.version(submission.versionId()).chain().due(desk.waitsAt(submission), submission.period(), desk.today()).orElse(null);
        return new Way.Beside(due, desk.decidesUnder(CurrentUser.require(), submission).map(Mandates.Mandate::id).orElse(null), cells);
    }

    private Revision decide(Submission submission, String decision, @Nullable String note) {
        Revision revision = submissions.revisions(submission).getLast();
        jdbc.sql("""
                        update reporting.revision set decision = :decision, decided_by = :user, decided_at = :now, decision_note = :note
                        where submission_id = :id and number = :number and decision is null""")
                .param("decision", decision)
                .param("user", CurrentUser.require().id())
                .param("now", Timestamp.from(Instant.now(clock)))
                .param("note", note, Types.VARCHAR)
                .param("id", submission.id())
                .param("number", revision.number())
                .update();
        return revision;
    }

    /** The figures of the revision; a value that was approved before and is empty now is withdrawn. What is counted from records by now stays with the report. */
    private List<NewFigure> news(Submission submission, Revision revision) {
        List<NewFigure> news = new ArrayList<>();
        Revision before = submission.approvedRevision() == null ? null : submissions.revisions(submission).get(submission.approvedRevision() - 1);
        for (String indicator : revision.indicators()) {
            if (indicators.byCode(indicator).filter(one -> one.measured(submission.period().end(), null)).isPresent()) {
                continue;
            }
            BigDecimal value = revision.cells().get(indicator);
            if (value != null || before != null && before.cells().containsKey(indicator)) {
                news.add(new NewFigure(indicator, submission.placeId(), submission.period(), (short) 0, value));
            }
        }
        return news;
    }
}

package vn.bamcoso.reporting.approval;

import java.math.BigDecimal;
import java.sql.Timestamp;
import java.sql.Types;
import java.time.Clock;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.Map;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;
import vn.bamcoso.access.CurrentUser;
import vn.bamcoso.basics.Problem;
import vn.bamcoso.basics.Texts;
import vn.bamcoso.reporting.Chain;
import vn.bamcoso.reporting.Form;
import vn.bamcoso.reporting.Forms;
import vn.bamcoso.reporting.Remarks;
import vn.bamcoso.reporting.Status;
import vn.bamcoso.reporting.Submission;
import vn.bamcoso.reporting.Submissions;
import vn.bamcoso.reporting.entry.Sheet;
import vn.bamcoso.reporting.entry.Sheets;
import vn.bamcoso.reporting.submission.Desk;
import vn.bamcoso.reporting.submission.Mandates;
import vn.bamcoso.reporting.submission.Way;

/**
 * The chief, or a deputy for the chief (KT.), signs and sends. What was written is frozen as a revision; it goes to the next
 * station of the chain of this day. Who wrote a cell does not sign, except where nobody else at the office could: then the
 * report is marked and listed.
 */
@Component
public class Sending {
    private final JdbcClient jdbc;
    private final Submissions submissions;
    private final Forms forms;
    private final Sheets sheets;
    private final Desk desk;
    private final Way way;
    private final Clock clock;

    Sending(JdbcClient jdbc, Submissions submissions, Forms forms, Sheets sheets, Desk desk, Way way, Clock clock) {
        this.jdbc = jdbc;
        this.submissions = submissions;
        this.forms = forms;
        this.sheets = sheets;
        this.desk = desk;
        this.way = way;
        this.clock = clock;
    }

    /** @param seen the lock that the user saw */
    @Transactional
    public void send(long id, int seen, Texts texts) {
        Submission submission = submissions.take(id, seen);
        CurrentUser user = CurrentUser.require();
        desk.require(desk.maySign(user, submission));
        way.guard(submission, Status.SUBMITTED);
        if (submission.period().end().isAfter(desk.today())) {
            throw Problem.refused("reporting.problem.not-over", submission.period().end());
        }
        boolean wrote = user.id() == submission.draftedBy() || wroteCell(submission, user.id());
        if (wrote && !desk.alone(user, submission)) {
            throw Problem.forbidden("reporting.problem.own-draft");
        }
        if (submission.status() != Status.PRESENTED && !wrote) {
            throw Problem.conflict("reporting.problem.conflict." + submission.status().code());
        }
        Sheet sheet = sheets.draft(submission, texts);
        Readiness.require(sheet);
        freeze(submission, sheet, user, wrote);
    }

    private void freeze(Submission submission, Sheet sheet, CurrentUser user, boolean onePerson) {
        Form.Version version = forms.version(submission.versionId());
        Instant now = Instant.now(clock);
        int number = submission.revision() + 1;
        Map<String, BigDecimal> cells = new LinkedHashMap<>();
        Map<String, String> remarks = new LinkedHashMap<>();
        for (Sheet.Row row : sheet.asked()) {
            if (row.value() != null) {
                cells.put(row.indicator(), row.value());
            }
            if (!row.remark().isBlank()) {
                remarks.put(row.indicator(), row.remark());
            }
        }
        sheet.answers().stream().filter(answer -> !answer.text().isBlank()).forEach(answer -> remarks.put(answer.key(), answer.text()));
        Chain.Step next = version.chain().after(version.chain().first(), desk.today()).orElseThrow();
        boolean late = submission.late() || submission.revision() == 0 && submission.due() != null && desk.today().isAfter(submission.due());
        jdbc.sql("""
                        insert into reporting.revision (submission_id, number, field, home, place_id, cells, remarks, reason, drafted_by, drafted_at, submitted_by, submitted_at, signed_for)
                        values (:id, :number, :field, :home, :place, :cells, :remarks::jsonb, :reason, :drafter, :drafted, :user, :now, :signedFor)""")
                .param("id", submission.id())
                .param("number", number)
                .param("field", submission.field())
                .param("home", submission.home())
                .param("place", submission.placeId())
                .param("cells", Forms.inOrder(version, cells))
                .param("remarks", Remarks.write(remarks), Types.VARCHAR)
                .param("reason", submission.reason(), Types.VARCHAR)
                .param("drafter", submission.draftedBy())
                .param("drafted", Timestamp.from(submission.draftedAt()))
                .param("user", user.id())
                .param("now", Timestamp.from(now))
                .param("signedFor", desk.signsForChief(user, submission))
                .update();
        jdbc.sql("""
                        update reporting.submission
                        set status = 'submitted', revision = :number, waits_at = :waits, late = :late, one_person = one_person or :onePerson, doubts = :doubts,
                            submitted_by = :user, submitted_at = :now, version = version + 1
                        where id = :id""")
                .param("number", number)
                .param("waits", next.officeKind())
                .param("late", late)
                .param("onePerson", onePerson)
                .param("doubts", sheet.doubtful())
                .param("user", user.id())
                .param("now", Timestamp.from(now))
                .param("id", submission.id())
                .update();
        way.keep(submission, "sent", Status.SUBMITTED, number, null, now, onePerson ? Map.of("one_person", true, "cells", cells) : Map.of("cells", cells),
                new Way.Beside(submission.revision() == 0 ? submission.due() : null, desk.signsUnder(user, submission).map(Mandates.Mandate::id).orElse(null), Map.of()));
    }

    private boolean wroteCell(Submission submission, int userId) {
        return jdbc.sql("select exists (select from reporting.draft_cell where submission_id = :id and changed_by = :user)")
                .param("id", submission.id())
                .param("user", userId)
                .query(Boolean.class)
                .single();
    }
}

package vn.bamcoso.reporting.extension;

import java.sql.Timestamp;
import java.sql.Types;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.dao.DuplicateKeyException;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;
import vn.bamcoso.access.CurrentUser;
import vn.bamcoso.basics.Problem;
import vn.bamcoso.reporting.Submission;
import vn.bamcoso.reporting.Submissions;
import vn.bamcoso.reporting.entry.Edge;
import vn.bamcoso.reporting.submission.Desk;
import vn.bamcoso.reporting.submission.Way;

/**
 * More time for a report: the unit asks with a reason, the next level grants or refuses. A granted day is the day from which
 * the report is late; what was late before it was asked for stays so. Each grant stays countable.
 */
@Component
public class Extending {
    private static final int LONGEST = 1000;

    private final JdbcClient jdbc;
    private final Submissions submissions;
    private final Desk desk;
    private final Way way;
    private final Edge edge;
    private final Clock clock;

    Extending(JdbcClient jdbc, Submissions submissions, Desk desk, Way way, Edge edge, Clock clock) {
        this.jdbc = jdbc;
        this.submissions = submissions;
        this.desk = desk;
        this.way = way;
        this.edge = edge;
        this.clock = clock;
    }

    private record Asked(long id, LocalDate until) {}

    /** @throws Problem when the report was sent already, has no deadline or one that is over, the day is not later, there is no reason, or one request waits already */
    @Transactional
    public void ask(long submissionId, LocalDate until, @Nullable String reason) {
        Submission submission = submissions.take(submissionId, null);
        CurrentUser user = CurrentUser.require();
        desk.require(desk.mayDraft(user, submission));
        if (submission.due() == null || submission.submittedAt() != null) {
            throw Problem.refused("reporting.problem.extension-not");
        }
        if (desk.today().isAfter(submission.due())) {
            throw Problem.refused("reporting.problem.extension-over", submission.due());
        }
        if (!until.isAfter(submission.due())) {
            throw Problem.refused("reporting.problem.extension-day", submission.due());
        }
        String said = said(reason);
        try {
            jdbc.sql("""
                            insert into reporting.extension (submission_id, field, home, place_id, due, asked_until, reason, asked_by, asked_at)
                            values (:id, :field, :home, :place, :due, :until, :reason, :user, :now)""")
                    .param("id", submission.id())
                    .param("field", submission.field())
                    .param("home", submission.home())
                    .param("place", submission.placeId())
                    .param("due", submission.due())
                    .param("until", until)
                    .param("reason", said)
                    .param("user", user.id())
                    .param("now", now())
                    .update();
        } catch (DuplicateKeyException waiting) {
            throw Problem.conflict("reporting.problem.extension-waits");
        }
        way.keep(submission, "extension_asked", submission.status(), submission.revision(), said, Instant.now(clock), Map.of("until", until));
    }

    /** @throws Problem when nothing waits, or it is refused without a word */
    @Transactional
    public void answer(long submissionId, boolean granted, @Nullable String note) {
        Submission submission = submissions.take(submissionId, null);
        CurrentUser user = CurrentUser.require();
        desk.require(desk.superior(user, submission));
        Asked asked = jdbc.sql("select id, asked_until as until from reporting.extension where submission_id = :id and decision is null")
                .param("id", submissionId)
                .query(Asked.class)
                .optional()
                .orElseThrow(() -> Problem.conflict("reporting.problem.extension-none"));
        String said = granted && (note == null || note.isBlank()) ? null : said(note);
        jdbc.sql("update reporting.extension set decision = :decision, decided_by = :user, decided_at = :now, note = :note where id = :id")
                .param("decision", granted ? "granted" : "refused")
                .param("user", user.id())
                .param("now", now())
                .param("note", said, Types.VARCHAR)
                .param("id", asked.id())
                .update();
        if (granted) {
            jdbc.sql("update reporting.submission set due = :until, version = version + 1 where id = :id").param("until", asked.until()).param("id", submissionId).update();
        }
        way.keep(submission, granted ? "extension_granted" : "extension_refused", submission.status(), submission.revision(), said, Instant.now(clock), Map.of("until", asked.until()));
    }

    private String said(@Nullable String text) {
        if (text == null || text.isBlank()) {
            throw Problem.refused("reporting.problem.extension-reason");
        }
        if (text.strip().length() > LONGEST) {
            throw Problem.refused("reporting.problem.remark-long", LONGEST);
        }
        edge.check(text);
        return text.strip();
    }

    private Timestamp now() {
        return Timestamp.from(Instant.now(clock));
    }
}

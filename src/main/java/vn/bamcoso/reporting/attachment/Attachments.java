package vn.bamcoso.reporting.attachment;

import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.sql.Timestamp;
import java.time.Clock;
import java.time.Instant;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.springframework.dao.DuplicateKeyException;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;
import vn.bamcoso.access.CurrentUser;
import vn.bamcoso.audit.Trail;
import vn.bamcoso.basics.Problem;
import vn.bamcoso.basics.Texts;
import vn.bamcoso.documents.edge.EdgeCheck;
import vn.bamcoso.reporting.Submission;
import vn.bamcoso.reporting.Submissions;
import vn.bamcoso.reporting.submission.Desk;

/**
 * Files that go along with a report while it is written: tables (CSV, Excel) and Word texts, which the check at the edge can read.
 * One with a list of persons, a citizen's number or a secrecy mark is refused with the place. They stand fast once the report is sent.
 */
@Component
public class Attachments {
    private static final int MOST_BYTES = 10 * 1024 * 1024;
    private static final int MOST = 10;

    private final JdbcClient jdbc;
    private final Submissions submissions;
    private final Desk desk;
    private final Trail trail;
    private final Clock clock;

    Attachments(JdbcClient jdbc, Submissions submissions, Desk desk, Trail trail, Clock clock) {
        this.jdbc = jdbc;
        this.submissions = submissions;
        this.desk = desk;
        this.trail = trail;
        this.clock = clock;
    }

    public record Attachment(long id, String name, int size, String by, Instant at) {}

    public record Content(String name, byte[] content) {}

    @Transactional(readOnly = true)
    public List<Attachment> of(long submissionId) {
        return jdbc.sql("""
                        select a.id, a.name, octet_length(a.content) as size, coalesce(u.name, '') as by, a.added_at
                        from reporting.attachment a left join identity.pub_user u on u.user_id = a.added_by where a.submission_id = :id and a.removed_at is null order by a.id""")
                .param("id", submissionId)
                .query((row, n) -> new Attachment(row.getLong("id"), row.getString("name"), row.getInt("size"), row.getString("by"), row.getTimestamp("added_at").toInstant()))
                .list();
    }

    @Transactional(readOnly = true)
    public Optional<Content> find(long submissionId, long id) {
        return jdbc.sql("select name, content from reporting.attachment where submission_id = :submission and id = :id and removed_at is null").param("submission", submissionId).param("id", id).query(Content.class).optional();
    }

    /** @throws Problem with every place named when the file carries what may not come in; when it is none of the kinds, too large, there already, or one too many */
    @Transactional
    public void add(long submissionId, String name, byte[] content) {
        Submission submission = open(submissionId);
        if (content.length > MOST_BYTES) {
            throw Problem.refused("reporting.problem.copy-large", MOST_BYTES / 1024 / 1024);
        }
        if (of(submissionId).size() >= MOST) {
            throw Problem.refused("reporting.problem.attachment-many", MOST);
        }
        EdgeCheck.refuse(new EdgeCheck(desk.today()).file(name, content), Texts.VIETNAMESE);
        byte[] sha = sha(content);
        try {
            jdbc.sql("""
                            insert into reporting.attachment (submission_id, field, home, place_id, name, content, sha256, added_by, added_at)
                            values (:id, :field, :home, :place, :name, :content, :sha, :user, :now)""")
                    .param("id", submission.id()).param("field", submission.field()).param("home", submission.home()).param("place", submission.placeId()).param("name", name).param("content", content)
                    .param("sha", sha).param("user", CurrentUser.require().id()).param("now", now()).update();
        } catch (DuplicateKeyException there) {
            throw Problem.conflict("reporting.problem.attachment-twice");
        }
        trail.write("reporting.attachment.added", submission.subject(), null, Map.of("name", name, "sha256", HexFormat.of().formatHex(sha)));
    }

    @Transactional
    public void remove(long submissionId, long id) {
        Submission submission = open(submissionId);
        if (jdbc.sql("update reporting.attachment set removed_by = :user, removed_at = :now where id = :id and submission_id = :submission and removed_at is null")
                .param("user", CurrentUser.require().id()).param("now", now()).param("id", id).param("submission", submissionId).update() == 1) {
            trail.write("reporting.attachment.removed", submission.subject(), Map.of("attachment", id), null);
        }
    }

    private Submission open(long submissionId) {
        Submission submission = submissions.take(submissionId, null);
        desk.require(submission.versionId() != null && desk.mayDraft(CurrentUser.require(), submission));
        if (!submission.status().open()) {
            throw Problem.conflict("reporting.problem.conflict." + submission.status().code());
        }
        return submission;
    }

    private Timestamp now() {
        return Timestamp.from(Instant.now(clock));
    }

    private static byte[] sha(byte[] content) {
        try {
            return MessageDigest.getInstance("SHA-256").digest(content);
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }
}

package vn.bamcoso.reporting.paper;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.sql.Timestamp;
import java.sql.Types;
import java.time.Clock;
import java.time.Instant;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.dao.DuplicateKeyException;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;
import vn.bamcoso.access.CurrentUser;
import vn.bamcoso.basics.Problem;
import vn.bamcoso.reporting.Revision;
import vn.bamcoso.reporting.Submission;
import vn.bamcoso.reporting.Submissions;
import vn.bamcoso.reporting.entry.Edge;
import vn.bamcoso.reporting.submission.Desk;
import vn.bamcoso.reporting.submission.Way;

/**
 * Signed copies of a report: printed from what was frozen, signed by hand, scanned and brought back; or the PDF signed digitally.
 * Whoever brings one types the code from the foot of the paper, so that no copy lands at another report or another sending.
 */
@Component
public class SignedCopies {
    private static final int MOST = 12 * 1024 * 1024;

    private final JdbcClient jdbc;
    private final Submissions submissions;
    private final Desk desk;
    private final Way way;
    private final Edge edge;
    private final Issuers issuers;
    private final Clock clock;

    SignedCopies(JdbcClient jdbc, Submissions submissions, Desk desk, Way way, Edge edge, Issuers issuers, Clock clock) {
        this.jdbc = jdbc;
        this.submissions = submissions;
        this.desk = desk;
        this.way = way;
        this.edge = edge;
        this.issuers = issuers;
        this.clock = clock;
    }

    /** @param signature see {@link PdfSignature.State}; {@code trust} {@link Issuers.Trust}, null without a signer */
    public record Copy(long id, short revision, String name, int size, String signature, @Nullable String signer, @Nullable String trust, @Nullable String issuer, Instant keptAt, String keptBy) {}

    public record Content(String name, String media, byte[] content) {}

    @Transactional(readOnly = true)
    public List<Copy> of(long submissionId) {
        return jdbc.sql("""
                        select c.id, c.revision, c.name, octet_length(c.content) as size, c.signature, c.signer, c.trust, c.issuer, c.kept_at, coalesce(u.name, '') as kept_by
                        from reporting.signed_copy c left join identity.pub_user u on u.user_id = c.kept_by where c.submission_id = :id order by c.id""")
                .param("id", submissionId)
                .query((row, n) -> new Copy(row.getLong("id"), row.getShort("revision"), row.getString("name"), row.getInt("size"), row.getString("signature"), row.getString("signer"), row.getString("trust"), row.getString("issuer"),
                        row.getTimestamp("kept_at").toInstant(), row.getString("kept_by")))
                .list();
    }

    @Transactional(readOnly = true)
    public Optional<Content> find(long submissionId, long id) {
        return jdbc.sql("select name, media, content from reporting.signed_copy where submission_id = :submission and id = :id").param("submission", submissionId).param("id", id).query(Content.class).optional();
    }

    /** @throws Problem when the file is none of the three kinds, too large, there already, or the code is not that of a sending of this report */
    @Transactional
    public void keep(long submissionId, String name, byte[] content, String typed) {
        Submission submission = submissions.take(submissionId, null);
        CurrentUser user = CurrentUser.require();
        desk.require(submission.versionId() != null && (desk.mayDraft(user, submission) || desk.maySign(user, submission)));
        edge.check(name);
        if (content.length > MOST) {
            throw Problem.refused("reporting.problem.copy-large", MOST / 1024 / 1024);
        }
        String media = media(content);
        Revision revision = submissions.revisions(submission).stream().filter(one -> FrozenHash.of(submission, one).named(typed)).findFirst()
                .orElseThrow(() -> Problem.refused("reporting.problem.copy-code", typed.strip()));
        FrozenHash frozen = FrozenHash.of(submission, revision);
        PdfSignature.Finding finding = media.equals("application/pdf") ? PdfSignature.of(content) : PdfSignature.Finding.NONE;
        if (finding.state() == PdfSignature.State.BROKEN) {
            throw Problem.refused("reporting.problem.copy-broken");
        }
        Instant now = Instant.now(clock);
        byte[] sha = sha(content);
        try {
            jdbc.sql("""
                            insert into reporting.signed_copy (submission_id, revision, field, home, place_id, name, media, content, sha256, frozen, signature, signer, trust, issuer, kept_by, kept_at)
                            values (:id, :revision, :field, :home, :place, :name, :media, :content, :sha, :frozen, :signature, :signer, :trust, :issuer, :user, :now)""")
                    .param("id", submission.id())
                    .param("revision", revision.number())
                    .param("field", submission.field())
                    .param("home", submission.home())
                    .param("place", submission.placeId())
                    .param("name", name)
                    .param("media", media)
                    .param("content", content)
                    .param("sha", sha)
                    .param("frozen", frozen.bytes())
                    .param("signature", finding.state().name().toLowerCase(java.util.Locale.ROOT))
                    .param("signer", finding.signer(), Types.VARCHAR)
                    .param("trust", finding.by() == null ? null : issuers.of(finding.by(), finding.others(), now).name().toLowerCase(java.util.Locale.ROOT), Types.VARCHAR)
                    .param("issuer", finding.issuer(), Types.VARCHAR)
                    .param("user", user.id())
                    .param("now", Timestamp.from(now))
                    .update();
        } catch (DuplicateKeyException there) {
            throw Problem.conflict("reporting.problem.copy-twice");
        }
        way.keep(submission, "signed_copy", submission.status(), revision.number(), null, now, Map.of("sha256", HexFormat.of().formatHex(sha), "frozen", frozen.hex()));
    }

    private static String media(byte[] content) {
        if (starts(content, "%PDF-".getBytes(StandardCharsets.US_ASCII))) {
            return "application/pdf";
        }
        if (starts(content, new byte[] {(byte) 0xff, (byte) 0xd8, (byte) 0xff})) {
            return "image/jpeg";
        }
        if (starts(content, new byte[] {(byte) 0x89, 'P', 'N', 'G'})) {
            return "image/png";
        }
        throw Problem.refused("reporting.problem.copy-kind");
    }

    private static boolean starts(byte[] content, byte[] mark) {
        return content.length > mark.length && Arrays.equals(Arrays.copyOf(content, mark.length), mark);
    }

    private static byte[] sha(byte[] content) {
        try {
            return MessageDigest.getInstance("SHA-256").digest(content);
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }
}

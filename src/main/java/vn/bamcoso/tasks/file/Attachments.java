package vn.bamcoso.tasks.file;

import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.sql.Timestamp;
import java.sql.Types;
import java.time.Clock;
import java.time.Instant;
import java.util.HexFormat;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.http.MediaType;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;
import vn.bamcoso.access.CurrentUser;
import vn.bamcoso.audit.Trail;
import vn.bamcoso.basics.Problem;
import vn.bamcoso.documents.edge.EdgeCheck;
import vn.bamcoso.tasks.Desk;
import vn.bamcoso.tasks.Share;
import vn.bamcoso.tasks.Shares;
import vn.bamcoso.tasks.Shares.Change;
import vn.bamcoso.tasks.directive.Directive;
import vn.bamcoso.tasks.directive.Directives;

/**
 * Files: what carries a directive, and what shows that work was done. Only kinds of file that the check at the edge can read come
 * in (PDF, Word, Excel, CSV), told by name and bytes alike; what it finds is refused with place and reason, and nothing is kept.
 */
@Component
public class Attachments {
    private static final int MOST = 5 * 1024 * 1024;

    /** A file in a list. */
    public record Listed(long id, String name, int size, String sha256, Instant at, String who) {}

    /** A file with its bytes. */
    public record Whole(String name, String media, byte[] content) {}

    private final JdbcClient jdbc;
    private final Shares shares;
    private final Directives directives;
    private final Desk desk;
    private final Trail trail;
    private final Clock clock;

    Attachments(JdbcClient jdbc, Shares shares, Directives directives, Desk desk, Trail trail, Clock clock) {
        this.jdbc = jdbc;
        this.shares = shares;
        this.directives = directives;
        this.desk = desk;
        this.trail = trail;
        this.clock = clock;
    }

    /** Shows work by a file. @throws Problem refused when the file may not be kept here, is too large, or the kind of task keeps no content */
    @Transactional
    public void prove(long shareId, String name, byte[] content, @Nullable String note, Locale locale) {
        Share share = shares.take(shareId, null);
        desk.require(desk.mayWork(CurrentUser.require(), share));
        if (share.bare()) {
            throw Problem.refused("tasks.problem.bare");
        }
        String said = desk.checked(note);
        long id = keep(share.id(), null, name, content, share.field(), share.home(), share.placeId(), locale);
        jdbc.sql("insert into tasks.evidence (share_id, kind, content, note, attachment_id, at, user_id, field, home, place_id) values (:share, 'file', :name, :note, :file, :at, :by, :field, :home, :place)")
                .params(Map.of("share", shareId, "name", name, "note", said, "file", id, "at", Timestamp.from(clock.instant()), "by", CurrentUser.require().id(), "field", share.field(), "home", share.home(), "place", share.placeId()))
                .update();
        shares.keep(share, "evidenced", Change.nothing(), desk.today(), name);
    }

    /** Lays the file of a directive beside it. @throws Problem forbidden unless the user issues for the office that keeps it */
    @Transactional
    public void carry(int directiveId, String name, byte[] content, Locale locale) {
        Directive directive = directives.get(directiveId);
        desk.needIssuer(CurrentUser.require(), directive.officeId());
        var where = jdbc.sql("select home, place_id from tasks.directive where id = :id").param("id", directiveId).query((row, n) -> new int[] {row.getInt(1), row.getInt(2)}).single();
        long id = keep(null, directiveId, name, content, directive.field(), (short) where[0], where[1], locale);
        trail.write("tasks.directive.carried", "directive:" + directiveId, null, Map.of("file", id, "name", name, "sha256", hash(content)));
    }

    @Transactional(readOnly = true)
    public List<Listed> of(int directive) {
        return jdbc.sql("""
                        select a.id, a.name, octet_length(a.content) as size, encode(a.sha256, 'hex') as sha256, a.at, coalesce(u.name, '') as who from tasks.attachment a left join identity.pub_user u on u.user_id = a.user_id
                        where a.directive_id = :id order by a.id""").param("id", directive).query(Listed.class).list();
    }

    /** @throws Problem not found, also when out of scope */
    @Transactional(readOnly = true)
    public Whole get(long id) {
        return jdbc.sql("select name, media, content from tasks.attachment where id = :id").param("id", id).query(Whole.class).optional().orElseThrow(Problem::notFound);
    }

    private long keep(@Nullable Long share, @Nullable Integer directive, String name, byte[] content, short field, short home, int place, Locale locale) {
        if (content.length == 0 || content.length > MOST) {
            throw Problem.refused("tasks.problem.file-size", MOST / 1024 / 1024);
        }
        String media = switch (name.substring(name.lastIndexOf('.') + 1).toLowerCase(Locale.ROOT)) {
            case "docx" -> "application/vnd.openxmlformats-officedocument.wordprocessingml.document";
            case "xlsx" -> "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet";
            case "xls" -> "application/vnd.ms-excel";
            case "csv" -> "text/csv";
            case "pdf" -> MediaType.APPLICATION_PDF_VALUE;
            default -> throw Problem.refused("tasks.problem.file-kind");
        };
        if (media.equals(MediaType.APPLICATION_PDF_VALUE) != EdgeCheck.isPdf(content)) {
            throw Problem.refused("tasks.problem.file-kind");
        }
        EdgeCheck.refuse(new EdgeCheck(desk.today()).document(name, content), locale);
        return jdbc.sql("""
                        insert into tasks.attachment (share_id, directive_id, name, media, content, sha256, at, user_id, field, home, place_id)
                        values (:share, :directive, :name, :media, :content, sha256(:content), :at, :by, :field, :home, :place) returning id""")
                .param("share", share, Types.BIGINT).param("directive", directive, Types.INTEGER).param("name", name).param("media", media).param("content", content).param("at", Timestamp.from(clock.instant()))
                .param("by", CurrentUser.require().id()).param("field", field).param("home", home).param("place", place).query(Long.class).single();
    }

    private static String hash(byte[] content) {
        try {
            return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(content));
        } catch (NoSuchAlgorithmException impossible) {
            throw new IllegalStateException(impossible);
        }
    }
}

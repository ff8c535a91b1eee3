package vn.bamcoso.audit;

import java.security.SecureRandom;
import java.sql.Timestamp;
import java.sql.Types;
import java.time.Clock;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;
import tools.jackson.databind.json.JsonMapper;
import vn.bamcoso.access.CurrentUser;
import vn.bamcoso.audit.seal.Marks;

/**
 * The audit trail. A line is written in the transaction of the act it tells of: no act without its line, no line without
 * its act. The line keeps a salted digest of what stood before and after; the contents themselves lie beside it and can
 * be erased by order without breaking the seal. Within a second the sealer links the line to all before it.
 */
@Component
public class Trail {
    private static final SecureRandom RANDOM = new SecureRandom();

    private final JdbcClient jdbc;
    private final JsonMapper json;
    private final Marks marks;
    private final Clock clock;

    public Trail(JdbcClient jdbc, JsonMapper json, Marks marks, Clock clock) {
        this.jdbc = jdbc;
        this.json = json;
        this.marks = marks;
        this.clock = clock;
    }

    /**
     * Writes one line for who acts now.
     *
     * @param act {@code <room>.<thing>.<past tense>}, its text in the language files under {@code audit.act.<act>}
     * @param subject {@code <thing>:<id>}
     * @param before what stood there, as a record or map that Jackson can write; null when nothing stood there
     * @param after what stands there now; null when nothing does
     * @throws IllegalStateException outside a transaction, or when nobody acts
     */
    @Transactional(propagation = Propagation.MANDATORY)
    public void write(String act, String subject, @Nullable Object before, @Nullable Object after) {
        CurrentUser user = CurrentUser.require();
        byte[] salt = new byte[16];
        RANDOM.nextBytes(salt);
        String was = before == null ? null : json.writeValueAsString(before);
        String is = after == null ? null : json.writeValueAsString(after);
        byte[] digest = Marks.digest(salt, was, is);
        Instant now = clock.instant().truncatedTo(ChronoUnit.MICROS);
        jdbc.sql("""
                        with line as (
                            insert into audit.entry (at, user_id, address, act, subject, digest, mac)
                            values (:at, :user, :address, :act, :subject, :digest, :mac) returning id),
                        content as (
                            insert into audit.content (entry_id, salt, before, after) select id, :salt, :before, :after from line)
                        insert into audit.waiting (entry_id) select id from line""")
                .param("at", Timestamp.from(now))
                .param("user", user.id())
                .param("address", user.address())
                .param("act", act)
                .param("subject", subject)
                .param("digest", digest)
                .param("mac", marks.mac(now, user.id(), user.address(), act, subject, digest))
                .param("salt", salt)
                .param("before", was, Types.VARCHAR)
                .param("after", is, Types.VARCHAR)
                .update();
    }

    /** The end of the sealed chain, for the foot of issued documents; empty before the first seal. */
    public Optional<Head> head() {
        return jdbc.sql("select number, link from audit.head() where number is not null")
                .query((row, n) -> new Head(row.getLong(1), java.util.HexFormat.of().formatHex(row.getBytes(2))))
                .optional();
    }
}

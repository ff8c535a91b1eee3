package vn.bamcoso.audit;

import java.nio.charset.StandardCharsets;
import java.security.SecureRandom;
import java.sql.Types;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;
import tools.jackson.databind.json.JsonMapper;
import vn.bamcoso.access.CurrentUser;

/**
 * The audit trail. A line is written in the transaction of the act it tells of: no act without its line, no line without
 * its act. The line keeps a salted digest of what stood before and after; the contents themselves lie beside it and can
 * be erased by order without breaking the seal.
 */
@Component
public class Trail {
    private static final SecureRandom RANDOM = new SecureRandom();

    private final JdbcClient jdbc;
    private final JsonMapper json;

    Trail(JdbcClient jdbc, JsonMapper json) {
        this.jdbc = jdbc;
        this.json = json;
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
        byte[] was = bytes(before);
        byte[] is = bytes(after);
        jdbc.sql("""
                        with line as (
                            insert into audit.entry (user_id, address, act, subject, digest)
                            values (:user, :address, :act, :subject, :digest) returning id)
                        insert into audit.content (entry_id, salt, before, after) select id, :salt, :before, :after from line""")
                .param("user", user.id())
                .param("address", user.address())
                .param("act", act)
                .param("subject", subject)
                .param("digest", Digest.of(salt, was, is))
                .param("salt", salt)
                .param("before", text(was), Types.VARCHAR)
                .param("after", text(is), Types.VARCHAR)
                .update();
    }

    private byte @Nullable [] bytes(@Nullable Object content) {
        return content == null ? null : json.writeValueAsBytes(content);
    }

    private static @Nullable String text(byte @Nullable [] json) {
        return json == null ? null : new String(json, StandardCharsets.UTF_8);
    }
}

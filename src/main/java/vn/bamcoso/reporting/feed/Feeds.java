package vn.bamcoso.reporting.feed;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.security.SecureRandom;
import java.sql.Timestamp;
import java.time.Clock;
import java.time.Instant;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;
import org.springframework.transaction.support.TransactionTemplate;
import vn.bamcoso.access.CurrentUser;
import vn.bamcoso.audit.Trail;
import vn.bamcoso.basics.Problem;
import vn.bamcoso.basics.VietnamTime;
import vn.bamcoso.reporting.Form;
import vn.bamcoso.reporting.Forms;

/**
 * The secret addresses of somebody's tables. A spreadsheet's data connection keeps an address and nothing else (LibreOffice asks for
 * no password when it refreshes; Excel keeps Basic sign-in in the clear), so the secret is in the address, opens one table only,
 * writes nothing, and is revoked by itself.
 */
@Component
class Feeds {
    private static final SecureRandom RANDOM = new SecureRandom();
    private static final int OCTETS = 24;
    private static final int MOST = 20;

    private final JdbcClient jdbc;
    private final TransactionTemplate transaction;
    private final Forms forms;
    private final Trail trail;
    private final Clock clock;

    Feeds(JdbcClient jdbc, TransactionTemplate transaction, Forms forms, Trail trail, Clock clock) {
        this.jdbc = jdbc;
        this.transaction = transaction;
        this.forms = forms;
        this.trail = trail;
        this.clock = clock;
    }

    record Feed(long id, short formId, short periods, Instant madeAt) {}

    /** Whose table it is, as whom it is asked. */
    record Opened(CurrentUser owner, short formId, short periods) {}

    @Transactional(readOnly = true)
    List<Feed> mine() {
        return jdbc.sql("select id, form_id, periods, made_at from reporting.feed where user_id = :user and revoked_at is null order by id")
                .param("user", CurrentUser.require().id())
                .query((row, n) -> new Feed(row.getLong("id"), row.getShort("form_id"), row.getShort("periods"), row.getTimestamp("made_at").toInstant()))
                .list();
    }

    /** @return the path, to be shown once */
    @Transactional
    String make(String formCode, int periods) {
        Form form = forms.require(formCode);
        if (periods < 1 || periods > 24) {
            throw Problem.refused("reporting.problem.feed-periods", 24);
        }
        if (mine().size() >= MOST) {
            throw Problem.refused("reporting.problem.feed-many", MOST);
        }
        byte[] secret = new byte[OCTETS];
        RANDOM.nextBytes(secret);
        String word = Base64.getUrlEncoder().withoutPadding().encodeToString(secret);
        int user = CurrentUser.require().id();
        jdbc.sql("insert into reporting.feed (hash, user_id, form_id, periods, made_at) values (:hash, :user, :form, :periods, :at)")
                .param("hash", hash(word)).param("user", user).param("form", form.id()).param("periods", periods).param("at", Timestamp.from(clock.instant())).update();
        trail.write("reporting.feed.made", "user:" + user, null, Map.of("form", form.code(), "periods", periods));
        return "/feeds/" + word + ".csv";
    }

    @Transactional
    void revoke(long id) {
        int user = CurrentUser.require().id();
        if (jdbc.sql("update reporting.feed set revoked_at = :at where id = :id and user_id = :user and revoked_at is null").param("at", Timestamp.from(clock.instant())).param("id", id).param("user", user).update() == 1) {
            trail.write("reporting.feed.revoked", "user:" + user, null, Map.of("feed", id));
        }
    }

    /** Empty when it was revoked, never was, or its owner holds nothing today. */
    Optional<Opened> open(String word, String from) {
        return CurrentUser.SYSTEM.call(() -> transaction.execute(running -> jdbc.sql("""
                        select u.user_id, u.name, f.form_id, f.periods,
                               array(select distinct h.role from identity.pub_holder h where h.user_id = u.user_id and h.valid_from <= :today and :today < h.valid_to) as roles
                        from reporting.feed f join identity.pub_user u on u.user_id = f.user_id
                        where f.hash = :hash and f.revoked_at is null""")
                .param("today", VietnamTime.today(clock)).param("hash", hash(word))
                .query((row, n) -> new Opened(new CurrentUser(row.getInt("user_id"), row.getString("name"), 0, from, Set.of((String[]) row.getArray("roles").getArray())), row.getShort("form_id"), row.getShort("periods")))
                .optional()
                .filter(opened -> !opened.owner().roles().isEmpty())));
    }

    private static byte[] hash(String word) {
        try {
            return MessageDigest.getInstance("SHA-256").digest(word.getBytes(StandardCharsets.UTF_8));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }
}

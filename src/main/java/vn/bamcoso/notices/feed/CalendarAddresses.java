package vn.bamcoso.notices.feed;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.security.SecureRandom;
import java.sql.Timestamp;
import java.time.Clock;
import java.time.Instant;
import java.util.Base64;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;
import org.springframework.transaction.support.TransactionTemplate;
import vn.bamcoso.access.CurrentUser;
import vn.bamcoso.audit.Trail;
import vn.bamcoso.basics.VietnamTime;

/** The secret address of somebody's calendar: one at a time, shown once, kept as a hash, revoked at any time. */
@Component
public class CalendarAddresses {
    private static final SecureRandom RANDOM = new SecureRandom();
    private static final int OCTETS = 24;

    private final JdbcClient jdbc;
    private final TransactionTemplate transaction;
    private final Trail trail;
    private final Clock clock;

    CalendarAddresses(JdbcClient jdbc, TransactionTemplate transaction, Trail trail, Clock clock) {
        this.jdbc = jdbc;
        this.transaction = transaction;
        this.trail = trail;
        this.clock = clock;
    }

    /** A new one; the one before it no longer holds. @return the path, to be shown once */
    @Transactional
    public String make() {
        end();
        byte[] secret = new byte[OCTETS];
        RANDOM.nextBytes(secret);
        String word = Base64.getUrlEncoder().withoutPadding().encodeToString(secret);
        int user = CurrentUser.require().id();
        jdbc.sql("insert into notices.calendar_address (hash, user_id, made_at) values (:hash, :user, :at)").param("hash", hash(word)).param("user", user).param("at", Timestamp.from(clock.instant())).update();
        trail.write("notices.calendar.made", "user:" + user, null, Map.of());
        return "/calendar/" + word + ".ics";
    }

    @Transactional
    public void revoke() {
        if (end() > 0) {
            trail.write("notices.calendar.revoked", "user:" + CurrentUser.require().id(), null, Map.of());
        }
    }

    private int end() {
        return jdbc.sql("update notices.calendar_address set revoked_at = :at where user_id = :user and revoked_at is null").param("at", Timestamp.from(clock.instant())).param("user", CurrentUser.require().id()).update();
    }

    /** Since when the own address holds; empty when there is none. */
    @Transactional(readOnly = true)
    public Optional<Instant> since() {
        return jdbc.sql("select made_at from notices.calendar_address where user_id = :user and revoked_at is null").param("user", CurrentUser.require().id()).query(Timestamp.class).optional().map(Timestamp::toInstant);
    }

    /** Whose it is, as whom the rooms are then asked; empty when it was revoked, never was, or its owner holds nothing today. */
    Optional<CurrentUser> owner(String word, String from) {
        return CurrentUser.SYSTEM.call(() -> transaction.execute(running -> jdbc.sql("""
                        select u.user_id, u.name, array(select distinct h.role from identity.pub_holder h where h.user_id = u.user_id and h.valid_from <= :today and :today < h.valid_to) as roles
                        from notices.calendar_address a join identity.pub_user u on u.user_id = a.user_id
                        where a.hash = :hash and a.revoked_at is null""")
                .param("today", VietnamTime.today(clock)).param("hash", hash(word))
                .query((row, n) -> new CurrentUser(row.getInt(1), row.getString(2), 0, from, Set.of((String[]) row.getArray(3).getArray())))
                .optional()
                .filter(user -> !user.roles().isEmpty())));
    }

    private static byte[] hash(String word) {
        try {
            return MessageDigest.getInstance("SHA-256").digest(word.getBytes(StandardCharsets.UTF_8));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }
}

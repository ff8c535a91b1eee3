package vn.bamcoso.identity;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.security.SecureRandom;
import java.sql.Timestamp;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Base64;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;
import org.springframework.transaction.support.TransactionTemplate;
import vn.bamcoso.access.CurrentUser;
import vn.bamcoso.audit.Trail;
import vn.bamcoso.basics.Problem;
import vn.bamcoso.basics.VietnamTime;

/**
 * Bearer tokens for {@code /api}: {@code bcs_<8 letters>_<secret>}. A token is shown once, when made; kept are its first
 * part and its SHA-256. It acts as its user, within the user's grants of that moment, until it expires or is taken back.
 */
@Component
public class Tokens {
    public static final Duration LIFE = Duration.ofDays(90);
    private static final SecureRandom RANDOM = new SecureRandom();
    private static final String LETTERS = "abcdefghjkmnpqrstuvwxyz23456789";

    private record Known(int id, int userId, byte[] hash, boolean usedLately) {}

    private final JdbcClient jdbc;
    private final Trail trail;
    private final TransactionTemplate transaction;
    private final Clock clock;

    Tokens(JdbcClient jdbc, Trail trail, TransactionTemplate transaction, Clock clock) {
        this.jdbc = jdbc;
        this.trail = trail;
        this.transaction = transaction;
        this.clock = clock;
    }

    /**
     * Makes a token for a user, from the console or, by the user, from the profile page.
     *
     * @return the token, never to be seen again
     * @throws Problem refused when there is no such user or the user is disabled
     */
    public String issue(String login, String name) {
        return transaction.execute(running -> make(login, name));
    }

    /** As {@link #issue(String, String)}, for the console: acts as the program itself. */
    public String issue(String login) {
        return CurrentUser.SYSTEM.call(() -> issue(login, "console"));
    }

    private String make(String login, String name) {
        String wanted = login.strip().toLowerCase(Locale.ROOT);
        int user = jdbc.sql("select id from identity.app_user where login = :login and disabled_at is null")
                .param("login", wanted)
                .query(Integer.class)
                .optional()
                .orElseThrow(() -> Problem.refused("identity.problem.no-such-user", wanted));
        String prefix = letters(8);
        byte[] secret = new byte[32];
        RANDOM.nextBytes(secret);
        String token = "bcs_" + prefix + "_" + Base64.getUrlEncoder().withoutPadding().encodeToString(secret);
        Instant now = clock.instant();
        jdbc.sql("""
                        insert into identity.api_token (user_id, prefix, hash, name, created_at, expires_at)
                        values (:user, :prefix, :hash, :name, :now, :end)""")
                .param("user", user)
                .param("prefix", prefix)
                .param("hash", hash(token))
                .param("name", name)
                .param("now", Timestamp.from(now))
                .param("end", Timestamp.from(now.plus(LIFE)))
                .update();
        trail.write("identity.token.issued", "user:" + user, null, Map.of("prefix", prefix, "name", name));
        return token;
    }

    /** A token as its owner sees it again. @param lives false when it has expired or was taken back */
    public record Token(String prefix, String name, LocalDate madeOn, LocalDate expiresOn, @Nullable LocalDate usedOn, boolean lives) {}

    /** The newest first. */
    public List<Token> of(int user) {
        return jdbc.sql("""
                        select prefix, name, created_at, expires_at, used_at, revoked_at is null and expires_at > :now as lives
                        from identity.api_token where user_id = :user order by id desc limit 30""")
                .param("user", user)
                .param("now", Timestamp.from(clock.instant()))
                .query((row, n) -> new Token(
                        row.getString("prefix"), row.getString("name"), day(row.getTimestamp("created_at")), day(row.getTimestamp("expires_at")),
                        row.getTimestamp("used_at") == null ? null : day(row.getTimestamp("used_at")), row.getBoolean("lives")))
                .list();
    }

    private static LocalDate day(Timestamp at) {
        return at.toInstant().atZone(VietnamTime.ZONE).toLocalDate();
    }

    /** Takes a token back. @throws Problem not found when the user has none with this first part */
    @Transactional
    public void revoke(int user, String prefix) {
        int taken = jdbc.sql("update identity.api_token set revoked_at = :now where user_id = :user and prefix = :prefix and revoked_at is null")
                .param("now", Timestamp.from(clock.instant()))
                .param("user", user)
                .param("prefix", prefix)
                .update();
        if (taken == 0) {
            throw Problem.notFound();
        }
        trail.write("identity.token.revoked", "user:" + user, Map.of("prefix", prefix), null);
    }

    /** The user as whom the bearer of this token acts; empty when it is unknown, expired or taken back. Each statement by itself: nothing here belongs together. */
    public Optional<Integer> userOf(String token) {
        String[] parts = token.split("_", 3);
        if (parts.length != 3 || !parts[0].equals("bcs") || parts[1].length() != 8) {
            return Optional.empty();
        }
        Instant now = clock.instant();
        return jdbc.sql("""
                        select id, user_id, hash, coalesce(used_at > :lately, false) as used_lately from identity.api_token
                        where prefix = :prefix and revoked_at is null and :now < expires_at""")
                .param("prefix", parts[1])
                .param("now", Timestamp.from(now))
                .param("lately", Timestamp.from(now.minus(Duration.ofMinutes(10))))
                .query(Known.class)
                .optional()
                .filter(known -> MessageDigest.isEqual(known.hash(), hash(token)))
                .map(known -> {
                    if (!known.usedLately()) {
                        jdbc.sql("update identity.api_token set used_at = :now where id = :id")
                                .param("now", Timestamp.from(now))
                                .param("id", known.id())
                                .update();
                    }
                    return known.userId();
                });
    }

    private static String letters(int count) {
        var text = new StringBuilder();
        for (int i = 0; i < count; i++) {
            text.append(LETTERS.charAt(RANDOM.nextInt(LETTERS.length())));
        }
        return text.toString();
    }

    private static byte[] hash(String token) {
        try {
            return MessageDigest.getInstance("SHA-256").digest(token.getBytes(StandardCharsets.UTF_8));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }
}

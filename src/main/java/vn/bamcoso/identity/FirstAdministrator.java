package vn.bamcoso.identity;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.security.SecureRandom;
import java.sql.Timestamp;
import java.time.Clock;
import java.time.Duration;
import java.time.LocalDate;
import java.util.Base64;
import java.util.Optional;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;
import vn.bamcoso.access.CurrentUser;
import vn.bamcoso.basics.Problem;
import vn.bamcoso.basics.VietnamTime;
import vn.bamcoso.identity.signin.OwnPassword;

/**
 * A new house has nobody in it. The first start of {@code serve} prints a link on the console; whoever opens it within the
 * hour becomes the ministry's administrator, and the link is gone. A later start prints a new one only while there is
 * still no administrator.
 */
@Component
public class FirstAdministrator {
    public static final Duration LIFE = Duration.ofHours(1);

    private final JdbcClient jdbc;
    private final Accounts accounts;
    private final OwnPassword passwords;
    private final Clock clock;

    FirstAdministrator(JdbcClient jdbc, Accounts accounts, OwnPassword passwords, Clock clock) {
        this.jdbc = jdbc;
        this.accounts = accounts;
        this.passwords = passwords;
        this.clock = clock;
    }

    /**
     * For the console, once the program answers.
     *
     * @param baseUrl where people reach the program, without a slash at the end
     * @return the link; empty when there is an administrator
     */
    @Transactional
    public Optional<String> linkIfNone(String baseUrl) {
        if (isThere()) {
            jdbc.sql("delete from identity.first_link").update();
            return Optional.empty();
        }
        byte[] random = new byte[32];
        new SecureRandom().nextBytes(random);
        String secret = Base64.getUrlEncoder().withoutPadding().encodeToString(random);
        jdbc.sql("""
                        insert into identity.first_link (hash, expires_at) values (:hash, :end)
                        on conflict (only_one) do update set hash = excluded.hash, expires_at = excluded.expires_at""")
                .param("hash", hash(secret))
                .param("end", Timestamp.from(clock.instant().plus(LIFE)))
                .update();
        return Optional.of(baseUrl + "/first/" + secret);
    }

    /** Whether the secret of a link still opens. */
    @Transactional(readOnly = true)
    public boolean opens(String secret) {
        return jdbc.sql("select exists (select from identity.first_link where hash = :hash and expires_at > :now)")
                        .param("hash", hash(secret))
                        .param("now", Timestamp.from(clock.instant()))
                        .query(Boolean.class)
                        .single()
                && !isThere();
    }

    /**
     * Makes the account and takes the link away, together or not at all.
     *
     * @throws Problem not found when the link does not open; refused when login, name or password will not do
     */
    @Transactional
    public void come(String secret, String login, String name, String password, String again) {
        int taken = jdbc.sql("delete from identity.first_link where hash = :hash and expires_at > :now")
                .param("hash", hash(secret))
                .param("now", Timestamp.from(clock.instant()))
                .update();
        if (taken == 0 || isThere()) {
            throw Problem.notFound();
        }
        LocalDate today = VietnamTime.today(clock);
        int ministry = jdbc.sql("select office_id from territory.pub_office where kind = 'ministry' and valid_from <= :day and :day < valid_to")
                .param("day", today)
                .query(Integer.class)
                .single();
        CurrentUser.SYSTEM.run(() -> {
            int user = accounts.open(login, name, null);
            accounts.grant(user, AdministratorsArea.ROLE, ministry, null, today, LocalDate.of(2100, 1, 1));
            passwords.first(user, password, again);
        });
    }

    private boolean isThere() {
        return jdbc.sql("""
                        select exists (select from identity.user_grant g join identity.app_user u on u.id = g.user_id and u.disabled_at is null
                        where g.role = 'administrator' and :day < g.valid_to)""")
                .param("day", VietnamTime.today(clock))
                .query(Boolean.class)
                .single();
    }

    private static byte[] hash(String secret) {
        try {
            return MessageDigest.getInstance("SHA-256").digest(secret.getBytes(StandardCharsets.UTF_8));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }
}

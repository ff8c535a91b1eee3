package vn.bamcoso.notices.mail;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.security.SecureRandom;
import java.sql.Timestamp;
import java.sql.Types;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDateTime;
import java.util.Locale;
import java.util.Map;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;
import vn.bamcoso.access.CurrentUser;
import vn.bamcoso.audit.Trail;
import vn.bamcoso.basics.Problem;
import vn.bamcoso.basics.Texts;
import vn.bamcoso.calendar.WorkingDays;

/**
 * How somebody wants to be told. An address is used only after the code that was sent to it has been typed in; a new address
 * begins anew. In quiet hours and, unless wished, on days off nothing is sent.
 */
@Component
public class Preferences {
    private static final Pattern ADDRESS = Pattern.compile("[^@\\s<>,;:\"()\\[\\]\\\\]{1,64}@[A-Za-z0-9-]+(\\.[A-Za-z0-9-]+)+");
    private static final Duration CODE_HOLDS = Duration.ofMinutes(30);
    private static final Duration NEXT_CODE = Duration.ofMinutes(1);
    private static final int TRIES = 5;
    private static final SecureRandom RANDOM = new SecureRandom();

    /** @param confirmed false: a code is waited for, when there is an address */
    public record Preference(@Nullable String email, boolean confirmed, boolean byMail, int digestHour, int quietFrom, int quietTo, boolean daysOff) {
        static final Preference USUAL = new Preference(null, false, true, 7, 20, 6, false);

        /** Whether a digest may go out at this moment. */
        public boolean allows(LocalDateTime at) {
            int hour = at.getHour();
            boolean quiet = quietFrom < quietTo ? hour >= quietFrom && hour < quietTo : quietFrom > quietTo && (hour >= quietFrom || hour < quietTo);
            return byMail && confirmed && hour >= digestHour && !quiet && (daysOff || WorkingDays.vietnam().isOpen(at.toLocalDate()));
        }
    }

    private final JdbcClient jdbc;
    private final MailServer server;
    private final Trail trail;
    private final Clock clock;

    Preferences(JdbcClient jdbc, MailServer server, Trail trail, Clock clock) {
        this.jdbc = jdbc;
        this.server = server;
        this.trail = trail;
        this.clock = clock;
    }

    @Transactional(readOnly = true)
    public Preference mine() {
        return jdbc.sql("select email, confirmed_at is not null as confirmed, by_mail, digest_hour, quiet_from, quiet_to, days_off from notices.preference where user_id = :user")
                .param("user", CurrentUser.require().id()).query(Preference.class).optional().orElse(Preference.USUAL);
    }

    /** When the digest comes. @throws Problem refused when an hour is none, or all of the day after the digest's hour is quiet */
    @Transactional
    public void wish(boolean byMail, int digestHour, int quietFrom, int quietTo, boolean daysOff, Locale locale) {
        if (digestHour < 0 || digestHour > 23 || quietFrom < 0 || quietFrom > 23 || quietTo < 0 || quietTo > 23) {
            throw Problem.refused("notices.problem.hour");
        }
        Preference wanted = new Preference("", true, true, digestHour, quietFrom, quietTo, true);
        if (java.util.stream.IntStream.range(digestHour, 24).noneMatch(hour -> wanted.allows(LocalDateTime.of(2026, 1, 5, hour, 0)))) {
            throw Problem.refused("notices.problem.always-quiet", digestHour);
        }
        row();
        jdbc.sql("update notices.preference set by_mail = :mail, digest_hour = :hour, quiet_from = :from, quiet_to = :to, days_off = :off, language = :language where user_id = :user")
                .param("mail", byMail).param("hour", digestHour).param("from", quietFrom).param("to", quietTo).param("off", daysOff).param("language", locale.getLanguage().equals("en") ? "en" : "vi")
                .param("user", CurrentUser.require().id()).update();
    }

    /**
     * Takes a new address and sends the code to it.
     *
     * @throws Problem refused when it is no address, there is no mail server, the server does not take it, or a code was sent within the last minute
     */
    @Transactional
    public void address(String typed, Texts texts) {
        String email = typed.strip();
        if (!server.there()) {
            throw Problem.refused("notices.problem.no-mail-server");
        }
        if (email.length() > 200 || !ADDRESS.matcher(email).matches()) {
            throw Problem.refused("notices.problem.no-address");
        }
        row();
        Instant now = clock.instant();
        int user = CurrentUser.require().id();
        String code = String.format(Locale.ROOT, "%06d", RANDOM.nextInt(1_000_000));
        int set = jdbc.sql("""
                        update notices.preference set email = :email, confirmed_at = null, code_hash = :hash, code_until = :until, code_tries = 0
                        where user_id = :user and (code_until is null or code_until < :recent)""")
                .param("email", email).param("hash", hash(user, code)).param("until", Timestamp.from(now.plus(CODE_HOLDS))).param("recent", Timestamp.from(now.plus(CODE_HOLDS).minus(NEXT_CODE))).param("user", user).update();
        if (set == 0) {
            throw Problem.refused("notices.problem.code-just-sent");
        }
        try {
            server.send(email, "code-" + user + "-" + now.toEpochMilli(), texts.get("notices.mail.code.subject"), texts.get("notices.mail.code.text", code));
        } catch (org.springframework.mail.MailException refused) {
            throw Problem.refused("notices.problem.mail-server-refused", Digests.said(refused));
        }
        trail.write("notices.address.asked", "user:" + user, null, Map.of());
    }

    /** @throws Problem refused when the code is not the one that was sent, is too old, or was mistyped too often */
    @Transactional(noRollbackFor = Problem.class)
    public void confirm(String code) {
        int user = CurrentUser.require().id();
        Timestamp now = Timestamp.from(clock.instant());
        int confirmed = jdbc.sql("""
                        update notices.preference set confirmed_at = :now, code_hash = null, code_until = null, code_tries = 0
                        where user_id = :user and code_hash = :hash and code_until > :now and code_tries < :tries""")
                .param("now", now).param("user", user).param("hash", hash(user, code.strip())).param("tries", TRIES).update();
        if (confirmed == 0) {
            jdbc.sql("update notices.preference set code_tries = least(code_tries + 1, 100) where user_id = :user and code_hash is not null").param("user", user).update();
            throw Problem.refused("notices.problem.code");
        }
        trail.write("notices.address.confirmed", "user:" + user, null, Map.of());
    }

    /** Forgets the address; nothing is sent any more. */
    @Transactional
    public void forget() {
        int user = CurrentUser.require().id();
        jdbc.sql("update notices.preference set email = null, confirmed_at = null, code_hash = null, code_until = null, code_tries = 0 where user_id = :user").param("user", user).update();
        trail.write("notices.address.forgotten", "user:" + user, null, Map.of());
    }

    private void row() {
        jdbc.sql("insert into notices.preference (user_id) values (:user) on conflict do nothing").param("user", CurrentUser.require().id(), Types.INTEGER).update();
    }

    private static byte[] hash(int user, String code) {
        try {
            return MessageDigest.getInstance("SHA-256").digest((user + ":" + code).getBytes(StandardCharsets.UTF_8));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }
}

package vn.bamcoso.reporting.offline;

import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.security.SecureRandom;
import java.sql.Timestamp;
import java.time.Clock;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;
import org.springframework.transaction.support.TransactionTemplate;
import vn.bamcoso.access.CurrentUser;
import vn.bamcoso.audit.Trail;
import vn.bamcoso.basics.Problem;

/**
 * The key of a computer on which somebody keeps drafts. The browser holds it so that scripts can use but not read it, and throws it
 * away at sign-out; what is encrypted stays there and opens again after the same person's next sign-in.
 */
@Component
class Devices {
    private static final SecureRandom RANDOM = new SecureRandom();
    private static final int HALF = 32;
    private static final Pattern BROWSER = Pattern.compile("(Chrome|Firefox|Edg|coc_coc_browser)/(\\d+)");

    private final JdbcClient jdbc;
    private final TransactionTemplate transaction;
    private final Trail trail;
    private final Clock clock;

    Devices(JdbcClient jdbc, TransactionTemplate transaction, Trail trail, Clock clock) {
        this.jdbc = jdbc;
        this.transaction = transaction;
        this.trail = trail;
        this.clock = clock;
    }

    record Keys(byte[] encrypt, byte[] sign) {}

    /** One's own key of a computer, made the first time; others who sit there have theirs. @throws Problem when it was ended */
    @Transactional
    Keys keys(UUID device, String name) {
        int user = CurrentUser.require().id();
        byte[] fresh = new byte[2 * HALF];
        RANDOM.nextBytes(fresh);
        int made = jdbc.sql("insert into reporting.device (id, user_id, name, secret, made_at) values (:id, :user, :name, :secret, :now) on conflict do nothing")
                .param("id", device).param("user", user).param("name", name.length() > 300 ? name.substring(0, 300) : name).param("secret", fresh).param("now", Timestamp.from(clock.instant())).update();
        if (made == 1) {
            trail.write("reporting.device.made", "user:" + user, null, Map.of("device", device));
        }
        byte[] secret = jdbc.sql("select secret from reporting.device where id = :id and user_id = :user and ended_at is null").param("id", device).param("user", user)
                .query(byte[].class).optional().orElseThrow(Problem::notFound);
        return new Keys(Arrays.copyOf(secret, HALF), Arrays.copyOfRange(secret, HALF, 2 * HALF));
    }

    /** One's own that hold, latest first. */
    @Transactional(readOnly = true)
    List<OfflinePage.Device> mine() {
        return jdbc.sql("select id, name, made_at from reporting.device where user_id = :user and ended_at is null order by made_at desc").param("user", CurrentUser.require().id())
                .query((row, n) -> new OfflinePage.Device(row.getObject("id", UUID.class), inShort(row.getString("name")), row.getTimestamp("made_at").toInstant())).list();
    }

    private static String inShort(String agent) {
        String system = Stream.of("Windows NT 6.1", "Windows", "Android", "Mac OS X", "Linux").filter(agent::contains).findFirst().map(found -> found.replace("Windows NT 6.1", "Windows 7")).orElse("");
        return BROWSER.matcher(agent).results().map(found -> found.group(1) + " " + found.group(2)).reduce((first, last) -> last).map(found -> system.isEmpty() ? found : found + ", " + system).orElse(agent);
    }

    /** No drafts open on this computer any more once it has no key left. */
    @Transactional
    void end(UUID device) {
        if (jdbc.sql("update reporting.device set ended_at = :now where id = :id and user_id = :user and ended_at is null").param("now", Timestamp.from(clock.instant())).param("id", device).param("user", CurrentUser.require().id()).update() == 1) {
            trail.write("reporting.device.ended", "user:" + CurrentUser.require().id(), null, Map.of("device", device));
        }
    }

    /** Who signed this at that computer. @throws Problem when nobody did whose key holds */
    int signer(UUID device, byte[] payload, byte[] mac) {
        record Known(int userId, byte[] secret) {}
        return CurrentUser.SYSTEM.call(() -> transaction.execute(running -> jdbc.sql("select user_id, secret from reporting.device where id = :id and ended_at is null").param("id", device)
                        .query((row, n) -> new Known(row.getInt(1), row.getBytes(2))).list()))
                .stream().filter(known -> MessageDigest.isEqual(sum(known.secret(), payload), mac)).findFirst().map(Known::userId)
                .orElseThrow(() -> Problem.refused("reporting.problem.package-unknown"));
    }

    private static byte[] sum(byte[] secret, byte[] payload) {
        try {
            Mac sum = Mac.getInstance("HmacSHA256");
            sum.init(new SecretKeySpec(secret, HALF, HALF, "HmacSHA256"));
            return sum.doFinal(payload);
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException(e);
        }
    }
}

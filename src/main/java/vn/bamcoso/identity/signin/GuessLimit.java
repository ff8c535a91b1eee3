package vn.bamcoso.identity.signin;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.sql.Timestamp;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/**
 * Slows guessing down, on all nodes together: within a quarter of an hour five wrong passwords for a login from one
 * address, twenty for a login from anywhere, a hundred from an address for anybody (a whole office may share one). An
 * attempt counts before the password is looked at, so that many at once gain nothing; a right one gives it back.
 */
@Component
class GuessLimit {
    private static final Duration WINDOW = Duration.ofMinutes(15);

    private record Counted(byte[] key, int most) {}

    private record State(int failed, Instant resetsAt, int most) {}

    private final JdbcClient jdbc;
    private final Clock clock;

    GuessLimit(JdbcClient jdbc, Clock clock) {
        this.jdbc = jdbc;
        this.clock = clock;
    }

    /** Counts an attempt. @return when to try again, if this one is too many */
    @Transactional(propagation = Propagation.REQUIRES_NEW)
    public Optional<Duration> attempt(String login, String address) {
        Instant now = clock.instant();
        return counted(login, address).stream()
                .map(counted -> count(counted, now))
                .filter(state -> state.failed() > state.most())
                .map(state -> Duration.between(now, state.resetsAt()))
                .max(Comparator.naturalOrder());
    }

    /** A right password: the login starts anew, the address gets its attempt back. */
    @Transactional(propagation = Propagation.REQUIRES_NEW)
    public void succeeded(String login, String address) {
        List<Counted> all = counted(login, address);
        jdbc.sql("delete from identity.attempt where key in (:both, :login) or resets_at < :now")
                .param("both", all.get(0).key())
                .param("login", all.get(1).key())
                .param("now", Timestamp.from(clock.instant()))
                .update();
        jdbc.sql("update identity.attempt set failed = greatest(failed - 1, 0) where key = :address")
                .param("address", all.get(2).key())
                .update();
    }

    private State count(Counted counted, Instant now) {
        return jdbc.sql("""
                        insert into identity.attempt as a (key, failed, resets_at) values (:key, 1, :end)
                        on conflict (key) do update set
                            failed = case when a.resets_at <= :now then 1 else least(a.failed + 1, 100000) end,
                            resets_at = case when a.resets_at <= :now then excluded.resets_at else a.resets_at end
                        returning failed, resets_at""")
                .param("key", counted.key())
                .param("end", Timestamp.from(now.plus(WINDOW)))
                .param("now", Timestamp.from(now))
                .query((row, n) -> new State(row.getInt(1), row.getTimestamp(2).toInstant(), counted.most()))
                .single();
    }

    /** Always in the same order, so that two attempts never wait for each other crosswise. */
    private static List<Counted> counted(String login, String address) {
        return List.of(
                new Counted(key("both", login, address), 5), new Counted(key("login", login, ""), 20), new Counted(key("address", "", address), 100));
    }

    private static byte[] key(String kind, String login, String address) {
        try {
            return MessageDigest.getInstance("SHA-256")
                    .digest((kind + '\0' + login + '\0' + address).getBytes(StandardCharsets.UTF_8));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }
}

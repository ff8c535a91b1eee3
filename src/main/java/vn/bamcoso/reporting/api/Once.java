package vn.bamcoso.reporting.api;

import java.sql.Timestamp;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;
import vn.bamcoso.access.CurrentUser;
import vn.bamcoso.basics.Problem;

/**
 * An act that comes twice because its answer was lost on the way is done once: its sender gives it a key, the key is kept in the
 * act's own transaction, and the same key of the same user finds it done.
 */
@Component
public class Once {
    private static final Duration KEPT = Duration.ofDays(30);
    private static final int LONGEST = 100;

    private final JdbcClient jdbc;
    private final Clock clock;

    Once(JdbcClient jdbc, Clock clock) {
        this.jdbc = jdbc;
        this.clock = clock;
    }

    /**
     * @param key null: done whenever it is called
     * @param what the key is for; the same key for something else is refused
     * @return whether it was done now
     */
    @Transactional
    public boolean run(@Nullable String key, String what, Runnable act) {
        return run(CurrentUser.require().id(), key, what, act);
    }

    /** Once whoever does it: for what passes from hand to hand. */
    @Transactional
    public boolean runForAll(String key, String what, Runnable act) {
        return run(0, key, what, act);
    }

    private boolean run(int user, @Nullable String key, String what, Runnable act) {
        if (key == null || key.isBlank()) {
            act.run();
            return true;
        }
        if (key.length() > LONGEST) {
            throw Problem.refused("reporting.problem.once-key", LONGEST);
        }
        Instant now = Instant.now(clock);
        if (user != 0) {
            jdbc.sql("delete from reporting.done_once where user_id = :user and done_at < :old").param("user", user).param("old", Timestamp.from(now.minus(KEPT))).update();
        }
        boolean first = jdbc.sql("insert into reporting.done_once (user_id, key, what, done_at) values (:user, :key, :what, :now) on conflict do nothing")
                .param("user", user)
                .param("key", key)
                .param("what", what)
                .param("now", Timestamp.from(now))
                .update() == 1;
        if (first) {
            act.run();
            return true;
        }
        String before = jdbc.sql("select what from reporting.done_once where user_id = :user and key = :key").param("user", user).param("key", key).query(String.class).single();
        if (!before.equals(what)) {
            throw Problem.conflict("reporting.problem.once-other");
        }
        return false;
    }
}

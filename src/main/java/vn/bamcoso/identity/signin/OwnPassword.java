package vn.bamcoso.identity.signin;

import java.sql.Timestamp;
import java.time.Clock;
import java.util.Locale;
import java.util.Set;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;
import vn.bamcoso.access.CurrentUser;
import vn.bamcoso.audit.Trail;
import vn.bamcoso.basics.Problem;

/** Changes one's own password. Length is what counts; a password that everybody tries first is refused. */
@Component
public class OwnPassword {
    public static final int SHORTEST = 12;
    public static final int LONGEST = 200;
    private static final Set<String> TRIED_FIRST = Set.of(
            "123456789012", "1234567890123", "password1234", "passwordpassword", "matkhau123456", "matkhaumatkhau", "congancongan", "conganxa123456", "qwertyuiop12", "administrator");

    private final JdbcClient jdbc;
    private final Passwords passwords;
    private final Trail trail;
    private final Clock clock;

    OwnPassword(JdbcClient jdbc, Passwords passwords, Trail trail, Clock clock) {
        this.jdbc = jdbc;
        this.passwords = passwords;
        this.trail = trail;
        this.clock = clock;
    }

    private record Kept(String login, String passwordHash) {}

    /** Whether this is the password of who acts: asked again before weighty acts and after a pause. */
    public boolean isOf(CurrentUser user, String password) {
        return passwords.matches(password, kept(user.id()).passwordHash());
    }

    /** @throws Problem refused when the old one is wrong, the two new ones differ, or the new one is too weak */
    @Transactional
    public void change(CurrentUser user, String old, String wanted, String again) {
        Kept kept = kept(user.id());
        if (!passwords.matches(old, kept.passwordHash())) {
            throw Problem.refused("identity.problem.old-password");
        }
        check(kept.login(), wanted, again);
        if (old.equals(wanted)) {
            throw Problem.refused("identity.problem.same-password");
        }
        set(user.id(), wanted);
    }

    /** Sets the first password of somebody who came by a one-time link. */
    @Transactional
    public void first(int user, String wanted, String again) {
        check(kept(user).login(), wanted, again);
        set(user, wanted);
    }

    private void set(int user, String wanted) {
        jdbc.sql("update identity.app_user set password_hash = :hash, password_set_at = :now, password_once = false where id = :user")
                .param("hash", passwords.hash(wanted))
                .param("now", Timestamp.from(clock.instant()))
                .param("user", user)
                .update();
        trail.write("identity.password.changed", "user:" + user, null, null);
    }

    private static void check(String login, String wanted, String again) {
        String folded = wanted.toLowerCase(Locale.ROOT);
        if (!wanted.equals(again)) {
            throw Problem.refused("identity.problem.passwords-differ");
        }
        if (wanted.length() < SHORTEST || wanted.length() > LONGEST) {
            throw Problem.refused("identity.problem.password-length", SHORTEST, LONGEST);
        }
        if (folded.contains(login) || TRIED_FIRST.contains(folded) || folded.chars().distinct().count() < 5) {
            throw Problem.refused("identity.problem.password-weak");
        }
    }

    private Kept kept(int user) {
        return jdbc.sql("select login, password_hash from identity.app_user where id = :id").param("id", user).query(Kept.class).single();
    }
}

package vn.bamcoso.identity.signin;

import jakarta.servlet.http.HttpSession;
import java.time.Clock;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionTemplate;
import vn.bamcoso.access.CurrentUser;
import vn.bamcoso.audit.Trail;

/** Opens a locked session again by the password of its user; guessing is limited as at the door, and then ends the session. */
@Component
class Unlocking {
    private final OwnPassword password;
    private final GuessLimit limit;
    private final Trail trail;
    private final TransactionTemplate transaction;
    private final Clock clock;

    Unlocking(OwnPassword password, GuessLimit limit, Trail trail, TransactionTemplate transaction, Clock clock) {
        this.password = password;
        this.limit = limit;
        this.trail = trail;
        this.transaction = transaction;
        this.clock = clock;
    }

    boolean unlock(CurrentUser user, String typed, HttpSession session) {
        String key = "user:" + user.id();
        if (limit.attempt(key, user.address()).isPresent() || !password.isOf(user, typed)) {
            return false;
        }
        limit.succeeded(key, user.address());
        session.removeAttribute(IdleLock.LOCKED);
        session.setAttribute(IdleLock.SEEN, clock.millis());
        transaction.executeWithoutResult(running -> trail.write("identity.signin.unlocked", key, null, null));
        return true;
    }
}

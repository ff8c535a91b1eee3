package vn.bamcoso.identity.signin;

import java.time.Duration;
import java.util.Locale;
import org.springframework.security.authentication.AuthenticationProvider;
import org.springframework.security.authentication.BadCredentialsException;
import org.springframework.security.authentication.UsernamePasswordAuthenticationToken;
import org.springframework.security.core.Authentication;
import org.springframework.security.core.AuthenticationException;
import org.springframework.security.web.authentication.WebAuthenticationDetails;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionTemplate;
import vn.bamcoso.access.CurrentUser;
import vn.bamcoso.audit.Trail;

/**
 * Checks login and password. Unknown login, wrong password and disabled user are one answer in the same time. Each
 * success and each failure is a line of the trail; of a login that nobody has, the line keeps the address only.
 */
@Component
class PasswordSignIn implements AuthenticationProvider {
    /** Too many attempts. */
    static final class TooMany extends AuthenticationException {
        private static final long serialVersionUID = 1L;
        private final long minutes;

        TooMany(Duration wait) {
            super("too many attempts");
            minutes = wait.toMinutes() + 1;
        }

        long minutes() {
            return minutes;
        }
    }

    /** Too many people at once. */
    static final class Crowded extends AuthenticationException {
        private static final long serialVersionUID = 1L;

        Crowded() {
            super("too many sign-ins at this moment");
        }
    }

    /** The password is right; the user has a second factor. */
    static final class CodeNeeded extends AuthenticationException {
        private static final long serialVersionUID = 1L;
        private final int user;

        CodeNeeded(int user) {
            super("a one-time code is needed");
            this.user = user;
        }

        int user() {
            return user;
        }
    }

    private final SignedInUsers users;
    private final Passwords passwords;
    private final GuessLimit limit;
    private final Trail trail;
    private final TransactionTemplate transaction;

    PasswordSignIn(SignedInUsers users, Passwords passwords, GuessLimit limit, Trail trail, TransactionTemplate transaction) {
        this.users = users;
        this.passwords = passwords;
        this.limit = limit;
        this.trail = trail;
        this.transaction = transaction;
    }

    @Override
    public Authentication authenticate(Authentication attempt) {
        String login = attempt.getName().strip().toLowerCase(Locale.ROOT);
        String address = attempt.getDetails() instanceof WebAuthenticationDetails details ? details.getRemoteAddress() : "local";
        limit.attempt(login, address).ifPresent(wait -> {
            throw new TooMany(wait);
        });
        var account = users.account(login);
        boolean right;
        try {
            right = passwords.matches(String.valueOf(attempt.getCredentials()), account.map(SignedInUsers.Account::passwordHash).orElse(null));
        } catch (Passwords.Busy busy) {
            throw new Crowded();
        }
        if (account.isEmpty() || !right || account.get().disabled()) {
            record(account.map(SignedInUsers.Account::id).orElse(0), address, "identity.signin.failed");
            throw new BadCredentialsException("wrong login or password");
        }
        limit.succeeded(login, address);
        if (account.get().secondFactor()) {
            throw new CodeNeeded(account.get().id());
        }
        record(account.get().id(), address, "identity.signin.succeeded");
        return users.authentication(account.get().id(), 0).orElseThrow(() -> new BadCredentialsException("disabled"));
    }

    void record(int user, String address, String act) {
        new CurrentUser(user, "", 0, address, java.util.Set.of())
                .run(() -> transaction.executeWithoutResult(running -> trail.write(act, "user:" + user, null, null)));
    }

    @Override
    public boolean supports(Class<?> kind) {
        return UsernamePasswordAuthenticationToken.class.isAssignableFrom(kind);
    }
}

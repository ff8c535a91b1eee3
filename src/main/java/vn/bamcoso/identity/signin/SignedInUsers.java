package vn.bamcoso.identity.signin;

import java.time.Clock;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.security.authentication.UsernamePasswordAuthenticationToken;
import org.springframework.stereotype.Component;
import vn.bamcoso.basics.VietnamTime;
import vn.bamcoso.identity.Grants;

/** Finds users for signing in and for each request after it. */
@Component
class SignedInUsers {
    /** What is needed to check a password. */
    record Account(int id, String login, @Nullable String passwordHash, boolean disabled, boolean secondFactor) {}

    private record User(int id, String login, String name, String language, boolean passwordOnce) {}

    private final JdbcClient jdbc;
    private final Grants grants;
    private final Clock clock;

    SignedInUsers(JdbcClient jdbc, Grants grants, Clock clock) {
        this.jdbc = jdbc;
        this.grants = grants;
        this.clock = clock;
    }

    Optional<Account> account(String login) {
        return jdbc.sql("select id, login, password_hash, disabled_at is not null as disabled, second_factor is not null as second_factor from identity.app_user where login = :login")
                .param("login", login)
                .query(Account.class)
                .optional();
    }

    /** Empty when there is no such user any more, or the user is disabled. */
    Optional<SignedIn> signedIn(int id, int actingGrant) {
        return jdbc.sql("select id, login, name, language, password_once from identity.app_user where id = :id and disabled_at is null")
                .param("id", id)
                .query(User.class)
                .optional()
                .map(user -> {
                    var today = VietnamTime.today(clock);
                    var held = grants.of(user.id(), today);
                    boolean chosen = held.stream().anyMatch(grant -> grant.id() == actingGrant);
                    var acting = chosen ? held.stream().filter(grant -> grant.id() == actingGrant).toList() : held;
                    return new SignedIn(user.id(), user.login(), user.name(), user.language(), user.passwordOnce(), acting, chosen ? actingGrant : 0);
                });
    }

    Optional<UsernamePasswordAuthenticationToken> authentication(int id, int actingGrant) {
        return signedIn(id, actingGrant).map(user -> UsernamePasswordAuthenticationToken.authenticated(user, null, java.util.List.of()));
    }
}

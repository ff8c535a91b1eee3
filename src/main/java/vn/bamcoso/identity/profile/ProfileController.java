package vn.bamcoso.identity.profile;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpSession;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.View;
import org.springframework.web.servlet.view.RedirectView;
import vn.bamcoso.access.CurrentUser;
import vn.bamcoso.basics.Problem;
import vn.bamcoso.identity.Tokens;
import vn.bamcoso.identity.account.AccountQueries;
import vn.bamcoso.identity.signin.ActingGrant;
import vn.bamcoso.identity.signin.OwnPassword;
import vn.bamcoso.identity.signin.SecondFactor;
import vn.bamcoso.identity.signin.Sessions;
import vn.bamcoso.shell.Html;

/** One's own page: under which grants one acts, password, where one is signed in, tokens for programs. */
@Controller
class ProfileController {
    private final AccountQueries queries;
    private final OwnPassword ownPassword;
    private final Sessions sessions;
    private final Tokens tokens;
    private final ActingGrant acting;
    private final SecondFactor second;
    private final JdbcClient jdbc;

    ProfileController(AccountQueries queries, OwnPassword ownPassword, Sessions sessions, Tokens tokens, ActingGrant acting, SecondFactor second, JdbcClient jdbc) {
        this.queries = queries;
        this.ownPassword = ownPassword;
        this.sessions = sessions;
        this.tokens = tokens;
        this.acting = acting;
        this.second = second;
        this.jdbc = jdbc;
    }

    @GetMapping("/profile")
    View profile(HttpServletRequest request, @RequestParam(defaultValue = "") String done) {
        return page(request, done, null);
    }

    @GetMapping("/profile/password")
    View passwordForm() {
        return Html.of("identity/profile/password", "problem", null, "once", queries.waiting(CurrentUser.require().id()));
    }

    @PostMapping("/profile/password")
    View changePassword(@RequestParam String old, @RequestParam String wanted, @RequestParam String again, HttpServletRequest request) {
        CurrentUser user = CurrentUser.require();
        try {
            ownPassword.change(user, old, wanted, again);
        } catch (Problem refused) {
            return Html.of("identity/profile/password", "problem", refused, "once", queries.waiting(user.id())).status(422);
        }
        sessions.endOthers(login(user), request.getSession(false));
        request.changeSessionId();
        return new RedirectView("/profile?done=password");
    }

    @PostMapping("/profile/acting")
    View act(@RequestParam int grant, HttpSession session) {
        acting.choose(CurrentUser.require(), grant, session);
        return new RedirectView("/profile?done=acting");
    }

    @PostMapping("/profile/sessions/{handle}/end")
    View endSession(@PathVariable String handle) {
        if (!sessions.end(login(CurrentUser.require()), handle)) {
            throw Problem.notFound();
        }
        return new RedirectView("/profile?done=session");
    }

    @PostMapping("/profile/sessions/end")
    View endOthers(HttpSession session) {
        sessions.endOthers(login(CurrentUser.require()), session);
        return new RedirectView("/profile?done=session");
    }

    @PostMapping("/profile/tokens")
    View makeToken(@RequestParam(defaultValue = "") String name, HttpServletRequest request) {
        String token = tokens.issue(login(CurrentUser.require()), name.isBlank() ? "API" : name.strip());
        return page(request, "", token);
    }

    @PostMapping("/profile/tokens/{prefix}/revocation")
    View revoke(@PathVariable String prefix) {
        tokens.revoke(CurrentUser.require().id(), prefix);
        return new RedirectView("/profile?done=token");
    }

    private View page(HttpServletRequest request, String done, @Nullable String token) {
        CurrentUser user = CurrentUser.require();
        String known = List.of("password", "acting", "session", "token", "second", "passkey").contains(done) ? done : "";
        return Html.of("identity/profile/profile", "user", user, "login", login(user), "grants", queries.grants(user.id()), "roles", queries.roles(),
                "sessions", sessions.of(login(user), request.getSession(false)), "tokens", tokens.of(user.id()), "token", token, "done", known, "second", second.isOn(user.id()));
    }

    private String login(CurrentUser user) {
        return jdbc.sql("select login from identity.pub_user where user_id = :id").param("id", user.id()).query(String.class).single();
    }
}

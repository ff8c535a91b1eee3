package vn.bamcoso.identity.signin;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.View;
import org.springframework.web.servlet.view.RedirectView;
import vn.bamcoso.access.CurrentUser;
import vn.bamcoso.shell.Html;

/** The page where everybody begins. */
@Controller
class SignInController {
    private final Organisation organisation;

    SignInController(Organisation organisation) {
        this.organisation = organisation;
    }

    @GetMapping("/signin")
    View signIn(
            @RequestParam(required = false) @Nullable String problem,
            @RequestParam(required = false) @Nullable String next,
            @RequestParam(required = false) @Nullable Integer minutes,
            @RequestParam(required = false) @Nullable String out,
            @RequestParam(defaultValue = "") String login,
            HttpServletRequest request) {
        if (CurrentUser.get() != null) {
            return new RedirectView(AfterSignIn.local(next));
        }
        String known = problem != null && problem.matches("wrong|wait|crowded|passkey|no-account|organisation") ? problem : "";
        return Html.of("identity/signin/signin", "problem", known, "minutes", minutes == null ? 15 : minutes, "signedOut", out != null, "next", AfterSignIn.local(next),
                "login", login.matches("[a-z0-9][a-z0-9._-]{1,59}") ? login : "", "known", KnownHere.in(request), "passkeys", Site.of(request).offersPasskeys(), "organisation", organisation.stands());
    }

    @PostMapping("/signin/forget")
    View forget(HttpServletRequest request, HttpServletResponse response) {
        KnownHere.forgetAll(request, response);
        return new RedirectView("/signin");
    }
}

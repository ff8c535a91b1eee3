package vn.bamcoso.identity.signin;

import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.View;
import org.springframework.web.servlet.view.RedirectView;
import vn.bamcoso.access.CurrentUser;
import vn.bamcoso.shell.Html;

/** The page where everybody begins. */
@Controller
class SignInController {
    @GetMapping("/signin")
    View signIn(
            @RequestParam(required = false) @Nullable String problem,
            @RequestParam(required = false) @Nullable String next,
            @RequestParam(required = false) @Nullable Integer minutes,
            @RequestParam(required = false) @Nullable String out) {
        if (CurrentUser.get() != null) {
            return new RedirectView(AfterSignIn.local(next));
        }
        String known = problem != null && problem.matches("wrong|wait|crowded") ? problem : "";
        return Html.of("identity/signin/signin", "problem", known, "minutes", minutes == null ? 15 : minutes, "signedOut", out != null, "next", AfterSignIn.local(next));
    }
}

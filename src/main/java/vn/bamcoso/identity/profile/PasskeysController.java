package vn.bamcoso.identity.profile;

import jakarta.servlet.http.HttpServletRequest;
import java.time.Clock;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.View;
import org.springframework.web.servlet.view.RedirectView;
import vn.bamcoso.access.CurrentUser;
import vn.bamcoso.basics.Problem;
import vn.bamcoso.identity.signin.Passkeys;
import vn.bamcoso.identity.signin.Site;
import vn.bamcoso.shell.Html;

/** One's passkeys: which there are, adding this device's (by the password), taking one away. */
@Controller
class PasskeysController {
    private final Passkeys passkeys;
    private final Clock clock;

    PasskeysController(Passkeys passkeys, Clock clock) {
        this.passkeys = passkeys;
        this.clock = clock;
    }

    @GetMapping("/profile/passkeys")
    View page(HttpServletRequest request) {
        return page(request, null);
    }

    @PostMapping("/profile/passkeys")
    View add(HttpServletRequest request, @RequestParam String password, @RequestParam(defaultValue = "") String attestation, @RequestParam(defaultValue = "") String client,
            @RequestParam(defaultValue = "") String name) {
        try {
            passkeys.add(CurrentUser.require(), request, password, attestation, client, name);
        } catch (Problem refused) {
            return page(request, refused).status(422);
        }
        return new RedirectView("/profile?done=passkey");
    }

    @PostMapping("/profile/passkeys/{handle}/removal")
    View remove(@PathVariable String handle) {
        passkeys.remove(CurrentUser.require(), handle);
        return new RedirectView("/profile?done=passkey");
    }

    private Html page(HttpServletRequest request, @Nullable Problem problem) {
        CurrentUser user = CurrentUser.require();
        return Html.of("identity/profile/passkeys", "passkeys", passkeys.of(user.id()), "offered", Site.of(request).offersPasskeys(), "challenge", Site.challenge(request.getSession(), clock), "user", user,
                "problem", problem);
    }
}

package vn.bamcoso.identity.profile;

import jakarta.servlet.http.HttpSession;
import java.util.HexFormat;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.View;
import org.springframework.web.servlet.view.RedirectView;
import vn.bamcoso.access.CurrentUser;
import vn.bamcoso.basics.Problem;
import vn.bamcoso.identity.signin.SecondFactor;
import vn.bamcoso.shell.Html;

/** Turning one's second factor on (a secret is shown, a code made with it comes back) and off (by the password). */
@Controller
class SecondFactorController {
    private static final String PROPOSED = "bamcoso.second";

    private final SecondFactor second;

    SecondFactorController(SecondFactor second) {
        this.second = second;
    }

    @GetMapping("/profile/second")
    View page(HttpSession session) {
        return page(session, null);
    }

    @PostMapping("/profile/second")
    View turnOn(@RequestParam String code, HttpSession session) {
        if (!(session.getAttribute(PROPOSED) instanceof String hex)) {
            return new RedirectView("/profile/second");
        }
        try {
            second.turnOn(CurrentUser.require(), HexFormat.of().parseHex(hex), code);
        } catch (Problem refused) {
            return page(session, refused).status(422);
        }
        session.removeAttribute(PROPOSED);
        return new RedirectView("/profile?done=second");
    }

    @PostMapping("/profile/second/off")
    View turnOff(@RequestParam String password, HttpSession session) {
        try {
            second.turnOff(CurrentUser.require(), password);
        } catch (Problem refused) {
            return page(session, refused).status(422);
        }
        return new RedirectView("/profile?done=second");
    }

    private Html page(HttpSession session, @Nullable Problem problem) {
        boolean on = second.isOn(CurrentUser.require().id());
        if (!on && session.getAttribute(PROPOSED) == null) {
            session.setAttribute(PROPOSED, HexFormat.of().formatHex(SecondFactor.propose()));
        }
        String secret = on ? "" : SecondFactor.written(HexFormat.of().parseHex((String) session.getAttribute(PROPOSED)));
        return Html.of("identity/profile/second", "on", on, "secret", secret, "problem", problem);
    }
}

package vn.bamcoso.identity.signin;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import jakarta.servlet.http.HttpSession;
import java.io.IOException;
import java.time.Clock;
import java.time.Duration;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.View;
import org.springframework.web.servlet.view.RedirectView;
import vn.bamcoso.shell.Html;

/** The second step at the door, for who has a second factor: the password was right, now the code, within five minutes. */
@Controller
class CodeController {
    private static final String HALF = "bamcoso.half";
    private static final String UNTIL = "bamcoso.half.until";
    private static final Duration PATIENCE = Duration.ofMinutes(5);

    private final SecondFactor second;
    private final GuessLimit limit;
    private final Entering entering;
    private final Clock clock;

    CodeController(SecondFactor second, GuessLimit limit, Entering entering, Clock clock) {
        this.second = second;
        this.limit = limit;
        this.entering = entering;
        this.clock = clock;
    }

    static void halfWay(HttpServletRequest request, int user) {
        HttpSession session = request.getSession();
        session.setAttribute(HALF, user);
        session.setAttribute(UNTIL, System.currentTimeMillis() + PATIENCE.toMillis());
    }

    @GetMapping("/signin/code")
    View ask(HttpServletRequest request, @RequestParam(defaultValue = "/") String next, @RequestParam(defaultValue = "") String remember) {
        return half(request) == null ? new RedirectView("/signin") : page(next, remember, false);
    }

    @PostMapping("/signin/code")
    @Nullable View come(
            HttpServletRequest request, HttpServletResponse response, @RequestParam String code, @RequestParam(defaultValue = "/") String next,
            @RequestParam(defaultValue = "") String remember) throws IOException {
        Integer user = half(request);
        if (user == null) {
            return new RedirectView("/signin");
        }
        String key = "code:" + user;
        if (limit.attempt(key, request.getRemoteAddr()).isPresent() || !second.accepts(user, code)) {
            entering.refused(user, request);
            return page(next, remember, true).status(422);
        }
        limit.succeeded(key, request.getRemoteAddr());
        HttpSession session = request.getSession();
        session.removeAttribute(HALF);
        session.removeAttribute(UNTIL);
        entering.enter(user, request, response);
        return null;
    }

    private @Nullable Integer half(HttpServletRequest request) {
        HttpSession session = request.getSession(false);
        Integer user = session == null ? null : (Integer) session.getAttribute(HALF);
        return user != null && (Long) session.getAttribute(UNTIL) > clock.millis() ? user : null;
    }

    private static Html page(String next, String remember, boolean wrong) {
        return Html.of("identity/signin/code", "next", AfterSignIn.local(next), "remember", remember, "wrong", wrong);
    }
}

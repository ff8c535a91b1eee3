package vn.bamcoso.identity.signin;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import jakarta.servlet.http.HttpSession;
import java.time.Duration;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.View;
import org.springframework.web.servlet.view.RedirectView;
import vn.bamcoso.access.CurrentUser;
import vn.bamcoso.shell.Html;

/** Locking the screen by hand, and opening it again: as a page, or as a dialog over the page that was being written. */
@Controller
class LockController {
    private final Unlocking unlocking;
    private final Duration pause;

    LockController(Unlocking unlocking, @Value("${bamcoso.idle:15m}") Duration pause) {
        this.unlocking = unlocking;
        this.pause = pause;
    }

    @PostMapping("/lock")
    @Nullable View lock(HttpServletRequest request, HttpServletResponse response, HttpSession session) {
        session.setAttribute(IdleLock.LOCKED, true);
        if (byScript(request)) {
            response.setStatus(204);
            return null;
        }
        return new RedirectView("/unlock");
    }

    /** Somebody is typing: the page says so now and then, and hears how long a pause may be. */
    @PostMapping("/awake")
    void awake(HttpServletResponse response) {
        response.setHeader("Idle-Seconds", String.valueOf(pause.toSeconds()));
        response.setStatus(204);
    }

    @GetMapping("/unlock")
    View page(HttpSession session, @RequestParam(defaultValue = "/") String next) {
        return session.getAttribute(IdleLock.LOCKED) == null
                ? new RedirectView(AfterSignIn.local(next))
                : Html.of("identity/signin/unlock", "next", AfterSignIn.local(next), "wrong", false);
    }

    @GetMapping("/unlock/dialog")
    View dialog() {
        return Html.of("identity/signin/dialog");
    }

    @PostMapping("/unlock")
    @Nullable View unlock(@RequestParam String password, @RequestParam(defaultValue = "/") String next, HttpServletRequest request, HttpServletResponse response, HttpSession session) {
        boolean open = unlocking.unlock(CurrentUser.require(), password, session);
        if (byScript(request)) {
            response.setStatus(open ? 204 : 422);
            return null;
        }
        return open ? new RedirectView(AfterSignIn.local(next)) : Html.of("identity/signin/unlock", "next", AfterSignIn.local(next), "wrong", true).status(422);
    }

    private static boolean byScript(HttpServletRequest request) {
        return "fetch".equals(request.getHeader("X-Requested-With"));
    }
}

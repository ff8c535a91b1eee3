package vn.bamcoso.identity.signin;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.time.Clock;
import java.util.OptionalInt;
import org.springframework.http.MediaType;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.ResponseBody;

/** Coming in with a passkey: the page asks for a challenge, the device signs it, no name and no password is typed. */
@Controller
class PasskeyController {
    private static final String GUESSED = "passkey";

    private final Passkeys passkeys;
    private final Entering entering;
    private final GuessLimit limit;
    private final Clock clock;

    PasskeyController(Passkeys passkeys, Entering entering, GuessLimit limit, Clock clock) {
        this.passkeys = passkeys;
        this.entering = entering;
        this.limit = limit;
        this.clock = clock;
    }

    @PostMapping(path = "/signin/passkey/challenge", produces = MediaType.TEXT_PLAIN_VALUE)
    @ResponseBody
    String ask(HttpServletRequest request) {
        return Site.challenge(request.getSession(), clock);
    }

    @PostMapping("/signin/passkey")
    void come(HttpServletRequest request, HttpServletResponse response, @RequestParam String credential, @RequestParam String authenticator, @RequestParam String client, @RequestParam String signature)
            throws IOException {
        String from = GUESSED + ":" + request.getRemoteAddr();
        if (limit.attempt(from, request.getRemoteAddr()).isPresent()) {
            response.sendRedirect("/signin?problem=wait");
            return;
        }
        OptionalInt owner = passkeys.owner(request, credential, authenticator, client, signature);
        if (owner.isEmpty()) {
            entering.refused(0, request);
            response.sendRedirect("/signin?problem=passkey");
            return;
        }
        limit.succeeded(from, request.getRemoteAddr());
        entering.enter(owner.getAsInt(), request, response);
    }
}

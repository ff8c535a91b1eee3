package vn.bamcoso.identity.signin;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import org.springframework.security.core.Authentication;
import org.springframework.security.core.context.SecurityContext;
import org.springframework.security.core.context.SecurityContextHolder;
import org.springframework.stereotype.Component;

/** Lets somebody in who has proved who he is by more, or by something else, than a password: a session, a line of the trail, the first page. */
@Component
class Entering {
    private final SignedInUsers users;
    private final SessionOfUser sessions;
    private final PasswordSignIn door;
    private final AfterSignIn after;

    Entering(SignedInUsers users, SessionOfUser sessions, PasswordSignIn door, AfterSignIn after) {
        this.users = users;
        this.sessions = sessions;
        this.door = door;
        this.after = after;
    }

    /** A disabled user is sent back to the sign-in page. */
    void enter(int user, HttpServletRequest request, HttpServletResponse response) throws IOException {
        Authentication authentication = users.authentication(user, 0).orElse(null);
        if (authentication == null) {
            refused(user, request);
            response.sendRedirect("/signin?problem=wrong");
            return;
        }
        request.getSession();
        request.changeSessionId();
        SecurityContext context = SecurityContextHolder.createEmptyContext();
        context.setAuthentication(authentication);
        sessions.saveContext(context, request, response);
        door.record(user, request.getRemoteAddr(), "identity.signin.succeeded");
        after.onAuthenticationSuccess(request, response, authentication);
    }

    /** @param user 0 when it is not known who it was */
    void refused(int user, HttpServletRequest request) {
        door.record(user, request.getRemoteAddr(), "identity.signin.failed");
    }
}

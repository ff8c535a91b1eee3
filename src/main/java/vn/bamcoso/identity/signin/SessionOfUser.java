package vn.bamcoso.identity.signin;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import jakarta.servlet.http.HttpSession;
import org.jspecify.annotations.Nullable;
import org.springframework.security.core.context.SecurityContext;
import org.springframework.security.core.context.SecurityContextHolder;
import org.springframework.security.web.context.HttpRequestResponseHolder;
import org.springframework.security.web.context.SecurityContextRepository;
import org.springframework.session.FindByIndexNameSessionRepository;
import org.springframework.stereotype.Component;

/**
 * Keeps in the session only the number of the user, never an object of ours: a new version of the program, or another
 * node, reads old sessions without harm.
 */
@Component
class SessionOfUser implements SecurityContextRepository {
    static final String USER = "bamcoso.user";
    static final String ACTING_GRANT = "bamcoso.grant";

    private final SignedInUsers users;

    SessionOfUser(SignedInUsers users) {
        this.users = users;
    }

    @Override
    @SuppressWarnings("deprecation") // still the interface's one abstract way in
    public SecurityContext loadContext(HttpRequestResponseHolder holder) {
        SecurityContext context = SecurityContextHolder.createEmptyContext();
        HttpSession session = holder.getRequest().getSession(false);
        Integer user = attribute(session, USER);
        if (user != null) {
            Integer grant = attribute(session, ACTING_GRANT);
            users.authentication(user, grant == null ? 0 : grant).ifPresent(context::setAuthentication);
        }
        return context;
    }

    @Override
    public void saveContext(SecurityContext context, HttpServletRequest request, HttpServletResponse response) {
        var authentication = context.getAuthentication();
        if (authentication != null && authentication.getPrincipal() instanceof SignedIn user) {
            HttpSession session = request.getSession();
            session.setAttribute(USER, user.id());
            Sessions.note(request, session);
            session.setAttribute(FindByIndexNameSessionRepository.PRINCIPAL_NAME_INDEX_NAME, user.login());
        }
    }

    @Override
    public boolean containsContext(HttpServletRequest request) {
        return attribute(request.getSession(false), USER) != null;
    }

    private static @Nullable Integer attribute(@Nullable HttpSession session, String name) {
        return session == null ? null : (Integer) session.getAttribute(name);
    }
}

package vn.bamcoso.identity.signin;

import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import org.springframework.security.core.context.SecurityContextHolder;
import org.springframework.web.filter.OncePerRequestFilter;
import vn.bamcoso.access.CurrentUser;
import vn.bamcoso.identity.Grants.Grant;

/** Binds who is signed in to the thread for the length of a request, and tells the page's head the office and role. */
final class BindCurrentUser extends OncePerRequestFilter {
    static final String LANGUAGE = "bamcoso.language";

    private final RoleNames roles;

    BindCurrentUser(RoleNames roles) {
        this.roles = roles;
    }

    private static boolean open(String path) {
        return path.startsWith("/profile/password") || path.startsWith("/signout") || path.startsWith("/preferences") || path.startsWith("/api/")
                || path.startsWith("/css/") || path.startsWith("/js/") || path.startsWith("/fonts/") || path.startsWith("/img/");
    }

    @Override
    protected boolean shouldNotFilterErrorDispatch() {
        return false;
    }

    @Override
    protected boolean shouldNotFilterAsyncDispatch() {
        return false;
    }

    @Override
    protected void doFilterInternal(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws ServletException, IOException {
        var authentication = SecurityContextHolder.getContext().getAuthentication();
        if (authentication == null || !(authentication.getPrincipal() instanceof SignedIn user)) {
            chain.doFilter(request, response);
            return;
        }
        CurrentUser.bind(user.from(request.getRemoteAddr()));
        request.setAttribute(LANGUAGE, user.language());
        if (!user.grants().isEmpty()) {
            Grant main = user.grants().getFirst();
            request.setAttribute("bamcoso.office", roles.name(main.role(), user.language()) + " · " + main.officeName());
        }
        try {
            if (user.passwordOnce() && !open(request.getRequestURI())) {
                response.sendRedirect("/profile/password");
                return;
            }
            chain.doFilter(request, response);
        } finally {
            CurrentUser.clear();
        }
    }
}

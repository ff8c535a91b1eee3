package vn.bamcoso.identity.signin;

import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import org.springframework.security.core.context.SecurityContextHolder;
import org.springframework.web.filter.OncePerRequestFilter;
import vn.bamcoso.identity.Tokens;

/** Signs a program in for one request by its {@code Authorization: Bearer …} header. */
final class BearerToken extends OncePerRequestFilter {
    private final Tokens tokens;
    private final SignedInUsers users;
    private final Refusals refusals;

    BearerToken(Tokens tokens, SignedInUsers users, Refusals refusals) {
        this.tokens = tokens;
        this.users = users;
        this.refusals = refusals;
    }

    @Override
    protected void doFilterInternal(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws ServletException, IOException {
        String header = request.getHeader("Authorization");
        var authentication = header.regionMatches(true, 0, "Bearer ", 0, 7)
                ? tokens.userOf(header.substring(7).strip()).flatMap(user -> users.authentication(user, 0))
                : java.util.Optional.<org.springframework.security.core.Authentication>empty();
        if (authentication.isEmpty()) {
            refusals.badToken(request, response);
            return;
        }
        var context = SecurityContextHolder.createEmptyContext();
        context.setAuthentication(authentication.get());
        SecurityContextHolder.setContext(context);
        try {
            chain.doFilter(request, response);
        } finally {
            SecurityContextHolder.clearContext();
        }
    }
}

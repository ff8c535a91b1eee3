package vn.bamcoso.identity.signin;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpHeaders;
import org.springframework.http.ResponseCookie;
import org.springframework.security.core.Authentication;
import org.springframework.security.core.AuthenticationException;
import org.springframework.security.web.authentication.AuthenticationFailureHandler;
import org.springframework.security.web.authentication.AuthenticationSuccessHandler;
import org.springframework.security.web.authentication.logout.LogoutSuccessHandler;
import org.springframework.stereotype.Component;

/** Where a browser goes after signing in, failing to, or signing out. */
@Component
class AfterSignIn implements AuthenticationSuccessHandler, AuthenticationFailureHandler, LogoutSuccessHandler {
    @Override
    public void onAuthenticationSuccess(HttpServletRequest request, HttpServletResponse response, Authentication authentication) throws IOException {
        if (authentication.getPrincipal() instanceof SignedIn user) {
            var language = ResponseCookie.from("lang", user.language()).path("/").maxAge(Duration.ofDays(365)).httpOnly(true).sameSite("Lax").secure(request.isSecure());
            response.addHeader(HttpHeaders.SET_COOKIE, language.build().toString());
            if (request.getParameter("remember") != null) {
                KnownHere.remember(user.login(), request, response);
            }
        }
        response.sendRedirect(local(request.getParameter("next")));
    }

    @Override
    public void onAuthenticationFailure(HttpServletRequest request, HttpServletResponse response, AuthenticationException exception) throws IOException {
        String next = URLEncoder.encode(local(request.getParameter("next")), StandardCharsets.UTF_8);
        if (exception instanceof PasswordSignIn.CodeNeeded needed) {
            CodeController.halfWay(request, needed.user());
            response.sendRedirect("/signin/code?next=" + next + (request.getParameter("remember") == null ? "" : "&remember=yes"));
            return;
        }
        String why = switch (exception) {
            case PasswordSignIn.TooMany wait -> "wait&minutes=" + wait.minutes();
            case PasswordSignIn.Crowded crowded -> "crowded";
            default -> "wrong";
        };
        response.sendRedirect("/signin?problem=" + why + "&next=" + next);
    }

    @Override
    public void onLogoutSuccess(HttpServletRequest request, HttpServletResponse response, @Nullable Authentication authentication) throws IOException {
        response.sendRedirect("/signin?out");
    }

    /** An address in this house, else the first page: a link to the sign-in page must not lead elsewhere. */
    static String local(@Nullable String next) {
        boolean good = next != null && next.startsWith("/") && !next.startsWith("//")
                && next.chars().allMatch(c -> c > ' ' && c != '\\' && c != 0x7f) && !next.startsWith("/signin") && !next.startsWith("/signout") && !next.startsWith("/unlock");
        return good ? next : "/";
    }
}

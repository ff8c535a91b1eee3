package vn.bamcoso.identity.signin;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.springframework.http.HttpHeaders;
import org.springframework.http.ResponseCookie;
import org.springframework.web.util.WebUtils;

/**
 * Who asked to be known again on this computer: logins in a cookie of this browser, newest first, at most five. A duty
 * room's shared computer then changes users by a name and a password. Nobody is remembered unasked.
 */
final class KnownHere {
    private static final String COOKIE = "known";
    private static final int MOST = 5;

    private KnownHere() {}

    static List<String> in(HttpServletRequest request) {
        var cookie = WebUtils.getCookie(request, COOKIE);
        return cookie == null
                ? List.of()
                : Arrays.stream(cookie.getValue().split("/")).filter(login -> login.matches("[a-z0-9][a-z0-9._-]{1,59}")).limit(MOST).toList();
    }

    static void remember(String login, HttpServletRequest request, HttpServletResponse response) {
        var logins = new ArrayList<String>(List.of(login));
        in(request).stream().filter(other -> !other.equals(login)).limit(MOST - 1L).forEach(logins::add);
        keep(String.join("/", logins), Duration.ofDays(90), request, response);
    }

    static void forgetAll(HttpServletRequest request, HttpServletResponse response) {
        keep("", Duration.ZERO, request, response);
    }

    private static void keep(String value, Duration age, HttpServletRequest request, HttpServletResponse response) {
        var cookie = ResponseCookie.from(COOKIE, value).path("/signin").maxAge(age).httpOnly(true).sameSite("Lax").secure(request.isSecure());
        response.addHeader(HttpHeaders.SET_COOKIE, cookie.build().toString());
    }
}

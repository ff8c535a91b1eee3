package vn.bamcoso.identity.signin;

import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import jakarta.servlet.http.HttpSession;
import java.io.IOException;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.springframework.web.filter.OncePerRequestFilter;
import vn.bamcoso.access.CurrentUser;
import vn.bamcoso.shell.Html;

/**
 * After a pause the page asks for the password again, in place. Nothing that was written is lost: a form that arrives in a
 * locked session comes back whole, hidden in the page that asks, and goes on its way when the password is right. (With
 * JavaScript the page locks itself before that happens, with the form still standing in it.)
 */
final class IdleLock extends OncePerRequestFilter {
    static final String LOCKED = "bamcoso.locked";
    static final String SEEN = "bamcoso.seen";
    static final String PASSWORD = "_unlock";
    private static final long NOTED_EVERY = Duration.ofMinutes(1).toMillis();

    private final Unlocking unlocking;
    private final Duration pause;
    private final Clock clock;

    IdleLock(Unlocking unlocking, Duration pause, Clock clock) {
        this.unlocking = unlocking;
        this.pause = pause;
        this.clock = clock;
    }

    @Override
    protected void doFilterInternal(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws ServletException, IOException {
        HttpSession session = request.getSession(false);
        if (session == null || CurrentUser.get() == null || alwaysOpen(request.getRequestURI())) {
            chain.doFilter(request, response);
            return;
        }
        if (isLocked(session) && !unlockedNow(request, session)) {
            ask(request, response);
            return;
        }
        chain.doFilter(request, response);
    }

    private static boolean alwaysOpen(String path) {
        return path.startsWith("/css/") || path.startsWith("/js/") || path.startsWith("/fonts/") || path.startsWith("/img/") || path.startsWith("/unlock")
                || path.equals("/lock") || path.equals("/signout") || path.startsWith("/preferences") || path.equals("/signin");
    }

    private boolean isLocked(HttpSession session) {
        long now = clock.millis();
        Long seen = (Long) session.getAttribute(SEEN);
        if (session.getAttribute(LOCKED) != null) {
            return true;
        }
        if (seen != null && now - seen > pause.toMillis()) {
            session.setAttribute(LOCKED, true);
            return true;
        }
        if (seen == null || now - seen > NOTED_EVERY) {
            session.setAttribute(SEEN, now);
        }
        return false;
    }

    private boolean unlockedNow(HttpServletRequest request, HttpSession session) {
        return request.getMethod().equals("POST") && request.getParameter(PASSWORD) != null
                && unlocking.unlock(CurrentUser.require(), request.getParameter(PASSWORD), session);
    }

    private static void ask(HttpServletRequest request, HttpServletResponse response) throws IOException {
        if (request.getRequestURI().startsWith("/api/") || request.getHeader("HX-Request") != null || "fetch".equals(request.getHeader("X-Requested-With"))) {
            response.setHeader("HX-Reswap", "none");
            response.setHeader("HX-Trigger", "bamcoso-locked");
            response.setStatus(423);
            return;
        }
        if (!request.getMethod().equals("POST")) {
            String here = request.getRequestURI() + (request.getQueryString() == null ? "" : "?" + request.getQueryString());
            response.sendRedirect("/unlock?next=" + URLEncoder.encode(here, StandardCharsets.UTF_8));
            return;
        }
        boolean file = String.valueOf(request.getContentType()).startsWith("multipart/");
        try {
            Html.of("identity/signin/keep", "action", request.getRequestURI() + (request.getQueryString() == null ? "" : "?" + request.getQueryString()),
                            "kept", file ? List.<Map.Entry<String, String>>of() : fields(request), "wrong", request.getParameter(PASSWORD) != null, "file", file)
                    .status(423)
                    .render(Map.of(), request, response);
        } catch (IOException e) {
            throw e;
        } catch (Exception e) {
            throw new IllegalStateException(e);
        }
    }

    /** What was typed, in its order, without what belongs to the asking itself. */
    private static List<Map.Entry<String, String>> fields(HttpServletRequest request) {
        var all = new ArrayList<Map.Entry<String, String>>();
        String query = request.getQueryString() == null ? "" : "&" + request.getQueryString();
        request.getParameterMap().forEach((name, values) -> {
            if (!name.equals("_csrf") && !name.equals(PASSWORD) && !query.contains("&" + name + "=")) {
                for (String value : values) {
                    all.add(Map.entry(name, value));
                }
            }
        });
        return all;
    }
}

package vn.bamcoso.identity.signin;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import org.springframework.security.access.AccessDeniedException;
import org.springframework.security.core.AuthenticationException;
import org.springframework.security.web.AuthenticationEntryPoint;
import org.springframework.security.web.access.AccessDeniedHandler;
import org.springframework.security.web.csrf.CsrfException;
import org.springframework.stereotype.Component;
import vn.bamcoso.shell.ProblemPage;

/** What is said to whom the doors do not open: a program gets a problem, a person the sign-in page or a sentence. */
@Component
class Refusals implements AuthenticationEntryPoint, AccessDeniedHandler {
    private final ProblemPage problems;

    Refusals(ProblemPage problems) {
        this.problems = problems;
    }

    @Override
    public void commence(HttpServletRequest request, HttpServletResponse response, AuthenticationException exception) throws IOException {
        if (request.getRequestURI().startsWith("/api/")) {
            response.setHeader("WWW-Authenticate", "Bearer");
            problems.answer(request, response, 401, "identity.problem.token-needed");
            return;
        }
        if (request.getHeader("HX-Request") != null) {
            response.setHeader("HX-Redirect", "/signin");
            response.setStatus(401);
            return;
        }
        if ("fetch".equals(request.getHeader("X-Requested-With"))) {
            response.setStatus(401);
            return;
        }
        String here = request.getRequestURI() + (request.getQueryString() == null ? "" : "?" + request.getQueryString());
        String next = request.getMethod().equals("GET") ? here : "/";
        response.sendRedirect("/signin" + (next.equals("/") ? "" : "?next=" + URLEncoder.encode(next, StandardCharsets.UTF_8)));
    }

    @Override
    public void handle(HttpServletRequest request, HttpServletResponse response, AccessDeniedException exception) throws IOException {
        boolean program = request.getRequestURI().startsWith("/api/");
        problems.answer(request, response, 403, program ? "identity.problem.token-needed"
                : exception instanceof CsrfException ? "identity.problem.old-page" : "identity.problem.not-allowed");
    }

    void badToken(HttpServletRequest request, HttpServletResponse response) throws IOException {
        response.setHeader("WWW-Authenticate", "Bearer error=\"invalid_token\"");
        problems.answer(request, response, 401, "identity.problem.token-refused");
    }
}

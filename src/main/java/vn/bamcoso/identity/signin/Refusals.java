package vn.bamcoso.identity.signin;

import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.Map;
import org.springframework.security.access.AccessDeniedException;
import org.springframework.security.core.AuthenticationException;
import org.springframework.security.web.AuthenticationEntryPoint;
import org.springframework.security.web.access.AccessDeniedHandler;
import org.springframework.security.web.csrf.CsrfException;
import org.springframework.stereotype.Component;
import tools.jackson.databind.json.JsonMapper;
import vn.bamcoso.basics.Texts;

/** What is said to whom the doors do not open: a program gets an RFC 9457 problem, a person the sign-in page or a sentence. */
@Component
class Refusals implements AuthenticationEntryPoint, AccessDeniedHandler {
    private final JsonMapper json;

    Refusals(JsonMapper json) {
        this.json = json;
    }

    @Override
    public void commence(HttpServletRequest request, HttpServletResponse response, AuthenticationException exception) throws IOException {
        if (request.getRequestURI().startsWith("/api/")) {
            response.setHeader("WWW-Authenticate", "Bearer");
            problem(request, response, 401, "identity.problem.token-needed");
            return;
        }
        if (request.getHeader("HX-Request") != null) {
            response.setHeader("HX-Redirect", "/signin");
            response.setStatus(401);
            return;
        }
        String here = request.getRequestURI() + (request.getQueryString() == null ? "" : "?" + request.getQueryString());
        String next = request.getMethod().equals("GET") ? here : "/";
        response.sendRedirect("/signin" + (next.equals("/") ? "" : "?next=" + URLEncoder.encode(next, StandardCharsets.UTF_8)));
    }

    @Override
    public void handle(HttpServletRequest request, HttpServletResponse response, AccessDeniedException exception) throws IOException, ServletException {
        String code = exception instanceof CsrfException ? "identity.problem.old-page" : "identity.problem.not-allowed";
        if (request.getRequestURI().startsWith("/api/")) {
            problem(request, response, 403, "identity.problem.token-needed");
            return;
        }
        request.setAttribute(ForbiddenController.CODE, code);
        request.getRequestDispatcher("/problem/forbidden").forward(request, response);
    }

    void problem(HttpServletRequest request, HttpServletResponse response, int status, String code) throws IOException {
        String language = request.getHeader("Accept-Language");
        Texts texts = language != null && language.startsWith("en") ? Texts.en() : Texts.vi();
        Map<String, Object> body = new LinkedHashMap<>();
        body.put("type", "about:blank");
        body.put("title", texts.get("identity.problem.title-" + status));
        body.put("status", status);
        body.put("detail", texts.get(code));
        body.put("code", code);
        response.setStatus(status);
        response.setContentType("application/problem+json");
        response.getOutputStream().write(json.writeValueAsBytes(body));
    }
}

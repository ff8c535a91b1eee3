package vn.bamcoso.shell;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.net.URI;
import java.net.URISyntaxException;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.springframework.web.servlet.LocaleResolver;
import tools.jackson.databind.json.JsonMapper;
import vn.bamcoso.basics.Problem;
import vn.bamcoso.basics.Texts;

/**
 * Says that something could not be done, in the form that the asker understands: a page with a sentence, a notice at the
 * top of the page for htmx, or {@code application/problem+json} (RFC 9457) under {@code /api/}. Filters in front of the
 * controllers use it too.
 */
@Component
public class ProblemPage {
    /** What is told: never a stack trace, never SQL. {@code incident} is the number under which the log has the rest. */
    record Told(int status, String code, String sentence, List<Line> lines, @Nullable String incident) {}

    /** One fault of many, in words. Public because the template reads it. */
    public record Line(String where, String code, String sentence) {}

    private final LocaleResolver languages;
    private final JsonMapper json;

    ProblemPage(LocaleResolver languages, JsonMapper json) {
        this.languages = languages;
        this.json = json;
    }

    /** @param code key of the sentence in the language files */
    public void answer(HttpServletRequest request, HttpServletResponse response, int status, String code, Object... args) throws IOException {
        tell(request, response, new Told(status, code, texts(request).get(code, args), List.of(), null));
    }

    public void answer(HttpServletRequest request, HttpServletResponse response, Problem problem) throws IOException {
        Texts texts = texts(request);
        int status =
                switch (problem.kind()) {
                    case NOT_FOUND -> 404;
                    case REFUSED -> 422;
                    case CONFLICT -> 409;
                    case FORBIDDEN -> 403;
                };
        var lines = problem.faults().stream()
                .map(fault -> new Line(fault.where(), fault.code(), texts.get(fault.code(), fault.args().toArray())))
                .toList();
        tell(request, response, new Told(status, problem.code(), texts.get(problem), lines, null));
    }

    Texts texts(HttpServletRequest request) {
        return Texts.of(languages.resolveLocale(request));
    }

    void tell(HttpServletRequest request, HttpServletResponse response, Told told) throws IOException {
        if (response.isCommitted()) {
            return;
        }
        response.resetBuffer();
        String path = asked(request);
        if (path.startsWith("/api/")) {
            tellProgram(request, response, told, path);
        } else if (request.getHeader("HX-Request") != null) {
            response.setHeader("HX-Retarget", "#notices");
            response.setHeader("HX-Reswap", "innerHTML show:window:top");
            show(request, response, told, "shell/problem");
        } else {
            show(request, response, told, "shell/problempage");
        }
    }

    /** The path that was asked for, also when the server has come to {@code /error} since. */
    private static String asked(HttpServletRequest request) {
        Object first = request.getAttribute("jakarta.servlet.error.request_uri");
        return first == null ? request.getRequestURI() : first.toString();
    }

    /** The page with the form that was refused; null when nothing was sent or asked. */
    private static @Nullable String cameFrom(HttpServletRequest request, int status) {
        String referer = request.getHeader("Referer");
        if (referer == null || "GET".equals(request.getMethod()) && status != 400 && status != 422) {
            return null;
        }
        try {
            URI page = new URI(referer);
            String address = page.getRawPath() + (page.getRawQuery() == null ? "" : "?" + page.getRawQuery());
            return Preferences.ownPage(address) ? address : null;
        } catch (URISyntaxException notAnAddress) {
            return null;
        }
    }

    private void show(HttpServletRequest request, HttpServletResponse response, Told told, String template) throws IOException {
        try {
            Html.of(template, "sentence", told.sentence(), "status", told.status(), "lines", told.lines(), "incident", told.incident(), "back", cameFrom(request, told.status()))
                    .status(told.status())
                    .render(Map.of(), request, response);
        } catch (IOException e) {
            throw e;
        } catch (Exception e) {
            throw new IllegalStateException(e);
        }
    }

    private void tellProgram(HttpServletRequest request, HttpServletResponse response, Told told, String path) throws IOException {
        Texts texts = texts(request);
        Map<String, Object> body = new LinkedHashMap<>();
        body.put("type", "urn:bamcoso:problem:" + told.code());
        body.put("title", texts.get(title(texts, told.status())));
        body.put("status", told.status());
        body.put("detail", told.sentence());
        body.put("instance", path);
        body.put("code", told.code());
        if (told.incident() != null) {
            body.put("incident", told.incident());
        }
        if (!told.lines().isEmpty()) {
            body.put("faults", told.lines().stream().map(line -> Map.of("where", line.where(), "code", line.code(), "detail", line.sentence())).toList());
        }
        byte[] bytes = json.writeValueAsBytes(body);
        response.setStatus(told.status());
        response.setContentType("application/problem+json;charset=UTF-8");
        response.setHeader("Cache-Control", "no-store");
        response.setContentLength(bytes.length);
        response.getOutputStream().write(bytes);
    }

    private static String title(Texts texts, int status) {
        String own = "shell.problem.title." + status;
        return texts.has(own) ? own : status < 500 ? "shell.problem.title.400" : "shell.problem.title.500";
    }

    /** The title of a status for the page, e.g. "Không tìm thấy". */
    public static String titleOf(Page page, int status) {
        return page.t(title(page.texts(), status));
    }
}

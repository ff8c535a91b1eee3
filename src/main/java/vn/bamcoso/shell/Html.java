package vn.bamcoso.shell;

import gg.jte.ContentType;
import gg.jte.TemplateEngine;
import gg.jte.output.Utf8ByteOutput;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.util.HashMap;
import java.util.Map;
import org.springframework.web.servlet.View;
import org.springframework.web.servlet.support.RequestContextUtils;

/**
 * A page or a fragment: the name of a template and its parameters. A controller returns it as a {@link View}:
 * {@code return Html.of("territory/place", "place", place)} shows {@code vn/bamcoso/territory/place.jte}. The template's
 * parameter {@code page}, when it has one, is filled in by the shell.
 */
public final class Html implements View {
    private static final TemplateEngine ENGINE = TemplateEngine.createPrecompiled(ContentType.Html);

    private final String template;
    private final Map<String, Object> parameters = new HashMap<>();
    private int status = 200;

    private Html(String template) {
        this.template = template;
    }

    /** @param namesAndValues the template's parameters, in pairs */
    public static Html of(String template, Object... namesAndValues) {
        var html = new Html(template);
        for (int i = 0; i < namesAndValues.length; i += 2) {
            html.parameters.put((String) namesAndValues[i], namesAndValues[i + 1]);
        }
        return html;
    }

    /** A part of a page for a {@link Card}: the same parameters, {@code page} among them. */
    public static gg.jte.Content content(String template, Object... namesAndValues) {
        var part = of(template, namesAndValues);
        return out -> ENGINE.render("vn/bamcoso/" + template + ".jte", part.parameters, out);
    }

    public Html status(int httpStatus) {
        status = httpStatus;
        return this;
    }

    @Override
    public String getContentType() {
        return "text/html;charset=UTF-8";
    }

    @Override
    public void render(Map<String, ?> model, HttpServletRequest request, HttpServletResponse response) throws Exception {
        String name = "vn/bamcoso/" + template + ".jte";
        if (ENGINE.getParamInfo(name).containsKey("page")) {
            var pages = RequestContextUtils.findWebApplicationContext(request).getBean(Pages.class);
            parameters.put("page", pages.of(request));
        }
        var out = new Utf8ByteOutput();
        ENGINE.render(name, parameters, out);
        response.setStatus(status);
        response.setContentType(getContentType());
        response.setContentLength(out.getContentLength());
        out.writeTo(response.getOutputStream());
    }
}

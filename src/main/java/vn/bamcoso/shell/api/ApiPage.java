package vn.bamcoso.shell.api;

import com.fasterxml.jackson.core.JsonProcessingException;
import jakarta.servlet.http.HttpServletRequest;
import java.util.Locale;
import org.springdoc.webmvc.api.OpenApiWebMvcResource;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.servlet.View;
import tools.jackson.databind.json.JsonMapper;
import vn.bamcoso.shell.Html;

/** How programs come in: the API described for people, open to who has not signed in. */
@Controller
public class ApiPage {
    private final OpenApiWebMvcResource document;
    private final JsonMapper json;

    ApiPage(OpenApiWebMvcResource document, JsonMapper json) {
        this.document = document;
        this.json = json;
    }

    @GetMapping("/api/docs")
    View described(HttpServletRequest request) throws JsonProcessingException {
        return Html.of("shell/api/described", "described", Described.of(json.readTree(document.openapiJson(request, "/api/openapi", Locale.ENGLISH))));
    }
}

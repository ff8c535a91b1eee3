package vn.bamcoso.shell;

import jakarta.servlet.RequestDispatcher;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.List;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.boot.webmvc.error.ErrorController;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.RequestMapping;
import vn.bamcoso.basics.Texts;

/** Where the server comes when a filter, not a controller, has said no. */
@Controller
final class ProblemController implements ErrorController {
    private static final Logger LOG = LoggerFactory.getLogger(ProblemController.class);
    private final ProblemPage page;

    ProblemController(ProblemPage page) {
        this.page = page;
    }

    @RequestMapping("/error")
    void tell(HttpServletRequest request, HttpServletResponse response) throws IOException {
        int status = request.getAttribute(RequestDispatcher.ERROR_STATUS_CODE) instanceof Integer code ? code : 404;
        Texts texts = page.texts(request);
        String own = "shell.problem.status." + status;
        if (status < 500 || texts.has(own)) {
            String code = status == 404 ? "basics.problem.not-found" : texts.has(own) ? own : "shell.problem.request";
            page.answer(request, response, status, code);
            return;
        }
        String incident = Problems.incident();
        LOG.error("Incident {}: {} {}", incident, request.getMethod(), request.getAttribute(RequestDispatcher.ERROR_REQUEST_URI), (Throwable) request.getAttribute(RequestDispatcher.ERROR_EXCEPTION));
        page.tell(request, response, new ProblemPage.Told(status, "shell.problem.unforeseen", texts.get("shell.problem.unforeseen"), List.of(), incident));
    }
}

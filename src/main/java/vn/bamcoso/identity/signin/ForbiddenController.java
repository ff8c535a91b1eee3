package vn.bamcoso.identity.signin;

import jakarta.servlet.http.HttpServletRequest;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.RequestMapping;
import vn.bamcoso.basics.Problem;

/** Lets the shell show a refusal that was decided before any controller was reached. */
@Controller
class ForbiddenController {
    static final String CODE = "bamcoso.forbidden";

    @RequestMapping("/problem/forbidden")
    void forbidden(HttpServletRequest request) {
        if (request.getAttribute(CODE) instanceof String code) {
            throw Problem.forbidden(code);
        }
        throw Problem.notFound();
    }
}

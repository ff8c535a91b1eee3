package vn.bamcoso.identity.first;

import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.View;
import org.springframework.web.servlet.view.RedirectView;
import vn.bamcoso.basics.Problem;
import vn.bamcoso.identity.FirstAdministrator;
import vn.bamcoso.shell.Html;

/** Where the link on the console leads. Looking at the page uses nothing up. */
@Controller
class FirstController {
    private final FirstAdministrator first;

    FirstController(FirstAdministrator first) {
        this.first = first;
    }

    @GetMapping("/first/{secret}")
    View page(@PathVariable String secret) {
        if (!first.opens(secret)) {
            throw Problem.refused("identity.problem.first-link");
        }
        return form("quantri", "", null);
    }

    @PostMapping("/first/{secret}")
    View come(@PathVariable String secret, @RequestParam String login, @RequestParam String name, @RequestParam String wanted, @RequestParam String again) {
        if (!first.opens(secret)) {
            throw Problem.refused("identity.problem.first-link");
        }
        try {
            first.come(secret, login, name, wanted, again);
            return new RedirectView("/signin?login=" + login.strip().toLowerCase(java.util.Locale.ROOT));
        } catch (Problem refused) {
            return form(login, name, refused).status(422);
        }
    }

    private static Html form(String login, String name, @Nullable Problem problem) {
        return Html.of("identity/first/first", "login", login, "name", name, "problem", problem);
    }
}

package vn.bamcoso.staffing.officer;

import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.View;
import org.springframework.web.servlet.view.RedirectView;
import vn.bamcoso.access.CurrentUser;
import vn.bamcoso.basics.Problem;
import vn.bamcoso.shell.Html;

/** How long records are kept, and the act that erases those whose time is over, which says beforehand what it will do. */
@Controller
public class RetentionController {
    public record Shown(Retention.@Nullable Setting setting, Retention.@Nullable Due due) {}

    private final Retention retention;

    RetentionController(Retention retention) {
        this.retention = retention;
    }

    @GetMapping("/staffing/retention")
    View show() {
        if (!retention.may(CurrentUser.require())) {
            throw Problem.notFound();
        }
        return Html.of("staffing/officer/retention", "shown", new Shown(retention.setting().orElse(null), retention.due().orElse(null)));
    }

    @PostMapping("/staffing/retention")
    View set(@RequestParam int years, @RequestParam String decision) {
        retention.set(years, decision);
        return new RedirectView("/staffing/retention");
    }

    @PostMapping("/staffing/retention/erasure")
    View erase(@RequestParam int people, @RequestParam String decision) {
        retention.erase(people, decision);
        return new RedirectView("/staffing/retention");
    }
}

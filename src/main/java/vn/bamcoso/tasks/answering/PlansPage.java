package vn.bamcoso.tasks.answering;

import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Controller;
import org.springframework.transaction.annotation.Transactional;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.View;
import vn.bamcoso.access.CurrentUser;
import vn.bamcoso.calendar.DateWords;
import vn.bamcoso.shell.Html;
import vn.bamcoso.shell.Paging;
import vn.bamcoso.tasks.Desk;
import vn.bamcoso.tasks.See;
import vn.bamcoso.tasks.directive.Directive;
import vn.bamcoso.tasks.directive.Directives;

/** The board of implementing plans: who has issued one, who has not. */
@Controller
class PlansPage {
    private static final int LINES = 100;

    private final Plans plans;
    private final Directives directives;
    private final Desk desk;

    PlansPage(Plans plans, Directives directives, Desk desk) {
        this.plans = plans;
        this.directives = directives;
        this.desk = desk;
    }

    @GetMapping("/directives/{id:\\d+}/plans")
    @Transactional(readOnly = true)
    View board(@PathVariable int id, @RequestParam(defaultValue = "1") int page) {
        Directive directive = directives.get(id);
        List<Plans.Owed> owed = plans.board(id);
        Paging paging = new Paging(owed.size(), LINES, page, "/directives/" + id + "/plans");
        boolean calls = desk.issuing(CurrentUser.require()).stream().anyMatch(office -> office.id() == directive.officeId());
        return Html.of("tasks/answering/plans", "directive", directive, "owed", owed, "shown", owed.subList(paging.offset(), paging.last()), "paging", paging, "due", plans.due(id), "calls", calls, "today", desk.today());
    }

    @PostMapping("/directives/{id:\\d+}/plans/call")
    View call(@PathVariable int id, @RequestParam String due) {
        plans.call(id, DateWords.parse(due));
        return See.other("/directives/" + id + "/plans");
    }

    @PostMapping("/directives/{id:\\d+}/plans/{office}")
    View draft(@PathVariable int id, @PathVariable int office) {
        return See.other("/documents/" + plans.draft(id, office));
    }

    @PostMapping("/directives/{id:\\d+}/plans/{office}/number")
    View tell(@PathVariable int id, @PathVariable int office, @RequestParam(required = false) @Nullable String number, @RequestParam String on) {
        plans.tell(id, office, number, DateWords.parse(on));
        return See.other("/directives/" + id + "/plans");
    }
}

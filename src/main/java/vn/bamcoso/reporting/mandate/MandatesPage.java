package vn.bamcoso.reporting.mandate;

import java.util.ArrayList;
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
import vn.bamcoso.identity.Grants;
import vn.bamcoso.reporting.submission.Desk;
import vn.bamcoso.reporting.submission.Mandates;
import vn.bamcoso.reporting.submission.Redirect;
import vn.bamcoso.shell.Html;

/** The mandates of the user's offices, and a form to give one. */
@Controller
public class MandatesPage {
    private final Mandating mandating;
    private final Mandates mandates;
    private final Grants grants;
    private final Desk desk;

    MandatesPage(Mandating mandating, Mandates mandates, Grants grants, Desk desk) {
        this.mandating = mandating;
        this.mandates = mandates;
        this.grants = grants;
        this.desk = desk;
    }

    /** @param offices at which this user can entrust something, each with the colleagues there: value and label in pairs */
    public record Shown(List<Mandates.Mandate> mandates, List<Office> offices, int me, @Nullable String done) {}

    public record Office(int id, String name, List<String> colleagues) {}

    @GetMapping("/mandates")
    @Transactional(readOnly = true)
    public View mandates(@RequestParam(required = false) @Nullable String done) {
        CurrentUser user = CurrentUser.require();
        List<Grants.Grant> mine = grants.of(user);
        List<Office> offices = new ArrayList<>();
        desk.entrusting(user).stream().map(grant -> new Office(grant.officeId(), grant.officeName(), colleagues(grant.officeId()))).distinct().forEach(offices::add);
        return Html.of("reporting/mandate/mandates", "shown", new Shown(
                mandates.of(mine.stream().map(Grants.Grant::officeId).distinct().toList()), offices, user.id(), "given".equals(done) || "ended".equals(done) ? done : null));
    }

    private List<String> colleagues(int office) {
        List<String> pairs = new ArrayList<>();
        mandating.colleagues(office).forEach(one -> pairs.addAll(List.of(String.valueOf(one.userId()), one.name() + " · " + one.roles())));
        return pairs;
    }

    @PostMapping("/mandates")
    View give(@RequestParam int office, @RequestParam int receiver, @RequestParam String first, @RequestParam String last, @RequestParam(defaultValue = "") String paper) {
        mandating.give(office, receiver, DateWords.parse(first), DateWords.parse(last), paper);
        return Redirect.to("/mandates?done=given");
    }

    @PostMapping("/mandates/{id}/end")
    View end(@PathVariable long id) {
        mandating.end(id);
        return Redirect.to("/mandates?done=ended");
    }
}

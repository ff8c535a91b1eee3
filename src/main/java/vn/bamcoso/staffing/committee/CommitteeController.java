package vn.bamcoso.staffing.committee;

import java.time.Clock;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.View;
import org.springframework.web.servlet.view.RedirectView;
import vn.bamcoso.access.CurrentUser;
import vn.bamcoso.basics.Problem;
import vn.bamcoso.shell.Html;
import vn.bamcoso.staffing.rollout.Asked;
import vn.bamcoso.staffing.rollout.Programmes;
import vn.bamcoso.staffing.rollout.Rights;

/** The committee of a programme and the drafts on their round. */
@Controller
class CommitteeController {
    private final Programmes programmes;
    private final Committees committees;
    private final Drafts drafts;
    private final Rights rights;
    private final Clock clock;

    CommitteeController(Programmes programmes, Committees committees, Drafts drafts, Rights rights, Clock clock) {
        this.programmes = programmes;
        this.committees = committees;
        this.drafts = drafts;
        this.rights = rights;
        this.clock = clock;
    }

    @GetMapping("/rollout/{id:\\d+}/committee")
    View committee(@PathVariable int id) {
        var programme = programmes.get(id);
        var found = committees.of(programme).orElse(null);
        return Html.of("staffing/committee/committee", "programme", programme, "committee", found, "members", found == null ? java.util.List.of() : committees.members(found.id()),
                "drafts", drafts.of(programme), "may", rights.mayPlan(CurrentUser.require(), programme.placeId()));
    }

    @GetMapping("/rollout/{id:\\d+}/drafts/{draft:\\d+}")
    View draft(@PathVariable int id, @PathVariable int draft) {
        var programme = programmes.get(id);
        var found = drafts.of(programme).stream().filter(one -> one.id() == draft).findFirst().orElseThrow(Problem::notFound);
        return Html.of("staffing/committee/draft", "programme", programme, "draft", found, "comments", drafts.comments(draft), "may", rights.mayPlan(CurrentUser.require(), programme.placeId()));
    }

    @PostMapping("/rollout/{id:\\d+}/committee")
    View found(@PathVariable int id, @RequestParam String name, @RequestParam(defaultValue = "") String agency, @RequestParam String decision, @RequestParam(defaultValue = "") String decidedOn) {
        committees.found(programmes.get(id), name, agency, decision, Asked.dayOrNone(decidedOn), clock.instant());
        return to(id);
    }

    @PostMapping("/rollout/{id:\\d+}/committee/members")
    View appoint(@PathVariable int id, @RequestParam String role, @RequestParam String post, @RequestParam String body, @RequestParam String from, @RequestParam String decision) {
        committees.appoint(programmes.get(id), role, post, body, Asked.day(from), decision, clock.instant());
        return to(id);
    }

    @PostMapping("/rollout/{id:\\d+}/committee/members/{member:\\d+}/end")
    View release(@PathVariable int id, @PathVariable int member) {
        committees.release(programmes.get(id), member, rights.today());
        return to(id);
    }

    @PostMapping("/rollout/{id:\\d+}/drafts")
    View send(@PathVariable int id, @RequestParam String title, @RequestParam String text, @RequestParam String dueOn) {
        return to(id, drafts.send(programmes.get(id), title, text, Asked.day(dueOn), clock.instant()));
    }

    @PostMapping("/rollout/{id:\\d+}/drafts/{draft:\\d+}/comments")
    View comment(@PathVariable int id, @PathVariable int draft, @RequestParam String body, @RequestParam(defaultValue = "") String part, @RequestParam String comment, @RequestParam(defaultValue = "") String document) {
        drafts.comment(programmes.get(id), draft, body, part, comment, document, clock.instant());
        return to(id, draft);
    }

    @PostMapping("/rollout/{id:\\d+}/drafts/{draft:\\d+}/comments/{comment:\\d+}")
    View answer(@PathVariable int id, @PathVariable int draft, @PathVariable int comment, @RequestParam String answer, @RequestParam(defaultValue = "") String why) {
        drafts.answer(programmes.get(id), draft, comment, answer, why, clock.instant());
        return to(id, draft);
    }

    @PostMapping("/rollout/{id:\\d+}/drafts/{draft:\\d+}/closure")
    View close(@PathVariable int id, @PathVariable int draft, @RequestParam String document) {
        drafts.close(programmes.get(id), draft, document, clock.instant());
        return to(id, draft);
    }

    private static View to(int id) {
        return new RedirectView("/rollout/" + id + "/committee");
    }

    private static View to(int id, int draft) {
        return new RedirectView("/rollout/" + id + "/drafts/" + draft);
    }
}

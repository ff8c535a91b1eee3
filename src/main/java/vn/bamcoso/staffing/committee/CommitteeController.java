package vn.bamcoso.staffing.committee;

import java.time.Clock;
import java.util.List;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.View;
import org.springframework.web.servlet.view.RedirectView;
import vn.bamcoso.access.CurrentUser;
import vn.bamcoso.papers.comments.Consultations;
import vn.bamcoso.shell.Html;
import vn.bamcoso.staffing.rollout.Asked;
import vn.bamcoso.staffing.rollout.Programmes;
import vn.bamcoso.staffing.rollout.Rights;

/** The committee of a programme and the drafts on their round. */
@Controller
class CommitteeController {
    private final Programmes programmes;
    private final Committees committees;
    private final Sending sending;
    private final Consultations consultations;
    private final Rights rights;
    private final Clock clock;

    CommitteeController(Programmes programmes, Committees committees, Sending sending, Consultations consultations, Rights rights, Clock clock) {
        this.programmes = programmes;
        this.committees = committees;
        this.sending = sending;
        this.consultations = consultations;
        this.rights = rights;
        this.clock = clock;
    }

    @GetMapping("/rollout/{id:\\d+}/committee")
    View committee(@PathVariable int id) {
        var programme = programmes.get(id);
        boolean may = rights.mayPlan(CurrentUser.require(), programme.placeId());
        var found = committees.of(programme).orElse(null);
        return Html.of("staffing/committee/committee", "programme", programme, "committee", found, "members", found == null ? List.of() : committees.members(found.id()), "conclusions", found == null ? List.of() : committees.conclusions(found.id()),
                "drafts", consultations.of(ProgrammeMatter.NAME, id), "choices", may ? sending.choices(programme) : List.of(), "may", may);
    }

    @PostMapping("/rollout/{id:\\d+}/committee")
    View found(@PathVariable int id, @RequestParam String name, @RequestParam(defaultValue = "") String agency, @RequestParam String decision, @RequestParam(defaultValue = "") String decidedOn) {
        committees.found(programmes.get(id), name, agency, decision, Asked.dayOrNone(decidedOn), clock.instant());
        return to(id);
    }

    @PostMapping("/rollout/{id:\\d+}/committee/conclusions")
    View conclude(@PathVariable int id, @RequestParam String heldOn, @RequestParam String document, @RequestParam String text) {
        committees.conclude(programmes.get(id), Asked.day(heldOn), document, text, clock.instant());
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

    /** @param asked numbers of offices; {@code others} names of bodies outside, one a line */
    @PostMapping("/rollout/{id:\\d+}/drafts")
    View send(@PathVariable int id, @RequestParam String title, @RequestParam String text, @RequestParam String dueOn, @RequestParam(defaultValue = "") List<Integer> asked,
            @RequestParam(defaultValue = "") String others) {
        return new RedirectView(Consultations.path(sending.send(programmes.get(id), title, text, Asked.day(dueOn), asked, others.lines().toList(), clock.instant())));
    }

    private static View to(int id) {
        return new RedirectView("/rollout/" + id + "/committee");
    }
}

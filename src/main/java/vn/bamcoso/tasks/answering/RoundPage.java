package vn.bamcoso.tasks.answering;

import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import org.springframework.stereotype.Controller;
import org.springframework.transaction.annotation.Transactional;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.View;
import vn.bamcoso.access.CurrentUser;
import vn.bamcoso.basics.Problem;
import vn.bamcoso.calendar.DateWords;
import vn.bamcoso.papers.comments.Consultations;
import vn.bamcoso.papers.comments.NewConsultation;
import vn.bamcoso.shell.Html;
import vn.bamcoso.tasks.Choices;
import vn.bamcoso.tasks.Desk;
import vn.bamcoso.tasks.See;
import vn.bamcoso.tasks.directive.Directive;
import vn.bamcoso.tasks.directive.Directives;
import vn.bamcoso.territory.Office;

/** Sends the draft of a plan or text round; what follows happens on the pages of drafts sent round. */
@Controller
class RoundPage {
    private final Consultations consultations;
    private final Directives directives;
    private final Choices choices;
    private final Desk desk;
    private final Clock clock;

    RoundPage(Consultations consultations, Directives directives, Choices choices, Desk desk, Clock clock) {
        this.consultations = consultations;
        this.directives = directives;
        this.choices = choices;
        this.desk = desk;
        this.clock = clock;
    }

    @GetMapping("/directives/{id:\\d+}/comments")
    @Transactional(readOnly = true)
    View form(@PathVariable int id) {
        Directive directive = directives.get(id);
        Office keeper = keeper(directive);
        return Html.of("tasks/answering/round", "directive", directive, "rounds", consultations.of(DirectiveMatter.NAME, id), "offices", choices.addressees(keeper), "today", desk.today());
    }

    @PostMapping("/directives/{id:\\d+}/comments")
    @Transactional
    public View send(@PathVariable int id, @RequestParam String title, @RequestParam String text, @RequestParam String due, @RequestParam(required = false) List<Integer> offices, @RequestParam(defaultValue = "") String others) {
        Directive directive = directives.get(id);
        Office keeper = keeper(directive);
        int round = consultations.send(new NewConsultation(
                DirectiveMatter.NAME, id, title, text, DateWords.parse(due), keeper.id(), Objects.requireNonNull(keeper.placeId()), directive.field(), offices == null ? new ArrayList<>() : offices, others.lines().map(String::strip).toList()),
                clock.instant());
        return See.other(Consultations.path(round));
    }

    private Office keeper(Directive directive) {
        return desk.issuing(CurrentUser.require()).stream().filter(office -> office.id() == directive.officeId()).findFirst().orElseThrow(() -> Problem.forbidden("tasks.problem.not-issuer"));
    }
}

package vn.bamcoso.papers.comments;

import jakarta.servlet.http.HttpServletRequest;
import java.time.Clock;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.View;
import org.springframework.web.servlet.view.RedirectView;
import vn.bamcoso.access.CurrentUser;
import vn.bamcoso.calendar.DateWords;
import vn.bamcoso.shell.Html;
import vn.bamcoso.shell.Pages;

/** Drafts on their round: the list, one with its table, what is said and answered. */
@Controller
public class CommentsController {
    /**
     * @param mine offices in whose name this user speaks
     * @param back title and address of the matter
     * @param may whether this user sends, answers and closes
     */
    public record Shown(Consultation round, List<Consultation.Body> bodies, List<Consultation.Comment> comments, Set<Integer> mine, String backTitle, String backLink, boolean may) {
        /** Bodies for which this user may write. */
        public List<Consultation.Body> writable() {
            return bodies.stream().filter(body -> may || body.officeId() != null && mine.contains(body.officeId())).toList();
        }

        public boolean own(Consultation.Body body) {
            return body.officeId() != null && mine.contains(body.officeId());
        }
    }

    private final Consultations consultations;
    private final Commenting commenting;
    private final TableReports reports;
    private final Matters matters;
    private final Pages pages;
    private final Clock clock;

    CommentsController(Consultations consultations, Commenting commenting, TableReports reports, Matters matters, Pages pages, Clock clock) {
        this.consultations = consultations;
        this.commenting = commenting;
        this.reports = reports;
        this.matters = matters;
        this.pages = pages;
        this.clock = clock;
    }

    @GetMapping("/comments")
    View list() {
        return Html.of("papers/comments/consultations", "rounds", consultations.all());
    }

    @GetMapping("/comments/{id:\\d+}")
    View one(@PathVariable int id, HttpServletRequest request) {
        CurrentUser user = CurrentUser.require();
        Consultation round = consultations.get(id);
        Matter matter = matters.of(round.matter());
        return Html.of("papers/comments/consultation", "shown", new Shown(round, consultations.bodies(id), consultations.comments(id, null), commenting.speaksFor(user, round.field()),
                matter.title(round.matterRef(), pages.of(request)), matter.link(round.matterRef()), matters.mayRun(user, round.matter(), round.matterRef())));
    }

    @PostMapping("/comments/{id:\\d+}/said")
    View comment(@PathVariable int id, @RequestParam int body, @RequestParam(defaultValue = "") String part, @RequestParam(defaultValue = "") String comment, @RequestParam(defaultValue = "") String document) {
        commenting.comment(id, body, part, comment, document, clock.instant());
        return to(id + "#table");
    }

    @PostMapping("/comments/{id:\\d+}/said/{comment:\\d+}")
    View answer(@PathVariable int id, @PathVariable int comment, @RequestParam String answer, @RequestParam(defaultValue = "") String why) {
        commenting.answer(id, comment, answer, why, clock.instant());
        return to(id + "#said-" + comment);
    }

    /** @param others names of bodies outside, one a line */
    @PostMapping("/comments/{id:\\d+}/bodies")
    View ask(@PathVariable int id, @RequestParam String others) {
        commenting.ask(id, List.of(), Arrays.stream(others.split("\\R")).filter(name -> !name.isBlank()).toList(), clock.instant());
        return to(id + "#bodies");
    }

    @PostMapping("/comments/{id:\\d+}/deadline")
    View putOff(@PathVariable int id, @RequestParam String dueOn) {
        commenting.putOff(id, DateWords.parse(dueOn), clock.instant());
        return to(String.valueOf(id));
    }

    @PostMapping("/comments/{id:\\d+}/closure")
    View close(@PathVariable int id) {
        commenting.close(id, clock.instant());
        return to(String.valueOf(id));
    }

    @PostMapping("/comments/{id:\\d+}/document")
    View issued(@PathVariable int id, @RequestParam String document) {
        commenting.issued(id, document);
        return to(String.valueOf(id));
    }

    @PostMapping("/comments/{id:\\d+}/report")
    View report(@PathVariable int id) {
        return other("/documents/" + reports.open(id, clock.instant()));
    }

    private static View to(String where) {
        return other("/comments/" + where);
    }

    private static View other(String path) {
        var view = new RedirectView(path);
        view.setStatusCode(HttpStatus.SEE_OTHER);
        view.setExposeModelAttributes(false);
        return view;
    }
}

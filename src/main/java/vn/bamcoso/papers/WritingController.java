package vn.bamcoso.papers;

import java.time.Clock;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.View;
import org.springframework.web.servlet.view.RedirectView;
import vn.bamcoso.access.CurrentUser;
import vn.bamcoso.basics.Problem;
import vn.bamcoso.basics.VietnamTime;
import vn.bamcoso.identity.Grants.Grant;
import vn.bamcoso.shell.Html;

/** Documents that people write themselves: opening one and wording it. */
@Controller
class WritingController {
    private static final short GENERAL = 8;

    private final Papers papers;
    private final HandWritten written;
    private final Permits permits;
    private final OfficeNames offices;
    private final Clock clock;

    WritingController(Papers papers, HandWritten written, Permits permits, OfficeNames offices, Clock clock) {
        this.papers = papers;
        this.written = written;
        this.permits = permits;
        this.offices = offices;
        this.clock = clock;
    }

    @GetMapping("/documents/new")
    View form() {
        List<Grant> grants = permits.of(CurrentUser.require()).draftsFor();
        if (grants.isEmpty()) {
            throw Problem.forbidden("papers.problem.not-drafter");
        }
        return Html.of("papers/new", "offices", grants.stream().flatMap(g -> java.util.stream.Stream.of(String.valueOf(g.officeId()), g.officeName())).distinct().toList());
    }

    @PostMapping("/documents")
    View open(
            @RequestParam PaperKind kind, @RequestParam int office, @RequestParam String subject, @RequestParam(defaultValue = "") String addressees,
            @RequestParam(defaultValue = "") String recipients, @RequestParam String text,
            @RequestParam(required = false) @Nullable String override) {
        if (subject.isBlank()) {
            throw Problem.refused("papers.problem.no-subject");
        }
        if (text.isBlank()) {
            throw Problem.refused("papers.problem.empty");
        }
        var grant = permits.of(CurrentUser.require()).draftsFor().stream().filter(g -> g.officeId() == office).findFirst()
                .orElseThrow(() -> Problem.forbidden("papers.problem.not-drafter"));
        short field = grant.field() == null ? GENERAL : grant.field();
        offices.on(office, VietnamTime.today(clock));
        int id = written.open(
                new NewPaper(kind, office, office, subject, DocumentController.lines(addressees), DocumentController.lines(recipients), field, null, null, text),
                override, clock.instant());
        return new RedirectView("/documents/" + id);
    }

    @GetMapping("/documents/{id}/wording")
    View wording(@PathVariable int id) {
        return Html.of("papers/wording", "draft", written.draft(id));
    }

    @PostMapping("/documents/{id}/wording")
    View reword(@PathVariable int id, @RequestParam int version, @RequestParam String text, @RequestParam(required = false) @Nullable String override) {
        written.reword(id, version, text, override, clock.instant());
        return new RedirectView("/documents/" + id);
    }
}

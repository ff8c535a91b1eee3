package vn.bamcoso.reviews;

import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.View;
import org.springframework.web.servlet.support.RequestContextUtils;
import org.springframework.web.servlet.view.RedirectView;
import vn.bamcoso.access.CurrentUser;
import vn.bamcoso.basics.Problem;
import vn.bamcoso.basics.Texts;
import vn.bamcoso.calendar.DateWords;
import vn.bamcoso.identity.Grants;
import vn.bamcoso.shell.Html;

/** Reviews: the list, opening one, the report on the page, and its blocks edited in place. */
@Controller
class ReviewsController {
    private final Reviews reviews;
    private final ReviewPages pages;
    private final Wordings wordings;
    private final ReviewTemplates templates;
    private final Grants grants;
    private final Clock clock;

    ReviewsController(Reviews reviews, ReviewPages pages, Wordings wordings, ReviewTemplates templates, Grants grants, Clock clock) {
        this.reviews = reviews;
        this.pages = pages;
        this.wordings = wordings;
        this.templates = templates;
        this.grants = grants;
        this.clock = clock;
    }

    @GetMapping("/reviews")
    View list() {
        return Html.of("reviews/reviews", "lines", pages.list(), "agencies", agencies(), "templates", templates.all().stream().map(t -> List.of(t.code(), t.title(), t.titleEnglish())).toList(),
                "asOf", templates.all().getFirst().asOf(), "heldOn", templates.all().getFirst().heldOn());
    }

    /** Offices for which this person may open a review: id and name in pairs. */
    private List<String> agencies() {
        return grants.of(CurrentUser.require()).stream()
                .filter(grant -> grant.role().equals("ministry_office") || grant.role().equals("department"))
                .flatMap(grant -> java.util.stream.Stream.of(String.valueOf(grant.officeId()), grant.officeName()))
                .toList();
    }

    @PostMapping("/reviews")
    View open(@RequestParam String template, @RequestParam String asOf, @RequestParam String heldOn, @RequestParam int agency) {
        LocalDate day = DateWords.parse(asOf);
        LocalDate conference = DateWords.parse(heldOn);
        int id = reviews.open(template, day, conference, agency, clock.instant());
        return new RedirectView("/reviews/" + id);
    }

    /** @param known {@code then}: as known on the day of the conference */
    @GetMapping("/reviews/{id}")
    View show(@PathVariable int id, @RequestParam(defaultValue = "") String known, jakarta.servlet.http.HttpServletRequest request) {
        Texts texts = Texts.of(RequestContextUtils.getLocale(request));
        return Html.of("reviews/review", "review", pages.of(id, known.equals("then"), texts));
    }

    @GetMapping("/reviews/{id}/blocks/{block}")
    View edit(@PathVariable int id, @PathVariable int block, @RequestHeader(name = "HX-Request", defaultValue = "false") boolean part) {
        ReviewPage.Part found = pages.part(id, block);
        return part ? Html.of("reviews/edit", "part", found) : Html.of("reviews/editpage", "part", found, "title", reviews.get(id).title());
    }

    /** Leaving the editor without saving, in place. */
    @GetMapping("/reviews/{id}/blocks/{block}/shown")
    View shown(@PathVariable int id, @PathVariable int block) {
        return Html.of("reviews/block", "part", pages.part(id, block), "edits", true);
    }

    /** @param use "1|hơn 44.000": say slot 1 so, in the text as it stands in the form; empty: as typed */
    @PostMapping("/reviews/{id}/blocks/{block}")
    View save(
            @PathVariable int id, @PathVariable int block, @RequestParam int version, @RequestParam String text, @RequestParam(defaultValue = "") String use,
            @RequestParam(required = false) @Nullable String override, @RequestHeader(name = "HX-Request", defaultValue = "false") boolean part) {
        pages.part(id, block);
        wordings.save(block, version, using(text, use), override, clock.instant());
        return part ? Html.of("reviews/block", "part", pages.part(id, block), "edits", true) : new RedirectView("/reviews/" + id + "#block-" + block);
    }

    private static String using(String text, String use) {
        if (use.isEmpty()) {
            return text;
        }
        String[] choice = use.split("\\|", 2);
        if (choice.length != 2 || !choice[0].matches("\\d{1,2}")) {
            throw Problem.notFound();
        }
        int slot = Integer.parseInt(choice[0]);
        return Slotted.read(text).with(part -> part.slot() == slot ? new Slotted.Part(choice[1], slot) : part).marked();
    }
}

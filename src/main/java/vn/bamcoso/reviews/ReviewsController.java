package vn.bamcoso.reviews;

import java.time.Clock;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;
import org.springframework.context.i18n.LocaleContextHolder;
import org.springframework.stereotype.Controller;
import org.springframework.transaction.annotation.Isolation;
import org.springframework.transaction.annotation.Transactional;
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
import vn.bamcoso.basics.VietnamTime;
import vn.bamcoso.calendar.DateWords;
import vn.bamcoso.calendar.Period;
import vn.bamcoso.calendar.PeriodKind;
import vn.bamcoso.calendar.PeriodRule;
import vn.bamcoso.identity.Grants;
import vn.bamcoso.reporting.Forms;
import vn.bamcoso.shell.Html;

/** Reviews: the list, opening one, the report on the page, and its blocks edited in place. */
@Controller
public class ReviewsController {
    private final Reviews reviews;
    private final ReviewPages pages;
    private final Wordings wordings;
    private final ReviewTemplates templates;
    private final Grants grants;
    private final Forms forms;
    private final Clock clock;

    ReviewsController(Reviews reviews, ReviewPages pages, Wordings wordings, ReviewTemplates templates, Grants grants, Forms forms, Clock clock) {
        this.reviews = reviews;
        this.pages = pages;
        this.wordings = wordings;
        this.templates = templates;
        this.grants = grants;
        this.forms = forms;
        this.clock = clock;
    }

    @GetMapping("/reviews")
    @Transactional(readOnly = true, isolation = Isolation.REPEATABLE_READ)
    View list() {
        return Html.of("reviews/reviews", "lines", pages.list(), "agencies", agencies(), "templates", templates.all().stream().map(t -> List.of(t.code(), t.title(), t.titleEnglish())).toList(),
                "asOf", templates.all().getFirst().asOf(), "heldOn", templates.all().getFirst().heldOn(), "periodic", periodic());
    }

    /** What the form for a periodic report offers: values and labels in pairs. */
    public record Periodic(List<String> offices, List<String> periods, List<String> forms) {}

    private Periodic periodic() {
        LocalDate today = VietnamTime.today(clock);
        Locale locale = LocaleContextHolder.getLocale();
        Texts texts = Texts.of(locale);
        List<String> offices = grants.of(CurrentUser.require()).stream()
                .filter(grant -> List.of("ministry_office", "department", "provincial_staff", "provincial_director").contains(grant.role()))
                .flatMap(grant -> java.util.stream.Stream.of(String.valueOf(grant.officeId()), grant.officeName())).toList();
        List<String> periods = new ArrayList<>();
        for (PeriodKind kind : List.of(PeriodKind.QUARTER, PeriodKind.MONTH, PeriodKind.HALF_YEAR, PeriodKind.NINE_MONTHS, PeriodKind.YEAR)) {
            var period = PeriodRule.OFFICIAL.lastOver(kind, today);
            for (int i = 0; i < 3 && period.isPresent(); i++) {
                periods.addAll(List.of(period.get().code(), period.get().label(locale)));
                period = period.get().previous();
            }
        }
        return new Periodic(offices, periods, forms.all().stream().flatMap(form -> java.util.stream.Stream.of(form.code(), form.name(texts))).toList());
    }

    @PostMapping("/reviews/periodic")
    View openPeriodic(@RequestParam String period, @RequestParam int agency, @RequestParam(name = "form", defaultValue = "") List<String> chosen) {
        int id = reviews.openPeriodic(Period.parse(period), chosen.stream().filter(code -> !code.isBlank()).map(forms::require).toList(), agency, clock.instant());
        return new RedirectView("/reviews/" + id);
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
    @Transactional(readOnly = true, isolation = Isolation.REPEATABLE_READ)
    View show(@PathVariable int id, @RequestParam(defaultValue = "") String known, jakarta.servlet.http.HttpServletRequest request) {
        Texts texts = Texts.of(RequestContextUtils.getLocale(request));
        return Html.of("reviews/review", "review", pages.of(id, known.equals("then"), texts));
    }

    @GetMapping("/reviews/{id}/blocks/{block}")
    @Transactional(readOnly = true, isolation = Isolation.REPEATABLE_READ)
    View edit(@PathVariable int id, @PathVariable int block, @RequestHeader(name = "HX-Request", defaultValue = "false") boolean part) {
        ReviewPage.Part found = pages.part(id, block);
        return part ? Html.of("reviews/edit", "part", found) : Html.of("reviews/editpage", "part", found, "title", reviews.get(id).title());
    }

    /** Leaving the editor without saving, in place. */
    @GetMapping("/reviews/{id}/blocks/{block}/shown")
    @Transactional(readOnly = true, isolation = Isolation.REPEATABLE_READ)
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

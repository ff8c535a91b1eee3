package vn.bamcoso.papers;

import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.View;
import org.springframework.web.servlet.view.RedirectView;
import vn.bamcoso.basics.Problem;
import vn.bamcoso.calendar.DateWords;

/** The steps of a document, as a person takes them. {@code seen} is the number of the last step on the page. */
@Controller
@RequestMapping("/documents/{id}")
class StepsController {
    private final PaperSteps steps;
    private final LatestKnown latest;
    private final Clock clock;

    StepsController(PaperSteps steps, LatestKnown latest, Clock clock) {
        this.steps = steps;
        this.latest = latest;
        this.clock = clock;
    }

    @PostMapping("/submission")
    View submit(@PathVariable int id, @RequestParam int seen, @RequestParam(defaultValue = "") String remark) {
        steps.submit(id, seen, remark, clock.instant());
        return back(id);
    }

    @PostMapping("/initial")
    View initial(@PathVariable int id, @RequestParam int seen, @RequestParam(defaultValue = "") String remark) {
        steps.initial(id, seen, remark, clock.instant());
        return back(id);
    }

    /** @param titles the lines of title, parted by {@code |} */
    @PostMapping("/signature")
    View sign(@PathVariable int id, @RequestParam int seen, @RequestParam String titles, @RequestParam(defaultValue = "") String rank) {
        steps.sign(id, seen, List.of(titles.split("\\|")), rank, null, clock.instant());
        return back(id);
    }

    /** @param number empty: the next of the series */
    @PostMapping("/number")
    View number(
            @PathVariable int id, @RequestParam int seen, @RequestParam(defaultValue = "") String number, @RequestParam String dated,
            @RequestParam(defaultValue = "") String reason) {
        LocalDate day = DateWords.parse(dated);
        steps.number(id, seen, typed(number), day, reason, clock.instant());
        return back(id);
    }

    @PostMapping("/issue")
    View issue(@PathVariable int id, @RequestParam int seen) {
        steps.issue(id, seen, latest.instant(), clock.instant());
        return back(id);
    }

    @PostMapping("/return")
    View sendBack(@PathVariable int id, @RequestParam int seen, @RequestParam(defaultValue = "") String remark) {
        steps.sendBack(id, seen, remark, clock.instant());
        return back(id);
    }

    private static @Nullable Integer typed(String number) {
        if (number.isBlank()) {
            return null;
        }
        try {
            int typed = Integer.parseInt(number.strip());
            if (typed > 0 && typed < 100_000) {
                return typed;
            }
        } catch (NumberFormatException noNumber) {
            // falls through to the sentence
        }
        throw Problem.refused("papers.problem.number-unreadable", number);
    }

    private static View back(int id) {
        return new RedirectView("/documents/" + id);
    }
}

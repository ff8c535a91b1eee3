package vn.bamcoso.staffing.officer;

import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.format.annotation.DateTimeFormat;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.View;
import org.springframework.web.servlet.view.RedirectView;
import vn.bamcoso.basics.Problem;
import vn.bamcoso.shell.Html;
import vn.bamcoso.staffing.Area;
import vn.bamcoso.staffing.Officers;

/** The page on which a record is kept, and the way of a request for correction. */
@Controller
public class RecordController {
    public record Shown(Officers.Officer officer, List<Corrections.Request> requests, List<RecordActs.Rating> ratings, LocalDate today) {}

    private final Opening opening;
    private final RecordActs acts;
    private final Corrections corrections;
    private final Area area;

    RecordController(Opening opening, RecordActs acts, Corrections corrections, Area area) {
        this.opening = opening;
        this.acts = acts;
        this.corrections = corrections;
        this.area = area;
    }

    @GetMapping("/staffing/officers/{id}/record")
    View show(@PathVariable int id) {
        Officers.Officer officer = opening.open(id);
        if (!acts.may(officer)) {
            throw Problem.forbidden("staffing.problem.not-yours");
        }
        return Html.of("staffing/officer/record", "shown", new Shown(officer, corrections.of(id), acts.ratings(id), area.today()));
    }

    @PostMapping("/staffing/officers/{id}/record")
    View change(
            @PathVariable int id, @RequestParam String name, @RequestParam String rank, @RequestParam String education,
            @RequestParam(required = false) @DateTimeFormat(iso = DateTimeFormat.ISO.DATE) @Nullable LocalDate since,
            @RequestParam(required = false) @DateTimeFormat(iso = DateTimeFormat.ISO.DATE) @Nullable LocalDate partySince, @RequestParam String why) {
        acts.change(id, name, rank, education, since, partySince, why);
        return back(id);
    }

    @PostMapping("/staffing/officers/{id}/skills")
    View skill(
            @PathVariable int id, @RequestParam String kind, @RequestParam String skill, @RequestParam(defaultValue = "") String level,
            @RequestParam(required = false) @DateTimeFormat(iso = DateTimeFormat.ISO.DATE) @Nullable LocalDate expires) {
        acts.skill(id, kind, skill, level, expires);
        return back(id);
    }

    @PostMapping("/staffing/officers/{id}/ratings")
    View rate(@PathVariable int id, @RequestParam int year, @RequestParam String rating, @RequestParam String decision) {
        acts.rate(id, year, rating, decision);
        return back(id);
    }

    @PostMapping("/staffing/me/corrections")
    View ask(@RequestParam String about) {
        corrections.ask(about);
        return new RedirectView("/staffing/me");
    }

    @PostMapping("/staffing/corrections/{id}/answer")
    View answer(@PathVariable int id, @RequestParam int officer, @RequestParam boolean accepted, @RequestParam String reply) {
        corrections.answer(id, accepted, reply);
        return back(officer);
    }

    private static View back(int officer) {
        return new RedirectView("/staffing/officers/" + officer + "/record");
    }
}

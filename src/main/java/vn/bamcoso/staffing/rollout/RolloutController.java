package vn.bamcoso.staffing.rollout;

import jakarta.servlet.http.HttpServletRequest;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;
import org.springframework.http.ContentDisposition;
import org.springframework.http.HttpHeaders;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.transaction.annotation.Isolation;
import org.springframework.transaction.annotation.Transactional;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.View;
import vn.bamcoso.access.CurrentUser;
import vn.bamcoso.basics.Problem;
import vn.bamcoso.shell.Html;
import vn.bamcoso.shell.Pages;

/** Programmes of roll-out: the list, one with its curve, one place of it. */
@Controller
class RolloutController {
    private final Programmes programmes;
    private final ProgressQuery progress;
    private final RolloutPages pages;
    private final Planning planning;
    private final GateFile gateFile;
    private final Lessons lessons;
    private final Rights rights;
    private final Pages page;

    RolloutController(Programmes programmes, ProgressQuery progress, RolloutPages pages, Planning planning, GateFile gateFile, Lessons lessons, Rights rights, Pages page) {
        this.programmes = programmes;
        this.progress = progress;
        this.pages = pages;
        this.planning = planning;
        this.gateFile = gateFile;
        this.lessons = lessons;
        this.rights = rights;
        this.page = page;
    }

    @GetMapping("/rollout")
    @Transactional(readOnly = true, isolation = Isolation.REPEATABLE_READ)
    View list(@RequestParam(required = false) @Nullable String on) {
        var day = Asked.day(on, rights.today());
        return Html.of("staffing/rollout/programmes", "on", day, "lines", pages.list(day), "areas", pages.areas());
    }

    @GetMapping("/rollout/{id:\\d+}")
    @Transactional(readOnly = true, isolation = Isolation.REPEATABLE_READ)
    View programme(@PathVariable int id, @RequestParam(required = false) @Nullable String on, HttpServletRequest request) {
        var here = page.of(request);
        RolloutPages.Shown shown = pages.programme(programmes.get(id), Asked.day(on, rights.today()), here);
        return Html.of("staffing/rollout/programme", "shown", shown, "chart", RolloutPages.chart(shown.progress(), here), "lessons", lessons.of(id, null));
    }

    /** The file of gates to fill in: what is not ready yet. */
    @GetMapping("/rollout/{id:\\d+}/gates.csv")
    ResponseEntity<byte[]> gates(@PathVariable int id, Locale locale) {
        return ResponseEntity.ok().contentType(new MediaType("text", "csv", StandardCharsets.UTF_8)).header(HttpHeaders.CONTENT_DISPOSITION, ContentDisposition.attachment().filename("dieu-kien-lo-trinh-" + id + ".csv").build().toString())
                .body(gateFile.write(programmes.get(id), locale).getBytes(StandardCharsets.UTF_8));
    }

    @GetMapping("/rollout/{id:\\d+}/places/{place:\\d+}")
    @Transactional(readOnly = true, isolation = Isolation.REPEATABLE_READ)
    View place(@PathVariable int id, @PathVariable int place, @RequestParam(required = false) @Nullable String on) {
        Progress now = progress.on(programmes.get(id), Asked.day(on, rights.today()));
        Spot spot = progress.spot(now, place);
        CurrentUser user = CurrentUser.require();
        return Html.of("staffing/rollout/place", "progress", now, "spot", spot, "plans", planning.plans(id, place), "notes", planning.notes(id, place),
                "maySay", rights.maySay(user, place, Programme.FIELD), "mayPlan", rights.mayPlan(user, now.programme().placeId()), "gates", List.of("decision", "premises", "equipment"));
    }
}

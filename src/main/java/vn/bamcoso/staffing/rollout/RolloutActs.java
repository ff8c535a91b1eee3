package vn.bamcoso.staffing.rollout;

import java.io.IOException;
import java.time.Clock;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.multipart.MultipartFile;
import org.springframework.web.servlet.View;
import org.springframework.web.servlet.view.RedirectView;
import vn.bamcoso.basics.Problem;
import vn.bamcoso.territory.Places;

/** What is done to programmes: opening, giving stages and places, new plans, gates. */
@Controller
class RolloutActs {
    private final Opening opening;
    private final Planning planning;
    private final GateFile gateFile;
    private final Lessons lessons;
    private final LessonsReports reports;
    private final Programmes programmes;
    private final ProgressQuery progress;
    private final Places places;
    private final Rights rights;
    private final Clock clock;

    RolloutActs(Opening opening, Planning planning, GateFile gateFile, Lessons lessons, LessonsReports reports, Programmes programmes, ProgressQuery progress, Places places, Rights rights, Clock clock) {
        this.opening = opening;
        this.planning = planning;
        this.gateFile = gateFile;
        this.lessons = lessons;
        this.reports = reports;
        this.programmes = programmes;
        this.progress = progress;
        this.places = places;
        this.rights = rights;
        this.clock = clock;
    }

    @PostMapping("/rollout")
    View open(@RequestParam String nameVi, @RequestParam(defaultValue = "") String nameEn, @RequestParam String place, @RequestParam String goal, @RequestParam(defaultValue = "5") int norm,
            @RequestParam String beginsOn, @RequestParam String basis, @RequestParam(defaultValue = "") String basisOn) {
        var wanted = new Opening.NewProgramme(nameVi, nameEn, places.byKey(place).orElseThrow(Problem::notFound), goal, norm, Asked.day(beginsOn), basis, Asked.dayOrNone(basisOn));
        return new RedirectView("/rollout/" + opening.open(wanted, clock.instant()));
    }

    /** @param codes official codes of communes, one a line or with commas; empty: all that fit */
    @PostMapping("/rollout/{id:\\d+}/stages")
    View stage(@PathVariable int id, @RequestParam String kind, @RequestParam String nameVi, @RequestParam(defaultValue = "") String nameEn, @RequestParam(defaultValue = "") List<String> kinds,
            @RequestParam(defaultValue = "false") boolean keyOnly, @RequestParam(defaultValue = "false") boolean borderOnly, @RequestParam(defaultValue = "") String codes, @RequestParam String mapOn, @RequestParam String plannedOn,
            @RequestParam String document, @RequestParam String decidedOn) {
        List<String> listed = Arrays.stream(codes.split("[\\s,;]+")).filter(code -> !code.isBlank()).toList();
        opening.addStage(programmes.get(id), kind, nameVi, nameEn, new Opening.Criteria(kinds, keyOnly, borderOnly, listed, Asked.day(mapOn)), Asked.day(plannedOn), document, Asked.day(decidedOn), clock.instant());
        return new RedirectView("/rollout/" + id + "#stages");
    }

    @PostMapping("/rollout/{id:\\d+}/plan")
    View revise(@PathVariable int id, @RequestParam short stage, @RequestParam String plannedOn, @RequestParam String document, @RequestParam String decidedOn, @RequestParam String reason) {
        LocalDate decided = Asked.day(decidedOn);
        planning.revise(progress.on(programmes.get(id), decided), stage, 0, Asked.day(plannedOn), document, decided, reason, clock.instant());
        return new RedirectView("/rollout/" + id + "#stages");
    }

    /** @param plannedOn empty: out of the programme */
    @PostMapping("/rollout/{id:\\d+}/places/{place:\\d+}/plan")
    View replan(@PathVariable int id, @PathVariable int place, @RequestParam(defaultValue = "") String plannedOn, @RequestParam String document, @RequestParam String decidedOn, @RequestParam String reason) {
        LocalDate planned = Asked.dayOrNone(plannedOn);
        LocalDate decided = Asked.day(decidedOn);
        planning.revise(progress.on(programmes.get(id), decided), (short) 0, place, planned, document, decided, reason, clock.instant());
        return new RedirectView("/rollout/" + id + (planned == null ? "" : "/places/" + place));
    }

    /** Gates of many places from one file. */
    @PostMapping("/rollout/{id:\\d+}/gates")
    View gates(@PathVariable int id, @RequestParam MultipartFile file, Locale locale) throws IOException {
        gateFile.read(programmes.get(id), file.getOriginalFilename() == null ? "" : file.getOriginalFilename(), file.getBytes(), locale, clock.instant());
        return new RedirectView("/rollout/" + id + "#places");
    }

    @PostMapping("/rollout/{id:\\d+}/lessons")
    View lesson(@PathVariable int id, @RequestParam String kind, @RequestParam String text) {
        lessons.enter(programmes.get(id), kind, text, clock.instant());
        return new RedirectView("/rollout/" + id + "#lessons");
    }

    @PostMapping("/rollout/{id:\\d+}/lessons/{lesson:\\d+}/withdrawal")
    View withdraw(@PathVariable int id, @PathVariable int lesson) {
        lessons.withdraw(programmes.get(id), lesson, clock.instant());
        return new RedirectView("/rollout/" + id + "#lessons");
    }

    /** The report on the programme, as a document in official form. */
    @PostMapping("/rollout/{id:\\d+}/report")
    View report(@PathVariable int id, @RequestParam String on) {
        return new RedirectView("/documents/" + reports.open(programmes.get(id), Asked.day(on), clock.instant()));
    }

    @PostMapping("/rollout/{id:\\d+}/places/{place:\\d+}/gates")
    View say(@PathVariable int id, @PathVariable int place, @RequestParam String gate, @RequestParam boolean ready, @RequestParam String holdsOn, @RequestParam(defaultValue = "") String document,
            @RequestParam(defaultValue = "") String note) {
        Progress now = progress.on(programmes.get(id), rights.today());
        Spot spot = progress.spot(now, place);
        planning.say(now.programme(), spot, gate, ready, Asked.day(holdsOn), document, note, clock.instant());
        return new RedirectView("/rollout/" + id + "/places/" + place + "#gates");
    }
}

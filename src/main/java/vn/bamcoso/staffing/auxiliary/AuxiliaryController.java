package vn.bamcoso.staffing.auxiliary;

import java.time.Clock;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Controller;
import org.springframework.transaction.annotation.Isolation;
import org.springframework.transaction.annotation.Transactional;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.View;
import org.springframework.web.servlet.view.RedirectView;
import vn.bamcoso.basics.Problem;
import vn.bamcoso.shell.Html;
import vn.bamcoso.staffing.rollout.Asked;
import vn.bamcoso.staffing.rollout.Rights;
import vn.bamcoso.territory.Places;

/** Auxiliaries of an area on any day, and the form of a commune. */
@Controller
class AuxiliaryController {
    private final AuxiliaryPages pages;
    private final Counting counting;
    private final Places places;
    private final Rights rights;
    private final Clock clock;

    AuxiliaryController(AuxiliaryPages pages, Counting counting, Places places, Rights rights, Clock clock) {
        this.pages = pages;
        this.counting = counting;
        this.places = places;
        this.rights = rights;
        this.clock = clock;
    }

    @GetMapping("/auxiliaries")
    @Transactional(readOnly = true, isolation = Isolation.REPEATABLE_READ)
    View board(@RequestParam(required = false) @Nullable String within, @RequestParam(required = false) @Nullable String on) {
        return Html.of("staffing/auxiliary/auxiliaries", "shown", pages.on(Asked.day(on, rights.today()), within));
    }

    @PostMapping("/auxiliaries/{place:\\d+}")
    View count(@PathVariable int place, @RequestParam String kind, @RequestParam String asOf, @RequestParam(defaultValue = "0") int teams, @RequestParam(defaultValue = "0") int chiefs,
            @RequestParam(defaultValue = "0") int chiefWomen, @RequestParam(defaultValue = "0") int deputies, @RequestParam(defaultValue = "0") int deputyWomen, @RequestParam(defaultValue = "0") int members,
            @RequestParam(defaultValue = "0") int memberWomen, @RequestParam(defaultValue = "0") int takenOver, @RequestParam(defaultValue = "") String document) {
        var day = Asked.day(asOf);
        counting.count(place, new Counting.Counted(kind, day, new Auxiliaries.Number(teams, chiefs, chiefWomen, deputies, deputyWomen, members, memberWomen, takenOver), document), clock.instant());
        return new RedirectView("/auxiliaries?within=" + places.byId(place, day).orElseThrow(Problem::notFound).key() + "&on=" + day);
    }
}

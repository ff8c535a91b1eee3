package vn.bamcoso.staffing.cell;

import jakarta.servlet.http.HttpServletRequest;
import java.time.Clock;
import java.time.LocalDate;
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
import vn.bamcoso.access.CurrentUser;
import vn.bamcoso.basics.Problem;
import vn.bamcoso.shell.Html;
import vn.bamcoso.shell.Pages;
import vn.bamcoso.staffing.Area;
import vn.bamcoso.staffing.rollout.Asked;
import vn.bamcoso.staffing.rollout.Rights;

/** Party cells of an area on any day, and of one commune through time. */
@Controller
class CellController {
    private final CellPages cells;
    private final PartyCells party;
    private final Deciding deciding;
    private final Rights rights;
    private final Area area;
    private final Pages pages;
    private final Clock clock;

    CellController(CellPages cells, PartyCells party, Deciding deciding, Rights rights, Area area, Pages pages, Clock clock) {
        this.cells = cells;
        this.party = party;
        this.deciding = deciding;
        this.rights = rights;
        this.area = area;
        this.pages = pages;
        this.clock = clock;
    }

    @GetMapping("/cells")
    @Transactional(readOnly = true, isolation = Isolation.REPEATABLE_READ)
    View board(@RequestParam(required = false) @Nullable String within, @RequestParam(required = false) @Nullable String on, HttpServletRequest request) {
        return Html.of("staffing/cell/cells", "shown", cells.on(Asked.day(on, rights.today()), within, pages.of(request)));
    }

    @GetMapping("/cells/{place:\\d+}")
    @Transactional(readOnly = true, isolation = Isolation.REPEATABLE_READ)
    View commune(@PathVariable int place, @RequestParam(required = false) @Nullable String on) {
        LocalDate day = Asked.day(on, rights.today());
        var states = party.of(place);
        var now = party.on(day, place).stream().filter(line -> line.placeId() == place).findFirst().orElseThrow(Problem::notFound);
        CurrentUser user = CurrentUser.require();
        if (now.kind() == null && now.officers() == 0) {
            throw Problem.notFound();
        }
        Integer official = area.knowsPersons(user, place) ? party.official(day, place).getOrDefault(place, 0) : null;
        return Html.of("staffing/cell/cell", "line", now, "on", day, "states", states, "official", official, "least", PartyCells.LEAST, "may", rights.maySay(user, place, PartyCells.FIELD));
    }

    @PostMapping("/cells/{place:\\d+}")
    View decide(@PathVariable int place, @RequestParam String kind, @RequestParam String from, @RequestParam(defaultValue = "0") int official, @RequestParam(defaultValue = "0") int probationary,
            @RequestParam(defaultValue = "0") int others, @RequestParam(defaultValue = "") String withWhom, @RequestParam(defaultValue = "") String decision, @RequestParam(defaultValue = "") String decidedOn) {
        deciding.decide(place, new Deciding.Decided(kind, Asked.day(from), official, probationary, others, withWhom, decision, Asked.dayOrNone(decidedOn)), clock.instant());
        return new RedirectView("/cells/" + place);
    }
}

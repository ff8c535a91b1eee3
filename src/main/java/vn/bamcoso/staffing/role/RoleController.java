package vn.bamcoso.staffing.role;

import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.format.annotation.DateTimeFormat;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.View;
import org.springframework.web.servlet.view.RedirectView;
import vn.bamcoso.access.CurrentUser;
import vn.bamcoso.shell.Html;
import vn.bamcoso.shell.Paging;
import vn.bamcoso.staffing.Area;
import vn.bamcoso.staffing.Titles;
import vn.bamcoso.territory.Place;

/** The page of roles beside a post in an area: counts, who waits for an election, who holds what, and the end of each. */
@Controller
public class RoleController {
    private static final int SHOWN = 100;

    public record Shown(Place place, LocalDate day, List<Roles.Count> counts, List<Roles.Waiting> waiting, List<Roles.Holder> holders, Paging paging, Map<Short, Titles.Title> titles, boolean persons, LocalDate today) {
        /** The roles as choices. */
        public List<Titles.Title> roles() {
            return titles.values().stream().filter(title -> title.part().equals("concurrent")).toList();
        }
    }

    private final Roles roles;
    private final Titles titles;
    private final Area area;

    RoleController(Roles roles, Titles titles, Area area) {
        this.roles = roles;
        this.titles = titles;
        this.area = area;
    }

    @GetMapping("/staffing/roles")
    View show(@RequestParam(required = false) @Nullable String within, @RequestParam(required = false) @DateTimeFormat(iso = DateTimeFormat.ISO.DATE) @Nullable LocalDate on, @RequestParam(defaultValue = "1") int page) {
        CurrentUser user = CurrentUser.require();
        LocalDate day = on == null ? area.today() : on;
        Place place = area.onMap(area.chosen(user, within), day);
        List<Roles.Count> counts = roles.counts(place.id(), day);
        var paging = new Paging(counts.stream().mapToInt(Roles.Count::n).sum(), SHOWN, page, "/staffing/roles?within=" + place.key() + "&on=" + day);
        return Html.of("staffing/role/roles", "shown", new Shown(place, day, counts, roles.waiting(place.id()), roles.holders(place.id(), day, SHOWN, paging.offset()), paging, titles.on(day),
                area.knowsPersons(user, place.id()), area.today()));
    }

    @PostMapping("/staffing/roles")
    View introduce(@RequestParam String number, @RequestParam short title, @RequestParam @DateTimeFormat(iso = DateTimeFormat.ISO.DATE) LocalDate day, @RequestParam String document) {
        roles.introduce(number, title, day, document);
        return new RedirectView("/staffing/roles");
    }

    @PostMapping("/staffing/roles/{id}/election")
    View elected(@PathVariable int id, @RequestParam @DateTimeFormat(iso = DateTimeFormat.ISO.DATE) LocalDate day, @RequestParam String document, @RequestParam(defaultValue = "true") boolean elected) {
        if (elected) {
            roles.elected(id, day, document);
        } else {
            roles.failed(id, day, document);
        }
        return new RedirectView("/staffing/roles");
    }

    @PostMapping("/staffing/postings/{id}/end")
    View end(@PathVariable long id, @RequestParam @DateTimeFormat(iso = DateTimeFormat.ISO.DATE) LocalDate day, @RequestParam String decision, @RequestParam String why) {
        roles.end(id, day, decision, why);
        return new RedirectView("/staffing/roles");
    }
}

package vn.bamcoso.staffing.establishment;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.springframework.format.annotation.DateTimeFormat;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.View;
import org.springframework.web.servlet.view.RedirectView;
import vn.bamcoso.access.CurrentUser;
import vn.bamcoso.basics.Problem;
import vn.bamcoso.basics.Texts;
import vn.bamcoso.shell.Html;
import vn.bamcoso.staffing.Area;
import vn.bamcoso.territory.Office;
import vn.bamcoso.territory.Offices;

/** The form in which a superior sets the establishment of an office. */
@Controller
class AllottingController {
    private final Allotting allotting;
    private final Offices offices;
    private final Area area;

    AllottingController(Allotting allotting, Offices offices, Area area) {
        this.allotting = allotting;
        this.offices = offices;
        this.area = area;
    }

    @GetMapping("/staffing/offices/{id}/posts")
    View form(@PathVariable int id, Locale locale) {
        LocalDate today = area.today();
        Office office = offices.byId(id, today).orElseThrow(Problem::notFound);
        if (!allotting.may(CurrentUser.require(), id)) {
            throw Problem.notFound();
        }
        List<String> choices = new ArrayList<>();
        allotting.templates(today).forEach(one -> choices.addAll(List.of(String.valueOf(one.id()), Texts.of(locale) == Texts.vi() ? one.nameVi() : one.nameEn())));
        return Html.of("staffing/establishment/form", "office", office, "today", today, "choices", choices);
    }

    @PostMapping("/staffing/offices/{id}/posts")
    View allot(
            @PathVariable int id, @RequestParam short composition, @RequestParam @DateTimeFormat(iso = DateTimeFormat.ISO.DATE) LocalDate from, @RequestParam String decision,
            @RequestParam @DateTimeFormat(iso = DateTimeFormat.ISO.DATE) LocalDate decidedOn) {
        allotting.allot(id, composition, from, decision, decidedOn);
        return new RedirectView("/staffing/offices/" + id + "?on=" + from);
    }
}

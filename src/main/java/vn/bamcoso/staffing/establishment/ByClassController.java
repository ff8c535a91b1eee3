package vn.bamcoso.staffing.establishment;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;
import org.springframework.format.annotation.DateTimeFormat;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.View;
import org.springframework.web.servlet.view.RedirectView;
import vn.bamcoso.access.CurrentUser;
import vn.bamcoso.basics.Problem;
import vn.bamcoso.basics.Texts;
import vn.bamcoso.shell.Html;
import vn.bamcoso.staffing.Area;
import vn.bamcoso.territory.Place;

/** A template for all communes of a class: chosen, looked at, decided. */
@Controller
public class ByClassController {
    /**
     * @param template null until one is chosen
     * @param after posts that the offices would have together
     */
    public record Shown(
            Place place, LocalDate from, String ofWhichClass, String codes, Allotting.@Nullable Composition template, List<String> choices, List<ByClass.Line> lines, int before, int after, List<Classing.Noted> noted, LocalDate today) {}

    private final ByClass byClass;
    private final Classing classing;
    private final Allotting allotting;
    private final Area area;

    ByClassController(ByClass byClass, Classing classing, Allotting allotting, Area area) {
        this.byClass = byClass;
        this.classing = classing;
        this.allotting = allotting;
        this.area = area;
    }

    /** Whoever allots posts to all that lies in the area. */
    private Place place(String within) {
        CurrentUser user = CurrentUser.require();
        Place place = area.chosen(user, within);
        if (!allotting.mayWithin(user, place.id())) {
            throw Problem.notFound();
        }
        return place;
    }

    @GetMapping("/staffing/establishment/classes")
    View show(
            @RequestParam(defaultValue = "") String within, @RequestParam(required = false) @DateTimeFormat(iso = DateTimeFormat.ISO.DATE) @Nullable LocalDate from, @RequestParam(defaultValue = "all") String ofClass,
            @RequestParam(defaultValue = "") String codes, @RequestParam(required = false) @Nullable Short composition, Locale locale) {
        Place place = place(within);
        LocalDate day = from == null ? area.today() : from;
        List<Allotting.Composition> templates = allotting.templates(day);
        List<String> choices = new ArrayList<>();
        templates.forEach(one -> choices.addAll(List.of(String.valueOf(one.id()), Texts.of(locale) == Texts.vi() ? one.nameVi() : one.nameEn())));
        Allotting.Composition template = templates.stream().filter(one -> composition != null && one.id() == composition).findFirst().orElse(null);
        List<ByClass.Line> lines = template == null ? List.of() : byClass.offices(place, ofClass, codes, day);
        return Html.of("staffing/establishment/classes", "shown", new Shown(place, day, ofClass, codes, template, choices, lines,
                lines.stream().mapToInt(ByClass.Line::posts).sum(), template == null ? 0 : lines.size() * allotting.size(template.id()), classing.noted(place, day), area.today()));
    }

    @PostMapping("/staffing/establishment/classes")
    View allot(
            @RequestParam String within, @RequestParam @DateTimeFormat(iso = DateTimeFormat.ISO.DATE) LocalDate from, @RequestParam String ofClass, @RequestParam(defaultValue = "") String codes,
            @RequestParam short composition, @RequestParam int offices, @RequestParam String decision, @RequestParam @DateTimeFormat(iso = DateTimeFormat.ISO.DATE) LocalDate decidedOn) {
        Place place = place(within);
        byClass.allot(place, ofClass, codes, composition, from, decision, decidedOn, offices);
        return new RedirectView("/staffing/establishment?within=" + place.key() + "&on=" + from);
    }

    /** What a decision says of communes: important for security, of a class, at a border. */
    @PostMapping("/staffing/establishment/facts")
    View note(
            @RequestParam String within, @RequestParam String fact, @RequestParam(defaultValue = "false") boolean ends, @RequestParam String factCodes,
            @RequestParam @DateTimeFormat(iso = DateTimeFormat.ISO.DATE) LocalDate factFrom, @RequestParam String source) {
        Place place = place(within);
        classing.note(place, fact, ends, factCodes, factFrom, source);
        return new RedirectView("/staffing/establishment/classes?within=" + place.key() + "&from=" + factFrom + "#facts");
    }

    /** A new template, for who stands above the provinces. */
    @PostMapping("/staffing/templates")
    View template(
            @RequestParam String code, @RequestParam int least, @RequestParam String forClass, @RequestParam @DateTimeFormat(iso = DateTimeFormat.ISO.DATE) LocalDate from,
            @RequestParam(required = false) @DateTimeFormat(iso = DateTimeFormat.ISO.DATE) @Nullable LocalDate until, @RequestParam String decision) {
        allotting.addTemplate(code, least, forClass, from, until, decision);
        return new RedirectView("/staffing/establishment?on=" + from);
    }
}

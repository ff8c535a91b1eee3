package vn.bamcoso.reporting.power;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.View;
import vn.bamcoso.access.CurrentUser;
import vn.bamcoso.basics.Problem;
import vn.bamcoso.basics.Texts;
import vn.bamcoso.calendar.DateWords;
import vn.bamcoso.reporting.submission.Desk;
import vn.bamcoso.reporting.submission.Redirect;
import vn.bamcoso.shell.Html;

/** Who may decide what, on any day. */
@Controller
public class PowersPage {
    private final Powers powers;
    private final Desk desk;

    PowersPage(Powers powers, Desk desk) {
        this.powers = powers;
        this.desk = desk;
    }

    /** @param byKind powers of the day by kind of office; {@code kinds} value and label in pairs */
    public record Shown(LocalDate day, Map<String, List<Powers.Power>> byKind, int total, List<String> kinds, boolean edits, @Nullable String refused) {}

    @GetMapping("/forms/powers")
    View list(@RequestParam(defaultValue = "") String day, Locale locale) {
        return page(day.isBlank() ? desk.today() : DateWords.parse(day), null, Texts.of(locale));
    }

    @PostMapping("/forms/powers")
    View add(@RequestParam(defaultValue = "") String officeKind, @RequestParam(defaultValue = "") String subjectVi, @RequestParam(defaultValue = "") String subjectEn,
            @RequestParam(defaultValue = "") String basis, @RequestParam(defaultValue = "") String guidanceVi, @RequestParam(defaultValue = "") String guidanceEn,
            @RequestParam(defaultValue = "") String from, Locale locale) {
        return after(() -> powers.add(new Powers.New(officeKind, subjectVi, subjectEn, basis, guidanceVi, guidanceEn, DateWords.parse(from))), locale);
    }

    @PostMapping("/forms/powers/{id}/end")
    View end(@PathVariable int id, @RequestParam(defaultValue = "") String to, Locale locale) {
        return after(() -> powers.end(id, DateWords.parse(to)), locale);
    }

    private View after(Runnable act, Locale locale) {
        try {
            act.run();
            return Redirect.to("/forms/powers");
        } catch (Problem refused) {
            if (refused.kind() != Problem.Kind.REFUSED) {
                throw refused;
            }
            return page(desk.today(), Texts.of(locale).get(refused), Texts.of(locale)).status(422);
        }
    }

    private Html page(LocalDate day, @Nullable String refused, Texts texts) {
        Map<String, List<Powers.Power>> byKind = new LinkedHashMap<>();
        List<Powers.Power> held = powers.on(day);
        held.forEach(one -> byKind.computeIfAbsent(one.officeKind(), kind -> new ArrayList<>()).add(one));
        List<String> kinds = Powers.KINDS.stream().flatMap(kind -> List.of(kind, texts.get("reporting.station." + kind)).stream()).toList();
        return Html.of("reporting/power/powers", "shown", new Shown(day, byKind, held.size(), kinds, Powers.may(CurrentUser.require()), refused));
    }
}

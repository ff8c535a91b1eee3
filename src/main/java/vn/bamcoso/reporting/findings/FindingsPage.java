package vn.bamcoso.reporting.findings;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.View;
import vn.bamcoso.access.CurrentUser;
import vn.bamcoso.basics.Problem;
import vn.bamcoso.basics.Texts;
import vn.bamcoso.calendar.Period;
import vn.bamcoso.identity.Grants;
import vn.bamcoso.reporting.Form;
import vn.bamcoso.reporting.Forms;
import vn.bamcoso.reporting.submission.Desk;
import vn.bamcoso.shell.Html;
import vn.bamcoso.territory.Place;
import vn.bamcoso.territory.Places;

/** What does not fit among the approved figures of a form, a period and an area; the ministry goes from the provinces down to the communes. */
@Controller
public class FindingsPage {
    private static final int MOST = 300;
    private static final List<String> BLIND = List.of("administrator", "auditor", "gazetteer_keeper");
    private final Findings findings;
    private final Forms forms;
    private final Places places;
    private final Grants grants;
    private final Desk desk;

    FindingsPage(Findings findings, Forms forms, Places places, Grants grants, Desk desk) {
        this.findings = findings;
        this.forms = forms;
        this.places = places;
        this.grants = grants;
        this.desk = desk;
    }

    /** @param deeper of the nation: key and name of each province in pairs; {@code byKind}: at most some hundred are listed; {@code total} says how many there are */
    public record Shown(Form form, Place within, Period period, Map<String, List<Findings.Finding>> byKind, int total, int looked, List<String> periods, List<String> deeper) {}

    @GetMapping("/forms/{code}/findings")
    View findings(@PathVariable String code, @RequestParam(defaultValue = "") String period, @RequestParam(defaultValue = "") String within, Locale locale) {
        Texts texts = Texts.of(locale);
        Form form = forms.require(code);
        List<Period> recent = forms.recentPeriods(form, desk.today(), 9).stream().filter(one -> one.isOver(desk.today())).toList();
        Period asked = period.isBlank() ? recent.stream().findFirst().orElse(Period.asOf(desk.today())) : Period.parse(period.strip());
        Form.Version version = forms.versionFor(form, asked).or(() -> forms.versionOn(form, asked.end())).orElseThrow(() -> Problem.refused("reporting.problem.period", form.name(texts), asked.code()));
        Place own = grants.widest(CurrentUser.require(), form.field(), BLIND).orElseThrow(Problem::notFound);
        Place place = within.isBlank() ? own : places.byKey(within).orElseThrow(Problem::notFound);
        Findings.Found found = findings.of(version, place, asked, texts);
        Map<String, List<Findings.Finding>> byKind = new LinkedHashMap<>();
        found.findings().stream().limit(MOST).forEach(one -> byKind.computeIfAbsent(one.kind().name().toLowerCase(Locale.ROOT), kind -> new java.util.ArrayList<>()).add(one));
        List<String> periods = new java.util.ArrayList<>();
        recent.forEach(one -> periods.addAll(List.of(one.code(), one.label(locale))));
        if (!periods.contains(asked.code())) {
            periods.addAll(0, List.of(asked.code(), asked.label(locale)));
        }
        return Html.of("reporting/findings/findings", "shown", new Shown(form, place, asked, byKind, found.findings().size(), found.looked(), periods,
                place.level().equals("nation") ? found.places() : List.of()));
    }
}

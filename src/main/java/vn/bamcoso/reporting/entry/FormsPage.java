package vn.bamcoso.reporting.entry;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Controller;
import org.springframework.transaction.annotation.Transactional;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.View;
import vn.bamcoso.access.CurrentUser;
import vn.bamcoso.basics.Texts;
import vn.bamcoso.calendar.DateWords;
import vn.bamcoso.calendar.Period;
import vn.bamcoso.calendar.WorkingDays;
import vn.bamcoso.reporting.Chain;
import vn.bamcoso.reporting.Form;
import vn.bamcoso.reporting.Forms;
import vn.bamcoso.reporting.submission.Desk;
import vn.bamcoso.reporting.submission.Redirect;
import vn.bamcoso.shell.Html;

/** What my office is to report now, and what forms there are. */
@Controller
public class FormsPage {
    private final DueReports due;
    private final Forms forms;
    private final Opening opening;
    private final Calling calling;
    private final Desk desk;

    FormsPage(DueReports due, Forms forms, Opening opening, Calling calling, Desk desk) {
        this.due = due;
        this.forms = forms;
        this.opening = opening;
        this.calling = calling;
        this.desk = desk;
    }

    /** @param reports whether the user writes reports of some office */
    public record Shown(
            String headline, List<DueReports.Due> waiting, List<DueReports.Due> sent, List<About> forms, boolean reports, boolean mayCall, String callArea,
            boolean mayMake) {}

    /** A form of the catalogue. @param places the offices for which the user writes it, as place id and office name in pairs */
    public record About(Form form, Form.Version version, int asked, String way, String deadline, List<String> places) {
        public boolean regular() {
            return version.regular();
        }
    }

    @GetMapping("/forms")
    @Transactional(readOnly = true)
    View forms(Locale locale) {
        Texts texts = Texts.of(locale);
        CurrentUser user = CurrentUser.require();
        LocalDate today = desk.today();
        List<DueReports.Due> all = due.of(user);
        List<DueReports.Due> waiting = all.stream().filter(one -> !one.sent()).toList();
        List<About> abouts = forms.all().stream()
                .flatMap(form -> forms.versionOn(form, today).stream().map(version -> about(form, version, user, today, texts)))
                .toList();
        boolean reports = !desk.drafting(user).isEmpty();
        var area = calling.area(user);
        return Html.of("reporting/entry/forms", "shown", new Shown(
                headline(waiting, !reports, today, texts), waiting, all.stream().filter(DueReports.Due::sent).toList(), abouts, reports,
                area.isPresent(), area.map(place -> place.fullName()).orElse(""), user.has("ministry_office") || user.has(Desk.PROVINCE.toArray(String[]::new))));
    }

    @PostMapping("/forms/{code}/submissions")
    View open(@PathVariable String code, @RequestParam int place, @RequestParam(required = false) @Nullable String period,
            @RequestParam(required = false) @Nullable String day, @RequestParam(required = false) @Nullable String since) {
        Period asked = period != null ? Period.parse(period) : since != null ? Period.upTo(DateWords.parse(day == null ? "" : day)) : Period.asOf(DateWords.parse(day == null ? "" : day));
        return Redirect.to("/submissions/" + opening.open(code, asked, place) + "/entry");
    }

    @PostMapping("/calls")
    View call(@RequestParam String form, @RequestParam String day, @RequestParam(defaultValue = "") String from, @RequestParam String due, @RequestParam(required = false) @Nullable String note) {
        LocalDate last = DateWords.parse(day);
        Period asked = from.isBlank() ? Period.asOf(last) : Period.span(DateWords.parse(from), last);
        calling.call(form, asked, DateWords.parse(due), note);
        return Redirect.to("/completeness?form=" + form + "&period=" + asked.code() + "&done=called");
    }

    private About about(Form form, Form.Version version, CurrentUser user, LocalDate today, Texts texts) {
        List<Chain.Step> way = version.chain().on(today);
        String stations = way.stream().map(step -> texts.get("reporting.station." + step.officeKind())).reduce((a, b) -> a + " → " + b).orElse("");
        String deadline = way.getFirst().deadline() == null ? "" : way.getFirst().deadline().label(texts.locale());
        List<String> places = new ArrayList<>();
        desk.drafting(user, form, version).stream().filter(grant -> grant.placeId() != null && !places.contains(String.valueOf(grant.placeId())))
                .forEach(grant -> places.addAll(List.of(String.valueOf(grant.placeId()), grant.officeName())));
        return new About(form, version, version.asked().size(), stations, deadline, places);
    }

    private static String headline(List<DueReports.Due> waiting, boolean reader, LocalDate today, Texts texts) {
        if (reader) {
            return texts.get("reporting.forms.title");
        }
        long overdue = waiting.stream().filter(one -> one.overdue(today)).count();
        if (overdue > 0) {
            return texts.get("reporting.forms.overdue", overdue);
        }
        long returned = waiting.stream().filter(DueReports.Due::returned).count();
        if (returned > 0) {
            return texts.get("reporting.headline.returned", returned);
        }
        return waiting.stream()
                .filter(one -> one.day() != null)
                .findFirst()
                .map(one -> texts.get("reporting.forms.next", WorkingDays.vietnam().between(today, one.day()), one.form().name(texts), one.period().label(texts.locale())))
                .orElse(texts.get("reporting.forms.none"));
    }
}

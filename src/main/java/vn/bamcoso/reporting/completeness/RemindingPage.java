package vn.bamcoso.reporting.completeness;

import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.View;
import org.springframework.web.servlet.view.RedirectView;
import vn.bamcoso.access.CurrentUser;
import vn.bamcoso.basics.Problem;
import vn.bamcoso.basics.Texts;
import vn.bamcoso.calendar.Period;
import vn.bamcoso.notices.ReminderWords;
import vn.bamcoso.reporting.Form;
import vn.bamcoso.reporting.Forms;
import vn.bamcoso.reporting.submission.Desk;
import vn.bamcoso.shell.Html;
import vn.bamcoso.territory.Place;

/** Reminding those who have not sent: the act, and the words to paste into a chat (which units, what, by when, no figures). */
@Controller
public class RemindingPage {
    private final Reminding reminding;
    private final Completeness completeness;
    private final Area areas;
    private final Forms forms;
    private final Desk desk;
    private final Clock clock;

    RemindingPage(Reminding reminding, Completeness completeness, Area areas, Forms forms, Desk desk, Clock clock) {
        this.reminding = reminding;
        this.completeness = completeness;
        this.areas = areas;
        this.forms = forms;
        this.desk = desk;
        this.clock = clock;
    }

    /** @param told how many offices were told by the act just done; null before */
    public record Shown(Form form, Period period, Place within, int missing, String words, @Nullable Integer told, String board) {}

    private record Asked(Form form, Period period, Place within, String address) {}

    @PostMapping("/completeness/reminders")
    View remind(@RequestParam String form, @RequestParam String period, @RequestParam(defaultValue = "") String within) {
        Asked asked = asked(form, period, within);
        int told = reminding.remind(asked.form(), asked.period(), asked.within(), CurrentUser.require(), clock.instant());
        return new RedirectView("/completeness/reminders?" + asked.address() + "&told=" + told);
    }

    @GetMapping("/completeness/reminders")
    View words(@RequestParam String form, @RequestParam String period, @RequestParam(defaultValue = "") String within, @RequestParam(required = false) @Nullable Integer told, Locale locale) {
        Asked asked = asked(form, period, within);
        List<Completeness.One> missing = reminding.missing(asked.form(), asked.period(), asked.within(), desk.today());
        String words = missing.isEmpty() ? "" : words(asked, missing, Texts.of(locale));
        return Html.of("reporting/completeness/reminders", "shown", new Shown(
                asked.form(), asked.period(), asked.within(), missing.size(), words, told, "/completeness?" + asked.address()));
    }

    private Asked asked(String form, String period, String within) {
        Form known = forms.require(form);
        Period when = Period.parse(period);
        forms.requireVersion(known, when);
        CurrentUser user = CurrentUser.require();
        Place area = areas.of(user, known.field()).filter(place -> Reminding.may(user)).orElseThrow(() -> Problem.forbidden("reporting.problem.not-your-act"));
        Place chosen = areas.chosen(area, within);
        return new Asked(known, when, chosen, "form=" + known.code() + "&period=" + when.code() + "&within=" + chosen.key());
    }

    /** One line a commune; for the nation one a province, with its communes: three thousand lines are no message. */
    private List<String> units(Asked asked, List<Completeness.One> missing) {
        return !asked.within().level().equals("nation") ? missing.stream().map(Completeness.One::name).toList()
                : reminding.byProvince(missing, desk.today()).entrySet().stream()
                        .map(province -> province.getKey() + " (" + province.getValue().size() + "): " + province.getValue().stream().map(Completeness.One::name).collect(Collectors.joining("; ")))
                        .toList();
    }

    private String words(Asked asked, List<Completeness.One> missing, Texts texts) {
        LocalDate due = completeness.due(asked.form(), asked.period()).orElse(null);
        String what = asked.form().name(texts);
        String period = asked.period().label(texts.locale());
        return ReminderWords.of(texts, texts.get("reporting.remind.words", what, period), due, desk.today(), units(asked, missing));
    }
}

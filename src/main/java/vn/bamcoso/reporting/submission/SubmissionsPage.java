package vn.bamcoso.reporting.submission;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Controller;
import org.springframework.transaction.annotation.Transactional;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.View;
import vn.bamcoso.basics.Problem;
import vn.bamcoso.basics.Texts;
import vn.bamcoso.calendar.Period;
import vn.bamcoso.reporting.Form;
import vn.bamcoso.reporting.Forms;
import vn.bamcoso.reporting.Status;
import vn.bamcoso.shell.Html;
import vn.bamcoso.shell.Paging;
import vn.bamcoso.territory.Places;

/** A list of reports with its filters. */
@Controller
public class SubmissionsPage {
    private static final int SIZE = 100;
    private static final int MOST_PAGES = 100_000;
    /** How far reports are counted for the page: beyond it a person narrows the list down anyway. */
    private static final int COUNTED = 2_000;

    private final Listed listed;
    private final Forms forms;
    private final Places places;
    private final Desk desk;

    SubmissionsPage(Listed listed, Forms forms, Places places, Desk desk) {
        this.listed = listed;
        this.forms = forms;
        this.places = places;
        this.desk = desk;
    }

    /** Choices are value and label in pairs. */
    public record Shown(
            List<Listed.Row> rows, boolean more, Paging paging, List<String> forms, List<String> periods, List<String> states, String form, String period, String status, boolean onePerson,
            @Nullable String within) {
        /** Whether the reports are of more than one province, so that each says of which. */
        public boolean provinces() {
            return rows.stream().map(Listed.Row::province).distinct().count() > 1;
        }
    }

    @GetMapping("/submissions")
    @Transactional(readOnly = true)
    View submissions(
            @RequestParam(defaultValue = "") String form, @RequestParam(defaultValue = "") String period, @RequestParam(defaultValue = "") String status,
            @RequestParam(defaultValue = "") String within, @RequestParam(defaultValue = "") String onePerson, @RequestParam(defaultValue = "1") int page, Locale locale) {
        Texts texts = Texts.of(locale);
        if (!status.isEmpty()) {
            Arrays.stream(status.split(",")).filter(code -> Arrays.stream(Status.values()).noneMatch(known -> known.code().equals(code))).findFirst().ifPresent(unknown -> {
                throw Problem.refused("reporting.problem.status", unknown);
            });
        }
        String periodCode = period.isEmpty() ? null : Period.parse(period).code();
        Integer area = within.isEmpty() ? null : places.byKey(within).orElseThrow(Problem::notFound).id();
        int number = Math.clamp(page, 1, MOST_PAGES);
        Listed.Answer answer = listed.ask(new Listed.Question(
                form.isEmpty() ? null : form, periodCode, status.isEmpty() ? null : status, area, null, onePerson.isEmpty() ? null : true, SIZE, (number - 1) * SIZE, COUNTED + 1, null));
        String base = "/submissions?form=" + form + "&period=" + (periodCode == null ? "" : periodCode) + "&status=" + status + "&within=" + within + "&onePerson=" + onePerson;
        List<String> states = new ArrayList<>(List.of("", texts.get("reporting.any")));
        for (Status one : Status.values()) {
            states.addAll(List.of(one.code(), one.label(texts)));
        }
        List<String> names = new ArrayList<>(List.of("", texts.get("reporting.any")));
        forms.all().forEach(one -> names.addAll(List.of(one.code(), one.name(texts))));
        return Html.of("reporting/submission/submissions", "shown", new Shown(
                answer.rows(), answer.total() > COUNTED, new Paging(Math.min(answer.total(), COUNTED), SIZE, number, base), names, periods(form, texts), states, form, periodCode == null ? "" : periodCode, status, !onePerson.isEmpty(),
                within.isEmpty() ? null : within));
    }

    private List<String> periods(String form, Texts texts) {
        List<String> choices = new ArrayList<>(List.of("", texts.get("reporting.any")));
        LocalDate today = desk.today();
        List<Form> asked = forms.all().stream().filter(one -> form.isEmpty() || one.code().equals(form)).toList();
        asked.forEach(one -> forms.recentPeriods(one, today, 40).stream().filter(period -> !choices.contains(period.code())).forEach(period -> {
            choices.add(period.code());
            choices.add(period.label(texts.locale()));
        }));
        return choices;
    }
}

package vn.bamcoso.reporting.period;

import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.View;
import vn.bamcoso.access.CurrentUser;
import vn.bamcoso.basics.Problem;
import vn.bamcoso.basics.Texts;
import vn.bamcoso.calendar.DateWords;
import vn.bamcoso.calendar.Period;
import vn.bamcoso.documents.table.ExcelColumn;
import vn.bamcoso.documents.table.ExcelSheet;
import vn.bamcoso.identity.Grants;
import vn.bamcoso.reporting.Form;
import vn.bamcoso.reporting.Forms;
import vn.bamcoso.reporting.submission.Desk;
import vn.bamcoso.shell.Html;
import vn.bamcoso.territory.Place;
import vn.bamcoso.territory.Places;

/** The report of an area by a form: on the screen, on paper, as Excel. */
@Controller
public class SummaryPage {
    private static final List<String> BLIND = List.of("administrator", "auditor", "gazetteer_keeper");
    private final Forms forms;
    private final Summary summary;
    private final Places places;
    private final Grants grants;
    private final Desk desk;

    SummaryPage(Forms forms, Summary summary, Places places, Grants grants, Desk desk) {
        this.forms = forms;
        this.summary = summary;
        this.places = places;
        this.grants = grants;
        this.desk = desk;
    }

    /** @param offered periods to choose from, code and label in pairs */
    public record Shown(Summary.Table table, List<String> offered, List<String> chosenForms, String sinceLabel) {}

    @GetMapping("/forms/{code}/summary")
    View summary(@PathVariable String code, @RequestParam(defaultValue = "") String period, @RequestParam(defaultValue = "") String within, Locale locale) {
        Texts texts = Texts.of(locale);
        Summary.Table table = table(code, period, within, texts);
        List<String> offered = new ArrayList<>();
        offered(table.form()).forEach(one -> offered.addAll(List.of(one.code(), one.label(locale))));
        if (!offered.contains(table.period().code())) {
            offered.addAll(0, List.of(table.period().code(), table.period().label(locale)));
        }
        List<String> all = forms.all().stream().flatMap(form -> List.of(form.code(), form.name(texts)).stream()).toList();
        return Html.of("reporting/period/summary", "shown", new Shown(table, offered, all, since(table, texts)));
    }

    @GetMapping("/forms/{code}/summary.xlsx")
    void excel(@PathVariable String code, @RequestParam(defaultValue = "") String period, @RequestParam(defaultValue = "") String within, Locale locale, HttpServletResponse response) throws IOException {
        Texts texts = Texts.of(locale);
        Summary.Table table = table(code, period, within, texts);
        response.setContentType("application/vnd.openxmlformats-officedocument.spreadsheetml.sheet");
        response.setCharacterEncoding(StandardCharsets.UTF_8);
        response.setHeader("Content-Disposition", "attachment; filename=\"" + code + "-" + table.period().code().replaceAll("[^0-9A-Za-z-]", "_") + ".xlsx\"");
        List<ExcelColumn> columns = List.of(
                ExcelColumn.text(texts.get("reporting.indicator"), 60), ExcelColumn.text(texts.get("reporting.draft.unit"), 14), ExcelColumn.whole(texts.get("reporting.summary.now"), 16),
                ExcelColumn.whole(texts.get("reporting.summary.cumulative"), 16), ExcelColumn.whole(texts.get("reporting.summary.last-year"), 16), ExcelColumn.whole(texts.get("reporting.summary.change"), 16),
                ExcelColumn.whole("%", 12).as(ExcelColumn.Form.TWO_DECIMALS));
        try (var sheet = new ExcelSheet(response.getOutputStream(), code.length() > 31 ? code.substring(0, 31) : code, columns)) {
            sheet.title(table.form().name(texts));
            sheet.note(table.within().fullName() + " · " + table.period().name(locale));
            sheet.blank();
            sheet.head();
            for (Summary.Row row : table.rows()) {
                List<@Nullable Object> cells = new ArrayList<>();
                cells.add((row.part() ? "  – " : "") + row.label());
                cells.add(row.unit());
                cells.add(row.now().value());
                cells.add(row.cumulative());
                cells.add(row.lastYear());
                cells.add(row.change().map(one -> (Object) one.difference()).orElse(null));
                cells.add(row.change().map(one -> (Object) one.percent()).orElse(null));
                sheet.row(cells);
            }
        }
    }

    private Summary.Table table(String code, String period, String within, Texts texts) {
        Form form = forms.require(code);
        Period asked = period.isBlank() ? offered(form).stream().findFirst().orElse(Period.asOf(desk.today())) : Period.parse(period.strip());
        Form.Version version = forms.versionFor(form, asked).or(() -> forms.versionOn(form, asked.end())).orElseThrow(() -> Problem.refused("reporting.problem.period", form.name(texts), asked.code()));
        Place own = grants.widest(CurrentUser.require(), form.field(), BLIND).orElseThrow(Problem::notFound);
        Place place = within.isBlank() ? own : places.byKey(within).orElseThrow(Problem::notFound);
        return summary.of(form, version, place, asked, texts);
    }

    /** The last periods that are over, of every kind that the form takes. */
    private List<Period> offered(Form form) {
        LocalDate today = desk.today();
        Optional<Form.Version> now = forms.versionOn(form, today);
        if (now.isEmpty() || !now.get().regular()) {
            return forms.recentPeriods(form, today, 12);
        }
        List<Period> offered = new ArrayList<>();
        now.get().kinds().stream().filter(kind -> kind.regular()).forEach(kind -> {
            Optional<Period> period = now.get().rule().lastOver(kind, today);
            for (int i = 0; i < (kind == now.get().kinds().getFirst() ? 6 : 2) && period.isPresent(); i++) {
                offered.add(period.get());
                period = period.get().previous();
            }
        });
        return offered;
    }

    private static String since(Summary.Table table, Texts texts) {
        return table.since() == null ? "" : DateWords.range(table.since().start(), table.since().end(), texts.locale());
    }
}

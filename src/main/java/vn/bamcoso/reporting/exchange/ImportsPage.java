package vn.bamcoso.reporting.exchange;

import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.io.OutputStreamWriter;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.multipart.MultipartFile;
import org.springframework.web.servlet.View;
import vn.bamcoso.access.CurrentUser;
import vn.bamcoso.basics.Problem;
import vn.bamcoso.basics.Texts;
import vn.bamcoso.calendar.Period;
import vn.bamcoso.documents.numbers.NumberForm;
import vn.bamcoso.documents.numbers.Numerals;
import vn.bamcoso.documents.table.Address;
import vn.bamcoso.documents.table.CsvWriter;
import vn.bamcoso.figures.Indicators;
import vn.bamcoso.reporting.Form;
import vn.bamcoso.reporting.Forms;
import vn.bamcoso.reporting.submission.Desk;
import vn.bamcoso.reporting.submission.Redirect;
import vn.bamcoso.shell.Html;

/** Files brought in: sent, checked, looked at, recorded; a page for each that can be left and found again. */
@Controller
public class ImportsPage {
    private static final long PATIENCE = 2_500;
    private static final int SHOWN = 500;

    private final Imports imports;
    private final Doubting doubting;
    private final Forms forms;
    private final Indicators indicators;
    private final Desk desk;

    ImportsPage(Imports imports, Doubting doubting, Forms forms, Indicators indicators, Desk desk) {
        this.imports = imports;
        this.doubting = doubting;
        this.forms = forms;
        this.indicators = indicators;
        this.desk = desk;
    }

    /** Choices are value and label in pairs. */
    public record Shown(List<Imports.Import> imports, List<String> forms, List<String> periods, List<Blank> blanks, boolean approves, @Nullable String refused, List<String> reasons) {}

    /** A form to take away as an empty table, and the periods that it is taken for. */
    public record Blank(String form, String name, List<String> periods) {}

    public record One(Imports.Import one, String form, String period, List<Line> faults, List<Total> totals, List<Change> changes, List<Line> doubts, boolean stale) {}

    public record Line(String where, String sentence) {}

    public record Total(String name, String sum, int given) {}

    public record Change(String place, String name, String before, String after) {}

    @GetMapping("/imports")
    View imports(Locale locale) {
        return list(Texts.of(locale), null, List.of());
    }

    @PostMapping("/imports")
    View bring(@RequestParam(required = false) @Nullable MultipartFile file, @RequestParam(defaultValue = "") String form, @RequestParam(defaultValue = "") String period,
            @RequestParam(defaultValue = "") String numbers, @RequestParam(required = false) @Nullable String override, Locale locale) throws IOException {
        Texts texts = Texts.of(locale);
        try {
            if (file == null || file.isEmpty()) {
                throw Problem.refused("documents.problem.file.empty");
            }
            NumberForm marks = Arrays.stream(NumberForm.values()).filter(one -> one.name().equalsIgnoreCase(numbers)).findFirst().orElse(null);
            String name = file.getOriginalFilename() == null ? "" : file.getOriginalFilename().replaceAll(".*[/\\\\]", "");
            long id = imports.bring(name, file.getBytes(), new FileReading.Said(form, period, null, marks), override, locale);
            return settled(id);
        } catch (Problem refused) {
            if (refused.kind() != Problem.Kind.REFUSED) {
                throw refused;
            }
            List<String> reasons = refused.faults().stream().map(fault -> fault.where() + ": " + texts.get(fault.code(), fault.args().toArray())).toList();
            return ((Html) list(texts, texts.get(refused), reasons)).status(422);
        }
    }

    @GetMapping("/imports/{id}")
    View one(@PathVariable long id, Locale locale) {
        return Html.of("reporting/exchange/import", "shown", shown(imports.find(id).orElseThrow(Problem::notFound), Texts.of(locale), SHOWN));
    }

    @GetMapping("/imports/{id}/faults.csv")
    void faults(@PathVariable long id, Locale locale, HttpServletResponse response) throws IOException {
        Texts texts = Texts.of(locale);
        Imports.Import one = imports.find(id).orElseThrow(Problem::notFound);
        TemplatesPage.answer(response, "text/csv;charset=UTF-8", texts.get("reporting.file.faults") + " " + id + ".csv");
        try (var writer = new OutputStreamWriter(response.getOutputStream(), StandardCharsets.UTF_8)) {
            CsvWriter csv = new CsvWriter(writer, locale);
            csv.row(List.of(texts.get("reporting.file.row"), texts.get("reporting.file.column"), texts.get("reporting.file.reason")));
            one.faults().forEach(fault -> csv.row(List.of(fault.row() == 0 ? "" : String.valueOf(fault.row()), fault.column() == 0 ? "" : Address.letters(fault.column()), sentence(fault, texts))));
        }
    }

    @PostMapping("/imports/{id}/recording")
    View record(@PathVariable long id, @RequestParam(required = false) @Nullable String reason) {
        imports.record(id, reason);
        return settled(id);
    }

    @PostMapping("/imports/{id}/discard")
    View discard(@PathVariable long id) {
        imports.discard(id);
        return Redirect.to("/imports");
    }

    @PostMapping("/imports/{id}/resumption")
    View resume(@PathVariable long id) {
        imports.resume(id);
        return settled(id);
    }

    /** Short work is done before the page is shown; long work goes on behind it. */
    private View settled(long id) {
        long until = System.currentTimeMillis() + PATIENCE;
        try {
            while (System.currentTimeMillis() < until && imports.find(id).filter(Imports.Import::running).isPresent()) {
                Thread.sleep(60);
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
        return Redirect.to("/imports/" + id);
    }

    private View list(Texts texts, @Nullable String refused, List<String> reasons) {
        Planning.target(CurrentUser.require());
        List<String> formChoices = new ArrayList<>(List.of("", texts.get("reporting.file.by-template")));
        List<String> periods = new ArrayList<>(List.of("", texts.get("reporting.file.by-template")));
        List<Blank> blanks = new ArrayList<>();
        for (Form form : forms.all()) {
            formChoices.addAll(List.of(form.code(), form.name(texts)));
            List<Period> recent = forms.recentPeriods(form, desk.today(), 12);
            recent.stream().filter(period -> !periods.contains(period.code())).forEach(period -> periods.addAll(List.of(period.code(), period.label(texts.locale()))));
            List<Period> offered = recent.isEmpty() ? List.of(Period.asOf(desk.today())) : recent;
            blanks.add(new Blank(form.code(), form.name(texts), offered.stream().flatMap(period -> Stream.of(period.code(), period.label(texts.locale()))).toList()));
        }
        boolean approves = Planning.target(CurrentUser.require()) == Plan.Target.APPROVED;
        return Html.of("reporting/exchange/imports", "shown", new Shown(imports.mine(50), formChoices, periods, blanks, approves, refused, reasons));
    }

    private One shown(Imports.Import one, Texts texts, int most) {
        List<Line> faults = one.faults().stream()
                .limit(most)
                .map(fault -> new Line(fault.row() == 0 ? texts.get("reporting.file.whole") : new Address("", fault.row(), fault.column()).where(texts.locale()), sentence(fault, texts)))
                .toList();
        Plan.Summary summary = one.summary();
        List<Total> totals = summary == null ? List.of() : summary.totals().stream()
                .map(total -> new Total(name(total.indicator(), texts), Numerals.write(total.sum().stripTrailingZeros(), texts.locale()), total.given())).toList();
        List<Change> changes = summary == null ? List.of() : summary.changes().stream()
                .map(change -> new Change(change.place(), name(change.indicator(), texts), change.before() == null ? "–" : Numerals.write(change.before().stripTrailingZeros(), texts.locale()),
                        Numerals.write(change.after().stripTrailingZeros(), texts.locale()))).toList();
        List<Line> doubts = summary == null ? List.of() : summary.doubts().stream()
                .map(doubt -> new Line(doubt.place() + " · " + name(doubt.indicator(), texts) + ": " + Numerals.write(doubt.value().stripTrailingZeros(), texts.locale()), doubting.sentence(doubt, texts).orElse(""))).toList();
        String form = one.form() == null ? "" : forms.byCode(one.form()).map(found -> found.name(texts)).orElse("");
        return new One(one, form, one.period() == null ? "" : Period.parse(one.period()).label(texts.locale()), faults, totals, changes, doubts, one.running() && one.at().isBefore(java.time.Instant.now().minusSeconds(120)));
    }

    private String name(String code, Texts texts) {
        return indicators.byCode(code).map(indicator -> indicator.name(texts.locale())).orElse(code);
    }

    /** Codes of indicators in a sentence are told by their names. */
    private String sentence(Brought.Fault fault, Texts texts) {
        Object[] args = fault.args().stream().map(arg -> fault.code().equals("reporting.fault.check-broken") || fault.code().startsWith("figures.problem.") ? name(arg, texts) : arg).toArray();
        return texts.get(fault.code(), args);
    }
}

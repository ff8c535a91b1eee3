package vn.bamcoso.reporting.exchange;

import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.io.OutputStreamWriter;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Locale;
import org.springframework.http.ContentDisposition;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestParam;
import vn.bamcoso.access.CurrentUser;
import vn.bamcoso.basics.Problem;
import vn.bamcoso.basics.Texts;
import vn.bamcoso.calendar.Period;
import vn.bamcoso.reporting.Form;
import vn.bamcoso.reporting.Forms;
import vn.bamcoso.reporting.Submission;
import vn.bamcoso.reporting.Submissions;
import vn.bamcoso.reporting.completeness.Area;
import vn.bamcoso.reporting.completeness.Completeness;
import vn.bamcoso.reporting.entry.Sheet;
import vn.bamcoso.reporting.entry.Sheets;
import vn.bamcoso.reporting.submission.Desk;
import vn.bamcoso.territory.Place;

/** Forms to take away as files. */
@Controller
class TemplatesPage {
    private static final String EXCEL = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet";

    private final Submissions submissions;
    private final Sheets sheets;
    private final Forms forms;
    private final Completeness completeness;
    private final Area areas;
    private final Templates templates;
    private final Desk desk;

    TemplatesPage(Submissions submissions, Sheets sheets, Forms forms, Completeness completeness, Area areas, Templates templates, Desk desk) {
        this.submissions = submissions;
        this.sheets = sheets;
        this.forms = forms;
        this.completeness = completeness;
        this.areas = areas;
        this.templates = templates;
        this.desk = desk;
    }

    /** One report: to be filled in while it is open to the user, otherwise a copy of what was sent. */
    @GetMapping("/submissions/{id}/template.xlsx")
    void one(@PathVariable long id, Locale locale, HttpServletResponse response) throws IOException {
        Texts texts = Texts.of(locale);
        Submission submission = submissions.require(id);
        boolean own = submission.formId() != null && desk.mayDraft(CurrentUser.require(), submission);
        boolean open = own && submission.status().open();
        Sheet sheet;
        if (open || own && submission.revision() == 0) {
            sheet = sheets.draft(submission, texts);
        } else if (submission.formId() != null && submission.revision() > 0) {
            sheet = sheets.frozen(submission, submissions.revisions(submission).getLast(), texts);
        } else {
            throw Problem.notFound();
        }
        answer(response, EXCEL, sheet.form().code() + " " + submission.period().code() + " " + sheet.place().name() + ".xlsx");
        templates.one(sheet, open, response.getOutputStream(), texts);
    }

    /** All communes of the user's area, or of a part of it, in one table. {@code kind}: xlsx or csv. */
    @GetMapping("/forms/{code}/template.{kind:xlsx|csv}")
    void many(@PathVariable String code, @PathVariable String kind, @RequestParam String period, @RequestParam(defaultValue = "") String within, Locale locale, HttpServletResponse response) throws IOException {
        Texts texts = Texts.of(locale);
        Form form = forms.require(code);
        Period asked = Period.parse(period);
        Form.Version version = forms.requireVersion(form, asked);
        Place area = areas.chosen(areas.of(CurrentUser.require(), form.field()).orElseThrow(() -> Problem.forbidden("reporting.problem.not-your-act")), within);
        List<Completeness.One> places = completeness.expected(form, asked, area.id(), desk.today());
        String name = code + " " + asked.code() + " " + area.name() + "." + kind;
        if (kind.equals("xlsx")) {
            answer(response, EXCEL, name);
            templates.many(form, version, asked, places, response.getOutputStream(), texts);
        } else {
            answer(response, "text/csv;charset=UTF-8", name);
            try (var writer = new OutputStreamWriter(response.getOutputStream(), StandardCharsets.UTF_8)) {
                templates.manyCsv(form, version, asked, places, writer, texts);
            }
        }
    }

    static void answer(HttpServletResponse response, String type, String name) {
        response.setContentType(type);
        response.setHeader("Content-Disposition", ContentDisposition.attachment().filename(name, StandardCharsets.UTF_8).build().toString());
        response.setHeader("Cache-Control", "no-store");
    }
}

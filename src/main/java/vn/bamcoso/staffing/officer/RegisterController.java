package vn.bamcoso.staffing.officer;

import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.tags.Tag;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.format.annotation.DateTimeFormat;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.ResponseBody;
import org.springframework.web.servlet.View;
import vn.bamcoso.access.CurrentUser;
import vn.bamcoso.basics.Problem;
import vn.bamcoso.basics.Texts;
import vn.bamcoso.documents.table.CsvWriter;
import vn.bamcoso.documents.table.ExcelColumn;
import vn.bamcoso.documents.table.ExcelSheet;
import vn.bamcoso.shell.Html;
import vn.bamcoso.shell.Paging;
import vn.bamcoso.staffing.Area;
import vn.bamcoso.staffing.Titles;
import vn.bamcoso.territory.Place;

/** The register of officers: a page to search, a list for programs, files for who may export. */
@Controller
@Tag(name = "staffing")
public class RegisterController {
    public record Shown(Place place, String text, LocalDate on, List<Register.Line> lines, Map<Short, Titles.Title> titles, Paging paging, boolean export, String query) {}

    record Found(int total, List<Register.Line> officers) {}

    private final Register register;
    private final Titles titles;
    private final Area area;
    private final Retention retention;

    RegisterController(Register register, Titles titles, Area area, Retention retention) {
        this.register = register;
        this.titles = titles;
        this.area = area;
        this.retention = retention;
    }

    /** Within what the user sees with the field personnel; not found for who has not got it there. */
    private Place place(@Nullable String within) {
        CurrentUser user = CurrentUser.require();
        Place own = area.of(user, Area.PERSONNEL).orElseThrow(Problem::notFound);
        if (within == null || within.isBlank()) {
            return own;
        }
        Place chosen = area.chosen(user, within);
        if (!area.knowsPersons(user, chosen.id())) {
            throw Problem.notFound();
        }
        return chosen;
    }

    private Register.Question question(Place place, String text, String who, @Nullable LocalDate on) {
        LocalDate day = on == null ? area.today() : on;
        List<Short> homes = new ArrayList<>(List.of("nation", "province").contains(place.level()) ? area.homes(place, area.today()) : List.of());
        if (place.level().equals("nation")) {
            homes.add((short) 0);
        }
        return new Register.Question(place.id(), homes.isEmpty() ? null : homes, text, who.equals("all") ? null : Boolean.valueOf(!who.equals("left")), day);
    }

    @GetMapping("/staffing/officers")
    View show(
            @RequestParam(required = false) @Nullable String within, @RequestParam(defaultValue = "") String text, @RequestParam(defaultValue = "serving") String who,
            @RequestParam(defaultValue = "1") int page) {
        Place place = place(within);
        Register.Question question = question(place, text, who, null);
        String query = "within=" + place.key() + "&text=" + URLEncoder.encode(text, StandardCharsets.UTF_8) + "&who=" + URLEncoder.encode(who, StandardCharsets.UTF_8);
        Paging paging = new Paging(register.count(question), Register.SIZE, page, "/staffing/officers?" + query);
        return Html.of("staffing/officer/register", "shown", new Shown(place, text, question.on(), register.page(question, paging.offset()), titles.on(question.on()), paging,
                register.mayExport(CurrentUser.require(), place), query), "who", who, "keeps", retention.may(CurrentUser.require()));
    }

    @GetMapping("/api/staffing/officers")
    @ResponseBody
    @Operation(summary = "Officers of an area", description = "Needs the field personnel. within: key of a place; text: part of a name, or a number; who: serving, left or all; 50 a page.")
    Found list(
            @RequestParam(required = false) @Nullable String within, @RequestParam(defaultValue = "") String text, @RequestParam(defaultValue = "serving") String who,
            @RequestParam(required = false) @DateTimeFormat(iso = DateTimeFormat.ISO.DATE) @Nullable LocalDate on, @RequestParam(defaultValue = "1") int page) {
        Register.Question question = question(place(within), text, who, on);
        return new Found(register.count(question), register.page(question, Math.max(0, page - 1) * Register.SIZE));
    }

    @GetMapping("/staffing/officers/export")
    void export(
            @RequestParam(required = false) @Nullable String within, @RequestParam(defaultValue = "") String text, @RequestParam(defaultValue = "serving") String who,
            @RequestParam(defaultValue = "xlsx") String form, Locale locale, HttpServletResponse response) throws IOException {
        Place place = place(within);
        Register.Question question = question(place, text, who, null);
        List<Register.Line> lines = register.export(question, place, form);
        Texts texts = Texts.of(locale);
        Map<Short, Titles.Title> names = titles.on(question.on());
        List<String> head = List.of(
                texts.get("staffing.officer.number"), texts.get("staffing.col.officer"), texts.get("staffing.officer.birth"), texts.get("staffing.by.sex"), texts.get("staffing.by.ethnic"), texts.get("staffing.by.rank"),
                texts.get("staffing.officer.education"), texts.get("staffing.by.party"), texts.get("staffing.officer.entered"), texts.get("staffing.officer.left"), texts.get("staffing.col.title"), texts.get("staffing.col.office"),
                texts.get("staffing.col.since"), texts.get("staffing.officer.languages"));
        String name = "can-bo-" + place.code() + "-" + question.on();
        if (form.equals("csv")) {
            response.setContentType("text/csv;charset=UTF-8");
            response.setHeader("Content-Disposition", "attachment; filename=\"" + name + ".csv\"");
            var csv = new CsvWriter(response.getWriter(), locale);
            csv.row(head);
            lines.forEach(line -> csv.row(cells(line, names, texts)));
            response.getWriter().flush();
            return;
        }
        response.setContentType("application/vnd.openxmlformats-officedocument.spreadsheetml.sheet");
        response.setHeader("Content-Disposition", "attachment; filename=\"" + name + ".xlsx\"");
        try (var sheet = new ExcelSheet(response.getOutputStream(), "Can bo", head.stream().map(title -> ExcelColumn.text(title, 18)).toList())) {
            sheet.title(texts.get("staffing.register.of", place.fullName()));
            sheet.note(texts.get("staffing.register.exported", question.on(), CurrentUser.require().name()));
            sheet.blank();
            sheet.head();
            lines.forEach(line -> sheet.row(cells(line, names, texts)));
        }
    }

    private static List<@Nullable Object> cells(Register.Line line, Map<Short, Titles.Title> names, Texts texts) {
        return java.util.Arrays.asList(
                line.number(), line.name(), line.birthYear(), texts.get("staffing.sex." + line.sex()), line.ethnicGroup(), texts.get("staffing.rank." + line.rank().replace('_', '-')),
                texts.get("staffing.education." + line.education().replace('_', '-')), day(line.partySince(), texts), texts.write(line.enteredOn()), day(line.left(), texts), line.titleId() == null ? null : names.get(line.titleId()).name(texts),
                line.office(), day(line.since(), texts), line.languages());
    }

    private static @Nullable String day(@Nullable LocalDate day, Texts texts) {
        return day == null ? null : texts.write(day);
    }
}

package vn.bamcoso.tasks.plan;

import java.io.IOException;
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
import org.springframework.web.multipart.MultipartFile;
import org.springframework.web.servlet.View;
import vn.bamcoso.access.CurrentUser;
import vn.bamcoso.basics.Problem;
import vn.bamcoso.basics.Texts;
import vn.bamcoso.documents.edge.EdgeCheck;
import vn.bamcoso.shell.Html;
import vn.bamcoso.tasks.Desk;
import vn.bamcoso.tasks.See;
import vn.bamcoso.tasks.directive.Directive;
import vn.bamcoso.tasks.directive.Directives;
import vn.bamcoso.territory.Office;

/** The page on which a plan's table comes in: pasted, or as a CSV, Excel or Word file; each line is shown with what it lacks before anything is kept. */
@Controller
class PlanPage {
    private final Bringing bringing;
    private final Directives directives;
    private final Desk desk;

    PlanPage(Bringing bringing, Directives directives, Desk desk) {
        this.bringing = bringing;
        this.directives = directives;
        this.desk = desk;
    }

    @GetMapping("/directives/{id:\\d+}/plan")
    @Transactional(readOnly = true)
    View empty(@PathVariable int id) {
        Directive of = directives.get(id);
        return show(id, of.kind().equals("conclusion") && !of.text().isBlank() ? points(of.text()) : "", List.of());
    }

    @PostMapping("/directives/{id:\\d+}/plan")
    View read(@PathVariable int id, @RequestParam int office, @RequestParam(defaultValue = "") String table, @RequestParam(required = false) @Nullable MultipartFile file, @RequestParam(required = false) @Nullable String keep,
            Locale locale) throws IOException {
        Texts texts = Texts.of(locale);
        List<List<String>> rows;
        if (file != null && !file.isEmpty()) {
            byte[] content = file.getBytes();
            EdgeCheck.refuse(new EdgeCheck(desk.today()).file(file.getOriginalFilename() == null ? "" : file.getOriginalFilename(), content), locale);
            rows = Tables.file(content);
        } else {
            rows = Tables.pasted(table);
        }
        List<Line> lines = bringing.read(id, office, rows);
        if (keep == null) {
            return show(id, String.join("\n", rows.stream().map(row -> String.join("\t", row.stream().map(cell -> cell.replaceAll("\\s+", " ")).toList())).toList()), lines);
        }
        bringing.bring(lines, keep.equals("issue"), texts);
        return See.other("/directives/" + id);
    }

    /** The points of a conclusion as lines of a table: what is left to fill in is who, until when, and what is handed over. */
    static String points(String text) {
        List<String> lines = new ArrayList<>(List.of("TT\tNội dung\tChủ trì\tPhối hợp\tThời hạn\tSản phẩm"));
        text.lines().map(String::strip).filter(line -> !line.isEmpty()).forEach(line -> lines.add(lines.size() + "\t" + line.replaceFirst("^(\\d+[.)]|[-–+•]|[a-zđ]\\))\\s+", "") + "\t\t\t\t"));
        return String.join("\n", lines);
    }

    private View show(int id, String table, List<Line> lines) {
        List<Office> issuers = desk.issuing(CurrentUser.require());
        if (issuers.isEmpty()) {
            throw Problem.forbidden("tasks.problem.not-issuer");
        }
        List<String> pairs = new ArrayList<>();
        issuers.forEach(office -> pairs.addAll(List.of(String.valueOf(office.id()), office.name())));
        return Html.of("tasks/plan/plan", "directive", directives.get(id), "issuers", pairs, "table", table, "lines", lines);
    }
}

package vn.bamcoso.tasks.api;

import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.Parameter;
import io.swagger.v3.oas.annotations.tags.Tag;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;
import org.springframework.http.MediaType;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;
import vn.bamcoso.access.CurrentUser;
import vn.bamcoso.basics.Problem;
import vn.bamcoso.basics.Texts;
import vn.bamcoso.documents.edge.EdgeCheck;
import vn.bamcoso.tasks.Desk;
import vn.bamcoso.tasks.plan.Bringing;
import vn.bamcoso.tasks.plan.Line;
import vn.bamcoso.tasks.plan.Tables;
import vn.bamcoso.territory.Office;

/** A plan's table for programs: lines as JSON or CSV; with a dry run nothing is kept and each line says what it lacks. */
@RestController
@Tag(name = "tasks")
class PlanApi {
    record PlanLine(@Nullable Integer number, String title, @Nullable String lead, @Nullable String cooperating, @Nullable String due, @Nullable String deliverable, @Nullable String authority) {}

    record Plan(@Nullable Integer office, boolean issue, List<PlanLine> tasks) {}

    /** @param missing codes of the clears that it lacks; {@code faults} sentences; {@code task} its id when it was kept */
    record LineJson(int row, String title, @Nullable Integer task, List<String> missing, List<String> faults) {}

    record Outcome(boolean dryRun, int total, List<LineJson> lines) {}

    private final Bringing bringing;
    private final Desk desk;

    PlanApi(Bringing bringing, Desk desk) {
        this.bringing = bringing;
        this.desk = desk;
    }

    @PostMapping(path = "/api/directives/{id}/tasks", consumes = MediaType.APPLICATION_JSON_VALUE)
    @Operation(summary = "Tasks of a directive, from lines", description = "All lines or none; with issue the clear ones are issued.")
    Outcome json(@PathVariable int id, @Parameter(description = "Keep nothing, only say what each line lacks") @RequestParam(defaultValue = "false") boolean dryRun, @RequestBody Plan plan, Locale locale) {
        List<List<String>> rows = new ArrayList<>(List.of(List.of("number", "title", "lead", "cooperating", "due", "deliverable", "authority")));
        plan.tasks().forEach(line -> rows.add(List.of(line.number() == null ? "" : String.valueOf(line.number()), line.title(), or(line.lead()), or(line.cooperating()), or(line.due()), or(line.deliverable()), or(line.authority()))));
        return bring(id, plan.office(), rows, dryRun, plan.issue(), locale);
    }

    @PostMapping(path = "/api/directives/{id}/tasks", consumes = "text/csv")
    @Operation(summary = "Tasks of a directive, from a CSV table", description = "Columns: nội dung, chủ trì, phối hợp, thời hạn, sản phẩm (or title, lead, cooperating, due, deliverable), in any order; UTF-8.")
    Outcome csv(@PathVariable int id, @RequestParam(required = false) @Nullable Integer office, @RequestParam(defaultValue = "false") boolean dryRun, @RequestParam(defaultValue = "false") boolean issue, @RequestBody byte[] body, Locale locale) {
        EdgeCheck.refuse(new EdgeCheck(desk.today()).text(new String(body, StandardCharsets.UTF_8)), locale);
        return bring(id, office, Tables.csv(body), dryRun, issue, locale);
    }

    private Outcome bring(int directive, @Nullable Integer office, List<List<String>> rows, boolean dryRun, boolean issue, Locale locale) {
        Texts texts = Texts.of(locale);
        int issuer = office != null ? office : desk.issuing(CurrentUser.require()).stream().map(Office::id).findFirst().orElseThrow(() -> Problem.forbidden("tasks.problem.not-issuer"));
        List<Line> lines = bringing.read(directive, issuer, rows);
        List<Integer> made = dryRun ? List.of() : bringing.bring(lines, issue, texts);
        List<LineJson> told = new ArrayList<>();
        for (int n = 0; n < lines.size(); n++) {
            Line line = lines.get(n);
            told.add(new LineJson(line.row(), line.draft().title(), dryRun ? null : made.get(n), line.missing().stream().map(clear -> clear.code()).toList(),
                    line.faults().stream().map(fault -> texts.get(fault.code(), fault.args().toArray())).toList()));
        }
        return new Outcome(dryRun, lines.size(), told);
    }

    private static String or(@Nullable String text) {
        return text == null ? "" : text;
    }
}

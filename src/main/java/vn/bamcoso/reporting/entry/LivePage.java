package vn.bamcoso.reporting.entry;

import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.http.ResponseEntity;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.annotation.Transactional;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;
import vn.bamcoso.access.CurrentUser;
import vn.bamcoso.basics.Problem;
import vn.bamcoso.basics.Texts;
import vn.bamcoso.calendar.DateWords;
import vn.bamcoso.reporting.Form;
import vn.bamcoso.reporting.Submission;
import vn.bamcoso.reporting.Submissions;
import vn.bamcoso.reporting.submission.Desk;

/**
 * An open form speaks with the program here: it sends what was typed or pasted, cell by cell, and asks every few seconds what
 * others wrote into the same form. Of two who wrote into one cell at once the second is shown both values and decides.
 */
@RestController
public class LivePage {
    private final Submissions submissions;
    private final Sheets sheets;
    private final CellSaving saving;
    private final Desk desk;
    private final JdbcClient jdbc;

    LivePage(Submissions submissions, Sheets sheets, CellSaving saving, Desk desk, JdbcClient jdbc) {
        this.submissions = submissions;
        this.sheets = sheets;
        this.saving = saving;
        this.desk = desk;
        this.jdbc = jdbc;
    }

    /** @param seen number of the cell's last change that the sender saw */
    record Given(String indicator, @Nullable String value, @Nullable String remark, int seen) {}

    record Sent(@Nullable List<@Nullable Given> cells) {
        List<CellSaving.Written> written() {
            return cells == null ? List.of() : cells.stream().filter(cell -> cell != null && cell.indicator() != null)
                    .map(cell -> new CellSaving.Written(cell.indicator(), cell.value(), cell.remark(), cell.seen())).toList();
        }
    }

    /**
     * A cell as it stands now, and what is to be said about it.
     *
     * @param refused why what was sent is not kept; then {@code conflict} tells whether somebody else's value stands there
     */
    record CellJson(String indicator, String value, String remark, int cell, @Nullable String by, @Nullable String at, List<String> errors, List<String> doubts, @Nullable String refused, boolean conflict) {}

    /** @param form version of the form; {@code count} rises with every change of any cell */
    record Live(boolean open, int lock, int form, long count, String saved, List<CellJson> cells) {}

    /** What changed since: nothing (204), or all cells. */
    @GetMapping("/submissions/{id}/live")
    @Transactional(readOnly = true)
    ResponseEntity<Live> now(@PathVariable long id, @RequestParam long count, Locale locale) {
        Submission submission = mine(id);
        long there = count(id);
        if (there == count && submission.status().open()) {
            return ResponseEntity.noContent().build();
        }
        Texts texts = Texts.of(locale);
        Sheet sheet = sheets.draft(submission, texts);
        return ResponseEntity.ok(live(sheet, there, Map.of(), null, texts));
    }

    /** Keeps what can be kept of the cells, and answers for each of them. */
    @PostMapping("/submissions/{id}/live")
    @Transactional
    Live save(@PathVariable long id, @RequestBody Sent sent, Locale locale) {
        Texts texts = Texts.of(locale);
        Submission submission = submissions.take(id, null);
        desk.require(submission.formId() != null);
        Map<String, CellSaving.Outcome> outcomes = saving.saveEach(submission, sent.written(), texts)
                .stream().collect(Collectors.toMap(CellSaving.Outcome::indicator, Function.identity(), (first, second) -> second));
        Sheet sheet = sheets.draft(submission, texts);
        return live(sheet, 0, outcomes, affected(sheet.version(), outcomes.keySet()), texts);
    }

    private Submission mine(long id) {
        Submission submission = submissions.require(id);
        desk.require(submission.formId() != null && desk.mayDraft(CurrentUser.require(), submission));
        return submission;
    }

    private long count(long id) {
        return jdbc.sql("select coalesce(sum(version), 0) from reporting.draft_cell where submission_id = :id").param("id", id).query(Long.class).single();
    }

    /** These cells, and those about which something else may have to be said now. */
    private static Set<String> affected(Form.Version version, Set<String> changed) {
        Set<String> affected = version.checks().stream().filter(check -> check.codes().stream().anyMatch(changed::contains)).map(Form.Check::at).collect(Collectors.toSet());
        affected.addAll(changed);
        return affected;
    }

    private static Live live(Sheet sheet, long count, Map<String, CellSaving.Outcome> outcomes, @Nullable Set<String> only, Texts texts) {
        List<CellJson> cells = sheet.asked().stream()
                .filter(row -> only == null || only.contains(row.indicator()))
                .map(row -> cell(new CellJson(row.indicator(), row.written(), row.remark(), row.cell(), row.changedBy(),
                        row.changedAt() == null ? null : DateWords.minute(row.changedAt(), texts.locale()), row.errors(), row.doubts(), null, false), outcomes, texts))
                .collect(Collectors.toList());
        sheet.answers().stream()
                .filter(answer -> only == null || only.contains(answer.key()))
                .map(answer -> cell(new CellJson(answer.key(), "", answer.text(), answer.cell(), answer.changedBy(),
                        answer.changedAt() == null ? null : DateWords.minute(answer.changedAt(), texts.locale()), List.of(), List.of(), null, false), outcomes, texts))
                .forEach(cells::add);
        // What was sent for a line that the form does not ask (any more) is answered too.
        outcomes.values().stream()
                .filter(outcome -> outcome.fault() != null && cells.stream().noneMatch(cell -> cell.indicator().equals(outcome.indicator())))
                .map(outcome -> cell(new CellJson(outcome.indicator(), "", "", 0, null, null, List.of(), List.of(), null, false), outcomes, texts))
                .forEach(cells::add);
        return new Live(sheet.submission().status().open(), sheet.submission().lock(), sheet.version().id(), count, EntryPage.saved(sheet, texts), cells);
    }

    private static CellJson cell(CellJson cell, Map<String, CellSaving.Outcome> outcomes, Texts texts) {
        CellSaving.Outcome outcome = outcomes.get(cell.indicator());
        return outcome == null || outcome.fault() == null ? cell : new CellJson(cell.indicator(), cell.value(), cell.remark(), cell.cell(), cell.by(), cell.at(), cell.errors(), cell.doubts(),
                texts.get(outcome.fault().code(), outcome.fault().args().toArray()), outcome.conflict());
    }
}

package vn.bamcoso.reporting.api;

import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.responses.ApiResponse;
import io.swagger.v3.oas.annotations.tags.Tag;
import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.transaction.annotation.Transactional;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.bind.annotation.RestController;
import vn.bamcoso.access.CurrentUser;
import vn.bamcoso.basics.Problem;
import vn.bamcoso.basics.Texts;
import vn.bamcoso.calendar.Period;
import vn.bamcoso.reporting.Discretion;
import vn.bamcoso.reporting.Forms;
import vn.bamcoso.reporting.Revision;
import vn.bamcoso.reporting.Status;
import vn.bamcoso.reporting.Submission;
import vn.bamcoso.reporting.Submissions;
import vn.bamcoso.reporting.approval.Deciding;
import vn.bamcoso.reporting.approval.Presenting;
import vn.bamcoso.reporting.approval.Sending;
import vn.bamcoso.reporting.entry.CellSaving;
import vn.bamcoso.reporting.entry.Opening;
import vn.bamcoso.reporting.entry.Sheet;
import vn.bamcoso.reporting.entry.Sheets;
import vn.bamcoso.reporting.submission.Desk;
import vn.bamcoso.territory.Places;

/** One report on its way, for programs: opened, written, presented, sent, decided. The rules are those of the pages. */
@RestController
@Tag(name = "submissions", description = "Reports made with a form, or brought as figures")
class SubmissionApi {
    private final Submissions submissions;
    private final Discretion discretion;
    private final Forms forms;
    private final Places places;
    private final Opening opening;
    private final Sheets sheets;
    private final CellSaving saving;
    private final Presenting presenting;
    private final Sending sending;
    private final Deciding deciding;
    private final Once once;
    private final Desk desk;

    SubmissionApi(Submissions submissions, Discretion discretion, Forms forms, Places places, Opening opening, Sheets sheets, CellSaving saving, Presenting presenting, Sending sending, Deciding deciding, Once once, Desk desk) {
        this.submissions = submissions;
        this.discretion = discretion;
        this.forms = forms;
        this.places = places;
        this.opening = opening;
        this.sheets = sheets;
        this.saving = saving;
        this.presenting = presenting;
        this.sending = sending;
        this.deciding = deciding;
        this.once = once;
        this.desk = desk;
    }

    record NewSubmission(@Nullable String form, @Nullable String period, @Nullable String place) {}

    /** @param seen number of the cell's last change as it was read; missing: whatever stands there is written over */
    record CellIn(@Nullable String indicator, @Nullable String value, @Nullable String remark, @Nullable Integer seen) {}

    record CellsIn(@Nullable List<@Nullable CellIn> cells) {}

    /** @param lock as it was read; {@code cells} remarks at single cells, by indicator */
    record Act(int lock, @Nullable String remark, @Nullable Map<String, String> cells) {}

    record CellOut(String indicator, @Nullable BigDecimal value, @Nullable String remark, int seen, List<String> errors, List<String> doubts) {}

    /** @param cells of the draft for who writes it while it is open, else of the last sending */
    record One(
            long id, @Nullable String form, String period, LocalDate periodEnd, String place, String status, int lock, int revision, @Nullable Integer approvedRevision, @Nullable LocalDate due,
            boolean late, @Nullable String waitsAt, @Nullable String reason, @Nullable Instant submittedAt, @Nullable Instant approvedAt, List<CellOut> cells) {}

    @PostMapping("/api/submissions")
    @Operation(
            summary = "Open a report",
            description = "Of a form for a period (2026-Q3, @2021-04-23) and a place that the token's user reports for. There is one only: who opens it again is led to it (200).",
            responses = {@ApiResponse(responseCode = "201", description = "Opened"), @ApiResponse(responseCode = "200", description = "Was there already")})
    ResponseEntity<One> open(@RequestBody NewSubmission asked) {
        String form = said("form", asked.form());
        Period period = Period.parse(said("period", asked.period()));
        String key = said("place", asked.place());
        int place = places.byKey(key).orElseThrow(() -> Problem.refused("reporting.fault.place-unknown", key)).id();
        boolean there = submissions.of(forms.require(form), period, place).isPresent();
        long id = opening.open(form, period, place);
        return ResponseEntity.status(there ? HttpStatus.OK : HttpStatus.CREATED).body(one(id));
    }

    @GetMapping("/api/submissions/{id}")
    @Operation(summary = "One report", description = "With its cells. lock names the state that an act refers to; seen of a cell its last change.")
    @Transactional(readOnly = true)
    public One one(@PathVariable long id) {
        Submission submission = submissions.require(id);
        List<CellOut> cells = List.of();
        CurrentUser user = CurrentUser.require();
        if (submission.versionId() != null && desk.mayDraft(user, submission) && (submission.status().open() || submission.status() == Status.PRESENTED)) {
            Sheet sheet = sheets.draft(submission, Texts.vi());
            cells = Stream.concat(
                    sheet.asked().stream().map(row -> new CellOut(row.indicator(), row.value(), row.remark().isBlank() ? null : row.remark(), row.cell(), row.errors(), row.doubts())),
                    sheet.answers().stream().map(answer -> new CellOut(answer.key(), null, answer.text().isBlank() ? null : answer.text(), answer.cell(), List.of(), List.of()))).toList();
        } else if (submission.revision() > 0) {
            Revision last = discretion.revisions(submission).getLast();
            cells = Stream.concat(last.indicators().stream(), last.remarks().keySet().stream().filter(key -> !last.indicators().contains(key)))
                    .map(code -> new CellOut(code, last.cells().get(code), last.remarks().get(code), 0, List.of(), List.of())).toList();
        }
        return new One(
                id, submission.formId() == null ? null : forms.byId(submission.formId()).code(), submission.period().code(), submission.period().end(),
                places.byId(submission.placeId(), submission.period().end()).map(place -> place.key()).orElse(""), submission.status().code(), submission.lock(), submission.revision(),
                submission.approvedRevision() == null ? null : Integer.valueOf(submission.approvedRevision()), submission.due(), submission.late(), submission.waitsAt(), submission.reason(),
                submission.submittedAt(), submission.approvedAt(), cells);
    }

    @PutMapping("/api/submissions/{id}/cells")
    @Operation(
            summary = "Write cells",
            description = "All of them or none. A value is a string as people write it in Vietnamese (1.234,5) or a number of JSON; empty clears the cell. Answers in words stand under words:difficulties, "
                    + "words:proposals and the form's own questions. A cell that somebody else changed since seen is not written over (409, each with what stands there).")
    One write(@PathVariable long id, @RequestBody CellsIn cells) {
        Map<String, Integer> seen = new HashMap<>();
        one(id).cells().forEach(cell -> seen.put(cell.indicator(), cell.seen()));
        List<CellSaving.Written> written = new ArrayList<>();
        for (CellIn cell : said("cells", cells.cells())) {
            String indicator = said("indicator", said("cells", cell).indicator());
            written.add(new CellSaving.Written(indicator, cell.value(), cell.remark(), Optional.ofNullable(cell.seen()).orElse(seen.getOrDefault(indicator, 0))));
        }
        saving.save(id, written, Texts.vi());
        return one(id);
    }

    private static <T> T said(String name, @Nullable T value) {
        if (value == null) {
            throw Problem.refused("shell.problem.missing", name);
        }
        return value;
    }

    @PostMapping("/api/submissions/{id}/submit")
    @Operation(
            summary = "Present or send a report",
            description = "Who signs for the office sends it: it is frozen as its next revision. Who only writes puts it before the chief. With the header Idempotency-Key the same call is done once, "
                    + "and answered as the first time when it comes again.")
    One submit(@PathVariable long id, @RequestBody Act act, @io.swagger.v3.oas.annotations.Parameter(description = "Any text of up to 100 characters; kept for 30 days")
            @RequestHeader(name = "Idempotency-Key", required = false) @Nullable String key) {
        Submission submission = submissions.require(id);
        CurrentUser user = CurrentUser.require();
        once.run(key, "submit:" + id, () -> {
            if (desk.maySign(user, submission)) {
                sending.send(id, act.lock(), Texts.vi());
            } else {
                presenting.present(id, act.lock(), List.of(), Texts.vi());
            }
        });
        return one(id);
    }

    @PostMapping("/api/submissions/{id}/return")
    @Operation(summary = "Return a report", description = "With a remark, or remarks at single cells: by the superior where it waits, or by the chief before whom it was put.")
    One giveBack(@PathVariable long id, @RequestBody Act act) {
        Map<String, String> cells = act.cells() == null ? Map.of() : act.cells();
        if (submissions.require(id).status() == Status.PRESENTED) {
            presenting.giveBack(id, act.lock(), act.remark(), cells);
        } else {
            deciding.giveBack(id, act.lock(), act.remark(), cells);
        }
        return one(id);
    }

    @PostMapping("/api/submissions/{id}/approve")
    @Operation(summary = "Approve a report", description = "Its figures are recorded in the same act. While there are districts, theirs is to forward: the same call forwards it there.")
    One approve(@PathVariable long id, @RequestBody Act act) {
        Submission submission = submissions.require(id);
        if (submission.status() == Status.SUBMITTED && !desk.approves(submission)) {
            deciding.forward(id, act.lock(), act.remark());
        } else {
            deciding.approve(id, act.lock(), act.remark());
        }
        return one(id);
    }
}

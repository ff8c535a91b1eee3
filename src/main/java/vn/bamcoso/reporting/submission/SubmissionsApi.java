package vn.bamcoso.reporting.submission;

import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.Parameter;
import io.swagger.v3.oas.annotations.tags.Tag;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;
import vn.bamcoso.basics.Problem;
import vn.bamcoso.calendar.Period;
import vn.bamcoso.reporting.Forms;
import vn.bamcoso.reporting.Status;
import vn.bamcoso.territory.Places;

/** Reports for programs: which there are and how they stand, as far as the token's user may see. */
@RestController
@Tag(name = "submissions", description = "Reports made with a form, or brought as figures")
class SubmissionsApi {
    private static final int MOST = 5_000;

    /** @param form missing for figures that came without one; {@code revision} 0 when nothing was sent yet */
    record SubmissionJson(
            long id, @Nullable String form, String period, LocalDate periodEnd, String place, String placeName, String office, String status, String kind, int revision,
            @Nullable Integer approvedRevision, @Nullable LocalDate due, boolean late, boolean onePerson, int doubts, @Nullable Instant submittedAt, @Nullable Instant approvedAt) {}

    record SubmissionList(int total, int limit, int offset, List<SubmissionJson> submissions) {}

    private final Listed listed;
    private final Forms forms;
    private final Places places;

    SubmissionsApi(Listed listed, Forms forms, Places places) {
        this.listed = listed;
        this.forms = forms;
        this.places = places;
    }

    @GetMapping("/api/submissions")
    @Operation(summary = "Reports", description = "Latest period first. The list carries total.")
    SubmissionList list(
            @Parameter(description = "Code of the form, e.g. ket-qua-cong-tac") @RequestParam(required = false) @Nullable String form,
            @Parameter(description = "Code of the period, e.g. 2026-Q3 or @2021-04-23") @RequestParam(required = false) @Nullable String period,
            @Parameter(description = "draft, presented, submitted, returned, approved, correcting, lapsed; several parted by commas") @RequestParam(required = false) @Nullable String status,
            @Parameter(description = "Key of a place that contains them, e.g. P08@2025-07-01") @RequestParam(required = false) @Nullable String within,
            @Parameter(description = "Only late ones, or only others") @RequestParam(required = false) @Nullable Boolean late,
            @RequestParam(defaultValue = "100") int limit,
            @RequestParam(defaultValue = "0") int offset) {
        if (limit < 1 || limit > MOST || offset < 0) {
            throw Problem.refused("reporting.problem.limit", MOST);
        }
        if (form != null && forms.byCode(form).isEmpty()) {
            throw Problem.refused("reporting.problem.file.form", form);
        }
        if (status != null) {
            Arrays.stream(status.split(",")).filter(code -> Arrays.stream(Status.values()).noneMatch(known -> known.code().equals(code))).findFirst().ifPresent(unknown -> {
                throw Problem.refused("reporting.problem.status", unknown);
            });
        }
        Listed.Answer answer = listed.ask(new Listed.Question(
                form, period == null ? null : Period.parse(period).code(), status, within == null ? null : places.byKey(within).orElseThrow(Problem::notFound).id(), late, null, limit, offset));
        return new SubmissionList(answer.total(), limit, offset, answer.rows().stream().map(SubmissionsApi::json).toList());
    }

    private static SubmissionJson json(Listed.Row row) {
        return new SubmissionJson(
                row.id(), row.form(), row.period().code(), row.period().end(), row.placeKey(), row.place(), row.office(), row.status().code(), row.kind(), row.revision(), row.approvedRevision(),
                row.due(), row.late(), row.onePerson(), row.doubts(), row.submittedAt(), row.approvedAt());
    }
}

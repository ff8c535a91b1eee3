package vn.bamcoso.reporting;

import java.time.Instant;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;
import vn.bamcoso.calendar.Period;

/**
 * One report: a form, a period, a place, and where it stands. A clerk opens it and writes; the chief signs and sends it,
 * which freezes a revision; the province returns or approves that revision, and approval records its figures. A correction
 * opens it again with a reason and ends in a new revision; the old ones stay readable.
 *
 * @param formId null for loose figures that came over HTTP; then {@code versionId} is null too
 * @param placeId alive on the last day of the period
 * @param home province of the 63 in which the place lies
 * @param kind {@code form}, or {@code import} when it was brought as approved
 * @param revision number of the last revision sent; 0 when nothing was sent yet
 * @param approvedRevision the revision whose figures stand; null when none does
 * @param late first sent after the due day; stays so
 * @param onePerson one person did two steps that two should do, as the rule allows
 * @param waitsAt kind of office before which it was put; see {@link Chain#waits}
 * @param lock rises with each step; an act names the one that its user saw
 */
public record Submission(
        long id, @Nullable Short formId, @Nullable Integer versionId, Period period, int officeId, int placeId, short home, short field,
        String kind, Status status, short revision, @Nullable Short approvedRevision, @Nullable LocalDate due, boolean late, boolean onePerson,
        int doubts, @Nullable String waitsAt, int draftedBy, Instant draftedAt, @Nullable Integer submittedBy, @Nullable Instant submittedAt,
        @Nullable Integer approvedBy, @Nullable Instant approvedAt, @Nullable String reason, int lock) {

    /** What the trail and other rooms call it. */
    public String subject() {
        return "submission:" + id;
    }

    public boolean overdue(LocalDate today) {
        return due != null && today.isAfter(due) && submittedAt == null && status != Status.LAPSED;
    }
}

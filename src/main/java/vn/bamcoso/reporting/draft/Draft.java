package vn.bamcoso.reporting.draft;

import java.time.LocalDate;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * A form that is being made: what its head says, and its lines as a table of text that people paste from their own file
 * ({@link LineTable}). It can be tried on past figures as often as one likes; its release makes a version that never changes.
 *
 * @param level of the places that report: commune, province, or nation (a department of the ministry reports)
 * @param rule calendar.PeriodRule in small letters; {@code kinds} calendar.PeriodKind, the rhythm first
 * @param approver kind of office that approves what communes report: provincial, or ministry (the province forwards)
 * @param deadline of who reports; {@code forwarding} of the district while there is one; {@code approval} of the province, or of the
 *     ministry for a form of provinces and departments; {@code receiving} of the ministry (all calendar.DeadlineRule)
 * @param everywhere asked of every place of the level from its first period on
 * @param document under which document it is released
 * @param table the lines
 * @param questions what is asked in words, one a line ({@link WordQuestions})
 */
public record Draft(
        String nameVi, String nameEn, String aboutVi, String aboutEn, String field, String level, String rule, List<String> kinds, String approver, String deadline, String forwarding, String approval,
        String receiving, @Nullable LocalDate firstEnd, boolean everywhere, String document, String table, String questions) {

    static final Draft EMPTY = new Draft("", "", "", "", "general", "commune", "official", List.of("quarter"), "provincial", "+2", "", "day25", "", null, true, "", "", "");

    /** Drafts kept before one could say these things do not say them. */
    public Draft {
        approver = Objects.requireNonNullElse(approver, "provincial");
        forwarding = Objects.requireNonNullElse(forwarding, "");
        receiving = Objects.requireNonNullElse(receiving, "");
        questions = Objects.requireNonNullElse(questions, "");
    }

    Draft withTable(String other) {
        return new Draft(nameVi, nameEn, aboutVi, aboutEn, field, level, rule, kinds, approver, deadline, forwarding, approval, receiving, firstEnd, everywhere, document, other, questions);
    }

    List<String> deadlines() {
        return List.of(deadline, forwarding, approval, receiving);
    }

    /** Who may change it and where it stands. @param formCode of the form of which it becomes a new version */
    public record Kept(int id, @Nullable Short formId, @Nullable String formCode, @Nullable Integer ownerId, Draft draft, int version, @Nullable Integer released, boolean discarded,
            java.time.Instant changedAt, String changedBy) {
        public boolean open() {
            return released == null && !discarded;
        }
    }
}

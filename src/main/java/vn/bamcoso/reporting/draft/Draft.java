package vn.bamcoso.reporting.draft;

import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A form that is being made: what its head says, and its lines as a table of text that people paste from their own file
 * ({@link LineTable}). It can be tried on past figures as often as one likes; its release makes a version that never changes.
 *
 * @param level commune or province
 * @param rule calendar.PeriodRule in small letters; {@code kinds} calendar.PeriodKind, the rhythm first
 * @param deadline of who reports, {@code approval} of the province (calendar.DeadlineRule)
 * @param everywhere asked of every place of the level from its first period on
 * @param document under which document it is released
 * @param table the lines
 */
public record Draft(
        String nameVi, String nameEn, String aboutVi, String aboutEn, String field, String level, String rule, List<String> kinds, String deadline, String approval,
        @Nullable LocalDate firstEnd, boolean everywhere, String document, String table) {

    static final Draft EMPTY = new Draft("", "", "", "", "general", "commune", "official", List.of("quarter"), "+2", "day25", null, true, "", "");

    /** Who may change it and where it stands. @param formCode of the form of which it becomes a new version */
    public record Kept(int id, @Nullable Short formId, @Nullable String formCode, @Nullable Integer ownerId, Draft draft, int version, @Nullable Integer released, boolean discarded,
            java.time.Instant changedAt, String changedBy) {
        public boolean open() {
            return released == null && !discarded;
        }
    }
}

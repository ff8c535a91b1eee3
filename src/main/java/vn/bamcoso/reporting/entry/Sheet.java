package vn.bamcoso.reporting.entry;

import java.math.BigDecimal;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;
import vn.bamcoso.reporting.Form;
import vn.bamcoso.reporting.Submission;
import vn.bamcoso.territory.Place;

/**
 * A report as a table: what is asked, what was known before, what is written, and what is to be said about it.
 *
 * @param lastName head of the column of the period before; null when there is none
 * @param lastYearName head of the column of the same period last year; null when there is none
 */
public record Sheet(
        Submission submission, Form form, Form.Version version, Place place, String officeName,
        @Nullable String lastName, @Nullable String lastYearName, List<Row> rows, List<Answer> answers) {

    /** What is said in words to a question of the form; {@code cell} is the number of its last change. */
    public record Answer(String key, String question, boolean required, String text, int cell, @Nullable String changedBy, @Nullable Instant changedAt) {}


    /**
     * @param group heading above this row, null when it is that of the row before
     * @param definition the sentence that says what is counted
     * @param asked false: known to the system, {@code link} leads to it
     * @param measured asked in general, but counted from records for this period
     * @param last formatted value of the period before, null when unknown
     * @param value null when the cell is empty
     * @param written the value as it stands in the field
     * @param cell its last change; 0 when it was never written
     * @param errors sentences that forbid sending; {@code doubts} those that want a remark
     * @param hidden not shown to this reader (reporting.Discretion)
     */
    public record Row(
            String indicator, @Nullable String group, String label, String definition, String unit, boolean asked, boolean measured, @Nullable String link,
            @Nullable String last, @Nullable String lastYear, @Nullable BigDecimal value, String written, String remark, int cell,
            @Nullable String changedBy, @Nullable Instant changedAt, List<String> errors, List<String> doubts, boolean hidden) {

        public boolean empty() {
            return asked && value == null;
        }

        /** A doubt, or an empty cell, that nobody has said anything about. */
        public boolean unexplained() {
            return asked && remark.isBlank() && (!doubts.isEmpty() || value == null);
        }

        public boolean noted() {
            return !errors.isEmpty() || !doubts.isEmpty() || !remark.isBlank();
        }
    }

    public List<Row> asked() {
        return rows.stream().filter(Row::asked).toList();
    }

    public int filled() {
        return (int) rows.stream().filter(row -> row.asked() && row.value() != null).count();
    }

    public int wrong() {
        return (int) rows.stream().filter(row -> !row.errors().isEmpty()).count();
    }

    /** Rows that want a second look before sending. */
    public int unexplained() {
        return (int) rows.stream().filter(Row::unexplained).count();
    }

    public int doubtful() {
        return (int) rows.stream().filter(row -> !row.doubts().isEmpty()).count();
    }

    public boolean ready() {
        return wrong() == 0 && unexplained() == 0;
    }

    public Row row(String indicator) {
        return rows.stream().filter(row -> row.indicator().equals(indicator)).findFirst().orElseThrow();
    }
}

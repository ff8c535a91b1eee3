package vn.bamcoso.reporting.consolidation;

import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;
import vn.bamcoso.calendar.Period;

/**
 * A province's consolidated report of one form and period. The sum comes from approved reports and cannot be typed; what the
 * province adds stands beside it with its reason, and counts in the nation's figures, as the province's, once the ministry has received the report.
 *
 * @param status draft, sent, returned or received
 */
public record Consolidation(
        long id, short formId, int versionId, Period period, int officeId, int placeId, short field, String status, @Nullable LocalDate due, boolean late, @Nullable String difficulties,
        @Nullable String proposals, int draftedBy, @Nullable Instant sentAt, @Nullable Instant decidedAt, @Nullable String remark, int lock) {

    public boolean open() {
        return status.equals("draft") || status.equals("returned");
    }

    /** @param sum null: nobody's report is approved */
    public record Line(String indicator, String label, String unit, @Nullable BigDecimal sum, int reported, int expected, BigDecimal addition, @Nullable String reason) {
        public @Nullable BigDecimal total() {
            return sum == null && addition.signum() == 0 ? null : (sum == null ? BigDecimal.ZERO : sum).add(addition);
        }
    }

    /** What a commune said in words, for who writes the province's. */
    public record Said(String place, String question, String answer) {}

    public record Whole(Consolidation report, String form, String place, List<Line> lines, List<Said> said) {}
}

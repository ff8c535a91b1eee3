package vn.bamcoso.territory.place;

import java.math.BigDecimal;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/**
 * One step of a lineage, seen from one of its ends.
 *
 * @param key of the other place in its state beside the step; missing when there is none or it is not known
 * @param day first day of the successor
 * @param share of the predecessor that went to the successor, 0 to 1; missing when not known
 * @param relation primary, merged, whole, split, partial, abolished or unknown
 * @param basis of the share: stated, assumed_whole, all communes agree, commune_codes, several_targets
 * @param evidence how the step was inferred when no source states it
 */
public record Relative(
        @Nullable String key,
        @Nullable String fullName,
        @Nullable String within,
        LocalDate day,
        @Nullable BigDecimal share,
        String relation,
        @Nullable String basis,
        @Nullable String confidence,
        @Nullable String resolution,
        @Nullable String evidence,
        @Nullable Integer act) {
    /** exact, assumed, unknown or part: how the share is to be marked. */
    public String mark() {
        if (share == null) {
            return "unknown";
        }
        if (share.compareTo(BigDecimal.ONE) < 0) {
            return "part";
        }
        return "assumed_whole".equals(basis) ? "assumed" : "exact";
    }
}

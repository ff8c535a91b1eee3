package vn.bamcoso.papers;

import java.time.Instant;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/**
 * Everything that goes onto the paper.
 *
 * @param signature null until it is signed
 * @param number null until it is given; {@code dated} with it
 * @param known of an issued document: the figures stand as known then; null for a draft
 * @param sealHead head of the audit trail in the foot; empty for a draft
 * @param demo prints that the data are for demonstration
 */
public record Printed(
        Paper paper,
        Content content,
        @Nullable Signature signature,
        @Nullable Integer number,
        @Nullable LocalDate dated,
        @Nullable Instant known,
        String sealHead,
        boolean demo) {

    /** "05/BC-CAX", or dots before the number is given. */
    public String numberAndSymbol() {
        return (number == null ? "     " : Numbering.written(number)) + "/" + paper.symbol();
    }
}

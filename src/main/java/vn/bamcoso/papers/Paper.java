package vn.bamcoso.papers;

import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A document and where it stands.
 *
 * @param draftingMark short mark of the drafting office: V05
 * @param symbol what follows the number: BC-BCA-V05
 * @param step the last step; {@code stepNumber} is its place in the way
 */
public record Paper(
        int id,
        PaperKind kind,
        int officeId,
        int draftingId,
        String draftingMark,
        String symbol,
        Head head,
        String subject,
        List<String> addressees,
        List<String> recipients,
        @Nullable String section,
        @Nullable Long sectionRef,
        int openedBy,
        Instant openedAt,
        short field,
        short home,
        int placeId,
        int version,
        Step step,
        int stepNumber) {

    /**
     * Names as printed in the head, as they were when the document was opened.
     *
     * @param superior the body above; null for the ministry
     * @param issuer the body as it stands in a sentence: Bộ Công an
     * @param officeKind ministry, department, provincial, commune, police_post: decides who may sign
     * @param place địa danh before the day
     */
    public record Head(@Nullable String superior, String body, String issuer, String officeKind, String place) {}

    /** Whether a section writes it; else people do. */
    public boolean generated() {
        return section != null;
    }
}

package vn.bamcoso.papers;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A document to be opened.
 *
 * @param issuingOffice the body in whose name it is issued
 * @param draftingOffice who drafts; may be the same
 * @param addressees "Kính gửi", may be empty
 * @param recipients "Nơi nhận" without "Như trên" and "Lưu"
 * @param field field of work (access.field)
 * @param section name of the {@link Section} that writes the text; null when people do
 * @param text first wording of a document that people write; null otherwise
 */
public record NewPaper(
        PaperKind kind,
        int issuingOffice,
        int draftingOffice,
        String subject,
        List<String> addressees,
        List<String> recipients,
        short field,
        @Nullable String section,
        @Nullable Long sectionRef,
        @Nullable String text) {
    public NewPaper {
        addressees = List.copyOf(addressees);
        recipients = List.copyOf(recipients);
    }
}

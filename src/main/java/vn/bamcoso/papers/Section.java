package vn.bamcoso.papers;

import java.math.BigDecimal;
import java.time.Instant;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Writes the text of a document from what another room knows. A room above offers one as a bean; papers asks it for the
 * page on the screen, when a signature binds the text, when the document is frozen, and when it is rebuilt years later.
 */
public interface Section {
    /** Kept with the document, e.g. {@code reviews}. */
    String name();

    /**
     * The content at an instant. Called inside papers' transaction, which sees one snapshot and every figure, whoever asks:
     * a document says the same to all who may read it. The same ref and instant give the same content for ever.
     *
     * @param known null: as known in this transaction; else as known at that instant
     */
    Content compose(long ref, @Nullable Instant known);

    /** The present value of a figure that a document cited, by its mark; empty when it is gone, and for texts that cite none. */
    default Optional<BigDecimal> present(String mark) {
        return Optional.empty();
    }

    /** Where the text is edited. */
    String link(long ref);
}

package vn.bamcoso.reporting.entry;

import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Sentences that people write are checked where they come in: no citizen's number, no list of persons, no secrecy mark. */
@Component
public class EdgeCheck {
    /** @throws vn.bamcoso.basics.Problem refused when the text carries what may not be kept here */
    public void check(@Nullable String text) {
        // Filled by documents.edge.
    }
}

package vn.bamcoso.papers.comments;

import java.time.Clock;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import vn.bamcoso.basics.Problem;
import vn.bamcoso.basics.Texts;
import vn.bamcoso.basics.VietnamTime;
import vn.bamcoso.documents.edge.EdgeCheck;
import vn.bamcoso.papers.TextGate;

/** What is typed into a draft or a comment, in the house's spelling and without what this product does not keep. */
@Component("commentsGate")
class Gate {
    private final Clock clock;

    Gate(Clock clock) {
        this.clock = clock;
    }

    /** @throws Problem refused when it is empty, or holds what this product does not keep */
    String typed(String text) {
        String clean = TextGate.clean(text);
        if (clean.isEmpty()) {
            throw Problem.refused("papers.comments.problem.empty");
        }
        EdgeCheck.refuse(new EdgeCheck(VietnamTime.today(clock)).text(clean), Texts.VIETNAMESE);
        return clean;
    }

    /** The same, and null for nothing. */
    @Nullable String typedOrNone(String text) {
        return text.isBlank() ? null : typed(text);
    }
}

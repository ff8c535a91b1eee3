package vn.bamcoso.reporting.entry;

import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import vn.bamcoso.basics.Problem;
import vn.bamcoso.documents.edge.EdgeCheck;
import vn.bamcoso.documents.edge.Finding;
import vn.bamcoso.reporting.submission.Desk;

/** Sentences that people write are checked where they come in: no citizen's number, no list of persons, no secrecy mark. */
@Component
public class Edge {
    private final Desk desk;

    Edge(Desk desk) {
        this.desk = desk;
    }

    /** @throws Problem refused, with the sentence of the first finding, when the text carries what may not be kept here */
    public void check(@Nullable String text) {
        if (text == null || text.isBlank()) {
            return;
        }
        List<Finding> findings = new EdgeCheck(desk.today()).text(text);
        if (!findings.isEmpty()) {
            throw Problem.refused(findings.getFirst().code(), findings.getFirst().count());
        }
    }
}

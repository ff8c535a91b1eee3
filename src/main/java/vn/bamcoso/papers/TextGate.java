package vn.bamcoso.papers;

import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;
import vn.bamcoso.audit.Trail;
import vn.bamcoso.basics.Problem.Fault;
import vn.bamcoso.basics.Texts;
import vn.bamcoso.basics.VietnamTime;
import vn.bamcoso.documents.edge.EdgeCheck;
import vn.bamcoso.documents.edge.Finding;
import vn.bamcoso.documents.spelling.Spelling;

/**
 * What people type into a document comes in here: in the house's spelling, and without what this product does not keep. Who
 * holds a finding for a false alarm says why; the trail keeps the reason with kinds and places, never what stood there.
 */
@Component
public class TextGate {
    private final Trail trail;
    private final Clock clock;

    TextGate(Trail trail, Clock clock) {
        this.trail = trail;
        this.clock = clock;
    }

    /** The text with its line ends and tones as the house writes them. */
    public static String clean(String text) {
        return Spelling.normalise(text.replace("\r\n", "\n").strip());
    }

    /**
     * What must be mended before the text is kept.
     *
     * @param clean as {@link #clean} gives it
     * @param subject of the line in the trail, {@code paper:12}
     * @param reason why findings at the edge are let through; null or blank: they are faults
     */
    @Transactional(propagation = Propagation.MANDATORY)
    public List<Fault> faults(String clean, String subject, @Nullable String reason) {
        var faults = new ArrayList<Fault>();
        Spelling.check(clean).forEach(slip -> faults.add(new Fault(slip.written(), "papers.fault.spelling", slip.right())));
        List<Finding> findings = new EdgeCheck(VietnamTime.today(clock)).text(clean);
        if (reason == null || reason.isBlank()) {
            findings.forEach(finding -> faults.add(finding.fault(Texts.VIETNAMESE)));
        } else if (!findings.isEmpty()) {
            trail.write("papers.text.overridden", subject, null, Map.of("reason", reason.strip(), "findings", findings));
        }
        return List.copyOf(faults);
    }
}

package vn.bamcoso.reporting;

import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.springframework.stereotype.Component;
import vn.bamcoso.figures.Indicators;
import vn.bamcoso.figures.Pivot;

/**
 * What of a single report its reader may see. Whoever reads the whole country without being in the chain of the report sees no value of an
 * indicator whose small counts are hidden, whatever the value: which ones are hidden would tell, and so would the line that they add up to.
 * What such readers may know of them are sums of several places, and those are asked of figures (docs/decisions/0023).
 */
@Component
public class Discretion {
    private final Submissions submissions;
    private final Indicators indicators;
    private final Pivot pivot;

    Discretion(Submissions submissions, Indicators indicators, Pivot pivot) {
        this.submissions = submissions;
        this.indicators = indicators;
        this.pivot = pivot;
    }

    /** Those of the indicators that this reader is not shown; nearly always none. */
    public Set<String> hidden(Collection<String> codes) {
        return codes.stream().filter(code -> indicators.byCode(code).filter(pivot::hides).isPresent()).collect(Collectors.toSet());
    }

    /** The revisions that were sent, first to last, without what this reader is not shown. */
    public List<Revision> revisions(Submission submission) {
        return submissions.revisions(submission).stream().map(this::shown).toList();
    }

    private Revision shown(Revision all) {
        Set<String> hidden = hidden(all.indicators());
        return hidden.isEmpty() ? all : new Revision(
                all.number(), all.indicators(), without(all.cells(), hidden), without(all.remarks(), hidden), all.reason(), all.importId(), all.draftedBy(), all.draftedAt(), all.submittedBy(),
                all.submittedAt(), all.signedFor(), all.decision(), all.decidedBy(), all.decidedAt(), all.decisionNote());
    }

    /** Whether anything of its report is hidden: then copies and files that came with it are not handed out either. */
    public boolean hides(Submission submission) {
        return submissions.revisions(submission).stream().anyMatch(one -> !hidden(one.indicators()).isEmpty());
    }

    private static <T> Map<String, T> without(Map<String, T> all, Set<String> hidden) {
        Map<String, T> rest = new LinkedHashMap<>(all);
        rest.keySet().removeAll(hidden);
        return rest;
    }
}

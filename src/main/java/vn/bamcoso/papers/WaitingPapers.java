package vn.bamcoso.papers;

import java.util.List;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;
import vn.bamcoso.access.CurrentUser;

/** What waits for a person: documents that only this person, or one of few, can bring further. */
@Component
public class WaitingPapers {
    private final PaperRows rows;
    private final Permits permits;

    WaitingPapers(PaperRows rows, Permits permits) {
        this.rows = rows;
        this.permits = permits;
    }

    /** @param step what the person may do with it next */
    public record Item(Paper paper, Step step) {}

    /** The longest waiting first. */
    @Transactional(readOnly = true)
    public List<Item> of(CurrentUser user) {
        Permit permit = permits.of(user);
        return rows.underWay().stream().map(paper -> new Item(paper, next(paper, permit))).filter(item -> item.step() != item.paper().step()).toList();
    }

    /** The step that this person would take; the present one when it is somebody else's turn. */
    private static Step next(Paper paper, Permit permit) {
        boolean initialless = paper.head().officeKind().equals("commune");
        return switch (paper.step()) {
            case DRAFTED, RETURNED -> permit.drafted(paper) ? Step.SUBMITTED : paper.step();
            case SUBMITTED -> initialless && !permit.capacities(paper).isEmpty() ? Step.SIGNED : !initialless && permit.initials(paper) ? Step.INITIALLED : paper.step();
            case INITIALLED -> permit.capacities(paper).isEmpty() ? paper.step() : Step.SIGNED;
            case SIGNED -> permit.numbers(paper) ? Step.NUMBERED : paper.step();
            case NUMBERED -> permit.numbers(paper) ? Step.ISSUED : paper.step();
            case ISSUED -> paper.step();
        };
    }
}

package vn.bamcoso.staffing.plan;

import ai.timefold.solver.core.api.domain.common.PlanningId;
import ai.timefold.solver.core.api.domain.entity.PlanningEntity;
import ai.timefold.solver.core.api.domain.entity.PlanningPin;
import ai.timefold.solver.core.api.domain.valuerange.ValueRangeProvider;
import ai.timefold.solver.core.api.domain.variable.PlanningVariable;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A vacant post that waits for somebody. Who may sit there is told beforehand, so that the search never
 * tries a move that is barred. The solver asks for fields that it can reach.
 */
@PlanningEntity
public class Seat {
    @PlanningId
    public int number;

    private Target target;
    private Rules rules;
    private int weight;

    @ValueRangeProvider
    public List<Candidate> eligible;

    @PlanningPin
    public boolean pinned;

    @PlanningVariable(allowsUnassigned = true)
    public @Nullable Candidate officer;

    /** The solver makes its copies with this. */
    @SuppressWarnings("NullAway.Init")
    Seat() {}

    Seat(int number, Target target, Rules rules, int weight, List<Candidate> eligible, @Nullable Candidate pinned) {
        this.number = number;
        this.target = target;
        this.rules = rules;
        this.weight = weight;
        this.eligible = pinned == null ? eligible : List.of(pinned);
        this.pinned = pinned != null;
        this.officer = pinned;
    }

    public int number() {
        return number;
    }

    Target target() {
        return target;
    }

    Rules rules() {
        return rules;
    }

    /** How much it matters that somebody sits here. */
    int weight() {
        return weight;
    }

    List<Candidate> eligible() {
        return eligible;
    }

    boolean pinned() {
        return pinned;
    }

    @Nullable Candidate officer() {
        return officer;
    }

    void seat(@Nullable Candidate candidate) {
        this.officer = candidate;
    }

    @Override
    public String toString() {
        return target.officeName() + " " + target.titleId() + " ← " + (officer == null ? "–" : officer.number());
    }
}

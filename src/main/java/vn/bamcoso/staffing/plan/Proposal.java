package vn.bamcoso.staffing.plan;

import ai.timefold.solver.core.api.domain.solution.PlanningEntityCollectionProperty;
import ai.timefold.solver.core.api.domain.solution.PlanningScore;
import ai.timefold.solver.core.api.domain.solution.PlanningSolution;
import ai.timefold.solver.core.api.score.HardMediumSoftScore;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** All vacant posts of an area with whoever would fill them: what the solver turns over until the time is up. */
@PlanningSolution
public class Proposal {
    @PlanningEntityCollectionProperty
    public List<Seat> seats;

    @PlanningScore
    public @Nullable HardMediumSoftScore score;

    /** The solver makes its copies with this. */
    @SuppressWarnings("NullAway.Init")
    Proposal() {}

    Proposal(List<Seat> seats) {
        this.seats = seats;
    }

    List<Seat> seats() {
        return seats;
    }

    /** Hard: rules broken; medium: weight of the posts left empty, negative; soft: points of the wishes. Null before the first count. */
    @Nullable HardMediumSoftScore score() {
        return score;
    }
}

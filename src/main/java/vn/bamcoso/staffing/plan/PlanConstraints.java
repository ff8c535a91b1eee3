package vn.bamcoso.staffing.plan;

import ai.timefold.solver.core.api.score.HardMediumSoftScore;
import ai.timefold.solver.core.api.score.stream.Constraint;
import ai.timefold.solver.core.api.score.stream.ConstraintCollectors;
import ai.timefold.solver.core.api.score.stream.ConstraintFactory;
import ai.timefold.solver.core.api.score.stream.ConstraintProvider;

/** The rules that hold between moves. Those of one move alone are kept by {@link Fit#bar}, before the search begins. */
public class PlanConstraints implements ConstraintProvider {
    @Override
    public Constraint[] defineConstraints(ConstraintFactory rules) {
        return new Constraint[] {
            rules.forEach(Seat.class)
                    .groupBy(Seat::officer, ConstraintCollectors.count())
                    .filter((officer, seats) -> seats > 1)
                    .penalize(HardMediumSoftScore.ONE_HARD, (officer, seats) -> seats - 1)
                    .asConstraint("nobody twice"),
            rules.forEach(Seat.class)
                    .groupBy(seat -> seat.officer().source(), ConstraintCollectors.count())
                    .filter((source, given) -> given > source.spare())
                    .penalize(HardMediumSoftScore.ONE_HARD, (source, given) -> given - source.spare())
                    .asConstraint("no office below its norm"),
            rules.forEachIncludingUnassigned(Seat.class)
                    .filter(seat -> seat.officer() == null)
                    .penalize(HardMediumSoftScore.ONE_MEDIUM, Seat::weight)
                    .asConstraint("posts filled"),
            rules.forEach(Seat.class)
                    .reward(HardMediumSoftScore.ONE_SOFT, seat -> Fit.languagePoints(seat.target(), seat.officer(), seat.rules()))
                    .asConstraint("languages"),
            rules.forEach(Seat.class)
                    .penalize(HardMediumSoftScore.ONE_SOFT, seat -> -Fit.distancePoints(seat.target(), seat.officer(), seat.rules()))
                    .asConstraint("distance"),
            rules.forEach(Seat.class)
                    .penalize(HardMediumSoftScore.ONE_SOFT, seat -> seat.rules().move())
                    .asConstraint("few moves"),
            rules.forEach(Seat.class)
                    .groupBy(seat -> seat.target().officeId(), seat -> seat.officer().age(), ConstraintCollectors.toList())
                    .penalize(HardMediumSoftScore.ONE_SOFT, (office, age, seats) -> seats.getFirst().rules().mix() * Fit.surplusOfAge(seats.getFirst().target(), age, seats.size()))
                    .asConstraint("ages mixed"),
            rules.forEach(Seat.class)
                    .groupBy(seat -> seat.target().officeId(), seat -> seat.officer().band(), ConstraintCollectors.toList())
                    .penalize(HardMediumSoftScore.ONE_SOFT, (office, band, seats) -> seats.getFirst().rules().mix() * Fit.surplusOfAge(seats.getFirst().target(), band, seats.size()))
                    .asConstraint("ranks mixed"),
        };
    }
}

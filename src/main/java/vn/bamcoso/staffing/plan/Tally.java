package vn.bamcoso.staffing.plan;

import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * What a proposal is worth, counted once more without the solver: what is shown, kept and compared.
 *
 * @param broken rules broken between moves; 0, or the plan is none
 * @param unfilled weight of the posts left empty
 * @param points of the wishes, higher is better
 */
record Tally(long broken, long unfilled, long points) {
    static Tally of(List<Seat> seats) {
        var times = new HashMap<Candidate, Integer>();
        var given = new HashMap<Candidate.Source, Integer>();
        Map<List<Integer>, Integer> ages = new HashMap<>();
        long unfilled = 0;
        long points = 0;
        for (Seat seat : seats) {
            Candidate officer = seat.officer();
            if (officer == null) {
                unfilled += seat.weight();
                continue;
            }
            times.merge(officer, 1, Integer::sum);
            given.merge(officer.source(), 1, Integer::sum);
            ages.merge(List.of(seat.target().officeId(), officer.age()), 1, Integer::sum);
            ages.merge(List.of(seat.target().officeId(), officer.band()), 1, Integer::sum);
            points += Fit.languagePoints(seat.target(), officer, seat.rules()) + Fit.distancePoints(seat.target(), officer, seat.rules()) - seat.rules().move();
        }
        for (Map.Entry<List<Integer>, Integer> age : ages.entrySet()) {
            Seat seat = seats.stream().filter(one -> one.target().officeId() == age.getKey().getFirst()).findFirst().orElseThrow();
            points -= seat.rules().mix() * Fit.surplusOfAge(seat.target(), age.getKey().getLast(), age.getValue());
        }
        long broken = times.values().stream().mapToLong(n -> n - 1).sum()
                + given.entrySet().stream().mapToLong(from -> Math.max(0, from.getValue() - Math.max(0, from.getKey().spare()))).sum();
        return new Tally(broken, unfilled, points);
    }
}

package vn.bamcoso.staffing.plan;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;

/** How long a plan of a given size takes, with invented offices and officers of the usual shape; for the benchmark. */
public final class PlanMeasured {
    /**
     * @param whole seconds until the first plan in which no hard rule is broken and every post is filled that it fills in the end
     * @param seconds until the search ended
     */
    public record Result(int posts, int officers, double whole, double seconds, long broken, long filled, long points) {}

    private static final Rules RULES = Rules.USUAL.within(50);
    private static final LocalDate DAY = LocalDate.of(2026, 12, 1);

    private PlanMeasured() {}

    /** Four posts an office are vacant; every fifth office lacks its chief; a third of the places has a language. Two offices of three of a province can give people away. */
    public static Result of(int posts, int officers, long seed) {
        var dice = new Random(seed);
        int offices = posts / 4;
        var sources = new ArrayList<Candidate.Source>();
        for (int i = 0; i < officers / 20; i++) {
            sources.add(new Candidate.Source(100_000 + i, "Nguồn " + i, 100_000 + i, dice.nextInt(12)));
        }
        var people = new ArrayList<Candidate>();
        for (int i = 0; i < officers; i++) {
            var origin = new Candidate.Origin(dice.nextInt(offices), dice.nextInt(offices / 10 + 1), (short) (1 + dice.nextInt(3)), 8);
            people.add(new Candidate(i + 1, "N" + i, "Cán bộ " + i, 1970 + dice.nextInt(32), dice.nextInt(6), dice.nextInt(3) > 0, dice.nextInt(4) > 0, origin, sources.get(i % sources.size()), (short) 3,
                    DAY.minusDays(dice.nextInt(2500)), dice.nextInt(3) == 0 ? Set.of(dice.nextBoolean() ? "Tày" : "Mông") : Set.of()));
        }
        var seats = new ArrayList<Seat>();
        for (int i = 0; i < posts; i++) {
            int office = i / 4;
            boolean chief = i % 4 == 0 && office % 5 == 0;
            Map<Integer, Integer> ages = new HashMap<>(Map.of(197, 1, 198, 2, 199, 2));
            var target = new Target(office, "Công an xã " + office, office, office, office / 10, (short) (1 + office % 3), 8, (short) (chief ? 1 : 3), chief, 5, 12, !chief, chief ? 1 : 4, ages,
                    office % 3 == 0 ? Set.of(office % 2 == 0 ? "Tày" : "Mông") : Set.of());
            List<Candidate> eligible = people.stream().filter(one -> Fit.bar(target, one, RULES, DAY, false, false) == null).toList();
            seats.add(new Seat(i + 1, target, RULES, target.weight(i % 4), eligible, null));
        }
        long began = System.nanoTime();
        var whole = new double[] {0};
        var least = new long[] {Long.MAX_VALUE};
        List<Seat> found = Search.run(new Proposal(seats), RULES.seconds(), better -> {
            var score = better.score();
            if (score != null && score.hardScore() == 0 && -score.mediumScore() < least[0]) {
                least[0] = -score.mediumScore();
                whole[0] = (System.nanoTime() - began) / 1e9;
            }
        }).seats();
        Tally tally = Tally.of(found);
        return new Result(posts, officers, whole[0], (System.nanoTime() - began) / 1e9, tally.broken(), found.stream().filter(seat -> seat.officer() != null).count(), tally.points());
    }
}

package vn.bamcoso.staffing.plan;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** How well one officer fits one vacant post: what bars the move, and what speaks for and against it. Solver and explanation both ask here. */
public final class Fit {
    private Fit() {}

    /** Why somebody cannot be considered for a post at all. */
    enum Bar {
        /** Serves at that office already. */
        SERVES_THERE,
        /** Leads an office, which would lose its head. */
        LEADS_ELSEWHERE,
        /** The present office would fall below its norm. */
        NEEDED_THERE,
        /** Was moved too lately. */
        MOVED_LATELY,
        /** Has not the rank, the degree or the membership that the post asks for. */
        NOT_QUALIFIED,
        /** A chief does not serve in the commune of origin. */
        AT_HOME,
        /** The rules of selection (quality, ability, age) do not let them have the title; an exception is made in a wave, by name. */
        NOT_CHOSEN,
        /** Somebody said no. */
        VETOED;

        /** The key of the sentence. */
        String key() {
            return "staffing.plan.bar." + name().toLowerCase(java.util.Locale.ROOT).replace('_', '-');
        }
    }

    /** A point for or against a move, with its weight, as it is kept and shown. */
    public record Reason(String code, long points, List<String> args) {
        static Reason of(String code, long points, Object... args) {
            return new Reason(code, points, java.util.Arrays.stream(args).map(String::valueOf).toList());
        }
    }

    /** @return the first bar in the order above; null when there is none */
    static @Nullable Bar bar(Target post, Candidate officer, Rules rules, LocalDate day, boolean leadsNow, boolean vetoed) {
        if (officer.source().officeId() == post.officeId()) {
            return Bar.SERVES_THERE;
        }
        if (leadsNow) {
            return Bar.LEADS_ELSEWHERE;
        }
        if (officer.source().spare() <= 0) {
            return Bar.NEEDED_THERE;
        }
        if (rules.months() > 0 && officer.since().isAfter(day.minusMonths(rules.months()))) {
            return Bar.MOVED_LATELY;
        }
        if (post.leads() && !(officer.degree() && officer.rank() >= Rules.RANKS.indexOf(rules.chiefRank()) && (officer.party() || !rules.chiefInParty()))) {
            return Bar.NOT_QUALIFIED;
        }
        if (post.leads() && rules.chiefAwayFromHome() && officer.origin() != null && officer.origin().communeId() == post.communeId()) {
            return Bar.AT_HOME;
        }
        return vetoed ? Bar.VETOED : null;
    }

    /** Steps from the commune of origin: 0 the same commune, 1 the same old district, 2 the same province of the 63, 3 the same province, 4 farther or unknown. */
    static int steps(Target post, Candidate officer) {
        Candidate.Origin origin = officer.origin();
        if (origin == null) {
            return 4;
        }
        if (origin.communeId() == post.communeId()) {
            return 0;
        }
        if (origin.districtId() != 0 && origin.districtId() == post.districtId()) {
            return 1;
        }
        if (origin.home() == post.home()) {
            return 2;
        }
        return origin.provinceId() == post.provinceId() ? 3 : 4;
    }

    static long languagePoints(Target post, Candidate officer, Rules rules) {
        return officer.languages().stream().anyMatch(post.languages()::contains) ? rules.language() : 0;
    }

    static long distancePoints(Target post, Candidate officer, Rules rules) {
        return -(long) steps(post, officer) * rules.distance();
    }

    /** By how many officers one age, or one band of ranks, would outweigh the rest of the office. */
    static long surplusOfAge(Target post, int age, int added) {
        int present = post.ages().getOrDefault(age, 0);
        return Math.max(0, present + added - (post.holders() + added + 1) / 2 - 1);
    }

    /** What speaks for the move and against it, the reason why the post is to be filled first. */
    static List<Reason> reasons(Seat seat, Candidate officer) {
        Target post = seat.target();
        Rules rules = seat.rules();
        var reasons = new ArrayList<Reason>();
        reasons.add(switch (seat.weight()) {
            case 20 -> Reason.of("no-chief", 0);
            case 15 -> Reason.of("nobody", 0);
            case 5 -> Reason.of("below-norm", 0, post.holders(), post.least());
            default -> Reason.of("vacant", 0);
        });
        reasons.add(Reason.of("spare", 0, officer.source().name(), officer.source().spare()));
        post.languages().stream().filter(officer.languages()::contains).sorted().findFirst().ifPresent(language -> reasons.add(Reason.of("language", rules.language(), language)));
        reasons.add(Reason.of("steps-" + steps(post, officer), distancePoints(post, officer, rules)));
        if (rules.move() > 0) {
            reasons.add(Reason.of("move", -rules.move()));
        }
        return List.copyOf(reasons);
    }

    /** Why a post stays empty: how many officers each bar keeps away, and how many were needed more elsewhere. */
    static List<Reason> gap(Map<Bar, Integer> bars, int eligible) {
        var reasons = new ArrayList<Reason>();
        if (eligible > 0) {
            reasons.add(Reason.of("needed-more", 0, eligible));
        }
        bars.entrySet().stream().sorted(Map.Entry.<Bar, Integer>comparingByValue().reversed()).forEach(bar -> reasons.add(Reason.of("bar." + bar.getKey().key().substring("staffing.plan.bar.".length()), 0, bar.getValue())));
        if (reasons.isEmpty()) {
            reasons.add(Reason.of("no-candidates", 0));
        }
        return List.copyOf(reasons);
    }
}

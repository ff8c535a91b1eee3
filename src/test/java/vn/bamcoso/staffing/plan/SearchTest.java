package vn.bamcoso.staffing.plan;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import org.junit.jupiter.api.Test;
import vn.bamcoso.staffing.plan.Candidate.Origin;
import vn.bamcoso.staffing.plan.Candidate.Source;

/** Plans small enough to be solved by hand, one that cannot be kept, and one of many posts whose count is done twice. */
class SearchTest {
    private static final LocalDate DAY = LocalDate.of(2026, 12, 1);
    private static final LocalDate LONG_AGO = LocalDate.of(2020, 1, 1);
    private static final Rules RULES = new Rules(12, true, "dai_uy", true, 40, 10, 5, 8, 2);
    private static final int DAI_UY = 3;
    private static final short CHIEF = 1;
    private static final short MEMBER = 3;
    /** Three communes of one province, in two old districts: A and B in 100, C in 200. */
    private static final int A = 1;
    private static final int B = 2;
    private static final int C = 3;

    private static Target post(int office, int district, short title, int holders, int least, boolean headed, Set<String> languages) {
        return new Target(office, "Công an xã " + office, office, office, district, (short) 2, 8, title, title == CHIEF, holders, least, headed, 1, Map.of(), languages);
    }

    private static Candidate officer(int id, int birth, boolean fitToLead, Origin origin, Source source, String... languages) {
        return new Candidate(id, "N" + id, "Cán bộ " + id, birth, fitToLead ? DAI_UY : 0, fitToLead, fitToLead, origin, source, MEMBER, LONG_AGO, Set.of(languages));
    }

    private static Origin from(int commune, int district) {
        return new Origin(commune, district, (short) 2, 8);
    }

    private static List<Seat> seats(List<Target> posts, List<Candidate> people, Rules rules) {
        var seats = new ArrayList<Seat>();
        for (Target post : posts) {
            List<Candidate> eligible = people.stream().filter(one -> Fit.bar(post, one, rules, DAY, false, false) == null).toList();
            seats.add(new Seat(seats.size() + 1, post, rules, post.weight(0), eligible, null));
        }
        return seats;
    }

    /**
     * A lacks its chief, B speaks Mông, C is anywhere. Only officer 11 may lead, and not in B, the home commune; 12 speaks Mông;
     * 13 comes from the district of C. Any other seating breaks a rule or costs a language (40) or steps.
     */
    @Test
    void threePostsAndThreeOfficersSitAsOneWouldSeatThemByHand() {
        var town = new Source(50, "Công an tỉnh", 50, 9);
        List<Target> posts = List.of(post(A, 100, CHIEF, 4, 5, false, Set.of()), post(B, 100, MEMBER, 4, 5, true, Set.of("Mông")), post(C, 200, MEMBER, 4, 5, true, Set.of()));
        List<Candidate> people = List.of(officer(11, 1980, true, from(B, 100), town), officer(12, 1985, false, from(C, 200), town, "Mông"), officer(13, 1990, false, from(9, 200), town));
        List<Seat> found = Search.run(new Proposal(seats(posts, people, RULES)), 2, better -> {}).seats();
        assertThat(found).extracting(seat -> seat.officer() == null ? 0 : seat.officer().id()).containsExactly(11, 12, 13);
        // 11: one step (same district) 10; 12: two steps (same province of the 63) 20, Mông 40; 13: one step 10; three moves 15
        assertThat(Tally.of(found)).isEqualTo(new Tally(0, 0, -10 - 20 + 40 - 10 - 15));
    }

    @Test
    void anOfficeGivesNobodyBelowItsNorm() {
        var small = new Source(60, "Công an xã 60", 60, 1);
        List<Target> posts = List.of(post(A, 100, MEMBER, 0, 5, true, Set.of()), post(B, 100, MEMBER, 4, 5, true, Set.of()));
        List<Candidate> people = List.of(officer(21, 1980, false, from(A, 100), small), officer(22, 1985, false, from(B, 100), small));
        List<Seat> found = Search.run(new Proposal(seats(posts, people, RULES)), 2, better -> {}).seats();
        // where nobody serves comes first (15 against 5); the other post stays empty rather than emptying the small office
        assertThat(found.getFirst().officer()).isNotNull();
        assertThat(found.getLast().officer()).isNull();
        assertThat(Tally.of(found).broken()).isZero();
        assertThat(Tally.of(found).unfilled()).isEqualTo(5);
    }

    @Test
    void whatCannotBeFilledSaysWhichRuleKeepsHowManyAway() {
        var town = new Source(50, "Công an tỉnh", 50, 9);
        Target chief = post(A, 100, CHIEF, 4, 5, false, Set.of());
        List<Candidate> people = List.of(officer(31, 1980, true, from(A, 100), town), officer(32, 1985, false, from(B, 100), town),
                new Candidate(33, "N33", "Cán bộ 33", 1980, DAI_UY, true, true, from(B, 100), town, MEMBER, LocalDate.of(2026, 6, 1), Set.of()));
        Map<Fit.Bar, Integer> bars = new java.util.EnumMap<>(Fit.Bar.class);
        people.forEach(one -> bars.merge(java.util.Objects.requireNonNull(Fit.bar(chief, one, RULES, DAY, false, false)), 1, Integer::sum));
        assertThat(bars).isEqualTo(Map.of(Fit.Bar.AT_HOME, 1, Fit.Bar.NOT_QUALIFIED, 1, Fit.Bar.MOVED_LATELY, 1));
        assertThat(Search.run(new Proposal(seats(List.of(chief), people, RULES)), 2, better -> {}).seats().getFirst().officer()).isNull();
        assertThat(Fit.gap(bars, 0)).extracting(Fit.Reason::code).containsExactlyInAnyOrder("bar.at-home", "bar.not-qualified", "bar.moved-lately");
    }

    /** Ages mix: two of the 1990s beside two of the 1990s outweigh; somebody older is taken although farther from home by one step. */
    @Test
    void anOfficeOfOneAgeTakesSomebodyOlder() {
        var town = new Source(50, "Công an tỉnh", 50, 9);
        var young = new Target(A, "Công an xã", A, A, 100, (short) 2, 8, MEMBER, false, 4, 5, true, 1, Map.of(199, 4), Set.of());
        List<Candidate> people = List.of(officer(41, 1995, false, from(B, 100), town), officer(42, 1975, false, from(C, 200), town));
        Rules mixing = new Rules(12, true, "dai_uy", true, 40, 10, 5, 20, 2);
        assertThat(Search.run(new Proposal(seats(List.of(young), people, mixing)), 2, better -> {}).seats().getFirst().officer()).extracting(Candidate::id).isEqualTo(42);
        Rules careless = new Rules(12, true, "dai_uy", true, 40, 10, 5, 0, 2);
        assertThat(Search.run(new Proposal(seats(List.of(young), people, careless)), 2, better -> {}).seats().getFirst().officer()).extracting(Candidate::id).isEqualTo(41);
    }

    /** So do ranks: five of the lowest band serve there; a captain is taken although from farther by one step, a lieutenant would cost 40 for two too many. */
    @Test
    void anOfficeOfOneRankTakesSomebodyOfAnother() {
        var town = new Source(50, "Công an tỉnh", 50, 9);
        var junior = new Target(A, "Công an xã", A, A, 100, (short) 2, 8, MEMBER, false, 5, 6, true, 1, Map.of(1000, 5), Set.of());
        List<Candidate> people = List.of(officer(51, 1985, false, from(B, 100), town), officer(52, 1985, true, from(C, 200), town));
        Rules mixing = new Rules(12, true, "dai_uy", true, 40, 10, 5, 20, 2);
        assertThat(Search.run(new Proposal(seats(List.of(junior), people, mixing)), 2, better -> {}).seats().getFirst().officer()).extracting(Candidate::id).isEqualTo(52);
    }

    /** What the solver counts, step by step, is what a plain count gives at the end. */
    @Test
    void theSolversCountEqualsAPlainOne() {
        var dice = new Random(7);
        var sources = new ArrayList<Source>();
        for (int i = 0; i < 30; i++) {
            sources.add(new Source(1000 + i, "Nguồn " + i, 1000 + i, 1 + dice.nextInt(4)));
        }
        var people = new ArrayList<Candidate>();
        for (int i = 0; i < 300; i++) {
            people.add(officer(i + 1, 1970 + dice.nextInt(30), dice.nextInt(4) == 0, from(dice.nextInt(40), 100 + dice.nextInt(5)), sources.get(dice.nextInt(30)), dice.nextInt(3) == 0 ? "Tày" : "Dao"));
        }
        var posts = new ArrayList<Target>();
        for (int i = 0; i < 60; i++) {
            posts.add(post(i, 100 + dice.nextInt(5), i % 10 == 0 ? CHIEF : MEMBER, dice.nextInt(6), 5, i % 10 != 0, Set.of("Tày")));
        }
        Proposal found = Search.run(new Proposal(seats(posts, people, RULES)), 2, better -> {});
        Tally tally = Tally.of(found.seats());
        assertThat(found.score()).isNotNull();
        assertThat(List.of(-found.score().hardScore(), -found.score().mediumScore(), found.score().softScore())).isEqualTo(List.of(tally.broken(), tally.unfilled(), tally.points()));
        assertThat(tally.broken()).isZero();
    }
}

package vn.bamcoso.staffing.plan;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import java.time.Duration;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import vn.bamcoso.basics.Problem;
import vn.bamcoso.demo.TinyNation;
import vn.bamcoso.identity.Browser;
import vn.bamcoso.identity.TestUsers;

/** A plan for Tuyên Quang, whose invented officers serve at 124 communes, from the question to the second search. */
@TinyNation
class PlansTest {
    private static final LocalDate DAY = LocalDate.of(2026, 12, 1);
    private static final Rules RULES = new Rules(12, true, "dai_uy", true, 40, 10, 5, 8, 2);

    @Autowired Plans plans;
    @Autowired PlanStore store;
    @Autowired HandMade handMade;
    @Autowired TestUsers users;

    private static final java.util.Locale VI = java.util.Locale.of("vi", "VN");
    private TestUsers.Person staff;
    private TestUsers.Person stranger;
    private TestUsers.Person counting;

    @BeforeEach
    void people() {
        staff = users.person("xep.cho", "provincial_staff", office("Công an tỉnh Tuyên Quang"));
        stranger = users.person("xep.cho.khac", "provincial_staff", office("Công an tỉnh Lạng Sơn"));
        counting = users.person("chi.dem", "provincial_staff", office("Công an tỉnh Tuyên Quang"), 1);
    }

    private int office(String name) {
        return users.asOwner(owner -> owner.sql("select office_id from territory.pub_office where name = :name and valid_to = 'infinity'").param("name", name).query(Integer.class).single());
    }

    private Plan computed(int id) {
        Awaitility.await().atMost(Duration.ofSeconds(60)).pollInterval(Duration.ofMillis(200)).until(() -> users.as(staff, () -> plans.get(id)), plan -> !plan.computing());
        return users.as(staff, () -> plans.get(id));
    }

    @Test
    void aPlanFillsVacantPostsBreaksNothingAndHearsAVeto() {
        int id = users.as(staff, () -> plans.ask("", "P08@2026-12-01", DAY, RULES));
        Plan plan = computed(id);
        assertThat(plan.status()).isEqualTo(Plan.Status.DONE);
        assertThat(plan.broken()).isZero();
        List<Line> lines = users.as(staff, () -> store.lines(id, DAY, true));
        assertThat(lines).hasSize(plan.seats());
        List<Line> moves = lines.stream().filter(line -> line.officerId() != null).toList();
        assertThat(moves).isNotEmpty().extracting(Line::officerId).doesNotHaveDuplicates();
        // whoever is moved has served there for a year, and the office that gives them keeps its norm
        assertThat((Integer) users.asOwner(owner -> owner.sql("""
                        select count(*) from staffing.plan_line l join staffing.posting p on p.officer_id = l.officer_id and p.kind = 'full' and p.valid_from <= :day and :day < p.valid_to
                        where l.plan_id = :plan and (p.valid_from > cast(:day as date) - interval '12 months' or p.office_id <> l.from_office_id)""").param("plan", id).param("day", DAY).query(Integer.class).single())).isZero();
        assertThat((Integer) users.asOwner(owner -> owner.sql("""
                        select count(*) from (select from_office_id as office, count(*) as given from staffing.plan_line where plan_id = :plan and officer_id is not null group by 1) g
                        where (select count(*) from staffing.posting p where p.office_id = g.office and p.kind = 'full' and p.valid_from <= :day and :day < p.valid_to) - g.given
                              < coalesce((select max(least) from staffing.post o where o.office_id = g.office and o.valid_from <= :day and :day < o.valid_to), 0)""")
                .param("plan", id).param("day", DAY).query(Integer.class).single())).isZero();

        Line refused = moves.getFirst();
        users.as(staff, () -> plans.say(id, plan.version(), refused.n(), "veto"));
        assertThat(catchThrowableOfType(Problem.class, () -> users.as(staff, () -> plans.say(id, plan.version(), refused.n(), "pin"))).code()).isEqualTo("staffing.plan.problem.meanwhile");
        users.as(staff, () -> plans.again(id, plan.version() + 1));
        computed(id);
        assertThat(users.as(staff, () -> store.lines(id, DAY, true))).noneMatch(line -> line.officeId() == refused.officeId() && line.titleId() == refused.titleId() && refused.officerId().equals(line.officerId()));
    }

    /** The computed plan, pasted line by line, has the same score; one that breaks a rule says which; one that names nobody is refused whole. */
    @Test
    void aPlanMadeByHandIsCountedByTheSameScore() {
        int id = users.as(staff, () -> plans.ask("Máy xếp", "P08@2026-12-01", DAY, RULES));
        Plan computed = computed(id);
        List<List<String>> moves = users.as(staff, () -> store.moves(computed));
        String pasted = "Số hiệu\tMã đơn vị\tChức danh\n" + moves.stream().map(move -> String.join("\t", move)).collect(java.util.stream.Collectors.joining("\n"));
        Plan hand = users.as(staff, () -> plans.get(handMade.keep(id, "Tay xếp", pasted, VI)));
        assertThat(List.of(hand.broken(), hand.unfilled(), hand.points())).isEqualTo(List.of(computed.broken(), computed.unfilled(), computed.points()));
        assertThat(hand.byHand()).isTrue();

        String chief = users.asOwner(owner -> owner.sql("""
                        select f.number from staffing.posting p join staffing.officer f on f.id = p.officer_id join territory.pub_place n on n.place_id = p.place_id and n.valid_from <= :day and :day < n.valid_to
                        where p.kind = 'full' and p.title_id = 1 and p.valid_from <= :day and :day < p.valid_to and n.home in (2, 8) and n.code <> :there order by f.number limit 1""")
                .param("day", DAY).param("there", moves.getFirst().get(1)).query(String.class).single());
        Plan broken = users.as(staff, () -> plans.get(handMade.keep(id, "", chief + ";" + moves.getFirst().get(1) + ";" + moves.getFirst().get(2), VI)));
        assertThat(broken.broken()).isPositive();
        assertThat(users.as(staff, () -> store.lines(broken.id(), DAY, true)).stream().filter(line -> line.officerId() != null).flatMap(line -> line.why().stream()).map(Fit.Reason::code)).contains("broken.leads-elsewhere");
        Problem refused = catchThrowableOfType(Problem.class, () -> users.as(staff, () -> handMade.keep(id, "", "không ai;0;Trưởng\n" + chief + ";99999;Trưởng Công an cấp xã", VI)));
        assertThat(refused.faults()).extracting(Problem.Fault::where).containsExactly("dòng 1", "dòng 2");
    }

    @Test
    void anAcceptedPlanIsADraftOfAWaveThatMovesNobodyYet() {
        int id = users.as(staff, () -> plans.ask("Kiện toàn", "P08@2026-12-01", DAY, RULES));
        Plan plan = computed(id);
        int moves = (int) users.as(staff, () -> store.lines(id, DAY, true)).stream().filter(line -> line.officerId() != null).count();
        // a rule that nobody keeps: each move needs its reason, by name
        users.asOwner(owner -> owner.sql("insert into staffing.selection_rule (kind, value, basis, valid_from, valid_to, set_by, set_at) values ('served_least', '70', 'Thử', :day, 'infinity', 0, now())").param("day", DAY).update());
        int wave;
        try {
            var proposed = users.as(staff, () -> store.lines(id, DAY, true)).stream().filter(line -> line.officerId() != null).toList();
            assertThat(users.as(staff, () -> plans.breaking(plan, proposed))).hasSize(moves);
            assertThat(catchThrowableOfType(Problem.class, () -> users.as(staff, () -> plans.accept(id, plan.version(), Map.of()))).faults()).hasSize(moves).allMatch(fault -> fault.code().equals("staffing.fault.rule"));
            Map<String, String> reasons = new HashMap<>();
            proposed.forEach(line -> reasons.put(line.number(), "Nguồn cán bộ tại chỗ; \"đã\" bồi dưỡng"));
            wave = users.as(staff, () -> plans.accept(id, plan.version(), reasons));
            assertThat((Integer) users.asOwner(owner -> owner.sql("select count(*) from staffing.wave_line where wave_id = :id and broken = '{served_least}' and exception like '%\"đã\"%'").param("id", wave).query(Integer.class).single())).isEqualTo(moves);
        } finally {
            users.asOwner(owner -> owner.sql("delete from staffing.selection_rule where basis = 'Thử'").update());
        }
        assertThat((String) users.asOwner(owner -> owner.sql("select title || ' ' || status || ' ' || people || ' ' || (select count(*) from staffing.wave_line where wave_id = w.id) from staffing.wave w where id = :id")
                .param("id", wave).query(String.class).single())).isEqualTo("Kiện toàn draft " + moves + " " + moves);
        assertThat((Integer) users.asOwner(owner -> owner.sql("select count(*) from staffing.posting where valid_from = :day").param("day", DAY).query(Integer.class).single())).isZero();
        assertThat(catchThrowableOfType(Problem.class, () -> users.as(staff, () -> plans.accept(id, plan.version(), Map.of()))).code()).isEqualTo("staffing.plan.problem.meanwhile");
    }

    @Test
    void aPlanIsOutOfSightForAnotherProvinceAndForWhoMayOnlyCount() {
        assertThat(catchThrowableOfType(Problem.class, () -> users.as(stranger, () -> plans.ask("", "P08@2026-12-01", DAY, RULES))).kind()).isEqualTo(Problem.Kind.NOT_FOUND);
        assertThat(catchThrowableOfType(Problem.class, () -> users.as(counting, () -> plans.ask("", "P08@2026-12-01", DAY, RULES))).kind()).isEqualTo(Problem.Kind.NOT_FOUND);
        int id = users.as(staff, () -> plans.ask("", "P08@2026-12-01", DAY, RULES));
        computed(id);
        for (TestUsers.Person other : List.of(stranger, counting)) {
            assertThat(catchThrowableOfType(Problem.class, () -> users.as(other, () -> plans.get(id))).kind()).isEqualTo(Problem.Kind.NOT_FOUND);
            assertThat(users.as(other, () -> store.lines(id, DAY, true))).isEmpty();
        }
    }

    @Test
    void rulesOutOfBoundsAreToldFieldByField() {
        Problem problem = catchThrowableOfType(Problem.class, () -> new Rules(-1, true, "tong", true, 40, 10, 5, 8, 90));
        assertThat(problem.faults()).extracting(Problem.Fault::where).containsExactly("months", "seconds", "chiefRank");
    }

    @Test
    void theFormShowsWhatIsWrongAtItsFieldAndKeepsWhatWasTyped() {
        Browser.Reply refused = users.signIn(staff).post("/staffing/plans", Map.of("title", "Thử ô sai", "within", "P08@2026-12-01", "on", "31/02/2027", "months", "61", "chiefRank", "dai_uy", "language", "40", "distance", "10", "move", "5", "mix", "8", "seconds", "30"));
        assertThat(refused.status()).isEqualTo(422);
        assertThat(refused.body()).contains("id=\"on-error\"", "value=\"Thử ô sai\"", "value=\"31/02/2027\"", "value=\"61\"");
        Browser.Reply numbers = users.signIn(staff).post("/staffing/plans", Map.of("title", "Thử ô sai", "within", "P08@2026-12-01", "on", "1/12/2026", "months", "61", "chiefRank", "dai_uy", "language", "nhiều", "distance", "10", "move", "5", "mix", "8", "seconds", "30"));
        assertThat(numbers.body()).contains("id=\"months-error\"", "Nhập số nguyên từ 0 đến 60", "id=\"language-error\"", "value=\"nhiều\"").doesNotContain("id=\"mix-error\"");
    }
}

package vn.bamcoso.tasks;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import vn.bamcoso.InTheHouse;
import vn.bamcoso.basics.Texts;
import vn.bamcoso.basics.VietnamTime;
import vn.bamcoso.identity.TestUsers;
import vn.bamcoso.tasks.issuing.Drafting;
import vn.bamcoso.tasks.issuing.Issuing;
import vn.bamcoso.tasks.working.Working;

/** One task to the whole country in one act, and to some of it. */
@InTheHouse
class FanOutTest {
    @Autowired Team team;
    @Autowired TestUsers users;
    @Autowired Drafting drafting;
    @Autowired Issuing issuing;
    @Autowired Working working;
    @Autowired Tasks tasks;
    @Autowired Shares shares;
    @Autowired JdbcClient jdbc;

    private final LocalDate soon = VietnamTime.today(java.time.Clock.systemUTC()).plusDays(30);

    private static Drafting.Draft to(String audience, int issuer, String title, LocalDate due, Long share) {
        return new Drafting.Draft(issuer, null, "", share, "key", null, (short) 7, title, "Báo cáo", "Lãnh đạo Bộ", audience, List.of(), List.of(), "head", DueRule.DAY, due, "", List.of(), List.of(), null, null, null);
    }

    @Test
    void oneActGivesEachOfThe3319CommunesItsShareInUnderFiveSeconds() {
        var office = team.office();
        int commune = team.commune();
        int id = users.as(office, () -> drafting.open(to("communes", team.ministry, "Rà soát xã biên giới", soon, null)));
        Instant begun = Instant.now();
        int given = users.as(office, () -> issuing.issue(id, 0, Texts.vi()));
        assertThat(Duration.between(begun, Instant.now())).isLessThan(Duration.ofSeconds(5));
        assertThat(given).isEqualTo(3319);
        var chief = team.chief(commune);
        assertThat(users.in(chief, () -> jdbc.sql("select count(*) from tasks.share where task_id = :id").param("id", id).query(Integer.class).single())).as("a commune sees its own only").isEqualTo(1);
        long own = users.in(chief, () -> jdbc.sql("select id from tasks.share where task_id = :id").param("id", id).query(Long.class).single());
        users.as(chief, () -> working.accept(own, null));
        assertThat(users.as(team.director(), () -> shares.get(own)).status()).as("the province sees it").isEqualTo(Status.WORKING);
        assertThatThrownBy(() -> users.as(team.otherProvince(), () -> shares.get(own))).hasMessage("basics.problem.not-found");
        assertThatThrownBy(() -> users.as(team.clerk(commune), () -> working.propose(own, null, null, "Xong"))).as("a clerk does not answer for it").hasMessage("tasks.problem.not-your-act");
    }

    @Test
    void aProvinceCutsItsShareWithAnEarlierDateAndNeverALaterOne() {
        var office = team.office();
        var director = team.director();
        int id = users.as(office, () -> drafting.open(to("provinces", team.ministry, "Xây dựng mô hình", soon, null)));
        assertThat(users.as(office, () -> issuing.issue(id, 0, Texts.vi()))).isEqualTo(34);
        long own = users.in(director, () -> jdbc.sql("select id from tasks.share where task_id = :id").param("id", id).query(Long.class).single());
        users.as(director, () -> working.accept(own, null));
        assertThatThrownBy(() -> users.as(director, () -> drafting.open(to("communes", team.tuyenQuang, "Mỗi xã một mô hình", soon.plusDays(1), own)))).hasMessage("tasks.problem.cut-later");
        int cut = users.as(director, () -> drafting.open(to("communes", team.tuyenQuang, "Mỗi xã một mô hình", soon.minusDays(10), own)));
        assertThat(users.as(director, () -> issuing.issue(cut, 0, Texts.vi()))).as("the communes of Tuyên Quang").isEqualTo(124);
        assertThat(users.as(office, () -> tasks.cutFrom(own))).as("the ministry sees what became of it").extracting(Task::id).containsExactly(cut);
        assertThatThrownBy(() -> users.as(director, () -> drafting.open(to("provinces", team.ministry, "Thay Bộ", soon, null)))).hasMessage("tasks.problem.not-issuer");
    }

    @Test
    void aQuarterlyTaskOwesOnePieceEachQuarterUntilItsDate() {
        assertThat(DueRule.QUARTERLY.turns(LocalDate.of(2026, 2, 10), LocalDate.of(2026, 12, 15)))
                .containsExactly(LocalDate.of(2026, 3, 31), LocalDate.of(2026, 6, 30), LocalDate.of(2026, 9, 30), LocalDate.of(2026, 12, 15));
        assertThat(DueRule.BEFORE_LAW.turns(LocalDate.of(2024, 1, 10), LocalDate.of(2024, 7, 1))).as("the law takes effect on 1 July").containsExactly(LocalDate.of(2024, 6, 30));
        assertThat(DueRule.lastDay(LocalDate.of(2024, 2, 10), true)).as("first day of Tết Giáp Thìn, a Saturday; offices open on Thursday the 15th").isEqualTo(LocalDate.of(2024, 2, 15));
        assertThat(DueRule.lastDay(LocalDate.of(2024, 4, 30), true)).as("30 April and 1 May are holidays").isEqualTo(LocalDate.of(2024, 5, 2));
        assertThat(DueRule.lastDay(LocalDate.of(2024, 2, 10), false)).isEqualTo(LocalDate.of(2024, 2, 10));
    }

    @Test
    void aBodyWithoutAccountsHasItsStateEnteredByItsLiaisonOffice() {
        var office = team.office();
        int body = users.asOwner(owner -> owner.sql("insert into tasks.body (name, office_id) values ('UBND tỉnh (thử)', :office) returning id").param("office", team.tuyenQuang).query(Integer.class).single());
        Drafting.Draft draft = new Drafting.Draft(team.ministry, null, "", null, "key", null, (short) 7, "Bố trí quỹ đất", "Quyết định", "UBND tỉnh", "offices", List.of(team.tuyenQuang), List.of(body), "head", DueRule.DAY, soon, "",
                List.of(), List.of(), null, null, null);
        int id = users.as(office, () -> drafting.open(draft));
        assertThat(users.as(office, () -> issuing.issue(id, 0, Texts.vi()))).as("one of the office, one of the body").isEqualTo(2);
        long ofBody = users.in(office, () -> jdbc.sql("select id from tasks.share where task_id = :id and body_id is not null").param("id", id).query(Long.class).single());
        users.as(team.director(), () -> working.accept(ofBody, null));
        assertThat(users.as(office, () -> shares.get(ofBody)).status()).isEqualTo(Status.WORKING);
    }
}

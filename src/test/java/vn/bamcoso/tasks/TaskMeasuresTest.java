package vn.bamcoso.tasks;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.context.TestPropertySource;
import vn.bamcoso.InTheHouse;
import vn.bamcoso.basics.VietnamTime;
import vn.bamcoso.calendar.Period;
import vn.bamcoso.figures.Level;
import vn.bamcoso.figures.Measure;
import vn.bamcoso.figures.Pivot;
import vn.bamcoso.figures.Question;
import vn.bamcoso.identity.TestUsers;
import vn.bamcoso.tasks.measure.TaskMeasures;
import vn.bamcoso.tasks.proposal.Proposals;
import vn.bamcoso.tasks.working.Deciding;
import vn.bamcoso.tasks.working.Working;

/** What the register of tasks tells as figures, counted by hand for one commune. */
@InTheHouse
@TestPropertySource(properties = "bamcoso.test.own-database=task_measures")
class TaskMeasuresTest {
    private static final LocalDate TODAY = VietnamTime.today(java.time.Clock.systemUTC());

    @Autowired Team team;
    @Autowired TestUsers users;
    @Autowired TaskMeasures measures;
    @Autowired Pivot pivot;
    @Autowired Working working;
    @Autowired Deciding deciding;
    @Autowired Proposals proposals;
    @Autowired JdbcClient jdbc;

    @Test
    void theSharesOfACommuneAreCountedAtItsPlaceAndOnlyByWhoSeesIt() {
        int commune = team.commune();
        var director = team.director();
        var chief = team.chief(commune);
        long first = team.issued(director, Team.draft(team.tuyenQuang, "Việc thứ nhất của xã", List.of(commune), TODAY.plusDays(3)));
        long second = team.issued(director, Team.draft(team.tuyenQuang, "Việc thứ hai của xã", List.of(commune), TODAY.plusDays(3)));
        users.as(chief, () -> working.accept(first, null));
        users.as(chief, () -> working.propose(first, null, null, "Xong"));
        users.as(director, () -> deciding.recognise(first, null, ""));
        users.as(chief, () -> working.accept(second, null));
        users.as(chief, () -> deciding.askExtension(second, null, TODAY.plusDays(10), "Mưa lũ"));
        users.as(director, () -> deciding.decideExtension(second, null, true, ""));
        users.as(chief, () -> proposals.make(new Proposals.NewProposal(null, commune, team.tuyenQuang, "", "", "Thêm cán bộ", null, (short) 7)));
        int place = users.in(director, () -> jdbc.sql("select place_id from tasks.share where id = :id").param("id", first).query(Integer.class).single());
        assertThat(of(director, "tasks_issued_communes", place)).isEqualByComparingTo("2");
        assertThat(of(director, "tasks_done_communes", place)).isEqualByComparingTo("1");
        assertThat(of(director, "tasks_open_communes", place)).isEqualByComparingTo("1");
        assertThat(of(director, "tasks_open_late_communes", place)).isEqualByComparingTo("0");
        assertThat(of(director, "tasks_extended_communes", place)).isEqualByComparingTo("1");
        assertThat(of(director, "tasks_proposals_open_communes", place)).isEqualByComparingTo("1");
        assertThat(of(director, "tasks_issued_communes__tasks", place)).as("of the field of tasks").isEqualByComparingTo("2");
        assertThat(of(director, "tasks_done_communes__tasks", place)).isEqualByComparingTo("1");
        assertThat(of(director, "tasks_proposals_open_communes__tasks", place)).isEqualByComparingTo("1");
        assertThat(of(director, "tasks_issued_communes__money", place)).as("none is about money").isNull();
        assertThat(of(director, "tasks_proposals_open_communes__money", place)).isNull();
        assertThat(users.as(director, () -> pivot.ask(new Question(List.of("tasks_issued_communes__tasks"), List.of(Period.span(TODAY, TODAY)), Level.COMMUNE, "P08@2026-11-21", TODAY))).lines().stream()
                .filter(line -> line.spot().id() == place).map(line -> line.cells().getFirst().value())).as("asked as any other figure").singleElement().satisfies(value -> assertThat(value).isEqualByComparingTo("2"));
        assertThat(of(director, "tasks_issued_provinces", place)).as("not a province").isNull();
        assertThat(of(team.otherProvince(), "tasks_issued_communes", place)).as("another province counts nothing here").isNull();
        assertThat(users.as(director, () -> measures.trace("tasks_issued_communes", Period.span(TODAY, TODAY), place, null, java.util.Locale.of("vi")))).extracting(Measure.Trace::value).containsExactly(new BigDecimal(2));
    }

    private BigDecimal of(TestUsers.Person by, String code, int place) {
        return users.as(by, () -> measures.of(code, Period.span(TODAY, TODAY), null, null)).stream().filter(one -> one.placeId() == place).map(Measure.Measured::value).findFirst().orElse(null);
    }
}

package vn.bamcoso.tasks;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.support.TransactionTemplate;
import vn.bamcoso.InTheHouse;
import vn.bamcoso.access.CurrentUser;
import vn.bamcoso.basics.VietnamTime;
import vn.bamcoso.calendar.Period;
import vn.bamcoso.figures.Figures;
import vn.bamcoso.figures.NewFigure;
import vn.bamcoso.figures.Origin;
import vn.bamcoso.identity.TestUsers;
import vn.bamcoso.notices.Deadlines;
import vn.bamcoso.tasks.bound.FollowUps;
import vn.bamcoso.tasks.issuing.ProposedFollowUps.FollowUp;
import vn.bamcoso.territory.Offices;

/** A task bound to a figure, in three communes: one will miss it, one will make it, one has reached it. Issued 70 days ago, due in 30: an even pace from 100 to 1,000 is at 730. */
@InTheHouse
class FollowUpsTest {
    private static final String CODE = "id_applications";

    @Autowired Team team;
    @Autowired TestUsers users;
    @Autowired FollowUps followUps;
    @Autowired Tasks tasks;
    @Autowired Shares shares;
    @Autowired List<Deadlines> nightly;
    @Autowired Figures figures;
    @Autowired Offices offices;
    @Autowired JdbcClient jdbc;
    @Autowired TransactionTemplate transaction;

    private final LocalDate today = VietnamTime.today(java.time.Clock.systemUTC());

    private void night() {
        CurrentUser.SYSTEM.run(() -> nightly.stream().filter(room -> room.code().equals("tasks.trend")).forEach(room -> transaction.executeWithoutResult(running -> room.putRight(today))));
    }

    private void values(int office, int begun, int before, int now) {
        int place = java.util.Objects.requireNonNull(offices.byId(office, today).orElseThrow().placeId());
        List<NewFigure> news = new ArrayList<>();
        int[] days = {70, 28, 0};
        int[] values = {begun, before, now};
        for (int i = 0; i < 3; i++) {
            news.add(new NewFigure(CODE, place, Period.asOf(today.minusDays(days[i])), (short) 0, BigDecimal.valueOf(values[i])));
        }
        CurrentUser.SYSTEM.run(() -> transaction.executeWithoutResult(running -> figures.record(new Origin("test", null, null), news, null)));
    }

    private long share(int task, int office) {
        return users.in(team.office(), () -> jdbc.sql("select id from tasks.share where task_id = :task and office_id = :office").param("task", task).param("office", office).query(Long.class).single());
    }

    @Test
    void aBrokenTrendRaisesAFollowUpThatAPersonAcceptsAndAReachedTargetProposesItsCompletion() {
        int slow = team.commune();
        int quick = team.commune();
        int there = team.commune();
        values(slow, 100, 300, 400);
        values(quick, 100, 380, 680);
        values(there, 100, 900, 1000);
        long first = team.issued(team.office(), Team.bound(Team.draft(team.ministry, "Thu nhận hồ sơ căn cước", List.of(slow, quick, there), today.plusDays(30)), CODE, new BigDecimal(1000)));
        int task = users.as(team.office(), () -> shares.get(first)).taskId();
        users.asOwner(owner -> {
            owner.sql("update tasks.task set issued_on = :day where id = :id").param("day", today.minusDays(70)).param("id", task).update();
            owner.sql("update tasks.share set status = 'working' where task_id = :id").param("id", task).update();
            return owner.sql("update tasks.event set day = :day where share_id in (select id from tasks.share where task_id = :id)").param("day", today.minusDays(70)).param("id", task).update();
        });

        night();
        night();

        List<FollowUp<FollowUps.Line>> raised = users.as(team.office(), () -> followUps.of(task));
        assertThat(raised).as("once, however often it runs").hasSize(1);
        assertThat(raised.getFirst().lines()).extracting(FollowUps.Line::officeId).as("680 with 300 in four weeks will be 1.001,43").containsExactly(slow);
        assertThat(raised.getFirst().lines().getFirst().forecast()).as("400 + 100 × 30 / 28").isEqualByComparingTo("507.14");
        Share reached = users.as(team.office(), () -> shares.get(share(task, there)));
        assertThat(reached.status()).as("the figure proposes, a person agrees").isEqualTo(Status.PROPOSED);
        assertThat(reached.proposedOn()).isEqualTo(today);
        assertThat(users.as(team.office(), () -> shares.get(share(task, quick))).status()).isEqualTo(Status.WORKING);

        int id = raised.getFirst().id();
        assertThatThrownBy(() -> users.as(team.otherProvince(), () -> followUps.accept(task, id))).hasMessage("basics.problem.not-found");
        assertThatThrownBy(() -> users.as(team.office(), () -> followUps.decline(task, id, " "))).hasMessage("tasks.problem.reason");
        Task draft = users.as(team.office(), () -> tasks.get(followUps.accept(task, id)));
        assertThat(draft.draft()).as("a person reads it before it is issued").isTrue();
        assertThat(draft.offices()).containsExactly(slow);
        assertThat(draft.due()).isAfter(today).isBeforeOrEqualTo(today.plusDays(30));
        assertThatThrownBy(() -> users.as(team.office(), () -> followUps.decline(task, id, "Không cần"))).hasMessage("tasks.problem.decided");
        night();
        assertThat(users.as(team.office(), () -> followUps.of(task))).as("nobody is asked again within four weeks").hasSize(1);
    }
}

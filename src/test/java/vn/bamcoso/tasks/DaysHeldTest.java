package vn.bamcoso.tasks;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import vn.bamcoso.InTheHouse;
import vn.bamcoso.access.CurrentUser;
import vn.bamcoso.basics.VietnamTime;
import vn.bamcoso.identity.TestUsers;
import vn.bamcoso.identity.TestUsers.Person;
import vn.bamcoso.tasks.overview.OwnBook;
import vn.bamcoso.tasks.working.Deciding;
import vn.bamcoso.tasks.working.Working;

/** A share that is 20 days late today. Its post was held by one chief until eleven days ago, was vacant for four days, and is held by another since. */
@InTheHouse
class DaysHeldTest {
    @Autowired Team team;
    @Autowired TestUsers users;
    @Autowired Shares shares;
    @Autowired OwnBook ownBook;
    @Autowired Working working;
    @Autowired Deciding deciding;

    private final LocalDate today = VietnamTime.today(java.time.Clock.systemUTC());

    @Test
    void thePostIsLateAndEachChiefAnswersForTheDaysHeld() {
        int commune = team.commune();
        Person former = users.person("giu.truoc" + commune);
        users.grant(former, "commune_chief", commune, null, LocalDate.of(2020, 1, 1), today.minusDays(11));
        Person now = users.person("giu.nay" + commune);
        users.grant(now, "commune_chief", commune, null, today.minusDays(7), LocalDate.of(2100, 1, 1));
        long id = team.issued(team.office(), Team.draft(team.ministry, "Việc quá hạn hai mươi ngày", List.of(commune), today.plusDays(30)));
        users.asOwner(owner -> {
            owner.sql("update tasks.task set issued_on = :day where id = (select task_id from tasks.share where id = :id)").param("day", today.minusDays(60)).param("id", id).update();
            return owner.sql("update tasks.share set status = 'working', due = :day, last_day = :day where id = :id").param("day", today.minusDays(20)).param("id", id).update();
        });

        List<OwnBook.Held> held = users.as(team.office(), () -> ownBook.of(shares.get(id), today));
        // Late from the day after the date: 20 − 1 to 12 days ago are 8 days, then 11 to 8 days ago nobody, then 7 days ago until today are 8 days.
        // Whom another test made chief of the same commune is not looked at.
        assertThat(held).filteredOn(one -> one.name().endsWith("" + commune)).extracting(OwnBook.Held::name, OwnBook.Held::from, OwnBook.Held::until, OwnBook.Held::days).containsExactly(
                org.assertj.core.groups.Tuple.tuple(former.login(), today.minusDays(19), today.minusDays(12), 8),
                org.assertj.core.groups.Tuple.tuple(now.login(), today.minusDays(7), today, 8));
        OwnBook.Counted own = users.as(now, () -> ownBook.of(CurrentUser.require(), today));
        assertThat(own.openLate()).isEqualTo(1);
        assertThat(own.total()).isEqualTo(1);
        assertThat(own.answersFor()).isEqualTo(1);
        assertThat(own.days()).as("not the days of the one before").isEqualTo(8);
        users.as(now, () -> working.propose(id, null, null, "Đã xong"));
        users.as(team.office(), () -> deciding.recognise(id, null, ""));
        assertThat(users.signIn(team.office()).get("/tasks/shares/" + id).body()).as("the issuer may say so afterwards too").contains("/tasks/shares/" + id + "/cause");
        users.as(team.office(), () -> deciding.confirmCause(id, null, "Mưa lũ chia cắt địa bàn"));
        Share done = users.as(team.office(), () -> shares.get(id));
        assertThat(done.cause()).isEqualTo("Mưa lũ chia cắt địa bàn");
        assertThat(done.status()).isEqualTo(Status.DONE);
        OwnBook.Counted after = users.as(now, () -> ownBook.of(CurrentUser.require(), today));
        assertThat(after.doneLate()).as("late stays late, the cause stands beside it").isEqualTo(1);
        assertThat(after.days()).isEqualTo(8);
        assertThat(users.as(users.person("giu.khong"), () -> ownBook.of(CurrentUser.require(), today)).total()).isZero();
        assertThat(users.signIn(now).get("/tasks/office").body()).contains("8 ngày quá hạn ở 1 phần việc");
    }
}

package vn.bamcoso.tasks;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import vn.bamcoso.InTheHouse;
import vn.bamcoso.access.CurrentUser;
import vn.bamcoso.basics.VietnamTime;
import vn.bamcoso.identity.TestUsers;

/** Two communes of Hà Giang that became one on 1 July 2025 had a share each of the same task; and communes that were founded after a task was given. */
@InTheHouse
class SuccessionsTest {
    @Autowired Team team;
    @Autowired TestUsers users;
    @Autowired Successions successions;
    @Autowired Shares shares;
    @Autowired JdbcClient jdbc;

    @Test
    void theSuccessorTakesOverOneShareAndTheOtherIsMergedIntoIt() {
        var office = team.office();
        record Old(int office, int successor) {}
        List<Old> old = users.in(office, () -> jdbc.sql("""
                        -- Two offices that ended with 30 June 2025 and have the same successor
                        with gone as (
                            select o.office_id as office, n.office_id as successor
                            from territory.pub_office o
                            join territory.pub_reach r on r.place_id = o.place_id and r.vintage_id = territory.vintage_of(date '2026-11-21') and r.level = 'commune'
                            join territory.pub_office n on n.place_id = r.ancestor_id and n.kind = 'commune' and n.valid_to = 'infinity'
                            where o.kind = 'commune' and o.valid_to = date '2025-07-01' and n.office_id <> o.office_id and r.share = 1)
                        select office, successor from gone where successor = (select successor from gone group by successor having count(*) > 1 order by successor limit 1) order by office limit 2""").query(Old.class).list());
        assertThat(old).hasSize(2);
        LocalDate due = VietnamTime.today(java.time.Clock.systemUTC()).plusDays(60);
        long first = team.issued(office, Team.draft(team.ministry, "Việc của hai xã", List.of(team.tuyenQuang), due));
        int task = users.as(office, () -> shares.get(first)).taskId();
        List<Long> given = old.stream().map(one -> users.in(office, () -> jdbc.sql("""
                        insert into tasks.share (task_id, office_id, role, status, due, last_day, moved_at, field, home, place_id)
                        select :task, o.office_id, 'commune_chief', 'working', :due, :due, now(), 7, p.home, p.place_id from territory.pub_office o
                        join territory.pub_place p on p.place_id = o.place_id and p.valid_to = '2025-07-01' where o.office_id = :office and o.valid_to = '2025-07-01' returning id""")
                .param("task", task).param("due", due).param("office", one.office()).query(Long.class).single())).toList();

        CurrentUser.SYSTEM.run(successions::catchUp);

        Share kept = users.as(office, () -> shares.get(given.get(0)));
        Share merged = users.as(office, () -> shares.get(given.get(1)));
        assertThat(kept.officeId()).isEqualTo(old.getFirst().successor());
        assertThat(kept.status()).as("the work goes on where it was").isEqualTo(Status.WORKING);
        assertThat(merged.status()).isEqualTo(Status.MERGED);
        assertThat(users.as(team.chief(old.getFirst().successor()), () -> shares.get(given.getFirst())).id()).as("its people see it").isEqualTo(given.getFirst());
        assertThat(CurrentUser.SYSTEM.call(successions::catchUp)).as("safe to repeat").isZero();
    }

    @Test
    void anOfficeThatCameIntoBeingAfterATaskWasGivenToAllGetsItsShare() {
        var director = team.director();
        int commune = team.commune();
        long first = team.issued(director, Team.draft(team.tuyenQuang, "Việc của mọi xã", List.of(commune), VietnamTime.today(java.time.Clock.systemUTC()).plusDays(60)));
        int task = users.as(director, () -> shares.get(first)).taskId();
        // As if it had been given to all communes of the province a month before the communes of 1 July 2025 were founded.
        users.asOwner(owner -> owner.sql("update tasks.task set audience = 'communes', issued_on = date '2025-06-01' where id = :id").param("id", task).update());
        int communes = users.in(director, () -> jdbc.sql("select count(*) from territory.pub_office where kind = 'commune' and parent_id = :province and valid_to = 'infinity'").param("province", team.tuyenQuang).query(Integer.class).single());

        CurrentUser.SYSTEM.run(successions::catchUp);
        CurrentUser.SYSTEM.run(successions::catchUp);

        List<Integer> given = users.in(director, () -> jdbc.sql("select office_id from tasks.share where task_id = :task").param("task", task).query(Integer.class).list());
        assertThat(given).as("each once, the one that had its share too").hasSize(communes).doesNotHaveDuplicates().contains(commune);
        assertThat(communes).isGreaterThan(100);
    }
}

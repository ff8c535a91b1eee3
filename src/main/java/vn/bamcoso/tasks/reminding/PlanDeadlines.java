package vn.bamcoso.tasks.reminding;

import java.time.LocalDate;
import java.util.List;
import java.util.Set;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import vn.bamcoso.access.CurrentUser;
import vn.bamcoso.basics.Sql;
import vn.bamcoso.notices.Deadlines;
import vn.bamcoso.tasks.Desk;

/** Implementing plans that offices owe for a directive by a day, and have not issued. */
@Component
class PlanDeadlines implements Deadlines {
    private final JdbcClient jdbc;
    private final Desk desk;

    PlanDeadlines(JdbcClient jdbc, Desk desk) {
        this.jdbc = jdbc;
        this.desk = desk;
    }

    @Override
    public String code() {
        return "tasks.plan";
    }

    @Override
    public String list() {
        return "/directives";
    }

    @Override
    public void offer(Set<LocalDate> lastDays) {
        jdbc.sql(Sql.beside(PlanDeadlines.class, "plans-due.sql")).param("code", code()).param("days", lastDays).update();
    }

    @Override
    public List<Mine> mine(LocalDate first, LocalDate last) {
        return jdbc.sql("""
                        -- Which plans do these offices owe by these days?
                        select distinct c.directive_id, c.due, d.number from tasks.plan_call c join tasks.directive d on d.id = c.directive_id
                        join tasks.task t on t.directive_id = d.id and t.status = 'issued' join tasks.share s on s.task_id = t.id and s.body_id is null and s.status not in ('withdrawn', 'merged') and s.office_id <> t.office_id
                        left join tasks.plan p on p.directive_id = d.id and p.office_id = s.office_id left join papers.pub_paper x on x.id = p.paper_id
                        where c.due between :first and :last and s.office_id = any (:offices) and p.number is null and coalesce(x.step <> 'ISSUED', true) order by c.due limit 200""")
                .param("first", first).param("last", last).param("offices", desk.offices(CurrentUser.require()).toArray(Integer[]::new))
                .query((row, n) -> {
                    String number = row.getString(3);
                    return new Mine(row.getString(1), row.getObject(2, LocalDate.class), texts -> texts.get("tasks.reminding.plan", number), "/directives/" + row.getInt(1) + "/plans");
                })
                .list();
    }
}

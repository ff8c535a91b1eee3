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
import vn.bamcoso.tasks.Successions;

/** Shares of tasks that are still worked on. One that was proposed as done, or refused, waits for its issuer and is not chased. */
@Component
class ShareDeadlines implements Deadlines {
    private final JdbcClient jdbc;
    private final Successions successions;
    private final Desk desk;

    ShareDeadlines(JdbcClient jdbc, Successions successions, Desk desk) {
        this.jdbc = jdbc;
        this.successions = successions;
        this.desk = desk;
    }

    @Override
    public String code() {
        return "tasks.share";
    }

    @Override
    public String list() {
        return "/tasks";
    }

    @Override
    public void putRight(LocalDate today) {
        successions.catchUp();
    }

    @Override
    public void offer(Set<LocalDate> lastDays) {
        jdbc.sql(Sql.beside(ShareDeadlines.class, "shares-due.sql")).param("code", code()).param("days", lastDays).update();
    }

    @Override
    public List<Mine> mine(LocalDate first, LocalDate last) {
        return jdbc.sql("""
                        -- Which open shares of these offices end in these days?
                        select s.id, s.last_day, t.title from tasks.share s join tasks.task t on t.id = s.task_id
                        where s.office_id = any (:offices) and s.status in ('assigned', 'working', 'blocked') and s.last_day between :first and :last
                        order by s.last_day, s.id limit 1000""")
                .param("offices", desk.offices(CurrentUser.require()).toArray(Integer[]::new)).param("first", first).param("last", last)
                .query((row, n) -> {
                    String title = row.getString(3);
                    return new Mine(row.getString(1), row.getObject(2, LocalDate.class), texts -> title, "/tasks/shares/" + row.getLong(1));
                })
                .list();
    }
}

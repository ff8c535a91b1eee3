package vn.bamcoso.tasks.api;

import java.sql.Types;
import java.util.List;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;
import vn.bamcoso.access.CurrentUser;
import vn.bamcoso.basics.Problem;
import vn.bamcoso.tasks.Desk;

/** What programs ask of tasks. */
@Component
class Listing {
    private final JdbcClient jdbc;
    private final Desk desk;

    Listing(JdbcClient jdbc, Desk desk) {
        this.jdbc = jdbc;
        this.desk = desk;
    }

    @Transactional(readOnly = true)
    public int count(@Nullable Integer directive, @Nullable String status) {
        return jdbc.sql("select count(*) from tasks.task t where (:directive::int is null or t.directive_id = :directive) and (:status::text is null or t.status = :status)")
                .param("directive", directive, Types.INTEGER).param("status", status, Types.VARCHAR).query(Integer.class).single();
    }

    @Transactional(readOnly = true)
    public List<TasksApi.TaskJson> tasks(@Nullable Integer directive, @Nullable String status, int limit, int offset) {
        return jdbc.sql("""
                        -- Which tasks may I see, and in which of the four books do their shares stand today?
                        with shown as (
                            select t.* from tasks.task t where (:directive::int is null or t.directive_id = :directive) and (:status::text is null or t.status = :status)
                            order by t.issued_on desc nulls first, t.id desc limit :limit offset :offset
                        )
                        select t.id, t.directive_id as directive, t.number, t.title, t.deliverable, t.authority, t.audience, t.status, t.due, t.issued_on as issued, count(s.id) as shares,
                               count(*) filter (where s.status = 'done' and s.proposed_on <= s.last_day) as done, count(*) filter (where s.status = 'done' and s.proposed_on > s.last_day) as done_late,
                               count(*) filter (where s.status <> 'done' and coalesce(s.proposed_on, :today) <= s.last_day) as open,
                               count(*) filter (where s.status <> 'done' and coalesce(s.proposed_on, :today) > s.last_day) as open_late
                        from shown t left join tasks.share s on s.task_id = t.id and s.status not in ('withdrawn', 'merged')
                        group by t.id, t.directive_id, t.number, t.title, t.deliverable, t.authority, t.audience, t.status, t.due, t.issued_on
                        order by t.issued_on desc nulls first, t.id desc""")
                .param("directive", directive, Types.INTEGER).param("status", status, Types.VARCHAR).param("limit", limit).param("offset", offset).param("today", desk.today()).query(TasksApi.TaskJson.class).list();
    }

    /** The one share that the user's offices have in a task. @throws Problem refused when they have none or several */
    @Transactional(readOnly = true)
    public long ownShare(int task, CurrentUser user) {
        List<Long> own = jdbc.sql("select id from tasks.share where task_id = :task and office_id = any (:offices) and status not in ('withdrawn', 'merged') limit 2")
                .param("task", task).param("offices", desk.offices(user).toArray(Integer[]::new)).query(Long.class).list();
        if (own.size() != 1) {
            throw Problem.refused("tasks.problem.which-share", own.size());
        }
        return own.getFirst();
    }

    /** Several acts that stand or fall together. */
    @Transactional
    public <T> T together(Supplier<T> acts) {
        return acts.get();
    }
}

package vn.bamcoso.tasks.view;

import java.util.Collection;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;
import vn.bamcoso.access.CurrentUser;
import vn.bamcoso.basics.Sql;
import vn.bamcoso.tasks.Desk;
import vn.bamcoso.territory.Office;

/** The lists of shares: what my offices owe, what waits for my decision, the shares of a task. Ids first, names for those shown. */
@Component
public class ShareLists {
    private static final int MOST = 300;

    private final JdbcClient jdbc;
    private final Desk desk;

    ShareLists(JdbcClient jdbc, Desk desk) {
        this.jdbc = jdbc;
        this.desk = desk;
    }

    /** What the offices of this user owe and is still open. */
    @Transactional(readOnly = true)
    public List<ShareRow> mine(CurrentUser user) {
        return named(jdbc.sql(Sql.beside(ShareLists.class, "mine.sql")).param("offices", array(desk.offices(user))).param("most", MOST).query(Long.class).list());
    }

    /** An open share, without its names. */
    public record Brief(long id, boolean proposed, boolean late) {}

    /** As {@link #mine}, in the same order, for who counts them and names a few. */
    @Transactional(readOnly = true)
    public List<Brief> briefly(CurrentUser user) {
        return jdbc.sql("""
                        select s.id, s.status = 'proposed' as proposed, coalesce(s.proposed_on, :today) > s.last_day as late from tasks.share s
                        where s.office_id = any (:offices) and s.status in ('assigned', 'refused', 'working', 'blocked', 'proposed')
                        order by late desc, s.last_day, s.id limit :most""")
                .param("offices", array(desk.offices(user))).param("today", desk.today()).param("most", MOST).query(Brief.class).list();
    }

    /** What waits for a decision in the name of the offices for which this user issues. */
    @Transactional(readOnly = true)
    public List<ShareRow> waiting(CurrentUser user) {
        return named(waitingIds(user));
    }

    @Transactional(readOnly = true)
    public List<Long> waitingIds(CurrentUser user) {
        Integer[] issuing = array(desk.issuing(user).stream().map(Office::id).toList());
        return issuing.length == 0 ? List.of() : jdbc.sql(Sql.beside(ShareLists.class, "waiting.sql")).param("offices", issuing).param("most", MOST).query(Long.class).list();
    }

    /** How many open shares of the user's offices are late or not yet taken: the number beside the line of the rail. */
    @Transactional(readOnly = true)
    public int pressing(CurrentUser user) {
        return jdbc.sql("""
                        select count(*) from tasks.share
                        where office_id = any (:offices) and (status = 'assigned' or status in ('refused', 'working', 'blocked') and last_day < :today)""")
                .param("offices", array(desk.offices(user))).param("today", desk.today()).query(Integer.class).single();
    }

    /** @param only one of the four books, or a status; null: all */
    @Transactional(readOnly = true)
    public List<ShareRow> of(int task, @Nullable String only, int offset, int limit) {
        return named(jdbc.sql("""
                        select s.id from tasks.share s
                        where s.task_id = :task and (:only::text is null or s.status = :only
                              or s.status not in ('withdrawn', 'merged') and :only = (case when s.status = 'done' then 'done' else 'open' end || case when coalesce(s.proposed_on, :today) > s.last_day then '_late' else '' end))
                        order by s.status in ('done', 'withdrawn', 'merged'), coalesce(s.proposed_on, :today) <= s.last_day, s.last_day, s.home, s.id
                        limit :limit offset :offset""")
                .param("task", task).param("only", only, java.sql.Types.VARCHAR).param("today", desk.today()).param("limit", limit).param("offset", offset).query(Long.class).list());
    }

    @Transactional(readOnly = true)
    public List<ShareRow> named(Collection<Long> ids) {
        return ids.isEmpty() ? List.of() : jdbc.sql(Sql.beside(ShareLists.class, "shares.sql")).param("ids", ids.toArray(Long[]::new)).param("today", desk.today()).query(ShareRow::read).list();
    }

    private static Integer[] array(List<Integer> list) {
        return list.toArray(Integer[]::new);
    }
}

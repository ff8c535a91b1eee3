package vn.bamcoso.tasks.reminding;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;
import vn.bamcoso.access.CurrentUser;
import vn.bamcoso.audit.Trail;
import vn.bamcoso.basics.Problem;
import vn.bamcoso.basics.VietnamTime;
import vn.bamcoso.notices.Notice;
import vn.bamcoso.notices.Notices;
import vn.bamcoso.tasks.Desk;

/**
 * Chases those that have not done their share, with one act: the issuer all of them, a province those below it. Each post is
 * told once a day, whoever chases.
 */
@Component
class Chasing {
    /** A share that is open, of an office that is not the asker's own. */
    record Open(long share, int taskId, String title, int officeId, String role, String office, LocalDate lastDay) {}

    private final JdbcClient jdbc;
    private final Desk desk;
    private final Notices notices;
    private final Trail trail;

    Chasing(JdbcClient jdbc, Desk desk, Notices notices, Trail trail) {
        this.jdbc = jdbc;
        this.desk = desk;
        this.notices = notices;
        this.trail = trail;
    }

    /**
     * Open shares that this person sees and does not owe, by task and date.
     *
     * @param task of this one; null: of the directive
     */
    @Transactional(readOnly = true)
    List<Open> open(@Nullable Integer task, @Nullable Integer directive, boolean lateOnly) {
        return jdbc.sql("""
                        -- Which shares of this task, or of this directive, are still worked on by offices that are not mine?
                        select s.id as share, s.task_id, t.title, s.office_id, s.role, coalesce(b.name, o.name) as office, s.last_day
                        from tasks.share s join tasks.task t on t.id = s.task_id and t.status = 'issued' left join tasks.body b on b.id = s.body_id
                        cross join lateral (select name from territory.pub_office p where p.office_id = s.office_id order by p.valid_to desc limit 1) o
                        where (s.task_id = :task or :task::int is null and t.directive_id = :directive) and s.status in ('assigned', 'working', 'blocked') and not (s.office_id = any (:mine))
                          and (not :late or s.last_day < :today)
                        order by t.number, s.task_id, s.last_day, s.home, o.name collate "vi-x-icu", s.id""")
                .param("task", task, java.sql.Types.INTEGER).param("directive", directive, java.sql.Types.INTEGER).param("late", lateOnly).param("today", desk.today())
                .param("mine", desk.offices(CurrentUser.require()).toArray(Integer[]::new)).query(Open.class).list();
    }

    /**
     * @param asks whether each post is asked to confirm to have taken note
     * @return how many posts were told now; those that were told today already are not counted
     */
    @Transactional
    int remind(@Nullable Integer task, @Nullable Integer directive, boolean lateOnly, boolean asks, Instant at) {
        if (!Desk.chases(CurrentUser.require())) {
            throw Problem.forbidden("tasks.problem.not-your-act");
        }
        LocalDate today = VietnamTime.dayOf(at);
        int told = notices.tell(open(task, directive, lateOnly).stream().map(open -> new Notice(
                Notice.Recipient.post(open.officeId(), open.role()), Notice.Kind.REMINDER, today.isAfter(open.lastDay()) ? "tasks.reminding.told-late" : "tasks.reminding.told", List.of(open.title(), open.lastDay()),
                "/tasks/shares/" + open.share(), asks, "tasks.chased:" + open.share() + ":" + today)).toList(), at);
        if (told > 0) {
            trail.write("tasks.share.chased", task == null ? "directive:" + directive : "task:" + task, null, Map.of("told", told));
        }
        return told;
    }
}

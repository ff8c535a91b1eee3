package vn.bamcoso.tasks.issuing;

import java.sql.Timestamp;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;
import vn.bamcoso.access.CurrentUser;
import vn.bamcoso.audit.Trail;
import vn.bamcoso.basics.Problem;
import vn.bamcoso.basics.Sql;
import vn.bamcoso.basics.Texts;
import vn.bamcoso.basics.VietnamTime;
import vn.bamcoso.tasks.Clear;
import vn.bamcoso.tasks.Desk;
import vn.bamcoso.tasks.DueRule;
import vn.bamcoso.tasks.Settings;
import vn.bamcoso.tasks.Shares;
import vn.bamcoso.tasks.Task;
import vn.bamcoso.tasks.Tasks;
import vn.bamcoso.tasks.TasksIssued;

/**
 * Issuing a task: one act that gives each addressed office its share, whether one or 3,319. A task that is not clear is not
 * issued; the refusal says what is missing and why it matters.
 */
@Component
public class Issuing {
    private final JdbcClient jdbc;
    private final Desk desk;
    private final Tasks tasks;
    private final Shares shares;
    private final Settings settings;
    private final Trail trail;
    private final Clock clock;
    private final ApplicationEventPublisher tell;

    Issuing(JdbcClient jdbc, Desk desk, Tasks tasks, Shares shares, Settings settings, Trail trail, Clock clock, ApplicationEventPublisher tell) {
        this.jdbc = jdbc;
        this.desk = desk;
        this.tasks = tasks;
        this.shares = shares;
        this.settings = settings;
        this.trail = trail;
        this.clock = clock;
        this.tell = tell;
    }

    /**
     * @return how many shares came into being
     * @throws Problem refused, with one fault for each clear that is missing; conflict when it was issued meanwhile
     */
    @Transactional
    public int issue(int id, int seen, Texts texts) {
        Task task = tasks.take(id, seen);
        desk.needIssuer(CurrentUser.require(), task.officeId());
        if (!task.draft()) {
            throw Problem.conflict("tasks.problem.issued-already");
        }
        Settings.Setting setting = settings.now();
        List<Problem.Fault> missing = Clear.missing(task, setting.six(), settings.bare(task.kind())).stream().map(clear -> new Problem.Fault(clear.label(texts), "tasks.clear." + clear.code() + ".why")).toList();
        if (!missing.isEmpty()) {
            throw Problem.refused("tasks.problem.not-clear", missing, missing.size());
        }
        LocalDate today = desk.today();
        if (Objects.requireNonNull(task.due()).isBefore(today)) {
            throw Problem.refused("tasks.problem.due-past", task.due());
        }
        Instant now = clock.instant();
        jdbc.sql("update tasks.task set status = 'issued', issued_at = :at, issued_on = :day, version = version + 1 where id = :id").param("at", Timestamp.from(now)).param("day", today).param("id", id).update();
        List<Long> made = give(task, today, now);
        if (made.isEmpty()) {
            throw Problem.refused("tasks.problem.nobody");
        }
        trail.write("tasks.task.issued", task.subject(), Map.of("status", "draft"), Map.of("status", "issued", "shares", made.size(), "due", task.due().toString()));
        return made.size();
    }

    /**
     * Gives their share to offices of the audience that have none: at issue all, later those that came into being since.
     *
     * @return the new shares
     */
    @Transactional
    public List<Long> give(Task task, LocalDate day, Instant at) {
        boolean moves = settings.now().movesOffDays();
        List<LocalDate> turns = task.rule().turns(day, Objects.requireNonNull(task.due()));
        List<Long> made = new ArrayList<>();
        for (int turn = 1; turn <= turns.size(); turn++) {
            LocalDate due = turns.get(turn - 1);
            made.addAll(jdbc.sql(Sql.beside(Issuing.class, "give.sql")).param("task", task.id()).param("turn", turn).param("due", due).param("last", DueRule.lastDay(due, moves)).param("day", day)
                    .param("audience", task.audience()).param("offices", task.offices().toArray(Integer[]::new)).param("bodies", task.bodies().toArray(Integer[]::new)).param("post", task.post())
                    .param("issuer_place", task.placeId()).param("field", task.field()).param("at", Timestamp.from(at)).query(Long.class).list());
        }
        Long[] ids = made.toArray(Long[]::new);
        jdbc.sql("""
                        insert into tasks.event (share_id, act, status, day, at, user_id, field, home, place_id)
                        select id, 'issued', 'assigned', :day, :at, :user, field, home, place_id from tasks.share where id = any (:ids)""")
                .param("day", day).param("at", Timestamp.from(at)).param("user", CurrentUser.require().id()).param("ids", ids).update();
        shares.books(ids, day, at);
        if (!made.isEmpty()) {
            tell.publishEvent(new TasksIssued(task.id(), List.copyOf(made)));
        }
        return made;
    }

    /** Takes a task back: every share that is still open ends with it. @return how many did */
    @Transactional
    public int withdraw(int id, int seen, String reason) {
        Task task = tasks.take(id, seen);
        desk.needIssuer(CurrentUser.require(), task.officeId());
        if (!task.status().equals("issued")) {
            throw Problem.conflict("tasks.problem.not-issued");
        }
        boolean bare = settings.bare(task.kind());
        if (bare) {
            Desk.bare(reason);
        }
        String why = bare ? "" : desk.needed(reason, "tasks.problem.reason");
        Instant now = clock.instant();
        LocalDate today = VietnamTime.dayOf(now);
        Long[] open = jdbc.sql("""
                        update tasks.share set status = 'withdrawn', proposed_on = null, blocked_by = null, moved_at = :at, version = version + 1
                        where task_id = :id and status not in ('done', 'withdrawn', 'merged') returning id""").param("at", Timestamp.from(now)).param("id", id).query(Long.class).list().toArray(Long[]::new);
        jdbc.sql("""
                        insert into tasks.event (share_id, act, status, day, note, at, user_id, field, home, place_id)
                        select id, 'withdrawn', 'withdrawn', :day, :note, :at, :user, field, home, place_id from tasks.share where id = any (:ids)""")
                .param("day", today).param("note", why).param("at", Timestamp.from(now)).param("user", CurrentUser.require().id()).param("ids", open).update();
        shares.books(open, today, now);
        jdbc.sql("update tasks.task set status = 'withdrawn', version = version + 1 where id = :id").param("id", id).update();
        trail.write("tasks.task.withdrawn", task.subject(), Map.of("status", "issued"), Map.of("status", "withdrawn", "shares", open.length, "reason", why));
        return open.length;
    }
}

package vn.bamcoso.tasks.bound;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.sql.Timestamp;
import java.sql.Types;
import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;
import vn.bamcoso.access.CurrentUser;
import vn.bamcoso.audit.Trail;
import vn.bamcoso.basics.Problem;
import vn.bamcoso.basics.Texts;
import vn.bamcoso.calendar.WorkingDays;
import vn.bamcoso.figures.Indicators;
import vn.bamcoso.tasks.Desk;
import vn.bamcoso.tasks.DueRule;
import vn.bamcoso.tasks.Task;
import vn.bamcoso.tasks.Tasks;
import vn.bamcoso.tasks.issuing.Drafting;

/**
 * A follow-up is proposed by the program for the shares of a task whose figure no longer leads to the target. The issuer makes it
 * a task, first as a draft that a person reads and issues, or declines it with a reason. One waits for a task at a time.
 */
@Component
public class FollowUps {
    private static final int WORKING_DAYS = 10;

    /** @param accepted null while nothing was decided; {@code draft} the task that it became */
    public record FollowUp(int id, LocalDate raisedOn, @Nullable Boolean accepted, @Nullable String reason, @Nullable String decider, @Nullable Integer draft, List<Line> lines) {}

    /** One share in it. */
    public record Line(long share, int officeId, String office, BigDecimal value, LocalDate valueOn, BigDecimal before, LocalDate beforeOn, BigDecimal forecast) {
        /** With as many decimals as the values have from which it comes. */
        public BigDecimal forecastAsCounted() {
            return forecast.setScale(Math.max(0, Math.max(value.stripTrailingZeros().scale(), before.stripTrailingZeros().scale())), RoundingMode.HALF_UP);
        }
    }

    private final JdbcClient jdbc;
    private final Tasks tasks;
    private final Drafting drafting;
    private final Indicators indicators;
    private final Desk desk;
    private final Trail trail;
    private final Clock clock;

    FollowUps(JdbcClient jdbc, Tasks tasks, Drafting drafting, Indicators indicators, Desk desk, Trail trail, Clock clock) {
        this.jdbc = jdbc;
        this.tasks = tasks;
        this.drafting = drafting;
        this.indicators = indicators;
        this.desk = desk;
        this.trail = trail;
        this.clock = clock;
    }

    /** @return its id; null when one waits already, also when another node was faster */
    @Transactional
    @Nullable Integer raise(Task task, Map<Long, Trend> broken, LocalDate today) {
        Integer id = jdbc.sql("""
                        insert into tasks.follow_up (task_id, raised_on, field, home, place_id) values (:task, :today, :field, :home, :place)
                        on conflict (task_id) where accepted is null do nothing returning id""")
                .param("task", task.id()).param("today", today).param("field", task.field()).param("home", task.home()).param("place", task.placeId()).query(Integer.class).optional().orElse(null);
        if (id != null) {
            broken.forEach((share, trend) -> jdbc.sql("""
                            insert into tasks.follow_up_line (follow_up_id, share_id, value, value_on, before, before_on, forecast, field, home, place_id)
                            select :id, s.id, :value, :on, :before, :before_on, :forecast, s.field, s.home, s.place_id from tasks.share s where s.id = :share""")
                    .param("id", id).param("share", share).param("value", trend.value()).param("on", trend.on()).param("before", trend.before()).param("before_on", trend.beforeOn()).param("forecast", trend.forecast()).update());
            trail.write("tasks.followup.raised", task.subject(), null, Map.of("followUp", id, "shares", broken.size()));
        }
        return id;
    }

    /** Of a task, the latest first. */
    @Transactional(readOnly = true)
    public List<FollowUp> of(int task) {
        return jdbc.sql("""
                        select f.id, f.raised_on, f.accepted, f.reason, u.name as decider, f.draft_id from tasks.follow_up f left join identity.pub_user u on u.user_id = f.decided_by
                        where f.task_id = :task order by f.id desc limit 10""")
                .param("task", task).query((row, n) -> new FollowUp(row.getInt(1), row.getObject(2, LocalDate.class), row.getObject(3, Boolean.class), row.getString(4), row.getString(5), row.getObject(6, Integer.class), lines(row.getInt(1))))
                .list();
    }

    /** The last one in which this share stands; null when there is none. */
    @Transactional(readOnly = true)
    public @Nullable Line last(long share) {
        return jdbc.sql("select l.share_id as share, 0 as office_id, '' as office, l.value, l.value_on, l.before, l.before_on, l.forecast from tasks.follow_up_line l where l.share_id = :share order by l.follow_up_id desc limit 1")
                .param("share", share).query(Line.class).optional().orElse(null);
    }

    private List<Line> lines(int id) {
        return jdbc.sql("""
                        select l.share_id as share, s.office_id, (select o.name from territory.pub_office o where o.office_id = s.office_id order by o.valid_from desc limit 1) as office, l.value, l.value_on, l.before, l.before_on, l.forecast
                        from tasks.follow_up_line l join tasks.share s on s.id = l.share_id where l.follow_up_id = :id order by l.forecast, l.share_id""")
                .param("id", id).query(Line.class).list();
    }

    /**
     * Makes it the draft of a task of the same issuer to the offices whose trend is broken.
     *
     * @return the draft's id
     * @throws Problem forbidden unless the user issues for the office; conflict when it is decided already
     */
    @Transactional
    public int accept(int id) {
        Task task = tasks.get(take(id));
        desk.needIssuer(CurrentUser.require(), task.officeId());
        LocalDate today = desk.today();
        LocalDate soon = WorkingDays.vietnam().after(today, WORKING_DAYS);
        LocalDate due = task.due() != null && task.due().isBefore(soon) && task.due().isAfter(today) ? task.due() : soon;
        Texts words = Texts.vi();
        String figure = indicators.require(Objects.requireNonNull(task.indicator())).name(words.locale());
        int draft = drafting.open(new Drafting.Draft(
                task.officeId(), task.directiveId(), task.article(), null, "sudden", null, task.field(), words.get("tasks.followup.title", figure, task.title()), words.get("tasks.followup.deliverable"), task.authority(), "offices",
                lines(id).stream().map(Line::officeId).distinct().toList(), List.of(), "head", DueRule.DAY, due, "", List.of(), List.of(), null, null, null));
        decide(id, true, "", draft);
        return draft;
    }

    /** @throws Problem refused without a reason */
    @Transactional
    public void decline(int id, @Nullable String reason) {
        Task task = tasks.get(take(id));
        desk.needIssuer(CurrentUser.require(), task.officeId());
        decide(id, false, desk.needed(reason, "tasks.problem.reason"), null);
    }

    private int take(int id) {
        return jdbc.sql("select task_id from tasks.follow_up where id = :id for update").param("id", id).query(Integer.class).optional().orElseThrow(Problem::notFound);
    }

    private void decide(int id, boolean accepted, String reason, @Nullable Integer draft) {
        int decided = jdbc.sql("update tasks.follow_up set accepted = :accepted, reason = :reason, decided_by = :by, decided_at = :at, draft_id = :draft where id = :id and accepted is null")
                .param("accepted", accepted).param("reason", reason).param("by", CurrentUser.require().id()).param("at", Timestamp.from(clock.instant())).param("draft", draft, Types.INTEGER).param("id", id).update();
        if (decided == 0) {
            throw Problem.conflict("tasks.problem.decided");
        }
        trail.write("tasks.followup.decided", "followup:" + id, null, Map.of("accepted", accepted, "reason", reason));
    }
}

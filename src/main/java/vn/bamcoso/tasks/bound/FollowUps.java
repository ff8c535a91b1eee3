package vn.bamcoso.tasks.bound;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;
import vn.bamcoso.access.CurrentUser;
import vn.bamcoso.basics.Problem;
import vn.bamcoso.basics.Texts;
import vn.bamcoso.figures.Indicators;
import vn.bamcoso.tasks.Desk;
import vn.bamcoso.tasks.DueRule;
import vn.bamcoso.tasks.Task;
import vn.bamcoso.tasks.Tasks;
import vn.bamcoso.tasks.issuing.Drafting;
import vn.bamcoso.tasks.issuing.ProposedFollowUps;
import vn.bamcoso.tasks.issuing.ProposedFollowUps.FollowUp;
import vn.bamcoso.tasks.issuing.ProposedFollowUps.Subject;

/**
 * A follow-up is proposed by the program for the shares of a task whose figure no longer leads to the target. The issuer makes it
 * a task or declines it, as {@link ProposedFollowUps} says.
 */
@Component
public class FollowUps {
    /** One share in it. */
    public record Line(long share, int officeId, String office, BigDecimal value, LocalDate valueOn, BigDecimal before, LocalDate beforeOn, BigDecimal forecast) {
        /** With as many decimals as the values have from which it comes. */
        public BigDecimal forecastAsCounted() {
            return forecast.setScale(Math.max(0, Math.max(value.stripTrailingZeros().scale(), before.stripTrailingZeros().scale())), RoundingMode.HALF_UP);
        }
    }

    private final JdbcClient jdbc;
    private final ProposedFollowUps proposed;
    private final Tasks tasks;
    private final Indicators indicators;
    private final Desk desk;

    FollowUps(JdbcClient jdbc, ProposedFollowUps proposed, Tasks tasks, Indicators indicators, Desk desk) {
        this.jdbc = jdbc;
        this.proposed = proposed;
        this.tasks = tasks;
        this.indicators = indicators;
        this.desk = desk;
    }

    /** @return its id; null when one waits already, also when another node was faster */
    @Transactional
    @Nullable Integer raise(Task task, Map<Long, Trend> broken, LocalDate today) {
        Integer id = proposed.raise(Subject.task(task.id()), today, task.field(), task.home(), task.placeId(), broken.size());
        if (id != null) {
            broken.forEach((share, trend) -> jdbc.sql("""
                            insert into tasks.follow_up_line (follow_up_id, share_id, value, value_on, before, before_on, forecast, field, home, place_id)
                            select :id, s.id, :value, :on, :before, :before_on, :forecast, s.field, s.home, s.place_id from tasks.share s where s.id = :share""")
                    .param("id", id).param("share", share).param("value", trend.value()).param("on", trend.on()).param("before", trend.before()).param("before_on", trend.beforeOn()).param("forecast", trend.forecast()).update());
        }
        return id;
    }

    /** Of a task, the latest first. */
    @Transactional(readOnly = true)
    public List<FollowUp<Line>> of(int task) {
        return proposed.of(Subject.task(task), this::lines);
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
    public int accept(int taskId, int id) {
        Task task = taken(taskId, id);
        Texts words = Texts.vi();
        String figure = indicators.require(Objects.requireNonNull(task.indicator())).name(words.locale());
        return proposed.accept(id, new Drafting.Draft(
                task.officeId(), task.directiveId(), task.article(), null, "sudden", null, task.field(), words.get("tasks.followup.title", figure, task.title()), words.get("tasks.followup.deliverable"), task.authority(), "offices",
                lines(id).stream().map(Line::officeId).distinct().toList(), List.of(), "head", DueRule.DAY, ProposedFollowUps.due(task.due(), desk.today()), "", List.of(), List.of(), null, null, null));
    }

    /** @throws Problem refused without a reason */
    @Transactional
    public void decline(int taskId, int id, @Nullable String reason) {
        taken(taskId, id);
        proposed.decline(id, reason);
    }

    private Task taken(int taskId, int id) {
        proposed.take(Subject.task(taskId), id);
        Task task = tasks.get(taskId);
        desk.needIssuer(CurrentUser.require(), task.officeId());
        return task;
    }
}

package vn.bamcoso.tasks.bound;

import java.math.BigDecimal;
import java.time.Clock;
import java.time.LocalDate;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Collectors;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import vn.bamcoso.basics.Texts;
import vn.bamcoso.figures.Answer;
import vn.bamcoso.notices.Deadlines;
import vn.bamcoso.notices.Notice;
import vn.bamcoso.notices.Notices;
import vn.bamcoso.tasks.Shares;
import vn.bamcoso.tasks.Status;
import vn.bamcoso.tasks.Task;
import vn.bamcoso.tasks.Tasks;
import vn.bamcoso.tasks.working.Working;
import vn.bamcoso.territory.Office;
import vn.bamcoso.territory.Offices;

/**
 * Looks each night at the tasks that are bound to a figure. Where the target is met the share proposes its own completion, once;
 * the issuer agrees or returns it. Where the trend is broken a follow-up is proposed to the issuer.
 */
@Component
class Watching implements Deadlines {
    private record Open(long share, int officeId, int placeId, String level, LocalDate due, boolean works, boolean quiet) {}

    private final JdbcClient jdbc;
    private final Tasks tasks;
    private final Shares shares;
    private final Trends trends;
    private final FollowUps followUps;
    private final Working working;
    private final Notices notices;
    private final Offices offices;
    private final Clock clock;

    Watching(JdbcClient jdbc, Tasks tasks, Shares shares, Trends trends, FollowUps followUps, Working working, Notices notices, Offices offices, Clock clock) {
        this.jdbc = jdbc;
        this.tasks = tasks;
        this.shares = shares;
        this.trends = trends;
        this.followUps = followUps;
        this.working = working;
        this.notices = notices;
        this.offices = offices;
        this.clock = clock;
    }

    @Override
    public String code() {
        return "tasks.trend";
    }

    @Override
    public String list() {
        return "/tasks";
    }

    @Override
    public void putRight(LocalDate today) {
        jdbc.sql("select id from tasks.task where indicator is not null and status = 'issued' and due >= :today - 366 order by id").param("today", today).query(Integer.class).list().forEach(task -> look(task, today));
    }

    /** Its shares are told of by their own dates. */
    @Override
    public void offer(Set<LocalDate> lastDays) {}

    @Override
    public List<Mine> mine(LocalDate first, LocalDate last) {
        return List.of();
    }

    /** Of one task. */
    void look(int id, LocalDate today) {
        Task task = tasks.get(id);
        Map<Long, Trend> broken = new LinkedHashMap<>();
        open(id, today).stream().collect(Collectors.groupingBy(Open::level)).forEach((level, open) -> {
            Map<Integer, Answer.Cell> values = trends.values(task, level, today);
            Map<Integer, LocalDate> dues = open.stream().filter(one -> one.due().isAfter(today) && !one.quiet()).collect(Collectors.toMap(Open::placeId, Open::due, (a, b) -> a.isBefore(b) ? a : b));
            Map<Integer, Trend> found = dues.isEmpty() ? Map.of() : trends.of(task, level, values, dues, today);
            for (Open one : open) {
                Trend trend = found.get(one.placeId());
                Answer.Cell value = values.get(one.placeId());
                if (one.works() && value != null && met(task, value, one, today)) {
                    propose(task, one.share(), value, today);
                } else if (trend != null && !one.quiet() && trend.broken()) {
                    broken.put(one.share(), trend);
                }
            }
        });
        Integer raised = broken.isEmpty() ? null : followUps.raise(task, broken, today);
        if (raised != null) {
            int decides = offices.byId(task.officeId(), today).filter(office -> office.kind().equals("ministry")).flatMap(office -> offices.department("V01", today)).map(Office::id).orElse(task.officeId());
            notices.tell(new Notice(Notice.Recipient.office(decides), Notice.Kind.NEWS, "tasks.followup.told", List.of(task.title(), broken.size()), "/tasks/" + id + "#follow-ups", false, "tasks.followup:" + raised), clock.instant());
        }
    }

    /** Shares on which something is still owed; quiet: a follow-up about it was decided in the last four weeks. */
    private List<Open> open(int task, LocalDate today) {
        return jdbc.sql("""
                        -- Which shares of this task are open, at places of today's map, and about which was a follow-up raised lately?
                        select s.id as share, s.office_id, s.place_id, p.level, s.due, s.status = 'working' and not exists (select from tasks.event e where e.share_id = s.id and e.act = 'proposed' and e.user_id = 0) as works,
                               exists (select from tasks.follow_up_line l join tasks.follow_up f on f.id = l.follow_up_id where l.share_id = s.id and (f.accepted is null or f.raised_on > :today - 28)) as quiet
                        from tasks.share s join territory.pub_place p on p.place_id = s.place_id and p.valid_from <= :today and :today < p.valid_to
                        where s.task_id = :task and s.status in ('assigned', 'working', 'blocked') and s.body_id is null order by s.id""")
                .param("task", task).param("today", today).query(Open.class).list();
    }

    /** What is to stay below its target is met on its last day, not before. */
    private static boolean met(Task task, Answer.Cell cell, Open share, LocalDate today) {
        BigDecimal target = Objects.requireNonNull(task.target());
        return cell.value() != null && ("at_most".equals(task.comparison()) ? cell.value().compareTo(target) <= 0 && !today.isBefore(share.due()) : cell.value().compareTo(target) >= 0);
    }

    /** Once: an issuer who returns it is not asked again by the program. */
    private void propose(Task task, long id, Answer.Cell value, LocalDate today) {
        if (shares.take(id, null).status() == Status.WORKING) {
            LocalDate since = shares.since(id);
            LocalDate reached = value.to() == null || value.to().isAfter(today) ? today : value.to();
            working.propose(id, null, reached.isBefore(since) ? since : reached, Texts.vi().get("tasks.bound.reached", Objects.requireNonNull(value.value()), Objects.requireNonNull(task.target())));
        }
    }
}

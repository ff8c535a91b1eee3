package vn.bamcoso.tasks.advice;

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
import vn.bamcoso.tasks.Desk;
import vn.bamcoso.territory.Office;
import vn.bamcoso.territory.Offices;
import vn.bamcoso.territory.Places;

/** Advice given (tham mưu): number, to which body, accepted or not, result. Recorded by the office that gave it; read by those above. */
@Component
public class Advices {
    public static final List<String> BODIES = List.of("party", "council", "committee", "police", "other");
    public static final List<String> OUTCOMES = List.of("accepted", "partly", "declined");

    /** @param mine the asker works at the office and may enter the outcome */
    public record Advice(
            long id, String office, String number, LocalDate day, String title, String bodyKind, String body, @Nullable String task, @Nullable Integer taskId, @Nullable String outcome, @Nullable LocalDate outcomeOn, @Nullable String document,
            @Nullable String result, boolean mine) {}

    public record NewAdvice(int officeId, String number, LocalDate day, String title, String bodyKind, String body, @Nullable Integer task, short field) {}

    /** How many were given in a year, and what became of them, as far as the asker sees. */
    public record Year(int year, int given, int accepted, int partly, int declined) {}

    private final JdbcClient jdbc;
    private final Offices offices;
    private final Places places;
    private final Desk desk;
    private final Trail trail;
    private final Clock clock;

    Advices(JdbcClient jdbc, Offices offices, Places places, Desk desk, Trail trail, Clock clock) {
        this.jdbc = jdbc;
        this.offices = offices;
        this.places = places;
        this.desk = desk;
        this.trail = trail;
        this.clock = clock;
    }

    /** @throws Problem forbidden unless the user works at the office; refused when something is missing or the day lies ahead; conflict when it is recorded already */
    @Transactional
    public long record(NewAdvice wanted) {
        CurrentUser by = CurrentUser.require();
        desk.require(desk.offices(by).contains(wanted.officeId()));
        if (!BODIES.contains(wanted.bodyKind())) {
            throw Problem.refused("tasks.problem.kind", wanted.bodyKind());
        }
        if (wanted.day().isAfter(desk.today())) {
            throw Problem.refused("tasks.problem.day-ahead", wanted.day());
        }
        String number = desk.needed(wanted.number(), "tasks.problem.no-number");
        Office office = offices.byId(wanted.officeId(), desk.today()).orElseThrow(Problem::notFound);
        var place = places.byId(Objects.requireNonNull(office.placeId()), desk.today()).orElseThrow(Problem::notFound);
        long id = jdbc.sql("""
                        insert into tasks.advice (office_id, number, day, title, body_kind, body, task_id, entered_by, entered_at, field, home, place_id)
                        values (:office, :number, :day, :title, :kind, :body, :task, :by, :at, :field, :home, :place) on conflict (office_id, number, day) do nothing returning id""")
                .param("office", office.id()).param("number", number).param("day", wanted.day()).param("title", desk.needed(wanted.title(), "tasks.problem.no-title")).param("kind", wanted.bodyKind())
                .param("body", desk.needed(wanted.body(), "tasks.problem.no-body")).param("task", wanted.task(), Types.INTEGER).param("by", by.id()).param("at", Timestamp.from(clock.instant())).param("field", wanted.field())
                .param("home", place.home()).param("place", place.id()).query(Long.class).optional().orElseThrow(() -> Problem.conflict("tasks.problem.directive-twice", number));
        trail.write("tasks.advice.recorded", "advice:" + id, null, wanted);
        return id;
    }

    /** What became of it. @throws Problem forbidden unless the user works at the advising office; refused when the day lies before the advice or ahead */
    @Transactional
    public void tell(long id, String outcome, LocalDate on, @Nullable String document, @Nullable String result) {
        CurrentUser by = CurrentUser.require();
        record Kept(int officeId, LocalDate day) {}
        Kept kept = jdbc.sql("select office_id, day from tasks.advice where id = :id for update").param("id", id).query(Kept.class).optional().orElseThrow(Problem::notFound);
        desk.require(desk.offices(by).contains(kept.officeId()));
        if (!OUTCOMES.contains(outcome) || on.isBefore(kept.day()) || on.isAfter(desk.today())) {
            throw Problem.refused("tasks.problem.outcome", kept.day());
        }
        jdbc.sql("update tasks.advice set outcome = :outcome, outcome_on = :on, document = :document, result = :result, told_by = :by, told_at = :at where id = :id")
                .params(Map.of("outcome", outcome, "on", on, "document", desk.checked(document), "result", desk.checked(result), "by", by.id(), "at", Timestamp.from(clock.instant()), "id", id)).update();
        trail.write("tasks.advice.told", "advice:" + id, null, Map.of("outcome", outcome, "day", on.toString()));
    }

    /** Those whose outcome is open first, then the latest. */
    @Transactional(readOnly = true)
    public List<Advice> all(int limit, int offset) {
        return jdbc.sql("""
                        -- Which advice was given by the offices I see, to which body, and what became of it?
                        select a.id, (select o.name from territory.pub_office o where o.office_id = a.office_id order by o.valid_from desc limit 1) as office, a.number, a.day, a.title, a.body_kind, a.body, t.title as task, a.task_id, a.outcome,
                               a.outcome_on, a.document, a.result, a.office_id = any (:mine) as mine
                        from tasks.advice a left join tasks.task t on t.id = a.task_id
                        order by a.outcome is not null, a.day desc, a.id desc limit :limit offset :offset""")
                .param("mine", desk.offices(CurrentUser.require()).toArray(Integer[]::new)).param("limit", limit).param("offset", offset).query(Advice.class).list();
    }

    /** Latest year first. */
    @Transactional(readOnly = true)
    public List<Year> years() {
        return jdbc.sql("""
                        select extract(year from day)::int as year, count(*) as given, count(*) filter (where outcome = 'accepted') as accepted, count(*) filter (where outcome = 'partly') as partly, count(*) filter (where outcome = 'declined') as declined
                        from tasks.advice group by 1 order by 1 desc limit 10""").query(Year.class).list();
    }
}

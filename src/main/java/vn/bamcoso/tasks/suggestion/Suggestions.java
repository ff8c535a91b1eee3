package vn.bamcoso.tasks.suggestion;

import java.sql.Timestamp;
import java.sql.Types;
import java.time.Clock;
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
import vn.bamcoso.tasks.Desk;
import vn.bamcoso.tasks.DueRule;
import vn.bamcoso.tasks.issuing.Drafting;
import vn.bamcoso.territory.Office;
import vn.bamcoso.territory.Offices;
import vn.bamcoso.territory.Places;

/**
 * A task on its way to being one: an office proposes it with its reason, the Ministry Office appraises it, it is decided, and an
 * accepted one becomes the draft of a task, which still has to be made clear before it is issued. Who proposes does not appraise.
 */
@Component
public class Suggestions {
    /** @param mayAppraise the asker may appraise it now; {@code mayDecide} may enter the decision now */
    public record Suggestion(
            int id, @Nullable String directive, String title, String why, String deliverable, @Nullable String lead, @Nullable LocalDate due, int officeId, String office, String maker, Instant madeAt, @Nullable Boolean recommends,
            @Nullable String opinion, @Nullable Boolean accepted, @Nullable String decider, @Nullable LocalDate decidedOn, @Nullable String reason, @Nullable Integer taskId, boolean mayAppraise, boolean mayDecide) {
        /** proposed, appraised, accepted or declined. */
        public String state() {
            return accepted != null ? accepted ? "accepted" : "declined" : recommends != null ? "appraised" : "proposed";
        }
    }

    public record NewSuggestion(@Nullable Integer directive, String title, String why, String deliverable, @Nullable Integer lead, @Nullable LocalDate due, int officeId, short field) {}

    private record Kept(@Nullable Integer directiveId, String title, String deliverable, @Nullable Integer leadId, @Nullable LocalDate due, int officeId, short field, @Nullable Boolean recommends, @Nullable Boolean accepted) {}

    private final JdbcClient jdbc;
    private final Drafting drafting;
    private final Offices offices;
    private final Places places;
    private final Desk desk;
    private final Trail trail;
    private final Clock clock;

    Suggestions(JdbcClient jdbc, Drafting drafting, Offices offices, Places places, Desk desk, Trail trail, Clock clock) {
        this.jdbc = jdbc;
        this.drafting = drafting;
        this.offices = offices;
        this.places = places;
        this.desk = desk;
        this.trail = trail;
        this.clock = clock;
    }

    /** @return its id; @throws Problem forbidden unless the user works at the proposing office; refused without title or reason, or when the date has passed */
    @Transactional
    public int propose(NewSuggestion wanted) {
        CurrentUser by = CurrentUser.require();
        desk.require(desk.offices(by).contains(wanted.officeId()));
        String title = desk.needed(wanted.title(), "tasks.problem.no-title");
        String why = desk.needed(wanted.why(), "tasks.problem.reason");
        if (wanted.due() != null && wanted.due().isBefore(desk.today())) {
            throw Problem.refused("tasks.problem.due-past", wanted.due());
        }
        Office office = offices.byId(wanted.officeId(), desk.today()).orElseThrow(Problem::notFound);
        var place = places.byId(java.util.Objects.requireNonNull(office.placeId()), desk.today()).orElseThrow(Problem::notFound);
        int id = jdbc.sql("""
                        insert into tasks.suggestion (directive_id, title, why, deliverable, lead_id, due, office_id, made_by, made_at, field, home, place_id)
                        values (:directive, :title, :why, :deliverable, :lead, :due, :office, :by, :at, :field, :home, :place) returning id""")
                .param("directive", wanted.directive(), Types.INTEGER).param("title", title).param("why", why).param("deliverable", desk.checked(wanted.deliverable())).param("lead", wanted.lead(), Types.INTEGER)
                .param("due", wanted.due(), Types.DATE).param("office", office.id()).param("by", by.id()).param("at", Timestamp.from(clock.instant())).param("field", wanted.field()).param("home", place.home())
                .param("place", place.id()).query(Integer.class).single();
        trail.write("tasks.suggestion.made", "suggestion:" + id, null, wanted);
        return id;
    }

    /** @throws Problem forbidden unless the user works at the Ministry Office and not at the proposing office; conflict when it is appraised already */
    @Transactional
    public void appraise(int id, boolean recommends, @Nullable String opinion) {
        CurrentUser by = CurrentUser.require();
        Kept kept = take(id);
        desk.require(by.has("ministry_office") && !desk.offices(by).contains(kept.officeId()));
        if (kept.recommends() != null) {
            throw Problem.conflict("tasks.problem.appraised");
        }
        String said = desk.needed(opinion, "tasks.problem.opinion");
        jdbc.sql("update tasks.suggestion set recommends = :recommends, opinion = :opinion, appraised_by = :by, appraised_at = :at where id = :id")
                .params(Map.of("recommends", recommends, "opinion", said, "by", by.id(), "at", Timestamp.from(clock.instant()), "id", id)).update();
        trail.write("tasks.suggestion.appraised", "suggestion:" + id, null, Map.of("recommends", recommends, "opinion", said));
    }

    /**
     * Enters the decision; an accepted one becomes the draft of a task of the ministry.
     *
     * @param decider who decided, by post: Thứ trưởng phụ trách
     * @return the draft's id; null when it was declined
     */
    @Transactional
    public @Nullable Integer decide(int id, boolean accepted, @Nullable String decider, LocalDate on, @Nullable String reason) {
        CurrentUser by = CurrentUser.require();
        Kept kept = take(id);
        desk.require(by.has("ministry_office"));
        if (kept.recommends() == null || kept.accepted() != null) {
            throw Problem.conflict(kept.accepted() != null ? "tasks.problem.decided" : "tasks.problem.not-appraised");
        }
        if (on.isAfter(desk.today())) {
            throw Problem.refused("tasks.problem.day-ahead", on);
        }
        String who = desk.needed(decider, "tasks.problem.decider");
        String said = accepted ? desk.checked(reason) : desk.needed(reason, "tasks.problem.reason");
        Integer task = accepted ? draft(kept, who) : null;
        jdbc.sql("update tasks.suggestion set accepted = :accepted, decider = :decider, decided_on = :on, reason = :reason, decided_by = :by, decided_at = :at, task_id = :task where id = :id")
                .param("accepted", accepted).param("decider", who).param("on", on).param("reason", said).param("by", by.id()).param("at", Timestamp.from(clock.instant())).param("task", task, Types.INTEGER).param("id", id).update();
        trail.write("tasks.suggestion.decided", "suggestion:" + id, null, Map.of("accepted", accepted, "decider", who, "reason", said));
        return task;
    }

    private int draft(Kept kept, String decider) {
        int ministry = desk.issuing(CurrentUser.require()).stream().filter(office -> office.kind().equals("ministry")).findFirst().orElseThrow(() -> Problem.forbidden("tasks.problem.not-issuer")).id();
        return drafting.open(new Drafting.Draft(
                ministry, kept.directiveId(), "", null, "key", null, kept.field(), kept.title(), kept.deliverable(), decider, "offices", kept.leadId() == null ? List.of() : List.of(kept.leadId()), List.of(), "head", DueRule.DAY, kept.due(), "",
                List.of(), List.of(), null, null, null));
    }

    private Kept take(int id) {
        return jdbc.sql("select directive_id, title, deliverable, lead_id, due, office_id, field, recommends, accepted from tasks.suggestion where id = :id for update").param("id", id).query(Kept.class).optional().orElseThrow(Problem::notFound);
    }

    /** Those that wait first, then the latest. */
    @Transactional(readOnly = true)
    public List<Suggestion> all() {
        CurrentUser user = CurrentUser.require();
        return jdbc.sql("""
                        -- Which tasks were proposed, and what became of them?
                        select s.id, (select d.number from tasks.directive d where d.id = s.directive_id) as directive, s.title, s.why, s.deliverable,
                               (select o.name from territory.pub_office o where o.office_id = s.lead_id order by o.valid_from desc limit 1) as lead, s.due, s.office_id,
                               (select o.name from territory.pub_office o where o.office_id = s.office_id order by o.valid_from desc limit 1) as office, coalesce(u.name, '') as maker, s.made_at, s.recommends, s.opinion, s.accepted, s.decider,
                               s.decided_on, s.reason, s.task_id, :decides and s.recommends is null and s.office_id <> all (:mine) as may_appraise, :decides and s.recommends is not null and s.accepted is null as may_decide
                        from tasks.suggestion s left join identity.pub_user u on u.user_id = s.made_by
                        order by s.accepted is not null, s.id desc limit 200""")
                .param("decides", user.has("ministry_office")).param("mine", desk.offices(user).toArray(Integer[]::new)).query(Suggestion.class).list();
    }
}

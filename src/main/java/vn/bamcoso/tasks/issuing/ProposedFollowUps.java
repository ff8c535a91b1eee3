package vn.bamcoso.tasks.issuing;

import java.sql.Timestamp;
import java.sql.Types;
import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.function.IntFunction;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;
import vn.bamcoso.access.CurrentUser;
import vn.bamcoso.audit.Trail;
import vn.bamcoso.basics.Problem;
import vn.bamcoso.calendar.WorkingDays;
import vn.bamcoso.tasks.Desk;

/**
 * What the program proposes to follow up, because something no longer leads to its target. A person makes it the draft of a task,
 * which is read and issued as any other, or declines it with a reason. One waits for a subject at a time. The numbers that speak
 * for it are kept by the room that saw them.
 */
@Component
public class ProposedFollowUps {
    private static final int WORKING_DAYS = 10;

    /** What it is about: of which kind, and its number there. */
    public record Subject(String kind, int id) {
        public static Subject task(int id) {
            return new Subject("task", id);
        }

        public static Subject campaign(int id) {
            return new Subject("campaign", id);
        }

        @Override
        public String toString() {
            return kind + ":" + id;
        }
    }

    /** @param accepted null while nothing was decided; {@code draft} the task that it became */
    public record FollowUp<L>(int id, LocalDate raisedOn, @Nullable Boolean accepted, @Nullable String reason, @Nullable String decider, @Nullable Integer draft, List<L> lines) {}

    private final JdbcClient jdbc;
    private final Drafting drafting;
    private final Desk desk;
    private final Trail trail;
    private final Clock clock;

    ProposedFollowUps(JdbcClient jdbc, Drafting drafting, Desk desk, Trail trail, Clock clock) {
        this.jdbc = jdbc;
        this.drafting = drafting;
        this.desk = desk;
        this.trail = trail;
        this.clock = clock;
    }

    /**
     * @param lines how many lines it will have
     * @return its id; null when one waits already, also when another node was faster
     */
    @Transactional
    public @Nullable Integer raise(Subject subject, LocalDate today, short field, short home, int placeId, int lines) {
        Integer id = jdbc.sql("""
                        insert into tasks.follow_up (kind, subject_id, raised_on, field, home, place_id) values (:kind, :subject, :today, :field, :home, :place)
                        on conflict (kind, subject_id) where accepted is null do nothing returning id""")
                .param("kind", subject.kind()).param("subject", subject.id()).param("today", today).param("field", field).param("home", home).param("place", placeId).query(Integer.class).optional().orElse(null);
        if (id != null) {
            trail.write("tasks.followup.raised", subject.toString(), null, Map.of("followUp", id, "lines", lines));
        }
        return id;
    }

    /** Of a subject, as far as the asker sees it, the latest first. */
    @Transactional(readOnly = true)
    public <L> List<FollowUp<L>> of(Subject subject, IntFunction<List<L>> lines) {
        return jdbc.sql("""
                        select f.id, f.raised_on, f.accepted, f.reason, u.name as decider, f.draft_id from tasks.follow_up f left join identity.pub_user u on u.user_id = f.decided_by
                        where f.kind = :kind and f.subject_id = :subject order by f.id desc limit 10""")
                .param("kind", subject.kind()).param("subject", subject.id())
                .query((row, n) -> new FollowUp<>(row.getInt(1), row.getObject(2, LocalDate.class), row.getObject(3, Boolean.class), row.getString(4), row.getString(5), row.getObject(6, Integer.class), lines.apply(row.getInt(1))))
                .list();
    }

    /**
     * Takes it in hand: nobody else decides about it in the meantime. Joins the caller's transaction.
     *
     * @throws Problem not found when there is none of this subject
     */
    public void take(Subject subject, int id) {
        jdbc.sql("select id from tasks.follow_up where id = :id and kind = :kind and subject_id = :subject for update")
                .param("id", id).param("kind", subject.kind()).param("subject", subject.id()).query(Integer.class).optional().orElseThrow(Problem::notFound);
    }

    /** A day within ten working days, or the deadline that is to be met where it is nearer. */
    public static LocalDate due(@Nullable LocalDate deadline, LocalDate today) {
        LocalDate soon = WorkingDays.vietnam().after(today, WORKING_DAYS);
        return deadline != null && deadline.isBefore(soon) && deadline.isAfter(today) ? deadline : soon;
    }

    /**
     * Joins the caller's transaction, who has taken it and knows that this user may decide.
     *
     * @return the draft's id
     * @throws Problem conflict when it is decided already
     */
    public int accept(int id, Drafting.Draft wanted) {
        int draft = drafting.open(wanted);
        decide(id, true, "", draft);
        return draft;
    }

    /** As {@link #accept}. @throws Problem refused without a reason */
    public void decline(int id, @Nullable String reason) {
        decide(id, false, desk.needed(reason, "tasks.problem.reason"), null);
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

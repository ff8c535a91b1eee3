package vn.bamcoso.tasks;

import java.sql.Timestamp;
import java.sql.Types;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.util.LinkedHashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;
import vn.bamcoso.access.CurrentUser;
import vn.bamcoso.audit.Trail;
import vn.bamcoso.basics.Problem;

/**
 * Shares as rows, and what every act on one has in common: the step must be one that the states allow, it leaves an event, a
 * line in the trail, and, when it changes what is owed, a line in the books. Called in the transaction of the act.
 */
@Component
public class Shares {
    private static final String FIELDS = """
            select s.id, s.task_id, t.title, s.turn, s.office_id, t.office_id as issuer_id, s.body_id, s.role, s.status, s.due, s.last_day, s.percent, s.proposed_on, s.done_on,
                   s.blocked_by, s.cause, s.extensions, s.version, s.field, s.home, s.place_id, k.bare
            from tasks.share s join tasks.task t on t.id = s.task_id join tasks.kind k on k.code = t.kind
            where s.id = :id""";

    private final JdbcClient jdbc;
    private final Trail trail;
    private final Clock clock;
    private final ApplicationEventPublisher tell;

    Shares(JdbcClient jdbc, Trail trail, Clock clock, ApplicationEventPublisher tell) {
        this.jdbc = jdbc;
        this.trail = trail;
        this.clock = clock;
        this.tell = tell;
    }

    /** @throws Problem not found, also when out of scope */
    @Transactional(readOnly = true)
    public Share get(long id) {
        return jdbc.sql(FIELDS).param("id", id).query(Share::read).optional().orElseThrow(Problem::notFound);
    }

    /**
     * The share, held until the transaction ends.
     *
     * @param seen the version that the user saw; null: whichever
     * @throws Problem not found; conflict when somebody else changed it since
     */
    @Transactional(propagation = Propagation.MANDATORY)
    public Share take(long id, @Nullable Integer seen) {
        Share share = jdbc.sql(FIELDS + " for update of s").param("id", id).query(Share::read).optional().orElseThrow(() -> {
            get(id);
            return Problem.forbidden("tasks.problem.not-your-act");
        });
        if (seen != null && seen != share.version()) {
            throw Problem.conflict("tasks.problem.changed-meanwhile");
        }
        return share;
    }

    /** @throws Problem conflict with a sentence that says where the share stands now, when the step is not allowed from there */
    public void guard(Share share, Status to) {
        if (!share.status().leadsTo(to)) {
            throw Problem.conflict("tasks.problem.step." + share.status().code());
        }
    }

    /**
     * One act on a share: what changes in its row is told by a {@link Change}; the books follow when day or state change.
     *
     * @param day the day that the act is of: the state holds from it on
     */
    @Transactional(propagation = Propagation.MANDATORY)
    public void keep(Share before, String act, Change change, LocalDate day, String note) {
        Instant now = Instant.now(clock);
        Status to = change.status == null ? before.status() : change.status;
        boolean stopped = to == Status.PROPOSED || to == Status.DONE;
        jdbc.sql("""
                        update tasks.share set status = :status, percent = :percent, due = :due, last_day = :last, proposed_on = :proposed, done_on = :done, blocked_by = :blocked,
                               cause = :cause, extensions = :extensions, moved_at = :at, version = version + 1
                        where id = :id""")
                .param("status", to.code()).param("percent", to == Status.DONE ? 100 : change.percent == null ? before.percent() : change.percent)
                .param("due", change.due == null ? before.due() : change.due).param("last", change.lastDay == null ? before.lastDay() : change.lastDay)
                .param("proposed", !stopped ? null : to == Status.PROPOSED ? day : before.proposedOn(), Types.DATE).param("done", to == Status.DONE ? day : null, Types.DATE)
                .param("blocked", to == Status.BLOCKED ? change.blockedBy == null ? before.blockedBy() : change.blockedBy : null, Types.VARCHAR)
                .param("cause", change.cause == null ? before.cause() : change.cause, Types.VARCHAR).param("extensions", before.extensions() + (change.lastDay == null ? 0 : 1))
                .param("at", Timestamp.from(now)).param("id", before.id()).update();
        event(before, act, to, day, note, change.percent, now);
        if (to != before.status() && (stopped || !to.open() || before.status() == Status.PROPOSED) || change.lastDay != null) {
            books(new Long[] {before.id()}, day, now);
        }
        Map<String, Object> after = new LinkedHashMap<>();
        after.put("status", to.code());
        after.put("day", day.toString());
        if (!note.isEmpty()) {
            after.put("note", note);
        }
        if (change.due != null) {
            after.put("due", change.due.toString());
        }
        trail.write("tasks.share." + act, before.subject(), Map.of("status", before.status().code(), "due", before.due().toString(), "percent", before.percent()), after);
        tell.publishEvent(new ShareMoved(before.id(), before.taskId(), act, to));
    }

    @Transactional(propagation = Propagation.MANDATORY)
    public void event(Share share, String act, Status status, LocalDate day, String note, @Nullable Integer percent, Instant at) {
        jdbc.sql("""
                        insert into tasks.event (share_id, act, status, day, note, percent, at, user_id, field, home, place_id)
                        values (:share, :act, :status, :day, :note, :percent, :at, :user, :field, :home, :place)""")
                .param("share", share.id()).param("act", act).param("status", status.code()).param("day", day).param("note", note).param("percent", percent, Types.SMALLINT)
                .param("at", Timestamp.from(at)).param("user", CurrentUser.require().id()).param("field", share.field()).param("home", share.home()).param("place", share.placeId()).update();
    }

    /** The shares stand from a day on as their rows say; known from this moment on. */
    @Transactional(propagation = Propagation.MANDATORY)
    public void books(Long[] shares, LocalDate day, Instant at) {
        jdbc.sql("select tasks.keep_books(:shares, :day, :at)::text").param("shares", shares).param("day", day).param("at", Timestamp.from(at)).query(String.class).optional();
    }

    /** The last day on which the issuer moved the share: issued it, returned it, gave it a new date. What the lead tells cannot be older. */
    @Transactional(readOnly = true)
    public LocalDate since(long share) {
        return jdbc.sql("select max(day) from tasks.event where share_id = :id and act in ('issued', 'reassigned', 'returned')").param("id", share).query(LocalDate.class).single();
    }

    /** What an act changes; what is not named stays. */
    public static final class Change {
        private @Nullable Status status;
        private @Nullable Integer percent;
        private @Nullable LocalDate due;
        private @Nullable LocalDate lastDay;
        private @Nullable String blockedBy;
        private @Nullable String cause;

        public static Change nothing() {
            return new Change();
        }

        public static Change to(Status status) {
            Change change = new Change();
            change.status = status;
            return change;
        }

        public Change percent(@Nullable Integer percent) {
            this.percent = percent;
            return this;
        }

        public Change until(LocalDate due, LocalDate lastDay) {
            this.due = due;
            this.lastDay = lastDay;
            return this;
        }

        public Change blockedBy(String what) {
            this.blockedBy = what;
            return this;
        }

        public Change cause(String what) {
            this.cause = what;
            return this;
        }
    }
}

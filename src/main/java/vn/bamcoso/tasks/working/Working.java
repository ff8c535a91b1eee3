package vn.bamcoso.tasks.working;

import java.time.LocalDate;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;
import vn.bamcoso.access.CurrentUser;
import vn.bamcoso.basics.Problem;
import vn.bamcoso.tasks.Desk;
import vn.bamcoso.tasks.Share;
import vn.bamcoso.tasks.Shares;
import vn.bamcoso.tasks.Shares.Change;
import vn.bamcoso.tasks.Status;

/**
 * What the lead office does with its share: takes it, or refuses it with a reason; tells how far it is; tells by what it is
 * blocked; says that it is done. Every method takes the version that the user saw.
 */
@Component
public class Working {
    private final Shares shares;
    private final Desk desk;

    Working(Shares shares, Desk desk) {
        this.shares = shares;
        this.desk = desk;
    }

    @Transactional
    public void accept(long id, @Nullable Integer seen) {
        Share share = answered(id, seen, Status.WORKING);
        if (share.status() != Status.ASSIGNED) {
            throw Problem.conflict("tasks.problem.step." + share.status().code());
        }
        shares.keep(share, "accepted", Change.to(Status.WORKING), desk.today(), "");
    }

    @Transactional
    public void refuse(long id, @Nullable Integer seen, @Nullable String reason) {
        Share share = answered(id, seen, Status.REFUSED);
        shares.keep(share, "refused", Change.to(Status.REFUSED), desk.today(), desk.said(share, reason, "tasks.problem.reason"));
    }

    /**
     * Tells how far it is.
     *
     * @param percent 0 to 100; null when only a step is told
     */
    @Transactional
    public void progress(long id, @Nullable Integer seen, @Nullable Integer percent, @Nullable String note) {
        Share share = shares.take(id, seen);
        desk.require(desk.mayWork(CurrentUser.require(), share));
        if (share.status() != Status.WORKING && share.status() != Status.BLOCKED) {
            throw Problem.conflict("tasks.problem.step." + share.status().code());
        }
        if (percent != null && (percent < 0 || percent > 100)) {
            throw Problem.refused("tasks.problem.percent");
        }
        String said = desk.said(share, note, null);
        if (percent == null && said.isEmpty()) {
            throw Problem.refused("tasks.problem.nothing-told");
        }
        shares.keep(share, "progressed", Change.nothing().percent(percent), desk.today(), said);
    }

    /** @param by what blocks it and who could help */
    @Transactional
    public void block(long id, @Nullable Integer seen, @Nullable String by) {
        Share share = worked(id, seen, Status.BLOCKED);
        String what = desk.said(share, by, "tasks.problem.blocked-by");
        shares.keep(share, "blocked", Change.to(Status.BLOCKED).blockedBy(what), desk.today(), what);
    }

    @Transactional
    public void unblock(long id, @Nullable Integer seen, @Nullable String note) {
        Share share = worked(id, seen, Status.WORKING);
        if (share.status() != Status.BLOCKED) {
            throw Problem.conflict("tasks.problem.step." + share.status().code());
        }
        shares.keep(share, "unblocked", Change.to(Status.WORKING), desk.today(), desk.said(share, note, null));
    }

    /**
     * The lead says that it is done; from that day the clock stands still, and it runs on if the issuer returns it.
     *
     * @param on the day on which it was done; null: today
     * @throws Problem refused when that day lies ahead, or before the share was last moved by the issuer
     */
    @Transactional
    public void propose(long id, @Nullable Integer seen, @Nullable LocalDate on, @Nullable String note) {
        Share share = answered(id, seen, Status.PROPOSED);
        LocalDate day = on == null ? desk.today() : on;
        if (day.isAfter(desk.today())) {
            throw Problem.refused("tasks.problem.day-ahead", day);
        }
        LocalDate since = shares.since(share.id());
        if (day.isBefore(since)) {
            throw Problem.refused("tasks.problem.day-before", since);
        }
        shares.keep(share, "proposed", Change.to(Status.PROPOSED).percent(100), day, desk.said(share, note, "tasks.problem.result"));
    }

    private Share answered(long id, @Nullable Integer seen, Status to) {
        Share share = shares.take(id, seen);
        desk.require(desk.mayAnswer(CurrentUser.require(), share));
        shares.guard(share, to);
        return share;
    }

    private Share worked(long id, @Nullable Integer seen, Status to) {
        Share share = shares.take(id, seen);
        desk.require(desk.mayWork(CurrentUser.require(), share));
        shares.guard(share, to);
        return share;
    }
}

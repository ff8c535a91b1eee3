package vn.bamcoso.tasks.working;

import java.sql.Timestamp;
import java.time.Clock;
import java.time.LocalDate;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;
import vn.bamcoso.access.CurrentUser;
import vn.bamcoso.basics.Problem;
import vn.bamcoso.tasks.Desk;
import vn.bamcoso.tasks.DueRule;
import vn.bamcoso.tasks.Settings;
import vn.bamcoso.tasks.Share;
import vn.bamcoso.tasks.Shares;
import vn.bamcoso.tasks.Shares.Change;
import vn.bamcoso.tasks.Status;

/**
 * What the issuer does with a share: agrees that it is done or returns it; gives it again after a refusal; takes it back;
 * grants or declines an extension; confirms an objective cause, which stands beside the lateness and does not undo it.
 */
@Component
public class Deciding {
    private final JdbcClient jdbc;
    private final Shares shares;
    private final Desk desk;
    private final Settings settings;
    private final Clock clock;

    Deciding(JdbcClient jdbc, Shares shares, Desk desk, Settings settings, Clock clock) {
        this.jdbc = jdbc;
        this.shares = shares;
        this.desk = desk;
        this.settings = settings;
        this.clock = clock;
    }

    @Transactional
    public void recognise(long id, @Nullable Integer seen, @Nullable String note) {
        Share share = decided(id, seen, Status.DONE);
        shares.keep(share, "recognised", Change.to(Status.DONE), desk.today(), desk.said(share, note, null));
    }

    @Transactional
    public void giveBack(long id, @Nullable Integer seen, @Nullable String reason) {
        Share share = decided(id, seen, Status.WORKING);
        if (share.status() != Status.PROPOSED) {
            throw Problem.conflict("tasks.problem.step." + share.status().code());
        }
        shares.keep(share, "returned", Change.to(Status.WORKING), desk.today(), desk.said(share, reason, "tasks.problem.reason"));
    }

    @Transactional
    public void reassign(long id, @Nullable Integer seen, @Nullable String note) {
        Share share = decided(id, seen, Status.ASSIGNED);
        shares.keep(share, "reassigned", Change.to(Status.ASSIGNED), desk.today(), desk.said(share, note, null));
    }

    @Transactional
    public void withdraw(long id, @Nullable Integer seen, @Nullable String reason) {
        Share share = decided(id, seen, Status.WITHDRAWN);
        shares.keep(share, "withdrawn", Change.to(Status.WITHDRAWN), desk.today(), desk.said(share, reason, "tasks.problem.reason"));
    }

    @Transactional
    public void confirmCause(long id, @Nullable Integer seen, @Nullable String cause) {
        Share share = shares.take(id, seen);
        desk.require(desk.mayDecide(CurrentUser.require(), share.issuerId()));
        if (share.bare()) {
            throw Problem.refused("tasks.problem.bare");
        }
        String what = desk.needed(cause, "tasks.problem.reason");
        shares.keep(share, "cause_confirmed", Change.nothing().cause(what), desk.today(), what);
    }

    /** The lead asks for a later date. @throws Problem refused when it is not later, or one is already undecided */
    @Transactional
    public void askExtension(long id, @Nullable Integer seen, LocalDate until, @Nullable String reason) {
        Share share = shares.take(id, seen);
        desk.require(desk.mayAnswer(CurrentUser.require(), share));
        if (!share.status().open() || share.status() == Status.PROPOSED) {
            throw Problem.conflict("tasks.problem.step." + share.status().code());
        }
        if (!until.isAfter(share.due())) {
            throw Problem.refused("tasks.problem.not-later", share.due());
        }
        Integer most = settings.now().extensions();
        if (most != null && share.extensions() >= most) {
            throw Problem.refused("tasks.problem.no-more-extensions", most);
        }
        if (jdbc.sql("select exists (select from tasks.extension where share_id = :id and granted is null)").param("id", id).query(Boolean.class).single()) {
            throw Problem.conflict("tasks.problem.extension-waits");
        }
        String why = desk.said(share, reason, "tasks.problem.reason");
        jdbc.sql("insert into tasks.extension (share_id, until, reason, asked_by, asked_at, field, home, place_id) values (:id, :until, :reason, :by, :at, :field, :home, :place)")
                .params(Map.of("id", id, "until", until, "reason", share.bare() ? "–" : why, "by", CurrentUser.require().id(), "at", Timestamp.from(clock.instant()), "field", share.field(), "home", share.home(), "place", share.placeId()))
                .update();
        shares.keep(share, "extension_asked", Change.nothing(), desk.today(), why);
    }

    /** The books keep what was late before this day; from it on the new date counts. */
    @Transactional
    public void decideExtension(long id, @Nullable Integer seen, boolean granted, @Nullable String answer) {
        Share share = shares.take(id, seen);
        desk.require(desk.mayDecide(CurrentUser.require(), share.issuerId()));
        String said = desk.said(share, answer, granted ? null : "tasks.problem.reason");
        LocalDate until = jdbc.sql("update tasks.extension set granted = :granted, answer = :answer, decided_by = :by, decided_at = :at where share_id = :id and granted is null returning until")
                .param("granted", granted).param("answer", said).param("by", CurrentUser.require().id()).param("at", Timestamp.from(clock.instant())).param("id", id)
                .query(LocalDate.class).optional().orElseThrow(() -> Problem.conflict("tasks.problem.no-extension"));
        if (granted && (!share.status().open() || share.status() == Status.PROPOSED)) {
            throw Problem.conflict("tasks.problem.step." + share.status().code());
        }
        shares.keep(share, granted ? "extension_granted" : "extension_declined",
                granted ? Change.nothing().until(until, DueRule.lastDay(until, settings.now().movesOffDays())) : Change.nothing(), desk.today(), said);
    }

    private Share decided(long id, @Nullable Integer seen, Status to) {
        Share share = shares.take(id, seen);
        desk.require(desk.mayDecide(CurrentUser.require(), share.issuerId()));
        shares.guard(share, to);
        return share;
    }
}

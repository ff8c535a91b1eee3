package vn.bamcoso.territory.restructuring;

import java.time.Clock;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;
import org.springframework.transaction.interceptor.TransactionAspectSupport;
import vn.bamcoso.access.CurrentUser;
import vn.bamcoso.audit.Trail;
import vn.bamcoso.basics.Problem;
import vn.bamcoso.basics.VietnamTime;
import vn.bamcoso.territory.Act;
import vn.bamcoso.territory.RestructuringPart;

/**
 * A restructuring is prepared by the Ministry Office as a draft, looked at beforehand in a transaction that is rolled back,
 * committed by a gazetteer keeper who is another person, and, when its day lies in the future, withdrawn until then.
 */
@Component
class Restructurings {
    private final Acts acts;
    private final Performing performing;
    private final OwnEffects own;
    private final Withdrawing withdrawing;
    private final ObjectProvider<RestructuringPart> parts;
    private final JdbcClient jdbc;
    private final Trail trail;
    private final Clock clock;

    Restructurings(Acts acts, OwnEffects own, Withdrawing withdrawing, ObjectProvider<RestructuringPart> parts, JdbcClient jdbc, Trail trail, Clock clock) {
        this.acts = acts;
        this.performing = new Performing(jdbc);
        this.own = own;
        this.withdrawing = withdrawing;
        this.parts = parts;
        this.jdbc = jdbc;
        this.trail = trail;
        this.clock = clock;
    }

    /** @return number of the draft */
    @Transactional
    public int prepare(ActHead head, List<Change> changes) {
        need("ministry_office");
        int id = acts.add(head, changes, CurrentUser.require(), clock.instant());
        trail.write("territory.act.prepared", "act:" + id, null, new Prepared(head, changes));
        return id;
    }

    @Transactional
    public void change(int id, ActHead head, List<Change> changes) {
        need("ministry_office");
        ActView before = draft(id);
        acts.change(id, head, changes, CurrentUser.require(), clock.instant());
        trail.write("territory.act.changed", "act:" + id, new Prepared(before.head(), before.changes()), new Prepared(head, changes));
    }

    /** Does it and takes it back at once, telling what it would do. Takes some seconds. */
    @Transactional
    public Preview preview(int id) {
        if (!holds("ministry_office") && !holds("gazetteer_keeper")) {
            throw Problem.forbidden("territory.problem.preview-role");
        }
        ActView draft = draft(id);
        TransactionAspectSupport.currentTransactionStatus().setRollbackOnly();
        acts.alone();
        long version = acts.version();
        try {
            Act act = perform(draft);
            List<RestructuringPart.Effect> effects = new ArrayList<>(own.of(act));
            everywhere();
            parts.orderedStream().forEach(part -> effects.addAll(part.preview(act)));
            return new Preview(version, effects, own.kinds(act.effective()), List.of());
        } catch (Problem refused) {
            return new Preview(version, List.of(), List.of(), refused.faults().isEmpty() ? List.of(new Problem.Fault("–", refused.code(), refused.args())) : refused.faults());
        }
    }

    /** @param version of the preview on which the decision rests */
    @Transactional
    public void commit(int id, long version) {
        need("gazetteer_keeper");
        acts.alone();
        ActView draft = draft(id);
        CurrentUser by = CurrentUser.require();
        if (draft.preparedBy() == by.id()) {
            throw Problem.forbidden("territory.problem.two-persons");
        }
        if (acts.version() != version) {
            throw Problem.conflict("territory.problem.changed-since");
        }
        Act act = perform(draft);
        acts.committed(id, by, clock.instant());
        everywhere();
        parts.orderedStream().forEach(part -> part.apply(act));
        trail.write("territory.act.committed", "act:" + id, null, act);
    }

    /** A draft at any time; a committed one until the day before it takes effect. */
    @Transactional
    public void withdraw(int id) {
        acts.alone();
        ActView act = acts.find(id).orElseThrow(Problem::notFound);
        switch (act.stage(VietnamTime.today(clock))) {
            case DRAFT -> need("ministry_office");
            case COMING -> {
                need("gazetteer_keeper");
                everywhere();
                withdrawing.withdraw(act);
            }
            case IN_FORCE -> throw Problem.refused("territory.problem.in-force", act.head().effective());
            case WITHDRAWN -> throw Problem.conflict("territory.problem.withdrawn");
        }
        acts.withdrawn(id, CurrentUser.require(), clock.instant());
        trail.write("territory.act.withdrawn", "act:" + id, new Prepared(act.head(), act.changes()), null);
    }

    @Transactional(readOnly = true)
    public ActView find(int id) {
        return acts.find(id).orElseThrow(Problem::notFound);
    }

    @Transactional(readOnly = true)
    public boolean holds(String role) {
        return jdbc.sql("select access.has_role(:role)").param("role", role).query(Boolean.class).single();
    }

    /** For the rest of the transaction what follows from the act reaches every unit and field of work, whatever the keeper may see. */
    private void everywhere() {
        jdbc.sql("select access.enter(0, 0)").query().listOfRows();
    }

    private record Prepared(ActHead head, List<Change> changes) {}

    private void need(String role) {
        if (!holds(role)) {
            throw Problem.forbidden("territory.problem.role." + role.replace('_', '-'));
        }
    }

    private ActView draft(int id) {
        ActView act = acts.find(id).orElseThrow(Problem::notFound);
        if (act.committedAt() != null || act.withdrawnAt() != null) {
            throw Problem.conflict("territory.problem.no-draft");
        }
        return act;
    }

    private Act perform(ActView draft) {
        LocalDate effective = draft.head().effective();
        return performing.perform(draft.id(), draft.head().title(), draft.head().number(), draft.head().signedOn(), effective, draft.changes(), true);
    }
}

package vn.bamcoso.tasks;

import java.sql.Timestamp;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;
import org.springframework.transaction.support.TransactionTemplate;
import vn.bamcoso.access.CurrentUser;
import vn.bamcoso.audit.Trail;
import vn.bamcoso.basics.Preparation;
import vn.bamcoso.basics.VietnamTime;
import vn.bamcoso.tasks.issuing.Issuing;
import vn.bamcoso.territory.Act;
import vn.bamcoso.territory.RestructuringPart;

/**
 * What becomes of shares when offices end. From the day on which an office no longer stands, its open shares belong to the office
 * that serves the successor of its place; where that one has a share of the same turn already, the two become one and the
 * older is marked as merged. Done shares stay as they were. Offices that come into being get their share of tasks that are
 * addressed to all. Nothing happens before the day; {@link #catchUp} is run with the act, at each start, and by the nightly run.
 */
@Component
public class Successions implements RestructuringPart, Preparation {
    private static final int EXAMPLES = 5;

    private final JdbcClient jdbc;
    private final TransactionTemplate transaction;
    private final Shares shares;
    private final Tasks tasks;
    private final Issuing issuing;
    private final Trail trail;
    private final Clock clock;

    Successions(JdbcClient jdbc, TransactionTemplate transaction, Shares shares, Tasks tasks, Issuing issuing, Trail trail, Clock clock) {
        this.jdbc = jdbc;
        this.transaction = transaction;
        this.shares = shares;
        this.tasks = tasks;
        this.issuing = issuing;
        this.trail = trail;
        this.clock = clock;
    }

    private record Ended(long share, int task, int turn, int office, int successor) {}

    @Override
    public List<Effect> preview(Act act) {
        List<String> open = act.officesEnded().isEmpty() ? List.of() : jdbc.sql("""
                        -- Which open shares belong to offices that end with the act?
                        select t.title || ' (' || o.name || ')' from tasks.share s join tasks.task t on t.id = s.task_id
                        cross join lateral (select name from territory.pub_office p where p.office_id = s.office_id order by p.valid_to desc limit 1) o
                        where s.office_id = any (:ended) and s.status in ('assigned', 'refused', 'working', 'blocked', 'proposed') order by s.last_day, s.id""")
                .param("ended", act.officesEnded().toArray(Integer[]::new)).query(String.class).list();
        List<Effect> effects = new ArrayList<>();
        if (!open.isEmpty()) {
            effects.add(new Effect("tasks.restructuring.hand-over", open.size(), open.stream().limit(EXAMPLES).toList()));
        }
        return effects;
    }

    @Override
    public void apply(Act act) {
        if (!act.effective().isAfter(VietnamTime.today(clock))) {
            catchUp();
        }
    }

    @Override
    public int order() {
        return 650;
    }

    @Override
    public void prepare(Consumer<String> progress) {
        CurrentUser.SYSTEM.run(() -> transaction.executeWithoutResult(running -> catchUp()));
    }

    /**
     * Hands open shares of offices that no longer stand to their successors, and gives new offices theirs. Safe to repeat.
     *
     * @return how many shares were handed over, merged or given
     */
    @Transactional(propagation = Propagation.REQUIRED)
    public int catchUp() {
        LocalDate today = VietnamTime.today(clock);
        Instant now = clock.instant();
        int moved = 0;
        for (Ended ended : ended(today)) {
            hand(ended, today, now);
            moved++;
        }
        for (int late : jdbc.sql("""
                        -- Which tasks that are addressed to all and still run lack an office that was founded since they were issued?
                        select distinct t.id from tasks.task t
                        join territory.office_state o on o.valid_from > t.issued_on and o.valid_from <= :today and :today < o.valid_to
                        join territory.office k on k.id = o.office_id and k.kind = case t.audience when 'provinces' then 'provincial' else 'commune' end
                        where t.status = 'issued' and t.audience <> 'offices' and t.due >= :today
                          and not exists (select from territory.office_state before where before.office_id = o.office_id and before.valid_from <= t.issued_on)
                          and not exists (select from tasks.share s where s.task_id = t.id and s.office_id = o.office_id)""").param("today", today).query(Integer.class).list()) {
            moved += issuing.give(tasks.get(late), today, now).size();
        }
        return moved;
    }

    private List<Ended> ended(LocalDate today) {
        return jdbc.sql("""
                        -- Which open shares belong to an office that does not stand today, and who serves the successor of its place?
                        with gone as materialized (
                            select s.id, s.task_id, s.turn, s.office_id, s.place_id from tasks.share s
                            where s.status in ('assigned', 'refused', 'working', 'blocked', 'proposed')
                              and not exists (select from territory.pub_office o where o.office_id = s.office_id and o.valid_from <= :today and :today < o.valid_to))
                        select s.id as share, s.task_id as task, s.turn, s.office_id as office, next.office_id as successor
                        from gone s
                        join territory.office k on k.id = s.office_id
                        cross join lateral (
                            select o.office_id from territory.pub_reach r
                            join territory.pub_office o on o.place_id = r.ancestor_id and o.kind = case when k.kind in ('commune', 'police_post') then 'commune' else 'provincial' end and o.valid_from <= :today and :today < o.valid_to
                            where r.vintage_id = territory.vintage_of(:today) and r.place_id = s.place_id and r.level = case when k.kind in ('commune', 'police_post') then 'commune' else 'province' end
                            order by r.share desc nulls last, o.office_id limit 1) next
                        order by s.id""").param("today", today).query(Ended.class).list();
    }

    private void hand(Ended ended, LocalDate today, Instant now) {
        Share before = shares.get(ended.share());
        boolean twin = jdbc.sql("select exists (select from tasks.share where task_id = :task and turn = :turn and body_id is not distinct from :body and office_id = :office)")
                .param("task", ended.task()).param("turn", ended.turn()).param("body", before.bodyId(), java.sql.Types.INTEGER).param("office", ended.successor()).query(Boolean.class).single();
        Status to = twin ? Status.MERGED : before.status();
        if (twin) {
            jdbc.sql("update tasks.share set status = 'merged', proposed_on = null, blocked_by = null, moved_at = :at, version = version + 1 where id = :id").param("at", Timestamp.from(now)).param("id", before.id()).update();
        } else {
            jdbc.sql("update tasks.share set office_id = :office, moved_at = :at, version = version + 1 where id = :id").param("office", ended.successor()).param("at", Timestamp.from(now)).param("id", before.id()).update();
        }
        shares.event(before, twin ? "merged" : "handed_over", to, today, "", null, now);
        shares.books(new Long[] {before.id()}, today, now);
        trail.write(twin ? "tasks.share.merged" : "tasks.share.handed_over", before.subject(), java.util.Map.of("office", before.officeId(), "status", before.status().code()),
                java.util.Map.of("office", ended.successor(), "status", to.code()));
    }
}

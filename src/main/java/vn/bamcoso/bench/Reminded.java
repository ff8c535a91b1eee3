package vn.bamcoso.bench;

import java.io.PrintStream;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.CompletableFuture;
import java.util.stream.IntStream;
import org.springframework.context.ConfigurableApplicationContext;
import vn.bamcoso.basics.VietnamTime;
import vn.bamcoso.calendar.WorkingDays;
import vn.bamcoso.notices.reminding.ReminderRun;
import vn.bamcoso.store.StoreProblem;

/** The nightly reminder run among 200,000 shares, every post with a holder: on the day on which most fall due, again, and on two nodes at once. */
final class Reminded {
    private final Owner owner;
    private final PrintStream out;

    Reminded(Owner owner, PrintStream out) {
        this.owner = owner;
        this.out = out;
    }

    void measure(ConfigurableApplicationContext inside) {
        owner.sql().sql("""
                        with made as (
                            insert into identity.app_user (login, name) select 'bench.nhac.' || office_id, 'bench.nhac.' || office_id from territory.pub_office where kind in ('commune', 'provincial') and valid_to = 'infinity'
                            on conflict do nothing returning id, login)
                        insert into identity.user_grant (user_id, role, office_id, valid_from, valid_to, given_by)
                        select m.id, case o.kind when 'commune' then 'commune_chief' else 'provincial_director' end, o.office_id, date '2020-01-01', date '2100-01-01', 0
                        from made m join territory.pub_office o on o.office_id = split_part(m.login, '.', 3)::int and o.valid_to = 'infinity'""").update();
        var run = inside.getBean(ReminderRun.class);
        LocalDate busiest = owner.sql().sql("select last_day from tasks.share where status in ('assigned', 'working', 'blocked') group by last_day order by count(*) desc, last_day limit 1").query(LocalDate.class).single();
        timed("the day on which most fall due", run, at(busiest));
        ReminderRun.Done again = timed("… the same night again", run, at(busiest));
        if (again.told() != 0) {
            throw new StoreProblem("reminders: told twice");
        }
        Instant night = at(WorkingDays.vietnam().after(busiest, 3));
        long started = System.nanoTime();
        List<ReminderRun.Done> both = IntStream.range(0, 2).mapToObj(n -> CompletableFuture.supplyAsync(() -> run.run(night))).toList().stream().map(CompletableFuture::join).toList();
        if (both.stream().filter(done -> done.told() > 0).count() > 1) {
            throw new StoreProblem("reminders: both nodes told");
        }
        print("… escalated, on two nodes at once", started, both.stream().filter(done -> done.told() > 0).findFirst().orElse(both.getFirst()));
        allOnOneDay(run);
    }

    /** The worst night: every share is open and ends on one day. They are put back afterwards. */
    private void allOnOneDay(ReminderRun run) {
        LocalDate day = WorkingDays.vietnam().after(owner.sql().sql("select max(last_day) from tasks.share").query(LocalDate.class).single(), 60);
        owner.sql().sql("create temporary table share_before as select id, status, last_day, proposed_on, done_on from tasks.share").update();
        owner.sql().sql("update tasks.share set status = 'working', last_day = :day, proposed_on = null, done_on = null").param("day", day).update();
        timed("every share due on one day", run, at(day));
        ReminderRun.Done again = timed("… the same night again", run, at(day));
        owner.sql().sql("update tasks.share s set status = b.status, last_day = b.last_day, proposed_on = b.proposed_on, done_on = b.done_on from share_before b where b.id = s.id").update();
        owner.sql().sql("drop table share_before").update();
        owner.sql().sql("vacuum (full, analyze) tasks.share").update();
        if (again.told() != 0) {
            throw new StoreProblem("reminders: told twice");
        }
    }

    private ReminderRun.Done timed(String what, ReminderRun run, Instant at) {
        long started = System.nanoTime();
        ReminderRun.Done done = run.run(at);
        print(what, started, done);
        return done;
    }

    private void print(String what, long started, ReminderRun.Done done) {
        out.printf(Locale.ROOT, "  nightly reminder run, %s: %.1f s; %,d due, %,d told in %,d notices%n", what, (System.nanoTime() - started) / 1e9, done.due(), done.told(), done.notices());
    }

    private static Instant at(LocalDate day) {
        return day.atTime(5, 0).atZone(VietnamTime.ZONE).toInstant();
    }
}

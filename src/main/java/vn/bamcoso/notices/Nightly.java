package vn.bamcoso.notices;

import com.github.kagkarlsson.scheduler.Scheduler;
import com.github.kagkarlsson.scheduler.task.helper.RecurringTask;
import com.github.kagkarlsson.scheduler.task.helper.Tasks;
import com.github.kagkarlsson.scheduler.task.schedule.Schedules;
import java.time.Clock;
import java.time.Duration;
import java.time.LocalTime;
import java.util.ArrayList;
import java.util.List;
import javax.sql.DataSource;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.context.SmartLifecycle;
import org.springframework.stereotype.Component;
import vn.bamcoso.basics.VietnamTime;
import vn.bamcoso.notices.mail.Digests;
import vn.bamcoso.notices.reminding.ReminderRun;

/**
 * When the program acts by itself: the reminder run before the working day begins, the digests by e-mail through the day. The times are kept in the database, so that of
 * several nodes one runs each; a run that was missed while the program stood still is made up for when it starts.
 */
@Component
class Nightly implements SmartLifecycle {
    private static final Logger LOG = LoggerFactory.getLogger(Nightly.class);
    private static final LocalTime BEFORE_WORK = LocalTime.of(5, 0);
    private static final Duration BETWEEN_DIGESTS = Duration.ofMinutes(10);
    private static final int THREADS = 2;

    private final DataSource database;
    private final ReminderRun reminders;
    private final Digests digests;
    private final List<Job> rooms;
    private final Clock clock;
    private final boolean runs;
    private @Nullable Scheduler scheduler;

    /** @param runs false: nothing runs by itself on this node */
    Nightly(DataSource database, ReminderRun reminders, Digests digests, List<Job> rooms, Clock clock, @Value("${bamcoso.jobs:true}") boolean runs) {
        this.database = database;
        this.reminders = reminders;
        this.digests = digests;
        this.rooms = rooms;
        this.clock = clock;
        this.runs = runs;
    }

    private List<RecurringTask<Void>> jobs() {
        List<RecurringTask<Void>> all = new ArrayList<>(List.of(Tasks.recurring("reminders", Schedules.daily(VietnamTime.ZONE, BEFORE_WORK)).execute((what, when) -> {
            ReminderRun.Done done = reminders.run(clock.instant());
            LOG.info("reminders: {} due, {} told in {} notices", done.due(), done.told(), done.notices());
        }), Tasks.recurring("digests", Schedules.fixedDelay(BETWEEN_DIGESTS)).execute((what, when) -> {
            Digests.Done done = digests.run(clock.instant());
            if (done.made() + done.sent() + done.refused() > 0) {
                LOG.info("digests: {} made, {} sent, {} not taken by the mail server", done.made(), done.sent(), done.refused());
            }
        })));
        rooms.forEach(job -> all.add(Tasks.recurring(job.name(), Schedules.fixedDelay(job.every())).execute((what, when) -> job.run(clock.instant()))));
        return all;
    }

    @Override
    public void start() {
        if (runs) {
            scheduler = Scheduler.create(database).tableName("notices.job").startTasks(jobs()).threads(THREADS).pollingInterval(Duration.ofSeconds(30)).build();
            scheduler.start();
        }
    }

    @Override
    public void stop() {
        if (scheduler != null) {
            scheduler.stop();
            scheduler = null;
        }
    }

    @Override
    public boolean isRunning() {
        return scheduler != null;
    }

    /** After the rooms are ready; it stops before anything that it uses. */
    @Override
    public int getPhase() {
        return Integer.MAX_VALUE - 10;
    }
}

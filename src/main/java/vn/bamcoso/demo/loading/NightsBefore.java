package vn.bamcoso.demo.loading;

import java.time.Clock;
import java.time.LocalDate;
import java.time.LocalTime;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;
import org.springframework.boot.autoconfigure.condition.ConditionalOnProperty;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionTemplate;
import vn.bamcoso.basics.Preparation;
import vn.bamcoso.basics.VietnamTime;
import vn.bamcoso.calendar.WorkingDays;
import vn.bamcoso.notices.reminding.ReminderRun;

/**
 * The program acts at five in the morning, and a demonstration that was made at noon would show none of it before tomorrow. So the nights
 * of the last days are run when it is made, each as of its own morning: what is still open today was open then, and
 * is told as it would have been.
 */
@Component
@ConditionalOnProperty(name = "bamcoso.demo", havingValue = "true")
class NightsBefore implements Preparation {
    /** As many working days ago as lie between a first word and the last one to the leadership. */
    private static final List<Integer> NIGHTS = List.of(7, 4, 1);
    private static final LocalTime BEFORE_WORK = LocalTime.of(5, 0);

    private final Stages stages;
    private final ReminderRun reminders;
    private final Clock clock;

    NightsBefore(JdbcClient jdbc, TransactionTemplate transaction, ReminderRun reminders, Clock clock) {
        this.stages = new Stages(jdbc, transaction);
        this.reminders = reminders;
        this.clock = clock;
    }

    @Override
    public int order() {
        return 930;
    }

    @Override
    public void prepare(Consumer<String> progress) {
        if (!stages.done("nights") && stages.done("tasks")) {
            progress.accept("Nhắc việc của các ngày trước / reminders of the days before");
            stages.once("nights", () -> mornings(VietnamTime.today(clock)).stream().mapToLong(day -> reminders.run(day.atTime(BEFORE_WORK).atZone(VietnamTime.ZONE).toInstant()).told()).sum());
        }
    }

    /** Working days before today, the earliest first. */
    private static List<LocalDate> mornings(LocalDate today) {
        List<LocalDate> open = new ArrayList<>();
        for (LocalDate day = today.minusDays(1); open.size() < NIGHTS.getFirst(); day = day.minusDays(1)) {
            if (WorkingDays.vietnam().isOpen(day)) {
                open.add(day);
            }
        }
        return NIGHTS.stream().map(n -> open.get(n - 1)).toList();
    }
}

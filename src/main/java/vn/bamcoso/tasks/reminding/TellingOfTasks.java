package vn.bamcoso.tasks.reminding;

import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.TransactionDefinition;
import org.springframework.transaction.event.TransactionalEventListener;
import org.springframework.transaction.support.TransactionTemplate;
import vn.bamcoso.notices.Notice;
import vn.bamcoso.notices.Notices;
import vn.bamcoso.tasks.TasksIssued;

/** A task that was issued is told to the responsible post of each share, which confirms to have taken note. */
@Component
class TellingOfTasks {
    private record Given(long share, int officeId, String role, String title, LocalDate due) {}

    private final JdbcClient jdbc;
    private final Notices notices;
    private final TransactionTemplate anew;
    private final Clock clock;

    TellingOfTasks(JdbcClient jdbc, Notices notices, PlatformTransactionManager transactions, Clock clock) {
        this.jdbc = jdbc;
        this.notices = notices;
        this.anew = new TransactionTemplate(transactions);
        anew.setPropagationBehavior(TransactionDefinition.PROPAGATION_REQUIRES_NEW);
        this.clock = clock;
    }

    @TransactionalEventListener
    void issued(TasksIssued tasks) {
        anew.executeWithoutResult(running -> notices.tell(jdbc.sql("""
                        -- Who is responsible for the shares that have just been given? Of a task with turns the first one is told.
                        select distinct on (s.office_id, s.role, s.body_id) s.id as share, s.office_id, s.role, t.title, s.due
                        from tasks.share s join tasks.task t on t.id = s.task_id where s.id = any (:ids) order by s.office_id, s.role, s.body_id, s.due""")
                .param("ids", tasks.shares().toArray(Long[]::new)).query(Given.class).list().stream()
                .map(given -> new Notice(Notice.Recipient.post(given.officeId(), given.role()), Notice.Kind.NEWS, "tasks.reminding.issued", List.of(given.title(), given.due()), "/tasks/shares/" + given.share(), true,
                        "tasks.issued:" + given.share()))
                .toList(), clock.instant()));
    }
}

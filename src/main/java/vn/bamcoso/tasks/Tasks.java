package vn.bamcoso.tasks;

import java.util.List;
import java.util.Optional;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;
import vn.bamcoso.basics.Problem;

/** Finds tasks that who acts may see: the own ones, those below, and those in which the own area has a share. */
@Component
public class Tasks {
    private static final String FIELDS = "select t.* from tasks.task t ";

    private final JdbcClient jdbc;

    Tasks(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** @throws Problem not found, also when out of scope */
    @Transactional(readOnly = true)
    public Task get(int id) {
        return find(id).orElseThrow(Problem::notFound);
    }

    @Transactional(readOnly = true)
    public Optional<Task> find(int id) {
        return jdbc.sql(FIELDS + "where t.id = :id").param("id", id).query(Task::read).optional();
    }

    /** Held until the transaction ends. */
    @Transactional(propagation = Propagation.MANDATORY)
    public Task take(int id, int seen) {
        Task task = jdbc.sql(FIELDS + "where t.id = :id for update").param("id", id).query(Task::read).optional().orElseThrow(() -> {
            get(id);
            return Problem.forbidden("tasks.problem.not-your-act");
        });
        if (task.version() != seen) {
            throw Problem.conflict("tasks.problem.changed-meanwhile");
        }
        return task;
    }

    /** Of a directive, in its order. */
    @Transactional(readOnly = true)
    public List<Task> of(int directive) {
        return jdbc.sql(FIELDS + "where t.directive_id = :id order by t.number nulls last, t.id").param("id", directive).query(Task::read).list();
    }

    /** Those into which an office cut its share. */
    @Transactional(readOnly = true)
    public List<Task> cutFrom(long share) {
        return jdbc.sql(FIELDS + "where t.share_id = :id order by t.id").param("id", share).query(Task::read).list();
    }
}

package vn.bamcoso.demo.loading;

import java.util.Set;
import java.util.function.LongSupplier;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.support.TransactionTemplate;

/** The parts of the demonstration nation: each is loaded in one transaction with its mark, or not at all, so that a start that was cut short goes on where it was. */
final class Stages {
    private final JdbcClient jdbc;
    private final TransactionTemplate transaction;

    Stages(JdbcClient jdbc, TransactionTemplate transaction) {
        this.jdbc = jdbc;
        this.transaction = transaction;
    }

    boolean done(String name) {
        return transaction.execute(running -> marked(name));
    }

    /** Names of all that is loaded. */
    Set<String> done() {
        return transaction.execute(running -> Set.copyOf(jdbc.sql("select name from demo.stage").query(String.class).list()));
    }

    /** @param work joins the transaction and returns how many rows it brought */
    void once(String name, LongSupplier work) {
        transaction.executeWithoutResult(running -> {
            if (!marked(name)) {
                jdbc.sql("insert into demo.stage (name, rows) values (:name, :rows)").param("rows", work.getAsLong()).param("name", name).update();
            }
        });
    }

    long rows() {
        return transaction.execute(running -> jdbc.sql("select coalesce(sum(rows), 0) from demo.stage").query(Long.class).single());
    }

    private boolean marked(String name) {
        return jdbc.sql("select exists (select from demo.stage where name = :name)").param("name", name).query(Boolean.class).single();
    }
}

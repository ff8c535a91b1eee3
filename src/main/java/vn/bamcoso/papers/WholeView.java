package vn.bamcoso.papers;

import java.util.function.Supplier;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;
import vn.bamcoso.access.CurrentUser;

/**
 * Reads the figures of a document with the program's own scope, within the running transaction: a document says the same
 * to all who may read it, and which figures it shows was decided by its outline, not by who opens the page. For that only;
 * what it returns is printed in the document.
 */
@Component
public class WholeView {
    private final JdbcClient jdbc;

    WholeView(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** @throws IllegalStateException outside a transaction */
    @Transactional(propagation = Propagation.MANDATORY)
    public <T> T seeing(Supplier<T> reading) {
        CurrentUser user = CurrentUser.require();
        if (user.id() == 0) {
            return reading.get();
        }
        enter(CurrentUser.SYSTEM);
        try {
            T read = CurrentUser.SYSTEM.call(reading::get);
            enter(user);
            return read;
        } catch (RuntimeException failed) {
            try {
                enter(user);
            } catch (RuntimeException aborted) {
                failed.addSuppressed(aborted);
            }
            throw failed;
        }
    }

    private void enter(CurrentUser user) {
        jdbc.sql("select access.enter(:user, :grant)").param("user", user.id()).param("grant", user.actingGrant()).query(row -> {});
    }
}

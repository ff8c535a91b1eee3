package vn.bamcoso.access;

import java.sql.Connection;
import java.sql.SQLException;
import javax.sql.DataSource;
import org.springframework.jdbc.support.JdbcTransactionManager;
import org.springframework.transaction.TransactionDefinition;
import org.springframework.transaction.support.DelegatingTransactionDefinition;

/**
 * Opens each transaction by telling the database who acts ({@code access.enter}), for this transaction only. A query
 * outside a transaction, or with nobody bound, sees no protected row: forgetting is safe.
 */
public final class ScopedTransactions extends JdbcTransactionManager {
    private static final long serialVersionUID = 1L;

    public ScopedTransactions(DataSource dataSource) {
        super(dataSource);
    }

    /**
     * An isolation level is set for the transaction, in the same round trip as the rest: left to the driver it would be asked
     * for, set for the session, and set back, each in a round trip of its own.
     */
    @Override
    protected void doBegin(Object transaction, TransactionDefinition definition) {
        super.doBegin(transaction, definition.getIsolationLevel() == TransactionDefinition.ISOLATION_REPEATABLE_READ ? new Snapshot(definition) : definition);
    }

    private static final class Snapshot extends DelegatingTransactionDefinition {
        private static final long serialVersionUID = 1L;

        Snapshot(TransactionDefinition definition) {
            super(definition);
        }

        @Override
        public int getIsolationLevel() {
            return ISOLATION_DEFAULT;
        }
    }

    @Override
    protected void prepareTransactionalConnection(Connection connection, TransactionDefinition definition)
            throws SQLException {
        super.prepareTransactionalConnection(connection, definition);
        String first = definition instanceof Snapshot ? "set transaction isolation level repeatable read; " : "";
        CurrentUser user = CurrentUser.get();
        if (user == null && first.isEmpty()) {
            return;
        }
        try (var enter = connection.prepareStatement(first + (user == null ? "" : "select access.enter(?, ?)"))) {
            if (user != null) {
                enter.setInt(1, user.id());
                enter.setInt(2, user.actingGrant());
            }
            enter.execute();
        }
    }
}

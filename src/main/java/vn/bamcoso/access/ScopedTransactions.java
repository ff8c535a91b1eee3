package vn.bamcoso.access;

import java.sql.Connection;
import java.sql.SQLException;
import javax.sql.DataSource;
import org.springframework.jdbc.support.JdbcTransactionManager;
import org.springframework.transaction.TransactionDefinition;

/**
 * Opens each transaction by telling the database who acts ({@code access.enter}), for this transaction only. A query
 * outside a transaction, or with nobody bound, sees no protected row: forgetting is safe.
 */
public final class ScopedTransactions extends JdbcTransactionManager {
    private static final long serialVersionUID = 1L;

    public ScopedTransactions(DataSource dataSource) {
        super(dataSource);
    }

    @Override
    protected void prepareTransactionalConnection(Connection connection, TransactionDefinition definition)
            throws SQLException {
        super.prepareTransactionalConnection(connection, definition);
        CurrentUser user = CurrentUser.get();
        if (user == null) {
            return;
        }
        try (var enter = connection.prepareStatement("select access.enter(?, ?)")) {
            enter.setInt(1, user.id());
            enter.setInt(2, user.actingGrant());
            enter.execute();
        }
    }
}

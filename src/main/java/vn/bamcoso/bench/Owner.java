package vn.bamcoso.bench;

import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.datasource.SingleConnectionDataSource;
import vn.bamcoso.store.Database;
import vn.bamcoso.store.StoreProblem;

/** The database as its owner sees it, past every row policy: for preparing, and for recounting what the program answers. */
final class Owner implements AutoCloseable {
    private final Connection connection;
    private final JdbcClient jdbc;

    Owner(Database database) {
        try {
            connection = DriverManager.getConnection(database.url(), database.owner(), database.ownerPassword());
        } catch (SQLException e) {
            throw new StoreProblem(e.getMessage());
        }
        jdbc = JdbcClient.create(new SingleConnectionDataSource(connection, true));
    }

    JdbcClient sql() {
        return jdbc;
    }

    Connection connection() {
        return connection;
    }

    long count(String question) {
        return jdbc.sql(question).query(Long.class).single();
    }

    String setting(String name) {
        return jdbc.sql("select current_setting(:name)").param("name", name).query(String.class).single();
    }

    @Override
    public void close() {
        try {
            connection.close();
        } catch (SQLException e) {
            throw new StoreProblem(e.getMessage());
        }
    }
}

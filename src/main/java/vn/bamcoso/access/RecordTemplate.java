package vn.bamcoso.access;

import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Proxy;
import java.sql.ResultSet;
import java.sql.ResultSetMetaData;
import java.sql.SQLException;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Stream;
import javax.sql.DataSource;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.core.PreparedStatementCreator;
import org.springframework.jdbc.core.PreparedStatementSetter;
import org.springframework.jdbc.core.RowMapper;
import org.springframework.jdbc.core.SimplePropertyRowMapper;
import org.springframework.stereotype.Component;

/**
 * Fills records from rows without asking for columns that are not there. Spring looks for each part of a record under the record's own
 * spelling ({@code placeId}) before the column's ({@code place_id}), in every row, and the driver answers a name that it does not know with an
 * exception: half a second for four thousand rows. Here the columns of a result are looked up once.
 */
@Component
class RecordTemplate extends JdbcTemplate {
    RecordTemplate(DataSource source) {
        super(source);
    }

    @Override
    public <T extends @Nullable Object> List<T> query(PreparedStatementCreator statement, RowMapper<T> mapper) {
        return super.query(statement, known(mapper));
    }

    @Override
    public <T extends @Nullable Object> Stream<T> queryForStream(PreparedStatementCreator statement, @Nullable PreparedStatementSetter setter, RowMapper<T> mapper) {
        return super.queryForStream(statement, setter, known(mapper));
    }

    private static <T extends @Nullable Object> RowMapper<T> known(RowMapper<T> mapper) {
        return mapper instanceof SimplePropertyRowMapper<T> ? new KnownColumns<>(mapper) : mapper;
    }

    /** Of one result. */
    private static final class KnownColumns<T extends @Nullable Object> implements RowMapper<T> {
        private final RowMapper<T> mapper;
        private @Nullable ResultSet known;

        private KnownColumns(RowMapper<T> mapper) {
            this.mapper = mapper;
        }

        @Override
        public T mapRow(ResultSet row, int number) throws SQLException {
            if (known == null) {
                known = known(row);
            }
            return mapper.mapRow(known, number);
        }

        private static ResultSet known(ResultSet rows) throws SQLException {
            ResultSetMetaData columns = rows.getMetaData();
            Map<String, Integer> index = new HashMap<>();
            for (int column = 1; column <= columns.getColumnCount(); column++) {
                index.putIfAbsent(plain(columns.getColumnLabel(column)), column);
            }
            Map<String, Integer> asked = new HashMap<>();
            return (ResultSet) Proxy.newProxyInstance(ResultSet.class.getClassLoader(), new Class<?>[] {ResultSet.class}, (proxy, method, arguments) -> {
                if (method.getName().equals("findColumn")) {
                    Integer column = asked.computeIfAbsent((String) arguments[0], name -> index.get(plain(name)));
                    if (column != null) {
                        return column;
                    }
                }
                try {
                    return method.invoke(rows, arguments);
                } catch (InvocationTargetException failed) {
                    throw failed.getCause();
                }
            });
        }

        private static String plain(String name) {
            return name.replace("_", "").toLowerCase(Locale.ROOT);
        }
    }
}

package vn.bamcoso.store;

import java.nio.charset.StandardCharsets;
import java.sql.SQLException;
import org.postgresql.PGConnection;
import org.postgresql.copy.CopyIn;
import org.springframework.jdbc.core.ConnectionCallback;
import org.springframework.jdbc.core.JdbcTemplate;

/** Rows on their way into a temporary table of this transaction, in PostgreSQL's text form. */
public final class Copying {
    private static final int CHUNK = 1 << 20;

    private final JdbcTemplate jdbc;
    private final String table;
    private final StringBuilder rows = new StringBuilder(CHUNK + 1_000);

    public Copying(JdbcTemplate jdbc, String table) {
        this.jdbc = jdbc;
        this.table = table;
    }

    /** @param cells null stands for nothing */
    public void row(Object... cells) {
        for (int i = 0; i < cells.length; i++) {
            rows.append(i == 0 ? "" : "\t").append(switch (cells[i]) {
                case null -> "\\N";
                case String text -> escaped(text);
                default -> cells[i];
            });
        }
        rows.append('\n');
        if (rows.length() >= CHUNK) {
            send();
        }
    }

    private static String escaped(String text) {
        return text.replace("\\", "\\\\").replace("\t", "\\t").replace("\n", "\\n").replace("\r", "\\r");
    }

    public void send() {
        byte[] bytes = rows.toString().getBytes(StandardCharsets.UTF_8);
        rows.setLength(0);
        jdbc.execute((ConnectionCallback<Void>) connection -> {
            CopyIn copy = connection.unwrap(PGConnection.class).getCopyAPI().copyIn("copy pg_temp." + table + " from stdin");
            try {
                copy.writeToCopy(bytes, 0, bytes.length);
                copy.endCopy();
            } catch (SQLException refused) {
                if (copy.isActive()) {
                    copy.cancelCopy();
                }
                throw refused;
            }
            return null;
        });
    }
}

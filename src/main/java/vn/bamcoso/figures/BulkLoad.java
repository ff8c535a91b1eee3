package vn.bamcoso.figures;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import java.util.function.IntFunction;
import org.jspecify.annotations.Nullable;
import org.postgresql.PGConnection;
import org.postgresql.copy.CopyManager;
import org.springframework.core.io.ClassPathResource;
import org.springframework.jdbc.core.ConnectionCallback;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import vn.bamcoso.calendar.Period;

/**
 * Records very many figures in one act. PostgreSQL refuses COPY into a table under a row policy; so they are copied into a
 * temporary table, checked there as a whole, and inserted in key order, which writes the index once and from left to right.
 */
@Component
class BulkLoad {
    /** From so many figures on this way is faster than one call with arrays. */
    static final int WORTHWHILE = 500;
    private static final int CHUNK = 1 << 20;

    private final JdbcTemplate jdbc;
    private final JdbcClient client;
    private final PeriodIds periodIds;
    private final Indicators indicators;
    private final String faults = sql("bulk-faults.sql");
    private final String origins = sql("bulk-origins.sql");
    private final String insert = sql("bulk-insert.sql");

    BulkLoad(JdbcTemplate jdbc, JdbcClient client, PeriodIds periodIds, Indicators indicators) {
        this.jdbc = jdbc;
        this.client = client;
        this.periodIds = periodIds;
        this.indicators = indicators;
    }

    int record(Origin origin, Iterable<NewFigure> figures, @Nullable Instant knownFrom, boolean undecidedOpen, IntFunction<String> where) {
        return record(List.of(new Lot(origin, figures, knownFrom)), undecidedOpen, where);
    }

    /** @return the id of the first lot's origin */
    int record(Iterable<Lot> lots, boolean undecidedOpen, IntFunction<String> where) {
        jdbc.execute("set local work_mem = '256MB'");
        jdbc.execute("""
                create temporary table incoming (
                    row_no int not null, lot int not null, period_id int not null, place_id int not null, indicator_id smallint not null, breakdown smallint not null,
                    value numeric) on commit drop;
                create temporary table incoming_lot (lot int not null, kind text not null, ref bigint, known timestamptz not null, note text, origin_id int) on commit drop
                """);
        var copied = new Copied();
        copied.all(lots);
        jdbc.execute("analyze incoming, incoming_lot");
        List<Refusal> refused = new ArrayList<>(copied.unknown);
        refused.addAll(client.sql(faults).param("undecided_open", undecidedOpen).param("limit", Refusal.LISTED)
                .query((row, n) -> Refusal.of(row)).list());
        if (!refused.isEmpty()) {
            throw Refusal.problem(refused, where);
        }
        jdbc.execute(origins);
        jdbc.execute("analyze incoming_lot");
        int originId = client.sql("select origin_id from incoming_lot where lot = 1").query(Integer.class).single();
        jdbc.execute(insert);
        jdbc.execute("drop table incoming, incoming_lot");
        return originId;
    }

    static String startOf(Period period) {
        return period.start() == null ? "-infinity" : period.start().toString();
    }

    private static String sql(String name) {
        try {
            return new ClassPathResource("vn/bamcoso/figures/" + name).getContentAsString(StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new IllegalStateException(e);
        }
    }

    /** One pass over the figures: chunks of text for COPY, and the periods met on the way. */
    private final class Copied {
        private final Map<String, @Nullable Indicator> byCode = new HashMap<>();
        private final Map<Period, String> periods = new HashMap<>();
        private final List<Refusal> unknown = new ArrayList<>();
        private final StringBuilder chunk = new StringBuilder(CHUNK + 200);
        private final StringBuilder heads = new StringBuilder();
        private final Instant now = Instant.now();
        private int row;
        private int lot;

        void all(Iterable<Lot> lots) {
            for (Lot each : lots) {
                lot++;
                Origin origin = each.origin();
                heads.append(lot).append('\t').append(text(origin.kind())).append('\t').append(origin.ref() == null ? "\\N" : origin.ref()).append('\t')
                        .append(each.knownFrom() == null ? now : each.knownFrom()).append('\t').append(text(origin.note())).append('\n');
                all(each.figures().iterator());
                if (heads.length() >= CHUNK) {
                    send("incoming_lot (lot, kind, ref, known, note)", heads);
                }
            }
            send("incoming_lot (lot, kind, ref, known, note)", heads);
            send("incoming", chunk);
        }

        private void all(Iterator<NewFigure> figures) {
            while (figures.hasNext()) {
                row++;
                NewFigure figure = figures.next();
                Indicator indicator = byCode.computeIfAbsent(figure.indicator(), code -> indicators.byCode(code).orElse(null));
                if (indicator == null) {
                    unknown.add(new Refusal(row, "unknown-indicator", figure.indicator(), null, null));
                    continue;
                }
                String period = periods.get(figure.period());
                if (period == null) {
                    period = add(figure.period());
                }
                chunk.append(row).append('\t').append(lot).append('\t').append(period).append('\t').append(figure.placeId()).append('\t').append(indicator.id())
                        .append('\t').append(figure.breakdown()).append('\t');
                if (figure.value() == null) {
                    chunk.append("\\N\n");
                } else {
                    chunk.append(figure.value().toPlainString()).append('\n');
                }
                if (chunk.length() >= CHUNK) {
                    send("incoming", chunk);
                }
            }
        }

        private String add(Period period) {
            int id = periodIds.forRecording(List.of(period)).get(period);
            client.sql("insert into figures.period (id, code, kind, starts_on, ends_on) values (?, ?, ?, ?::date, ?) on conflict do nothing")
                    .params(id, period.code(), period.kind().id(), startOf(period), period.end()).update();
            periods.put(period, String.valueOf(id));
            return String.valueOf(id);
        }

        private void send(String table, StringBuilder rows) {
            if (rows.isEmpty()) {
                return;
            }
            byte[] bytes = rows.toString().getBytes(StandardCharsets.UTF_8);
            rows.setLength(0);
            jdbc.execute((ConnectionCallback<Void>) connection -> {
                copy(connection, table, bytes);
                return null;
            });
        }
    }

    /** As COPY reads a text: its own signs escaped, nothing as nothing. */
    private static String text(@Nullable String text) {
        return text == null ? "\\N" : text.replace("\\", "\\\\").replace("\t", "\\t").replace("\n", "\\n").replace("\r", "\\r");
    }

    private static void copy(Connection connection, String table, byte[] bytes) throws SQLException {
        CopyManager copying = connection.unwrap(PGConnection.class).getCopyAPI();
        var into = copying.copyIn("copy pg_temp." + table + " from stdin");
        try {
            into.writeToCopy(bytes, 0, bytes.length);
            into.endCopy();
        } finally {
            if (into.isActive()) {
                into.cancelCopy();
            }
        }
    }
}

package vn.bamcoso.figures.recording;

import java.nio.charset.StandardCharsets;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.postgresql.PGConnection;
import org.springframework.jdbc.core.ConnectionCallback;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.core.simple.JdbcClient;
import vn.bamcoso.calendar.Period;
import vn.bamcoso.figures.Indicator;
import vn.bamcoso.figures.Indicators;
import vn.bamcoso.figures.Lot;
import vn.bamcoso.figures.NewFigure;
import vn.bamcoso.figures.Origin;

/** One pass over the figures of a bulk load: text for COPY in chunks, and the periods and unknown codes met on the way. */
final class Incoming {
    private static final int CHUNK = 1 << 20;

    private final JdbcTemplate jdbc;
    private final JdbcClient client;
    private final PeriodIds periodIds;
    private final Indicators indicators;
    private final Map<String, @Nullable Indicator> byCode = new HashMap<>();
    private final Map<Period, String> periods = new HashMap<>();
    private final List<Refusal> unknown = new ArrayList<>();
    private final StringBuilder rows = new StringBuilder(CHUNK + 200);
    private final StringBuilder heads = new StringBuilder();
    private final Instant now = Instant.now();
    private int row;
    private int lot;

    Incoming(JdbcTemplate jdbc, JdbcClient client, PeriodIds periodIds, Indicators indicators) {
        this.jdbc = jdbc;
        this.client = client;
        this.periodIds = periodIds;
        this.indicators = indicators;
        byCode.putAll(indicators.byCode());
    }

    List<Refusal> unknown() {
        return unknown;
    }

    void copy(Iterable<Lot> lots) {
        for (Lot each : lots) {
            lot++;
            Origin origin = each.origin();
            heads.append(lot).append('\t').append(text(origin.kind())).append('\t').append(origin.ref() == null ? "\\N" : origin.ref()).append('\t')
                    .append(each.knownFrom() == null ? now : each.knownFrom()).append('\t').append(text(origin.note())).append('\n');
            for (NewFigure figure : each.figures()) {
                add(figure);
            }
            if (heads.length() >= CHUNK) {
                send("incoming_lot (lot, kind, ref, known, note)", heads);
            }
        }
        send("incoming_lot (lot, kind, ref, known, note)", heads);
        send("incoming", rows);
    }

    private void add(NewFigure figure) {
        row++;
        Indicator indicator = byCode.get(figure.indicator());
        if (indicator == null) {
            unknown.add(new Refusal(row, "unknown-indicator", figure.indicator(), null, null));
            return;
        }
        if (!indicator.life().holds(figure.period().end())) {
            unknown.add(new Refusal(row, "not-in-force", indicator.nameVi(), null, figure.period().end()));
            return;
        }
        String period = periods.get(figure.period());
        if (period == null) {
            period = add(figure.period());
        }
        rows.append(row).append('\t').append(lot).append('\t').append(period).append('\t').append(figure.placeId()).append('\t').append(indicator.id())
                .append('\t').append(indicator.part() == null ? figure.breakdown() : indicator.part().id()).append('\t');
        if (figure.value() == null) {
            rows.append("\\N\n");
        } else {
            rows.append(figure.value().toPlainString()).append('\n');
        }
        if (rows.length() >= CHUNK) {
            send("incoming", rows);
        }
    }

    private String add(Period period) {
        int id = periodIds.forRecording(List.of(period)).get(period);
        client.sql("insert into figures.period (id, code, kind, starts_on, ends_on) values (?, ?, ?, ?::date, ?) on conflict do nothing")
                .params(id, period.code(), period.kind().id(), BulkLoad.startOf(period), period.end()).update();
        periods.put(period, String.valueOf(id));
        return String.valueOf(id);
    }

    private void send(String table, StringBuilder lines) {
        if (lines.isEmpty()) {
            return;
        }
        byte[] bytes = lines.toString().getBytes(StandardCharsets.UTF_8);
        lines.setLength(0);
        jdbc.execute((ConnectionCallback<Void>) connection -> {
            copy(connection, table, bytes);
            return null;
        });
    }

    /** As COPY reads a text: its own signs escaped, nothing as nothing. */
    private static String text(@Nullable String text) {
        return text == null ? "\\N" : text.replace("\\", "\\\\").replace("\t", "\\t").replace("\n", "\\n").replace("\r", "\\r");
    }

    private static void copy(Connection connection, String table, byte[] bytes) throws SQLException {
        var into = connection.unwrap(PGConnection.class).getCopyAPI().copyIn("copy pg_temp." + table + " from stdin");
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

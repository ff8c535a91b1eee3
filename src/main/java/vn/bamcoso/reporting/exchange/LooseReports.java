package vn.bamcoso.reporting.exchange;

import java.math.BigDecimal;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.IdentityHashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import tools.jackson.databind.json.JsonMapper;
import vn.bamcoso.access.CurrentUser;
import vn.bamcoso.basics.Sql;
import vn.bamcoso.reporting.Remarks;

/** The store of reports without a form: many are taken, compared and kept in as few questions as one. */
@Component
class LooseReports {
    private static final String TAKE = Sql.beside(LooseReports.class, "loose-take.sql");
    private static final String LAST = Sql.beside(LooseReports.class, "loose-last.sql");
    private static final String KEEP = Sql.beside(LooseReports.class, "loose-keep.sql");

    private final JdbcClient jdbc;
    private final JsonMapper json;
    private final Clock clock;

    LooseReports(JdbcClient jdbc, JsonMapper json, Clock clock) {
        this.jdbc = jdbc;
        this.json = json;
        this.clock = clock;
    }

    /** Puts each report upon what stands of it and keeps those that change, in the running transaction. No two may be of one place, period and field. */
    void keep(List<LooseReport> reports, int office) {
        takeStanding(reports);
        reports.forEach(LooseReport::grow);
        Map<LooseFigures.Act, Integer> acts = new IdentityHashMap<>();
        List<Map<String, Object>> changed = new ArrayList<>();
        for (int n = 0; n < reports.size(); n++) {
            LooseReport report = reports.get(n);
            if (report.changed()) {
                acts.putIfAbsent(report.act(), acts.size());
                changed.add(row(report, n, acts.get(report.act())));
            }
        }
        if (changed.isEmpty()) {
            return;
        }
        jdbc.sql(KEEP)
                .param("acts", json.writeValueAsString(acts.entrySet().stream().map(act -> asImport(act.getKey(), act.getValue())).toList()))
                .param("reports", json.writeValueAsString(changed))
                .param("office", office).param("user", CurrentUser.require().id()).param("now", Timestamp.from(Instant.now(clock)))
                .query(row -> {
                    reports.get(row.getInt("n")).kept(row.getLong("submission_id"), row.getLong("import_id"));
                });
    }

    /** First taken, then read: what somebody else has written meanwhile is seen. */
    private void takeStanding(List<LooseReport> reports) {
        Map<Long, LooseReport> standing = new HashMap<>();
        jdbc.sql(TAKE)
                .param("places", reports.stream().map(report -> report.place().id()).toArray(Integer[]::new))
                .param("periods", reports.stream().map(LooseReport::period).toArray(String[]::new))
                .param("fields", reports.stream().map(LooseReport::field).toArray(Short[]::new))
                .query(row -> {
                    standing.put(row.getLong("id"), reports.get(row.getInt("nth") - 1));
                });
        if (!standing.isEmpty()) {
            jdbc.sql(LAST).param("ids", standing.keySet().toArray(Long[]::new)).query(row -> {
                standing.get(row.getLong("submission_id")).standsAs(row.getLong("submission_id"), row.getInt("number"), cells(row), Remarks.read(row.getString("remarks")));
            });
        }
    }

    private static Map<String, BigDecimal> cells(ResultSet row) throws SQLException {
        var codes = (String[]) row.getArray("indicators").getArray();
        var values = (BigDecimal[]) row.getArray("cells").getArray();
        Map<String, BigDecimal> cells = new LinkedHashMap<>();
        for (int i = 0; i < codes.length; i++) {
            if (values[i] != null) {
                cells.put(codes[i], values[i]);
            }
        }
        return cells;
    }

    private static Map<String, Object> asImport(LooseFigures.Act act, int nth) {
        LooseFigures.Row first = act.rows().getFirst();
        return Map.of("act", nth, "total", act.rows().size(), "field", first.indicator().field(), "home", first.place().home(), "place", first.place().id());
    }

    private static Map<String, Object> row(LooseReport report, int nth, int act) {
        Map<String, Object> row = new HashMap<>();
        var period = report.rows().getFirst().period();
        row.put("n", nth);
        row.put("act", act);
        row.put("id", report.id());
        row.put("number", report.number());
        row.put("period", period.code());
        row.put("first_day", period.start() == null ? null : period.start().toString());
        row.put("last_day", period.end().toString());
        row.put("place", report.place().id());
        row.put("home", report.place().home());
        row.put("field", report.field());
        row.put("indicators", report.cells().keySet());
        row.put("cells", report.cells().values());
        row.put("remarks", report.remarks().isEmpty() ? null : report.remarks());
        row.put("reason", report.act().reason());
        return row;
    }
}

package vn.bamcoso.figures.recording;

import java.math.BigDecimal;
import java.sql.Array;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.ConnectionCallback;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.stereotype.Component;
import vn.bamcoso.calendar.Period;
import vn.bamcoso.figures.Indicator;
import vn.bamcoso.figures.Indicators;
import vn.bamcoso.figures.Lot;
import vn.bamcoso.figures.NewFigure;
import vn.bamcoso.figures.Origin;

/** The figures of one act, or of a few that came at the same time, handed to the database in one call as arrays. */
@Component
public class DirectLoad {
    private final JdbcTemplate jdbc;
    private final PeriodIds periodIds;
    private final Indicators indicators;

    DirectLoad(JdbcTemplate jdbc, PeriodIds periodIds, Indicators indicators) {
        this.jdbc = jdbc;
        this.periodIds = periodIds;
        this.indicators = indicators;
    }

    /** @param originId 0 when something was refused, and so nothing of the act was recorded */
    public record Outcome(int originId, List<Refusal> refused) {}

    /** A figure as the database takes it; {@code act} and {@code row} from 1. */
    private record Cell(int act, int row, Spot spot, @Nullable BigDecimal value) {}

    private record Spot(String code, short breakdown, int period, int place) {}

    /** @param acts all known from the same moment; @return what became of each, in their order */
    public List<Outcome> record(List<Lot> acts, boolean undecidedOpen) {
        Map<String, Indicator> catalogue = indicators.byCode();
        Set<Period> periods = new LinkedHashSet<>();
        acts.forEach(act -> act.figures().forEach(figure -> periods.add(figure.period())));
        Map<Period, Integer> ids = periodIds.forRecording(periods);
        Map<Integer, List<Refusal>> ended = new LinkedHashMap<>();
        Map<Spot, Integer> times = new HashMap<>();
        var cells = new ArrayList<Cell>();
        for (int act = 1; act <= acts.size(); act++) {
            int row = 0;
            for (NewFigure figure : acts.get(act - 1).figures()) {
                row++;
                Indicator indicator = catalogue.get(figure.indicator());
                if (indicator != null && !indicator.life().holds(figure.period().end())) {
                    ended.computeIfAbsent(act, first -> new ArrayList<>()).add(new Refusal(row, "not-in-force", indicator.nameVi(), null, figure.period().end()));
                }
                Indicator.Part part = indicator == null ? null : indicator.part();
                String code = part == null ? figure.indicator() : part.base();
                short breakdown = part == null ? figure.breakdown() : part.id();
                var spot = new Spot(code, breakdown, ids.get(figure.period()), figure.placeId());
                times.merge(spot, 1, Integer::sum);
                cells.add(new Cell(act, row, spot, figure.value()));
            }
        }
        cells.removeIf(cell -> ended.containsKey(cell.act));
        List<Integer> open = Stream.iterate(1, n -> n <= acts.size(), n -> n + 1).filter(n -> !ended.containsKey(n)).toList();
        var outcomes = new ArrayList<Outcome>();
        acts.forEach(act -> outcomes.add(new Outcome(0, ended.getOrDefault(outcomes.size() + 1, List.of()))));
        if (!open.isEmpty()) {
            jdbc.execute((ConnectionCallback<Void>) connection -> {
                call(connection, acts, open, ids, cells, times, undecidedOpen, outcomes);
                return null;
            });
        }
        return outcomes;
    }

    private static void call(Connection connection, List<Lot> acts, List<Integer> open, Map<Period, Integer> periods, List<Cell> cells, Map<Spot, Integer> times, boolean undecidedOpen, List<Outcome> outcomes) throws SQLException {
        List<Origin> origins = open.stream().map(n -> acts.get(n - 1).origin()).toList();
        Instant known = acts.getFirst().knownFrom();
        try (PreparedStatement call = connection.prepareStatement(
                "select r.act, r.origin_id, f.* from figures.record_each(?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?) r left join lateral unnest(r.refused) f on true order by r.act, f.row_no")) {
            call.setArray(1, array(connection, "text", origins.stream().map(Origin::kind)));
            call.setArray(2, array(connection, "int8", origins.stream().map(Origin::ref)));
            call.setArray(3, array(connection, "text", origins.stream().map(Origin::note)));
            call.setTimestamp(4, known == null ? null : Timestamp.from(known));
            call.setBoolean(5, undecidedOpen);
            call.setArray(6, array(connection, "int4", periods.values().stream()));
            call.setArray(7, array(connection, "text", periods.keySet().stream().map(Period::code)));
            call.setArray(8, array(connection, "int2", periods.keySet().stream().map(period -> period.kind().id())));
            call.setArray(9, array(connection, "date", periods.keySet().stream().map(BulkLoad::startOf)));
            call.setArray(10, array(connection, "date", periods.keySet().stream().map(period -> period.end().toString())));
            call.setArray(11, array(connection, "int4", cells.stream().map(cell -> open.indexOf(cell.act) + 1)));
            call.setArray(12, array(connection, "text", cells.stream().map(cell -> cell.spot.code)));
            call.setArray(13, array(connection, "int4", cells.stream().map(cell -> cell.spot.period)));
            call.setArray(14, array(connection, "int4", cells.stream().map(cell -> cell.spot.place)));
            call.setArray(15, array(connection, "int2", cells.stream().map(cell -> cell.spot.breakdown)));
            call.setArray(16, array(connection, "numeric", cells.stream().map(Cell::value)));
            call.setArray(17, array(connection, "bool", cells.stream().map(cell -> times.get(cell.spot) > 1)));
            read(call.executeQuery(), open, cells, outcomes);
        }
    }

    private static void read(ResultSet rows, List<Integer> open, List<Cell> cells, List<Outcome> outcomes) throws SQLException {
        while (rows.next()) {
            int act = open.get(rows.getInt("act") - 1);
            var refused = new ArrayList<>(outcomes.get(act - 1).refused());
            if (rows.getString("problem") != null) {
                Refusal refusal = Refusal.of(rows);
                refused.add(new Refusal(cells.get(refusal.row() - 1).row, refusal.problem(), refusal.indicator(), refusal.place(), refusal.day()));
            }
            outcomes.set(act - 1, new Outcome(rows.getInt("origin_id"), refused));
        }
    }

    private static Array array(Connection connection, String type, Stream<?> values) throws SQLException {
        return connection.createArrayOf(type, values.toArray());
    }
}

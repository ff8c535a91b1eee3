package vn.bamcoso.figures;

import java.math.BigDecimal;
import java.sql.Array;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.function.IntFunction;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.jdbc.core.ConnectionCallback;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;
import vn.bamcoso.basics.Problem;
import vn.bamcoso.calendar.Period;
import vn.bamcoso.figures.recording.BulkLoad;
import vn.bamcoso.figures.recording.PeriodIds;
import vn.bamcoso.figures.recording.Refusal;

/**
 * Where figures enter the house. An approval or an import records all its figures in one call, within its own transaction: a
 * value that changes goes to the history with the time until which it was known, the roll-up moves by the difference, and an
 * unchanged value stays as it was, with its first origin. The database keeps the three together; nobody can write only one.
 *
 * <p>One call a transaction: a second one could wait for a roll-up that waits for the first.
 */
@Component
public class Figures {
    private final JdbcTemplate jdbc;
    private final PeriodIds periodIds;
    private final BulkLoad bulkLoad;
    private final Indicators indicators;
    private final boolean undecidedOpen;

    Figures(JdbcTemplate jdbc, PeriodIds periodIds, BulkLoad bulkLoad, Indicators indicators,
            @Value("${bamcoso.undecided-open:${bamcoso.demo:false}}") boolean undecidedOpen) {
        this.jdbc = jdbc;
        this.periodIds = periodIds;
        this.bulkLoad = bulkLoad;
        this.indicators = indicators;
        this.undecidedOpen = undecidedOpen;
    }

    /**
     * Records up to some hundred figures in one round trip.
     *
     * @param knownFrom the moment from which they are known; null: now. Only the demonstration may look back
     * @return the id of the origin, as the provenance shows it
     * @throws Problem with one fault for each figure that is refused: unknown, measured or computed indicator, place that is
     *     unknown, out of scope, of another level or kind, or not alive on the period's last day, value out of bounds
     */
    @Transactional(propagation = Propagation.MANDATORY)
    public int record(Origin origin, List<NewFigure> figures, @Nullable Instant knownFrom) {
        return record(origin, figures, knownFrom, String::valueOf);
    }

    /** @param where how the user knows the n-th figure (from 1): its row and column, the name of its field */
    @Transactional(propagation = Propagation.MANDATORY)
    public int record(Origin origin, List<NewFigure> figures, @Nullable Instant knownFrom, IntFunction<String> where) {
        if (figures.size() > BulkLoad.WORTHWHILE) {
            return bulkLoad.record(origin, figures, knownFrom, undecidedOpen, where);
        }
        var recorded = jdbc.execute((ConnectionCallback<Recorded>) connection -> call(connection, origin, figures, knownFrom));
        if (!recorded.refused.isEmpty()) {
            throw Refusal.problem(recorded.refused, where);
        }
        return recorded.originId;
    }

    /**
     * The same for very many: copied into a temporary table, checked as a whole, inserted in key order. A million a call is a
     * good size; the figures are read once, so that they need not be in memory.
     */
    @Transactional(propagation = Propagation.MANDATORY)
    public int recordBulk(Origin origin, Iterable<NewFigure> figures, @Nullable Instant knownFrom) {
        return bulkLoad.record(origin, figures, knownFrom, undecidedOpen, String::valueOf);
    }

    @Transactional(propagation = Propagation.MANDATORY)
    public int recordBulk(Origin origin, Iterable<NewFigure> figures, @Nullable Instant knownFrom, IntFunction<String> where) {
        return bulkLoad.record(origin, figures, knownFrom, undecidedOpen, where);
    }

    /**
     * The same for many origins at once, in one act: each figure carries its own lot's origin and moment. A cell may come once.
     *
     * @return the id of the first lot's origin
     */
    @Transactional(propagation = Propagation.MANDATORY)
    public int recordLots(Iterable<Lot> lots, IntFunction<String> where) {
        return bulkLoad.record(lots, undecidedOpen, where);
    }

    private record Recorded(int originId, List<Refusal> refused) {}

    private Recorded call(Connection connection, Origin origin, List<NewFigure> figures, @Nullable Instant knownFrom) throws SQLException {
        var periods = List.copyOf(new LinkedHashSet<>(figures.stream().map(NewFigure::period).toList()));
        Map<Period, Integer> ids = periodIds.forRecording(periods);
        int n = figures.size();
        Map<String, Indicator> catalogue = indicators.byCode();
        var ended = new ArrayList<Refusal>();
        var codes = new String[n];
        var periodOf = new Integer[n];
        var places = new Integer[n];
        var breakdowns = new Short[n];
        var values = new BigDecimal[n];
        for (int i = 0; i < n; i++) {
            NewFigure figure = figures.get(i);
            Indicator indicator = catalogue.get(figure.indicator());
            Indicator.Part part = indicator == null ? null : indicator.part();
            if (indicator != null && !indicator.life().holds(figure.period().end())) {
                ended.add(new Refusal(i + 1, "not-in-force", indicator.nameVi(), null, figure.period().end()));
            }
            codes[i] = part == null ? figure.indicator() : part.base();
            periodOf[i] = ids.get(figure.period());
            places[i] = figure.placeId();
            breakdowns[i] = part == null ? figure.breakdown() : part.id();
            values[i] = figure.value();
        }
        if (!ended.isEmpty()) {
            return new Recorded(0, ended);
        }
        try (PreparedStatement call = connection.prepareStatement(
                "select r.origin_id, f.* from figures.record(?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?) r left join lateral unnest(r.refused) f on true")) {
            call.setString(1, origin.kind());
            call.setObject(2, origin.ref(), java.sql.Types.BIGINT);
            call.setString(3, origin.note());
            call.setTimestamp(4, knownFrom == null ? null : Timestamp.from(knownFrom));
            call.setBoolean(5, undecidedOpen);
            call.setArray(6, array(connection, "int4", periods.stream().map(ids::get).toArray()));
            call.setArray(7, array(connection, "text", periods.stream().map(Period::code).toArray()));
            call.setArray(8, array(connection, "int2", periods.stream().map(p -> p.kind().id()).toArray()));
            call.setArray(9, array(connection, "date", periods.stream().map(BulkLoad::startOf).toArray()));
            call.setArray(10, array(connection, "date", periods.stream().map(p -> p.end().toString()).toArray()));
            call.setArray(11, array(connection, "text", codes));
            call.setArray(12, array(connection, "int4", periodOf));
            call.setArray(13, array(connection, "int4", places));
            call.setArray(14, array(connection, "int2", breakdowns));
            call.setArray(15, array(connection, "numeric", values));
            return read(call.executeQuery());
        }
    }

    private static Recorded read(ResultSet rows) throws SQLException {
        int originId = 0;
        var refused = new ArrayList<Refusal>();
        while (rows.next()) {
            originId = rows.getInt(1);
            if (rows.getString("problem") != null) {
                refused.add(Refusal.of(rows));
            }
        }
        return new Recorded(originId, refused);
    }

    private static Array array(Connection connection, String type, Object[] values) throws SQLException {
        return connection.createArrayOf(type, values);
    }
}

package vn.bamcoso.figures.recording;

import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Savepoint;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.NavigableSet;
import java.util.function.IntConsumer;
import java.util.function.IntFunction;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.ConnectionCallback;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import vn.bamcoso.basics.Sql;
import vn.bamcoso.calendar.Period;
import vn.bamcoso.figures.Indicators;
import vn.bamcoso.figures.Lot;
import vn.bamcoso.figures.NewFigure;
import vn.bamcoso.figures.Origin;

/**
 * Records very many figures in one act. PostgreSQL refuses COPY into a table under a row policy; so they are copied into a
 * temporary table, checked there as a whole, and inserted in key order, which writes the index once and from left to right.
 */
@Component
public class BulkLoad {
    /** From so many figures on this way is faster than one call with arrays. */
    public static final int WORTHWHILE = 500;
    /** Parts of the whole in hundredths, after copying and after the check. */
    private static final int COPIED = 20;
    private static final int CHECKED = 30;

    private final JdbcTemplate jdbc;
    private final JdbcClient client;
    private final PeriodIds periodIds;
    private final Indicators indicators;
    private final String tables = Sql.beside(BulkLoad.class, "bulk-tables.sql");
    private final String spots = Sql.beside(BulkLoad.class, "bulk-spots.sql");
    private final String check = Sql.beside(BulkLoad.class, "bulk-check.sql");
    private final String faults = Sql.beside(BulkLoad.class, "bulk-faults.sql");
    private final String origins = Sql.beside(BulkLoad.class, "bulk-origins.sql");
    private final String known = Sql.beside(BulkLoad.class, "bulk-known.sql");
    private final String insert = Sql.beside(BulkLoad.class, "bulk-insert.sql");
    private final String upsert = Sql.beside(BulkLoad.class, "bulk-upsert.sql");

    BulkLoad(JdbcTemplate jdbc, JdbcClient client, PeriodIds periodIds, Indicators indicators) {
        this.jdbc = jdbc;
        this.client = client;
        this.periodIds = periodIds;
        this.indicators = indicators;
    }

    public int record(Origin origin, Iterable<NewFigure> figures, @Nullable Instant knownFrom, boolean undecidedOpen, IntFunction<String> where) {
        return record(List.of(new Lot(origin, figures, knownFrom)), undecidedOpen, where, percent -> {});
    }

    /**
     * @param percent told how much is done, now and then
     * @return the id of the first lot's origin
     */
    public int record(Iterable<Lot> lots, boolean undecidedOpen, IntFunction<String> where, IntConsumer percent) {
        jdbc.execute("set local work_mem = '256MB'");
        jdbc.execute(tables);
        var incoming = new Incoming(jdbc, client, periodIds, indicators);
        NavigableSet<Integer> slices = incoming.copy(lots);
        percent.accept(COPIED);
        jdbc.execute("analyze incoming, incoming_column, incoming_lot");
        jdbc.execute(spots);
        boolean suspect = client.sql(check).param("undecided_open", undecidedOpen).query(Boolean.class).single();
        if (suspect || !incoming.unknown().isEmpty()) {
            refuse(incoming.unknown(), undecidedOpen, where);
        }
        percent.accept(CHECKED);
        jdbc.execute(origins);
        jdbc.execute("analyze incoming_lot");
        int originId = client.sql("select origin_id from incoming_lot where lot = 1").query(Integer.class).single();
        boolean someKnown = client.sql(known).query(Boolean.class).single();
        if (someKnown || !written(insert, slices, percent)) {
            if (!written(upsert, slices, percent)) {
                refuse(List.of(), undecidedOpen, where);
                throw new IllegalStateException("figures that are neither new nor twice");
            }
        }
        jdbc.execute("drop table incoming, incoming_column, incoming_lot, spots, cells");
        return originId;
    }

    /** Names what is wrong; returns when nothing is, since groups are judged more strictly than single figures. */
    private void refuse(List<Refusal> unknown, boolean undecidedOpen, IntFunction<String> where) {
        List<Refusal> refused = new ArrayList<>(unknown);
        refused.addAll(client.sql(faults).param("undecided_open", undecidedOpen).param("limit", Refusal.LISTED)
                .query((row, n) -> Refusal.of(row)).list());
        if (!refused.isEmpty()) {
            throw Refusal.problem(refused, where);
        }
    }

    /** @return false, with nothing written, when a cell came twice or somebody else filled it meanwhile */
    private boolean written(String write, NavigableSet<Integer> slices, IntConsumer percent) {
        return Boolean.TRUE.equals(jdbc.execute((ConnectionCallback<Boolean>) connection -> written(connection, write, slices, percent)));
    }

    private static boolean written(Connection connection, String write, NavigableSet<Integer> slices, IntConsumer percent) throws SQLException {
        Savepoint before = connection.setSavepoint();
        int done = 0;
        try (var statement = connection.prepareStatement(write)) {
            for (int slice : slices) {
                statement.setInt(1, slice);
                statement.setInt(2, slice);
                statement.execute();
                percent.accept(CHECKED + (100 - CHECKED) * ++done / slices.size());
            }
            connection.releaseSavepoint(before);
            return true;
        } catch (SQLException e) {
            if (!"23505".equals(e.getSQLState()) && !"21000".equals(e.getSQLState())) {
                throw e;
            }
            connection.rollback(before);
            return false;
        }
    }

    public static String startOf(Period period) {
        return period.start() == null ? "-infinity" : period.start().toString();
    }
}

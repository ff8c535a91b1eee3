package vn.bamcoso.staffing.cell;

import java.time.Instant;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;
import vn.bamcoso.basics.Sql;

/** Which Party cell the police of each commune have on any day; only what is in the asker's scope is seen. */
@Component
public class PartyCells {
    static final short FIELD = 2;
    /** From so many official members on, a cell of its own is to be founded (Công văn 273-CV/BTCTW). */
    static final int LEAST = 3;

    /**
     * One commune on the day.
     *
     * @param unit kind of place; {@code province} its province of the day
     * @param kind own, joint, attached, none; null when nothing is known
     * @param official members who are regular police; {@code others} who are not
     */
    public record Line(int placeId, String key, String name, String unit, short home, int province, int officers, @Nullable String kind, @Nullable LocalDate since,
            int official, int probationary, int others, @Nullable String withWhom) {
        public boolean own() {
            return "own".equals(kind);
        }
    }

    /** Places of a province of the 63 with one kind of cell, and their members; {@code kind} unknown where nothing is known. */
    public record Tally(short home, String kind, int places, int police, int others) {}

    /** A commune of which the rule says something else than is; {@code official} by the officers' records, {@code total} how many such there are. */
    public record Proposed(Line line, int official, int total) {}

    /** One span of a commune's life in the Party. {@code to} null while it lasts. */
    public record State(String kind, LocalDate from, @Nullable LocalDate to, int official, int probationary, int others, @Nullable String withWhom, String reason,
            @Nullable String decision, @Nullable LocalDate decidedOn, @Nullable String recordedBy, Instant recordedAt) {}

    private final JdbcClient jdbc;
    private final String cells = Sql.beside(PartyCells.class, "cells.sql");
    private final String counts = Sql.beside(PartyCells.class, "cell-counts.sql");
    private final String rule = Sql.beside(PartyCells.class, "rule.sql");

    PartyCells(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** @param within id of a province or commune alive on the day; 0 for all */
    @Transactional(readOnly = true)
    public List<Line> on(LocalDate on, int within) {
        return jdbc.sql(cells).param("on", on).param("within", within).param("proposed", false).param("least", LEAST).param("most", Integer.MAX_VALUE).query(PartyCells::line).list();
    }

    /** The first of those of which the rule says something else; needs the officers' records. */
    @Transactional(readOnly = true)
    public List<Proposed> proposed(LocalDate on, int within, int most) {
        return jdbc.sql(cells).param("on", on).param("within", within).param("proposed", true).param("least", LEAST).param("most", most)
                .query((row, n) -> new Proposed(line(row, n), row.getInt(14), row.getInt(15))).list();
    }

    /** All communes, added up. */
    @Transactional(readOnly = true)
    public List<Tally> counts(LocalDate on) {
        return jdbc.sql(counts).param("on", on).query(Tally.class).list();
    }

    /** The states of one commune, the latest first. */
    @Transactional(readOnly = true)
    public List<State> of(int place) {
        return jdbc.sql("""
                        select c.kind, c.valid_from as "from", nullif(c.valid_to, 'infinity') as "to", c.official, c.probationary, c.others, c.with_whom, c.reason, c.decision, c.decided_on, u.name as recorded_by, c.recorded_at
                        from staffing.cell_state c left join identity.pub_user u on u.user_id = c.recorded_by
                        where c.place_id = :place and c.valid_from < c.valid_to order by c.valid_from desc""")
                .param("place", place)
                .query(State.class)
                .list();
    }

    /** Official members by place, as far as the officers' records are open to the asker. */
    @Transactional(readOnly = true)
    public Map<Integer, Integer> official(LocalDate on, int place) {
        Map<Integer, Integer> official = new HashMap<>();
        jdbc.sql(rule).param("on", on).param("place", place).query(row -> {
            official.put(row.getInt(1), row.getInt(2));
        });
        return official;
    }

    private static Line line(ResultSet row, int n) throws SQLException {
        return new Line(row.getInt(1), row.getString(2), row.getString(3), row.getString(4), row.getShort(5), row.getInt(6), row.getInt(7), row.getString(8), row.getObject(9, LocalDate.class),
                row.getInt(10), row.getInt(11), row.getInt(12), row.getString(13));
    }
}

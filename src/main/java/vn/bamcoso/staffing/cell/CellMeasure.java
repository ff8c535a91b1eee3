package vn.bamcoso.staffing.cell;

import java.math.BigDecimal;
import java.sql.Timestamp;
import java.sql.Types;
import java.time.Instant;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;
import vn.bamcoso.access.Once;
import vn.bamcoso.basics.Sql;
import vn.bamcoso.basics.Texts;
import vn.bamcoso.calendar.Period;
import vn.bamcoso.figures.Measure;

/**
 * In which cells the police of communes are on the last day of the period, 1 or 0 a commune of which anything is known, and how
 * many members own and joint cells have; as known at any moment.
 */
@Component
public class CellMeasure implements Measure {
    public static final String CODE = "party_cells";
    private static final List<String> CODES = List.of(CODE, "party_cells_joint", "party_cells_attached", "party_cell_police", "party_cell_others");

    /** What one day's row of {@code cell-sums.sql} says. @param values by code */
    private record Row(short home, boolean programme, int n, Map<String, Integer> values) {}

    private final JdbcClient jdbc;
    private final String sums = Sql.beside(CellMeasure.class, "cell-sums.sql");

    CellMeasure(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    @Override
    public Set<String> codes() {
        return Set.copyOf(CODES);
    }

    /** A state holds until the next one that was known; its end is never a fact of its own. */
    @Override
    @Transactional(readOnly = true)
    public List<Measured> of(String code, Period period, @Nullable Instant known, Short @Nullable [] homes) {
        return jdbc.sql("""
                        select distinct on (c.place_id) c.place_id,
                               case :code when 'party_cells' then (c.kind = 'own')::int when 'party_cells_joint' then (c.kind = 'joint')::int when 'party_cells_attached' then (c.kind = 'attached')::int
                                    when 'party_cell_police' then case when c.kind in ('own', 'joint') then c.official + c.probationary else 0 end else c.others end
                        from staffing.cell_state c
                        join territory.pub_place n on n.place_id = c.place_id and n.valid_from <= :on and :on < n.valid_to
                        where c.valid_from <= :on and (cast(:known as timestamptz) is null or c.recorded_at <= :known)
                        order by c.place_id, c.valid_from desc, c.id desc""")
                .param("code", code)
                .param("on", period.end())
                .param("known", known == null ? null : Timestamp.from(known), Types.TIMESTAMP)
                .query((row, n) -> new Measured(row.getInt(1), BigDecimal.valueOf(row.getInt(2))))
                .list();
    }

    /** Own cells are counted at communes and towns, the others wherever there are such. */
    @Override
    @Transactional(readOnly = true)
    public @Nullable List<Homes> byHome(String code, Period period, @Nullable Instant known) {
        if (known != null) {
            return null;
        }
        Map<Short, Homes> homes = new HashMap<>();
        rows(period.end()).stream().filter(row -> row.programme() || !code.equals(CODE)).forEach(row ->
                homes.merge(row.home(), new Homes(row.home(), BigDecimal.valueOf(row.values().get(code)), row.n()),
                        (one, other) -> new Homes(one.home(), one.sum().add(other.sum()), one.n() + other.n())));
        return List.copyOf(homes.values());
    }

    /** All indicators of a page ask about the same days: asked once. */
    private List<Row> rows(LocalDate day) {
        return Once.ask(List.of(CellMeasure.class, day), () -> jdbc.sql(sums).param("on", day).query((row, n) -> {
            Map<String, Integer> values = new HashMap<>();
            for (String code : CODES) {
                values.put(code, row.getInt(code));
            }
            return new Row(row.getShort("home"), row.getBoolean("programme"), row.getInt("n"), values);
        }).list());
    }

    @Override
    public List<Trace> trace(String code, Period period, int placeId, @Nullable Instant known, Locale locale) {
        return List.of(new Trace(Texts.of(locale).get("cell.title"), "/cells/" + placeId + "?on=" + period.end(), null, null));
    }
}

package vn.bamcoso.staffing.cell;

import java.math.BigDecimal;
import java.sql.Timestamp;
import java.sql.Types;
import java.time.Instant;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;
import vn.bamcoso.calendar.Period;
import vn.bamcoso.figures.Measure;

/**
 * Cells of its own on the last day of the period, 1 or 0 a commune of which anything is known, as known at any moment. While the
 * indicator's row says "entered" it is not answered from here; the page of the cells shows this value beside the reported one.
 */
@Component
public class CellMeasure implements Measure {
    public static final String CODE = "party_cells";
    private final JdbcClient jdbc;

    CellMeasure(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    @Override
    public Set<String> codes() {
        return Set.of(CODE);
    }

    /** A state holds until the next one that was known; its end is never a fact of its own. */
    @Override
    @Transactional(readOnly = true)
    public List<Measured> of(String code, Period period, @Nullable Instant known) {
        return jdbc.sql("""
                        select distinct on (c.place_id) c.place_id, (c.kind = 'own')::int
                        from staffing.cell_state c
                        join territory.pub_place n on n.place_id = c.place_id and n.valid_from <= :on and :on < n.valid_to
                        where c.valid_from <= :on and (cast(:known as timestamptz) is null or c.recorded_at <= :known)
                        order by c.place_id, c.valid_from desc, c.id desc""")
                .param("on", period.end())
                .param("known", known == null ? null : Timestamp.from(known), Types.TIMESTAMP)
                .query((row, n) -> new Measured(row.getInt(1), BigDecimal.valueOf(row.getInt(2))))
                .list();
    }
}

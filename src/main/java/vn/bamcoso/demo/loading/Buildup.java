package vn.bamcoso.demo.loading;

import org.springframework.jdbc.core.JdbcTemplate;
import vn.bamcoso.basics.Sql;
import vn.bamcoso.demo.nation.Cells;
import vn.bamcoso.demo.nation.Country;
import vn.bamcoso.demo.nation.Targets;
import vn.bamcoso.store.Copying;

/** Brings in how the force was built up: programmes of roll-out with their plans and gates, and the Party cells. Needs the postings. */
final class Buildup {
    private final JdbcTemplate jdbc;

    Buildup(JdbcTemplate jdbc) {
        this.jdbc = jdbc;
    }

    /** Joins the caller's transaction. @return how many rows */
    long load(Country country, Targets targets) {
        jdbc.execute("create temp table cell_span (place_id int, home smallint, valid_from date, valid_to date) on commit drop");
        var spans = new Copying(jdbc, "cell_span");
        new Cells(country, targets).spans().forEach(span -> spans.row(span.placeId(), span.home(), span.from(), span.to() == null ? "infinity" : span.to()));
        spans.send();
        long rows = 0;
        for (String statement : Sql.beside(Buildup.class, "buildup.sql").split(";\n")) {
            rows += statement.strip().startsWith("insert") ? jdbc.update(statement) : 0;
            if (!statement.strip().startsWith("insert")) {
                jdbc.execute(statement);
            }
        }
        return rows;
    }
}

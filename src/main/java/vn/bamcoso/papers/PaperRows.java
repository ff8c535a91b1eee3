package vn.bamcoso.papers;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.List;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import tools.jackson.databind.json.JsonMapper;
import vn.bamcoso.basics.Problem;

/** Reads documents with where they stand; what the user may not see is not found. */
@Component
class PaperRows {
    private static final String SELECT = """
            -- One document, or (id 0) those on their way, the longest waiting first.
            select p.*, s.step, s.n, s.taken_at
            from papers.paper p join papers.standing s on s.paper_id = p.id
            where p.id = :id or (:id = 0 and s.step <> 'ISSUED')
            order by s.taken_at limit 200""";

    private final JdbcClient jdbc;
    private final JsonMapper json;

    PaperRows(JdbcClient jdbc, JsonMapper json) {
        this.jdbc = jdbc;
        this.json = json;
    }

    /** @throws Problem not found, also when out of scope */
    Paper get(int id) {
        return jdbc.sql(SELECT).param("id", id).query(this::paper).optional().orElseThrow(Problem::notFound);
    }

    /** Documents on their way, in scope, the oldest step first; at most 200. */
    List<Paper> underWay() {
        return jdbc.sql(SELECT).param("id", 0).query(this::paper).list();
    }

    private Paper paper(ResultSet row, int n) throws SQLException {
        long ref = row.getLong("section_ref");
        return new Paper(
                row.getInt("id"),
                PaperKind.valueOf(row.getString("kind")),
                row.getInt("office_id"),
                row.getInt("drafting_id"),
                row.getString("drafting_mark"),
                row.getString("symbol"),
                json.readValue(row.getString("head"), Paper.Head.class),
                row.getString("subject"),
                lines(row, "addressees"),
                lines(row, "recipients"),
                row.getString("section"),
                row.wasNull() ? null : ref,
                row.getInt("opened_by"),
                row.getTimestamp("opened_at").toInstant(),
                row.getShort("field"),
                row.getShort("home"),
                row.getInt("place_id"),
                row.getInt("version"),
                Step.valueOf(row.getString("step")),
                row.getInt("n"));
    }

    private static List<String> lines(ResultSet row, String column) throws SQLException {
        return List.of((String[]) row.getArray(column).getArray());
    }
}

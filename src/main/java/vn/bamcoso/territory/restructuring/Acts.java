package vn.bamcoso.territory.restructuring;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.sql.Types;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import tools.jackson.core.type.TypeReference;
import tools.jackson.databind.json.JsonMapper;
import vn.bamcoso.access.CurrentUser;

/** The restructurings that were prepared, committed or withdrawn. A row is never deleted. */
@Component
class Acts {
    private static final JsonMapper JSON = JsonMapper.builder().build();
    private final JdbcClient jdbc;

    Acts(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** Newest effective day first. */
    List<ActView> all() {
        return jdbc.sql("select * from territory.act order by effective desc, id desc").query(Acts::read).list();
    }

    Optional<ActView> find(int id) {
        return jdbc.sql("select * from territory.act where id = :id").param("id", id).query(Acts::read).optional();
    }

    int add(ActHead head, List<Change> changes, CurrentUser by, Instant at) {
        return values(jdbc.sql("""
                        insert into territory.act (title, number, signed_on, body, effective, note, prepared_by, prepared_name, prepared_at, changes)
                        values (:title, :number, :signed, :body, :effective, :note, :by, :name, :at, cast(:changes as jsonb)) returning id"""), head, changes, by, at)
                .query(Integer.class)
                .single();
    }

    void change(int id, ActHead head, List<Change> changes, CurrentUser by, Instant at) {
        values(jdbc.sql("""
                        update territory.act set title = :title, number = :number, signed_on = :signed, body = :body, effective = :effective, note = :note,
                               prepared_by = :by, prepared_name = :name, prepared_at = :at, changes = cast(:changes as jsonb)
                        where id = :id"""), head, changes, by, at)
                .param("id", id)
                .update();
    }

    private static JdbcClient.StatementSpec values(JdbcClient.StatementSpec statement, ActHead head, List<Change> changes, CurrentUser by, Instant at) {
        return statement
                .param("title", head.title())
                .param("number", head.number(), Types.VARCHAR)
                .param("signed", head.signedOn(), Types.DATE)
                .param("body", head.body())
                .param("effective", head.effective())
                .param("note", head.note(), Types.VARCHAR)
                .param("by", by.id())
                .param("name", by.name())
                .param("at", Timestamp.from(at))
                .param("changes", JSON.writeValueAsString(changes));
    }

    void committed(int id, CurrentUser by, Instant at) {
        jdbc.sql("update territory.act set committed_by = :by, committed_name = :name, committed_at = :at where id = :id")
                .param("by", by.id()).param("name", by.name()).param("at", Timestamp.from(at)).param("id", id).update();
    }

    void withdrawn(int id, CurrentUser by, Instant at) {
        jdbc.sql("update territory.act set withdrawn_by = :by, withdrawn_name = :name, withdrawn_at = :at where id = :id")
                .param("by", by.id()).param("name", by.name()).param("at", Timestamp.from(at)).param("id", id).update();
    }

    /** Grows with every act that is committed or withdrawn: what was seen before may have changed when it has. */
    long version() {
        return jdbc.sql("select count(committed_at) + count(withdrawn_at) filter (where committed_at is not null) from territory.act").query(Long.class).single();
    }

    /** One at a time, until the transaction ends. */
    void alone() {
        jdbc.sql("select pg_advisory_xact_lock(hashtext('territory.act'))").query().listOfRows();
    }

    private static ActView read(ResultSet row, int number) throws SQLException {
        return new ActView(
                row.getInt("id"),
                new ActHead(row.getString("title"), row.getString("number"), row.getObject("signed_on", LocalDate.class), row.getString("body"), row.getObject("effective", LocalDate.class), row.getString("note")),
                row.getString("title_en"),
                row.getString("note_en"),
                row.getInt("prepared_by"),
                row.getString("prepared_name"),
                row.getTimestamp("prepared_at").toInstant(),
                row.getString("committed_name"),
                instant(row, "committed_at"),
                row.getString("withdrawn_name"),
                instant(row, "withdrawn_at"),
                JSON.readValue(row.getString("changes"), new TypeReference<List<Change>>() {}));
    }

    private static @Nullable Instant instant(ResultSet row, String column) throws SQLException {
        Timestamp at = row.getTimestamp(column);
        return at == null ? null : at.toInstant();
    }
}

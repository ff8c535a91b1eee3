package vn.bamcoso.reporting;

import java.math.BigDecimal;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;
import vn.bamcoso.basics.Problem;
import vn.bamcoso.calendar.Period;

/** The reports that the asking user may see. Out of scope is not there. */
@Component
public class Submissions {
    private static final String COLUMNS = """
            select id, form_id, form_version_id, period, office_id, place_id, home, field, kind, status, revision, approved_revision, due, late,
                   one_person, doubts, waits_at, drafted_by, drafted_at, submitted_by, submitted_at, approved_by, approved_at, reason, version
            from reporting.submission
            """;

    private final JdbcClient jdbc;
    private final Forms forms;

    Submissions(JdbcClient jdbc, Forms forms) {
        this.jdbc = jdbc;
        this.forms = forms;
    }

    @Transactional(readOnly = true)
    public Optional<Submission> find(long id) {
        return jdbc.sql(COLUMNS + "where id = :id").param("id", id).query(Submissions::row).optional();
    }

    /** @throws Problem not found when it is not there or out of scope */
    @Transactional(readOnly = true)
    public Submission require(long id) {
        return find(id).orElseThrow(Problem::notFound);
    }

    @Transactional(readOnly = true)
    public Optional<Submission> of(Form form, Period period, int placeId) {
        return jdbc.sql(COLUMNS + "where form_id = :form and period = :period and place_id = :place")
                .param("form", form.id())
                .param("period", period.code())
                .param("place", placeId)
                .query(Submissions::row)
                .optional();
    }

    /** Reports of one place, latest period first. */
    @Transactional(readOnly = true)
    public List<Submission> ofPlace(int placeId, int limit) {
        return jdbc.sql(COLUMNS + "where place_id = :place order by period_end desc, id desc limit :limit")
                .param("place", placeId)
                .param("limit", limit)
                .query(Submissions::row)
                .list();
    }

    /** The revisions that were sent, first to last. */
    @Transactional(readOnly = true)
    public List<Revision> revisions(Submission submission) {
        return jdbc.sql("""
                        select number, indicators, cells, remarks, reason, import_id, drafted_by, drafted_at, submitted_by, submitted_at,
                               signed_for, decision, decided_by, decided_at, decision_note
                        from reporting.revision where submission_id = :id order by number""")
                .param("id", submission.id())
                .query((row, n) -> revision(submission, row))
                .list();
    }

    /**
     * Takes the report for an act: nobody else can act on it until this transaction ends.
     *
     * @param seen the lock that the user saw; null when the act does not depend on it
     * @throws Problem not found when the user may not write there; conflict when somebody was faster
     */
    @Transactional(propagation = Propagation.MANDATORY)
    public Submission take(long id, @Nullable Integer seen) {
        Submission taken = jdbc.sql(COLUMNS + "where id = :id for update").param("id", id).query(Submissions::row).optional().orElseThrow(Problem::notFound);
        if (seen != null && taken.lock() != seen) {
            throw Problem.conflict("reporting.problem.conflict." + taken.status().code());
        }
        return taken;
    }

    private Revision revision(Submission submission, ResultSet row) throws SQLException {
        var codes = row.getArray("indicators");
        List<String> indicators = codes == null
                ? forms.version(submission.versionId()).asked().stream().map(Form.Line::indicator).toList()
                : Arrays.asList((String[]) codes.getArray());
        BigDecimal[] values = (BigDecimal[]) row.getArray("cells").getArray();
        Map<String, BigDecimal> cells = new LinkedHashMap<>();
        for (int i = 0; i < values.length; i++) {
            if (values[i] != null) {
                cells.put(indicators.get(i), values[i]);
            }
        }
        return new Revision(
                row.getShort("number"), indicators, cells, Remarks.read(row.getString("remarks")), row.getString("reason"), row.getObject("import_id", Long.class),
                row.getInt("drafted_by"), instant(row, "drafted_at"), row.getInt("submitted_by"), instant(row, "submitted_at"), row.getBoolean("signed_for"),
                row.getString("decision"), row.getObject("decided_by", Integer.class), instant(row, "decided_at"), row.getString("decision_note"));
    }

    private static Submission row(ResultSet row, int n) throws SQLException {
        return new Submission(
                row.getLong("id"), row.getObject("form_id", Short.class), row.getObject("form_version_id", Integer.class), Period.parse(row.getString("period")),
                row.getInt("office_id"), row.getInt("place_id"), row.getShort("home"), row.getShort("field"), row.getString("kind"),
                Status.of(row.getString("status")), row.getShort("revision"), row.getObject("approved_revision", Short.class),
                row.getObject("due", LocalDate.class), row.getBoolean("late"), row.getBoolean("one_person"), row.getInt("doubts"), row.getString("waits_at"),
                row.getInt("drafted_by"), instant(row, "drafted_at"), row.getObject("submitted_by", Integer.class), instant(row, "submitted_at"),
                row.getObject("approved_by", Integer.class), instant(row, "approved_at"), row.getString("reason"), row.getInt("version"));
    }

    private static @Nullable Instant instant(ResultSet row, String column) throws SQLException {
        Timestamp at = row.getTimestamp(column);
        return at == null ? null : at.toInstant();
    }
}

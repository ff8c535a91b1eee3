package vn.bamcoso.reporting.submission;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.sql.Types;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;
import vn.bamcoso.basics.Sql;
import vn.bamcoso.basics.Texts;
import vn.bamcoso.calendar.Period;
import vn.bamcoso.reporting.Status;

/** Lists of reports, as far as the asking user may see them. */
@Component
public class Listed {
    private final JdbcClient jdbc;
    private final Desk desk;
    private final String sql = Sql.beside(Listed.class, "listed-submissions.sql");

    Listed(JdbcClient jdbc, Desk desk) {
        this.jdbc = jdbc;
        this.desk = desk;
    }

    /** What is asked for; null: any. {@code status} may name several, parted by commas; {@code most} is how far to count, null to the end; {@code atMinistry}: that wait there, or elsewhere. */
    public record Question(
            @Nullable String form, @Nullable String period, @Nullable String status, @Nullable Integer within, @Nullable Boolean late, @Nullable Boolean onePerson, int limit, int offset, @Nullable Integer most,
            @Nullable Boolean atMinistry) {
        public Question(@Nullable String form, @Nullable String period, @Nullable String status, @Nullable Integer within, @Nullable Boolean late, @Nullable Boolean onePerson, int limit, int offset) {
            this(form, period, status, within, late, onePerson, limit, offset, null, null);
        }
    }

    /** @param form code; null for loose figures */
    public record Row(
            long id, @Nullable String form, @Nullable String formVi, @Nullable String formEn, Period period, int placeId, String placeKey, String place, String province, String office, Status status,
            int revision, @Nullable Integer approvedRevision, @Nullable LocalDate due, boolean late, boolean onePerson, int doubts, String kind,
            @Nullable Instant submittedAt, @Nullable Instant approvedAt, int lock) {
        public String formName(Texts texts) {
            return form == null ? texts.get("reporting.loose") : texts == Texts.en() ? formEn : formVi;
        }
    }

    public record Answer(int total, List<Row> rows) {}

    @Transactional(readOnly = true)
    public Answer ask(Question question) {
        int[] total = {0};
        List<Row> rows = new ArrayList<>();
        jdbc.sql(sql)
                .param("form", question.form(), Types.VARCHAR)
                .param("period", question.period(), Types.VARCHAR)
                .param("status", question.status(), Types.VARCHAR)
                .param("late", question.late(), Types.BOOLEAN)
                .param("one_person", question.onePerson(), Types.BOOLEAN)
                .param("within", question.within(), Types.INTEGER)
                .param("at_ministry", question.atMinistry(), Types.BOOLEAN)
                .param("places", places(), Types.ARRAY)
                .param("today", desk.today())
                .param("most", question.most(), Types.INTEGER)
                .param("limit", question.limit())
                .param("offset", question.offset())
                .query((row, n) -> {
                    total[0] = row.getInt("total");
                    return rows.add(row(row));
                })
                .list();
        return new Answer(total[0], rows);
    }

    /**
     * The places of who sees neither the nation nor a whole province; null for everybody else. A policy with three ways to see a row
     * gives the planner no index to go by: for a commune every report of the nation would be looked at.
     */
    private Integer @Nullable [] places() {
        return jdbc.sql("""
                        select distinct (p % 4294967296)::int from unnest(access.bigints('bamcoso.r_places')) p
                        where coalesce(cardinality(access.ints('bamcoso.r_nation')), 0) = 0 and coalesce(cardinality(access.ints('bamcoso.r_homes')), 0) = 0""")
                .query(Integer.class)
                .stream()
                .collect(Collectors.collectingAndThen(Collectors.toList(), few -> few.isEmpty() ? null : few.toArray(Integer[]::new)));
    }

    private static Row row(ResultSet row) throws SQLException {
        return new Row(
                row.getLong("id"), row.getString("form"), row.getString("name_vi"), row.getString("name_en"), Period.parse(row.getString("period")), row.getInt("place_id"),
                row.getString("place_key"), row.getString("place"), row.getString("province"), row.getString("office"), Status.of(row.getString("status")), row.getInt("revision"),
                row.getObject("approved_revision", Integer.class), row.getObject("due", LocalDate.class), row.getBoolean("late"), row.getBoolean("one_person"), row.getInt("doubts"),
                row.getString("kind"), instant(row, "submitted_at"), instant(row, "approved_at"), row.getInt("version"));
    }

    private static @Nullable Instant instant(ResultSet row, String column) throws SQLException {
        Timestamp at = row.getTimestamp(column);
        return at == null ? null : at.toInstant();
    }
}

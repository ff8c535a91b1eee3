package vn.bamcoso.audit.page;

import java.sql.Types;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;
import vn.bamcoso.basics.VietnamTime;

/** Reads the trail through the functions that answer the auditor alone: to anybody else they have no rows. */
@Component
public class TrailQueries {
    static final int PAGE = 100;

    /** @param number place in the sealed order; null while it waits for its seal */
    public record Line(long id, Instant at, int user, String address, String act, String subject, @Nullable Long number) {}

    public record Whole(
            long id, Instant at, int user, String address, String act, String subject, @Nullable Long number, @Nullable String link, @Nullable String before,
            @Nullable String after, @Nullable String erased) {}

    /** What is asked for; a null asks for all. {@code to} is the last day. */
    record Question(@Nullable LocalDate from, @Nullable LocalDate to, @Nullable Integer user, @Nullable String act, @Nullable String subject, @Nullable Long before) {}

    private final JdbcClient jdbc;

    TrailQueries(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** The newest first, one more than a page holds when there are more. */
    @Transactional(readOnly = true)
    public List<Line> lines(Question question) {
        return jdbc.sql("select * from audit.lines(:from, :to, :user, :act, :subject, :before, :most)")
                .param("from", start(question.from()), Types.TIMESTAMP_WITH_TIMEZONE)
                .param("to", question.to() == null ? null : start(question.to().plusDays(1)), Types.TIMESTAMP_WITH_TIMEZONE)
                .param("user", question.user(), Types.INTEGER)
                .param("act", question.act(), Types.VARCHAR)
                .param("subject", question.subject(), Types.VARCHAR)
                .param("before", question.before(), Types.BIGINT)
                .param("most", PAGE + 1)
                .query((row, n) -> new Line(
                        row.getLong("id"), row.getTimestamp("at").toInstant(), row.getInt("user_id"), row.getString("address"), row.getString("act"),
                        row.getString("subject"), row.getObject("number", Long.class)))
                .list();
    }

    @Transactional(readOnly = true)
    public Optional<Whole> line(long id) {
        return jdbc.sql("select l.*, encode(l.link, 'hex') as hex from audit.line(:id) l")
                .param("id", id)
                .query((row, n) -> new Whole(
                        row.getLong("id"), row.getTimestamp("at").toInstant(), row.getInt("user_id"), row.getString("address"), row.getString("act"),
                        row.getString("subject"), row.getObject("number", Long.class), row.getString("hex"), row.getString("before"), row.getString("after"),
                        row.getString("erased")))
                .optional();
    }

    /** The acts that occur. */
    @Transactional(readOnly = true)
    public List<String> acts() {
        return jdbc.sql("select act from audit.acts()").query(String.class).list();
    }

    private static java.time.@Nullable OffsetDateTime start(@Nullable LocalDate day) {
        return day == null ? null : day.atStartOfDay(VietnamTime.ZONE).toOffsetDateTime();
    }
}

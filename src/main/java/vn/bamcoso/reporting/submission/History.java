package vn.bamcoso.reporting.submission;

import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;
import vn.bamcoso.basics.Texts;
import vn.bamcoso.basics.VietnamTime;
import vn.bamcoso.calendar.DateWords;
import vn.bamcoso.reporting.Remarks;
import vn.bamcoso.reporting.Revision;
import vn.bamcoso.reporting.Submission;

/** The way of a report, for a reader: who did what when, with the remarks. */
@Component
public class History {
    private final JdbcClient jdbc;

    History(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /**
     * @param act its sentence in words
     * @param revision number of the revision it was about, null when none
     * @param overdue the day until which it would have been in time; null when it was
     * @param mandate the paper under which it was done, and for whom
     */
    public record Event(String when, String who, String act, @Nullable Short revision, @Nullable String note, @Nullable LocalDate overdue, @Nullable String mandate) {}

    private record Taken(Instant at, String who, String act, @Nullable Short revision, @Nullable String note, @Nullable LocalDate due, @Nullable String mandate) {
        @Nullable LocalDate overdue() {
            return due != null && VietnamTime.dayOf(at).isAfter(due) ? due : null;
        }
    }

    /** First to last. What was brought by an import has its way told from its revisions. */
    @Transactional(readOnly = true)
    public List<Event> of(Submission submission, List<Revision> revisions, Texts texts) {
        List<Taken> taken = new ArrayList<>(jdbc.sql("""
                        select s.at, coalesce(u.name, '') as who, s.act, s.revision, s.note, s.due, m.paper, g.name as giver
                        from reporting.step s left join identity.pub_user u on u.user_id = s.user_id
                        left join reporting.mandate m on m.id = s.mandate_id left join identity.pub_user g on g.user_id = m.giver_id where s.submission_id = :id order by s.at, s.id""")
                .param("id", submission.id())
                .query((row, n) -> new Taken(row.getTimestamp("at").toInstant(), row.getString("who"), row.getString("act"), row.getObject("revision", Short.class), row.getString("note"),
                        row.getObject("due", LocalDate.class), row.getString("paper") == null ? null : texts.get("reporting.mandate.under", row.getString("giver"), row.getString("paper"))))
                .list());
        for (Revision revision : revisions) {
            if (taken.stream().noneMatch(step -> Short.valueOf(revision.number()).equals(step.revision()) && step.act().equals("sent"))) {
                taken.add(new Taken(revision.submittedAt(), name(revision.submittedBy()), revision.importId() == null ? "sent" : "brought", revision.number(), revision.reason(), null, null));
            }
        }
        return taken.stream()
                .sorted(Comparator.comparing(Taken::at))
                .map(step -> new Event(DateWords.minute(step.at(), texts.locale()), step.who(),
                        texts.get(signedFor(step, revisions) ? "reporting.act.sent-for" : "reporting.act." + step.act()), step.revision(), step.note(), step.overdue(), step.mandate()))
                .toList();
    }

    /** What the chief or the superior wanted changed at single cells, while the report is open because of it. By indicator. */
    @Transactional(readOnly = true)
    public Map<String, String> wanted(Submission submission) {
        return submission.status().open()
                ? jdbc.sql("""
                                select cells::text from reporting.step where submission_id = :id and act in ('sent', 'returned', 'given_back', 'reopened') order by id desc limit 1""")
                        .param("id", submission.id())
                        .query((row, n) -> Remarks.read(row.getString(1)))
                        .optional()
                        .orElse(Map.of())
                : Map.of();
    }

    /** Who wants the report done otherwise, and how; only while it is open because of that. @param chief of the unit itself, not a superior */
    public record Said(boolean chief, String text) {}

    /** Empty when nobody has sent or given it back, or only with remarks at single cells. */
    @Transactional(readOnly = true)
    public Optional<Said> said(Submission submission) {
        return submission.status().open()
                ? jdbc.sql("select act, note from reporting.step where submission_id = :id and act in ('sent', 'returned', 'given_back', 'reopened', 'presented') order by id desc limit 1")
                        .param("id", submission.id())
                        .query((row, n) -> new Said(row.getString("act").equals("given_back"), Objects.requireNonNullElse(row.getString("note"), "")))
                        .optional()
                        .filter(said -> !said.text().isBlank())
                : Optional.empty();
    }

    /** A user's name; the program's own acts have none. */
    public String name(int userId) {
        return jdbc.sql("select name from identity.pub_user where user_id = :id").param("id", userId).query(String.class).optional().orElse("");
    }

    private static boolean signedFor(Taken step, List<Revision> revisions) {
        return step.act().equals("sent") && step.revision() != null && revisions.stream().anyMatch(one -> one.number() == step.revision() && one.signedFor());
    }
}

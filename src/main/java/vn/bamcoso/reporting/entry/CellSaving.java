package vn.bamcoso.reporting.entry;

import java.math.BigDecimal;
import java.sql.Timestamp;
import java.sql.Types;
import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;
import vn.bamcoso.access.CurrentUser;
import vn.bamcoso.audit.Trail;
import vn.bamcoso.basics.Problem;
import vn.bamcoso.calendar.DateWords;
import vn.bamcoso.basics.Texts;
import vn.bamcoso.documents.numbers.NumberForm;
import vn.bamcoso.documents.numbers.Numerals;
import vn.bamcoso.figures.Indicator;
import vn.bamcoso.figures.Indicators;
import vn.bamcoso.reporting.Form;
import vn.bamcoso.reporting.Forms;
import vn.bamcoso.reporting.Submission;
import vn.bamcoso.reporting.Submissions;
import vn.bamcoso.reporting.submission.Desk;

/**
 * Keeps what a person writes into a draft, cell by cell or all at once. A cell that somebody else changed since it was shown
 * is not overwritten: the person is told what stands there now, by whom, and decides.
 */
@Component
public class CellSaving {
    private final JdbcClient jdbc;
    private final Submissions submissions;
    private final Forms forms;
    private final Indicators indicators;
    private final Desk desk;
    private final Trail trail;
    private final Clock clock;
    private final Edge edge;

    CellSaving(JdbcClient jdbc, Submissions submissions, Forms forms, Indicators indicators, Desk desk, Trail trail, Clock clock, Edge edge) {
        this.jdbc = jdbc;
        this.submissions = submissions;
        this.forms = forms;
        this.indicators = indicators;
        this.desk = desk;
        this.trail = trail;
        this.clock = clock;
        this.edge = edge;
    }

    /**
     * What a person left in one cell.
     *
     * @param value as written; null or blank empties the cell
     * @param seen number of the cell's last change that the person saw; 0: it was empty then
     */
    public record Written(String indicator, @Nullable String value, @Nullable String remark, int seen) {}

    private record Kept(@Nullable BigDecimal value, @Nullable String remark, int version, int changedBy, String changedByName, Instant changedAt) {}

    /**
     * Saves all of them or none. What is the same as what stands there is left alone, whoever wrote it.
     *
     * @return how many cells changed
     * @throws Problem with one fault for each cell that cannot be read or kept, its place being the indicator's code; conflict
     *     when somebody else changed one of them
     */
    @Transactional
    public int save(long submissionId, List<Written> cells, Texts texts) {
        Submission submission = submissions.take(submissionId, null);
        return save(submission, cells, texts);
    }

    @Transactional(propagation = Propagation.MANDATORY)
    public int save(Submission submission, List<Written> cells, Texts texts) {
        CurrentUser user = CurrentUser.require();
        desk.require(desk.mayDraft(user, submission));
        if (!submission.status().open()) {
            throw Problem.conflict("reporting.problem.conflict." + submission.status().code());
        }
        Form.Version version = forms.version(submission.versionId());
        List<Problem.Fault> faults = new ArrayList<>();
        List<Problem.Fault> conflicts = new ArrayList<>();
        Map<String, Object> before = new LinkedHashMap<>();
        Map<String, Object> after = new LinkedHashMap<>();
        for (Written cell : cells) {
            Form.Line line = version.line(cell.indicator()).filter(Form.Line::asked).orElseThrow(Problem::notFound);
            Indicator indicator = indicators.require(line.indicator());
            BigDecimal value;
            String remark = cell.remark() == null || cell.remark().isBlank() ? null : cell.remark().strip();
            try {
                value = Reading.cell(cell.value(), indicator, NumberForm.of(texts.locale()));
                edge.check(remark);
            } catch (Problem unreadable) {
                faults.add(new Problem.Fault(cell.indicator(), unreadable.code(), unreadable.args()));
                continue;
            }
            Optional<Kept> kept = kept(submission.id(), cell.indicator());
            if (same(kept, value, remark)) {
                continue;
            }
            if (!write(submission, cell.indicator(), value, remark, cell.seen())) {
                conflicts.add(conflict(cell.indicator(), kept(submission.id(), cell.indicator()).orElseThrow(), texts));
                continue;
            }
            kept.ifPresent(was -> before.put(cell.indicator(), content(was.value(), was.remark())));
            after.put(cell.indicator(), content(value, remark));
        }
        if (!faults.isEmpty()) {
            throw Problem.refused("reporting.problem.cells", faults, faults.size());
        }
        if (!conflicts.isEmpty()) {
            throw new Problem(Problem.Kind.CONFLICT, "reporting.problem.cell-conflict", conflicts);
        }
        if (!after.isEmpty()) {
            jdbc.sql("update reporting.submission set drafted_by = :user, drafted_at = :now where id = :id")
                    .param("user", user.id())
                    .param("now", Timestamp.from(Instant.now(clock)))
                    .param("id", submission.id())
                    .update();
            trail.write("reporting.submission.drafted", submission.subject(), before, after);
        }
        return after.size();
    }

    private boolean write(Submission submission, String indicator, @Nullable BigDecimal value, @Nullable String remark, int seen) {
        return jdbc.sql("""
                        insert into reporting.draft_cell as c (submission_id, indicator, field, home, place_id, value, remark, version, changed_by, changed_at)
                        values (:id, :indicator, :field, :home, :place, :value, :remark, 1, :user, :now)
                        on conflict (submission_id, indicator) do update
                        set value = excluded.value, remark = excluded.remark, version = c.version + 1, changed_by = excluded.changed_by, changed_at = excluded.changed_at
                        where c.version = :seen""")
                .param("id", submission.id())
                .param("indicator", indicator)
                .param("field", submission.field())
                .param("home", submission.home())
                .param("place", submission.placeId())
                .param("value", value, Types.NUMERIC)
                .param("remark", remark, Types.VARCHAR)
                .param("user", CurrentUser.require().id())
                .param("now", Timestamp.from(Instant.now(clock)))
                .param("seen", seen)
                .update() == 1;
    }

    private Optional<Kept> kept(long submissionId, String indicator) {
        return jdbc.sql("""
                        select c.value, c.remark, c.version, c.changed_by, coalesce(u.name, '') as name, c.changed_at
                        from reporting.draft_cell c left join identity.pub_user u on u.user_id = c.changed_by where c.submission_id = :id and c.indicator = :indicator""")
                .param("id", submissionId)
                .param("indicator", indicator)
                .query((row, n) -> new Kept(
                        row.getBigDecimal("value"), row.getString("remark"), row.getInt("version"), row.getInt("changed_by"), row.getString("name"),
                        row.getTimestamp("changed_at").toInstant()))
                .optional();
    }

    private static boolean same(Optional<Kept> kept, @Nullable BigDecimal value, @Nullable String remark) {
        BigDecimal was = kept.map(Kept::value).orElse(null);
        boolean sameValue = was == null ? value == null : value != null && was.compareTo(value) == 0;
        return sameValue && Objects.equals(kept.map(Kept::remark).orElse(null), remark);
    }

    private static Problem.Fault conflict(String indicator, Kept kept, Texts texts) {
        String stands = kept.value() == null ? "" : Numerals.write(kept.value().stripTrailingZeros(), texts.locale());
        return new Problem.Fault(indicator, stands.isEmpty() ? "reporting.fault.conflict-empty" : "reporting.fault.conflict",
                kept.changedByName(), DateWords.minute(kept.changedAt(), texts.locale()), stands);
    }

    private static Map<String, Object> content(@Nullable BigDecimal value, @Nullable String remark) {
        Map<String, Object> content = new LinkedHashMap<>();
        content.put("value", value);
        content.put("remark", remark);
        return content;
    }
}

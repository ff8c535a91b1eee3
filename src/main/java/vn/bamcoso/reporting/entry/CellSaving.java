package vn.bamcoso.reporting.entry;

import java.math.BigDecimal;
import java.sql.Timestamp;
import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.function.Function;
import java.util.stream.Collectors;
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
    static final int LONGEST_REMARK = 500;

    private final JdbcClient jdbc;
    private final Submissions submissions;
    private final Forms forms;
    private final Indicators indicators;
    private final Desk desk;
    private final Trail trail;
    private final Clock clock;
    private final Edge edge;
    private final Questions questions;

    CellSaving(JdbcClient jdbc, Submissions submissions, Forms forms, Indicators indicators, Desk desk, Trail trail, Clock clock, Edge edge, Questions questions) {
        this.jdbc = jdbc;
        this.submissions = submissions;
        this.forms = forms;
        this.indicators = indicators;
        this.desk = desk;
        this.trail = trail;
        this.clock = clock;
        this.edge = edge;
        this.questions = questions;
    }

    /**
     * What a person left in one cell.
     *
     * @param value as written; null or blank empties the cell
     * @param seen number of the cell's last change that the person saw; 0: it was empty then
     */
    public record Written(String indicator, @Nullable String value, @Nullable String remark, int seen) {}

    private record Kept(@Nullable BigDecimal value, @Nullable String remark, int version, int changedBy, String changedByName, Instant changedAt) {}

    /** What came of one cell: kept (or already so), not understood, or written differently by somebody else meanwhile. */
    public record Outcome(String indicator, boolean changed, Problem.@Nullable Fault fault, boolean conflict) {}

    private record Cell(String indicator, @Nullable BigDecimal value, @Nullable String remark) {}

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
        List<Outcome> outcomes = saveEach(submission, cells, texts);
        List<Problem.Fault> faults = outcomes.stream().filter(outcome -> outcome.fault() != null && !outcome.conflict()).map(Outcome::fault).toList();
        if (!faults.isEmpty()) {
            throw Problem.refused("reporting.problem.cells", faults, faults.size());
        }
        List<Problem.Fault> conflicts = outcomes.stream().filter(Outcome::conflict).map(Outcome::fault).toList();
        if (!conflicts.isEmpty()) {
            throw new Problem(Problem.Kind.CONFLICT, "reporting.problem.cell-conflict", conflicts);
        }
        return (int) outcomes.stream().filter(Outcome::changed).count();
    }

    /** Saves those that can be kept, and says of each other one why not: nobody's work waits for one cell. */
    @Transactional(propagation = Propagation.MANDATORY)
    public List<Outcome> saveEach(Submission submission, List<Written> cells, Texts texts) {
        CurrentUser user = CurrentUser.require();
        desk.require(desk.mayDraft(user, submission));
        if (!submission.status().open()) {
            throw Problem.conflict("reporting.problem.conflict." + submission.status().code());
        }
        Form.Version version = forms.version(submission.versionId());
        Map<String, Form.Line> asked = version.asked().stream().collect(Collectors.toMap(Form.Line::indicator, Function.identity()));
        Map<String, Indicator> catalogue = indicators.byCode();
        Map<String, Kept> kept = kept(submission.id());
        Map<String, Cell> changed = new LinkedHashMap<>();
        Map<String, Object> before = new LinkedHashMap<>();
        List<Outcome> outcomes = new ArrayList<>();
        for (Written written : cells) {
            Cell cell;
            try {
                cell = read(submission, version, asked.get(written.indicator()), catalogue, written, texts);
            } catch (Problem unreadable) {
                outcomes.add(new Outcome(written.indicator(), false, new Problem.Fault(written.indicator(), unreadable.code(), unreadable.args()), false));
                continue;
            }
            Kept stands = kept.get(written.indicator());
            if (same(stands, cell)) {
                outcomes.add(new Outcome(written.indicator(), false, null, false));
            } else if (stands != null && stands.version() != written.seen()) {
                outcomes.add(new Outcome(written.indicator(), false, conflict(written.indicator(), stands, texts), true));
            } else {
                changed.put(written.indicator(), cell);
                if (stands != null) {
                    before.put(written.indicator(), content(stands.value(), stands.remark()));
                }
                outcomes.add(new Outcome(written.indicator(), true, null, false));
            }
        }
        if (!changed.isEmpty()) {
            write(submission, changed.values(), user);
            Map<String, Object> after = new LinkedHashMap<>();
            changed.forEach((indicator, cell) -> after.put(indicator, content(cell.value(), cell.remark())));
            trail.write("reporting.submission.drafted", submission.subject(), before, after);
        }
        return outcomes;
    }

    private Cell read(Submission submission, Form.Version version, Form.@Nullable Line line, Map<String, Indicator> catalogue, Written written, Texts texts) {
        String remark = written.remark() == null || written.remark().isBlank() ? null : written.remark().strip();
        edge.check(remark);
        if (questions.of(version).stream().anyMatch(question -> question.key().equals(written.indicator()))) {
            return new Cell(written.indicator(), null, Questions.checked(remark));
        }
        if (remark != null && remark.length() > LONGEST_REMARK) {
            throw Problem.refused("reporting.problem.remark-long", LONGEST_REMARK);
        }
        if (line == null) {
            throw Problem.refused("reporting.fault.not-in-form");
        }
        Indicator indicator = Indicators.require(catalogue, line.indicator());
        if (indicator.measured(submission.period().end(), null)) {
            throw Problem.refused("reporting.fault.measured", indicator.name(texts.locale()));
        }
        return new Cell(written.indicator(), Reading.cell(written.value(), indicator, NumberForm.of(texts.locale())), remark);
    }

    /** In one statement; the report is held by this transaction, so nobody else writes a cell of it meanwhile. */
    private void write(Submission submission, Collection<Cell> cells, CurrentUser user) {
        Timestamp now = Timestamp.from(Instant.now(clock));
        jdbc.sql("""
                        insert into reporting.draft_cell as c (submission_id, indicator, field, home, place_id, value, remark, version, changed_by, changed_at)
                        select :id, n.indicator, :field, :home, :place, n.value, n.remark, 1, :user, :now
                        from unnest(:indicators, :values, :remarks) as n (indicator, value, remark)
                        on conflict (submission_id, indicator) do update
                        set value = excluded.value, remark = excluded.remark, version = c.version + 1, changed_by = excluded.changed_by, changed_at = excluded.changed_at""")
                .param("id", submission.id())
                .param("field", submission.field())
                .param("home", submission.home())
                .param("place", submission.placeId())
                .param("user", user.id())
                .param("now", now)
                .param("indicators", cells.stream().map(Cell::indicator).toArray(String[]::new))
                .param("values", cells.stream().map(Cell::value).toArray(BigDecimal[]::new))
                .param("remarks", cells.stream().map(Cell::remark).toArray(String[]::new))
                .update();
        jdbc.sql("update reporting.submission set drafted_by = :user, drafted_at = :now where id = :id").param("user", user.id()).param("now", now).param("id", submission.id()).update();
    }

    private Map<String, Kept> kept(long submissionId) {
        Map<String, Kept> kept = new HashMap<>();
        jdbc.sql("""
                        select c.indicator, c.value, c.remark, c.version, c.changed_by, coalesce(u.name, '') as name, c.changed_at
                        from reporting.draft_cell c left join identity.pub_user u on u.user_id = c.changed_by where c.submission_id = :id""")
                .param("id", submissionId)
                .query((row, n) -> kept.put(row.getString("indicator"), new Kept(
                        row.getBigDecimal("value"), row.getString("remark"), row.getInt("version"), row.getInt("changed_by"), row.getString("name"),
                        row.getTimestamp("changed_at").toInstant())))
                .list();
        return kept;
    }

    private static boolean same(@Nullable Kept kept, Cell cell) {
        BigDecimal was = kept == null ? null : kept.value();
        boolean sameValue = was == null ? cell.value() == null : cell.value() != null && was.compareTo(cell.value()) == 0;
        return sameValue && Objects.equals(kept == null ? null : kept.remark(), cell.remark());
    }

    private static Problem.Fault conflict(String indicator, Kept kept, Texts texts) {
        String stands = kept.value() != null ? Numerals.write(kept.value().stripTrailingZeros(), texts.locale()) : Questions.isKey(indicator) && kept.remark() != null ? "“" + kept.remark() + "”" : "";
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

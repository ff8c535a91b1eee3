package vn.bamcoso.reporting.offline;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;
import vn.bamcoso.access.CurrentUser;
import vn.bamcoso.basics.Problem;
import vn.bamcoso.basics.Texts;
import vn.bamcoso.reporting.Status;
import vn.bamcoso.reporting.Submission;
import vn.bamcoso.reporting.Submissions;
import vn.bamcoso.reporting.api.Once;
import vn.bamcoso.reporting.approval.Presenting;
import vn.bamcoso.reporting.entry.DueReports;
import vn.bamcoso.reporting.entry.Opening;
import vn.bamcoso.reporting.entry.Sheet;
import vn.bamcoso.reporting.entry.Sheets;
import vn.bamcoso.reporting.submission.Desk;

/** What somebody takes along before the line goes, and how a draft goes up when it is back. */
@Component
class Luggage {
    private static final int MOST = 20;

    private final DueReports due;
    private final Opening opening;
    private final Submissions submissions;
    private final Sheets sheets;
    private final Presenting presenting;
    private final Once once;
    private final Desk desk;

    Luggage(DueReports due, Opening opening, Submissions submissions, Sheets sheets, Presenting presenting, Once once, Desk desk) {
        this.due = due;
        this.opening = opening;
        this.submissions = submissions;
        this.sheets = sheets;
        this.presenting = presenting;
        this.once = once;
        this.desk = desk;
    }

    @JsonInclude(JsonInclude.Include.NON_NULL)
    record Row(String key, @Nullable String group, String label, String unit, String definition, @Nullable String last, @Nullable String lastYear, String value, String remark, int cell, boolean words, boolean required) {}

    record Rule(String left, String right, String relation, String at, boolean hard, String sentence) {}

    /** @param version of the form: when it is another one later, the draft says so */
    @JsonInclude(JsonInclude.Include.NON_NULL)
    record Draft(long id, int version, String form, String period, String place, @Nullable LocalDate due, @Nullable String lastName, @Nullable String lastYearName, List<Row> rows, List<Rule> rules) {}

    record State(String status, String sentence) {}

    @Transactional
    public List<Draft> pack(Texts texts) {
        List<Draft> drafts = new ArrayList<>();
        for (DueReports.Due one : due.of(CurrentUser.require())) {
            if (drafts.size() >= MOST || one.submission() != null && !one.submission().status().open()) {
                continue;
            }
            long id = one.submission() != null ? one.submission().id() : opening.open(one.form().code(), one.period(), one.place().id());
            drafts.add(draft(submissions.require(id), texts));
        }
        return drafts;
    }

    private Draft draft(Submission submission, Texts texts) {
        Sheet sheet = sheets.draft(submission, texts);
        List<Row> rows = new ArrayList<>();
        sheet.asked().forEach(row -> rows.add(new Row(row.indicator(), row.group(), row.label(), row.unit(), row.definition(), row.last(), row.lastYear(), row.written(), row.remark(), row.cell(), false, false)));
        sheet.answers().forEach(answer -> rows.add(new Row(answer.key(), null, answer.question(), "", "", null, null, "", answer.text(), answer.cell(), true, answer.required())));
        List<Rule> rules = sheet.version().checks().stream().map(check -> new Rule(check.part(), check.whole(), check.relation(), check.at(), check.hard(), check.sentence(texts))).toList();
        return new Draft(submission.id(), sheet.version().id(), sheet.form().name(texts), submission.period().label(texts.locale()), sheet.place().fullName(), submission.due(), sheet.lastName(), sheet.lastYearName(), rows, rules);
    }

    /**
     * Nothing is done twice: what was presented under this key before is answered with where it stands now.
     *
     * @param form version for which the draft was written
     * @throws Problem conflict when the form is another one meanwhile
     */
    @Transactional
    public State present(long id, String key, @Nullable Integer form, Texts texts) {
        once.run(key, "present:" + id, () -> {
            Submission submission = submissions.require(id);
            desk.require(desk.mayDraft(CurrentUser.require(), submission));
            if (form != null && !form.equals(submission.versionId())) {
                throw Problem.conflict("reporting.problem.form-changed");
            }
            presenting.present(id, submission.lock(), List.of(), texts);
        });
        Status status = submissions.require(id).status();
        return new State(status.code(), status.label(texts));
    }
}

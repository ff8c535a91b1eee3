package vn.bamcoso.tasks.plan;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;
import vn.bamcoso.access.CurrentUser;
import vn.bamcoso.basics.Problem;
import vn.bamcoso.basics.Texts;
import vn.bamcoso.calendar.DateWords;
import vn.bamcoso.tasks.Clear;
import vn.bamcoso.tasks.Desk;
import vn.bamcoso.tasks.DueRule;
import vn.bamcoso.tasks.Settings;
import vn.bamcoso.tasks.Task;
import vn.bamcoso.tasks.Tasks;
import vn.bamcoso.tasks.directive.Directive;
import vn.bamcoso.tasks.directive.Directives;
import vn.bamcoso.tasks.issuing.Drafting;
import vn.bamcoso.tasks.issuing.Issuing;
import vn.bamcoso.territory.Office;

/** A plan's table becomes tasks: each line is read, checked for its clears with row and reason, then drafted, all lines or none; the clear ones may be issued in the same act. */
@Component
public class Bringing {
    private final Directives directives;
    private final Drafting drafting;
    private final Issuing issuing;
    private final Tasks tasks;
    private final Settings settings;
    private final OfficeWords words;
    private final Desk desk;

    Bringing(Directives directives, Drafting drafting, Issuing issuing, Tasks tasks, Settings settings, OfficeWords words, Desk desk) {
        this.directives = directives;
        this.drafting = drafting;
        this.issuing = issuing;
        this.tasks = tasks;
        this.settings = settings;
        this.words = words;
        this.desk = desk;
    }

    /**
     * Reads the table without keeping anything.
     *
     * @param rows the first one is the head
     * @throws Problem refused when no column says what is to be done
     */
    @Transactional(readOnly = true)
    public List<Line> read(int directive, int officeId, List<List<String>> rows) {
        Directive of = directives.get(directive);
        Office issuer = desk.needIssuer(CurrentUser.require(), officeId);
        if (rows.isEmpty() || !Columns.head(rows.getFirst())) {
            throw Problem.refused("tasks.problem.plan.no-head");
        }
        Columns columns = Columns.of(rows.getFirst());
        Map<String, Integer> known = words.known(issuer);
        boolean six = settings.now().six();
        List<Line> lines = new ArrayList<>();
        for (int n = 1; n < rows.size(); n++) {
            List<String> row = rows.get(n);
            if (!columns.cell(row, "title").isEmpty()) {
                lines.add(line(n + 1, columns, row, of, issuer, known, six));
            }
        }
        return lines;
    }

    /**
     * Keeps the lines as drafts and issues the clear ones when asked.
     *
     * @return ids of the tasks, in the order of the lines
     * @throws Problem refused, one fault a line, when a line cannot be understood: nothing is kept
     */
    @Transactional
    public List<Integer> bring(List<Line> lines, boolean issue, Texts texts) {
        List<Problem.Fault> faults = lines.stream().flatMap(line -> line.faults().stream()).toList();
        if (!faults.isEmpty()) {
            throw Problem.refused("tasks.problem.plan.faults", faults, faults.size());
        }
        List<Integer> made = new ArrayList<>();
        for (Line line : lines) {
            int id = drafting.open(line.draft());
            if (issue && line.missing().isEmpty()) {
                issuing.issue(id, 0, texts);
            }
            made.add(id);
        }
        return made;
    }

    private Line line(int number, Columns columns, List<String> row, Directive of, Office issuer, Map<String, Integer> known, boolean six) {
        List<Problem.Fault> faults = new ArrayList<>();
        String where = String.valueOf(number);
        OfficeWords.Found leads = OfficeWords.find(columns.cell(row, "lead"), known);
        OfficeWords.Found helpers = OfficeWords.find(columns.cell(row, "cooperating"), known);
        leads.unknown().forEach(word -> faults.add(new Problem.Fault(where, "tasks.problem.plan.office", word)));
        helpers.unknown().forEach(word -> faults.add(new Problem.Fault(where, "tasks.problem.plan.office", word)));
        if (leads.offices().size() > 1) {
            faults.add(new Problem.Fault(where, "tasks.problem.plan.one-lead"));
        }
        LocalDate due = null;
        String said = columns.cell(row, "due");
        if (!said.isEmpty()) {
            try {
                due = DateWords.parse(said.replaceFirst("(?i)^(trước|đến|xong trước|trước ngày|đến ngày)\\s+", ""));
                if (due.isBefore(desk.today())) {
                    faults.add(new Problem.Fault(where, "tasks.problem.due-past", due));
                }
            } catch (Problem unreadable) {
                faults.add(new Problem.Fault(where, unreadable.code(), unreadable.args()));
            }
        }
        String digits = columns.cell(row, "number").replaceAll("\\D", "");
        Drafting.Draft draft = new Drafting.Draft(
                issuer.id(), of.id(), "", null, "key", digits.isEmpty() || digits.length() > 4 ? null : Integer.valueOf(digits), of.field(), columns.cell(row, "title"), columns.cell(row, "deliverable"),
                columns.cell(row, "authority").isEmpty() ? of.signer() : columns.cell(row, "authority"), leads.audience(), leads.offices(), List.of(), "head", DueRule.DAY, due, "", helpers.offices(), List.of(), null, null, null);
        return new Line(number, draft, columns.cell(row, "lead"), missing(draft, six), faults);
    }

    static List<Clear> missing(Drafting.Draft draft, boolean six) {
        Task task = new Task(
                0, draft.directiveId(), draft.article(), null, draft.kind(), draft.number(), draft.title(), draft.deliverable(), draft.authority(), draft.audience(), draft.offices(), draft.bodies(), draft.post(), draft.rule(), draft.due(),
                draft.dueNote(), null, null, null, "draft", null, false, draft.officeId(), draft.field(), (short) 0, 0, 0);
        return Clear.missing(task, six, false);
    }
}

package vn.bamcoso.reporting.approval;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import vn.bamcoso.basics.Problem;
import vn.bamcoso.basics.Texts;
import vn.bamcoso.reporting.entry.Edge;
import vn.bamcoso.reporting.entry.Sheet;

/** What must be in order before a report goes up. */
final class Readiness {
    private static final int LONGEST = 2000;

    private Readiness() {}

    /** @throws Problem with one fault for each cell that breaks a check, or is doubtful or empty without a remark */
    static void require(Sheet sheet) {
        List<Problem.Fault> faults = new ArrayList<>();
        for (Sheet.Row row : sheet.asked()) {
            row.errors().forEach(sentence -> faults.add(new Problem.Fault(row.label(), "reporting.fault.check", sentence)));
            if (row.empty() && row.remark().isBlank()) {
                faults.add(new Problem.Fault(row.label(), "reporting.fault.empty"));
            } else if (row.unexplained()) {
                row.doubts().forEach(sentence -> faults.add(new Problem.Fault(row.label(), "reporting.fault.unexplained", sentence)));
            }
        }
        sheet.answers().stream().filter(answer -> answer.required() && answer.text().isBlank()).forEach(answer -> faults.add(new Problem.Fault(answer.question(), "reporting.fault.words-empty")));
        if (!faults.isEmpty()) {
            throw Problem.refused("reporting.problem.not-ready", faults, faults.size());
        }
    }

    /**
     * @param cells remarks at single cells
     * @throws Problem when nothing is said, too much, or what may not be kept here
     */
    static String remark(@Nullable String remark, Map<String, String> cells, Edge edge) {
        if ((remark == null || remark.isBlank()) && cells.isEmpty()) {
            throw Problem.refused("reporting.problem.remark-needed");
        }
        String said = remark == null || remark.isBlank() ? Texts.vi().get("reporting.submission.see-cells", cells.size()) : remark.strip();
        for (String one : Stream.concat(Stream.of(said), cells.values().stream()).toList()) {
            if (one.length() > LONGEST) {
                throw Problem.refused("reporting.problem.remark-long", LONGEST);
            }
            edge.check(one);
        }
        return said;
    }
}

package vn.bamcoso.campaigns.opening;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.springframework.stereotype.Component;
import vn.bamcoso.basics.Problem;
import vn.bamcoso.documents.numbers.NumberForm;
import vn.bamcoso.documents.numbers.Numerals;
import vn.bamcoso.documents.spelling.Folding;
import vn.bamcoso.figures.Indicator;
import vn.bamcoso.figures.Indicators;

/**
 * The targets of a scheme as people write or paste them, one a line: words | target | unit | indicator that counts it | outcome |
 * who said so. Only the words are needed: a target may be set without a value, or counted by nothing.
 */
@Component
class GoalLines {
    private static final Map<String, String> OUTCOMES = Map.of(
            "", "", "dat", "met", "met", "met", "vuot", "exceeded", "exceeded", "exceeded", "dat va vuot", "met_or_exceeded", "met or exceeded", "met_or_exceeded", "khong dat", "not_met", "not met", "not_met");
    private final Indicators indicators;

    GoalLines(Indicators indicators) {
        this.indicators = indicators;
    }

    List<Opening.NewGoal> read(String text, NumberForm form, List<Problem.Fault> faults) {
        List<Opening.NewGoal> goals = new ArrayList<>();
        for (String line : text.lines().filter(one -> !one.isBlank()).toList()) {
            String[] cells = line.split(line.contains("\t") ? "\t" : "\\|", -1);
            String name = cell(cells, 0);
            String counted = cell(cells, 3);
            Indicator indicator = counted.isEmpty() ? null : find(counted);
            if (name.isEmpty() || !counted.isEmpty() && indicator == null) {
                faults.add(new Problem.Fault("goals", name.isEmpty() ? "campaigns.problem.goal-name" : "campaigns.problem.goal-indicator", line.strip(), counted));
            }
            String outcome = OUTCOMES.get(Folding.fold(cell(cells, 4)));
            if (outcome == null || !outcome.isEmpty() && cell(cells, 5).isEmpty()) {
                faults.add(new Problem.Fault("goals", "campaigns.problem.outcome", name));
            }
            BigDecimal target = null;
            try {
                target = cell(cells, 1).isEmpty() ? null : Numerals.parse(cell(cells, 1), form).value();
            } catch (Problem unreadable) {
                faults.add(new Problem.Fault("goals", unreadable.code(), unreadable.args().toArray()));
            }
            String unit = cell(cells, 2).isEmpty() && indicator != null ? indicator.unitVi() : cell(cells, 2);
            goals.add(new Opening.NewGoal(
                    name, name, indicator == null ? null : indicator.code(), unit, indicator == null ? unit : indicator.unitEn(), target, outcome == null || outcome.isEmpty() ? null : outcome,
                    cell(cells, 5).isEmpty() ? null : cell(cells, 5)));
        }
        return goals;
    }

    private Indicator find(String text) {
        String folded = Folding.fold(text);
        return indicators.byCode(text).orElseGet(() -> indicators.all().stream().filter(one -> Folding.fold(one.nameVi()).equals(folded) || Folding.fold(one.nameEn()).equals(folded)).findFirst().orElse(null));
    }

    private static String cell(String[] cells, int at) {
        return at < cells.length ? cells[at].strip() : "";
    }
}

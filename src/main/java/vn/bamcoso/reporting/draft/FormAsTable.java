package vn.bamcoso.reporting.draft;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Collectors;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import vn.bamcoso.figures.Indicator;
import vn.bamcoso.figures.Indicators;
import vn.bamcoso.reporting.Chain;
import vn.bamcoso.reporting.Form;
import vn.bamcoso.reporting.Forms;

/** A form in use, written back as the draft from which its next version is made. */
@Component
class FormAsTable {
    private final Forms forms;
    private final Indicators indicators;
    private final JdbcClient jdbc;

    FormAsTable(Forms forms, Indicators indicators, JdbcClient jdbc) {
        this.forms = forms;
        this.indicators = indicators;
        this.jdbc = jdbc;
    }

    Draft of(Form form) {
        Form.Version version = forms.versionsOf(form).getFirst();
        String field = jdbc.sql("select code from access.field where id = :id").param("id", form.field()).query(String.class).single();
        List<Chain.Step> steps = version.chain().steps();
        String deadline = steps.getFirst().deadline() == null ? "" : steps.getFirst().deadline().code();
        String approval = steps.stream().filter(step -> step.act().equals("approve") && step.deadline() != null).map(step -> step.deadline().code()).findFirst().orElse("");
        return new Draft(
                form.nameVi(), form.nameEn(), form.aboutVi(), form.aboutEn(), field, form.level(), version.rule().name().toLowerCase(Locale.ROOT),
                version.kinds().stream().map(kind -> kind.name().toLowerCase(Locale.ROOT)).toList(), deadline, approval, null, form.everywhere(), "", table(version));
    }

    private String table(Form.Version version) {
        Map<String, Integer> numbers = new LinkedHashMap<>();
        Map<String, List<String>> by = new LinkedHashMap<>();
        for (Form.Line line : version.lines()) {
            Indicator indicator = indicators.require(line.indicator());
            if (indicator.part() == null) {
                numbers.put(line.indicator(), numbers.size() + 1);
            } else {
                List<String> dimensions = by.computeIfAbsent(indicator.part().base(), base -> new ArrayList<>());
                if (!dimensions.contains(indicator.part().dimension())) {
                    dimensions.add(indicator.part().dimension());
                }
            }
        }
        StringBuilder table = new StringBuilder();
        String group = "";
        for (Form.Line line : version.lines()) {
            if (numbers.containsKey(line.indicator())) {
                String checks = version.checks().stream().filter(check -> check.part().equals(line.indicator())).map(check -> check(check, numbers)).filter(text -> !text.isEmpty()).collect(Collectors.joining("; "));
                table.append(String.join(" | ", line.groupVi().equals(group) ? "" : line.groupVi(), line.indicator(), "", "", String.join(", ", by.getOrDefault(line.indicator(), List.of())), checks, "",
                        line.asked() ? "" : "đã biết").stripTrailing()).append('\n');
                group = line.groupVi();
            }
        }
        return table.toString();
    }

    private static String check(Form.Check check, Map<String, Integer> numbers) {
        if (check.whole().contains(check.part() + Indicator.OF_PART)) {
            return (check.hard() ? "" : "? ") + "= phân tổ";
        }
        List<String> right = check.codes().stream().filter(code -> !code.equals(check.part())).toList();
        if (!numbers.keySet().containsAll(right) || check.whole().contains("-")) {
            return "";
        }
        String sentence = check.sentenceVi().contains(";") ? "" : ": " + check.sentenceVi();
        return (check.hard() ? "" : "? ") + (check.relation().equals("=") ? "= " : "≤ ") + right.stream().map(code -> "[" + numbers.get(code) + "]").collect(Collectors.joining(" + ")) + sentence;
    }
}

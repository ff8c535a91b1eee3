package vn.bamcoso.reporting.draft;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import vn.bamcoso.figures.Indicator;
import vn.bamcoso.figures.Indicators;
import vn.bamcoso.reporting.Chain;
import vn.bamcoso.reporting.Form;
import vn.bamcoso.reporting.Forms;
import vn.bamcoso.reporting.form.FormFile;

/** A form in use, written back as the draft from which its next version is made; nothing that it asks is lost on the way. */
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
        String approves = steps.stream().filter(step -> step.act().equals("approve")).map(Chain.Step::officeKind).findFirst().orElse("provincial");
        boolean commune = form.level().equals("commune");
        return new Draft(
                form.nameVi(), form.nameEn(), form.aboutVi(), form.aboutEn(), field, form.level(), version.rule().name().toLowerCase(Locale.ROOT),
                version.kinds().stream().map(kind -> kind.name().toLowerCase(Locale.ROOT)).toList(), commune ? approves : "provincial", deadline(steps, version.chain().first()), deadline(steps, "district"),
                deadline(steps, commune ? "provincial" : "ministry"), commune ? deadline(steps, "ministry") : "", null, form.everywhere(), "", table(version), WordQuestions.written(questions(version)));
    }

    /** What a version asks in words besides what every form asks. */
    List<FormFile.Question> questions(Form.Version version) {
        return jdbc.sql("select code, text_vi, text_en, required from reporting.form_question where form_version_id = :id order by position")
                .param("id", version.id())
                .query((row, n) -> new FormFile.Question(row.getString("code"), new FormFile.Words(row.getString("text_vi"), row.getString("text_en")), row.getBoolean("required")))
                .list();
    }

    private static String deadline(List<Chain.Step> steps, String office) {
        return steps.stream().filter(step -> step.officeKind().equals(office) && step.deadline() != null).map(step -> step.deadline().code()).findFirst().orElse("");
    }

    private String table(Form.Version version) {
        Map<String, List<String>> by = new LinkedHashMap<>();
        for (Form.Line line : version.lines()) {
            Indicator indicator = indicators.require(line.indicator());
            if (indicator.part() == null) {
                by.putIfAbsent(line.indicator(), new ArrayList<>());
            } else {
                List<String> dimensions = by.computeIfAbsent(indicator.part().base(), base -> new ArrayList<>());
                if (!dimensions.contains(indicator.part().dimension())) {
                    dimensions.add(indicator.part().dimension());
                }
            }
        }
        Map<String, String> names = names(by);
        Map<String, Map<String, String>> sums = sums(by);
        StringBuilder table = new StringBuilder();
        String group = "";
        for (Form.Line line : version.lines()) {
            if (by.containsKey(line.indicator())) {
                String checks = version.checks().stream().filter(check -> base(check.at()).equals(line.indicator())).flatMap(check -> check(check, line.indicator(), names, sums).stream()).collect(Collectors.joining("; "));
                table.append(String.join(" | ", line.groupVi().equals(group) ? "" : line.groupVi(), line.indicator(), "", "", String.join(", ", by.get(line.indicator())), checks, "",
                        line.asked() ? "" : "đã biết").stripTrailing()).append('\n');
                group = line.groupVi();
            }
        }
        return table.toString();
    }

    /** How checks call the lines and their parts: 3, 3.1. */
    private Map<String, String> names(Map<String, List<String>> by) {
        Map<String, String> names = new HashMap<>();
        int number = 0;
        for (var line : by.entrySet()) {
            names.put(line.getKey(), String.valueOf(++number));
            int part = 0;
            for (Indicator of : indicators.partsOf(line.getKey())) {
                if (line.getValue().contains(of.part().dimension())) {
                    names.put(of.code(), number + "." + ++part);
                }
            }
        }
        return names;
    }

    /** For each line, the sums of the parts of its dimensions. */
    private Map<String, Map<String, String>> sums(Map<String, List<String>> by) {
        Map<String, Map<String, String>> sums = new HashMap<>();
        by.forEach((code, dimensions) -> dimensions.forEach(dimension -> sums.computeIfAbsent(code, line -> new HashMap<>()).put(
                indicators.partsOf(code).stream().filter(of -> of.part().dimension().equals(dimension)).map(Indicator::code).collect(Collectors.joining(" + ")), dimension)));
        return sums;
    }

    private static Optional<String> check(Form.Check check, String line, Map<String, String> names, Map<String, Map<String, String>> sums) {
        Map<String, String> own = sums.getOrDefault(line, Map.of());
        boolean margin = check.whole().startsWith(line + Indicator.OF_PART) && !check.whole().contains("+") && check.part().startsWith(line + Indicator.OF_PART);
        if ((own.containsKey(check.part()) && check.whole().equals(line) || margin) && check.relation().equals("<=") && check.hard()) {
            return Optional.empty(); // of itself
        }
        String left = check.part().equals(line) ? "" : side(check.part(), names) + " ";
        String right = left.isEmpty() && own.containsKey(check.whole()) ? "phân tổ " + own.get(check.whole()) : side(check.whole(), names);
        String sentence = check.sentenceVi().matches(".*[;|\t\n].*") ? "" : ": " + check.sentenceVi();
        return Optional.of((check.hard() ? "" : "? ") + left + (check.relation().equals("=") ? "= " : "≤ ") + right + sentence);
    }

    private static String side(String codes, Map<String, String> names) {
        StringBuilder side = new StringBuilder();
        for (String term : codes.replace(" ", "").replace("-", "+-").split("\\+")) {
            if (!term.isEmpty()) {
                boolean minus = term.startsWith("-");
                side.append(minus ? (side.isEmpty() ? "-" : " - ") : side.isEmpty() ? "" : " + ").append('[').append(names.get(minus ? term.substring(1) : term)).append(']');
            }
        }
        return side.toString();
    }

    private static String base(String code) {
        int part = code.indexOf(Indicator.OF_PART);
        return part < 0 ? code : code.substring(0, part);
    }
}

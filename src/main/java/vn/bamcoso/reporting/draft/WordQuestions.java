package vn.bamcoso.reporting.draft;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import vn.bamcoso.basics.Problem.Fault;
import vn.bamcoso.documents.spelling.Folding;
import vn.bamcoso.reporting.form.FormFile;

/**
 * What a form asks in words, as people write it: a question a line, its English behind a bar, "bắt buộc" behind another where an
 * answer is required. A question that the version before asked in the same words keeps its code, and so its answers of all periods.
 * Difficulties and proposals are asked by every form and are not written here.
 */
final class WordQuestions {
    private static final Set<String> REQUIRED = Set.of("bat buoc", "required");
    private static final Set<String> TAKEN = Set.of("difficulties", "proposals");
    private static final int MOST = 20;
    private static final int LONGEST = 300;

    private WordQuestions() {}

    static String written(List<FormFile.Question> questions) {
        return questions.stream()
                .map(question -> question.text().vi() + (question.text().en().equals(question.text().vi()) ? "" : " | " + question.text().en()) + (Boolean.TRUE.equals(question.required()) ? " | bắt buộc" : ""))
                .collect(Collectors.joining("\n"));
    }

    /** @param before the questions of the version before; empty for a new form */
    static List<FormFile.Question> read(String text, List<FormFile.Question> before, List<Fault> faults) {
        Map<String, FormFile.Question> questions = new LinkedHashMap<>();
        for (String line : text.lines().map(String::strip).filter(one -> !one.isEmpty()).toList()) {
            List<String> cells = new ArrayList<>(List.of(line.split(line.contains("\t") ? "\t" : "\\|")).stream().map(String::strip).filter(cell -> !cell.isEmpty()).toList());
            boolean required = cells.size() > 1 && REQUIRED.contains(Folding.fold(cells.getLast()));
            if (required) {
                cells.removeLast();
            }
            if (cells.isEmpty() || cells.size() > 2 || cells.stream().anyMatch(cell -> cell.length() > LONGEST)) {
                faults.add(new Fault("questions", "reporting.draft.fault.question", line.substring(0, Math.min(60, line.length())), LONGEST));
                continue;
            }
            String vi = cells.getFirst();
            String code = before.stream().filter(one -> one.text().vi().equals(vi)).map(FormFile.Question::code).findFirst().orElseGet(() -> code(vi, before, questions));
            if (questions.putIfAbsent(code, new FormFile.Question(code, new FormFile.Words(vi, cells.size() > 1 ? cells.get(1) : vi), required)) != null) {
                faults.add(new Fault("questions", "reporting.draft.fault.question-twice", vi));
            }
        }
        if (questions.size() > MOST) {
            faults.add(new Fault("questions", "reporting.draft.fault.questions-many", MOST));
        }
        return List.copyOf(questions.values());
    }

    private static String code(String vi, List<FormFile.Question> before, Map<String, FormFile.Question> taken) {
        String folded = Folding.fold(vi).replaceAll("[^a-z0-9]+", "_").replaceAll("^[^a-z]+|_+$", "");
        String base = folded.isEmpty() ? "cau_hoi" : folded.substring(0, Math.min(40, folded.length()));
        String code = base;
        for (int n = 2; TAKEN.contains(code) || isTaken(code, vi, before, taken); n++) {
            code = base + "_" + n;
        }
        return code;
    }

    /** The same words twice in one form are the same question, which is said; other words never share a code. */
    private static boolean isTaken(String code, String vi, List<FormFile.Question> before, Map<String, FormFile.Question> taken) {
        return before.stream().anyMatch(one -> one.code().equals(code)) || taken.containsKey(code) && !taken.get(code).text().vi().equals(vi);
    }
}

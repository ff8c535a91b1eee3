package vn.bamcoso.reporting.draft;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import vn.bamcoso.basics.Problem.Fault;
import vn.bamcoso.basics.Texts;

/**
 * The checks of a form as people write them beside a line: {@code ≤ [1]}, {@code = [2] + [3]}, {@code = phân tổ} (the sum of its
 * own parts), a question mark before for a soft one, a sentence of one's own after a colon. [n] is the line with that number.
 * Parts of a line are never more than the line, whether anybody writes it or not.
 */
public final class Checks {
    private static final Pattern SHAPE = Pattern.compile("(\\??)\\s*(≤|<=|=)\\s*([^:]+?)\\s*(?::\\s*(.+))?");
    private static final Pattern TERM = Pattern.compile("\\s*([+-]?)\\s*\\[(\\d{1,3})]");

    private Checks() {}

    /** @param part left side in codes; {@code whole} the right one; sentences with {0}, {1} and {2} */
    public record Ready(int number, String part, String relation, String whole, boolean hard, String sentenceVi, String sentenceEn) {}

    static List<Ready> of(List<LineTable.Line> lines, List<Fault> faults) {
        List<Ready> checks = new ArrayList<>();
        for (LineTable.Line line : lines) {
            boolean sums = false;
            for (String text : line.checks().split(";")) {
                if (!text.isBlank()) {
                    Optional<Ready> read = read(line, text.strip(), lines);
                    read.ifPresentOrElse(checks::add, () -> faults.add(new Fault(String.valueOf(line.number()), "reporting.draft.fault.check", text.strip())));
                    sums |= read.filter(one -> one.whole().contains(line.code() + "__")).isPresent();
                }
            }
            if (!sums && line.asked() && !line.parts().isEmpty()) {
                dimensions(line).forEach(parts -> checks.add(ready(line.number(), parts, "<=", line.code(), true, "", "“" + line.name() + "”, các phần", "the parts of “" + line.name() + "”", "“" + line.name() + "”")));
            }
        }
        return checks;
    }

    private static Optional<Ready> read(LineTable.Line line, String text, List<LineTable.Line> lines) {
        Matcher shape = SHAPE.matcher(text);
        if (!shape.matches()) {
            return Optional.empty();
        }
        boolean hard = shape.group(1).isEmpty();
        String relation = shape.group(2).equals("=") ? "=" : "<=";
        String own = shape.group(4) == null ? "" : shape.group(4).strip();
        String right = shape.group(3).strip();
        if (right.equalsIgnoreCase("phân tổ") || right.equalsIgnoreCase("parts")) {
            List<String> sums = dimensions(line);
            return sums.isEmpty() ? Optional.empty() : Optional.of(ready(line.number(), line.code(), relation, sums.getFirst(), hard, own, "“" + line.name() + "”", "“" + line.name() + "”", "các phần cộng lại"));
        }
        Matcher term = TERM.matcher(right);
        StringBuilder codes = new StringBuilder();
        List<String> names = new ArrayList<>();
        int end = 0;
        while (term.find() && term.start() == end) {
            int number = Integer.parseInt(term.group(2));
            LineTable.Line other = lines.stream().filter(one -> one.number() == number).findFirst().orElse(null);
            if (other == null || other == line) {
                return Optional.empty();
            }
            codes.append(codes.isEmpty() ? "" : term.group(1).equals("-") ? " - " : " + ").append(other.code());
            names.add("“" + other.name() + "”");
            end = term.end();
        }
        if (codes.isEmpty() || end != right.length()) {
            return Optional.empty();
        }
        return Optional.of(ready(line.number(), line.code(), relation, codes.toString(), hard, own, "“" + line.name() + "”", "“" + line.name() + "”", String.join(", ", names)));
    }

    private static Ready ready(int number, String part, String relation, String whole, boolean hard, String own, String leftVi, String leftEn, String right) {
        String key = "reporting.draft.sentence." + (relation.equals("=") ? "equal" : "most");
        String vi = own.isEmpty() ? Texts.vi().get(key, leftVi, right, "{0}", "{1}", "{2}") : own;
        String en = own.isEmpty() ? Texts.en().get(key, leftEn, right, "{0}", "{1}", "{2}") : own;
        return new Ready(number, part, relation, whole, hard, vi, en);
    }

    /** For each dimension by which the line is broken down, its parts as a sum; a line is asked by few dimensions, told apart by their order in the catalogue. */
    private static List<String> dimensions(LineTable.Line line) {
        List<List<String>> sums = new ArrayList<>();
        String before = null;
        for (LineTable.Part part : line.parts()) {
            if (before == null || !before.equals(part.dimension())) {
                sums.add(new ArrayList<>());
                before = part.dimension();
            }
            sums.getLast().add(part.code());
        }
        return sums.stream().map(codes -> codes.stream().collect(Collectors.joining(" + "))).toList();
    }
}

package vn.bamcoso.reporting.draft;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import vn.bamcoso.basics.Problem.Fault;
import vn.bamcoso.basics.Texts;
import vn.bamcoso.documents.spelling.Folding;

/**
 * The checks of a form as people write them beside a line: {@code ≤ [1]}, {@code = [2] + [3]}, {@code = phân tổ} (the sum of its
 * own parts, of the dimension named behind it), {@code [4] + [5] ≤ [1]}, a question mark before for a soft one, a sentence of
 * one's own after a colon. [n] is the line with that number, [n.m] its m-th part. Parts of a line are never more than the line,
 * whether anybody writes it or not.
 */
public final class Checks {
    private static final Pattern SHAPE = Pattern.compile("(\\??)\\s*([^≤<=:]*?)\\s*(≤|<=|=)\\s*([^:]+?)\\s*(?::\\s*(.+))?");
    private static final Pattern TERM = Pattern.compile("\\s*([+-]?)\\s*\\[(\\d{1,3})(?:\\.(\\d{1,2}))?]");
    private static final Pattern OWN_PARTS = Pattern.compile("(?:phân tổ|parts)(?:\\s+(.+))?", Pattern.CASE_INSENSITIVE | Pattern.UNICODE_CASE);

    private Checks() {}

    /** @param part left side in codes; {@code whole} the right one; sentences with {0}, {1} and {2}; {@code own} whether somebody wrote the sentence */
    public record Ready(int number, String part, String relation, String whole, boolean hard, String sentenceVi, String sentenceEn, boolean own) {}

    private record Side(String codes, String vi, String en) {
        static Side of(LineTable.Line line) {
            return new Side(line.code(), "“" + line.name() + "”", "“" + line.name() + "”");
        }
    }

    static List<Ready> of(List<LineTable.Line> lines, Map<String, String> dimensionNames, List<Fault> faults) {
        List<Ready> checks = new ArrayList<>();
        for (LineTable.Line line : lines) {
            List<String> equal = new ArrayList<>();
            for (String text : line.checks().split(";")) {
                if (!text.isBlank()) {
                    Optional<Ready> read = read(line, text.strip(), lines, dimensionNames);
                    read.ifPresentOrElse(checks::add, () -> faults.add(new Fault(String.valueOf(line.number()), "reporting.draft.fault.check", text.strip())));
                    read.filter(check -> check.relation().equals("=")).ifPresent(check -> equal.add(check.whole()));
                }
            }
            if (line.asked()) {
                dimensions(line).values().stream().filter(parts -> !equal.contains(parts))
                        .forEach(parts -> checks.add(ready(line.number(), new Side(parts, "“" + line.name() + "”, các phần", "the parts of “" + line.name() + "”"), "<=", Side.of(line), true, "")));
                margins(line, checks);
            }
        }
        return checks;
    }

    private static Optional<Ready> read(LineTable.Line line, String text, List<LineTable.Line> lines, Map<String, String> dimensionNames) {
        Matcher shape = SHAPE.matcher(text);
        if (!shape.matches()) {
            return Optional.empty();
        }
        boolean hard = shape.group(1).isEmpty();
        String relation = shape.group(3).equals("=") ? "=" : "<=";
        String own = shape.group(5) == null ? "" : shape.group(5).strip();
        Side left = shape.group(2).isBlank() ? Side.of(line) : side(shape.group(2).strip(), lines);
        Side right = right(line, shape.group(4).strip(), lines, dimensionNames);
        boolean same = left != null && right != null && left.codes().equals(right.codes());
        return left == null || right == null || same ? Optional.empty() : Optional.of(ready(line.number(), left, relation, right, hard, own));
    }

    private static @Nullable Side right(LineTable.Line line, String text, List<LineTable.Line> lines, Map<String, String> dimensionNames) {
        Matcher parts = OWN_PARTS.matcher(text);
        if (!parts.matches()) {
            return side(text, lines);
        }
        Map<String, String> sums = dimensions(line);
        String wanted = parts.group(1) == null ? null : Folding.fold(parts.group(1).strip());
        return sums.entrySet().stream()
                .filter(sum -> wanted == null || sum.getKey().equals(parts.group(1).strip()) || Folding.fold(dimensionNames.getOrDefault(sum.getKey(), "")).equals(wanted))
                .findFirst()
                .map(sum -> new Side(sum.getValue(), "các phần cộng lại", "the sum of its parts"))
                .orElse(null);
    }

    /** A sum of lines and parts of lines. */
    private static @Nullable Side side(String text, List<LineTable.Line> lines) {
        Matcher term = TERM.matcher(text);
        StringBuilder codes = new StringBuilder();
        List<String> vi = new ArrayList<>();
        List<String> en = new ArrayList<>();
        int end = 0;
        while (term.find() && term.start() == end) {
            int number = Integer.parseInt(term.group(2));
            int part = term.group(3) == null ? 0 : Integer.parseInt(term.group(3));
            LineTable.Line other = lines.stream().filter(one -> one.number() == number).findFirst().orElse(null);
            if (other == null || part > other.parts().size() || term.group(3) != null && part == 0) {
                return null;
            }
            codes.append(codes.isEmpty() ? "" : term.group(1).equals("-") ? " - " : " + ").append(part == 0 ? other.code() : other.parts().get(part - 1).code());
            vi.add("“" + other.name() + (part == 0 ? "" : ": " + other.parts().get(part - 1).nameVi()) + "”");
            en.add("“" + other.name() + (part == 0 ? "" : ": " + other.parts().get(part - 1).nameEn()) + "”");
            end = term.end();
        }
        return codes.isEmpty() || end != text.length() ? null : new Side(codes.toString(), String.join(", ", vi), String.join(", ", en));
    }

    private static Ready ready(int number, Side left, String relation, Side right, boolean hard, String own) {
        String key = "reporting.draft.sentence." + (relation.equals("=") ? "equal" : "most");
        String vi = own.isEmpty() ? Texts.vi().get(key, left.vi(), right.vi(), "{0}", "{1}", "{2}") : own;
        String en = own.isEmpty() ? Texts.en().get(key, left.en(), right.en(), "{0}", "{1}", "{2}") : own;
        return new Ready(number, left.codes(), relation, right.codes(), hard, vi, en, !own.isEmpty());
    }

    /** Where a line is broken down by sex, and by sex and title together: women of all titles are not more than women. */
    private static void margins(LineTable.Line line, List<Ready> checks) {
        for (LineTable.Part margin : line.parts()) {
            Map<String, List<String>> crossed = line.parts().stream().filter(part -> margin.code().equals(part.first()) || margin.code().equals(part.second()))
                    .collect(Collectors.groupingBy(LineTable.Part::dimension, LinkedHashMap::new, Collectors.mapping(LineTable.Part::code, Collectors.toList())));
            crossed.values().forEach(parts -> checks.add(ready(line.number(),
                    new Side(String.join(" + ", parts), "“" + line.name() + ": " + margin.nameVi() + "”, các phần", "the parts of “" + line.name() + ": " + margin.nameEn() + "”"), "<=",
                    new Side(margin.code(), "“" + line.name() + ": " + margin.nameVi() + "”", "“" + line.name() + ": " + margin.nameEn() + "”"), true, "")));
        }
    }

    /** For each dimension by which the line is broken down, its parts as a sum. */
    static Map<String, String> dimensions(LineTable.Line line) {
        return line.parts().stream().collect(Collectors.groupingBy(LineTable.Part::dimension, LinkedHashMap::new, Collectors.mapping(LineTable.Part::code, Collectors.joining(" + "))));
    }
}

package vn.bamcoso.figures.asking;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import vn.bamcoso.basics.Problem;

/**
 * The formula of a computed indicator: codes, numbers, + - * / and brackets, {@code percent(a, b)}, {@code min(code)},
 * {@code max(code)} over the places of the area, {@code days_ahead(actual, target)}. A code stands for the sum over the area.
 */
sealed interface Formula {
    record Number(BigDecimal value) implements Formula {}

    record Of(String code, Slot.Way way) implements Formula {}

    record Operation(char sign, Formula left, Formula right) implements Formula {}

    record Percent(Formula part, Formula whole) implements Formula {}

    record DaysAhead(String actual, String target) implements Formula {}

    /** @throws Problem naming what cannot be understood */
    static Formula parse(String text) {
        var parser = new Parser(text);
        Formula whole = parser.sum();
        if (!parser.done()) {
            throw Problem.refused("figures.problem.formula", text);
        }
        return whole;
    }

    /** The indicators it is computed from. */
    static Set<Of> inputs(Formula formula) {
        Set<Of> inputs = new LinkedHashSet<>();
        collect(formula, inputs);
        return inputs;
    }

    private static void collect(Formula formula, Set<Of> inputs) {
        switch (formula) {
            case Number none -> {}
            case Of of -> inputs.add(of);
            case Operation both -> {
                collect(both.left, inputs);
                collect(both.right, inputs);
            }
            case Percent both -> {
                collect(both.part, inputs);
                collect(both.whole, inputs);
            }
            case DaysAhead both -> {
                inputs.add(new Of(both.actual, Slot.Way.SUM));
                inputs.add(new Of(both.target, Slot.Way.SUM));
            }
        }
    }

    /** Sums of products of atoms, from left to right. */
    final class Parser {
        private static final Pattern WORD = Pattern.compile("\\s*([a-z][a-z0-9_]*|\\d+(?:\\.\\d+)?|[-+*/(),])");
        private final String text;
        private final List<String> words = new ArrayList<>();
        private int at;

        Parser(String text) {
            this.text = text;
            Matcher word = WORD.matcher(text.stripTrailing());
            int end = 0;
            while (word.find() && word.start() == end) {
                words.add(word.group(1));
                end = word.end();
            }
            if (end != text.stripTrailing().length()) {
                throw Problem.refused("figures.problem.formula", text);
            }
        }

        boolean done() {
            return at == words.size();
        }

        Formula sum() {
            Formula left = product();
            while (next("+") || next("-")) {
                char sign = words.get(at++).charAt(0);
                left = new Operation(sign, left, product());
            }
            return left;
        }

        private Formula product() {
            Formula left = atom();
            while (next("*") || next("/")) {
                char sign = words.get(at++).charAt(0);
                left = new Operation(sign, left, atom());
            }
            return left;
        }

        private Formula atom() {
            String word = done() ? "" : words.get(at++);
            if (word.equals("(")) {
                Formula inner = sum();
                expect(")");
                return inner;
            }
            if (!word.isEmpty() && Character.isDigit(word.charAt(0))) {
                return new Number(new BigDecimal(word));
            }
            if (word.isEmpty() || !Character.isLetter(word.charAt(0))) {
                throw Problem.refused("figures.problem.formula", text);
            }
            return next("(") ? function(word) : new Of(word, Slot.Way.SUM);
        }

        private Formula function(String name) {
            expect("(");
            Formula first = sum();
            Formula made = switch (name) {
                case "min", "max" -> first instanceof Of of ? new Of(of.code, name.equals("min") ? Slot.Way.MIN : Slot.Way.MAX) : null;
                case "percent" -> new Percent(first, second());
                case "days_ahead" -> first instanceof Of actual && second() instanceof Of target ? new DaysAhead(actual.code, target.code) : null;
                default -> null;
            };
            if (made == null) {
                throw Problem.refused("figures.problem.formula", text);
            }
            expect(")");
            return made;
        }

        private Formula second() {
            expect(",");
            return sum();
        }

        private boolean next(String word) {
            return at < words.size() && words.get(at).equals(word);
        }

        private void expect(String word) {
            if (!next(word)) {
                throw Problem.refused("figures.problem.formula", text);
            }
            at++;
        }
    }
}

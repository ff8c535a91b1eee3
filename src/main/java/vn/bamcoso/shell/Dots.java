package vn.bamcoso.shell;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * One small square a unit: who has sent is seen at a glance. The legend counts the states in the order given, so colour is
 * never alone.
 *
 * @param states names of the states in words, by their class: {@code ok}, {@code sent}, {@code back}, {@code draft}, {@code none}, {@code late}
 */
public record Dots(Map<String, String> states, List<Dot> dots) {
    /** @param link where a click on the square leads; null for a square that only shows */
    public record Dot(String name, String state, @Nullable String link) {}

    public record Count(String state, String words, long count) {}

    public static Dots of(List<Dot> dots, String... statesAndWords) {
        Map<String, String> states = new LinkedHashMap<>();
        for (int i = 0; i < statesAndWords.length; i += 2) {
            states.put(statesAndWords[i], statesAndWords[i + 1]);
        }
        return new Dots(states, dots);
    }

    public List<Count> counts() {
        Map<String, Long> counted = dots.stream().collect(Collectors.groupingBy(Dot::state, Collectors.counting()));
        List<Count> counts = new ArrayList<>();
        states.forEach((state, words) -> counts.add(new Count(state, words, counted.getOrDefault(state, 0L))));
        return counts;
    }

    public boolean linked() {
        return dots.stream().allMatch(dot -> dot.link() != null);
    }

    public boolean many() {
        return dots.size() > 400;
    }
}

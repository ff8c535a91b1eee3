package vn.bamcoso.documents.numbers;

import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import vn.bamcoso.basics.Texts;

/**
 * The word before a published number, and what it claims of the exact value. The word that was printed is kept as it was;
 * this is only its meaning.
 */
public enum Qualifier {
    /** No word: the value itself, or its rounding where the number is written with decimals or a scale word. */
    EXACT(List.of(), List.of()),
    /** s < v < s + step. */
    OVER(List.of("hơn", "trên"), List.of("over", "more than")),
    /** s − step < v < s. */
    NEARLY(List.of("gần", "ngót"), List.of("nearly", "almost")),
    /** v is close to s on either side. */
    ABOUT(List.of("khoảng", "ước", "ước tính", "chừng", "xấp xỉ"), List.of("about", "approximately", "around")),
    AT_LEAST(List.of("ít nhất", "tối thiểu", "không dưới"), List.of("at least", "no fewer than", "no less than")),
    AT_MOST(List.of("không quá", "tối đa", "nhiều nhất"), List.of("at most", "no more than", "up to")),
    /** The norm is met. */
    IN_FULL(List.of("đủ"), List.of("in full", "the full")),
    /** From one number to another, both included. */
    RANGE(List.of("từ"), List.of("from", "between")),
    /** All of them: true only when numerator and denominator are equal. */
    ALL(List.of("toàn bộ", "tất cả", "đạt 100%"), List.of("all", "reaching 100%"));

    private static final Map<String, Qualifier> BY_WORD = Stream.of(values())
            .flatMap(q -> Stream.concat(q.vietnamese.stream(), q.english.stream()).map(word -> Map.entry(word, q)))
            .collect(Collectors.toUnmodifiableMap(Map.Entry::getKey, Map.Entry::getValue));

    private final List<String> vietnamese;
    private final List<String> english;

    Qualifier(List<String> vietnamese, List<String> english) {
        this.vietnamese = vietnamese;
        this.english = english;
    }

    /** The words that stand before a number, longest first; the first of each language is the one that the product itself writes. */
    public List<String> words(Locale locale) {
        return NumberForm.of(locale) == NumberForm.ENGLISH ? english : vietnamese;
    }

    /** From a printed word such as "hơn", "ngót" or "exact", or from the constant's own name. */
    public static Optional<Qualifier> of(String word) {
        String lower = word.strip().toLowerCase(Locale.ROOT).replaceAll("\\s+", " ");
        Qualifier found = BY_WORD.get(lower);
        if (found != null) return Optional.of(found);
        if (lower.isEmpty()) return Optional.of(EXACT);
        return Stream.of(values()).filter(q -> q.name().equalsIgnoreCase(lower.replace(' ', '_'))).findFirst();
    }

    public String label(Locale locale) {
        return Texts.of(locale).get("documents.qualifier." + name().toLowerCase(Locale.ROOT));
    }

    static List<String> allWords() {
        return BY_WORD.keySet().stream().sorted(Comparator.comparing(String::length).reversed().thenComparing(Function.identity())).toList();
    }
}

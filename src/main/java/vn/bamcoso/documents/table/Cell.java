package vn.bamcoso.documents.table;

import java.math.BigDecimal;
import java.time.LocalDate;

/** What a cell holds, as its file typed it. A number that was typed as text is {@link Words}; {@code Numerals} reads it. */
public sealed interface Cell {

    record Blank() implements Cell {}

    record Words(String words) implements Cell {}

    /** @param percent the cell shows a percentage; then the value is the one shown: 96.8, not 0.968 */
    record Number(BigDecimal value, boolean percent) implements Cell {}

    record Day(LocalDate day) implements Cell {}

    record Truth(boolean truth) implements Cell {}

    /** A formula that failed: #REF!, #DIV/0!. */
    record Broken(String error) implements Cell {}

    Cell BLANK = new Blank();

    static Cell words(String text) {
        String words = text.replace('\u00a0', ' ').strip();
        return words.isEmpty() ? BLANK : new Words(words);
    }

    /** The content as plain text; numbers without grouping, days as 2021-04-23. */
    default String text() {
        return switch (this) {
            case Blank() -> "";
            case Words(String words) -> words;
            case Number(BigDecimal value, boolean percent) -> value.toPlainString() + (percent ? "%" : "");
            case Day(LocalDate day) -> day.toString();
            case Truth(boolean truth) -> String.valueOf(truth);
            case Broken(String error) -> error;
        };
    }

    default boolean blank() {
        return this instanceof Blank;
    }
}

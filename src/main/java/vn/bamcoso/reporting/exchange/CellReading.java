package vn.bamcoso.reporting.exchange;

import java.math.BigDecimal;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import vn.bamcoso.basics.Problem;
import vn.bamcoso.documents.numbers.NumberForm;
import vn.bamcoso.documents.numbers.Numeral;
import vn.bamcoso.documents.numbers.Numerals;
import vn.bamcoso.documents.table.Cell;
import vn.bamcoso.figures.Indicator;
import vn.bamcoso.reporting.entry.Reading;

/** A cell of a file as a value of its indicator, or the sentence that says why it is none. */
final class CellReading {
    private static final Set<String> DASHES = Set.of("-", "–", "—", "x", "X", "...", "…", "n/a", "N/A");

    private CellReading() {}

    /**
     * @param form the marks that the file uses for numbers typed as text; null when it does not say
     * @return null for an empty cell
     * @throws Problem refused, with the sentence
     */
    static @Nullable BigDecimal value(Cell cell, Indicator indicator, @Nullable NumberForm form) {
        return switch (cell) {
            case Cell.Blank() -> null;
            case Cell.Number(BigDecimal value, boolean percent) -> {
                if (percent) {
                    throw Problem.refused("reporting.fault.percent", cell.text());
                }
                yield Reading.sound(value, indicator) ? value : Reading.checked(value, indicator, cell.text());
            }
            case Cell.Words(String words) -> words(words, indicator, form);
            case Cell.Truth(boolean truth) -> Reading.checked(truth ? BigDecimal.ONE : BigDecimal.ZERO, indicator, cell.text());
            case Cell.Day day -> throw Problem.refused("reporting.fault.day", day.day());
            case Cell.Broken(String error) -> throw Problem.refused("reporting.fault.formula", error);
        };
    }

    private static BigDecimal words(String words, Indicator indicator, @Nullable NumberForm form) {
        if (DASHES.contains(words)) {
            throw Problem.refused("reporting.fault.dash", words);
        }
        if (form == null && indicator.decimals() == 0) {
            // A count has no decimals, so of two readings the one without decimals is meant: "1.000" and "1,000" are both a thousand.
            Optional<BigDecimal> count = count(words, NumberForm.VIETNAMESE).or(() -> count(words, NumberForm.ENGLISH));
            if (count.isPresent()) {
                return Reading.checked(count.get(), indicator, words);
            }
        }
        Numeral read = Numerals.parse(words, form);
        if (read.unit() == Numeral.Unit.PERCENT) {
            throw Problem.refused("reporting.fault.percent", words);
        }
        return Reading.checked(read.value(), indicator, words);
    }

    private static Optional<BigDecimal> count(String words, NumberForm form) {
        try {
            Numeral read = Numerals.parse(words, form);
            return read.unit() != Numeral.Unit.PERCENT && read.written().compareTo(BigDecimal.ONE) >= 0 ? Optional.of(read.value()) : Optional.empty();
        } catch (Problem notSo) {
            return Optional.empty();
        }
    }
}

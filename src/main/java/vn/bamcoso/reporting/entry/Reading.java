package vn.bamcoso.reporting.entry;

import java.math.BigDecimal;
import org.jspecify.annotations.Nullable;
import vn.bamcoso.basics.Problem;
import vn.bamcoso.documents.numbers.NumberForm;
import vn.bamcoso.documents.numbers.Numeral;
import vn.bamcoso.documents.numbers.Numerals;
import vn.bamcoso.figures.Indicator;

/** What a person wrote into a cell, as a value of the indicator, or the sentence that says why it is none. */
public final class Reading {
    private Reading() {}

    /**
     * @param form null when it is not known which marks the text uses
     * @return null for an empty cell
     * @throws Problem refused, with the sentence
     */
    public static @Nullable BigDecimal cell(@Nullable String text, Indicator indicator, @Nullable NumberForm form) {
        if (text == null || text.isBlank()) {
            return null;
        }
        Numeral read = Numerals.parse(text, form);
        if (read.unit() == Numeral.Unit.PERCENT) {
            throw Problem.refused("reporting.fault.percent", text.strip());
        }
        return checked(read.value(), indicator, text.strip());
    }

    /** Whether a whole number is beyond doubt: what {@link #checked} would let pass, at a glance. */
    public static boolean sound(BigDecimal value, Indicator indicator) {
        return value.scale() == 0 && value.signum() >= 0 && value.precision() <= 15
                && (indicator.least() == null || value.compareTo(indicator.least()) >= 0) && (indicator.most() == null || value.compareTo(indicator.most()) <= 0);
    }

    /** @throws Problem refused when the value lies outside what the indicator takes */
    public static BigDecimal checked(BigDecimal value, Indicator indicator, String asWritten) {
        if (value.signum() < 0 && indicator.least() != null) {
            throw Problem.refused("reporting.fault.negative", asWritten);
        }
        if (indicator.least() != null && value.compareTo(indicator.least()) < 0) {
            throw Problem.refused("reporting.fault.too-small", asWritten, indicator.least().toPlainString());
        }
        if (indicator.most() != null && value.compareTo(indicator.most()) > 0) {
            throw Problem.refused("reporting.fault.too-great", asWritten, indicator.most().toPlainString());
        }
        if (value.precision() - value.scale() > 15) {
            throw Problem.refused("reporting.fault.too-long", asWritten);
        }
        if (value.stripTrailingZeros().scale() > indicator.decimals()) {
            throw indicator.decimals() == 0
                    ? Problem.refused("reporting.fault.not-whole", asWritten)
                    : Problem.refused("reporting.fault.too-fine", asWritten, indicator.decimals());
        }
        return value;
    }
}

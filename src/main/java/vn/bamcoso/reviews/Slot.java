package vn.bamcoso.reviews;

import java.math.BigDecimal;
import java.math.RoundingMode;
import org.jspecify.annotations.Nullable;
import vn.bamcoso.documents.numbers.Numeral;

/**
 * A place in a sentence where a figure is said.
 *
 * @param place key of the place
 * @param period code of the period
 * @param of a second indicator: the slot says the first as a share of it, in per cent; or {@code than:<period>}: the slot says
 *     the change since that period ("giảm 43 (391/434)"); null mostly
 * @param say how it is said when nobody has chosen: EXACT, OVER, NEARLY, FRACTION
 * @param decimals to which a rate is rounded; null: as many as it has
 * @param seen the exact value that the last writer saw; null before anybody has
 */
public record Slot(
        String indicator,
        String place,
        String period,
        @Nullable String of,
        String say,
        Numeral.@Nullable Unit unit,
        @Nullable Integer decimals,
        @Nullable BigDecimal seen) {

    /** Before a period in {@code of}: the slot says how the figure changed since then. */
    static final String THAN = "than:";

    /** Code of the period against which the figure is said; null for most slots. */
    @Nullable String than() {
        return of != null && of.startsWith(THAN) ? of.substring(THAN.length()) : null;
    }

    /** What a frozen document keeps to find the figure again. */
    String mark() {
        return String.join("|", indicator, place, period, of == null ? "" : of);
    }

    static Slot ofMark(String mark) {
        String[] part = mark.split("\\|", -1);
        return new Slot(part[0], part[1], part[2], part[3].isEmpty() ? null : part[3], "EXACT", null, null, null);
    }

    Slot seeing(@Nullable BigDecimal value) {
        return new Slot(indicator, place, period, of, say, unit, decimals, value);
    }

    Numeral.Unit unitOrNone() {
        return unit == null ? Numeral.Unit.NONE : unit;
    }

    /** The value to the decimals in which it is said. */
    BigDecimal rounded(BigDecimal value) {
        return decimals == null ? value : value.setScale(decimals, RoundingMode.HALF_UP);
    }
}

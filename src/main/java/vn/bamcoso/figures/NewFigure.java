package vn.bamcoso.figures;

import java.math.BigDecimal;
import org.jspecify.annotations.Nullable;
import vn.bamcoso.calendar.Period;

/**
 * A figure to be recorded.
 *
 * @param indicator its code; {@code <code>__<part>} for a part of it
 * @param placeId territory's id of a place that is alive on the last day of the period
 * @param breakdown 0 for the figure itself, or as the code says
 * @param value in the indicator's unit; null withdraws what was recorded before (zero is a value)
 */
public record NewFigure(String indicator, int placeId, Period period, short breakdown, @Nullable BigDecimal value) {
    public NewFigure(String indicator, int placeId, Period period, BigDecimal value) {
        this(indicator, placeId, period, (short) 0, value);
    }
}

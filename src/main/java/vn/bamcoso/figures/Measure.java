package vn.bamcoso.figures;

import java.math.BigDecimal;
import java.time.Instant;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import vn.bamcoso.calendar.Period;

/**
 * An indicator that is counted from records, live, for any day. The room that keeps the records makes it a bean; the
 * indicator's row says origin {@code measured}.
 */
public interface Measure {
    /** Codes of the indicators that it counts. */
    Set<String> codes();

    /**
     * The values of all places that the asker may see, at the level at which the indicator is collected: of a state on the last
     * day of the period, of what happened within it.
     *
     * @param known as the records were known then; null: as they are known now
     */
    List<Measured> of(String code, Period period, @Nullable Instant known);

    /** The same added up by home (province of the 63), where the room knows a shorter way; null: the places are added up. */
    default @Nullable List<Homes> byHome(String code, Period period, @Nullable Instant known) {
        return null;
    }

    record Measured(int placeId, BigDecimal value) {}

    record Homes(short home, BigDecimal sum, int n) {}
}

package vn.bamcoso.figures;

import java.math.BigDecimal;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
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
     * @param homes provinces of the 63 that are asked about; null: all. Values of others do no harm
     */
    List<Measured> of(String code, Period period, @Nullable Instant known, Short @Nullable [] homes);

    default List<Measured> of(String code, Period period, @Nullable Instant known) {
        return of(code, period, known, null);
    }

    /** The same added up by home (province of the 63), where the room knows a shorter way; null: the places are added up. */
    default @Nullable List<Homes> byHome(String code, Period period, @Nullable Instant known) {
        return null;
    }

    /**
     * The values for several periods, by period: in one go where the room can, else one after another.
     *
     * @param places of any day that are asked about, where they are few; null: all of the provinces. Values of others do no harm
     */
    default Map<Period, List<Measured>> of(String code, List<Period> periods, @Nullable Instant known, Short @Nullable [] homes, Integer @Nullable [] places) {
        return periods.stream().distinct().collect(Collectors.toMap(period -> period, period -> of(code, period, known, homes)));
    }

    /** {@link #byHome} for several periods, by period; null: the places are added up. */
    default @Nullable Map<Period, List<Homes>> byHome(String code, List<Period> periods, @Nullable Instant known, Short @Nullable [] homes) {
        Map<Period, List<Homes>> found = new HashMap<>();
        for (Period period : periods) {
            List<Homes> sums = byHome(code, period, known);
            if (sums == null) {
                return null;
            }
            found.put(period, sums);
        }
        return found;
    }

    /**
     * The records behind the value of one place, as far as the asker may see them: first the office that keeps them.
     *
     * @param placeId a place at which the indicator is collected, alive on the last day of the period
     */
    default List<Trace> trace(String code, Period period, int placeId, @Nullable Instant known, Locale locale) {
        return List.of();
    }

    /**
     * @param path of the page that shows it
     * @param value what it adds to the number; null where it only explains
     */
    record Trace(String name, @Nullable String path, @Nullable BigDecimal value, @Nullable String note) {}

    record Measured(int placeId, BigDecimal value) {}

    record Homes(short home, BigDecimal sum, int n) {}
}

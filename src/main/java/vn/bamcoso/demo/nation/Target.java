package vn.bamcoso.demo.nation;

import java.math.BigDecimal;
import vn.bamcoso.calendar.Period;

/**
 * What the demonstration must add up to.
 *
 * @param area    the key of a place
 * @param printed whether an article prints exactly this value; else it is a demonstration value chosen to agree with what is printed
 * @param article which of the five articles
 */
public record Target(String indicator, String area, Period period, BigDecimal value, boolean printed, String article, String note) {
    /** Province of the 63; 0 for the nation. */
    short home() {
        return area.startsWith("P") ? Short.parseShort(area.substring(1, 3)) : 0;
    }
}

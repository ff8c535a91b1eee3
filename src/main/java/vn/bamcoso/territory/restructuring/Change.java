package vn.bamcoso.territory.restructuring;

import java.math.BigDecimal;
import org.jspecify.annotations.Nullable;

/**
 * One row of a restructuring, as typed. Empty texts where a column does not apply.
 *
 * @param row its number, from 1
 * @param place key with a day, or level letter and code as they stood on the day before ({@code C00715})
 * @param into successor: a key with a day, or level letter and code as they stand on the effective day
 * @param share 0 to 1
 * @param was for a backdated row whose result the gazetteer shows from its beginning: what stood before
 */
public record Change(
        int row, What what, String place, String code, String kind, String name, String parent, String into, @Nullable BigDecimal share, String was) {}

package vn.bamcoso.territory.place;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/**
 * A span of a place's life.
 *
 * @param validFrom null for the oldest known state
 * @param until last day; null when it still holds
 * @param fromQuality baseline, exact or no_later_than: how well the first day is known
 */
public record LifeState(
        String key, String kind, String code, String fullName, @Nullable LocalDate validFrom, @Nullable LocalDate until,
        String fromQuality, @Nullable String resolution, @Nullable Integer act, String within) {
    static LifeState read(ResultSet row, int number) throws SQLException {
        LocalDate from = row.getObject("valid_from", LocalDate.class);
        LocalDate to = row.getObject("valid_to", LocalDate.class);
        return new LifeState(
                row.getString("key"),
                row.getString("kind"),
                row.getString("code"),
                row.getString("full_name"),
                from.equals(LocalDate.MIN) ? null : from,
                to.equals(LocalDate.MAX) ? null : to.minusDays(1),
                row.getString("from_quality"),
                row.getString("resolution"),
                row.getObject("act", Integer.class),
                row.getString("within"));
    }
}

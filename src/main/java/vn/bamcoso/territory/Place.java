package vn.bamcoso.territory;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/**
 * An administrative unit as it was in a span of days. The id stays the same through new names, kinds, codes and parents.
 *
 * @param key level letter, code and a day on which both hold, e.g. {@code C00004@2025-07-01}; finds this place again
 * @param level nation, province, district or commune (which also stands for wards, towns and special zones)
 * @param kind tinh, thanh_pho, huyen, quan, thi_xa, thanh_pho_thuoc_tinh, xa, phuong, thi_tran, dac_khu; the nation quoc_gia
 * @param name without the kind ("Đồng Văn"); {@code fullName} with it ("Xã Đồng Văn")
 * @param parentId null for the nation
 * @param home the province of the 63 in which it lies, by its code as a number; 0 for the nation
 * @param validFrom null when this is the oldest known state
 * @param validTo first day on which the state no longer holds; null when it still does
 */
public record Place(
        int id,
        String key,
        String code,
        String level,
        String kind,
        String name,
        String fullName,
        @Nullable Integer parentId,
        short home,
        @Nullable LocalDate validFrom,
        @Nullable LocalDate validTo) {
    public boolean holdsOn(LocalDate day) {
        return (validFrom == null || !day.isBefore(validFrom)) && (validTo == null || day.isBefore(validTo));
    }

    /** From a row of {@code territory.pub_place}. */
    public static Place read(ResultSet row) throws SQLException {
        return new Place(
                row.getInt("place_id"),
                row.getString("key"),
                row.getString("code"),
                row.getString("level"),
                row.getString("kind"),
                row.getString("name"),
                row.getString("full_name"),
                row.getObject("parent_id", Integer.class),
                row.getShort("home"),
                day(row, "valid_from"),
                day(row, "valid_to"));
    }

    /** Infinite days are null in Java. */
    private static @Nullable LocalDate day(ResultSet row, String column) throws SQLException {
        LocalDate day = row.getObject(column, LocalDate.class);
        return LocalDate.MIN.equals(day) || LocalDate.MAX.equals(day) ? null : day;
    }
}

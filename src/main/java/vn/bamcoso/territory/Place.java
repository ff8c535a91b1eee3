package vn.bamcoso.territory;

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
        @Nullable LocalDate validTo) {}

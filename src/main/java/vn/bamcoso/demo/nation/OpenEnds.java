package vn.bamcoso.demo.nation;

import java.time.Instant;
import java.time.LocalDate;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import vn.bamcoso.basics.VietnamTime;

/**
 * What the last quarter leaves to do: in the provinces that have demonstration users some reports were sent only in the last
 * days and wait, some were returned and lie with the commune, that of xã Đồng Văn among them.
 */
final class OpenEnds {
    /** Tuyên Quang, Hải Phòng and Quảng Ngãi of today, by the provinces of the 63. */
    private static final Set<Short> HOMES = Set.of((short) 2, (short) 8, (short) 30, (short) 31, (short) 51, (short) 62);
    private static final String DONG_VAN = "C00721@2025-07-01";

    /** Phường Hải Dương and xã Măng Đen. */
    private static final Set<String> WRITING = Set.of("C10525@2025-07-01", "C23473@2025-07-01");

    private final LocalDate today;

    OpenEnds(LocalDate today) {
        this.today = today;
    }

    /** @return null when the report is still being written */
    @Nullable Sheet of(Sheet sheet) {
        if (WRITING.contains(sheet.commune().key())) {
            return null;
        }
        Dice dice = Dice.of(sheet.commune().seed(), 80);
        double luck = dice.next();
        boolean dongVan = sheet.commune().key().equals(DONG_VAN);
        if (!HOMES.contains(sheet.commune().home()) || luck > 0.14 && !dongVan) {
            return sheet;
        }
        Instant sent = today.minusDays(2 + dice.below(3)).atStartOfDay(VietnamTime.ZONE).toInstant().plusSeconds(28_800 + dice.below(28_000));
        boolean returned = dongVan || luck < 0.05;
        return new Sheet(sheet.commune(), sheet.values(), sent, returned ? sent.plusSeconds(60_000 + dice.below(20_000)) : null, null, null);
    }
}

package vn.bamcoso.reporting.offline;

import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionTemplate;
import tools.jackson.databind.json.JsonMapper;
import vn.bamcoso.audit.Trail;
import vn.bamcoso.basics.Problem;
import vn.bamcoso.basics.Texts;
import vn.bamcoso.reporting.api.Once;
import vn.bamcoso.reporting.entry.CellSaving;

/**
 * A draft that comes on a stick where there is no line at all: signed by the computer on which it was written, brought by a
 * colleague of the same office at another one, once only. Cells that stand differently here meanwhile are not written over.
 */
@Component
class Packages {
    private final TransactionTemplate transaction;
    private final Devices devices;
    private final CellSaving saving;
    private final Once once;
    private final Trail trail;
    private final JsonMapper json;

    Packages(TransactionTemplate transaction, Devices devices, CellSaving saving, Once once, Trail trail, JsonMapper json) {
        this.transaction = transaction;
        this.devices = devices;
        this.saving = saving;
        this.once = once;
        this.trail = trail;
        this.json = json;
    }

    /** @param payload what was signed, in base64: a {@link Written} as JSON; {@code mac} its HMAC-SHA256 */
    record Package(String kind, @Nullable String device, @Nullable String payload, @Nullable String mac) {}

    record Cell(String indicator, @Nullable String value, @Nullable String remark, int seen) {}

    /** @param key of this package; the second with it is refused */
    record Written(String key, long submission, String madeAt, List<Cell> cells) {}

    /** @return how many cells changed. @throws Problem when it is not signed, was brought before, or a cell stands differently meanwhile */
    int bring(@Nullable Package brought, Texts texts) {
        if (brought == null || brought.payload() == null || brought.device() == null || brought.mac() == null) {
            throw Problem.refused("reporting.problem.package-unknown");
        }
        byte[] payload = Base64.getDecoder().decode(brought.payload());
        int writer = devices.signer(UUID.fromString(brought.device()), payload, Base64.getDecoder().decode(brought.mac()));
        // Whose signature it is had to be asked as the program itself, before the transaction of who brings it.
        return transaction.execute(running -> keep(brought, writer, json.readValue(payload, Written.class), texts));
    }

    private int keep(Package brought, int writer, Written written, Texts texts) {
        int[] changed = {0};
        boolean first = once.runForAll("package:" + written.key(), "package:" + written.submission(), () -> changed[0] = saving.save(
                written.submission(), written.cells().stream().map(cell -> new CellSaving.Written(cell.indicator(), cell.value(), cell.remark(), cell.seen())).toList(), texts));
        if (!first) {
            throw Problem.conflict("reporting.problem.package-twice");
        }
        trail.write("reporting.package.brought", "submission:" + written.submission(), null, Map.of("writer", writer, "device", brought.device(), "made", written.madeAt(), "cells", changed[0]));
        return changed[0];
    }
}

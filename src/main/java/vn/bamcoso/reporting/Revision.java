package vn.bamcoso.reporting;

import java.math.BigDecimal;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * What was sent, as it was sent, and what was decided about it. Frozen.
 *
 * @param indicators codes in the order of the form
 * @param cells values by indicator; what is not there was not given
 * @param remarks sentences by indicator
 * @param reason why an approved report was changed; null for a first report
 * @param signedFor signed by a deputy for the chief
 * @param decision {@code approved} or {@code returned}; null while it waits
 */
public record Revision(
        short number, List<String> indicators, Map<String, BigDecimal> cells, Map<String, String> remarks, @Nullable String reason, @Nullable Long importId,
        int draftedBy, Instant draftedAt, int submittedBy, Instant submittedAt, boolean signedFor,
        @Nullable String decision, @Nullable Integer decidedBy, @Nullable Instant decidedAt, @Nullable String decisionNote) {}

package vn.bamcoso.demo.nation;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * One commune's answers to one form for one period, and what became of them.
 *
 * @param values   one for each indicator of the {@link Batch}; {@link #EMPTY} = left empty
 * @param sent     when the commune chief sent it (the last time, when it came back)
 * @param returned when the province sent it back with a remark: before {@code sent}, which is then the second time, or, while
 *     it is not approved, after it; null when it never did
 * @param approved when the province approved it; null when it still waits, or lies with the commune again
 * @param earlier  what had been approved before a correction; null when nothing was corrected
 */
public record Sheet(
        Commune commune, long[] values, Instant sent, @Nullable Instant returned, @Nullable Instant approved, @Nullable Earlier earlier) {
    public static final long EMPTY = Long.MIN_VALUE;

    /** @param approved when these values became known; they held until the sheet's own approval */
    public record Earlier(long[] values, Instant sent, Instant approved) {}
}

package vn.bamcoso.campaigns;

import java.math.BigDecimal;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/**
 * A place that was given a target will not reach it by its deadline at the pace of the last two weeks. Published once a week as
 * long as it is so, by the nightly run.
 *
 * @param missing what is still to be done
 * @param required a day, to reach it still; null when the deadline is over
 * @param forecast day on which it would be reached; null when nothing moves
 */
public record TrendBroken(String campaign, int placeId, LocalDate day, @Nullable BigDecimal missing, @Nullable BigDecimal required, @Nullable LocalDate forecast) {}

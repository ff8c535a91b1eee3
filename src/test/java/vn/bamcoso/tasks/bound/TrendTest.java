package vn.bamcoso.tasks.bound;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/** A task of a hundred days, 1 January to 11 April 2026: from 100 to 1,000. The value is of 12 March, day 70; an even pace would have brought 730 by then. */
class TrendTest {
    private static final LocalDate ISSUED = LocalDate.of(2026, 1, 1);
    private static final LocalDate DUE = LocalDate.of(2026, 4, 11);

    private static Trend trend(int before, int value, @Nullable Integer begun) {
        return new Trend(new BigDecimal(1000), false, ISSUED, DUE, begun == null ? null : new BigDecimal(begun), LocalDate.of(2026, 3, 12), new BigDecimal(value), LocalDate.of(2026, 2, 12), new BigDecimal(before));
    }

    @Test
    void theForecastGoesOnAsInTheLastFourWeeks() {
        assertThat(trend(300, 400, 100).forecast()).as("400 + 100 × 30 days / 28 days").isEqualByComparingTo("507.14");
        assertThat(trend(300, 400, 100).expected()).isEqualByComparingTo("730");
        assertThat(trend(300, 400, 100).broken()).isTrue();
    }

    @Test
    void aPlaceThatLagsButCatchesUpIsNotTold() {
        assertThat(trend(380, 680, 100).forecast()).as("680 + 300 × 30 / 28").isEqualByComparingTo("1001.43");
        assertThat(trend(380, 680, 100).broken()).as("behind 730, yet in time at its pace").isFalse();
        assertThat(trend(740, 740, 100).broken()).as("ahead of an even pace, though it stands still").isFalse();
        assertThat(trend(729, 729, 100).broken()).as("one behind, and it stands still").isTrue();
        assertThat(trend(900, 1000, 100).broken()).as("reached").isFalse();
        assertThat(trend(300, 400, null).broken()).as("nobody knows where it began: the forecast alone decides").isTrue();
    }

    @Test
    void whatIsToFallIsLookedAtTheOtherWayRound() {
        var slow = new Trend(new BigDecimal(10), true, ISSUED, DUE, new BigDecimal(110), LocalDate.of(2026, 3, 12), new BigDecimal(80), LocalDate.of(2026, 2, 12), new BigDecimal(94));
        assertThat(slow.expected()).as("110 − 100 × 0,7").isEqualByComparingTo("40");
        assertThat(slow.forecast()).as("80 − 14 × 30 / 28").isEqualByComparingTo("65");
        assertThat(slow.broken()).isTrue();
    }

    @Test
    void nothingIsSaidInTheFirstTwoWeeksNorOfAValueAfterTheDate() {
        assertThat(new Trend(BigDecimal.TEN, false, ISSUED, DUE, BigDecimal.ZERO, ISSUED.plusDays(13), BigDecimal.ZERO, ISSUED, BigDecimal.ZERO).broken()).isFalse();
        assertThat(new Trend(BigDecimal.TEN, false, ISSUED, DUE, BigDecimal.ZERO, ISSUED.plusDays(14), BigDecimal.ZERO, ISSUED, BigDecimal.ZERO).broken()).isTrue();
        assertThat(new Trend(BigDecimal.TEN, false, ISSUED, DUE, BigDecimal.ZERO, DUE, BigDecimal.ZERO, ISSUED, BigDecimal.ZERO).broken()).isFalse();
    }
}

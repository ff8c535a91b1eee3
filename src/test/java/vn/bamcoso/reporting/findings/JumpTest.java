package vn.bamcoso.reporting.findings;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/** What is unusual is judged by the place's own past. */
class JumpTest {
    @Test
    void fortyAmongEightIsFarAndTheUsualRangeIsSaid() {
        // median of 7 8 8 9 10 is 8; distances 1 0 0 1 2, their median 1, times 1.4826 is 1.5, less than 2: 3.5 × 2 = 7 around 8
        Jump jump = Jump.of(BigDecimal.valueOf(40), of(7, 8, 8, 9, 10)).orElseThrow();
        assertThat(List.of(jump.usual(), jump.least(), jump.most())).containsExactly(BigDecimal.valueOf(8), BigDecimal.valueOf(7), BigDecimal.valueOf(10));
        assertThat(Jump.of(BigDecimal.valueOf(15), of(7, 8, 8, 9, 10))).isEmpty();
        assertThat(Jump.of(BigDecimal.valueOf(16), of(7, 8, 8, 9, 10))).isPresent();
    }

    @Test
    void oneEarlierSlipDoesNotHideALaterOne() {
        assertThat(Jump.of(BigDecimal.valueOf(80), of(8, 8, 9, 7, 90, 8))).as("within the range, because of the slip").isEmpty();
        assertThat(Jump.of(BigDecimal.valueOf(800), of(8, 8, 9, 7, 90, 8))).isPresent();
    }

    @Test
    void fourPeriodsAreNotEnoughAndAPlaceThatVariesMayVary() {
        assertThat(Jump.of(BigDecimal.valueOf(400), of(8, 8, 9, 7))).isEmpty();
        assertThat(Jump.of(BigDecimal.valueOf(60), of(5, 40, 12, 33, 21, 50))).isEmpty();
    }

    private static List<BigDecimal> of(int... values) {
        return IntStream.of(values).mapToObj(BigDecimal::valueOf).toList();
    }
}

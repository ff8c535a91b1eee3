package vn.bamcoso.campaigns.cutting;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.math.BigDecimal;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

class CutTest {
    private static List<BigDecimal> numbers(long... values) {
        return java.util.Arrays.stream(values).mapToObj(BigDecimal::valueOf).toList();
    }

    @Test
    void whatRoundingLeavesGoesToTheLargestRemainders() {
        // 100 by 1 : 1 : 1 = 33.3 each: the first gets the one that is left
        assertThat(Cut.of(BigDecimal.valueOf(100), numbers(1, 1, 1))).isEqualTo(numbers(34, 33, 33));
        // 10 by 15 : 35 : 50 = 1.5, 3.5, 5: of equal remainders the first
        assertThat(Cut.of(BigDecimal.TEN, numbers(15, 35, 50))).isEqualTo(numbers(2, 3, 5));
        // 7 by 1 : 2 : 4 is exact
        assertThat(Cut.of(BigDecimal.valueOf(7), numbers(1, 2, 4))).isEqualTo(numbers(1, 2, 4));
        assertThat(Cut.of(BigDecimal.valueOf(5), numbers(0, 3, 0))).isEqualTo(numbers(0, 5, 0));
    }

    @Test
    void theMinistrys50MillionCutAmong63ProvincesSumToTheUnit() {
        List<BigDecimal> weights = Stream.iterate(BigDecimal.valueOf(313_370), weight -> weight.add(BigDecimal.valueOf(104_729))).limit(63).toList();
        List<BigDecimal> parts = Cut.of(BigDecimal.valueOf(50_000_000), weights);
        assertThat(parts.stream().reduce(BigDecimal.ZERO, BigDecimal::add)).isEqualByComparingTo("50000000");
        assertThat(parts).isSorted();
    }

    @Test
    void nothingCannotBeAMeasure() {
        assertThatThrownBy(() -> Cut.of(BigDecimal.TEN, numbers(0, 0))).isInstanceOf(IllegalArgumentException.class);
    }
}

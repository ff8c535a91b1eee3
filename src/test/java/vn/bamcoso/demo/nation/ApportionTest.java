package vn.bamcoso.demo.nation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class ApportionTest {
    @Test
    void theLargestRemaindersGetTheRest() {
        // 7 × 5/9 = 3,89; 7 × 3/9 = 2,33; 7 × 1/9 = 0,78: whole parts 3, 2, 0, the two left over go to 0,89 and 0,78
        assertThat(Apportion.of(7, new double[] {5, 3, 1})).containsExactly(4, 2, 1);
    }

    @Test
    void equalSharesFavourTheFirst() {
        assertThat(Apportion.of(10, new double[] {1, 1, 1})).containsExactly(4, 3, 3);
    }

    @Test
    void aPartAtItsBoundLeavesTheRestToTheOthers() {
        assertThat(Apportion.of(20, new double[] {100, 1, 1}, new int[] {0, 2, 2}, new int[] {6, 20, 20})).containsExactly(6, 7, 7);
    }

    @Test
    void boundsThatLeaveNoRoomAreRefused() {
        assertThatThrownBy(() -> Apportion.of(5, new double[] {1, 1}, new int[] {3, 3}, new int[] {9, 9})).isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> Apportion.of(5, new double[] {1, 1}, new int[] {0, 0}, new int[] {2, 2})).isInstanceOf(IllegalArgumentException.class);
    }

    @Test
    void manyUnevenPartsAddUpExactly() {
        double[] weights = IntStream.range(0, 8_219).mapToDouble(i -> Dice.of(i, 1).next()).toArray();
        int[] parts = Apportion.of(42_814, weights, Apportion.filled(weights.length, 2), Apportion.filled(weights.length, 12));
        assertThat(IntStream.of(parts).sum()).isEqualTo(42_814);
        assertThat(IntStream.of(parts).summaryStatistics()).matches(all -> all.getMin() >= 2 && all.getMax() <= 12);
    }
}

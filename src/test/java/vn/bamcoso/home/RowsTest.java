package vn.bamcoso.home;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class RowsTest {
    private static List<Integer> placed(int... widths) {
        return HomeController.full(IntStream.of(widths).mapToObj(width -> new Placed(width, out -> {})).toList()).stream().map(Placed::width).toList();
    }

    @Test
    void aCardGrowsWhereTheNextOneDoesNotFitBesideIt() {
        assertThat(placed(7, 5, 12)).containsExactly(7, 5, 12);
        assertThat(placed(5, 12)).containsExactly(12, 12);
        assertThat(placed(7, 7, 5)).containsExactly(12, 7, 5);
        assertThat(placed(4, 4, 8)).containsExactly(4, 8, 8);
    }
}

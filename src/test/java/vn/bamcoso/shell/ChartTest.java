package vn.bamcoso.shell;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.util.Arrays;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class ChartTest {
    private static Chart chart(String... values) {
        return Chart.of("Cán bộ chính quy", IntStream.range(0, values.length).mapToObj(String::valueOf).toList(), "người", Arrays.stream(values).map(v -> v == null ? null : new BigDecimal(v)).toList());
    }

    @Test
    void theScaleEndsAtTheNextRoundStep() {
        assertThat(chart("2900", "44694").top()).isEqualByComparingTo("60000");
        assertThat(chart("3").top()).isEqualByComparingTo("3");
        assertThat(chart("0.7").top()).isEqualByComparingTo("0.8");
        assertThat(chart("100").top()).isEqualByComparingTo("100");
        assertThat(chart("0", "0").top()).isEqualByComparingTo("1");
    }

    @Test
    void aHeightIsInProportion() {
        var heights = chart("50", "100").points(chart("50", "100").series().getFirst()).stream().map(Chart.Point::height).toList();
        assertThat(heights.get(1)).isEqualTo(2 * heights.get(0)).isEqualTo(158);
    }

    @Test
    void aMissingValueIsAGapNotAZero() {
        Chart chart = chart("10", null, "10", "10");
        assertThat(chart.path(chart.series().getFirst())).matches("M[^ML]+M[^ML]+L[^ML]+");
        assertThat(chart.points(chart.series().getFirst())).hasSize(3);
    }

    @Test
    void theLastLabelAlwaysStandsAndTheyDoNotTouch() {
        List<Chart.Mark> marks = chart(IntStream.range(0, 35).mapToObj(i -> "1").toArray(String[]::new)).under();
        assertThat(marks).hasSizeLessThanOrEqualTo(8);
        assertThat(marks.getLast().text()).isEqualTo("34");
        var days = Chart.of("Theo ngày", IntStream.range(0, 10).mapToObj(i -> "Đến 23/10/201" + i).toList(), "người", IntStream.range(0, 10).mapToObj(BigDecimal::valueOf).toList());
        // 376 units of width; a label of 14 letters takes 14 × 7 + 12 = 110 of them: three fit.
        assertThat(days.under()).hasSizeLessThanOrEqualTo(3);
    }
}

package vn.bamcoso.reporting.entry;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import vn.bamcoso.basics.Texts;
import vn.bamcoso.figures.Indicator;

class DoubtsTest {
    private static final Indicator CASES = indicator(Indicator.OverTime.SUM, null);
    private static final Indicator MODELS = indicator(Indicator.OverTime.LAST, null);
    private static final Indicator CELL = indicator(Indicator.OverTime.LAST, BigDecimal.ONE);

    private static Indicator indicator(Indicator.OverTime overTime, @Nullable BigDecimal most) {
        return new Indicator((short) 1, "x", "x", "x", "x", "x", "x", "x", Indicator.How.ENTERED, overTime, Indicator.OverPlaces.SUM, vn.bamcoso.figures.Level.COMMUNE, Set.of(), (short) 4, "security",
                null, 0, BigDecimal.ZERO, most, "[]", false, Indicator.Held.YES, "x", null, null, 0, 0);
    }

    private static Optional<String> about(Indicator indicator, int value, @Nullable Integer last, @Nullable Integer lastYear) {
        return Doubts.about(indicator, BigDecimal.valueOf(value), last == null ? null : BigDecimal.valueOf(last), lastYear == null ? null : BigDecimal.valueOf(lastYear), "quý III năm 2026", Texts.vi());
    }

    @Test
    void tenTimesTheLastQuarterAsksForTheSlipOfATen() {
        assertThat(about(CASES, 210, 22, 21)).contains("Gấp 9,5 lần quý III năm 2026 (22). Đúng là 210 hay 21? Nếu đúng, xin ghi một câu lý do.");
    }

    @Test
    void aValueLikeTheSameQuarterLastYearIsNoSurprise() {
        assertThat(about(CASES, 210, 22, 205)).isEmpty();
        assertThat(about(CASES, 34, 31, 28)).isEmpty();
    }

    @Test
    void smallNumbersMayDoubleWithoutAQuestion() {
        assertThat(about(CASES, 6, 2, null)).isEmpty();
        assertThat(about(CASES, 0, 4, 3)).isEmpty();
    }

    @Test
    void aSuddenZeroAndASuddenCountAreAskedAbout() {
        assertThat(about(CASES, 0, 40, 35)).hasValueSatisfying(said -> assertThat(said).contains("là 40, kỳ này ghi 0"));
        assertThat(about(CASES, 40, 0, 0)).hasValueSatisfying(said -> assertThat(said).contains("là 0, kỳ này ghi 40"));
    }

    @Test
    void whatStandsForAStateIsAskedAboutSooner() {
        assertThat(about(MODELS, 15, 9, 9)).isPresent();
        assertThat(about(CASES, 15, 9, 9)).isEmpty();
        assertThat(about(CELL, 0, 1, 1)).hasValueSatisfying(said -> assertThat(said).contains("ghi là không"));
    }

    @Test
    void withoutAnythingKnownThereIsNothingToAsk() {
        assertThat(about(CASES, 5000, null, null)).isEmpty();
    }
}

package vn.bamcoso.documents.numbers;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import org.junit.jupiter.api.Test;
import vn.bamcoso.basics.Texts;

/** Against the same period last year, as officials print it. */
class ChangeTest {
    @Test
    void fortyThreeCasesFewerAreAboutTenPerCentOfTheEarlierNumber() {
        Change change = Change.of(BigDecimal.valueOf(391), BigDecimal.valueOf(434)).orElseThrow();
        assertThat(change.words(Texts.VIETNAMESE)).isEqualTo("giảm 43 (391/434), giảm 9,91%");
        assertThat(change.signed(Texts.VIETNAMESE)).isEqualTo("−43");
        assertThat(change.signedPercent(Texts.VIETNAMESE)).isEqualTo("−9,91%");
    }

    @Test
    void ofNothingThereIsNoPercentageAndNoChangeIsSaidSo() {
        assertThat(Change.of(BigDecimal.valueOf(7), BigDecimal.ZERO).orElseThrow().words(Texts.VIETNAMESE)).isEqualTo("tăng 7 (7/0)");
        assertThat(Change.of(BigDecimal.valueOf(7), new BigDecimal("7.0")).orElseThrow().words(Texts.VIETNAMESE)).isEqualTo("không đổi");
        assertThat(Change.of(null, BigDecimal.ONE)).isEmpty();
    }
}

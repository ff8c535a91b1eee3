package vn.bamcoso.reviews;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import org.junit.jupiter.api.Test;
import vn.bamcoso.documents.numbers.Numeral.Unit;

class PhrasingTest {
    private static final Fact OFFICERS = new Fact(new BigDecimal("44694"), null, null, "", null);
    private static final Fact COVERAGE = new Fact(new BigDecimal("96.8341595"), new BigDecimal(8595), new BigDecimal(8876), "", null);

    private static Slot slot(String say, Unit unit, Integer decimals) {
        return new Slot("x", "NVN@2021-07-01", "@2021-04-23", null, say, unit, decimals, null);
    }

    @Test
    void ofFortyFourThousandSixHundredAndNinetyFourBothPressPhrasesAreOfferedAndNoFalseOne() {
        assertThat(Phrasing.choices(slot("NEARLY", null, null), OFFICERS)).contains("44.694", "gần 45.000", "hơn 44.000").doesNotContain("hơn 45.000", "gần 44.000", "gần 50.000");
    }

    @Test
    void aHundredPercentIsOnlyOfferedWhenAllAreThere() {
        var rate = slot("EXACT", Unit.PERCENT, 1);
        assertThat(Phrasing.choices(rate, COVERAGE)).containsExactly("96,8%", "8.595/8.876");
        assertThat(Phrasing.wrong("đạt 100%", rate, COVERAGE)).contains("8.595/8.876 = 96,8%");
        var whole = new Fact(new BigDecimal(100), new BigDecimal(188), new BigDecimal(188), "", null);
        assertThat(Phrasing.choices(rate, whole)).contains("100%", "188/188");
        assertThat(Phrasing.wrong("đạt 100%", rate, whole)).isNull();
    }

    @Test
    void aChosenPhraseStaysWhileItIsTrueAndIsSaidAnewInItsMannerAfterwards() {
        var officers = slot("NEARLY", null, null);
        assertThat(Phrasing.now("hơn 44.000", officers, OFFICERS)).isEqualTo("hơn 44.000");
        var more = new Fact(new BigDecimal("45012"), null, null, "", null);
        assertThat(Phrasing.now("hơn 44.000", officers, more)).isEqualTo("hơn 45.000");
        assertThat(Phrasing.now("trên 44.000", officers, more)).isEqualTo("trên 45.000");
        assertThat(Phrasing.now("gần 45.000", officers, more)).isEqualTo("gần 46.000");
        assertThat(Phrasing.now("44.694", officers, more)).isEqualTo("45.012");
        assertThat(Phrasing.now("8.595/8.876", slot("FRACTION", Unit.PERCENT, 1), new Fact(new BigDecimal("97"), new BigDecimal(8600), new BigDecimal(8876), "", null))).isEqualTo("8.600/8.876");
    }

    @Test
    void smallCountsHaveAZeroBeforeThemAndAnAverageItsDecimal() {
        assertThat(Phrasing.first(slot("EXACT", null, null), new Fact(BigDecimal.valueOf(5), null, null, "", null))).isEqualTo("05");
        assertThat(Phrasing.first(slot("EXACT", null, 1), new Fact(new BigDecimal("5.2000"), null, null, "", null))).isEqualTo("5,2");
        assertThat(Phrasing.first(slot("EXACT", null, 1), new Fact(new BigDecimal("5"), null, null, "", null))).isEqualTo("5,0");
        assertThat(Phrasing.first(slot("OVER", Unit.DONG, null), new Fact(new BigDecimal("3142500000000"), null, null, "", null))).isEqualTo("hơn 3.100 tỷ đồng");
    }

    @Test
    void aWordingIsReadAndWrittenBack() {
        String text = "đã bố trí [1: gần 45.000] cán bộ tại [2: 8.595] xã";
        assertThat(Slotted.read(text).marked()).isEqualTo(text);
        assertThat(Slotted.read(text).plain()).isEqualTo("đã bố trí gần 45.000 cán bộ tại 8.595 xã");
        assertThat(TextCheck.unproved(Slotted.read("Có [1: 63] tỉnh và 12 đơn vị khác, theo Nghị định số 42/2021/NĐ-CP ngày 31/3/2021"))).containsExactly("12");
    }
}

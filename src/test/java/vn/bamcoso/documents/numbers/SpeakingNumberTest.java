package vn.bamcoso.documents.numbers;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.junit.jupiter.api.Assertions.assertTimeout;
import static vn.bamcoso.basics.Texts.ENGLISH;
import static vn.bamcoso.basics.Texts.VIETNAMESE;

import java.math.BigDecimal;
import java.time.Duration;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import vn.bamcoso.basics.Problem;

class SpeakingNumberTest {

    private static Verdict say(String phrase, String exact) {
        return SpeakingNumber.parse(phrase, VIETNAMESE).check(new BigDecimal(exact));
    }

    @ParameterizedTest(name = "of {1} one may say “{0}”")
    @CsvSource(delimiter = '|', value = {
        "gần 45.000 | 44694", "hơn 44.000 | 44694", "44.694 | 44694", "gần 44.700 | 44694", "trên 44.600 | 44694", "ngót 45.000 | 44694", "khoảng 45.000 | 44694",
        "hơn 8.500 | 8595", "8.595 | 8595", "hơn 3.100 tỷ đồng | 3124000000000", "trên 8 tỷ đồng | 8250000000", "hơn 1.800 | 1827", "gần 200 | 193",
        "trên 5 nghìn | 5120", "575 nghìn | 575000", "hơn 2.900 | 2911", "trên 100 | 104", "5,2 | 5.2", "05 | 5", "đủ 05 | 5",
        "ít nhất 5 | 7", "không quá 10 | 10", "5–7 | 6", "từ 5 đến 7 | 7", "từ 5 trở lên | 5", "đạt 100% | 100", "96,8% | 96.8",
    })
    void truePhrasesHold(String phrase, String exact) {
        assertThat(say(phrase, exact)).matches(Verdict::holds, "holds");
    }

    @ParameterizedTest(name = "of {1} one may not say “{0}”: {2}")
    @CsvSource(delimiter = '|', value = {
        "hơn 45.000 | 44694 | not-over", "gần 44.000 | 44694 | not-nearly", "gần 50.000 | 44694 | too-far", "hơn 40.000 | 44694 | too-far",
        "hơn 44.694 | 44694 | not-over", "gần 44.694 | 44694 | not-nearly", "hơn 43.000 | 44694 | out-of-step", "khoảng 50.000 | 44694 | too-far",
        "45.000 | 44694 | not-exact", "hơn 8.500 | 8600 | out-of-step", "gần 200 | 188 | too-far", "đủ 05 | 4 | not-full", "đủ 05 | 6 | more-than-full",
        "ít nhất 5 | 4 | below", "không quá 10 | 11 | above", "5–7 | 8 | outside-range", "đạt 100% | 99.99 | not-hundred", "100% | 100.01 | not-hundred", "575 nghìn | 576000 | not-exact",
    })
    void untruePhrasesAreRefused(String phrase, String exact, String why) {
        Verdict verdict = say(phrase, exact);
        assertThat(verdict.holds()).isFalse();
        assertThat(verdict.code()).isEqualTo("documents.speaking." + why);
        assertThat(verdict.sentence(VIETNAMESE)).startsWith("“" + phrase + "”").doesNotContain("{");
        assertThat(verdict.sentence(ENGLISH)).doesNotContain("{");
    }

    @Test
    void theRefusalSaysWhyAndWhatWouldBeTrue() {
        assertThat(say("hơn 45.000", "44694").sentence(VIETNAMESE))
                .isEqualTo("“hơn 45.000” sai: số chính xác là 44.694, không lớn hơn 45.000. Có thể viết: “gần 45.000”, “hơn 44.000”, “44.694”.");
        assertThat(say("gần 50.000", "44694").sentence(ENGLISH))
                .isEqualTo("“gần 50.000” lies more than 5% away from the exact value, 44,694. It may be written: “nearly 45,000”, “over 44,000”, “44,694”.");
    }

    @Test
    void aNumberWithDecimalsOrAScaleWordIsARoundingButAHundredPerCentIsNot() {
        assertThat(say("5,2", "5.2037").code()).isEqualTo("documents.speaking.rounded");
        assertThat(say("96,8%", "96.8338").code()).isEqualTo("documents.speaking.rounded");
        assertThat(say("96,8%", "96.89").code()).isEqualTo("documents.speaking.truncated");
        assertThat(say("575 nghìn", "574800").code()).isEqualTo("documents.speaking.rounded");
        assertThat(say("100%", "99.96").holds()).isFalse();
    }

    @Test
    void allIsSaidOnlyWhenNumeratorAndDenominatorAreEqual() {
        BigDecimal staffed = new BigDecimal(8595);
        SpeakingNumber all = SpeakingNumber.parse("đạt 100%", VIETNAMESE);
        assertThat(all.checkOf(staffed, new BigDecimal(8876)).sentence(VIETNAMESE)).isEqualTo("“đạt 100%” chỉ đúng khi đủ cả 8.876; mới có 8.595.");
        assertThat(all.checkOf(staffed, staffed).holds()).isTrue();
        assertThat(all.checkOf(staffed, null).code()).isEqualTo("documents.speaking.denominator-unknown");
        assertThat(SpeakingNumber.parse("toàn bộ", VIETNAMESE).checkOf(staffed, new BigDecimal(8876)).holds()).isFalse();
        assertThat(SpeakingNumber.parse("tất cả 63", VIETNAMESE).checkOf(new BigDecimal(63), new BigDecimal(63)).holds()).isTrue();
        assertThat(SpeakingNumber.parse("tất cả 63", VIETNAMESE).checkOf(new BigDecimal(62), new BigDecimal(63)).holds()).isFalse();
    }

    @Test
    void aFractionCarriesBothNumbers() {
        SpeakingNumber haiDuong = SpeakingNumber.parse("188/188", VIETNAMESE);
        assertThat(haiDuong.checkOf(new BigDecimal(188), new BigDecimal(188)).holds()).isTrue();
        assertThat(haiDuong.checkOf(new BigDecimal(187), new BigDecimal(188)).code()).isEqualTo("documents.speaking.other-fraction");
        assertThat(SpeakingNumber.parse("391/434", VIETNAMESE).checkOf(new BigDecimal(391), new BigDecimal(434)).holds()).isTrue();
    }

    @Test
    void nearnessIsASetting() {
        SpeakingNumber coarse = SpeakingNumber.parse("gần 50.000", VIETNAMESE);
        assertThat(coarse.check(new BigDecimal(44694), new BigDecimal("0.2")).holds()).isTrue();
    }

    @Test
    void phrasesOf44694() {
        assertThat(texts("44694")).containsExactly("44.694", "gần 44.700", "hơn 44.600", "gần 45.000", "hơn 44.000");
        assertThat(SpeakingNumber.phrasesFor(new BigDecimal(44694), ENGLISH)).extracting(SpeakingNumber::text)
                .containsExactly("44,694", "nearly 44,700", "over 44,600", "nearly 45,000", "over 44,000");
    }

    @Test
    void phrasesOfOtherSizes() {
        assertThat(texts("8595")).containsExactly("8.595", "gần 8.600", "hơn 8.590", "hơn 8.500", "gần 9.000");
        assertThat(texts("193")).containsExactly("193", "gần 200", "hơn 190");
        assertThat(texts("5")).containsExactly("5");
        assertThat(texts("45000")).containsExactly("45.000");
        assertThat(texts("54123456")).containsExactly("54.123.456", "gần 54,2 triệu", "hơn 54,1 triệu", "gần 55 triệu", "hơn 54 triệu");
        assertThat(SpeakingNumber.phrase(new BigDecimal("3124500000000"), Qualifier.OVER, Numeral.Unit.DONG, VIETNAMESE).text()).isEqualTo("hơn 3.100 tỷ đồng");
        assertThat(SpeakingNumber.phrase(new BigDecimal(44694), Qualifier.NEARLY, Numeral.Unit.NONE, VIETNAMESE).text()).isEqualTo("gần 45.000");
        assertThat(SpeakingNumber.phrase(new BigDecimal(188), Qualifier.NEARLY, Numeral.Unit.NONE, VIETNAMESE).text()).isEqualTo("gần 190");
        assertThat(SpeakingNumber.phrase(new BigDecimal(4), Qualifier.NEARLY, Numeral.Unit.NONE, VIETNAMESE).text()).isEqualTo("4");
    }

    private static List<String> texts(String exact) {
        return SpeakingNumber.phrasesFor(new BigDecimal(exact), VIETNAMESE).stream().map(SpeakingNumber::text).toList();
    }

    @Test
    void everyPhraseMadeIsTrueWhenItIsReadBack() {
        Random random = new Random(30);
        for (int i = 0; i < 20_000; i++) {
            BigDecimal exact = BigDecimal.valueOf(Math.round(Math.pow(10, random.nextDouble() * 13)));
            Numeral.Unit unit = random.nextBoolean() ? Numeral.Unit.NONE : Numeral.Unit.DONG;
            for (SpeakingNumber phrase : SpeakingNumber.phrasesFor(exact, unit, VIETNAMESE)) {
                SpeakingNumber read = SpeakingNumber.parse(phrase.text(), VIETNAMESE);
                assertThat(read.qualifier()).isEqualTo(phrase.qualifier());
                assertThat(read.check(exact).holds()).as("%s of %s", phrase.text(), exact).isTrue();
            }
        }
    }

    @ParameterizedTest(name = "{0} is {1}")
    @CsvSource({"gần, NEARLY", "ngót, NEARLY", "hơn, OVER", "trên, OVER", "exact, EXACT", "'', EXACT", "đủ, IN_FULL", "khoảng, ABOUT", "tối đa, AT_MOST", "at least, AT_LEAST", "IN_FULL, IN_FULL"})
    void printedWordsHaveAMeaning(String word, Qualifier qualifier) {
        assertThat(Qualifier.of(word)).contains(qualifier);
    }

    @Test
    void aWordThatIsNoNumberIsRefused() {
        assertThat(Qualifier.of("hàng chục")).isEmpty();
        assertThatThrownBy(() -> SpeakingNumber.parse("hàng chục", VIETNAMESE)).isInstanceOf(Problem.class);
    }

    @Test
    void findsTheNumbersOfThePressArticle() {
        String text = """
                Theo báo cáo, tính đến ngày 23/4/2021, Công an 63 tỉnh, thành phố trực thuộc trung ương đã bố trí hơn 44.000 cán bộ Công an \
                chính quy đảm nhiệm các chức danh Công an xã tại hơn 8.500 Công an xã, thị trấn, đạt 100%, trung bình mỗi xã, thị trấn bố trí 5,2 cán bộ.
                Tại Hải Dương, sau 3 giai đoạn triển khai, đến tháng 10/2020, đã bố trí đủ cơ cấu cho 188/188 xã, thị trấn, mỗi xã bố trí đủ 05 đồng chí; \
                nhiệm kỳ 2020 – 2025; tiếp nhận hơn 1.800 tin về ANTT, trong đó có gần 200 tin báo; thời gian qua đã có108 lượt tập thể, 250 lượt cá nhân. \
                Tính đến 14/5/2021, tiếp nhận 991.830 hồ sơ, cán đích sớm 47 ngày; phòng, chống dịch Covid 19; sáng 31/5, tại 44 Yết Kiêu.""";
        assertThat(found(text)).containsExactly("63", "hơn 44.000", "hơn 8.500", "đạt 100%", "5,2", "3", "188/188", "đủ 05", "hơn 1.800", "gần 200", "108", "250", "991.830", "47");
    }

    @Test
    void whatMeasuresNothingIsNotFound() {
        assertThat(found("""
                1. Thực hiện Nghị quyết số 12, Kế hoạch số 223/KH-BCA-V05, Nghị định số 42/2021/NĐ-CP, Luật số 30/2023/QH15, khoản 2 Điều 5
                2.1. Quý IV năm 2026 (từ 15/9 đến 14/12/2026), 6 tháng đầu năm 2026, giai đoạn 2013–2020, tháng 3.2021, chiều 6.11, V05, PX01
                Trực 24/24 giờ; lúc 8 giờ 30; điện thoại 0912345678; Phụ lục 2""")).isEmpty();
    }

    @Test
    void moneyScalesAndRangesAreFoundWhole() {
        assertThat(found("Bộ đã bố trí hơn 3.100 tỷ đồng; tổ chức trên 5 nghìn hội nghị với 575 nghìn lượt người; mỗi xã từ 5 đến 7 đồng chí, giảm 43 vụ (391/434), tăng 4,95%."))
                .containsExactly("hơn 3.100 tỷ đồng", "trên 5 nghìn", "575 nghìn", "từ 5 đến 7", "43", "391/434", "4,95%");
        List<SpeakingNumber.Found> found = SpeakingNumber.findIn("có108 lượt");
        assertThat(found).singleElement().satisfies(f -> {
            assertThat(f.from()).isEqualTo(2);
            assertThat(f.to()).isEqualTo(5);
            assertThat(f.spoken().number().value()).isEqualByComparingTo("108");
        });
    }

    private static List<String> found(String text) {
        return SpeakingNumber.findIn(text).stream().map(f -> f.spoken().text()).toList();
    }

    @Test
    void aTextMadeToStallIsReadAllTheSame() {
        for (String piece : List.of("1", "1.", "1 ", "hơn ", "M", "0/", "ngày ", "-1–")) {
            assertTimeout(Duration.ofSeconds(20), () -> SpeakingNumber.findIn(piece.repeat(40_000)));
        }
        assertThatThrownBy(() -> Numerals.read("1" + " ".repeat(50_000) + "x", NumberForm.VIETNAMESE)).isInstanceOf(Problem.class);
    }
}

package vn.bamcoso.documents.spelling;

import static org.assertj.core.api.Assertions.assertThat;
import static vn.bamcoso.documents.spelling.Folding.fold;

import java.text.Normalizer;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class SpellingTest {

    @ParameterizedTest(name = "{0} is written {1}")
    @CsvSource({"minh hoạ, minh họa", "xã hội hoá, xã hội hóa", "hoà, hòa", "Thuỷ, Thủy", "UỶ BAN, ỦY BAN", "khoẻ, khỏe", "loè, lòe", "uý, úy",
            "hòan thành, hoàn thành", "qúy IV, quý IV", "tỉ lệ, tỷ lệ", "sát nhập, sáp nhập", "Tỉnh uỷ, Tỉnh ủy"})
    void slipsAreFoundAndMended(String wrong, String right) {
        assertThat(Spelling.check(wrong)).isNotEmpty();
        assertThat(Spelling.check(right)).isEmpty();
        if (!wrong.startsWith("tỉ") && !wrong.startsWith("sát")) assertThat(Spelling.normalise(wrong)).isEqualTo(right);
    }

    @ParameterizedTest
    @ValueSource(strings = {"quý, quỳ, quỷ", "hoàn toàn", "huýt sáo", "khoáng sản", "khuỷu", "ngoáy", "toán", "thuế", "nguyễn", "Hòa Bình", "thủy lợi", "oán", "loét", "thúy", "tuyết", "Khuyến", "quét"})
    void wordsWithOneSpellingAreLeftAlone(String text) {
        assertThat(Spelling.check(text)).isEmpty();
        assertThat(Spelling.normalise(text)).isEqualTo(text);
    }

    @Test
    void aSlipSaysWhereItIsAndHowItIsWritten() {
        assertThat(Spelling.check("Dữ liệu minh hoạ")).containsExactly(new Spelling.Slip(14, "hoạ", "họa"));
        String decomposed = Normalizer.normalize("Hà Giang", Normalizer.Form.NFD);
        assertThat(Spelling.check(decomposed)).singleElement().satisfies(slip -> assertThat(slip.right()).isEqualTo("Hà"));
    }

    @Test
    void searchingMeetsHoweverItIsTyped() {
        assertThat(fold("Hà Giang")).isEqualTo("ha giang").isEqualTo(fold("HA  GIANG")).isEqualTo(fold("Hà-Giang"))
                .isEqualTo(fold(Normalizer.normalize("Hà Giang", Normalizer.Form.NFD)));
        assertThat(fold("Đồng Đăng")).isEqualTo("dong dang");
        assertThat(fold("Khánh Hoà")).isEqualTo(fold("Khánh Hòa"));
        assertThat(fold("Buôn Ma Thuột (TP.)")).isEqualTo("buon ma thuot tp");
        assertThat(fold("Phường 12")).isEqualTo("phuong 12");
    }
}

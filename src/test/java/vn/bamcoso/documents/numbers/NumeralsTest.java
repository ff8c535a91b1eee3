package vn.bamcoso.documents.numbers;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static vn.bamcoso.basics.Texts.ENGLISH;
import static vn.bamcoso.basics.Texts.VIETNAMESE;

import java.math.BigDecimal;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import vn.bamcoso.basics.Problem;
import vn.bamcoso.basics.Texts;

class NumeralsTest {

    @ParameterizedTest(name = "Vietnamese {0} is {1}")
    @CsvSource(delimiter = '|', value = {
        "45.000 | 45000", "5,2 | 5.2", "1.234,5 | 1234.5", "1.234 | 1234", "05 | 5", "0 | 0", "0,5 | 0.5", "575 nghìn | 575000", "5 ngàn | 5000",
        "50 tỷ | 50000000000", "3.100 tỷ đồng | 3100000000000", "3 nghìn tỷ | 3000000000000", "1,5 triệu | 1500000", "775,864 tỷ đồng | 775864000000",
        "−43 | -43", "-43 | -43", "+7 | 7", "1 234 567 | 1234567", "1234567 | 1234567", "96,8% | 96.8", "4,95 % | 4.95", " 12 | 12", "1.000.000 đ | 1000000",
    })
    void vietnameseNumbersAreRead(String text, BigDecimal value) {
        assertThat(Numerals.read(text, NumberForm.VIETNAMESE)).isEqualByComparingTo(value);
    }

    @ParameterizedTest(name = "English {0} is {1}")
    @CsvSource(delimiter = '|', value = {"45,000 | 45000", "5.2 | 5.2", "1,234.5 | 1234.5", "1.234 | 1.234", "3.1 million | 3100000", "96.8% | 96.8", "0.123 | 0.123"})
    void englishNumbersAreRead(String text, BigDecimal value) {
        assertThat(Numerals.read(text, NumberForm.ENGLISH)).isEqualByComparingTo(value);
    }

    @ParameterizedTest(name = "{0} without a stated form is {1}")
    @CsvSource(delimiter = '|', value = {"1.234.567 | 1234567", "1,234,567 | 1234567", "1.234,5 | 1234.5", "1,234.5 | 1234.5", "5,2 | 5.2", "5.25 | 5.25", "188 | 188", "12.3456 | 12.3456"})
    void whatHasOneMeaningNeedsNoStatedForm(String text, BigDecimal value) {
        assertThat(Numerals.read(text, null)).isEqualByComparingTo(value);
    }

    @Test
    void whatHasTwoMeaningsIsRefusedNamingBoth() {
        assertThatThrownBy(() -> Numerals.read("1.234", null)).isInstanceOfSatisfying(Problem.class, problem ->
                assertThat(Texts.vi().get(problem)).contains("1234 (dấu chấm ngăn hàng nghìn, kiểu Việt Nam)").contains("1.234 (kiểu Anh)"));
        assertThatThrownBy(() -> Numerals.read("1,234", null)).isInstanceOf(Problem.class);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', value = {"1.5", "1,234.5", "12.34", "1.2345", "00123", "012", "05,5", "một trăm", "12 xã", "1.234,", "''", "12 34", "1..234", "0.123", "1,2,3"})
    void whatIsNoVietnameseNumberIsRefused(String text) {
        assertThatThrownBy(() -> Numerals.read(text, NumberForm.VIETNAMESE)).isInstanceOf(Problem.class);
    }

    @Test
    void theRefusalSaysHowToWriteIt() {
        assertThatThrownBy(() -> Numerals.read("1,234.5", NumberForm.VIETNAMESE)).isInstanceOfSatisfying(Problem.class, problem ->
                assertThat(Texts.vi().get(problem)).isEqualTo("“1,234.5” viết theo kiểu Anh. Kiểu Việt Nam viết là 1.234,5."));
    }

    @Test
    void numbersAreWritten() {
        assertThat(Numerals.write(44694, VIETNAMESE)).isEqualTo("44.694");
        assertThat(Numerals.write(44694, ENGLISH)).isEqualTo("44,694");
        assertThat(Numerals.write(new BigDecimal("5.20"), VIETNAMESE)).isEqualTo("5,2");
        assertThat(Numerals.write(new BigDecimal("5.2"), 2, VIETNAMESE)).isEqualTo("5,20");
        assertThat(Numerals.write(new BigDecimal("4E+3"), VIETNAMESE)).isEqualTo("4.000");
        assertThat(Numerals.write(-43, VIETNAMESE)).isEqualTo("−43");
        assertThat(Numerals.write(new BigDecimal("123456789.125"), VIETNAMESE)).isEqualTo("123.456.789,125");
        assertThat(Numerals.count(5, VIETNAMESE)).isEqualTo("05");
        assertThat(Numerals.count(0, VIETNAMESE)).isEqualTo("0");
        assertThat(Numerals.count(12, VIETNAMESE)).isEqualTo("12");
        assertThat(Numerals.count(5, ENGLISH)).isEqualTo("5");
    }

    @Test
    void aShareIsNeverRoundedUpToAHundred() {
        assertThat(Numerals.percent(new BigDecimal("96.8338"), 1, VIETNAMESE)).isEqualTo("96,8%");
        assertThat(Numerals.percent(new BigDecimal("99.97"), 1, VIETNAMESE)).isEqualTo("99,97%");
        assertThat(Numerals.percent(new BigDecimal("100"), 1, VIETNAMESE)).isEqualTo("100%");
        assertThat(Numerals.percent(new BigDecimal("4.95"), 2, ENGLISH)).isEqualTo("4.95%");
    }

    @ParameterizedTest(name = "{0} dong: {1}")
    @CsvSource(delimiter = '|', value = {
        "3100000000000 | 3.100 tỷ đồng | VND 3,100 billion", "8000000000 | 8 tỷ đồng | VND 8 billion", "775864000000 | 775,864 tỷ đồng | VND 775.864 billion",
        "42500000 | 42,5 triệu đồng | VND 42.5 million", "1234567 | 1.234.567 đồng | VND 1,234,567", "0 | 0 đồng | VND 0"})
    void moneyIsWrittenExactly(BigDecimal dong, String vi, String en) {
        assertThat(Numerals.money(dong, VIETNAMESE)).isEqualTo(vi);
        assertThat(Numerals.money(dong, ENGLISH)).isEqualTo(en);
    }
}

package vn.bamcoso.calendar;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import vn.bamcoso.basics.Texts;

/** Days on pages and in fields. */
class DateWordsTest {
    @Test
    void aDayThatAPagePutsIntoAFieldIsReadAgainInBothLanguages() {
        IntStream.rangeClosed(1, 12).mapToObj(month -> LocalDate.of(2026, month, 7)).forEach(day -> {
            for (Texts texts : new Texts[] {Texts.vi(), Texts.en()}) {
                assertThat(DateWords.parse(texts.write(day))).as(texts.write(day)).isEqualTo(day);
                assertThat(DateWords.parse(DateWords.brief(day, texts.locale()))).isEqualTo(day);
            }
            assertThat(DateWords.parse(DateWords.words(day, Texts.VIETNAMESE))).isEqualTo(day);
            assertThat(DateWords.parse(DateWords.words(day, Texts.ENGLISH))).isEqualTo(day);
        });
    }
}

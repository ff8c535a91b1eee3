package vn.bamcoso.home.picture;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;
import org.junit.jupiter.api.Test;
import vn.bamcoso.basics.Texts;
import vn.bamcoso.shell.Page;

class SayingTest {
    private final Saying vietnamese = new Saying(page(Texts.vi()));

    private static Page page(Texts texts) {
        return new Page(texts, LocalDate.of(2026, 11, 21), null, null, () -> null, "/", "/", "auto", false, List::of);
    }

    private String said(String value) {
        return vietnamese.phrase(new BigDecimal(value));
    }

    @Test
    void theNearerPhraseIsSaid() {
        assertThat(said("44694")).isEqualTo("gần 45.000");
        assertThat(said("95064")).isEqualTo("hơn 95.000");
    }

    @Test
    void aRoundNumberIsNotRoundedAndASmallOneNotEither() {
        assertThat(said("45000")).isNull();
        assertThat(said("7")).isNull();
    }

    @Test
    void itIsSaidInEnglishToo() {
        assertThat(new Saying(page(Texts.en())).phrase(new BigDecimal("44694"))).isEqualTo("nearly 45,000");
    }
}

package vn.bamcoso.figures.statement;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.Locale;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import vn.bamcoso.calendar.Period;
import vn.bamcoso.documents.numbers.SpeakingNumber;
import vn.bamcoso.figures.Answer.Cell;
import vn.bamcoso.figures.Indicator;
import vn.bamcoso.figures.Mark;
import vn.bamcoso.figures.statement.Checked.Holds;

/** Each kind of verdict, on cells made by hand. */
class JudgementTest {
    private static final Locale VI = Locale.of("vi", "VN");
    private static final LocalDate APRIL = LocalDate.of(2021, 4, 23);

    @Test
    void ofOneExactNumberBothRoundingsHoldAndTheOtherWordsDoNot() {
        Cell exact = cell("44694");
        assertThat(holds("gần 45.000", exact)).isEqualTo(Holds.YES);
        assertThat(holds("hơn 44.000", exact)).isEqualTo(Holds.YES);
        assertThat(holds("44.694", exact)).isEqualTo(Holds.YES);
        assertThat(holds("hơn 45.000", exact)).isEqualTo(Holds.NO);
        assertThat(holds("gần 44.000", exact)).isEqualTo(Holds.NO);
        assertThat(holds("gần 50.000", exact)).isEqualTo(Holds.NO);
        assertThat(holds("44.695", exact)).isEqualTo(Holds.NO);
    }

    @Test
    void whatIsWrittenInThousandsOrWithADecimalIsARounding() {
        assertThat(holds("575 nghìn", cell("575000"))).isEqualTo(Holds.YES);
        assertThat(holds("5,2", cell("5.1999"))).isEqualTo(Holds.YES);
        assertThat(holds("hơn 3.100 tỷ đồng", cell("3142500000000"))).isEqualTo(Holds.YES);
        assertThat(holds("đủ 05", cell("5"))).isEqualTo(Holds.YES);
        assertThat(holds("đủ 05", cell("4"))).isEqualTo(Holds.NO);
    }

    @Test
    void aFractionHoldsWhenBothNumbersDo() {
        assertThat(of("188/188", staffed(), reported("188", 188, 188)).holds()).isEqualTo(Holds.YES);
        assertThat(of("188/188", staffed(), reported("187", 188, 188)).holds()).isEqualTo(Holds.NO);
        assertThat(of("188/188", staffed(), reported("188", 189, 189)).holds()).isEqualTo(Holds.NO);
    }

    @Test
    void allOfAnUnstatedNumberIsNeitherTrueNorFalse() {
        Cell rate = new Cell(new BigDecimal("96.8"), 8876, 8876, Mark.EXACT, false, new BigDecimal("8595"), new BigDecimal("8876"), APRIL, APRIL);
        Judgement.Of judged = of("đạt 100%", plain(null), rate);
        assertThat(judged.holds()).isEqualTo(Holds.OPEN);
        assertThat(judged.sentence()).contains("8.595/8.876 = 96,8%");
        Cell full = new Cell(new BigDecimal("100"), 1, 1, Mark.EXACT, false, new BigDecimal("10"), new BigDecimal("10"), APRIL, APRIL);
        assertThat(of("đạt 100%", plain(null), full).holds()).as("nor when all that are known are staffed").isEqualTo(Holds.OPEN);
    }

    @Test
    void daysAheadNameBothDaysWhenTheSeriesSaysAnother() {
        Cell target = new Cell(new BigDecimal("988200"), 1, 1, Mark.EXACT, false, null, null, LocalDate.of(2021, 6, 30), LocalDate.of(2021, 6, 30));
        Indicator ahead = plain("days_ahead(id_applications, id_applications_target)");
        assertThat(Judgement.of(statement("47"), ahead, cell("47"), target, VI).holds()).isEqualTo(Holds.YES);
        Judgement.Of other = Judgement.of(statement("47"), ahead, cell("45"), target, VI);
        assertThat(other.holds()).isEqualTo(Holds.NO);
        assertThat(other.sentence()).contains("14/5/2021").contains("16/5/2021").contains("30/6/2021");
    }

    @Test
    void nothingIsDecidedWithoutFiguresOrWithHalfOfThem() {
        assertThat(holds("gần 45.000", new Cell(null, 0, 8876, Mark.EXACT, false, null, null, null, null))).isEqualTo(Holds.OPEN);
        assertThat(holds("gần 45.000", reported("12", 2, 8876))).isEqualTo(Holds.OPEN);
        assertThat(holds("gần 45.000", reported("12", 8876, 8876))).isEqualTo(Holds.NO);
        assertThat(holds("gần 200", new Cell(null, 1, 1, Mark.EXACT, true, null, null, null, null))).isEqualTo(Holds.OPEN);
        assertThat(Judgement.of(statement("5"), plain(null), null, null, VI).holds()).as("out of scope").isEqualTo(Holds.OPEN);
    }

    private static Holds holds(String printed, Cell cell) {
        return of(printed, plain(null), cell).holds();
    }

    private static Judgement.Of of(String printed, Indicator indicator, Cell cell) {
        return Judgement.of(statement(printed), indicator, cell, null, VI);
    }

    private static Cell cell(String value) {
        return reported(value, 1, 1);
    }

    private static Cell reported(String value, int reported, int expected) {
        return new Cell(new BigDecimal(value), reported, expected, Mark.EXACT, false, null, null, APRIL, APRIL);
    }

    private static Statement statement(String printed) {
        SpeakingNumber spoken = SpeakingNumber.parse(printed, VI);
        return new Statement(1, null, "any", "NVN@2021-07-01", "Toàn quốc", "nation", 1, Period.asOf(APRIL), APRIL, printed, null, spoken.qualifier(),
                spoken.number().value(), null, spoken.denominator(), "article", "publisher", null, "event", "event", null, null);
    }

    private static Indicator staffed() {
        return indicator(null, BigDecimal.ONE);
    }

    private static Indicator plain(@Nullable String formula) {
        return indicator(formula, null);
    }

    private static Indicator indicator(@Nullable String formula, @Nullable BigDecimal most) {
        return new Indicator((short) 1, "any", "vi", "en", "vi", "en", "vi", "en", formula == null ? Indicator.How.ENTERED : Indicator.How.COMPUTED, Indicator.OverTime.LAST,
                Indicator.OverPlaces.SUM, vn.bamcoso.figures.Level.COMMUNE, Set.of(), (short) 1, "organisation", formula, 0, BigDecimal.ZERO, most, "[]", false, Indicator.Held.YES, null, null, null, 1, 0);
    }
}

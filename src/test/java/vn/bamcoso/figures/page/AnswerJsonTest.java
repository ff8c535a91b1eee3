package vn.bamcoso.figures.page;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import vn.bamcoso.calendar.Period;
import vn.bamcoso.figures.Answer;
import vn.bamcoso.figures.Indicator;
import vn.bamcoso.figures.Level;
import vn.bamcoso.figures.Mark;
import vn.bamcoso.figures.Question;

/** What is written by hand reads as any JSON, and each number's id leads back to what was asked. */
class AnswerJsonTest {
    private static final LocalDate MAP = LocalDate.of(2025, 6, 30);
    private static final Instant KNOWN = Instant.parse("2026-01-02T03:04:05Z");
    private static final Period QUARTER = Period.parse("2025-Q1");

    @Test
    void aPlaceWithSignsInItsNameAndNumbersOfEveryForm() throws IOException {
        JsonNode read = written(
                cell("-120034", null, null, false), cell("12.50", "1", "8", false), cell(null, null, null, true), cell("123456789012345678901234567890", null, null, false));

        assertThat(read.get("total").asInt()).isEqualTo(4);
        assertThat(read.get("map").asString()).isEqualTo("2025-06-30");
        JsonNode figures = read.get("figures");
        assertThat(figures).hasSize(4);
        assertThat(figures.get(0).get("placeName").asString()).isEqualTo("Xã \"Ia Đal\" \\ Ia H'Drai");
        assertThat(figures.get(0).get("place").asString()).isEqualTo("C23534@2021-07-01");
        assertThat(figures.get(0).get("value").decimalValue()).isEqualByComparingTo("-120034");
        assertThat(figures.get(1).get("value").decimalValue()).isEqualByComparingTo("12.5");
        assertThat(figures.get(1).get("numerator").decimalValue()).isEqualByComparingTo("1");
        assertThat(figures.get(1).get("denominator").decimalValue()).isEqualByComparingTo("8");
        assertThat(figures.get(2).has("value")).isFalse();
        assertThat(figures.get(2).get("hidden").asBoolean()).isTrue();
        assertThat(figures.get(2).get("from").asString()).isEqualTo("2025-03-14");
        assertThat(figures.get(3).get("value").decimalValue()).isEqualByComparingTo("123456789012345678901234567890");
        assertThat(figures.get(3).get("hidden").asBoolean()).isFalse();
    }

    @Test
    void theIdOfEachNumberAsksForItAgain() throws IOException {
        JsonNode figures = written(cell("1", null, null, false)).get("figures");

        Asked asked = FigureId.read(figures.get(0).get("id").asString());

        assertThat(asked).isEqualTo(new Asked("crime_tips", QUARTER, Level.COMMUNE, "C23534@2021-07-01", MAP, KNOWN));
        assertThat(figures.get(0).get("id").asString()).isEqualTo(FigureId.of("crime_tips", QUARTER, Level.COMMUNE, "C23534@2021-07-01", MAP, KNOWN));
    }

    private static JsonNode written(Answer.Cell... cells) throws IOException {
        var spot = new Answer.Spot(7, "C23534@2021-07-01", "23534", Level.COMMUNE, "xa", "Ia Đal", "Xã \"Ia Đal\" \\ Ia H'Drai", 6, (short) 62);
        List<Period> periods = java.util.stream.Stream.iterate(QUARTER, quarter -> quarter.next().orElseThrow()).limit(cells.length).toList();
        var question = new Question(List.of("crime_tips"), periods, Level.COMMUNE, null, MAP, KNOWN, false);
        var answer = new Answer(question, List.of(indicator()), periods, null, null, List.of(new Answer.Line(Answer.Kind.PLACE, spot, List.of(cells))));
        var out = new ByteArrayOutputStream();
        AnswerJson.write(answer, out);
        return JsonMapper.builder().enable(tools.jackson.databind.DeserializationFeature.USE_BIG_DECIMAL_FOR_FLOATS).build().readTree(out.toByteArray());
    }

    private static Answer.Cell cell(String value, String numerator, String denominator, boolean hidden) {
        LocalDate day = LocalDate.of(2025, 3, 14);
        return new Answer.Cell(number(value), 1, 2, Mark.EXACT, hidden, number(numerator), number(denominator), day, day);
    }

    private static BigDecimal number(String text) {
        return text == null ? null : new BigDecimal(text);
    }

    private static Indicator indicator() {
        return new Indicator((short) 1, "crime_tips", "Tin báo", "Tips", "", "", "tin", "tips", Indicator.How.ENTERED, Indicator.OverTime.SUM, Indicator.OverPlaces.SUM,
                Level.COMMUNE, Set.of(), (short) 4, "security", null, 0, null, null, "[]", false, Indicator.Held.YES, "x", null, null, 1, 0);
    }
}

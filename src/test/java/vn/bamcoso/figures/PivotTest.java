package vn.bamcoso.figures;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;
import static vn.bamcoso.figures.Hands.each;
import static vn.bamcoso.figures.Hands.figure;

import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.annotation.Import;
import vn.bamcoso.InTheHouse;
import vn.bamcoso.basics.Problem;
import vn.bamcoso.calendar.Period;
import vn.bamcoso.figures.Answer.Cell;

/** What figures answer, in numbers worked out by hand on the real places of Cao Bằng (04), Kon Tum (62) and others. */
@InTheHouse
@Import(Hands.class)
class PivotTest {
    private static final LocalDate OLD_MAP = LocalDate.of(2021, 7, 1);
    private static final LocalDate NEW_MAP = LocalDate.of(2025, 7, 1);

    @Autowired Hands hands;
    @Autowired Pivot pivot;

    @Test
    void theTerritoryAnswersForAnyDay() {
        assertThat(total("provinces", "@2021-04-23", OLD_MAP)).isEqualTo("63");
        assertThat(total("communes", "@2021-07-01", OLD_MAP)).isEqualTo("10599");
        assertThat(total("towns_and_communes", "@2021-07-01", NEW_MAP)).isEqualTo("8876");
        assertThat(total("communes", "@2025-07-01", OLD_MAP)).isEqualTo("3321");
        assertThat(total("districts", "@2021-07-01", NEW_MAP)).isEqualTo("705");
        assertThat(within("P62@2021-07-01", "communes", "~2018")).isEqualTo("102");
        assertThat(within("P62@2021-07-01", "districts", "~2018")).isEqualTo("10");
        assertThat(within("P62@2021-07-01", "neighbouring_countries", "~2018")).isEqualTo("2");
    }

    @Test
    void aYearIsTheSumOfItsQuartersAndSaysHowManyReportsItHas() {
        List<Integer> places = hands.communes(4, "2019-12-14");
        hands.recordMany(each("crime_tips", places, "2019-Q1", 1));
        hands.recordMany(each("crime_tips", places, "2019-Q2", 2));
        hands.recordMany(each("crime_tips", places.subList(0, 100), "2019-Q3", 3));
        Cell year = cell("P04@2021-07-01", Level.PROVINCE, "crime_tips", "2019");
        assertThat(places).hasSize(161);
        assertThat(year.value()).isEqualByComparingTo("783"); // 161 + 322 + 300
        assertThat(year.reported()).isEqualTo(422); // 161 + 161 + 100
        assertThat(year.expected()).isEqualTo(644); // 4 × 161
        assertThat(year.to()).isEqualTo("2019-09-14");
        assertThat(cell("P04@2021-07-01", Level.PROVINCE, "crime_tips", "..2019-08-31").value()).isEqualByComparingTo("483");
        assertThat(cell("P04@2021-07-01", Level.PROVINCE, "crime_tips", "2019-H1").value()).isEqualByComparingTo("483");
        assertThat(cell("P04@2021-07-01", Level.PROVINCE, "crime_tips", "2019-Q4").value()).isNull();
    }

    @Test
    void aFigureStoredForThePeriodItselfIsNotAddedToItsParts() {
        List<Integer> places = hands.communes(6, "2019-12-14");
        hands.recordMany(each("cases_resolved", places, "2019-Q1", 1));
        hands.recordMany(each("cases_resolved", places, "2019", 10));
        assertThat(cell("P06@2021-07-01", Level.PROVINCE, "cases_resolved", "2019").value()).isEqualByComparingTo("1080"); // 108 × 10
    }

    @Test
    void aStateIsTheLastKnownOfEachPlaceAndTellsItsDay() {
        List<Integer> places = hands.communes(10, "2021-04-23", "xa", "thi_tran");
        int n = places.size();
        hands.recordMany(each("officers_posted", places, "@2021-03-14", 4));
        hands.recordMany(each("officers_posted", places.subList(0, 10), "@2021-04-23", 5));
        Cell day = cell("P10@2021-07-01", Level.PROVINCE, "officers_posted", "@2021-05-31");
        assertThat(day.value()).isEqualByComparingTo(String.valueOf(4 * n + 10));
        assertThat(day.reported()).isEqualTo(n);
        assertThat(day.expected()).isEqualTo(n);
        assertThat(List.of(day.from(), day.to())).containsExactly(LocalDate.of(2021, 3, 14), LocalDate.of(2021, 4, 23));
        assertThat(cell("P10@2021-07-01", Level.PROVINCE, "officers_posted", "@2021-03-13").value()).isNull();
        assertThat(cell("P10@2021-07-01", Level.PROVINCE, "officers_posted", "@2022-05-01").value()).as("older than a year").isNull();
        Answer communes = ask(new Question(List.of("officers_posted"), List.of(Period.parse("@2021-05-31")), Level.COMMUNE, "P10@2021-07-01", OLD_MAP));
        assertThat(communes.total(0, 0).value()).isEqualByComparingTo(day.value());
        assertThat(communes.lines().stream().filter(line -> line.cells().getFirst().value() != null)).hasSize(n);
    }

    @Test
    void ratesAreComputedFromTheirOwnSumsAndNeverAveraged() {
        List<Integer> places = hands.communes(11, "2021-04-23", "xa", "thi_tran");
        List<NewFigure> figures = new ArrayList<>(each("communes_staffed", places.subList(0, 100), "@2021-04-23", 1));
        figures.addAll(each("communes_staffed", places.subList(100, places.size()), "@2021-04-23", 0));
        figures.addAll(each("officers_posted", places.subList(0, 40), "@2021-04-23", 7));
        figures.addAll(each("officers_posted", places.subList(40, 100), "@2021-04-23", 4));
        hands.recordMany(figures);
        Cell average = cell("P11@2021-07-01", Level.PROVINCE, "officers_per_commune", "@2021-04-23");
        assertThat(average.value()).isEqualByComparingTo("5.2"); // (280 + 240) / 100
        assertThat(average.numerator()).isEqualByComparingTo("520");
        assertThat(average.denominator()).isEqualByComparingTo("100");
        Cell coverage = cell("P11@2021-07-01", Level.PROVINCE, "coverage", "@2021-04-23");
        assertThat(coverage.denominator()).isEqualByComparingTo(String.valueOf(places.size()));
        assertThat(coverage.numerator()).isEqualByComparingTo("100");
        assertThat(cell("P11@2021-07-01", Level.PROVINCE, "officers_least", "@2021-04-23").value()).isEqualByComparingTo("4");
        assertThat(cell("P12@2021-07-01", Level.PROVINCE, "officers_per_commune", "@2021-04-23").value()).as("nothing reported").isNull();
    }

    @Test
    void theTargetOfTheNearestDeadlineHoldsAndDaysAheadCountFromTheFirstDayOnWhichItWasReached() {
        List<Integer> places = hands.communes(30, "2021-05-14");
        int n = places.size();
        hands.recordMany(each("id_applications_target", places, "@2021-06-30", 100));
        hands.recordMany(each("id_applications", places, "@2021-05-12", 90));
        hands.recordMany(each("id_applications", places.subList(0, n - 1), "@2021-05-13", 100));
        hands.recordMany(each("id_applications", places, "@2021-05-14", 101));
        assertThat(cell("P30@2021-07-01", Level.PROVINCE, "id_applications", "@2021-05-13").value())
                .as("the commune that did not report counts with the day before").isEqualByComparingTo(String.valueOf(100 * n - 10));
        Cell ahead = cell("P30@2021-07-01", Level.PROVINCE, "id_days_ahead", "@2021-05-14");
        assertThat(ahead.value()).isEqualByComparingTo("47");
        assertThat(cell("P30@2021-07-01", Level.PROVINCE, "id_days_ahead", "@2021-05-13").value()).isNull();
        assertThat(cell("P30@2021-07-01", Level.PROVINCE, "id_target_rate", "@2021-05-14").value()).isEqualByComparingTo("101");
        assertThat(cell("P30@2021-07-01", Level.PROVINCE, "id_applications_target", "@2021-07-01").value()).as("after the deadline").isNull();
    }

    @Test
    void whatIsComputedFromTerritoryAndFiguresTogether() {
        List<Integer> wards = hands.communes(62, "2018-12-31", "phuong");
        List<Integer> towns = hands.communes(62, "2018-12-31", "thi_tran");
        List<Integer> communes = hands.communes(62, "2018-12-31", "xa");
        var figures = new ArrayList<NewFigure>(each("wards_staffed", wards, "~2018", 1));
        figures.addAll(each("towns_staffed", towns, "~2018", 1));
        figures.addAll(each("key_communes_staffed", communes.subList(0, 32), "~2018", 1));
        hands.recordMany(figures);
        assertThat(within("P62@2021-07-01", "communes_to_staff", "~2018")).isEqualTo(String.valueOf(102 - 10 - towns.size() - 32));
    }

    @Test
    void askedAsOfAPastMomentItSaysWhatWasKnownThen() {
        List<Integer> places = hands.communes(12, "2020-03-14");
        hands.recordAt(Instant.parse("2020-03-16T03:00:00Z"), figure("cases_cleared", places.get(0), "2020-Q1", 5), figure("cases_cleared", places.get(1), "2020-Q1", 6));
        hands.recordAt(Instant.parse("2020-03-20T03:00:00Z"), figure("cases_cleared", places.get(0), "2020-Q1", 9));
        Question question = new Question(List.of("cases_cleared"), List.of(Period.parse("2020-Q1")), Level.PROVINCE, "P12@2021-07-01", OLD_MAP);
        assertThat(ask(question).total(0, 0).value()).isEqualByComparingTo("15");
        assertThat(ask(question.knownAt(Instant.parse("2020-03-18T00:00:00Z"))).total(0, 0).value()).isEqualByComparingTo("11");
        assertThat(ask(question.knownAt(Instant.parse("2020-03-20T03:00:00Z"))).total(0, 0).value()).isEqualByComparingTo("15");
        assertThat(ask(question.knownAt(Instant.parse("2020-03-15T00:00:00Z"))).total(0, 0).value()).isNull();
        Answer communes = ask(question.at(Level.COMMUNE).knownAt(Instant.parse("2020-03-18T00:00:00Z")));
        assertThat(communes.total(0, 0).value()).isEqualByComparingTo("11");
        assertThat(communes.lines().stream().map(line -> line.cells().getFirst().value()).filter(java.util.Objects::nonNull).map(Object::toString)).containsExactlyInAnyOrder("5", "6");
    }

    @Test
    void questionsThatMakeNoSenseGetASentence() {
        assertThat(refused(new Question(List.of("communes"), List.of(Period.parse("@2026-01-01")), Level.DISTRICT, null, NEW_MAP))).isEqualTo("figures.problem.no-districts");
        assertThat(refused(new Question(List.of("communes"), List.of(Period.parse("@2026-01-01")), Level.PROVINCE, "P02@2021-07-01", NEW_MAP))).isEqualTo("figures.problem.not-on-map");
        assertThat(refused(new Question(List.of("communes"), List.of(Period.parse("@2026-01-01")), Level.NATION, "P01@2021-07-01", NEW_MAP))).isEqualTo("figures.problem.level-above");
        assertThat(refused(new Question(List.of("nothing"), List.of(Period.parse("@2026-01-01")), Level.NATION, null, NEW_MAP))).isEqualTo("figures.problem.no-indicator");
        assertThat(refused(new Question(List.of("communes"), List.of(Period.parse("@2026-01-01")), Level.PROVINCE, "P99@2021-07-01", NEW_MAP))).isEqualTo("basics.problem.not-found");
    }

    private Answer ask(Question question) {
        return hands.asTheProgram(() -> pivot.ask(question));
    }

    private String total(String indicator, String period, LocalDate map) {
        return ask(new Question(List.of(indicator), List.of(Period.parse(period)), Level.PROVINCE, null, map)).total(0, 0).value().toPlainString();
    }

    private String within(String key, String indicator, String period) {
        return cell(key, Level.PROVINCE, indicator, period).value().toPlainString();
    }

    private Cell cell(String within, Level level, String indicator, String period) {
        return ask(new Question(List.of(indicator), List.of(Period.parse(period)), level, within, OLD_MAP)).total(0, 0);
    }

    private String refused(Question question) {
        return catchThrowableOfType(Problem.class, () -> ask(question)).code();
    }
}

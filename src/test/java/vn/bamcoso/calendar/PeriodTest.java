package vn.bamcoso.calendar;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static vn.bamcoso.calendar.PeriodKind.*;

import java.time.LocalDate;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import vn.bamcoso.basics.Problem;
import vn.bamcoso.basics.Texts;

class PeriodTest {

    private static LocalDate day(String iso) {
        return LocalDate.parse(iso);
    }

    @ParameterizedTest(name = "{0} runs from {1} to {2}")
    @CsvSource({
        "2026-Q1, 2025-12-15, 2026-03-14, QUARTER",
        "2026-Q4, 2026-09-15, 2026-12-14, QUARTER",
        "2026-Q4c, 2026-10-01, 2026-12-31, QUARTER",
        "2026-H1, 2025-12-15, 2026-06-14, HALF_YEAR",
        "2026-H2, 2026-06-15, 2026-12-14, HALF_YEAR",
        "2026-9M, 2025-12-15, 2026-09-14, NINE_MONTHS",
        "2026-9Mc, 2026-01-01, 2026-09-30, NINE_MONTHS",
        "2020, 2019-12-15, 2020-12-14, YEAR",
        "2026c, 2026-01-01, 2026-12-31, YEAR",
        "2026m, 2025-11-15, 2026-11-14, YEAR",
        "2026-01, 2025-12-15, 2026-01-14, MONTH",
        "2024-03, 2024-02-15, 2024-03-14, MONTH",
        "2024-02c, 2024-02-01, 2024-02-29, MONTH",
        "2026-W47, 2026-11-16, 2026-11-22, WEEK",
        "2020-W53, 2020-12-28, 2021-01-03, WEEK",
        "2026-11-21, 2026-11-21, 2026-11-21, DAY",
        "@2021-04-23, 2021-04-23, 2021-04-23, AS_OF",
        "2018..2021-03, 2018-01-01, 2021-03-31, SPAN",
        "2013..2020, 2013-01-01, 2020-12-31, SPAN",
        "2019-02-05..2020-11-06, 2019-02-05, 2020-11-06, SPAN",
        "~2018, 2018-01-01, 2018-12-31, ABOUT",
        "~2018-02, 2018-02-01, 2018-02-28, ABOUT",
    })
    void aCodeMeansItsDaysAndTheDaysGiveTheCodeBack(String code, LocalDate start, LocalDate end, PeriodKind kind) {
        Period period = Period.parse(code);
        assertThat(period).isEqualTo(new Period(kind, start, end));
        assertThat(period.code()).isEqualTo(code);
    }

    @Test
    void anOpenBeginningHasNoFirstDay() {
        Period sinceDeployment = Period.parse("..2021-05-31");
        assertThat(sinceDeployment.start()).isNull();
        assertThat(sinceDeployment.end()).isEqualTo("2021-05-31");
        assertThat(sinceDeployment.contains(day("1990-01-01"))).isTrue();
        assertThat(sinceDeployment.contains(day("2021-06-01"))).isFalse();
        assertThat(sinceDeployment.code()).isEqualTo("..2021-05-31");
    }

    @ParameterizedTest(name = "{0} is written {1}")
    @CsvSource({"@2020-10, @2020-10-31", "..2021-05, ..2021-05-31", "2018-01-01..2021-03-31, 2018..2021-03", "2018-01..2018-12, 2018..2018"})
    void aLongerWritingIsUnderstoodAndShortened(String written, String canonical) {
        assertThat(Period.parse(written).code()).isEqualTo(canonical);
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "26-Q4", "2026-Q5", "2026-q4", "2026-Q04", "2026-13", "2026-3", "2026-Q4m", "2026-W54", "2025-W53", "2026-W47c",
            "2021-02-29", "@2021-02-30", "2021-03..2018", "..", "2018..", "~", "~2018..2019", "1066", "2026-Q4 ", "quý IV"})
    void whatIsNoCodeIsRefusedWithASentenceInBothLanguages(String code) {
        assertThatThrownBy(() -> Period.parse(code)).isInstanceOfSatisfying(Problem.class, problem -> {
            assertThat(Texts.vi().get(problem)).endsWith(".").doesNotContain("{");
            assertThat(Texts.en().get(problem)).endsWith(".").doesNotContain("{");
        });
    }

    @Test
    void daysThatNoRuleKnowsAreNoQuarter() {
        assertThatThrownBy(() -> new Period(QUARTER, day("2026-09-16"), day("2026-12-14"))).isInstanceOf(Problem.class);
        assertThatThrownBy(() -> new Period(QUARTER, day("2026-10-15"), day("2027-01-14"))).isInstanceOf(Problem.class);
        assertThatThrownBy(() -> new Period(AS_OF, day("2026-10-15"), day("2026-10-16"))).isInstanceOf(Problem.class);
        assertThatThrownBy(() -> new Period(ABOUT, day("2018-01-01"), day("2018-06-30"))).isInstanceOf(Problem.class);
    }

    @ParameterizedTest(name = "{0} under {1}: {2} lies in {3}")
    @CsvSource({
        "QUARTER, OFFICIAL, 2026-03-14, 2026-Q1",
        "QUARTER, OFFICIAL, 2026-03-15, 2026-Q2",
        "QUARTER, OFFICIAL, 2025-12-15, 2026-Q1",
        "YEAR, OFFICIAL, 2019-12-14, 2019",
        "YEAR, MOVEMENT, 2025-11-15, 2026m",
        "YEAR, MOVEMENT, 2025-11-14, 2025m",
        "MONTH, OFFICIAL, 2026-01-31, 2026-02",
        "HALF_YEAR, CALENDAR, 2026-06-30, 2026-H1c",
        "NINE_MONTHS, OFFICIAL, 2026-09-14, 2026-9M",
        "WEEK, CALENDAR, 2026-11-21, 2026-W47",
        "AS_OF, AS_OF, 2021-04-23, @2021-04-23",
        "OPEN, AS_OF, 2021-05-31, ..2021-05-31",
    })
    void aDayLiesInThePeriodThatTheFormsRuleSays(PeriodKind kind, PeriodRule rule, LocalDate day, String code) {
        assertThat(rule.containing(kind, day)).contains(Period.parse(code));
    }

    @Test
    void aDayAfterMidSeptemberLiesInNoNineMonths() {
        assertThat(PeriodRule.OFFICIAL.containing(NINE_MONTHS, day("2026-09-15"))).isEmpty();
        assertThat(PeriodRule.OFFICIAL.lastOver(NINE_MONTHS, day("2026-09-15"))).contains(Period.parse("2026-9M"));
        assertThat(PeriodRule.OFFICIAL.lastOver(NINE_MONTHS, day("2026-09-14"))).contains(Period.parse("2025-9M"));
    }

    @Test
    void onThe21stOfNovember2026QuarterThreeIsTheLastThatIsOver() {
        assertThat(PeriodRule.OFFICIAL.lastOver(QUARTER, day("2026-11-21"))).contains(Period.parse("2026-Q3"));
        assertThat(PeriodRule.OFFICIAL.lastOver(QUARTER, day("2026-12-14"))).contains(Period.parse("2026-Q3"));
        assertThat(PeriodRule.OFFICIAL.lastOver(QUARTER, day("2026-12-15"))).contains(Period.parse("2026-Q4"));
        assertThat(PeriodRule.MOVEMENT.lastOver(YEAR, day("2026-11-21"))).contains(Period.parse("2026m"));
    }

    @ParameterizedTest(name = "before {0} comes {1}; a year earlier it is {2}")
    @CsvSource({
        "2026-Q1, 2025-Q4, 2025-Q1", "2026-H1, 2025-H2, 2025-H1", "2026-01c, 2025-12c, 2025-01c", "2026-9M, 2025-9M, 2025-9M",
        "2026, 2025, 2025", "2026m, 2025m, 2025m", "2026-W01, 2025-W52, 2025-W01", "2024-02-29, 2024-02-28, 2023-02-28",
    })
    void previousAndSamePeriodLastYear(String code, String previous, String lastYear) {
        Period period = Period.parse(code);
        assertThat(period.previous()).contains(Period.parse(previous));
        assertThat(period.samePeriodLastYear()).contains(Period.parse(lastYear));
        if (period.kind() != NINE_MONTHS) assertThat(period.previous().orElseThrow().end()).isEqualTo(period.start().minusDays(1));
        assertThat(period.previous().orElseThrow().next()).contains(period);
    }

    @Test
    void whatHasNoRhythmHasNoPredecessor() {
        assertThat(Period.parse("@2021-04-23").previous()).isEmpty();
        assertThat(Period.parse("@2021-04-23").samePeriodLastYear()).contains(Period.parse("@2020-04-23"));
        assertThat(Period.parse("..2021-05-31").samePeriodLastYear()).contains(Period.parse("..2020-05-31"));
        assertThat(Period.parse("2013..2020").samePeriodLastYear()).isEmpty();
        assertThat(Period.parse("2020-W53").samePeriodLastYear()).isEmpty();
    }

    @Test
    void aYearIsMadeOfItsQuartersAndAQuarterLiesInItsYear() {
        assertThat(codes(Period.parse("2026").parts(QUARTER))).containsExactly("2026-Q1", "2026-Q2", "2026-Q3", "2026-Q4");
        assertThat(codes(Period.parse("2026-9M").parts(QUARTER))).containsExactly("2026-Q1", "2026-Q2", "2026-Q3");
        assertThat(codes(Period.parse("2026-H2c").parts(MONTH))).containsExactly("2026-07c", "2026-08c", "2026-09c", "2026-10c", "2026-11c", "2026-12c");
        assertThat(Period.parse("2026-9M").parts(HALF_YEAR)).isEmpty();
        assertThat(Period.parse("2026-03c").parts(WEEK)).isEmpty();
        assertThat(Period.parse("2026-02c").parts(DAY)).hasSize(28);
        assertThat(Period.parse("2026-Q3").within(YEAR)).contains(Period.parse("2026"));
        assertThat(Period.parse("2026-Q3").within(NINE_MONTHS)).contains(Period.parse("2026-9M"));
        assertThat(Period.parse("2026-Q4").within(NINE_MONTHS)).isEmpty();
        assertThat(Period.parse("2026-W53").within(YEAR)).isEmpty();
    }

    private static List<String> codes(List<Period> periods) {
        return periods.stream().map(Period::code).toList();
    }

    @ParameterizedTest(name = "{0}: {1}")
    @CsvSource(delimiter = '|', value = {
        "2026-Q4 | Quý IV năm 2026 (từ 15/9 đến 14/12/2026) | Quarter IV of 2026 (15 September to 14 December 2026) | Quý IV/2026 | Q IV 2026",
        "2026-H1 | 6 tháng đầu năm 2026 (từ 15/12/2025 đến 14/6/2026) | First half of 2026 (15 December 2025 to 14 June 2026) | 6 tháng đầu năm 2026 | First half 2026",
        "2020 | Năm 2020 (từ 15/12/2019 đến 14/12/2020) | Year 2020 (15 December 2019 to 14 December 2020) | Năm 2020 | 2020",
        "2026-03c | Tháng 3 năm 2026 | March 2026 | Tháng 3/2026 | March 2026",
        "2026-W47 | Tuần 47 năm 2026 (từ 16/11 đến 22/11/2026) | Week 47 of 2026 (16 November to 22 November 2026) | Tuần 47/2026 | Week 47/2026",
        "@2021-04-23 | Tính đến ngày 23 tháng 4 năm 2021 | As of 23 April 2021 | Đến 23/4/2021 | As of 23 Apr 2021",
        "..2021-05-31 | Từ khi triển khai đến ngày 31 tháng 5 năm 2021 | From the beginning to 31 May 2021 | Từ đầu đến 31/5/2021 | Up to 31 May 2021",
        "2018..2021-03 | Từ năm 2018 đến tháng 3/2021 | From 2018 to March 2021 | Từ năm 2018 đến tháng 3/2021 | From 2018 to March 2021",
        "2013..2020 | Giai đoạn 2013–2020 | 2013–2020 | Giai đoạn 2013–2020 | 2013–2020",
        "~2018 | Khoảng năm 2018 | About 2018 | Khoảng năm 2018 | About 2018",
    })
    void namesInBothLanguages(String code, String vi, String en, String labelVi, String labelEn) {
        Period period = Period.parse(code);
        assertThat(period.name(Texts.VIETNAMESE)).isEqualTo(vi);
        assertThat(period.name(Texts.ENGLISH)).isEqualTo(en);
        assertThat(period.label(Texts.VIETNAMESE)).isEqualTo(labelVi);
        assertThat(period.label(Texts.ENGLISH)).isEqualTo(labelEn);
    }

    @Test
    void everyKindAndRuleHasAName() {
        for (PeriodKind kind : PeriodKind.values()) {
            assertThat(kind.label(Texts.VIETNAMESE)).isNotBlank();
            assertThat(PeriodKind.of(kind.id())).isEqualTo(kind);
        }
        for (PeriodRule rule : PeriodRule.values()) assertThat(rule.label(Texts.ENGLISH)).isNotBlank();
    }
}

package vn.bamcoso.reporting;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.List;
import org.junit.jupiter.api.Test;
import vn.bamcoso.calendar.DeadlineRule;
import vn.bamcoso.calendar.Period;

class ChainTest {
    private static final LocalDate LAST_DAY_OF_THE_DISTRICTS = LocalDate.of(2025, 2, 28);
    private static final LocalDate FIRST_DAY_WITHOUT = LocalDate.of(2025, 3, 1);
    private static final Chain CHAIN = new Chain(List.of(
            new Chain.Step((short) 1, "commune", "send", DeadlineRule.workingDaysAfter(2), LocalDate.MIN, LocalDate.MAX),
            new Chain.Step((short) 2, "district", "forward", DeadlineRule.workingDaysAfter(4), LocalDate.MIN, FIRST_DAY_WITHOUT),
            new Chain.Step((short) 3, "provincial", "approve", DeadlineRule.dayOfLastMonth(25), LocalDate.MIN, LocalDate.MAX),
            new Chain.Step((short) 4, "ministry", "receive", null, LocalDate.MIN, LocalDate.MAX)));

    @Test
    void aReportGoesThroughTheDistrictUntilTheLastDayOfFebruary2025AndStraightToTheProvinceFromMarch() {
        assertThat(CHAIN.after("commune", LAST_DAY_OF_THE_DISTRICTS).orElseThrow().officeKind()).isEqualTo("district");
        assertThat(CHAIN.after("commune", FIRST_DAY_WITHOUT).orElseThrow().officeKind()).isEqualTo("provincial");
        assertThat(CHAIN.after("district", LAST_DAY_OF_THE_DISTRICTS).orElseThrow().officeKind()).isEqualTo("provincial");
    }

    @Test
    void aReportThatLayAtADistrictWhenTheDistrictsEndedWaitsAtTheProvince() {
        assertThat(CHAIN.waits("district", LAST_DAY_OF_THE_DISTRICTS).officeKind()).isEqualTo("district");
        assertThat(CHAIN.waits("district", FIRST_DAY_WITHOUT).officeKind()).isEqualTo("provincial");
        assertThat(CHAIN.waits("provincial", FIRST_DAY_WITHOUT).officeKind()).isEqualTo("provincial");
    }

    @Test
    void theCommuneHasTwoWorkingDaysAfterTheCutOffAndTheProvinceUntilThe25th() {
        Period fourthQuarter = Period.parse("2026-Q4"); // ends on Monday 14 December 2026
        assertThat(CHAIN.due("commune", fourthQuarter, FIRST_DAY_WITHOUT)).contains(LocalDate.of(2026, 12, 16));
        assertThat(CHAIN.due("provincial", fourthQuarter, FIRST_DAY_WITHOUT)).contains(LocalDate.of(2026, 12, 25));
        assertThat(CHAIN.due("ministry", fourthQuarter, FIRST_DAY_WITHOUT)).isEmpty();
        assertThat(CHAIN.due("district", fourthQuarter, FIRST_DAY_WITHOUT)).isEmpty();
    }

    @Test
    void theCutOffOnASaturdayGivesMondayAndTuesday() {
        Period thirdQuarter = Period.parse("2024-Q3"); // ends on Saturday 14 September 2024
        assertThat(CHAIN.due("commune", thirdQuarter, LAST_DAY_OF_THE_DISTRICTS)).contains(LocalDate.of(2024, 9, 17));
    }
}

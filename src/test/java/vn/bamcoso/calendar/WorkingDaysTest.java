package vn.bamcoso.calendar;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.LocalDate;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import vn.bamcoso.basics.Problem;
import vn.bamcoso.basics.Texts;

class WorkingDaysTest {

    private final WorkingDays days = WorkingDays.vietnam();

    @ParameterizedTest(name = "{0} is open: {1}")
    @CsvSource({
        "2026-11-20, true", "2026-11-21, false", "2026-11-22, false",
        "2021-02-10, false", "2021-02-16, false", "2021-02-17, true",   // Tết Tân Sửu
        "2021-04-21, false",                                            // Giỗ Tổ
        "2021-09-02, false", "2021-09-03, false",                       // two days from 2021
        "2020-09-03, true",                                             // one day until 2020
        "2023-05-02, false", "2023-05-03, false", "2023-05-04, true",   // in lieu of 29/4 and 30/4
        "2025-05-02, false", "2025-04-26, true",                        // swapped for a Saturday
        "2026-01-02, false", "2026-01-10, true",
    })
    void theOfficesAreOpen(LocalDate day, boolean open) {
        assertThat(days.isOpen(day)).isEqualTo(open);
    }

    @Test
    void workingDaysAreCountedOverHolidays() {
        // Friday 24/4/2026; Monday 27/4 is off in lieu of Giỗ Tổ; 30/4 and 1/5 are holidays; so: 28, 29, 4/5.
        assertThat(days.after(LocalDate.of(2026, 4, 24), 1)).isEqualTo("2026-04-28");
        assertThat(days.after(LocalDate.of(2026, 4, 24), 3)).isEqualTo("2026-05-04");
        assertThat(days.between(LocalDate.of(2026, 4, 24), LocalDate.of(2026, 5, 4))).isEqualTo(3);
        assertThat(days.after(LocalDate.of(2026, 4, 24), 0)).isEqualTo("2026-04-24");
        assertThat(days.after(LocalDate.of(2026, 4, 25), 0)).isEqualTo("2026-04-28");
    }

    @Test
    void haiDuongReachedItsTarget47DaysAhead() {
        assertThat(WorkingDays.daysAhead(LocalDate.of(2021, 6, 30), LocalDate.of(2021, 5, 14))).isEqualTo(47);
        assertThat(WorkingDays.daysAhead(LocalDate.of(2021, 6, 30), LocalDate.of(2021, 7, 2))).isEqualTo(-2);
    }

    @Test
    void yearsOutsideTheListKnowWeekendsAndFixedHolidaysOnly() {
        LocalDate newYear2030 = LocalDate.of(2030, 1, 1); // a Tuesday
        assertThat(days.knows(newYear2030)).isFalse();
        assertThat(days.isOpen(newYear2030)).isFalse();
        assertThat(days.isOpen(newYear2030.plusDays(1))).isTrue();
    }

    @ParameterizedTest(name = "{0} of {1} is due on {2}")
    @CsvSource({
        "+2, 2026-Q4, 2026-12-16",    // ends Monday 14/12
        "+2, 2025-H1, 2025-06-17",    // ends Saturday 14/6: Monday, Tuesday
        "day25, 2026-Q4, 2026-12-25",
        "day25, 2026-Q1, 2026-03-25",
        "+1, @2021-04-30, 2021-05-04", // 1/5 Saturday, 3/5 in lieu
    })
    void aReportIsDue(String rule, String period, LocalDate due) {
        DeadlineRule deadline = DeadlineRule.parse(rule);
        assertThat(deadline.dueFor(Period.parse(period), days)).isEqualTo(due);
        assertThat(deadline.code()).isEqualTo(rule);
    }

    @Test
    void aDeadlineThatTheDecreeDoesNotAllowIsRefused() {
        assertThatThrownBy(() -> DeadlineRule.parse("+0")).isInstanceOf(Problem.class);
        assertThatThrownBy(() -> DeadlineRule.parse("day31")).isInstanceOf(Problem.class);
        assertThatThrownBy(() -> DeadlineRule.parse("next week")).isInstanceOf(Problem.class);
    }

    @Test
    void documentsPutAZeroBeforeSmallDaysAndTheFirstTwoMonthsOnly() {
        assertThat(DateWords.words(LocalDate.of(2026, 2, 5), Texts.VIETNAMESE)).isEqualTo("ngày 05 tháng 02 năm 2026");
        assertThat(DateWords.words(LocalDate.of(2021, 4, 23), Texts.VIETNAMESE)).isEqualTo("ngày 23 tháng 4 năm 2021");
        assertThat(DateWords.words(LocalDate.of(2021, 10, 9), Texts.VIETNAMESE)).isEqualTo("ngày 09 tháng 10 năm 2021");
        assertThat(DateWords.withWeekday(LocalDate.of(2026, 11, 21), Texts.VIETNAMESE)).isEqualTo("Thứ Bảy, 21 tháng 11 năm 2026");
        assertThat(DateWords.withWeekday(LocalDate.of(2026, 11, 21), Texts.ENGLISH)).isEqualTo("Saturday, 21 November 2026");
        assertThat(DateWords.brief(LocalDate.of(2021, 4, 23), Texts.VIETNAMESE)).isEqualTo("23/4/2021");
    }

    @ParameterizedTest
    @CsvSource({"23/4/2021, 2021-04-23", "23.04.2021, 2021-04-23", "1-2-2021, 2021-02-01", "2021-04-23, 2021-04-23", "ngày 05 tháng 02 năm 2026, 2026-02-05"})
    void daysAsPeopleWriteThem(String written, LocalDate day) {
        assertThat(DateWords.parse(written)).isEqualTo(day);
    }

    @ParameterizedTest
    @CsvSource({"31.5", "31/4/2021", "4/23/2021", "23/4/21", "hôm qua"})
    void daysThatCannotBeReadAreRefused(String written) {
        assertThatThrownBy(() -> DateWords.parse(written)).isInstanceOf(Problem.class);
    }
}

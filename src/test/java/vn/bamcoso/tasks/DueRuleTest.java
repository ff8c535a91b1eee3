package vn.bamcoso.tasks;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Last days and turns, by the calendars of 2026. */
class DueRuleTest {
    @ParameterizedTest
    @CsvSource({
        "2026-11-20, 2026-11-20", // a Friday
        "2026-11-21, 2026-11-23", // a Saturday: the Monday after
        "2026-01-10, 2026-01-10", // a Saturday on which offices work in exchange for another day
        "2026-04-25, 2026-04-28", // a Saturday; the Monday is off in lieu of Giỗ Tổ
        "2026-04-30, 2026-05-04", // Thursday and Friday are holidays, then the weekend
        "2026-02-17, 2026-02-23", // the first day of Tết Bính Ngọ; offices open again on Monday the 23rd
    })
    void aDateOnWhichOfficesAreClosedCountsUntilTheyOpen(LocalDate due, LocalDate last) {
        assertThat(DueRule.lastDay(due, true)).isEqualTo(last);
        assertThat(DueRule.lastDay(due, false)).as("when the setting says that dates do not move").isEqualTo(due);
    }

    @Test
    void beforeALawIsTheDayBeforeAndTurnsEndWithTheStatedDate() {
        assertThat(DueRule.BEFORE_LAW.turns(LocalDate.of(2026, 1, 5), LocalDate.of(2026, 7, 1))).containsExactly(LocalDate.of(2026, 6, 30));
        assertThat(DueRule.QUARTERLY.turns(LocalDate.of(2026, 3, 31), LocalDate.of(2026, 12, 15)))
                .containsExactly(LocalDate.of(2026, 3, 31), LocalDate.of(2026, 6, 30), LocalDate.of(2026, 9, 30), LocalDate.of(2026, 12, 15));
        assertThat(DueRule.HALF_YEARLY.turns(LocalDate.of(2026, 7, 1), LocalDate.of(2026, 12, 31))).containsExactly(LocalDate.of(2026, 12, 31));
    }
}

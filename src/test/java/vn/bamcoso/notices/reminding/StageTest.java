package vn.bamcoso.notices.reminding;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.List;
import org.junit.jupiter.api.Test;
import vn.bamcoso.calendar.WorkingDays;

/** When a deadline is told, by hand from the calendar of 2026: Saturdays and Sundays, Tết (14–22 February), 30 April. */
class StageTest {
    private static final Rules.Rule USUAL = new Rules.Rule(List.of(7, 3, 1), 2, 2);

    private static List<String> told(LocalDate lastDay) {
        return Stage.all(lastDay, USUAL, WorkingDays.vietnam()).stream().map(stage -> stage.code() + " " + stage.tellOn()).toList();
    }

    private static String on(LocalDate lastDay, LocalDate today) {
        return Stage.of(lastDay, today, USUAL, WorkingDays.vietnam()).map(Stage::code).orElse("");
    }

    @Test
    void anOrdinaryWeek() {
        assertThat(told(LocalDate.of(2026, 11, 26))).as("a Thursday").containsExactly(
                "before7 2026-11-19", "before3 2026-11-23", "before1 2026-11-25", "day 2026-11-26", "after 2026-11-27", "up1 2026-12-01", "up2 2026-12-03");
    }

    @Test
    void whatFallsOnAWeekendIsToldOnTheFridayBeforeAndTheLaterOfTwoCounts() {
        LocalDate monday = LocalDate.of(2026, 11, 30);
        assertThat(told(monday)).containsExactly(
                "before7 2026-11-23", "before3 2026-11-27", "before1 2026-11-27", "day 2026-11-30", "after 2026-12-01", "up1 2026-12-03", "up2 2026-12-07");
        assertThat(on(monday, LocalDate.of(2026, 11, 27))).isEqualTo("before1");
        assertThat(on(monday, LocalDate.of(2026, 11, 29))).as("a Sunday brings nothing new").isEqualTo("before1");
    }

    @Test
    void overTetNobodyIsTold() {
        LocalDate after = LocalDate.of(2026, 2, 23);
        assertThat(told(after)).as("the first Monday after the holiday").startsWith("before7 2026-02-13", "before3 2026-02-13", "before1 2026-02-13", "day 2026-02-23");
        assertThat(told(LocalDate.of(2026, 2, 13))).as("the last Friday before it").endsWith("after 2026-02-23", "up1 2026-02-25", "up2 2026-02-27");
    }

    @Test
    void aMissedRunIsMadeUpForWithTheLatestStageAlone() {
        LocalDate thursday = LocalDate.of(2026, 11, 26);
        assertThat(on(thursday, LocalDate.of(2026, 11, 18))).isEmpty();
        assertThat(on(thursday, LocalDate.of(2026, 11, 24))).as("two days before").isEqualTo("before3");
        assertThat(on(thursday, LocalDate.of(2026, 12, 2))).isEqualTo("up1");
        assertThat(on(thursday, LocalDate.of(2026, 12, 16))).isEqualTo("up2");
        assertThat(on(thursday, LocalDate.of(2026, 12, 17))).as("two weeks later it is no longer made up for").isEmpty();
    }

    @Test
    void aRunKnowsEveryLastDayThatHasSomethingToBeTold() {
        var stages = Stage.on(LocalDate.of(2026, 11, 26), USUAL, WorkingDays.vietnam());
        assertThat(stages).filteredOn(stage -> stage.tellOn().equals(LocalDate.of(2026, 11, 26))).extracting(stage -> stage.code() + " of " + stage.lastDay())
                .containsExactly("up2 of 2026-11-19", "up1 of 2026-11-23", "after of 2026-11-25", "day of 2026-11-26", "before1 of 2026-11-27", "before3 of 2026-11-29", "before7 of 2026-12-03");
    }
}

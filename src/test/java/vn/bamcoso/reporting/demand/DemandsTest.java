package vn.bamcoso.reporting.demand;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.List;
import org.junit.jupiter.api.Test;
import vn.bamcoso.reporting.demand.DemandsPage.Demand;
import vn.bamcoso.reporting.demand.DemandsPage.Line;

class DemandsTest {
    private static final LocalDate ENDLESS = LocalDate.of(2100, 1, 1);
    private static final String[] ENTERED = {"Vụ việc", "vụ", "entered"};

    private static Demand demand(String form, String level, int from, LocalDate to, int yearly) {
        return new Demand(form, form, level, LocalDate.of(from, 1, 1), to, "", yearly);
    }

    private static Line line(String[] names, Demand... demands) {
        return DemandsPage.line("cases", names, List.of(demands));
    }

    @Test
    void twoFormsThatAskTheSameOfTheSameLevelOnTheSameDaysAskTwice() {
        assertThat(line(ENTERED, demand("quarterly", "commune", 2018, ENDLESS, 4), demand("weekly", "commune", 2025, ENDLESS, 52)).twice()).isTrue();
        assertThat(line(ENTERED, demand("quarterly", "commune", 2018, ENDLESS, 4), demand("weekly", "province", 2025, ENDLESS, 52)).twice()).as("another level").isFalse();
        assertThat(line(ENTERED, demand("old", "commune", 2018, LocalDate.of(2024, 12, 31), 4), demand("new", "commune", 2025, ENDLESS, 12)).twice()).as("one after the other").isFalse();
        assertThat(line(ENTERED, demand("quarterly", "commune", 2018, LocalDate.of(2024, 12, 31), 4), demand("quarterly", "commune", 2024, ENDLESS, 4)).twice()).as("versions of one form").isFalse();
    }

    @Test
    void whatIsAskedAYearIsAddedUpAndWhatRecordsTellStandsOut() {
        Line line = line(new String[] {"Cán bộ", "người", "measured"}, demand("quarterly", "commune", 2018, ENDLESS, 4), demand("review", "commune", 2018, ENDLESS, 3));
        assertThat(line.yearly()).isEqualTo(7);
        assertThat(line.measured()).isTrue();
    }
}

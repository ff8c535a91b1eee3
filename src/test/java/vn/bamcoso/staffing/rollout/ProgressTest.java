package vn.bamcoso.staffing.rollout;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/** Five communes: two reached the goal in March, one in June; two have not by 30 June. */
class ProgressTest {
    private static final LocalDate JUNE_30 = LocalDate.of(2020, 6, 30);
    private static final Programme PROGRAMME = new Programme(1, "Lộ trình", "Roll-out", "covered", 1, LocalDate.of(2020, 2, 10), "Kế hoạch", null, 1);
    private static final List<Progress.Step> FIVE = List.of(
            step(1, "2020-03-31", "2020-03-31", "2020-03-05"), step(2, "2020-03-31", "2020-03-31", "2020-03-31"),
            step(3, "2020-03-31", "2020-05-31", "2020-06-02"), step(4, "2020-03-31", "2020-05-31", null), step(5, "2020-03-31", "2020-07-31", null));

    private static Progress.Step step(int id, String first, String planned, @Nullable String reached) {
        return new Progress.Step(id, (short) 2, (short) 1, LocalDate.parse(first), LocalDate.parse(planned), reached == null ? null : LocalDate.parse(reached));
    }

    private static Progress on(LocalDate day, List<Progress.Step> spots) {
        return new Progress(PROGRAMME, day, List.of(new Programme.Stage((short) 1, "phase", "Giai đoạn 1", "Phase 1")), spots);
    }

    @Test
    void atThePaceOfNinetyDaysTheTwoThatAreLeftTakeAnother180() {
        // since 1 April only the third reached it: one in 90 days, two left
        assertThat(on(JUNE_30, FIVE).forecast()).isEqualTo(new Progress.Forecast("expected", LocalDate.of(2020, 12, 27), 1));
    }

    @Test
    void whereNothingMovesNoDayIsPromised() {
        assertThat(on(LocalDate.of(2021, 6, 30), FIVE).forecast()).isEqualTo(new Progress.Forecast("standing", null, 0));
        assertThat(on(JUNE_30, List.of()).forecast().kind()).isEqualTo("empty");
    }

    @Test
    void whenAllHaveReachedItTheDayIsThatOfTheLast() {
        assertThat(on(JUNE_30, FIVE.subList(0, 3)).forecast()).isEqualTo(new Progress.Forecast("reached", LocalDate.of(2020, 6, 2), 1));
    }

    @Test
    void onlyWhatIsPastItsRevisedDayIsLate() {
        Progress progress = on(JUNE_30, FIVE);
        assertThat(progress.late()).isEqualTo(1);
        assertThat(progress.blocking()).extracting(Progress.Step::placeId).containsExactly(4, 5);
        assertThat(Progress.delay(FIVE.get(2))).isEqualTo(2L);
        assertThat(Progress.delay(FIVE.get(0))).isEqualTo(-26L);
    }

    @Test
    void theCurveKeepsTheFirstPlanBesideTheRevisedOneAndStopsToday() {
        Progress.Curve curve = on(JUNE_30, FIVE).curve();
        assertThat(curve.months()).hasSize(6).startsWith(LocalDate.of(2020, 2, 1)).endsWith(LocalDate.of(2020, 7, 1));
        assertThat(curve.first()).containsExactly(n(0), n(5), n(5), n(5), n(5), n(5));
        assertThat(curve.planned()).containsExactly(n(0), n(2), n(2), n(4), n(4), n(5));
        assertThat(curve.actual()).containsExactly(n(0), n(2), n(2), n(2), n(3), null);
    }

    @Test
    void aGateIsReadyMissingOrUnknownAndPeopleAreCounted() {
        Spot open = new Spot(FIVE.get(3), "C00004", "Xã 4", "xa", false, 0, true, false, null, null);
        assertThat(open.gate("decision")).isEqualTo("ready");
        assertThat(open.gate("premises")).isEqualTo("missing");
        assertThat(open.gate("equipment")).isEqualTo("unknown");
        assertThat(open.gate("people")).isEqualTo("missing");
        assertThat(open.gate("party-cell")).isEqualTo("unknown");
        assertThat(open.missing()).containsExactly("people", "premises");
    }

    private static BigDecimal n(int value) {
        return BigDecimal.valueOf(value);
    }
}

package vn.bamcoso.campaigns.progress;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import vn.bamcoso.campaigns.progress.Pace.Point;
import vn.bamcoso.campaigns.progress.Standing.State;

/** A target of 1,000 from 1 to 100 days: everything worked out by hand. 1 March 2021 is day 1, 8 June 2021 day 100. */
class PaceTest {
    private static final LocalDate FIRST = LocalDate.of(2021, 3, 1);
    private static final LocalDate DEADLINE = LocalDate.of(2021, 6, 8);
    private static final BigDecimal TARGET = BigDecimal.valueOf(1_000);

    private static LocalDate day(int n) {
        return FIRST.plusDays(n - 1);
    }

    private static Point point(int day, long total) {
        return new Point(day(day), BigDecimal.valueOf(total));
    }

    private static Standing standing(int day, Point... series) {
        return Pace.of(TARGET, FIRST, DEADLINE, day(day), List.of(series));
    }

    @Test
    void theDeadlineIsDayOneHundred() {
        assertThat(day(100)).isEqualTo(DEADLINE);
    }

    @Test
    void byDayFortyFourHundredAreExpectedAndWhatIsMissingIsSharedAmongTheDaysThatAreLeft() {
        Standing standing = standing(40, point(26, 210), point(33, 273), point(40, 350));
        assertThat(standing.expected()).isEqualByComparingTo("400"); // 1,000 × 40/100
        assertThat(standing.ahead()).isEqualByComparingTo("-50");
        assertThat(standing.percent()).isEqualByComparingTo("35.0");
        assertThat(standing.required()).isEqualByComparingTo("11"); // 650 over 60 days = 10.83, rounded up
        assertThat(standing.pace()).isEqualByComparingTo("10.0"); // 350 − 210 over 14 days
        assertThat(standing.forecast()).isEqualTo(day(105)); // 650 ÷ 10 = 65 days after day 40
        assertThat(standing.soonest()).isEqualTo(day(100)); // fastest week 77/7 = 11 a day: 59.1, so 60 days
        assertThat(standing.latest()).isEqualTo(day(113)); // slowest week 63/7 = 9 a day: 72.2, so 73 days
        assertThat(standing.state()).isEqualTo(State.WILL_MISS);
        assertThat(standing.missing()).isEqualByComparingTo("650");
    }

    @Test
    void inTimeAtThePaceButNotAtTheSlowestWeekIsARisk() {
        // 14 days: 210 → 364 = 11 a day; weeks 10 and 12. 636 ÷ 11 = 57.8 → day 98; ÷ 10 = 63.6 → day 104; ÷ 12 = 53 → day 93
        Standing standing = standing(40, point(26, 210), point(33, 280), point(40, 364));
        assertThat(standing.forecast()).isEqualTo(day(98));
        assertThat(standing.soonest()).isEqualTo(day(93));
        assertThat(standing.latest()).isEqualTo(day(104));
        assertThat(standing.state()).isEqualTo(State.AT_RISK);
    }

    @Test
    void inTimeAtTheSlowestWeekIsOnTrack() {
        // 14 days: 210 → 434 = 16 a day; weeks 15 and 17. 566 ÷ 15 = 37.7 → day 78
        Standing standing = standing(40, point(26, 210), point(33, 315), point(40, 434));
        assertThat(standing.latest()).isEqualTo(day(78));
        assertThat(standing.state()).isEqualTo(State.ON_TRACK);
    }

    @Test
    void daysEarlyAreCountedFromTheFirstDayOnWhichItWasReached() {
        Standing standing = standing(100, point(52, 999), point(53, 1_004), point(54, 1_004), point(100, 1_100));
        assertThat(standing.reached()).isEqualTo(day(53));
        assertThat(standing.daysEarly()).isEqualTo(47); // from day 53 to day 100
        assertThat(standing.state()).isEqualTo(State.REACHED);
        assertThat(standing.percent()).isEqualByComparingTo("110.0");
        assertThat(standing(100, point(100, 1_000)).daysEarly()).isZero();
        assertThat(Pace.of(TARGET, FIRST, DEADLINE, DEADLINE.plusDays(9), List.of(point(103, 1_000))).daysEarly()).as("three days late").isEqualTo(-3);
    }

    @Test
    void haiDuong2021ReachedIts988200On14May47DaysEarly() {
        LocalDate deadline = LocalDate.of(2021, 6, 30);
        List<Point> series = List.of(new Point(LocalDate.of(2021, 5, 13), BigDecimal.valueOf(976_400)), new Point(LocalDate.of(2021, 5, 14), BigDecimal.valueOf(991_830)));
        Standing standing = Pace.of(BigDecimal.valueOf(988_200), FIRST, deadline, LocalDate.of(2021, 5, 14), series);
        assertThat(standing.reached()).isEqualTo(LocalDate.of(2021, 5, 14));
        assertThat(standing.daysEarly()).isEqualTo(47); // 17 days of May and 30 of June
        assertThat(standing.percent()).isEqualByComparingTo("100.4"); // 991,830 ÷ 988,200 = 100.367 %
        assertThat(standing.ahead()).isEqualByComparingTo("384330"); // 14 May is day 75 of 122, 8,100 a day: 607,500 expected
    }

    @Test
    void withoutFiguresOrTargetNothingIsMadeUp() {
        assertThat(standing(40).state()).isEqualTo(State.UNKNOWN);
        assertThat(standing(40).expected()).isEqualByComparingTo("400");
        Standing aimless = Pace.of(null, FIRST, DEADLINE, day(40), List.of(point(40, 350)));
        assertThat(aimless.state()).isEqualTo(State.UNKNOWN);
        assertThat(aimless.done()).isEqualByComparingTo("350");
        assertThat(aimless.percent()).isNull();
        Standing still = standing(40, point(26, 350), point(33, 350), point(40, 350));
        assertThat(still.forecast()).as("nothing was added for two weeks").isNull();
        assertThat(still.state()).isEqualTo(State.WILL_MISS);
    }

    @Test
    void afterTheDeadlineWhatIsMissingIsMissed() {
        Standing standing = Pace.of(TARGET, FIRST, DEADLINE, DEADLINE.plusDays(1), List.of(point(90, 950), point(100, 999)));
        assertThat(standing.state()).isEqualTo(State.MISSED);
        assertThat(standing.percent()).as("99.9, never rounded up to 100").isEqualByComparingTo("99.9");
        assertThat(standing.required()).isNull();
        assertThat(standing.forecast()).isNull();
    }

    @Test
    void aLongCampaignIsAskedOnEveryDayOfItsLastMonthAndOnSomeBefore() {
        List<LocalDate> days = new ArrayList<>(Intake.days(FIRST, FIRST.plusDays(364)));
        assertThat(days).hasSizeLessThanOrEqualTo(150).isSorted().endsWith(FIRST.plusDays(363), FIRST.plusDays(364));
        assertThat(Intake.days(FIRST, day(100))).hasSize(100).startsWith(FIRST);
    }
}

package vn.bamcoso.demo.nation;

import static java.util.stream.Collectors.groupingBy;
import static java.util.stream.Collectors.summingLong;
import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.function.Predicate;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.datasource.DriverManagerDataSource;
import vn.bamcoso.TestDatabase;
import vn.bamcoso.calendar.Period;
import vn.bamcoso.demo.loading.Communes;

class DemoNationTest {
    private static final LocalDate TODAY = LocalDate.of(2026, 11, 21);
    private static Country country;
    private static List<Batch> batches;

    @BeforeAll
    static void makeTheNationOnce() {
        var database = TestDatabase.fresh();
        country = Communes.read(JdbcClient.create(new DriverManagerDataSource(database.url(), database.owner(), database.ownerPassword())));
        batches = make();
    }

    private static List<Batch> make() {
        return new DemoNation(country, Targets.read(), TODAY).turns().stream().map(turn -> turn.make().get()).toList();
    }

    @Test
    void everyTargetThatCommunesReportComesOutExactly() {
        for (Target target : Targets.read().all()) {
            boolean reported = batches.stream().anyMatch(batch -> batch.indicators().contains(target.indicator()));
            if (reported) {
                assertThat(sum(target.indicator(), target.period().code(), commune -> target.home() == 0 || commune.home() == target.home()))
                        .as("%s %s %s", target.indicator(), target.area(), target.period())
                        .isEqualTo(target.value().setScale(0));
            }
        }
    }

    @Test
    void theNationOnTheDayOfTheReviewIsWhatWasPrinted() {
        assertThat(sum("officers_posted", "@2021-04-23", all())).isEqualByComparingTo("44694");
        assertThat(sum("communes_staffed", "@2021-04-23", all())).isEqualByComparingTo("8595");
        assertThat(sum("party_cells", "@2021-04-23", all())).isEqualByComparingTo("7936");
    }

    @Test
    void inHaiDuongEveryCommuneHasFiveInOctober2020() {
        Batch october = batch(Reviews.FORM, "@2020-10-31");
        List<Sheet> there = october.sheets().stream().filter(sheet -> sheet.commune().home() == RollOut.HAI_DUONG).toList();
        assertThat(there).hasSize(188).allMatch(sheet -> sheet.values()[0] == 5 && sheet.values()[2] == 1);
    }

    @Test
    void haiDuongReachesItsTargetOnTheFourteenthOfMayAndNotBefore() {
        long eve = sum("id_applications", "@2021-05-13", in(RollOut.HAI_DUONG)).longValue();
        long day = sum("id_applications", "@2021-05-14", in(RollOut.HAI_DUONG)).longValue();
        assertThat(eve).isLessThan(988_200);
        assertThat(day).isEqualTo(991_830);
    }

    @Test
    void aCommunesSumOfApplicationsNeverFalls() {
        Map<Integer, List<Long>> series = batches.stream()
                .filter(batch -> batch.form().equals(CardIntake.FORM) && batch.period().year() == 2021)
                .flatMap(batch -> batch.sheets().stream())
                .filter(sheet -> sheet.commune().home() == RollOut.HAI_DUONG)
                .collect(groupingBy(sheet -> sheet.commune().placeId(), java.util.stream.Collectors.mapping(sheet -> sheet.values()[0], java.util.stream.Collectors.toList())));
        assertThat(series).hasSize(235);
        assertThat(series.values()).allSatisfy(values -> assertThat(values).isSorted());
    }

    @Test
    void theDriveThatRunsNowGoesUpEveryWeekInEveryCommune() {
        Map<Integer, List<Long>> series = batches.stream()
                .filter(batch -> batch.form().equals(CardIntake.FORM) && batch.period().year() > 2021)
                .flatMap(batch -> batch.sheets().stream())
                .collect(groupingBy(sheet -> sheet.commune().placeId(), java.util.stream.Collectors.mapping(sheet -> sheet.values()[0], java.util.stream.Collectors.toList())));
        assertThat(series).as("3,321 communes without Hoàng Sa and Trường Sa").hasSize(3_319);
        assertThat(series.values()).allSatisfy(values -> assertThat(values).hasSizeBetween(9, 10).isSorted());
    }

    @Test
    void theQuartersOfHaiDuongAgreeWithWhatWasPrintedSinceDeployment() {
        long closed = batches.stream()
                .filter(batch -> batch.form().equals(Results.FORM) && batch.period().code().matches("20(18|19|20)-Q.|2021-Q1"))
                .mapToLong(batch -> sum(batch, "crime_tips", in(RollOut.HAI_DUONG)))
                .sum();
        long running = sum("crime_tips", "2021-Q2", in(RollOut.HAI_DUONG)).longValue();
        assertThat(closed + running).isEqualTo(193);
    }

    @Test
    void moreAndMoreCommunesAreStaffedUntilAllAre() {
        List<Long> staffed = List.of("@2018-12-31", "@2019-12-31", "@2020-10-31", "@2021-04-23").stream()
                .map(day -> sum("communes_staffed", day, all()).longValue())
                .toList();
        assertThat(staffed).isSorted().doesNotHaveDuplicates();
        assertThat(batch(Reviews.FORM, "@2022-05-14").sheets()).allMatch(sheet -> sheet.values()[1] == 1);
    }

    @Test
    void onlyPlacesAliveOnTheLastDayReportAndEachOnce() {
        for (Batch batch : batches) {
            var seen = new HashSet<Integer>();
            assertThat(batch.sheets()).allMatch(sheet -> sheet.commune().aliveOn(batch.period().end()) && seen.add(sheet.commune().placeId()));
        }
    }

    @Test
    void crimeReportsAreAPartOfAllReports() {
        batches.stream().filter(batch -> batch.indicators().contains("crime_tips")).flatMap(batch -> batch.sheets().stream()).forEach(sheet -> {
            assertThat(sheet.values()[1]).isLessThanOrEqualTo(sheet.values()[0]);
            if (sheet.earlier() != null) {
                assertThat(sheet.earlier().values()[1]).isLessThanOrEqualTo(sheet.earlier().values()[0]);
            }
        });
    }

    @Test
    void someAreLateSomeCameBackSomeWereCorrectedSomeAreMissing() {
        Batch quarter = batch(Results.FORM, "2024-Q3");
        long expected = country.on(quarter.period().end()).stream().count();
        assertThat(expected - quarter.sheets().size()).isBetween(40L, 160L);
        assertThat(quarter.sheets().stream().filter(sheet -> sheet.returned() != null).count()).isBetween(100L, 260L);
        assertThat(quarter.sheets().stream().filter(sheet -> sheet.earlier() != null).count()).isBetween(40L, 160L);
    }

    @Test
    void whatWasKnownOnTheDayOfTheConferenceAddsUpToTheSameTotal() {
        var conference = java.time.Instant.parse("2021-05-31T00:00:00Z");
        long known = batch(Reviews.FORM, "@2021-04-23").sheets().stream()
                .mapToLong(sheet -> sheet.earlier() != null && sheet.approved().isAfter(conference) ? sheet.earlier().values()[0] : sheet.values()[0])
                .sum();
        assertThat(known).isEqualTo(44_694);
        assertThat(batch(Reviews.FORM, "@2021-04-23").sheets().stream().filter(sheet -> sheet.approved().isAfter(conference))).hasSize(2);
    }

    @Test
    void itIsTheSameNationEveryTimeAndNotTooLarge() {
        List<Batch> again = make();
        assertThat(again.stream().map(DemoNationTest::fingerprint).toList()).isEqualTo(batches.stream().map(DemoNationTest::fingerprint).toList());
        assertThat(batches.stream().mapToLong(Batch::figures).sum()).isBetween(1_000_000L, 3_000_000L);
    }

    private static int fingerprint(Batch batch) {
        int print = batch.period().hashCode();
        for (Sheet sheet : batch.sheets()) {
            print = 31 * print + java.util.Arrays.hashCode(sheet.values()) + sheet.sent().hashCode();
        }
        return print;
    }

    private static Predicate<Commune> all() {
        return commune -> true;
    }

    private static Predicate<Commune> in(short home) {
        return commune -> commune.home() == home;
    }

    private static Batch batch(String form, String period) {
        return batches.stream().filter(batch -> batch.form().equals(form) && batch.period().equals(Period.parse(period))).findFirst().orElseThrow();
    }

    private static BigDecimal sum(String indicator, String period, Predicate<Commune> where) {
        return BigDecimal.valueOf(batches.stream()
                .filter(batch -> batch.period().equals(Period.parse(period)) && batch.indicators().contains(indicator))
                .collect(summingLong(batch -> sum(batch, indicator, where))));
    }

    private static long sum(Batch batch, String indicator, Predicate<Commune> where) {
        int column = batch.indicators().indexOf(indicator);
        return batch.sheets().stream()
                .filter(sheet -> where.test(sheet.commune()) && sheet.values()[column] != Sheet.EMPTY)
                .mapToLong(sheet -> sheet.values()[column])
                .sum();
    }
}

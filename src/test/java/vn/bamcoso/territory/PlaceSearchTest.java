package vn.bamcoso.territory;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.Arrays;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.jdbc.core.simple.JdbcClient;
import vn.bamcoso.TestDatabase;
import vn.bamcoso.basics.Problem;

/** People type names in a hurry. */
class PlaceSearchTest {
    static final LocalDate JUNE_2025 = LocalDate.of(2025, 6, 30);
    static final LocalDate NOW = LocalDate.of(2026, 11, 21);
    static JdbcClient jdbc;
    static PlaceSearch search;

    @BeforeAll
    static void open() {
        jdbc = JdbcClient.create(TestDatabase.fresh().pool(2));
        search = new PlaceSearch(jdbc, Clock.fixed(Instant.parse("2026-11-21T05:00:00Z"), ZoneOffset.UTC));
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', value = {
        "ha giang                 | Tỉnh Hà Giang",
        "Hà Giang                 | Tỉnh Hà Giang",
        "HA GIANG                 | Tỉnh Hà Giang",
        "hà giáng                 | Tỉnh Hà Giang",
        "tinh ha gi               | Tỉnh Hà Giang",
        "hoà bình                 | Tỉnh Hòa Bình",
        "hòa bình                 | Tỉnh Hòa Bình",
        "tp. ho chi minh          | Thành phố Hồ Chí Minh",
        "tt dong van, ha giang    | Thị trấn Đồng Văn",
        "thi tran dong van ha giang | Thị trấn Đồng Văn",
        "00721                    | Thị trấn Đồng Văn",
        "tuyn quang               | Tỉnh Tuyên Quang"
    })
    void aNameIsFoundHoweverItIsTyped(String typed, String found) {
        assertThat(search.find(typed, JUNE_2025, null, 5, 0).places()).first().extracting(Place::fullName).isEqualTo(found);
    }

    @Test
    void todaysUnitStandsBeforeThoseThatHaveEnded() {
        assertThat(search.find("xa dong van", null, null, 8, 0).places()).first().satisfies(place -> {
            assertThat(place.fullName()).isEqualTo("Xã Đồng Văn");
            assertThat(place.validTo()).isNull();
        });
    }

    @Test
    void anEndedProvinceIsFoundTodayToo() {
        assertThat(search.find("ha giang", null, "province", 5, 0).places()).extracting(Place::key).containsExactly("P02@2021-07-01");
        assertThat(search.find("ha giang", NOW, "province", 5, 0).places()).extracting(Place::name).doesNotContain("Hà Giang");
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', value = {
        "C00721@2025-07-01        | C00721@2025-07-01",
        "Xã Đồng Văn              | C00721@2025-07-01",
        "phuong dong van          | C13348@2025-07-01",
        "p. Đồng Văn              | C13348@2025-07-01",
        "Đồng Văn, Tuyên Quang    | C00721@2025-07-01",
        "Xã Quang Bình            | C01237@2025-07-01",
        "Xã Quảng Bình            | C16543@2025-07-01",
        "Tuyen Quang              | refused territory.problem.many-places",
        "xa quang binh            | refused territory.problem.many-places",
        "Đồng Văn                 | refused territory.problem.many-places",
        "Xã Đồng Vang             | refused territory.problem.alike-places",
        "C99999@2025-07-01        | refused territory.problem.no-place",
        "qxqxqx                   | refused territory.problem.no-place"
    })
    void oneNameMeansOnePlaceOrIsRefusedWithTheChoice(String typed, String meant) {
        String found;
        try {
            found = new Places(jdbc, search).meant(typed, NOW, place -> true).key();
        } catch (Problem refused) {
            found = "refused " + refused.code();
        }
        assertThat(found).isEqualTo(meant);
    }

    @Test
    void theTotalCountsAllPages() {
        var all = search.find("tan thanh", JUNE_2025, "commune", 10_000, 0);
        assertThat(all.total()).isEqualTo(all.places().size()).isGreaterThan(20);
        assertThat(search.find("tan thanh", JUNE_2025, "commune", 10, 10).places()).isEqualTo(all.places().subList(10, 20));
    }

    @Test
    void theProgramFoldsNamesAsTheDatabaseDoes() {
        assertThat(jdbc.sql("select distinct full_name, search from territory.place_state").query().listOfRows())
                .allSatisfy(row -> assertThat(PlaceSearch.fold((String) row.get("full_name"))).isEqualTo(row.get("search")));
    }

    @Test
    void nothingButSignsFindsNothing() {
        assertThat(search.find(" %_\\ ", null, null, 5, 0).total()).isZero();
        assertThat(search.find("qxqxqx", null, null, 5, 0).total()).isZero();
    }

    @Test
    void anAnswerComesWithinFiftyMilliseconds() {
        String[] typed = {"h", "ha", "ha giang", "xa dong van", "tan thanh, dong thap", "phuong 1", "thanh pho ho chi minh", "dong vang xa", "qxqxqx", "an"};
        long[] took = new long[60];
        for (int i = 0; i < took.length + 10; i++) {
            long start = System.nanoTime();
            search.find(typed[i % typed.length], null, null, 8, 0);
            if (i >= 10) {
                took[i - 10] = System.nanoTime() - start;
            }
        }
        Arrays.sort(took);
        assertThat(Duration.ofNanos(took[took.length / 2])).isLessThan(Duration.ofMillis(50));
    }
}

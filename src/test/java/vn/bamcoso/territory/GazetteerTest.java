package vn.bamcoso.territory;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.Map;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.jdbc.core.simple.JdbcClient;
import vn.bamcoso.TestDatabase;

/** The carried lists against the totals of the official tables. */
class GazetteerTest {
    static JdbcClient jdbc;

    @BeforeAll
    static void open() {
        jdbc = JdbcClient.create(TestDatabase.fresh().pool(4));
    }

    @ParameterizedTest
    @CsvSource({
        "2021-07-01, 63, 5, 705, 10599, 8264, 1723, 612, 0",
        "2022-04-10, 63, 5, 705, 10599, 8255, 1732, 612, 0",
        "2022-10-01, 63, 5, 705, 10599, 8248, 1737, 614, 0",
        "2025-01-01, 63, 6, 696, 10039, 7705, 1716, 618, 0",
        "2025-06-30, 63, 6, 696, 10035, 7692, 1726, 617, 0",
        "2025-07-01, 34, 6,   0,  3321, 2621,  687,   0, 13"
    })
    void everyDayHasTheOfficialNumberOfPlacesOfEachKind(
            LocalDate day, int provinces, int cities, int districts, int communes, int xa, int phuong, int thiTran, int dacKhu) {
        assertThat(count(day, "level = 'province'")).isEqualTo(provinces);
        assertThat(count(day, "kind = 'thanh_pho'")).isEqualTo(cities);
        assertThat(count(day, "level = 'district'")).isEqualTo(districts);
        assertThat(count(day, "level = 'commune'")).isEqualTo(communes);
        assertThat(count(day, "kind = 'xa'")).isEqualTo(xa);
        assertThat(count(day, "kind = 'phuong'")).isEqualTo(phuong);
        assertThat(count(day, "kind = 'thi_tran'")).isEqualTo(thiTran);
        assertThat(count(day, "kind = 'dac_khu'")).isEqualTo(dacKhu);
    }

    @Test
    void everyPlaceHasAParentThatIsAliveForAsLongAsItIs() {
        assertThat(number("""
                select count(*) from territory.place_state s
                where s.level <> 'nation' and not (datemultirange(daterange(s.valid_from, s.valid_to)) <@ coalesce(
                    (select range_agg(daterange(p.valid_from, p.valid_to)) from territory.place_state p where p.place_id = s.parent_id), '{}'))"""))
                .isZero();
    }

    @ParameterizedTest
    @CsvSource({"2021-07-01, 10599, 63, 703", "2025-02-28, 10035, 63, 694", "2025-03-01, 10035, 63, 0", "2025-06-30, 10035, 63, 0", "2025-07-01, 3319, 34, 0"})
    void policeUnitsAreNotPlaces(LocalDate day, int communes, int provincial, int district) {
        assertThat(offices(day, "commune")).isEqualTo(communes);
        assertThat(offices(day, "provincial")).isEqualTo(provincial);
        assertThat(offices(day, "district")).isEqualTo(district);
        assertThat(offices(day, "ministry")).isEqualTo(1);
        assertThat(offices(day, "department")).isEqualTo(10);
    }

    @Test
    void everyOfficeHasASuperiorThatIsAliveForAsLongAsItIs() {
        assertThat(number("""
                select count(*) from territory.office_state s
                join territory.office o on o.id = s.office_id and o.kind <> 'ministry'
                where not (datemultirange(daterange(s.valid_from, s.valid_to)) <@ coalesce(
                    (select range_agg(daterange(p.valid_from, p.valid_to)) from territory.office_state p where p.office_id = s.parent_id), '{}'))"""))
                .isZero();
    }

    @Test
    void elevenProvincesKeepTheirIdentityThroughTheMergersOf2025() {
        assertThat(jdbc.sql("""
                        select string_agg(b.code, ' ' order by b.code) from territory.pub_place a join territory.pub_place b using (place_id)
                        where a.level = 'province' and a.valid_from <= '2025-06-30' and '2025-06-30' < a.valid_to
                          and b.valid_from <= '2025-07-01' and '2025-07-01' < b.valid_to""").query(String.class).single())
                .isEqualTo("01 04 11 12 14 20 22 38 40 42 46");
    }

    @Test
    void everyPlaceReachesTheNationOnEveryMapWithItsWholeWeight() {
        assertThat(number("""
                select count(*) from territory.place p cross join territory.vintage v
                where not exists (select from territory.reach r where r.vintage_id = v.id and r.place_id = p.id and r.level = 'nation' and r.share = 1)"""))
                .isZero();
    }

    @Test
    void everyCommuneOfEveryDayReachesExactlyOneProvinceOnEveryMap() {
        assertThat(number("""
                select count(*) from (
                    select 1 from territory.place p cross join territory.vintage v
                    left join territory.reach r on r.vintage_id = v.id and r.place_id = p.id and r.level = 'province'
                    where p.level = 'commune' group by p.id, v.id having count(r.*) <> 1 or sum(r.share) <> 1) x"""))
                .isZero();
    }

    @Test
    void aCommuneOfTodayLiesOnTheMapOf2021InTheProvinceOfItsHome() {
        assertThat(number("""
                select count(*) from territory.reach r
                join territory.pub_place c on c.place_id = r.place_id and c.level = 'commune' and c.valid_from = '2025-07-01'
                join territory.pub_place p on p.place_id = r.ancestor_id and p.level = 'province' and p.valid_from = '-infinity'
                where r.vintage_id = territory.vintage_of('2021-07-01') and p.code::smallint = c.home""")).isEqualTo(3321);
    }

    @Test
    void aCommuneWithoutAKnownSuccessorStandsInItsProvinceOnly() {
        assertThat(number("select count(*) from territory.reach where quality = 'unknown' and level not in ('province', 'nation')")).isZero();
        assertThat(number("select count(*) from territory.reach where quality = 'unknown' and level = 'province' and vintage_id = territory.vintage_of('2025-07-01')")).isEqualTo(228);
    }

    private static long count(LocalDate day, String which) {
        return number("select count(*) from territory.pub_place where valid_from <= date '" + day + "' and date '" + day + "' < valid_to and " + which);
    }

    private static long offices(LocalDate day, String kind) {
        return jdbc.sql("select count(*) from territory.pub_office where kind = :kind and valid_from <= :day and :day < valid_to")
                .params(Map.of("kind", kind, "day", day)).query(Long.class).single();
    }

    private static long number(String question) {
        return jdbc.sql(question).query(Long.class).single();
    }
}

package vn.bamcoso.staffing;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.List;
import java.util.function.Supplier;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.support.TransactionTemplate;
import vn.bamcoso.access.CurrentUser;
import vn.bamcoso.demo.TinyNation;

/** The invented careers of Hà Giang and old Tuyên Quang, counted to the person. */
@TinyNation
class CareersTest {
    @Autowired JdbcClient jdbc;
    @Autowired TransactionTemplate transaction;

    @Test
    void haGiangHas940OfficersAt188CommunesOn31May2021() {
        assertThat(asProgram(() -> jdbc.sql("""
                        select count(*) || ' at ' || count(distinct place_id) from staffing.posting s
                        where kind = 'full' and home = 2 and valid_from <= '2021-05-31' and '2021-05-31' < valid_to and title_id in (1, 2, 3)
                        and exists (select from territory.pub_place p where p.place_id = s.place_id and p.kind in ('xa', 'thi_tran') and p.valid_from <= '2021-05-31' and '2021-05-31' < p.valid_to)""")
                .query(String.class).single())).isEqualTo("940 at 188");
    }

    @Test
    void recordsAgreeWithWhatEachCommuneReported() {
        for (String day : List.of("2021-04-23", "2021-05-31")) {
            assertThat(asProgram(() -> jdbc.sql("""
                            -- In which communes is the number of officers on that day not the one reported?
                            select f.place_id from figures.figure f
                            join figures.indicator i on i.id = f.indicator_id and i.code = 'officers_posted' join figures.period p on p.id = f.period_id and p.code = '@' || :day
                            where f.value <> (select count(*) from staffing.posting s where s.place_id = f.place_id and s.kind = 'full' and s.valid_from <= cast(:day as date) and cast(:day as date) < s.valid_to)""")
                    .param("day", day).query(Integer.class).list())).as(day).isEmpty();
        }
    }

    @Test
    void everyCommuneOfHaGiangSpeaksALanguageOfItsProvince() {
        assertThat(asProgram(() -> jdbc.sql("""
                        select count(*) from territory.pub_place p where p.level = 'commune' and p.home = 2 and p.valid_from <= '2025-07-01' and '2025-07-01' < p.valid_to
                        and not exists (select from territory.pub_attribute a where a.place_id = p.place_id and a.name = 'language' and a.value in ('Mông', 'Tày', 'Dao'))""").query(Integer.class).single())).isZero();
    }

    @Test
    void nobodyIsLostAndNobodyIsTwiceThroughBothRestructurings() {
        for (LocalDate day : List.of(LocalDate.of(2025, 3, 1), LocalDate.of(2025, 7, 1))) {
            assertThat(asProgram(() -> jdbc.sql("""
                            -- Who held a full post the day before, still serves, and holds none or two on the day?
                            select o.id from staffing.officer o
                            where (o.left_on is null or o.left_on > :day)
                            and exists (select from staffing.posting p where p.officer_id = o.id and p.kind = 'full' and p.valid_from < :day and :day <= p.valid_to)
                            and (select count(*) from staffing.posting p where p.officer_id = o.id and p.kind = 'full' and p.valid_from <= :day and :day < p.valid_to) <> 1""")
                    .param("day", day).query(Integer.class).list())).as("%s", day).isEmpty();
        }
        assertThat(asProgram(() -> jdbc.sql("""
                        select count(*) from staffing.posting p where p.kind = 'full' and p.valid_to > '2025-07-01'
                        and not exists (select from territory.pub_office o where o.office_id = p.office_id and o.valid_to > '2025-07-01')""").query(Integer.class).single()))
                .as("nobody holds a post at an office that has ended").isZero();
    }

    @Test
    void everyStandingCommuneHasAChiefAndTheNorm() {
        assertThat(asProgram(() -> jdbc.sql("""
                        select count(*) filter (where chiefs = 1 and n >= 30) || ' of ' || count(*) from (
                            select o.office_id, count(p.id) as n, count(p.id) filter (where p.title_id = 1) as chiefs
                            from territory.pub_office o join territory.pub_place t on t.place_id = o.place_id and t.home in (2, 8) and t.valid_to = 'infinity' and t.level = 'commune'
                            left join staffing.posting p on p.office_id = o.office_id and p.kind = 'full' and p.valid_to = 'infinity'
                            where o.kind = 'commune' and o.valid_to = 'infinity' group by 1) c""").query(String.class).single())).isEqualTo("124 of 124");
    }

    private <T> T asProgram(Supplier<T> work) {
        return CurrentUser.SYSTEM.call(() -> transaction.execute(running -> work.get()));
    }
}

package vn.bamcoso.demo.loading;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.function.Supplier;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.support.TransactionTemplate;
import vn.bamcoso.access.CurrentUser;
import vn.bamcoso.demo.TinyNation;

@TinyNation
class TinyNationTest {
    @Autowired JdbcClient jdbc;
    @Autowired TransactionTemplate transaction;
    @Autowired DemoLoading loading;

    @Test
    void haGiangHas940OfficersIn188CommunesOnTheDayOfTheConference() {
        assertThat(sum("officers_posted", "@2021-05-31")).isEqualTo(940);
        assertThat(sum("communes_staffed", "@2021-05-31")).isEqualTo(188);
    }

    @Test
    void theRollUpIsWhatTheFiguresAddUpTo() {
        List<String> different = asProgram(() -> jdbc.sql("""
                        select r.period_id || ' ' || r.home from figures.roll r
                        join (select indicator_id, period_id, home, sum(value) as sum, count(value) as n from figures.figure group by 1, 2, 3) f using (indicator_id, period_id, home)
                        where r.sum <> f.sum or r.n <> f.n""").query(String.class).list());
        assertThat(different).isEmpty();
        assertThat(asProgram(() -> jdbc.sql("select count(*) from figures.roll").query(Integer.class).single())).isGreaterThan(30);
    }

    @Test
    void everyFigureComesFromAReportThatHoldsItsValue() {
        List<Long> strays = asProgram(() -> jdbc.sql("""
                        select o.ref from figures.figure f join figures.origin o on o.id = f.origin_id
                        left join reporting.revision r on r.submission_id = o.ref and r.place_id = f.place_id and r.decision = 'approved' and r.decided_at = f.known_from
                        where o.kind = 'submission' and not coalesce(f.value = any (r.cells), false)""").query(Long.class).list());
        assertThat(strays).isEmpty();
    }

    @Test
    void whatACorrectionReplacedIsStillKnown() {
        int corrected = asProgram(() -> jdbc.sql("select count(*) from reporting.submission where status = 'approved' and approved_revision = 2 and exists (select from reporting.revision r where r.submission_id = id and r.number = 1 and r.decision = 'approved')")
                .query(Integer.class).single());
        int past = asProgram(() -> jdbc.sql("select count(distinct (period_id, place_id)) from figures.figure_past").query(Integer.class).single());
        assertThat(past).isEqualTo(corrected).isPositive();
    }

    @Test
    void everyRoleHasSomethingToDo() {
        List<String> open = asProgram(() -> jdbc.sql("select distinct s.status from reporting.submission s join territory.pub_place p on p.place_id = s.place_id where p.home in (2, 8)")
                .query(String.class).list());
        assertThat(open).contains("approved", "submitted", "returned");
        assertThat(asProgram(() -> jdbc.sql("""
                        select s.status from reporting.submission s join territory.pub_place p on p.place_id = s.place_id
                        where p.key = 'C00721@2025-07-01' order by s.period_end desc limit 3""").query(String.class).list()))
                .as("xã Đồng Văn: the running quarter, the last, the one before")
                .containsExactly("draft", "returned", "approved");
        assertThat(asProgram(() -> jdbc.sql("""
                        select string_agg(distinct u.login, ' ' order by u.login) from reporting.submission s
                        join territory.pub_place p on p.place_id = s.place_id and p.key = 'C00721@2025-07-01'
                        join reporting.draft_cell c on c.submission_id = s.id join identity.pub_user u on u.user_id = c.changed_by""").query(String.class).single()))
                .isEqualTo("tonghop.dongvan");
    }

    @Test
    void aSecondStartFindsItLoaded() {
        long before = asProgram(() -> jdbc.sql("select count(*) from reporting.submission").query(Long.class).single());
        loading.prepare(line -> {
            throw new AssertionError("there was nothing to do: " + line);
        });
        assertThat(asProgram(() -> jdbc.sql("select count(*) from reporting.submission").query(Long.class).single())).isEqualTo(before);
    }

    private long sum(String indicator, String period) {
        return asProgram(() -> jdbc.sql("""
                        select sum(f.value)::bigint from figures.figure f join figures.indicator i on i.id = f.indicator_id join figures.period t on t.id = f.period_id
                        where i.code = :indicator and t.code = :period and f.home = 2""")
                .param("indicator", indicator).param("period", period).query(Long.class).single());
    }

    private <T> T asProgram(Supplier<T> question) {
        return CurrentUser.SYSTEM.call(() -> transaction.execute(running -> question.get()));
    }
}

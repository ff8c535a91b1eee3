package vn.bamcoso.staffing.rollout;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.support.TransactionTemplate;
import vn.bamcoso.access.CurrentUser;
import vn.bamcoso.demo.TinyNation;

/** The tally of the communes says the same as the postings, whatever other tests have moved meanwhile. */
@TinyNation
class CommuneTallyTest {
    private static final List<String> DAYS = List.of("2018-12-31", "2021-04-23", "2024-12-31", "2025-02-28", "2025-03-01", "2025-06-30", "2025-07-01", "2026-11-20");
    @Autowired JdbcClient jdbc;
    @Autowired TransactionTemplate transaction;

    @Test
    void officersAndOfficialMembersOfEachCommuneAreThoseOfThePostings() {
        for (String day : DAYS) {
            assertThat(asProgram("select place_id || ' ' || officers from staffing.commune_strength where valid_from <= cast(:day as date) and cast(:day as date) < valid_to order by place_id", day))
                    .as(day).isNotEmpty()
                    .isEqualTo(asProgram("""
                            select place_id || ' ' || count(*) from staffing.posting where kind = 'full' and title_id in (1, 2, 3) and valid_from <= cast(:day as date) and cast(:day as date) < valid_to
                            group by place_id order by place_id""", day));
            assertThat(asProgram("select place_id || ' ' || official from staffing.commune_members where valid_from <= cast(:day as date) and cast(:day as date) < valid_to order by place_id", day))
                    .as(day)
                    .isEqualTo(asProgram("""
                            select p.place_id || ' ' || count(*) from staffing.posting p join staffing.officer o on o.id = p.officer_id
                            where p.kind = 'full' and p.title_id in (1, 2, 3) and p.valid_from <= cast(:day as date) and cast(:day as date) < p.valid_to and o.party_since + 365 <= cast(:day as date)
                            group by p.place_id order by p.place_id""", day));
        }
    }

    @Test
    void itFollowsAMoveAndAMendedDayOfAdmissionInTheSameTransaction() {
        CurrentUser.SYSTEM.run(() -> transaction.executeWithoutResult(running -> {
            var one = jdbc.sql("""
                            select p.id, p.officer_id, p.place_id from staffing.posting p join staffing.officer o on o.id = p.officer_id
                            where p.kind = 'full' and p.title_id = 3 and p.valid_from < '2026-01-01' and p.valid_to = 'infinity' and o.party_since < '2020-01-01' order by p.id limit 1""")
                    .query((row, n) -> List.of(row.getLong(1), row.getLong(2), row.getLong(3))).single();
            int officers = officers(one.getLast());
            int official = official(one.getLast());
            jdbc.sql("update staffing.officer set party_since = '2026-11-01' where id = :id").param("id", one.get(1)).update();
            assertThat(official(one.getLast())).isEqualTo(official - 1);
            jdbc.sql("update staffing.posting set valid_to = '2026-11-20', known_from = now() + interval '1 day' where id = :id").param("id", one.getFirst()).update();
            jdbc.sql("set constraints all immediate").update();
            assertThat(officers(one.getLast())).isEqualTo(officers - 1);
            running.setRollbackOnly();
        }));
    }

    private int officers(long place) {
        return jdbc.sql("select officers from staffing.commune_strength where place_id = :place and valid_from <= '2026-11-20' and '2026-11-20' < valid_to").param("place", place).query(Integer.class).single();
    }

    private int official(long place) {
        return jdbc.sql("select official from staffing.commune_members where place_id = :place and valid_from <= '2026-11-20' and '2026-11-20' < valid_to").param("place", place).query(Integer.class).single();
    }

    private List<String> asProgram(String sql, String day) {
        return CurrentUser.SYSTEM.call(() -> transaction.execute(running -> jdbc.sql(sql).param("day", day).query(String.class).list()));
    }
}

package vn.bamcoso.reporting;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import vn.bamcoso.InTheHouse;
import vn.bamcoso.calendar.Period;
import vn.bamcoso.identity.TestUsers;
import vn.bamcoso.reporting.completeness.Completeness;

/** How many reports are expected is one number: the board of who has sent and the page of figures count the same offices. */
@InTheHouse
class ExpectedTest {
    @Autowired Completeness completeness;
    @Autowired Forms forms;
    @Autowired DongVan dongVan;
    @Autowired TestUsers users;

    /** Of 3,321 communes, wards and special zones two have no police: Hoàng Sa and Trường Sa. Before 1 July 2025 all 10,035 had. */
    @Test
    void hoangSaAndTruongSaAreExpectedNowhere() {
        var ministry = dongVan.team().ministry();
        assertThat(counted(ministry, "2026-Q2", LocalDate.of(2026, 6, 14))).isEqualTo(3319);
        assertThat(counted(ministry, "2025-Q2", LocalDate.of(2025, 6, 14))).isEqualTo(10035);
        String token = users.token(ministry);
        for (String asked : new String[] {"2026-Q2 3319", "2025-Q2 10035"}) {
            String[] parts = asked.split(" ");
            String answer = users.browser().get("/api/figures?indicator=crime_tips&level=nation&period=" + parts[0], "Authorization", "Bearer " + token).body();
            assertThat(answer).contains("\"expected\":" + parts[1]);
            String measured = users.browser().get("/api/figures?indicator=communes&level=nation&period=" + parts[0], "Authorization", "Bearer " + token).body();
            assertThat(measured).as("counted, not reported").contains("\"value\":" + (parts[1].equals("3319") ? "3321" : "10035"));
        }
    }

    /** An office that takes part since 20 June 2026 owes nothing for the quarter that ended on 14 June; for the next one it does. */
    @Test
    void whoHasComeAfterTheQuarterIsNotMissingInIt() {
        int[] office = users.asOwner(jdbc -> jdbc.sql("""
                        select o.office_id, o.place_id from territory.pub_office o
                        where o.kind = 'commune' and o.valid_from <= '2026-06-20' and '2026-06-20' < o.valid_to
                          and not exists (select from identity.user_grant g where g.office_id = o.office_id)
                          and not exists (select from reporting.submission s where s.place_id = o.place_id)
                        order by o.office_id desc limit 1""").query((row, n) -> new int[] {row.getInt(1), row.getInt(2)}).single());
        users.grant(users.person("moi.den"), "commune_clerk", office[0], null, LocalDate.of(2026, 6, 20), LocalDate.of(2100, 1, 1));
        assertThat(state(office[1], "2026-Q2", LocalDate.of(2026, 6, 14))).isEqualTo(Completeness.State.APART);
        assertThat(state(office[1], "2026-Q3", LocalDate.of(2026, 9, 14))).isIn(Completeness.State.MISSING, Completeness.State.OVERDUE);
    }

    private Completeness.State state(int place, String period, LocalDate map) {
        return users.in(dongVan.team().ministry(), () -> completeness.places(forms.require("ket-qua-cong-tac"), Period.parse(period), place, map, LocalDate.of(2026, 11, 20))).getFirst().state();
    }

    private int counted(TestUsers.Person person, String period, LocalDate map) {
        return users.in(person, () -> completeness.provinces(forms.require("ket-qua-cong-tac"), Period.parse(period), map).stream().mapToInt(Completeness.Counts::expected).sum());
    }
}

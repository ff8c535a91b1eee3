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

    private int counted(TestUsers.Person person, String period, LocalDate map) {
        return users.in(person, () -> completeness.provinces(forms.require("ket-qua-cong-tac"), Period.parse(period), map).stream().mapToInt(Completeness.Counts::expected).sum());
    }
}

package vn.bamcoso.figures.catalogue;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.test.context.TestPropertySource;
import vn.bamcoso.InTheHouse;
import vn.bamcoso.identity.Browser;
import vn.bamcoso.identity.TestUsers;

/** In real use what nobody has decided to hold is closed, those who can change it are told so, and one decision opens several. */
@InTheHouse
@TestPropertySource(properties = "bamcoso.test.own-database=holding")
class HoldingTest {
    @Autowired TestUsers users;
    @Autowired Undecided undecided;

    private int ministry() {
        return users.asOwner(jdbc -> jdbc.sql("select office_id from territory.pub_office where kind = 'ministry'").query(Integer.class).single());
    }

    @Test
    void theMinistryOfficeDecidesForSeveralAtOnceAndNamesTheDocument() {
        Browser office = users.signIn(users.person("vp.luu", "ministry_office", ministry()));
        int before = undecided.all().size();
        Browser.Reply page = office.get("/figures/holding");
        assertThat(page.body()).contains(before + " chỉ tiêu chưa có quyết định", "value=\"crime_tips\"");
        Browser.Reply nobody = office.post("/figures/holding", Map.of("code", "crime_tips,cases_resolved", "held", "yes", "decidedBy", " "));
        assertThat(nobody.status()).isEqualTo(422);
        assertThat(nobody.body()).contains("Ghi ai quyết định");
        assertThat(undecided.all()).as("nothing half saved").hasSize(before);
        assertThat(office.post("/figures/holding", Map.of("held", "yes", "decidedBy", "Quyết định 12/QĐ-VP")).body()).contains("Chưa chọn chỉ tiêu nào");

        assertThat(office.post("/figures/holding", Map.of("code", "crime_tips,cases_resolved", "held", "yes", "decidedBy", "Quyết định 12/QĐ-VP ngày 20/11/2026")).status()).isEqualTo(302);
        assertThat(undecided.all()).hasSize(before - 2).noneMatch(one -> List.of("crime_tips", "cases_resolved").contains(one.code()));
        assertThat(users.signIn(users.person("qt.luu", "administrator", ministry())).get("/figures/holding").status()).as("an administrator does not decide").isEqualTo(403);
    }
}

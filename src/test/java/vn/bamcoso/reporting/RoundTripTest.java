package vn.bamcoso.reporting;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import vn.bamcoso.InTheHouse;
import vn.bamcoso.identity.Browser;
import vn.bamcoso.identity.TestUsers;

/** What a program reads as CSV it can send back as it is: days, keys and numbers come through unharmed. */
@InTheHouse
class RoundTripTest {
    @Autowired DongVan dongVan;
    @Autowired TestUsers users;

    @Test
    void figuresOfADayGoOutAsCsvAndComeBackUnchanged() {
        var team = dongVan.team();
        String key = team.commune().key();
        String[] bearer = {"Authorization", "Bearer " + users.token(team.staff()), "Content-Type", "text/csv"};
        Browser program = users.browser();
        String rows = "indicator,asOf,period,place,value\nid_applications,2026-06-30,," + key + ",1034\nid_applications,2026-05-31,," + key + ",987\nsecurity_reports,,2026-Q2," + key + ",0\n";
        assertThat(program.send("POST", "/api/figures", rows, bearer).status()).isEqualTo(201);

        String asked = "/api/figures?format=csv&indicator=id_applications&period=@2026-06-30,@2026-05-31&level=commune&map=2026-11-21&within=" + key;
        String answer = program.get(asked, bearer).body();
        assertThat(answer).contains("id_applications,@2026-06-30," + key + ",", ",1034,", "id_applications,@2026-05-31," + key + ",", ",987,").doesNotContain("'@");

        Browser.Reply back = program.send("POST", "/api/figures", answer, bearer);
        assertThat(back.status()).as(back.body()).isEqualTo(200);
        assertThat(back.body()).as("the totals of the answer are passed over").contains("\"total\":2", "\"recorded\":0", "\"unchanged\":2");

        Browser.Reply raised = program.send("POST", "/api/figures", answer.replace(",1034,", ",1035,"), bearer);
        assertThat(raised.body()).contains("\"recorded\":1", "\"unchanged\":1");
        assertThat(program.get(asked, bearer).body()).contains(",1035,").doesNotContain(",1034,");

        String flows = program.get("/api/figures?format=csv&indicator=security_reports,officers_per_commune&period=2026-Q2&level=commune&map=2026-11-21&within=" + key, bearer).body();
        assertThat(program.send("POST", "/api/figures", flows, bearer).body()).as("a zero is a value; what was never reported is passed over").contains("\"total\":1", "\"unchanged\":1");
    }
}

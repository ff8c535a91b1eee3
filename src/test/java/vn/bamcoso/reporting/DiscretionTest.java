package vn.bamcoso.reporting;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import vn.bamcoso.InTheHouse;
import vn.bamcoso.identity.Browser;
import vn.bamcoso.identity.TestUsers;

/** Who reads the whole country and is in nobody's chain is not shown the small counts of one commune on its report either, on paper, or over HTTP. */
@InTheHouse
class DiscretionTest {
    @Autowired TestUsers users;
    @Autowired DongVan dongVan;
    @Autowired JdbcClient jdbc;

    @Test
    void aLeaderReadsTheReportOfOneCommuneWithoutItsCountsOfPeople() {
        DongVan.Team team = dongVan.team();
        Browser clerk = users.signIn(team.clerk());
        long id = Long.parseLong(clerk.post("/forms/ket-qua-cong-tac/submissions", Map.of("place", String.valueOf(team.commune().id()), "period", "2026-Q3")).location().split("/")[2]);
        var fields = JourneyTest.values(3401, 6, 21, 3, 4, 1277, 7, 610, 9, 2, 0, 1);
        fields.put("lock", "0");
        fields.put("r.subjects_cleared", "Bốn đối tượng ở một bản");
        assertThat(clerk.post("/submissions/" + id + "/presentation", fields).location()).contains("done=presented");
        Browser chief = users.signIn(team.chief());
        assertThat(chief.post("/submissions/" + id + "/sending", Map.of("lock", String.valueOf(JourneyTest.lock(chief, id)))).location()).contains("done=sent");

        TestUsers.Person someone = users.person("lanhdao.kin", "leader", ministry());
        Browser leader = users.signIn(someone);
        Browser office = users.signIn(team.ministry());
        for (String page : new String[] {"/submissions/" + id, "/submissions/" + id + "?revision=1", "/submissions/" + id + "/paper"}) {
            assertThat(office.get(page).body()).as("the chain above reads it: " + page).contains("Bốn đối tượng ở một bản").doesNotContain("không hiện số nhỏ");
            assertThat(leader.get(page).body()).as(page).contains("3.401", "1.277", "không hiện số nhỏ").doesNotContain("Bốn đối tượng");
            assertThat(row(leader.get(page).body())).as("the row of people has no number: " + page).doesNotContainPattern(">\\s*4\\s*<");
        }
        String json = leader.send("GET", "/api/submissions/" + id, "", "Authorization", "Bearer " + users.token(someone)).body();
        assertThat(json).contains("3401").doesNotContain("Bốn đối tượng").doesNotContainPattern("\"subjects_cleared\",\"value\":\"?4");
    }

    private String row(String page) {
        String name = jdbc.sql("select name_vi from figures.indicator where code = 'subjects_cleared'").query(String.class).single();
        var found = Pattern.compile("<th scope=\"row\">" + Pattern.quote(name) + ".*?</tr>", Pattern.DOTALL).matcher(page);
        assertThat(found.find()).as(page).isTrue();
        return found.group();
    }

    private int ministry() {
        return jdbc.sql("select min(office_id) from territory.pub_office where kind = 'ministry'").query(Integer.class).single();
    }
}

package vn.bamcoso.reporting;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import vn.bamcoso.InTheHouse;
import vn.bamcoso.identity.Browser;
import vn.bamcoso.identity.TestUsers;

/** A spreadsheet keeps an address and refreshes its table from it: without signing in, as its owner sees it today, until it is revoked. */
@InTheHouse
class FeedTest {
    @Autowired DongVan dongVan;
    @Autowired TestUsers users;

    @Test
    void theTableHasTheApprovedReportsOfTheOwnersAreaAndFollowsTheirCorrections() {
        DongVan.Team team = dongVan.team();
        Browser program = users.browser();
        String token = users.token(team.staff());
        assertThat(sent(program, token, team, 34, 7, 1).status()).isEqualTo(200);
        Browser staff = users.signIn(team.staff());
        String address = made(staff.post("/feeds", Map.of("form", "ket-qua-cong-tac", "periods", "2")).body());
        assertThat(staff.get("/feeds").body()).as("the address is shown once").doesNotContain(address);

        List<String> rows = program.get(address).body().lines().toList();
        assertThat(rows.getFirst()).as("opened by a double click: with its mark, semicolons").startsWith("\uFEFFKỳ;").contains(";Tin về an ninh, trật tự tiếp nhận;");
        List<String> head = List.of(rows.getFirst().split(";", -1));
        String own = rows.stream().filter(row -> row.startsWith("2026-Q3;" + team.commune().key() + ";")).findFirst().orElseThrow();
        assertThat(own.split(";", -1)).hasSize(head.size());
        assertThat(cell(head, own, "Tin về an ninh, trật tự tiếp nhận")).isEqualTo("34");
        assertThat(cell(head, own, "Đối tượng trong các vụ được làm rõ")).as("one person of few is not given away by an open address").isEmpty();
        assertThat(program.get(address + "?lang=en").body()).startsWith("\uFEFFPeriod,");

        assertThat(sent(program, token, team, 35, 7, 1).status()).as("approved values change only with a reason").isEqualTo(409);
        assertThat(corrected(program, token, team, 35).status()).isEqualTo(200);
        assertThat(cell(head, program.get(address).body().lines().filter(row -> row.startsWith("2026-Q3;" + team.commune().key() + ";")).findFirst().orElseThrow(), "Tin về an ninh, trật tự tiếp nhận")).isEqualTo("35");

        Browser elsewhere = users.signIn(team.otherProvince());
        String theirs = made(elsewhere.post("/feeds", Map.of("form", "ket-qua-cong-tac", "periods", "2")).body());
        assertThat(program.get(theirs).body()).as("another province's table").doesNotContain(team.commune().key());
    }

    @Test
    void aRevokedOrGuessedAddressOpensNothingAndWritesNothing() {
        DongVan.Team team = dongVan.team();
        Browser staff = users.signIn(team.staff());
        Browser nobody = users.browser();
        String address = made(staff.post("/feeds", Map.of("form", "ket-qua-cong-tac", "periods", "1")).body());
        assertThat(nobody.get(address).status()).isEqualTo(200);
        assertThat(nobody.get(address.substring(0, address.length() - 6) + "AA.csv").status()).isIn(302, 303, 404);
        long id = users.asOwner(jdbc -> jdbc.sql("select max(id) from reporting.feed where user_id = ?").param(team.staff().id()).query(Long.class).single());
        users.signIn(team.otherProvince()).post("/feeds/" + id + "/end", Map.of());
        assertThat(nobody.get(address).status()).as("only its owner revokes it").isEqualTo(200);
        staff.post("/feeds/" + id + "/end", Map.of());
        assertThat(nobody.get(address).status()).isEqualTo(404);
        assertThat(staff.post("/feeds", Map.of("form", "ket-qua-cong-tac", "periods", "99")).status()).isEqualTo(422);
    }

    private static Browser.Reply sent(Browser program, String token, DongVan.Team team, int reports, int cleared, int subjects) {
        return program.send("POST", "/api/dataValueSets", """
                {"dataSet": "ket-qua-cong-tac", "period": "2026Q3", "orgUnit": "%s", "dataValues": [{"dataElement": "security_reports", "value": "%d"},
                 {"dataElement": "cases_cleared", "value": "%d"}, {"dataElement": "subjects_cleared", "value": "%d"}]}""".formatted(team.commune().key(), reports, cleared, subjects),
                "Authorization", "Bearer " + token, "Content-Type", "application/json");
    }

    private static Browser.Reply corrected(Browser program, String token, DongVan.Team team, int reports) {
        return program.send("POST", "/api/dataValueSets?reason=Doi+chieu", """
                {"dataSet": "ket-qua-cong-tac", "period": "2026Q3", "orgUnit": "%s", "dataValues": [{"dataElement": "security_reports", "value": "%d"}]}""".formatted(team.commune().key(), reports),
                "Authorization", "Bearer " + token, "Content-Type", "application/json");
    }

    private static String made(String page) {
        Matcher address = Pattern.compile("/feeds/[A-Za-z0-9_-]{32}\\.csv").matcher(page);
        assertThat(address.find()).as(page).isTrue();
        return address.group();
    }

    private static String cell(List<String> head, String row, String title) {
        assertThat(head).contains(title);
        return row.split(";", -1)[head.indexOf(title)];
    }
}

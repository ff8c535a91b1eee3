package vn.bamcoso.figures.catalogue;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.HashMap;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import vn.bamcoso.InTheHouse;
import vn.bamcoso.identity.Browser;
import vn.bamcoso.identity.Browser.Reply;
import vn.bamcoso.identity.TestUsers;
import vn.bamcoso.identity.TestUsers.Person;

/** The catalogue: read by all, worded by the Ministry Office, and never overwritten unseen. */
@InTheHouse
class CatalogueTest {
    private static final JsonMapper JSON = new JsonMapper();

    @Autowired TestUsers users;
    @Autowired JdbcClient jdbc;

    @Test
    void indicatorsAreFoundAsPeopleType() {
        Person ministry = ministry();
        assertThat(codes(get(ministry, "/api/indicators?q=chi%20bo%20cong%20an"))).containsExactly("party_cells", "party_cell_police", "party_cell_others");
        JsonNode all = JSON.readTree(get(ministry, "/api/indicators").body());
        assertThat(all.get("total").asInt()).isEqualTo(all.get("indicators").size()).isGreaterThanOrEqualTo(39);
        Browser browser = users.signIn(ministry);
        assertThat(browser.get("/figures?q=khong-co-gi-nhu-vay").status()).isEqualTo(200);
        assertThat(browser.get("/figures?q=ty%20le").body()).contains("/figures/coverage").doesNotContain("/figures/party_cells\"");
    }

    @Test
    void theMinistryOfficeWordsAnIndicatorAnewAndASecondChangeUponTheOldVersionIsTold() {
        Person ministry = ministry();
        Browser first = users.signIn(ministry);
        assertThat(first.get("/figures/rollout_phases/definition").status()).isEqualTo(200);
        Reply saved = first.post("/figures/rollout_phases/definition", form("Số giai đoạn triển khai", "0"));
        assertThat(saved.status()).as(saved.body()).isEqualTo(302);
        Reply late = first.post("/figures/rollout_phases/definition", form("Một tên khác", "0"));
        assertThat(late.status()).isEqualTo(409);
        assertThat(late.body()).contains("Một tên khác").contains("Số giai đoạn triển khai").contains("value=\"1\"");
        assertThat(JSON.readTree(get(ministry, "/api/indicators/rollout_phases").body()).get("nameVi").asString()).isEqualTo("Số giai đoạn triển khai");
        int lines = users.asOwner(owner -> owner.sql("select count(*) from audit.entry where act = 'figures.indicator.defined' and subject = 'indicator:rollout_phases'").query(Integer.class).single());
        assertThat(lines).isEqualTo(1);
    }

    @Test
    void overHttpTheSameRulesHold() {
        Person ministry = ministry();
        Person department = users.person("cuc.dm", "department", office());
        String decided = """
                {"nameVi":"Đề án đã tổng kết","nameEn":"Schemes concluded","definitionVi":"Định nghĩa.","definitionEn":"Definition.","mayBeHeld":"yes","version":0%s}""";
        assertThat(put(department, "schemes_concluded", decided.formatted(",\"heldDecidedBy\":\"Văn phòng Bộ, công văn 1\"")).status()).isEqualTo(403);
        Reply refused = put(ministry, "schemes_concluded", decided.formatted(""));
        assertThat(refused.status()).isEqualTo(422);
        assertThat(JSON.readTree(refused.body()).get("faults").get(0).get("where").asString()).isEqualTo("heldDecidedBy");
        Reply done = put(ministry, "schemes_concluded", decided.formatted(",\"heldDecidedBy\":\"Văn phòng Bộ, công văn 1\""));
        assertThat(JSON.readTree(done.body()).get("version").asInt()).isEqualTo(1);
        assertThat(put(ministry, "schemes_concluded", decided.formatted(",\"heldDecidedBy\":\"Văn phòng Bộ, công văn 1\"")).status()).isEqualTo(409);
        assertThat(put(ministry, "no_such_thing", decided.formatted(",\"heldDecidedBy\":\"x\"")).status()).isEqualTo(404);
    }

    private static Map<String, String> form(String nameVi, String version) {
        return new HashMap<>(Map.of("nameVi", nameVi, "nameEn", "Phases of the roll-out", "definitionVi", "Số giai đoạn.", "definitionEn", "Phases.", "remarkVi", "", "remarkEn", "",
                "mayBeHeld", "undecided", "heldDecidedBy", "", "version", version));
    }

    private Person ministry() {
        return users.person("vanphong.dm", "ministry_office", office());
    }

    private int office() {
        return jdbc.sql("select min(office_id) from territory.pub_office where kind = 'ministry'").query(Integer.class).single();
    }

    private Reply get(Person who, String path) {
        return users.browser().get(path, "Authorization", "Bearer " + users.token(who));
    }

    private Reply put(Person who, String code, String body) {
        return users.browser().send("PUT", "/api/indicators/" + code, body, "Authorization", "Bearer " + users.token(who), "Content-Type", "application/json");
    }

    private static java.util.List<String> codes(Reply reply) {
        return JSON.readTree(reply.body()).get("indicators").valueStream().map(one -> one.get("code").asString()).toList();
    }
}

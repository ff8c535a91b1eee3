package vn.bamcoso.territory.place;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import vn.bamcoso.InTheHouse;
import vn.bamcoso.identity.Browser;
import vn.bamcoso.identity.TestUsers;

/** Places as programs ask for them. */
@InTheHouse
class PlacesOverHttpTest {
    @Autowired
    TestUsers users;

    @Autowired
    JdbcClient jdbc;

    @Autowired
    JsonMapper json;

    private Browser program;
    private String token;

    @BeforeEach
    void somebody() {
        int ministry = jdbc.sql("select office_id from territory.pub_office where kind = 'ministry'").query(Integer.class).single();
        token = users.token(users.person("chuong.trinh", "leader", ministry));
        program = users.browser();
    }

    private JsonNode get(String path) {
        Browser.Reply reply = program.get(path, "Authorization", "Bearer " + token);
        assertThat(reply.status()).as(path + " " + reply.body()).isEqualTo(200);
        return json.readTree(reply.body());
    }

    @Test
    void aListSaysHowManyThereAreInAll() {
        assertThat(get("/api/places?on=2021-07-01&level=commune&limit=3").get("total").asInt()).isEqualTo(10_599);
        assertThat(get("/api/places?on=2025-07-01&level=commune&limit=3&offset=3320").get("places").size()).isEqualTo(1);
        assertThat(get("/api/places?on=2025-07-01&level=commune&limit=3&offset=5000").get("total").asInt()).isEqualTo(3321);
        assertThat(get("/api/places?on=2025-06-30&level=district").get("total").asInt()).isEqualTo(696);
    }

    @Test
    void withinAnswersOnTheDayOfTheKeyAndThroughSuccessors() {
        assertThat(get("/api/places?on=2021-07-01&level=commune&within=P02@2021-07-01&limit=1").get("total").asInt()).isEqualTo(193);
        assertThat(get("/api/places?on=2025-07-01&level=commune&within=P08@2025-07-01&limit=1").get("total").asInt()).isEqualTo(124);
        // the 73 communes of today's Tuyên Quang that lie in what was Hà Giang
        int haGiang = get("/api/places?on=2025-07-01&level=commune&within=P02@2021-07-01&limit=1").get("total").asInt();
        int tuyenQuang = get("/api/places?on=2025-07-01&level=commune&within=P08@2021-07-01&limit=1").get("total").asInt();
        assertThat(haGiang + tuyenQuang).isEqualTo(124);
        assertThat(haGiang).isEqualTo(73);
    }

    @Test
    void anyDayOnWhichACodeHoldsFindsThePlace() {
        JsonNode caoBang = get("/api/places/P04@2026-03-05");
        assertThat(caoBang.get("key").asString()).isEqualTo("P04@2021-07-01");
        assertThat(caoBang.get("id")).isEqualTo(get("/api/places/P04@1999-01-01").get("id"));
        assertThat(get("/api/places/P24@2021-07-01").get("name").asString()).isEqualTo("Bắc Giang");
        assertThat(get("/api/places/P24@2025-07-01").get("name").asString()).isEqualTo("Bắc Ninh");
        assertThat(get("/api/places/C00721@2025-06-30").get("parent").asString()).isEqualTo("D026@2021-07-01");
    }

    @Test
    void lineageGoesBothWays() {
        JsonNode newProvince = get("/api/places/P08@2025-07-01/lineage");
        assertThat(newProvince.get("predecessors").valueStream().map(one -> one.get("key").asString())).containsExactly("P02@2021-07-01", "P08@2021-07-01");
        JsonNode old = get("/api/places/P02@2025-06-30/lineage");
        assertThat(old.get("total").asInt()).isEqualTo(1);
        assertThat(old.get("successors").get(0).get("key").asString()).isEqualTo("P08@2025-07-01");
        assertThat(old.get("successors").get(0).get("share").asInt()).isEqualTo(1);
        assertThat(old.get("successors").get(0).get("resolution").asString()).isEqualTo("202/2025/QH15");
    }

    @Test
    void whatIsNotThereOrNotUnderstoodIsAProblem() {
        assertThat(program.get("/api/places/C99999@2025-07-01", "Authorization", "Bearer " + token).status()).isEqualTo(404);
        assertThat(program.get("/api/places/khong-phai-ma", "Authorization", "Bearer " + token).status()).isEqualTo(404);
        assertThat(program.get("/api/places?level=xa", "Authorization", "Bearer " + token).status()).isEqualTo(422);
        assertThat(program.get("/api/places?within=P99@2021-07-01", "Authorization", "Bearer " + token).status()).isEqualTo(422);
        assertThat(program.get("/api/places?on=hom-nay", "Authorization", "Bearer " + token).status()).isEqualTo(422);
        assertThat(program.get("/api/places").status()).isEqualTo(401);
        assertThat(Map.of("q", get("/api/places?q=ha+giang&on=2025-06-30&level=province").get("places").get(0).get("key").asString())).containsValue("P02@2021-07-01");
    }
}

package vn.bamcoso.reporting;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import vn.bamcoso.InTheHouse;
import vn.bamcoso.identity.Browser;
import vn.bamcoso.identity.TestUsers;

/** The clerk and the deputy of one commune write into one form at the same time. */
@InTheHouse
class LiveTest {
    private static final JsonMapper JSON = new JsonMapper();

    @Autowired DongVan dongVan;
    @Autowired TestUsers users;
    private Browser clerk;
    private Browser deputy;
    private Browser neighbour;
    private long id;

    @BeforeEach
    void bothOpenTheForm() {
        DongVan.Team team = dongVan.team();
        clerk = users.signIn(team.clerk());
        deputy = users.signIn(team.deputy());
        neighbour = users.signIn(team.neighbour());
        id = Long.parseLong(clerk.post("/forms/ket-qua-cong-tac/submissions", Map.of("place", String.valueOf(team.commune().id()), "period", "2026-Q3")).location().split("/")[2]);
    }

    private JsonNode send(Browser who, String cells) {
        Browser.Reply reply = who.send("POST", "/submissions/" + id + "/live", "{\"cells\": [" + cells + "]}", "Content-Type", "application/json", "X-CSRF-TOKEN", who.csrf());
        assertThat(reply.status()).as(reply.body()).isEqualTo(200);
        return JSON.readTree(reply.body());
    }

    private static JsonNode cell(JsonNode live, String indicator) {
        for (JsonNode cell : live.path("cells")) {
            if (cell.path("indicator").asString().equals(indicator)) {
                return cell;
            }
        }
        throw new AssertionError(indicator + " is not in " + live);
    }

    private static String written(String indicator, String value, int seen) {
        return "{\"indicator\": \"%s\", \"value\": \"%s\", \"remark\": \"\", \"seen\": %d}".formatted(indicator, value, seen);
    }

    @Test
    void eachSeesTheCellsOfTheOther() {
        long before = JSON.readTree(clerk.get("/submissions/" + id + "/live?count=-1").body()).path("count").asLong();
        send(deputy, written("security_reports", "1.234", 0));
        JsonNode seen = JSON.readTree(clerk.get("/submissions/" + id + "/live?count=" + before).body());
        assertThat(cell(seen, "security_reports").path("value").asString()).isEqualTo("1.234");
        assertThat(cell(seen, "security_reports").path("by").asString()).isNotEmpty();
        assertThat(clerk.get("/submissions/" + id + "/live?count=" + seen.path("count").asLong()).status()).as("nothing since").isEqualTo(204);
    }

    @Test
    void ofTwoWhoWroteOneCellTheSecondIsShownBothValuesAndNeitherIsLost() {
        send(clerk, written("crime_tips", "6", 0));
        JsonNode second = send(deputy, written("crime_tips", "9", 0) + "," + written("cases_resolved", "4", 0));
        JsonNode conflict = cell(second, "crime_tips");
        assertThat(conflict.path("conflict").asBoolean()).isTrue();
        assertThat(conflict.path("value").asString()).as("what stands").isEqualTo("6");
        assertThat(cell(second, "cases_resolved").path("value").asString()).as("the other cell is kept all the same").isEqualTo("4");
        JsonNode knowingly = send(deputy, written("crime_tips", "9", conflict.path("cell").asInt()));
        assertThat(cell(knowingly, "crime_tips").path("value").asString()).isEqualTo("9");
    }

    @Test
    void ofABlockThatWasPastedOneUnreadableCellHoldsUpNoOther() {
        JsonNode answer = send(clerk, written("security_reports", "34", 0) + "," + written("crime_tips", "sáu", 0) + "," + written("cases_resolved", "2,5", 0));
        assertThat(cell(answer, "security_reports").path("value").asString()).isEqualTo("34");
        assertThat(cell(answer, "crime_tips").path("refused").asString()).contains("sáu");
        assertThat(cell(answer, "cases_resolved").path("refused").asString()).contains("2,5", "số nguyên");
        int kept = users.asOwner(jdbc -> jdbc.sql("select count(*) from reporting.draft_cell where submission_id = ?").param(id).query(Integer.class).single());
        assertThat(kept).isEqualTo(1);
    }

    @Test
    void anAnswerInWordsIsKeptAndGoesThroughTheEdge() {
        JsonNode answer = send(clerk, "{\"indicator\": \"words:difficulties\", \"remark\": \"Thiếu trụ sở làm việc.\", \"seen\": 0}");
        assertThat(cell(answer, "words:difficulties").path("remark").asString()).isEqualTo("Thiếu trụ sở làm việc.");
        JsonNode refused = send(clerk, "{\"indicator\": \"words:proposals\", \"remark\": \"Ông Nguyễn Văn A, CCCD 001085012345\", \"seen\": 0}");
        assertThat(cell(refused, "words:proposals").path("refused").asString()).isNotEmpty();
        assertThat(clerk.get("/submissions/" + id + "/entry").body()).contains("Thiếu trụ sở làm việc.").doesNotContain("001085012345");
    }

    @Test
    void aTableIsAttachedAndOneWithACitizensNumberIsNot() throws Exception {
        String where = "/submissions/" + id + "/attachments";
        byte[] counts = "Thôn;Số vụ\nMột;3\n".getBytes(java.nio.charset.StandardCharsets.UTF_8);
        assertThat(Upload.post(clerk, where, "theo-thon.csv", counts, Map.of()).statusCode()).isEqualTo(303);
        assertThat(Upload.post(deputy, where, "theo-thon.csv", counts, Map.of()).statusCode()).as("the same once more").isEqualTo(409);
        assertThat(Upload.post(clerk, where, "nguoi.csv", "Người báo;Số\nA;001085012345\n".getBytes(java.nio.charset.StandardCharsets.UTF_8), Map.of()).statusCode()).isEqualTo(422);
        assertThat(deputy.get("/submissions/" + id + "/entry").body()).contains("theo-thon.csv").doesNotContain("nguoi.csv");
        assertThat(neighbour.get("/submissions/" + id + "/attachments/1").status()).isIn(403, 404);
    }

    @Test
    void whoDoesNotWriteForTheCommuneFindsNoForm() {
        assertThat(neighbour.get("/submissions/" + id + "/live?count=-1").status()).isIn(403, 404);
    }
}

package vn.bamcoso.reporting;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import vn.bamcoso.InTheHouse;
import vn.bamcoso.identity.Browser;
import vn.bamcoso.identity.TestUsers;

/** A program that was written for DHIS2 asks what there is, sends values, and fetches them again. */
@InTheHouse
class Dhis2Test {
    private static final JsonMapper JSON = new JsonMapper();

    @Autowired DongVan dongVan;
    @Autowired TestUsers users;
    private DongVan.Team team;
    private Browser program;
    private String staff;
    private String clerk;

    @BeforeEach
    void people() {
        team = dongVan.team();
        program = users.signIn(team.otherProvince()); // its session does not matter: each call carries a token
        staff = users.token(team.staff());
        clerk = users.token(team.clerk());
    }

    private Browser.Reply call(String method, String path, String body, String token, String type) {
        return program.send(method, path, body, "Authorization", "Bearer " + token, "Content-Type", type);
    }

    private JsonNode get(String path) {
        Browser.Reply reply = call("GET", path, "", staff, "application/json");
        assertThat(reply.status()).as(reply.body()).isEqualTo(200);
        return JSON.readTree(reply.body());
    }

    private BigDecimal figure(String indicator) {
        return users.asOwner(jdbc -> jdbc.sql("""
                        select f.value from figures.figure f join figures.indicator i on i.id = f.indicator_id join figures.period p on p.id = f.period_id
                        where i.code = ? and p.code = '2026-Q3' and f.place_id = ?""").params(indicator, team.commune().id()).query(BigDecimal.class).optional().orElse(null));
    }

    @Test
    void itAsksWhatThereIs() {
        assertThat(get("/api/system/info").path("version").asString()).startsWith("2.");
        JsonNode elements = get("/api/dataElements.json?filter=code:eq:crime_tips&fields=id,code");
        assertThat(elements.path("pager").path("total").asInt()).isEqualTo(1);
        String uid = elements.path("dataElements").path(0).path("id").asString();
        assertThat(uid).matches("[A-Za-z][A-Za-z0-9]{10}");
        assertThat(get("/api/dataElements/" + uid).path("code").asString()).isEqualTo("crime_tips");
        JsonNode set = get("/api/dataSets/ket-qua-cong-tac");
        assertThat(set.path("periodType").asString()).isEqualTo("Quarterly");
        assertThat(set.path("dataSetElements").size()).isEqualTo(12);
        JsonNode provinces = get("/api/organisationUnits.json?level=2&paging=false");
        assertThat(provinces.path("organisationUnits").size()).as("provinces of today").isEqualTo(34);
        JsonNode unit = get("/api/organisationUnits/" + team.commune().key());
        assertThat(unit.path("level").asInt()).isEqualTo(4);
        assertThat(unit.path("path").asString().split("/")).as("nation, province, commune, after the slash").hasSize(4);
    }

    @Test
    void valuesComeInAsApprovedReportsAndAreFetchedAsTheyCame() {
        String sent = """
                {"dataSet": "ket-qua-cong-tac", "period": "2026Q3", "orgUnit": "%s", "dataValues": [
                  {"dataElement": "security_reports", "value": "34"}, {"dataElement": "crime_tips", "value": "6"}, {"dataElement": "cases_resolved", "value": "21"}]}""".formatted(team.commune().key());
        JsonNode dry = JSON.readTree(call("POST", "/api/dataValueSets?dryRun=true", sent, staff, "application/json").body());
        assertThat(dry.path("response").path("status").asString()).isEqualTo("SUCCESS");
        assertThat(figure("security_reports")).as("checked only").isNull();

        JsonNode done = JSON.readTree(call("POST", "/api/dataValueSets", sent, staff, "application/json").body());
        assertThat(done.path("response").path("importCount").path("imported").asInt()).as(done.toString()).isEqualTo(3);
        assertThat(figure("security_reports")).isEqualByComparingTo("34");

        JsonNode back = get("/api/dataValueSets?dataSet=ket-qua-cong-tac&period=2026Q3&orgUnit=" + team.commune().key() + "&idScheme=CODE");
        assertThat(back.path("dataValues").size()).isEqualTo(3);
        Browser.Reply csv = program.send("GET", "/api/dataValueSets.csv?dataSet=ket-qua-cong-tac&period=2026Q3&orgUnit=" + team.commune().key() + "&idScheme=CODE", "", "Authorization", "Bearer " + staff, "Accept", "application/csv");
        assertThat(csv.body()).startsWith("dataelement,period,orgunit,").contains("crime_tips,2026Q3," + team.commune().key() + ",default,default,6,");

        String changed = csv.body().replace(",default,default,6,", ",default,default,7,");
        assertThat(call("POST", "/api/dataValueSets.csv?dataSet=ket-qua-cong-tac", changed, staff, "application/csv").status()).as("approved values change only with a reason").isEqualTo(409);
        JsonNode second = JSON.readTree(call("POST", "/api/dataValueSets.csv?dataSet=ket-qua-cong-tac&reason=Doi+chieu+lai", changed, staff, "application/csv").body());
        assertThat(second.path("response").path("importCount").path("updated").asInt()).as(second.toString()).isEqualTo(3);
        assertThat(figure("crime_tips")).isEqualByComparingTo("7");
    }

    @Test
    void partsComeAsCategoryOptionCombosAndWhatWasFetchedByIdsIsSentBackUnchanged() {
        String sent = """
                {"dataSet": "xu-phat-vi-pham-hanh-chinh", "period": "2026Q3", "orgUnit": "%s", "dataValues": [{"dataElement": "penalty_persons", "categoryOptionCombo": "default", "value": "9"},
                 {"dataElement": "penalty_persons", "categoryOptionCombo": "male", "value": "6"}, {"dataElement": "penalty_persons", "categoryOptionCombo": "female", "value": "3"}]}""".formatted(team.commune().key());
        JsonNode done = JSON.readTree(call("POST", "/api/dataValueSets", sent, staff, "application/json").body());
        assertThat(done.path("response").path("importCount").path("imported").asInt()).as(done.toString()).isEqualTo(3);
        String asked = "/api/dataValueSets?dataSet=xu-phat-vi-pham-hanh-chinh&period=2026Q3&orgUnit=" + team.commune().key();
        JsonNode mixed = get(asked + "&dataElementIdScheme=CODE");
        assertThat(mixed.path("dataValues").toString()).contains("\"dataElement\":\"penalty_persons__female\"").doesNotContain(team.commune().key());
        Browser.Reply fetched = call("GET", asked, "", staff, "application/json");
        JsonNode back = JSON.readTree(call("POST", "/api/dataValueSets", fetched.body(), staff, "application/json").body());
        assertThat(back.path("response").path("status").asString()).as(back.toString()).isEqualTo("SUCCESS");
        assertThat(back.path("response").path("importCount").path("updated").asInt()).as("nothing changed").isZero();
        JsonNode deleted = JSON.readTree(call("POST", "/api/dataValueSets", sent.replace("\"value\": \"3\"", "\"value\": \"3\", \"deleted\": true"), staff, "application/json").body());
        assertThat(deleted.path("response").path("conflicts").toString()).contains("Không xóa giá trị");
    }

    @Test
    void oneWrongValueKeepsAllOutAndEachConflictNamesItsIndex() {
        String sent = """
                {"dataSet": "ket-qua-cong-tac", "period": "2026Q3", "dataValues": [
                  {"dataElement": "security_reports", "orgUnit": "%1$s", "value": "34"}, {"dataElement": "crime_tips", "orgUnit": "%1$s", "value": "35"},
                  {"dataElement": "nothing_such", "orgUnit": "%1$s", "value": "1"}, {"dataElement": "cases_resolved", "orgUnit": "%1$s", "value": "2.5"},
                  {"dataElement": "security_reports", "orgUnit": "C99999@2026-01-01", "value": "1"}]}""".formatted(team.commune().key());
        Browser.Reply reply = call("POST", "/api/dataValueSets", sent, staff, "application/json");
        assertThat(reply.status()).isEqualTo(409);
        JsonNode answer = JSON.readTree(reply.body()).path("response");
        assertThat(answer.path("importCount").path("ignored").asInt()).isEqualTo(5);
        assertThat(answer.path("rejectedIndexes").toString()).isEqualTo("[1,2,3,4]");
        assertThat(answer.path("conflicts").toString()).contains("nothing_such", "C99999@2026-01-01", "số nguyên", "không được lớn hơn");
        assertThat(figure("security_reports")).isNull();
    }

    @Test
    void aCommunesOwnProgramWritesADraft() {
        String sent = "dataelement,period,orgunit,categoryoptioncombo,attributeoptioncombo,value,comment\nsecurity_reports,2026Q3," + team.commune().key() + ",,,34,theo sổ\n";
        JsonNode done = JSON.readTree(call("POST", "/api/dataValueSets?dataSet=ket-qua-cong-tac", sent, clerk, "text/csv").body());
        assertThat(done.path("status").asString()).as(done.toString()).isEqualTo("OK");
        String kept = users.asOwner(jdbc -> jdbc.sql("""
                        select s.status || ' ' || c.value || ' ' || c.remark from reporting.submission s join reporting.draft_cell c on c.submission_id = s.id
                        where s.place_id = ? and s.period = '2026-Q3'""").param(team.commune().id()).query(String.class).single());
        assertThat(kept).isEqualTo("draft 34 theo sổ");
        String elsewhere = sent.replace(team.commune().key(), "C00001@2025-07-01");
        assertThat(call("POST", "/api/dataValueSets?dataSet=ket-qua-cong-tac", elsewhere, clerk, "text/csv").status()).isEqualTo(409);
    }

    @Test
    void aReportGoesItsWholeWayByProgramsAndASecondSendUnderOneKeyChangesNothing() {
        String place = team.commune().key();
        JsonNode opened = JSON.readTree(call("POST", "/api/submissions", "{\"form\": \"ket-qua-cong-tac\", \"period\": \"2026-Q3\", \"place\": \"%s\"}".formatted(place), clerk, "application/json").body());
        long id = opened.path("id").asLong();
        StringBuilder cells = new StringBuilder();
        JourneyTest.values(34, 6, 21, 3, 4, 12, 7, 610, 9, 2, 0, 1).forEach((field, value) ->
                cells.append(cells.isEmpty() ? "" : ",").append("{\"indicator\": \"").append(field.substring(2)).append("\", \"value\": \"").append(value).append("\"}"));
        JsonNode written = JSON.readTree(call("PUT", "/api/submissions/" + id + "/cells", "{\"cells\": [" + cells + "]}", clerk, "application/json").body());
        assertThat(written.path("cells").size()).as(written.toString()).isGreaterThanOrEqualTo(12);
        assertThat(act(id, "submit", clerk, "").path("status").asString()).isEqualTo("presented");

        String chief = users.token(team.chief());
        String body = "{\"lock\": " + JSON.readTree(call("GET", "/api/submissions/" + id, "", chief, "application/json").body()).path("lock").asInt() + "}";
        for (int time = 1; time <= 2; time++) {
            Browser.Reply sent = program.send("POST", "/api/submissions/" + id + "/submit", body, "Authorization", "Bearer " + chief, "Content-Type", "application/json", "Idempotency-Key", "gui-" + id);
            assertThat(sent.status()).as("time %d: %s", time, sent.body()).isEqualTo(200);
        }
        int revisions = users.asOwner(jdbc -> jdbc.sql("select count(*) from reporting.revision where submission_id = ?").param(id).query(Integer.class).single());
        assertThat(revisions).isEqualTo(1);
        assertThat(act(id, "return", staff, ", \"cells\": {\"crime_tips\": \"Đối chiếu lại.\"}").path("status").asString()).isEqualTo("returned");
        assertThat(act(id, "submit", clerk, "").path("status").asString()).isEqualTo("presented");
        assertThat(act(id, "submit", chief, "").path("status").asString()).isEqualTo("submitted");
        assertThat(act(id, "approve", staff, "").path("status").asString()).isEqualTo("approved");
        assertThat(figure("security_reports")).isEqualByComparingTo("34");
        assertThat(call("GET", "/api/submissions/" + id, "", users.token(team.otherProvince()), "application/json").status()).isEqualTo(404);
    }

    private JsonNode act(long id, String act, String token, String more) {
        int lock = JSON.readTree(call("GET", "/api/submissions/" + id, "", token, "application/json").body()).path("lock").asInt();
        Browser.Reply reply = call("POST", "/api/submissions/" + id + "/" + act, "{\"lock\": " + lock + more + "}", token, "application/json");
        assertThat(reply.status()).as(reply.body()).isEqualTo(200);
        return JSON.readTree(reply.body());
    }
}

package vn.bamcoso.figures.statement;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import vn.bamcoso.InTheHouse;
import vn.bamcoso.figures.statement.Checked.Holds;
import vn.bamcoso.identity.Browser;
import vn.bamcoso.identity.Browser.Reply;
import vn.bamcoso.identity.TestUsers;
import vn.bamcoso.identity.TestUsers.Person;

/** What the press printed, in a house that has the territory but no reports yet; entered and read by named people over HTTP. */
@InTheHouse
class StatementsTest {
    private static final Locale VI = Locale.of("vi", "VN");
    private static final JsonMapper JSON = new JsonMapper();

    @Autowired TestUsers users;
    @Autowired Statements statements;
    @Autowired JdbcClient jdbc;

    @Test
    void theTerritoryAnswersForWhatIsCountedInIt() {
        Person ministry = users.person("vanphong.cb", "ministry_office", office("ministry", null));
        List<Checked> all = users.as(ministry, () -> statements.find(null, null, VI));
        assertThat(all.stream().filter(one -> one.statement().code() != null)).hasSize(39);
        assertThat(one(all, "F29").value()).isEqualByComparingTo("10");
        assertThat(one(all, "F30").value()).isEqualByComparingTo("102");
        for (String code : List.of("F29", "F30", "F37", "F38")) {
            assertThat(one(all, code).holds()).as(code).isEqualTo(Holds.YES);
        }
        assertThat(one(all, "F03").holds()).as("no party cells reported yet").isEqualTo(Holds.OPEN);
        assertThat(one(all, "F36").holds()).isEqualTo(Holds.OPEN);
    }

    @Test
    void twoSourcesOfOneNumberAreShownTogetherAndEqualNumbersOfTwoProvincesAreNot() {
        Person ministry = users.person("vanphong.cb", "ministry_office", office("ministry", null));
        List<Checked> all = users.as(ministry, () -> statements.find(null, null, VI));
        assertThat(one(all, "F01").others()).extracting(Statement::code).containsExactly("F08");
        assertThat(one(all, "F09").others()).extracting(Statement::code).containsExactly("F02");
        assertThat(one(all, "F05").others()).isEmpty();
        assertThat(one(all, "F04").others()).as("funds of the Ministry stand alone").isEmpty();
    }

    @Test
    void aProvinceReadsWhatWasPrintedAboutItselfAlone() {
        Person tuyenQuang = users.person("thammuu.tq.cb", "provincial_staff", office("provincial", "P08@2025-07-01"));
        JsonNode list = json(users.browser().get("/api/statements", "Authorization", "Bearer " + users.token(tuyenQuang)));
        assertThat(list.get("total").asInt()).isEqualTo(9); // F05–F07, F24–F28, F39: Hà Giang lies in Tuyên Quang today
        assertThat(list.get("statements").valueStream().map(one -> one.get("placeName").asString())).containsOnly("Tỉnh Hà Giang");
        assertThat(enter(tuyenQuang, body("gần 45.000", "@2021-04-23", "")).status()).isEqualTo(403);
    }

    @Test
    void theDepartmentOfTheFieldEntersAStatementAndCorrectsIt() {
        Person x01 = users.person("x01.cb", "department", office("ministry", null), 1);
        Person h01 = users.person("h01.cb", "department", office("ministry", null), 3);
        Reply made = enter(x01, body("62", "@2021-04-22", ""));
        assertThat(made.status()).as(made.body()).isEqualTo(201);
        int id = json(made).get("id").asInt();
        assertThat(json(made).get("holds").asString()).isEqualTo("open");
        assertThat(enter(h01, body("62", "@2021-04-22", "")).status()).as("not its field of work").isEqualTo(404);
        Reply corrected = enter(x01, body("63", "@2021-04-22", ",\"corrects\":" + id));
        assertThat(corrected.status()).as(corrected.body()).isEqualTo(201);
        assertThat(enter(x01, body("64", "@2021-04-22", ",\"corrects\":" + id)).status()).isEqualTo(409);
        List<Integer> standing = users.as(x01, () -> statements.find("officers_posted", null, VI)).stream().map(one -> one.statement().id()).toList();
        assertThat(standing).doesNotContain(id).contains(json(corrected).get("id").asInt());
        int kept = users.asOwner(owner -> owner.sql("select count(*) from figures.statement where id = ? and superseded_by is not null").param(id).query(Integer.class).single());
        assertThat(kept).as("the wrong entry stays readable").isEqualTo(1);
    }

    @Test
    void everyFaultIsNamedAtOnceAndNothingIsKept() {
        Person ministry = users.person("vanphong.cb", "ministry_office", office("ministry", null));
        String wrong = """
                {"indicator":"nothing","place":"P99@2021-07-01","period":"some day","printed":"rất nhiều","article":"","publisher":"Báo","eventVi":"Sự kiện"}""";
        Reply refused = enter(ministry, wrong);
        assertThat(refused.status()).isEqualTo(422);
        assertThat(json(refused).get("faults").valueStream().map(fault -> fault.get("where").asString())).contains("indicator", "place", "period", "printed", "article");
        assertThat(users.browser().get("/api/statements?holds=maybe", "Authorization", "Bearer " + users.token(ministry)).status()).isEqualTo(422);
    }

    @Test
    void thePageSaysHowManyHoldAndLeadsToTheFigureBesideEachStatement() {
        Person ministry = users.person("vanphong.cb", "ministry_office", office("ministry", null));
        Browser browser = users.signIn(ministry);
        String page = browser.get("/statements?indicator=communes").body();
        assertThat(page).contains("1 trong 1 công bố đúng với số liệu.").contains("“102 đơn vị hành chính cấp xã”");
        String link = one(users.as(ministry, () -> statements.find("communes", null, VI)), "F30").link();
        assertThat(page).contains(link.replace("&", "&amp;"));
        Reply figure = browser.get(link);
        assertThat(figure.status()).as(figure.body()).isEqualTo(200);
        assertThat(figure.body()).contains("Báo chí đã in").contains("102");
    }

    @Test
    void whatWasPrintedAboutHaGiangStandsOnTuyenQuangsPageAndSaysSo() {
        Person ministry = users.person("vanphong.cb", "ministry_office", office("ministry", null));
        Browser browser = users.signIn(ministry);
        String figure = browser.get("/figures/officers_posted?within=P08@2025-07-01&map=2026-11-21&period=@2026-06-30").body();
        assertThat(figure).contains("Báo chí đã in", "“940", "Nguồn nói về Tỉnh Hà Giang, nay nhập vào đơn vị này.");
        assertThat(browser.get("/figures/officers_posted?within=P02@2021-07-01&map=2021-07-01&period=@2021-05-31").body()).contains("“940").doesNotContain("Nguồn nói về");
        assertThat(browser.get("/figures/officers_posted?within=P01@2025-07-01&map=2026-11-21&period=@2026-06-30").body()).as("Hà Nội was never spoken of").doesNotContain("Báo chí đã in");
    }

    @Test
    void aPersonEntersAStatementOnThePageIsToldWhatIsWrongAndCorrectsIt() {
        Person x01 = users.person("x01.trang", "department", office("ministry", null), 1);
        Browser browser = users.signIn(x01);
        assertThat(browser.get("/statements").body()).contains("href=\"/statements/new\"");
        Map<String, String> fields = new HashMap<>(Map.of(
                "indicator", "communes_staffed", "place", "NVN@2021-07-01", "period", "ngày nào đó", "printed", "rất nhiều", "unit", "xã, thị trấn", "article", "Bài thử ở trang", "publisher", "Báo thử", "eventVi", "Sự kiện thử"));
        Browser.Reply refused = browser.post("/statements", fields);
        assertThat(refused.status()).isEqualTo(422);
        assertThat(refused.body()).contains("id=\"when-error\"", "id=\"printed-error\"", "Bài thử ở trang").doesNotContain("id=\"article-error\"");
        fields.remove("period");
        fields.putAll(Map.of("when", "day", "otherPlace", "Xã Không Đâu Có", "printed", "gần 8.000"));
        assertThat(browser.post("/statements", fields).body()).as("a day is missing").contains("id=\"whenDay-error\"");
        fields.put("whenDay", "31/12/2020");
        assertThat(browser.post("/statements", fields).body()).contains("id=\"otherPlace-error\"", "“Xã Không Đâu Có”", "bản đồ ngày 31/12/2020");
        fields.put("when", "FOO BAR");
        assertThat(browser.post("/statements", fields).body()).as("no such choice").contains("id=\"when-error\"");
        fields.put("when", "day");
        fields.put("otherPlace", "");
        assertThat(browser.post("/statements", fields).location()).isEqualTo("/statements?indicator=communes_staffed");
        int id = users.asOwner(owner -> owner.sql("select id from figures.statement where article = 'Bài thử ở trang' and superseded_by is null").query(Integer.class).single());
        assertThat(users.<Integer>asOwner(owner -> owner.sql("select count(*) from audit.entry where act = 'figures.statement.entered' and subject = 'statement:' || ?").param(id).query(Integer.class).single())).isEqualTo(1);
        assertThat(browser.get("/statements/new?corrects=" + id).body()).contains("value=\"gần 8.000\"", "name=\"period\" value=\"@2020-12-31\"", "thay cho “gần 8.000 xã, thị trấn”");
        fields.putAll(Map.of("printed", "hơn 7.900", "corrects", String.valueOf(id)));
        assertThat(browser.post("/statements", fields).status()).isEqualTo(303);
        assertThat(browser.get("/statements?indicator=communes_staffed").body()).contains("“hơn 7.900 xã, thị trấn”").doesNotContain("“gần 8.000 chi bộ”");

        Browser province = users.signIn(users.person("thammuu.trang", "provincial_staff", office("provincial", "P08@2025-07-01")));
        assertThat(province.get("/statements").body()).doesNotContain("/statements/new");
        assertThat(province.get("/statements/new").status()).isEqualTo(403);
        assertThat(province.post("/statements", fields).status()).isEqualTo(403);
    }

    private static String body(String printed, String period, String more) {
        return """
                {"indicator":"officers_posted","place":"NVN@2021-07-01","period":"%s","printed":"%s","article":"Bài thử","publisher":"Báo thử","eventVi":"Sự kiện thử"%s}""".formatted(period, printed, more);
    }

    private Reply enter(Person who, String body) {
        return users.browser().send("POST", "/api/statements", body, "Authorization", "Bearer " + users.token(who), "Content-Type", "application/json");
    }

    private static JsonNode json(Reply reply) {
        return JSON.readTree(reply.body());
    }

    private static Checked one(List<Checked> all, String code) {
        return all.stream().filter(one -> code.equals(one.statement().code())).findFirst().orElseThrow();
    }

    private int office(String kind, String place) {
        return jdbc.sql("""
                        select o.office_id from territory.pub_office o left join territory.pub_place p on p.place_id = o.place_id
                        where o.kind = ? and (?::text is null or p.level = 'province' and p.code = substr(split_part(?, '@', 1), 2)
                            and p.valid_from <= date '2026-11-21' and date '2026-11-21' < p.valid_to)
                          and o.valid_from <= date '2026-11-21' and date '2026-11-21' < o.valid_to order by o.office_id limit 1""")
                .params(kind, place, place).query(Integer.class).single();
    }
}

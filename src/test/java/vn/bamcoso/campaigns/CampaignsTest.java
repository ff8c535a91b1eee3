package vn.bamcoso.campaigns;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.test.context.TestPropertySource;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import vn.bamcoso.InTheHouse;
import vn.bamcoso.identity.Browser;
import vn.bamcoso.identity.TestUsers;
import vn.bamcoso.identity.TestUsers.Person;
import vn.bamcoso.territory.Place;
import vn.bamcoso.territory.Places;

/** The ministry gives a million applications to 34 provinces; Tuyên Quang cuts its share among 124 communes and collects. */
@InTheHouse
@TestPropertySource(properties = "bamcoso.test.own-database=campaigns")
class CampaignsTest {
    private static final LocalDate MAP = LocalDate.of(2026, 11, 21);
    private static final JsonMapper JSON = new JsonMapper();

    @Autowired TestUsers users;
    @Autowired Places places;
    private Person ministry;
    private Person staff;
    private Place tuyenQuang;
    private List<Place> provinces;

    @BeforeEach
    void people() {
        tuyenQuang = places.byKey("P08@2026-11-21").orElseThrow();
        provinces = places.provinces(MAP);
        ministry = users.person("vanphong.cd", "ministry_office", office("ministry", null));
        staff = users.person("thammuu.cd", "provincial_staff", office("provincial", tuyenQuang.id()));
    }

    private int office(String kind, Integer place) {
        return users.asOwner(jdbc -> jdbc.sql("select office_id from territory.pub_office where kind = ? and (?::int is null or place_id = ?) and valid_from <= ? and ? < valid_to limit 1")
                .params(kind, place, place, MAP, MAP).query(Integer.class).single());
    }

    private String opened(Browser browser, String name) {
        Browser.Reply reply = browser.post("/campaigns", Map.of(
                "nameVi", name, "indicator", "id_applications", "target", "1.000.000", "denominator", "present", "firstDay", "2026-10-01", "deadline", "2026-12-31", "assignedBy", "Bộ Công an"));
        assertThat(reply.status()).as(reply.body()).isEqualTo(303);
        return reply.location().split("/")[2];
    }

    private Map<String, String> equally(String code) {
        // 1,000,000 ÷ 34 = 29,411.8: 26 provinces get 29,412, eight 29,411
        Map<String, String> fields = new HashMap<>(Map.of("whole", "1.000.000", "deadline", "2026-12-31", "assigner", "Bộ Công an", "by", "equal"));
        for (int i = 0; i < provinces.size(); i++) {
            fields.put("q." + provinces.get(i).id(), i < 26 ? "29.412" : "29.411");
        }
        return fields;
    }

    private int quotas(String code) {
        return users.asOwner(jdbc -> jdbc.sql("select count(*) from campaigns.quota q join campaigns.goal g on g.id = q.goal_id join campaigns.campaign c on c.id = g.campaign_id where c.code = ?")
                .param(code).query(Integer.class).single());
    }

    private JsonNode api(Person who, String path) {
        Browser.Reply reply = users.browser().get(path, "Authorization", "Bearer " + users.token(who));
        assertThat(reply.status()).as(reply.body()).isEqualTo(200);
        return JSON.readTree(reply.body());
    }

    @Test
    void partsSumToTheWholeAndARevisionKeepsWhatWasGivenBefore() {
        Browser browser = users.signIn(ministry);
        String code = opened(browser, "Thử chia chỉ tiêu");
        assertThat(quotas(code)).as("the whole").isEqualTo(1);
        String proposal = browser.get("/campaigns/" + code + "/quotas?by=equal").body();
        assertThat(Pattern.compile("value=\"29\\.412\"").matcher(proposal).results().count()).isEqualTo(26);
        assertThat(Pattern.compile("value=\"29\\.411\"").matcher(proposal).results().count()).isEqualTo(8);
        assertThat(browser.get("/campaigns/" + code + "/quotas?by=population").body()).contains("34 trong 34 nơi chưa có số dân");

        Map<String, String> fields = equally(code);
        fields.put("q." + tuyenQuang.id(), "29.413");
        Browser.Reply refused = browser.post("/campaigns/" + code + "/quotas", fields);
        assertThat(refused.status()).isEqualTo(422);
        assertThat(refused.body()).contains("Tổng các phần là 1.000.001, chỉ tiêu chung là 1.000.000: còn chênh -1").contains("value=\"29.413\"");
        assertThat(quotas(code)).isEqualTo(1);

        fields.put("reason", "Giao lần đầu");
        fields.put("q." + tuyenQuang.id(), "29.412");
        assertThat(browser.post("/campaigns/" + code + "/quotas", fields).location()).contains("done=cut");
        assertThat(quotas(code)).as("the whole stays as it is, and 34 parts").isEqualTo(35);

        fields.put("q." + tuyenQuang.id(), "29.400");
        fields.put("q." + provinces.getLast().id(), "29.423");
        fields.put("reason", " ");
        assertThat(browser.post("/campaigns/" + code + "/quotas", fields).body()).contains("ghi lý do điều chỉnh");
        fields.put("reason", "Dân số giảm sau rà soát");
        assertThat(browser.post("/campaigns/" + code + "/quotas", fields).status()).isEqualTo(303);
        assertThat(quotas(code)).as("two were revised, the others not written again").isEqualTo(37);
        String page = browser.get("/campaigns/" + code + "?within=" + tuyenQuang.key()).body();
        assertThat(page).contains("29.412", "29.400", "Dân số giảm sau rà soát", "Tính trên người đủ điều kiện và có mặt");
        int acts = users.asOwner(jdbc -> jdbc.sql("select count(*) from audit.entry where act = 'campaigns.quotas.assigned'").query(Integer.class).single());
        assertThat(acts).isGreaterThanOrEqualTo(2);
    }

    @Test
    void aProvinceCutsOnlyItsOwnAndItsPaceFollowsFromWhatItsCommunesCollected() {
        Browser above = users.signIn(ministry);
        String code = opened(above, "Thử nhịp thu nhận");
        above.post("/campaigns/" + code + "/quotas", equally(code));
        Browser below = users.signIn(staff);
        assertThat(below.get("/campaigns/new").status()).isEqualTo(403);
        assertThat(below.get("/campaigns/" + code + "/quotas").status()).as("the nation is the ministry's to cut").isEqualTo(403);
        String own = "/campaigns/" + code + "/quotas?within=" + tuyenQuang.key();
        String equal = below.get(own + "&by=equal").body();
        List<Place> communes = places.children(tuyenQuang.id(), MAP);
        Map<String, String> fields = new HashMap<>(Map.of("within", tuyenQuang.key(), "whole", "29.412", "deadline", "2026-12-20", "assigner", "Công an tỉnh Tuyên Quang", "by", "equal"));
        var proposed = Pattern.compile("name=\"q\\.(\\d+)\" value=\"([\\d.]+)\"").matcher(equal);
        while (proposed.find()) {
            fields.put("q." + proposed.group(1), proposed.group(2));
        }
        assertThat(fields).hasSize(5 + communes.size());
        fields.put("whole", "30.000");
        assertThat(below.post("/campaigns/" + code + "/quotas", fields).body()).contains("do cấp trên giao");
        fields.put("whole", "29.412");
        assertThat(below.post("/campaigns/" + code + "/quotas", fields).status()).isEqualTo(303);

        // each of 124 communes: 100 on 24 October, 170 on the 31st, 240 on 7 November
        Map<String, Integer> collected = Map.of("2026-10-24", 100, "2026-10-31", 170, "2026-11-07", 240);
        var rows = new StringBuilder("indicator,asOf,place,value\n");
        collected.forEach((day, value) -> communes.forEach(commune -> rows.append("id_applications,").append(day).append(',').append(commune.key()).append(',').append(value).append('\n')));
        assertThat(users.browser().send("POST", "/api/figures", rows.toString(), "Authorization", "Bearer " + users.token(staff), "Content-Type", "text/csv").status()).isEqualTo(201);

        JsonNode october = api(staff, "/api/campaigns/" + code + "?day=2026-10-31").get("whole").get("standing");
        assertThat(october.get("done").asInt()).isEqualTo(21_080); // 124 × 170
        assertThat(october.get("target").asInt()).isEqualTo(29_412);
        assertThat(october.get("expected").asInt()).isEqualTo(9_911); // 29,412 × 31/92 = 9,910.6
        assertThat(october.get("pace").asInt()).isEqualTo(680); // 21,080 in 31 days: nothing is known of two weeks before
        assertThat(october.get("forecast").asString()).isEqualTo("2026-11-13"); // 8,332 are missing: 12.3, so 13 days
        assertThat(october.get("requiredDaily").asInt()).isEqualTo(137); // 8,332 over 61 days = 136.6
        assertThat(october.get("state").asString()).isEqualTo("on_track");

        JsonNode november = api(staff, "/api/campaigns/" + code + "?day=2026-11-07");
        JsonNode reached = november.get("whole").get("standing");
        assertThat(reached.get("done").asInt()).isEqualTo(29_760);
        assertThat(reached.get("reached").asString()).isEqualTo("2026-11-07");
        assertThat(reached.get("daysEarly").asInt()).isEqualTo(54); // 23 days of November and 31 of December
        assertThat(november.get("total").asInt()).isEqualTo(124);
        JsonNode commune = november.get("places").get(0);
        assertThat(commune.get("deadline").asString()).isEqualTo("2026-12-20");
        assertThat(commune.get("standing").get("target").asInt()).isBetween(237, 238); // 29,412 ÷ 124 = 237.2

        assertThat(below.get("/campaigns/" + code + "?day=2026-11-07").body()).contains("Đạt chỉ tiêu ngày 7/11/2026, sớm 54 ngày so với thời hạn", "class=\"chart burnup\"");
        Place other = provinces.getFirst().id() == tuyenQuang.id() ? provinces.get(1) : provinces.getFirst();
        assertThat(below.get("/campaigns/" + code + "?within=" + other.key()).status()).as("out of scope is not there").isEqualTo(404);
        assertThat(below.get("/campaigns/" + code + "?day=2026-09-01").status()).isEqualTo(422);
        assertThat(below.get("/campaigns").body()).contains("Thử nhịp thu nhận", "đã đạt");
        JsonNode nation = api(ministry, "/api/campaigns/" + code + "?day=2026-11-07");
        assertThat(nation.get("total").asInt()).isEqualTo(34);
        assertThat(nation.get("places").get(33).get("name").asString()).as("those that have reached it last").isEqualTo("Tỉnh Tuyên Quang");
    }

    @Test
    void whatAnOfficerMayNotSeeOrOpenIsRefused() {
        Browser browser = users.signIn(ministry);
        Browser.Reply refused = browser.post("/campaigns", Map.of("nameVi", "", "indicator", "security_reports", "target", "rất nhiều", "firstDay", "2026-12-31", "deadline", "2026-10-01", "assignedBy", ""));
        assertThat(refused.status()).isEqualTo(422);
        assertThat(refused.body()).contains("id=\"target-error\"");
        Browser auditor = users.signIn(users.person("kiemtoan.cd", "auditor", office("ministry", null)));
        assertThat(auditor.get("/campaigns").status()).isEqualTo(403);
        assertThat(auditor.get("/").body()).doesNotContain("href=\"/campaigns\"");
    }
}

package vn.bamcoso.reporting;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import vn.bamcoso.InTheHouse;
import vn.bamcoso.identity.Browser;
import vn.bamcoso.identity.TestUsers;
import vn.bamcoso.territory.Place;
import vn.bamcoso.territory.Places;

/** Sơn La consolidates the cards of two of its communes, adds one of its own, and the ministry receives it. */
@InTheHouse
class ConsolidationTest {
    @Autowired DongVan dongVan;
    @Autowired TestUsers users;
    @Autowired Places places;

    private static Map<String, String> with(Browser who, String path, Map<String, String> more) {
        var lock = Pattern.compile("name=\"lock\" value=\"(\\d+)\"").matcher(who.get(path).body());
        assertThat(lock.find()).isTrue();
        var fields = new HashMap<>(more);
        fields.put("lock", lock.group(1));
        return fields;
    }

    @Test
    void theSumIsNotTypedADifferenceIsExplainedAndWhatWasSentStays() {
        Place province = places.byKey("P14@2026-11-21").orElseThrow();
        List<Place> communes = places.children(province.id(), DongVan.TODAY_MAP);
        int office = dongVan.office(province.id());
        Browser staff = users.signIn(users.person("thammuu.tonghop", "provincial_staff", office));
        TestUsers.Person head = users.person("giamdoc.tonghop", "provincial_director", office);
        Browser director = users.signIn(head);
        Browser ministry = users.signIn(dongVan.team().ministry());
        String token = users.token(head);
        // 34 + 8 = 42 in all
        assertThat(figures(director, token, communes.get(0), 34).status()).isEqualTo(201);
        assertThat(figures(director, token, communes.get(1), 8).status()).isEqualTo(201);

        String here = staff.post("/consolidations", Map.of("what", "ket-qua-cong-tac 2026-Q3")).location();
        assertThat(here).matches("/consolidations/\\d+");
        assertThat(staff.get(here).body()).contains(">42<");
        assertThat(staff.post(here, with(staff, here, Map.of("a.security_reports", "3", "w.security_reports", ""))).status()).as("a difference without a reason").isEqualTo(422);
        assertThat(staff.post(here, with(staff, here, Map.of("a.security_reports", "3", "w.security_reports", "Ba tin do tỉnh trực tiếp nhận", "difficulties", "Đường xa."))).location()).contains("done=saved");
        assertThat(staff.get(here).body()).contains("<b>45</b>", "Đường xa.");
        assertThat(staff.post(here + "/sending", with(staff, here, Map.of())).status()).as("staff does not sign").isEqualTo(403);
        assertThat(ministry.get("/consolidations").body()).as("a draft is the province's own").doesNotContain(here + "\"");

        assertThat(director.post(here + "/sending", with(director, here, Map.of())).location()).contains("done=sent");
        assertThat(figures(director, token, communes.get(1), 9).status()).as("corrected afterwards").isEqualTo(201);
        assertThat(director.get(here).body()).as("what was sent stays").contains("<b>45</b>").doesNotContain("<b>46</b>");
        assertThat(ministry.post(here + "/decision", with(ministry, here, Map.of("decision", "returned"))).status()).isEqualTo(422);
        assertThat(ministry.post(here + "/decision", with(ministry, here, Map.of("decision", "returned", "remark", "Đối chiếu lại ba tin."))).location()).contains("done=returned");
        assertThat(staff.get(here).body()).as("open again: the sum of now").contains("Đối chiếu lại ba tin.", "<b>46</b>");
        director.post(here + "/sending", with(director, here, Map.of()));
        assertThat(ministry.post(here + "/decision", with(ministry, here, Map.of("decision", "received"))).location()).contains("done=received");
        assertThat(users.signIn(dongVan.team().otherProvince()).get(here).status()).isEqualTo(404);
    }

    private Browser.Reply figures(Browser any, String token, Place commune, int value) {
        return any.send("POST", "/api/figures", "{\"rows\": [{\"indicator\": \"security_reports\", \"period\": \"2026-Q3\", \"place\": \"%s\", \"value\": %d}], \"reason\": \"Đối chiếu\"}".formatted(commune.key(), value),
                "Authorization", "Bearer " + token, "Content-Type", "application/json");
    }
}

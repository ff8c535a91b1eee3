package vn.bamcoso.reporting;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import vn.bamcoso.InTheHouse;
import vn.bamcoso.access.CurrentUser;
import vn.bamcoso.identity.Browser;
import vn.bamcoso.identity.TestUsers;
import vn.bamcoso.identity.TestUsers.Person;
import vn.bamcoso.reporting.power.Powers;

/** Forms and completeness for programs; powers of offices on a day. */
@InTheHouse
class CatalogueApiTest {
    private static final JsonMapper JSON = new JsonMapper();
    @Autowired TestUsers users;
    @Autowired JdbcClient jdbc;
    @Autowired Powers powers;

    @Test
    void formsSayTheirLinesChecksAndWay() {
        Person ministry = person("vanphong.capi", "ministry_office", "ministry");
        JsonNode list = get(ministry, "/api/forms");
        assertThat(list.get("total").asInt()).isEqualTo(list.get("forms").size()).isGreaterThanOrEqualTo(11);
        JsonNode version = get(ministry, "/api/forms/ky-luat-giao-duc-chinh-tri").get("version");
        assertThat(version.get("checks").get(0).get("relation").asString()).isEqualTo("=");
        assertThat(version.get("lines").valueStream().filter(line -> line.get("indicator").asString().equals("officers_disciplined__censure")).findFirst().orElseThrow().get("part").asString())
                .isEqualTo("officers_disciplined");
        assertThat(version.get("chain").get(0).get("deadline").asString()).isEqualTo("+2");
        assertThat(users.browser().get("/api/forms/khong-co", "Authorization", "Bearer " + users.token(ministry)).status()).isEqualTo(404);
    }

    @Test
    void completenessIsByProvinceForTheMinistryAndByCommuneForAProvince() {
        Person ministry = person("vanphong.capi", "ministry_office", "ministry");
        JsonNode nation = get(ministry, "/api/completeness?form=ket-qua-cong-tac&period=2026-Q3");
        assertThat(nation.get("total").asInt()).isEqualTo(34);
        assertThat(nation.get("expected").asInt()).isGreaterThan(3000);
        Person province = person("thammuu.capi", "provincial_staff", "provincial");
        JsonNode own = get(province, "/api/completeness?form=ket-qua-cong-tac&period=2026-Q3");
        assertThat(own.get("total").asInt()).isEqualTo(own.get("places").size()).isPositive();
        assertThat(own.get("places").get(0).get("state").asString()).isIn("missing", "overdue", "approved", "waiting", "returned", "writing", "apart");
        String asked = "/api/completeness?form=ket-qua-cong-tac&period=2026-Q3&within=";
        assertThat(get(province, asked + own.get("within").asString()).get("total")).isEqualTo(own.get("total"));
        assertThat(users.browser().get(asked + "NVN@2026-11-21", "Authorization", "Bearer " + users.token(province)).status()).as("the nation is not a province's to chase").isEqualTo(404);
        JsonNode unasked = get(ministry, "/api/completeness?form=che-do-chinh-sach&period=2026-Q3");
        assertThat(unasked.get("expected").asInt()).as("nobody was asked").isZero();
    }

    @Test
    void aPowerHoldsOnItsDaysAndOnlyTheMinistryEntersOne() {
        assertThat(powers.on(LocalDate.of(2025, 6, 30))).noneMatch(one -> one.basis().contains("27/6/2025"));
        assertThat(powers.on(LocalDate.of(2025, 7, 1))).anyMatch(one -> one.basis().contains("27/6/2025"));
        Browser ministry = users.signIn(person("vanphong.capi", "ministry_office", "ministry"));
        assertThat(ministry.post("/forms/powers", Map.of("officeKind", "provincial", "subjectVi", "Duyệt báo cáo của cấp xã (thử)", "basis", "Quyết định thử", "from", "1/3/2025")).status()).isEqualTo(303);
        Powers.Power entered = powers.on(LocalDate.of(2025, 3, 1)).stream().filter(one -> one.basis().equals("Quyết định thử")).findFirst().orElseThrow();
        CurrentUser.SYSTEM.run(() -> powers.end(entered.id(), LocalDate.of(2026, 1, 1)));
        assertThat(powers.on(LocalDate.of(2025, 12, 31))).anyMatch(one -> one.id() == entered.id());
        assertThat(powers.on(LocalDate.of(2026, 1, 1))).noneMatch(one -> one.id() == entered.id());
        Browser province = users.signIn(person("thammuu.capi", "provincial_staff", "provincial"));
        assertThat(province.get("/forms/powers").body()).doesNotContain("Ghi thẩm quyền mới");
        assertThat(province.post("/forms/powers", Map.of("officeKind", "commune", "subjectVi", "x", "basis", "y", "from", "1/3/2025")).status()).isEqualTo(403);
    }

    private JsonNode get(Person who, String path) {
        var reply = users.browser().get(path, "Authorization", "Bearer " + users.token(who));
        assertThat(reply.status()).as(reply.body()).isEqualTo(200);
        return JSON.readTree(reply.body());
    }

    private Person person(String login, String role, String kind) {
        return users.person(login, role, jdbc.sql("select min(office_id) from territory.pub_office where kind = :kind and valid_to = 'infinity'").param("kind", kind).query(Integer.class).single());
    }
}

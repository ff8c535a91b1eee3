package vn.bamcoso.identity.account;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Clock;
import java.time.LocalDate;
import java.util.Map;
import java.util.regex.Pattern;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import vn.bamcoso.InTheHouse;
import vn.bamcoso.basics.VietnamTime;
import vn.bamcoso.identity.Browser;
import vn.bamcoso.identity.Grants;
import vn.bamcoso.identity.TestUsers;
import vn.bamcoso.identity.TestUsers.Person;
import vn.bamcoso.territory.Offices;
import vn.bamcoso.territory.Places;

@InTheHouse
class AccountsTest {
    private static final LocalDate TODAY = LocalDate.of(2026, 11, 22);

    @Autowired
    TestUsers users;

    @Autowired
    Places places;

    @Autowired
    Offices offices;

    @Autowired
    Grants grants;

    private int ministry;
    private int tuyenQuang;
    private int dongVan;
    private Person keeper;

    @BeforeEach
    void theMinistrysAdministrator() {
        ministry = offices.serving(places.nation().id(), TODAY).orElseThrow().id();
        tuyenQuang = officeOf("P08@2025-07-01");
        dongVan = officeOf("C00721@2025-07-01");
        keeper = users.person("quantri.bo", "administrator", ministry);
    }

    @Test
    void aWholeNameOrSignLeavesNoOfficeToChoose() {
        Browser admin = users.signIn(keeper);
        assertThat(admin.post("/accounts", Map.of("login", "lanh.dao.mot", "name", "Lãnh đạo", "role", "leader", "office", "bộ công an")).body()).contains("once code", "Lãnh đạo Bộ");
        assertThat(admin.post("/accounts", Map.of("login", "cuc.v05", "name", "Cục", "role", "department", "office", "v05")).body()).contains("once code");
        assertThat(admin.post("/accounts", Map.of("login", "nhieu.noi", "name", "Xã", "role", "commune_clerk", "office", "xa dong van")).body()).contains("đơn vị khớp");
    }

    @Test
    void anAdministratorOpensAnAccountWhoseOwnerSetsThePassword() {
        Browser admin = users.signIn(keeper);
        var opened = admin.post("/accounts", Map.of("login", "Moi.Ve", "name", "Lò Thị Mới", "role", "commune_clerk", "office", "xa dong van tuyen quang"));
        assertThat(opened.status()).isEqualTo(200);
        assertThat(opened.body()).contains("Lò Thị Mới", "Công an xã Đồng Văn", "Cán bộ tổng hợp");
        String once = found(opened.body(), "once code\">([a-z0-9-]+)<");

        Browser newcomer = users.browser();
        assertThat(newcomer.signIn("moi.ve", once).location()).isEqualTo("/");
        assertThat(newcomer.get("/").location()).isEqualTo("/profile/password");
        assertThat(newcomer.post("/profile/password", Map.of("old", once, "wanted", "ngắn", "again", "ngắn")).body()).contains("12 đến 200 ký tự");
        assertThat(newcomer.post("/profile/password", Map.of("old", once, "wanted", "moi.ve-moi.ve", "again", "moi.ve-moi.ve")).body()).contains("quá dễ đoán");
        String own = "con trâu đi trước cái cày";
        assertThat(newcomer.post("/profile/password", Map.of("old", once, "wanted", own, "again", own)).location()).isEqualTo("/profile?done=password");
        assertThat(newcomer.get("/").status()).isEqualTo(200);
        assertThat(users.browser().signIn("moi.ve", once).location()).contains("problem=wrong");
        assertThat(users.browser().signIn("moi.ve", own).location()).isEqualTo("/");
        assertThat(acts(idOf("moi.ve"))).containsSubsequence("identity.account.opened", "identity.grant.given", "identity.password.changed");
    }

    @Test
    void whenSeveralOfficesFitOneIsChosenAndNothingTypedIsLost() {
        Browser admin = users.signIn(keeper);
        var asked = admin.post("/accounts", Map.of("login", "chon.don.vi", "name", "Người chọn", "role", "commune_chief", "office", "dong van"));
        assertThat(asked.status()).isEqualTo(200);
        assertThat(asked.body()).contains("value=\"chon.don.vi\"").contains("Công an xã Đồng Văn").contains("Công an phường Đồng Văn");
        var opened = admin.post("/accounts", Map.of(
                "login", "chon.don.vi", "name", "Người chọn", "role", "commune_chief", "office", "dong van", "officeId", String.valueOf(dongVan)));
        assertThat(opened.body()).contains("Công an xã Đồng Văn");
        assertThat(admin.post("/accounts", Map.of("login", "khong.co", "name", "X", "role", "commune_chief", "office", "xã zzz")).status()).isEqualTo(422);
    }

    @Test
    void toEverybodyElseThePagesAreNotThere() {
        Browser clerk = users.signIn(users.person("thuong.dan", "commune_clerk", dongVan));
        for (String path : new String[] {"/accounts", "/accounts/new", "/accounts/" + keeper.id()}) {
            assertThat(clerk.get(path).status()).as(path).isEqualTo(404);
        }
        assertThat(clerk.post("/accounts/" + keeper.id() + "/closure", Map.of("version", "0")).status()).isEqualTo(404);
        assertThat(clerk.post("/accounts", Map.of("login", "lau", "name", "Lậu", "role", "auditor", "office", "v05", "officeId", String.valueOf(ministry))).status())
                .isEqualTo(404);
        assertThat(clerk.get("/").body()).doesNotContain("href=\"/accounts\"");
    }

    @Test
    void whoKeepsTheSystemHoldsNoOtherRole() {
        Person chief = users.person("truong.xa", "commune_chief", dongVan);
        Browser admin = users.signIn(keeper);
        var refused = admin.post("/accounts/" + chief.id() + "/grants", grant("auditor", ministry));
        assertThat(refused.status()).isEqualTo(422);
        assertThat(refused.body()).contains("không đi cùng vai trò nào khác");
        assertThat(admin.post("/accounts/" + keeper.id() + "/grants", grant("leader", ministry)).body()).contains("Không tự giao");
        assertThat(admin.post("/accounts/" + chief.id() + "/grants", grant("commune_chief", dongVan)).status()).as("twice the same").isEqualTo(409);
    }

    @Test
    void ofTwoAdministratorsAtOneAccountTheSecondIsTold() {
        Person somebody = users.person("hai.nguoi.sua", "commune_clerk", dongVan);
        Browser first = users.signIn(keeper);
        Browser second = users.signIn(users.person("quantri.hai", "administrator", ministry));
        String version = found(first.get("/accounts/" + somebody.id()).body(), "name=\"version\" value=\"(\\d+)\"");
        assertThat(first.post("/accounts/" + somebody.id() + "/name", Map.of("name", "Tên thứ nhất", "version", version)).status()).isEqualTo(302);
        var late = second.post("/accounts/" + somebody.id() + "/name", Map.of("name", "Tên thứ hai", "version", version));
        assertThat(late.status()).isEqualTo(409);
        assertThat(first.get("/accounts/" + somebody.id()).body()).contains("Tên thứ nhất").doesNotContain("Tên thứ hai");
    }

    @Test
    void aProvincesAdministratorKeepsTheProvincesAccountsOnly() {
        Person inside = users.person("trong.tinh", "commune_clerk", dongVan);
        Person outside = users.person("ngoai.tinh", "commune_clerk", officeOf("C00004@2025-07-01"));
        Browser province = users.signIn(users.person("quantri.tq", "administrator", tuyenQuang));
        assertThat(province.get("/accounts?q=tinh").body()).contains("trong.tinh").doesNotContain("ngoai.tinh");
        assertThat(province.get("/accounts/" + inside.id()).status()).isEqualTo(200);
        assertThat(province.get("/accounts/" + outside.id()).status()).isEqualTo(404);
        assertThat(province.post("/accounts/" + inside.id() + "/grants", grant("leader", ministry)).status()).isEqualTo(404);
        assertThat(province.post("/accounts/" + outside.id() + "/password", Map.of("version", "0")).status()).isEqualTo(404);
    }

    @Test
    void anEndedGrantAndAClosedAccountCountFromTheNextRequest() {
        Person clerk = users.person("het.vai", "commune_clerk", dongVan);
        Browser admin = users.signIn(keeper);
        Browser browser = users.signIn(clerk);
        assertThat(browser.get("/profile").body()).contains("Công an xã Đồng Văn");
        String page = admin.get("/accounts/" + clerk.id()).body();
        String grant = found(page, "/grants/(\\d+)/end");
        assertThat(admin.post("/accounts/" + clerk.id() + "/grants/" + grant + "/end", Map.of("version", found(page, "name=\"version\" value=\"(\\d+)\""))).status())
                .isEqualTo(302);
        assertThat(browser.get("/profile").body()).contains("chưa được giao vai trò");
        assertThat(grants.of(clerk.id(), VietnamTime.today(Clock.systemUTC()))).isEmpty();
        String version = found(admin.get("/accounts/" + clerk.id()).body(), "name=\"version\" value=\"(\\d+)\"");
        assertThat(admin.post("/accounts/" + clerk.id() + "/closure", Map.of("version", version)).status()).isEqualTo(302);
        assertThat(browser.get("/profile").location()).isEqualTo("/signin?next=%2Fprofile");
        assertThat(acts(clerk.id())).contains("identity.grant.ended", "identity.account.closed");
    }

    private static Map<String, String> grant(String role, int office) {
        return Map.of("role", role, "office", "đã chọn", "officeId", String.valueOf(office));
    }

    private int officeOf(String key) {
        return offices.serving(places.byKey(key).orElseThrow().id(), TODAY).orElseThrow().id();
    }

    private int idOf(String login) {
        return users.asOwner(jdbc -> jdbc.sql("select id from identity.app_user where login = :login").param("login", login).query(Integer.class).single());
    }

    private java.util.List<String> acts(int user) {
        return users.asOwner(jdbc -> jdbc.sql("select act from audit.entry where subject = :subject order by id").param("subject", "user:" + user).query(String.class).list());
    }

    private static String found(String page, String pattern) {
        var match = Pattern.compile(pattern).matcher(page);
        assertThat(match.find()).as(pattern).isTrue();
        return match.group(1);
    }
}

package vn.bamcoso.identity.profile;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Clock;
import java.time.LocalDate;
import java.util.Map;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import vn.bamcoso.InTheHouse;
import vn.bamcoso.basics.VietnamTime;
import vn.bamcoso.identity.Browser;
import vn.bamcoso.identity.TestUsers;
import vn.bamcoso.territory.Offices;
import vn.bamcoso.territory.Places;

@InTheHouse
class ProfileTest {
    @Autowired
    TestUsers users;

    @Autowired
    Places places;

    @Autowired
    Offices offices;

    @Test
    void oneSeesWhereOneIsSignedInAndEndsIt() {
        var person = users.person("hai.may");
        Browser office = users.signIn(person);
        Browser home = users.signIn(person);
        String page = office.get("/profile").body();
        assertThat(page).contains("phiên này").doesNotContain(office.cookie("SESSION"));
        String other = first(page, "/profile/sessions/([0-9a-f]{16})/end");
        assertThat(office.post("/profile/sessions/" + other + "/end", Map.of()).location()).isEqualTo("/profile?done=session");
        assertThat(home.get("/profile").location()).startsWith("/signin");
        assertThat(office.get("/profile").status()).isEqualTo(200);
        Browser stranger = users.signIn(users.person("nguoi.la"));
        assertThat(stranger.post("/profile/sessions/" + other + "/end", Map.of()).status()).isEqualTo(404);
    }

    @Test
    void aChangedPasswordEndsEveryOtherSession() {
        var person = users.person("doi.mat.khau");
        Browser here = users.signIn(person);
        Browser there = users.signIn(person);
        String wanted = "lúa chín vàng trên đồng";
        assertThat(here.post("/profile/password", Map.of("old", "không phải", "wanted", wanted, "again", wanted)).body()).contains("hiện tại không đúng");
        assertThat(here.post("/profile/password", Map.of("old", TestUsers.PASSWORD, "wanted", wanted, "again", wanted + ".")).body()).contains("không giống nhau");
        assertThat(here.post("/profile/password", Map.of("old", TestUsers.PASSWORD, "wanted", wanted, "again", wanted)).location()).isEqualTo("/profile?done=password");
        assertThat(here.get("/profile").status()).isEqualTo(200);
        assertThat(there.get("/profile").location()).startsWith("/signin");
    }

    @Test
    void aTokenIsShownOnceAndCanBeTakenBack() {
        Browser browser = users.signIn(users.person("co.chuong.trinh"));
        String token = first(browser.post("/profile/tokens", Map.of("name", "tổng hợp")).body(), "(bcs_[a-z0-9]{8}_[A-Za-z0-9_-]{43})");
        assertThat(users.browser().get("/api/nothing", "Authorization", "Bearer " + token).status()).isEqualTo(404);
        assertThat(browser.get("/profile").body()).contains("tổng hợp").doesNotContain(token);
        browser.post("/profile/tokens/" + token.substring(4, 12) + "/revocation", Map.of());
        assertThat(users.browser().get("/api/nothing", "Authorization", "Bearer " + token).status()).isEqualTo(401);
    }

    @Test
    void whoHoldsSeveralRolesMayActUnderOneOfThem() {
        int v05 = offices.department("V05", VietnamTime.today(Clock.systemUTC())).orElseThrow().id();
        int dongVan = offices.serving(places.byKey("C00721@2025-07-01").orElseThrow().id(), VietnamTime.today(Clock.systemUTC())).orElseThrow().id();
        var person = users.person("kiem.nhiem", "department", v05);
        int clerk = users.grant(person, "commune_clerk", dongVan, null, LocalDate.of(2026, 1, 1), LocalDate.of(2100, 1, 1));
        Browser browser = users.signIn(person);
        assertThat(head(browser)).contains("Cục nghiệp vụ");
        assertThat(browser.post("/profile/acting", Map.of("grant", String.valueOf(clerk))).status()).isEqualTo(302);
        assertThat(head(browser)).contains("Cán bộ tổng hợp · Công an xã Đồng Văn");
        int foreign = users.grant(users.person("nguoi.khac"), "leader", v05, null, LocalDate.of(2026, 1, 1), LocalDate.of(2100, 1, 1));
        assertThat(browser.post("/profile/acting", Map.of("grant", String.valueOf(foreign))).status()).isEqualTo(404);
        browser.post("/profile/acting", Map.of("grant", "0"));
        assertThat(head(browser)).contains("Cục nghiệp vụ");
    }

    private static String head(Browser browser) {
        return first(browser.get("/profile").body(), "(?s)<summary>(<span>.*?)</summary>");
    }

    private static String first(String page, String pattern) {
        var match = Pattern.compile(pattern).matcher(page);
        assertThat(match.find()).as(pattern).isTrue();
        return match.group(1);
    }
}

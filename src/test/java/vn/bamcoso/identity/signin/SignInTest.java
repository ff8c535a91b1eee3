package vn.bamcoso.identity.signin;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import vn.bamcoso.InTheHouse;
import vn.bamcoso.identity.Browser;
import vn.bamcoso.identity.TestUsers;

@InTheHouse
class SignInTest {
    @Autowired
    TestUsers users;

    @Test
    void whoeverIsNotSignedInIsLedToTheSignInPageAndBackToWhereHeWanted() {
        users.person("hang.dongvan");
        Browser browser = users.browser();
        var led = browser.get("/figures?place=P08");
        assertThat(led.status()).isEqualTo(302);
        assertThat(led.location()).isEqualTo("/signin?next=%2Ffigures%3Fplace%3DP08");
        var page = browser.get(led.location());
        assertThat(page.status()).isEqualTo(200);
        assertThat(page.body()).contains("name=\"next\" value=\"/figures?place=P08\"").contains("Tên đăng nhập");
        var in = browser.post("/signin", Map.of("login", "Hang.DongVan ", "password", TestUsers.PASSWORD, "next", "/figures?place=P08"));
        assertThat(in.location()).isEqualTo("/figures?place=P08");
        assertThat(browser.get("/signin").location()).isEqualTo("/");
    }

    @Test
    void wrongPasswordUnknownLoginAndDisabledUserGetOneAnswer() {
        users.person("co.that");
        var disabled = users.person("da.khoa");
        users.asOwner(jdbc -> jdbc.sql("update identity.app_user set disabled_at = now() where id = :id").param("id", disabled.id()).update());
        String wrong = users.browser().signIn("co.that", "sai").location();
        assertThat(wrong).isEqualTo("/signin?problem=wrong&next=%2F");
        assertThat(users.browser().signIn("khong.co", "sai").location()).isEqualTo(wrong);
        assertThat(users.browser().signIn("da.khoa", TestUsers.PASSWORD).location()).isEqualTo(wrong);
    }

    @Test
    void theSixthWrongPasswordForALoginFromOneAddressMustWaitEvenIfItWereRight() {
        users.person("bi.do");
        for (int i = 0; i < 5; i++) {
            assertThat(users.browser().signIn("bi.do", "sai " + i).location()).contains("problem=wrong");
        }
        assertThat(users.browser().signIn("bi.do", TestUsers.PASSWORD).location()).contains("problem=wait").contains("minutes=15");
    }

    @Test
    void aFormFromAnotherSiteIsRefused() {
        var person = users.person("ga.gay");
        Browser browser = users.signIn(person);
        assertThat(browser.postWith("nothing", "/signout", Map.of()).status()).isEqualTo(403);
        assertThat(browser.get("/signin").location()).isEqualTo("/");
        assertThat(browser.post("/signout", Map.of()).location()).isEqualTo("/signin?out");
        assertThat(browser.get("/signin").status()).isEqualTo(200);
    }

    @Test
    void aLinkToTheSignInPageCannotLeadToAnotherSite() {
        var person = users.person("de.tin");
        for (String elsewhere : new String[] {"https://example.org/", "//example.org", "/\\example.org", "/\t/example.org"}) {
            var in = users.browser().post("/signin", Map.of("login", person.login(), "password", TestUsers.PASSWORD, "next", elsewhere));
            assertThat(in.location()).as(elsewhere).isEqualTo("/");
        }
    }

    @Test
    void aDisabledUserIsOutAtTheNextRequest() {
        var person = users.person("vua.nghi");
        Browser browser = users.signIn(person);
        assertThat(browser.get("/signin").location()).isEqualTo("/");
        users.asOwner(jdbc -> jdbc.sql("update identity.app_user set disabled_at = now() where id = :id").param("id", person.id()).update());
        assertThat(browser.get("/signin").status()).isEqualTo(200);
    }

    @Test
    void programsComeWithATokenAndWithoutOneGetAProblem() {
        var person = users.person("may.tinh");
        Browser program = users.browser();
        var without = program.get("/api/nothing");
        assertThat(without.status()).isEqualTo(401);
        assertThat(without.headers().firstValue("Content-Type")).hasValue("application/problem+json;charset=UTF-8");
        assertThat(program.get("/api/nothing", "Authorization", "Bearer bcs_abcdefgh_x").status()).isEqualTo(401);
        String token = users.token(person);
        assertThat(program.get("/api/nothing", "Authorization", "Bearer " + token).status()).isEqualTo(404);
        assertThat(program.send("POST", "/api/nothing", "{}", "Authorization", "Bearer " + token, "Content-Type", "application/json").status())
                .isEqualTo(404);
        assertThat(program.cookie("SESSION")).isEmpty();
        users.asOwner(jdbc -> jdbc.sql("update identity.api_token set revoked_at = now() where user_id = :id").param("id", person.id()).update());
        assertThat(program.get("/api/nothing", "Authorization", "Bearer " + token).status()).isEqualTo(401);
    }

    @Test
    void howTheApiLooksIsOpenAndTellsHowToComeIn() {
        var described = users.browser().get("/api/openapi");
        assertThat(described.status()).isEqualTo(200);
        assertThat(described.body()).contains("\"title\":\"Bám Cơ Sở\"").contains("\"scheme\":\"bearer\"");
        assertThat(users.browser().get("/api/indicators").status()).isEqualTo(401);
    }

    @Test
    void theApiIsDescribedForPeopleBeforeTheySignInEachAddressWithWhatItIsFor() {
        var page = users.browser().get("/api/docs");
        assertThat(page.status()).isEqualTo(200);
        assertThat(page.body()).contains("GET /api/figures", "POST /api/staffing/waves", "id=\"shape-FigureList\"").doesNotContain("<span lang=\"en\"></span>", "/api/dataSets.json");
    }

    @Test
    void everyAnswerCarriesTheStrictHeaders() {
        var headers = users.browser().get("/signin").headers();
        assertThat(headers.firstValue("Content-Security-Policy").orElse("")).contains("default-src 'self'").doesNotContain("unsafe-inline");
        assertThat(headers.firstValue("Referrer-Policy")).hasValue("same-origin");
        assertThat(headers.firstValue("X-Content-Type-Options")).hasValue("nosniff");
        assertThat(headers.firstValue("Strict-Transport-Security")).as("only over TLS").isEmpty();
    }
}

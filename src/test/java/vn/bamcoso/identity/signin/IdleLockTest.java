package vn.bamcoso.identity.signin;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.ObjectOutputStream;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import vn.bamcoso.InTheHouse;
import vn.bamcoso.identity.Browser;
import vn.bamcoso.identity.TestUsers;

@InTheHouse
class IdleLockTest {
    @Autowired
    TestUsers users;

    @Test
    void afterAPauseAFormThatWasBeingWrittenIsKeptAndGoesOnWithThePassword() throws IOException {
        Browser browser = users.signIn(users.person("di.uong.nuoc"));
        assertThat(browser.get("/profile").status()).isEqualTo(200);
        sixteenMinutesPass();
        assertThat(browser.get("/profile").location()).isEqualTo("/unlock?next=%2Fprofile");

        var kept = browser.post("/profile/tokens", Map.of("name", "Bản \"nháp\" <dài>"));
        assertThat(kept.status()).isEqualTo(423);
        assertThat(kept.body()).contains("action=\"/profile/tokens\"").contains("value=\"Bản &#34;nháp&#34; &lt;dài>\"").doesNotContain("bcs_");
        var wrong = browser.post("/profile/tokens", Map.of("name", "Bản nháp", "_unlock", "sai"));
        assertThat(wrong.status()).isEqualTo(423);
        assertThat(wrong.body()).contains("Mật khẩu không đúng");
        var sent = browser.post("/profile/tokens", Map.of("name", "Bản nháp", "_unlock", TestUsers.PASSWORD));
        assertThat(sent.status()).isEqualTo(200);
        assertThat(sent.body()).contains("Bản nháp").contains("bcs_");
        assertThat(browser.get("/profile").status()).isEqualTo(200);
    }

    @Test
    void theScreenIsLockedByHandAndOpensInPlace() {
        Browser browser = users.signIn(users.person("khoa.tay"));
        assertThat(browser.post("/lock", Map.of()).location()).isEqualTo("/unlock");
        assertThat(browser.get("/figures?q=1").location()).isEqualTo("/unlock?next=%2Ffigures%3Fq%3D1");
        assertThat(browser.get("/profile", "HX-Request", "true").status()).as("a part of a page").isEqualTo(423);
        assertThat(browser.get("/unlock/dialog").body()).contains("<dialog").contains("khoa.tay");
        assertThat(browser.post("/unlock", Map.of("password", "sai"), "X-Requested-With", "fetch").status()).isEqualTo(422);
        assertThat(browser.post("/unlock", Map.of("password", TestUsers.PASSWORD), "X-Requested-With", "fetch").status()).isEqualTo(204);
        assertThat(browser.get("/profile").status()).isEqualTo(200);
    }

    @Test
    void guessingAtALockedScreenIsLimitedAsAtTheDoor() {
        Browser browser = users.signIn(users.person("doan.mo"));
        browser.post("/lock", Map.of());
        for (int i = 0; i < 5; i++) {
            assertThat(browser.post("/unlock", Map.of("password", "sai " + i)).status()).isEqualTo(422);
        }
        assertThat(browser.post("/unlock", Map.of("password", TestUsers.PASSWORD)).status()).isEqualTo(422);
        assertThat(browser.post("/signout", Map.of()).location()).isEqualTo("/signin?out");
    }

    @Test
    void onASharedComputerTheNextUserSignsInByNameAndPasswordIfHeAskedToBeKnown() {
        var first = users.person("truc.ban.mot");
        var second = users.person("truc.ban.hai");
        Browser computer = users.browser();
        computer.post("/signin", Map.of("login", first.login(), "password", TestUsers.PASSWORD, "remember", "yes"));
        computer.post("/signout", Map.of());
        computer.post("/signin", Map.of("login", second.login(), "password", TestUsers.PASSWORD));
        computer.post("/signout", Map.of());
        String door = computer.get("/signin").body();
        assertThat(door).contains("/signin?login=truc.ban.mot").doesNotContain("truc.ban.hai");
        assertThat(computer.get("/signin?login=truc.ban.mot").body()).contains("value=\"truc.ban.mot\"");
        computer.post("/signin/forget", Map.of());
        assertThat(computer.get("/signin").body()).doesNotContain("truc.ban.mot");
    }

    private void sixteenMinutesPass() throws IOException {
        var bytes = new ByteArrayOutputStream();
        try (var out = new ObjectOutputStream(bytes)) {
            out.writeObject(System.currentTimeMillis() - 16 * 60_000);
        }
        users.asOwner(jdbc -> jdbc.sql("update identity.spring_session_attributes set attribute_bytes = :past where attribute_name = 'bamcoso.seen'")
                .param("past", bytes.toByteArray())
                .update());
    }
}

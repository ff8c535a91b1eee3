package vn.bamcoso.identity.first;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import vn.bamcoso.InTheHouse;
import vn.bamcoso.identity.Browser;
import vn.bamcoso.identity.FirstAdministrator;
import vn.bamcoso.identity.TestUsers;

@InTheHouse
class FirstAdministratorTest {
    private static final String PASSWORD = "một câu chỉ mình tôi biết";

    @Autowired
    FirstAdministrator first;

    @Autowired
    TestUsers users;

    @BeforeEach
    void aHouseWithoutAnAdministrator() {
        users.asOwner(jdbc -> jdbc.sql("update identity.user_grant set valid_to = valid_from where role = 'administrator'").update());
    }

    @Test
    void theLinkOnTheConsoleMakesOneAdministratorAndThenIsGone() {
        String path = first.linkIfNone("").orElseThrow();
        Browser browser = users.browser();
        assertThat(browser.get(path).body()).contains("Quản trị đầu tiên");
        assertThat(browser.get(path).status()).as("looking uses nothing up").isEqualTo(200);
        assertThat(browser.post(path, come("dau.tien", "ngắn")).body()).contains("12 đến 200 ký tự").contains("value=\"dau.tien\"");
        assertThat(browser.post(path, come("dau.tien", PASSWORD)).location()).isEqualTo("/signin?login=dau.tien");
        assertThat(browser.signIn("dau.tien", PASSWORD).location()).isEqualTo("/");
        assertThat(browser.get("/accounts").status()).isEqualTo(200);
        assertThat(users.browser().get(path).status()).isEqualTo(422);
        assertThat(users.browser().post(path, come("dau.hai", PASSWORD)).status()).isEqualTo(422);
        assertThat(first.linkIfNone("")).isEmpty();
    }

    @Test
    void aLinkIsGoodForAnHourAndOnlyTheLastOneCounts() {
        String old = first.linkIfNone("").orElseThrow();
        String last = first.linkIfNone("").orElseThrow();
        assertThat(users.browser().get(old).status()).isEqualTo(422);
        assertThat(users.browser().get(last).status()).isEqualTo(200);
        users.asOwner(jdbc -> jdbc.sql("update identity.first_link set expires_at = expires_at - interval '61 minutes'").update());
        assertThat(users.browser().get(last).status()).isEqualTo(422);
    }

    private static Map<String, String> come(String login, String password) {
        return Map.of("login", login, "name", "Quản trị", "wanted", password, "again", password);
    }
}

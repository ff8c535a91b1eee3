package vn.bamcoso.journeys;

import static org.assertj.core.api.Assertions.assertThat;

import com.google.gson.JsonObject;
import com.google.gson.JsonParser;
import com.microsoft.playwright.CDPSession;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import vn.bamcoso.InTheHouse;
import vn.bamcoso.identity.TestUsers;

/** Coming in with a passkey that Chromium's own virtual device makes and holds. */
@InTheHouse
class PasskeyJourney {
    private static final String DEVICE = """
            {"options": {"protocol": "ctap2", "transport": "internal", "hasResidentKey": true, "hasUserVerification": true, "isUserVerified": true, "automaticPresenceSimulation": true}}""";

    @LocalServerPort
    int port;

    @Autowired
    TestUsers users;

    private CDPSession device;
    private String authenticator;

    @BeforeEach
    void somebody() {
        users.person("co.khoa");
    }

    private Visitor withDevice() {
        Visitor visitor = Browser.visitor("http://localhost:" + port);
        device = visitor.page.context().newCDPSession(visitor.page);
        device.send("WebAuthn.enable");
        authenticator = device.send("WebAuthn.addVirtualAuthenticator", JsonParser.parseString(DEVICE).getAsJsonObject()).get("authenticatorId").getAsString();
        return visitor;
    }

    private void verified(boolean right) {
        var who = new JsonObject();
        who.addProperty("authenticatorId", authenticator);
        who.addProperty("isUserVerified", right);
        device.send("WebAuthn.setUserVerified", who);
    }

    private static void out(Visitor visitor) {
        visitor.page.locator("details.who summary").click();
        visitor.button("Đăng xuất").click();
        visitor.sees("Đã đăng xuất");
    }

    @Test
    void oneAddsAKeyAndComesInWithoutAPassword() {
        try (Visitor visitor = withDevice()) {
            visitor.go("/signin");
            visitor.field("Tên đăng nhập").fill("co.khoa");
            visitor.field("Mật khẩu").fill(TestUsers.PASSWORD);
            visitor.page.locator("form[action='/signin'] button").click();
            visitor.page.waitForURL("**/");

            visitor.go("/profile/passkeys").sees("Chưa có khóa truy cập nào").looksWell();
            visitor.field("Tên khóa").fill("Điện thoại của tôi");
            visitor.field("Mật khẩu").fill("không phải");
            visitor.button("Thêm khóa trên thiết bị này").click();
            visitor.page.locator("[role=alert] .notice").waitFor();
            visitor.sees("Mật khẩu", "không đúng");
            visitor.field("Tên khóa").fill("Điện thoại của tôi");
            visitor.field("Mật khẩu").fill(TestUsers.PASSWORD);
            visitor.button("Thêm khóa trên thiết bị này").click();
            visitor.page.waitForURL("**/profile?done=passkey");
            visitor.go("/profile/passkeys").sees("Điện thoại của tôi").looksWell();
            out(visitor);

            visitor.button("Đăng nhập bằng khóa truy cập").click();
            visitor.page.waitForURL("**/");
            visitor.sees("co.khoa", "Việc hôm nay");
            out(visitor);

            verified(false);
            visitor.button("Đăng nhập bằng khóa truy cập").click();
            visitor.page.locator("form[data-passkey] .bad:not(:empty)").waitFor();
            assertThat(visitor.headline()).isEqualTo("Đăng nhập");
            verified(true);

            visitor.field("Tên đăng nhập").fill("co.khoa");
            visitor.field("Mật khẩu").fill(TestUsers.PASSWORD);
            visitor.page.locator("form[action='/signin'] button").click();
            visitor.page.waitForURL("**/");
            visitor.go("/profile/passkeys");
            visitor.button("Bỏ khóa Điện thoại của tôi").click();
            visitor.page.waitForURL("**/profile?done=passkey");
            out(visitor);
            visitor.button("Đăng nhập bằng khóa truy cập").click();
            visitor.page.waitForURL("**/signin?problem=passkey*");
            visitor.sees("Khóa truy cập không được chấp nhận").looksWell();
        }
    }

    /** A second answer to the same challenge, or one to no challenge, opens nothing. */
    @Test
    void anAnswerCountsOnce() {
        try (Visitor visitor = Browser.visitor("http://localhost:" + port)) {
            visitor.go("/signin");
            String at = (String) visitor.page.evaluate("""
                    async () => { const form = document.querySelector("form[data-passkey]"); const body = new URLSearchParams({ _csrf: form._csrf.value, credential: "AAAA", authenticator: "AAAA", client: "AAAA", signature: "AAAA" });
                      return (await fetch("/signin/passkey", { method: "POST", body })).url; }""");
            assertThat(at).endsWith("/signin?problem=passkey");
        }
    }

    @Test
    void byABareAddressNoneIsOffered() {
        try (Visitor visitor = Browser.visitor("http://127.0.0.1:" + port)) {
            visitor.go("/signin");
            assertThat(visitor.page.locator("form[data-passkey]").count()).isZero();
        }
    }
}

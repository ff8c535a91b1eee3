package vn.bamcoso.journeys;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import vn.bamcoso.InTheHouse;
import vn.bamcoso.identity.TestUsers;

/** Coming in and going out: with the mouse, with the keyboard alone, without JavaScript. */
@InTheHouse
class SignInJourney {
    @LocalServerPort
    int port;

    @Autowired
    TestUsers users;

    private String address;

    @BeforeEach
    void somebody() {
        address = "http://127.0.0.1:" + port;
        users.person("nguoi.moi");
        users.person("nguoi.cu");
    }

    @Test
    void aStrangerIsAskedWhoHeIsAndComesIn() {
        try (Visitor visitor = Browser.visitor(address)) {
            visitor.go("/").looksWell();
            assertThat(visitor.headline()).isEqualTo("Đăng nhập");
            visitor.field("Tên đăng nhập").fill("nguoi.moi");
            visitor.field("Mật khẩu").fill("không phải");
            visitor.button("Đăng nhập").click();
            visitor.sees("không đúng").looksWell();
            visitor.field("Tên đăng nhập").fill("nguoi.moi");
            visitor.field("Mật khẩu").fill(TestUsers.PASSWORD);
            visitor.button("Đăng nhập").click();
            visitor.sees("nguoi.moi", "Việc hôm nay").looksWell();
            visitor.page.locator("details.who summary").click();
            visitor.button("English").click();
            visitor.sees("Today").looksWell();
            visitor.page.locator("details.who summary").click();
            visitor.button("Dark").click();
            visitor.looksWell();
            visitor.page.locator("details.who summary").click();
            visitor.button("Sign out").click();
            visitor.sees("signed out");
        }
    }

    @Test
    void theKeyboardIsEnough() {
        try (Visitor visitor = Browser.visitor(address)) {
            visitor.go("/");
            assertThat(visitor.page.evaluate("() => document.activeElement.id")).isEqualTo("login");
            visitor.page.keyboard().type("nguoi.moi");
            visitor.page.keyboard().press("Tab");
            visitor.page.keyboard().type(TestUsers.PASSWORD);
            visitor.page.keyboard().press("Enter");
            visitor.page.locator("nav.rail:visible").waitFor();
            visitor.page.keyboard().press("Tab");
            assertThat(visitor.page.evaluate("() => document.activeElement.className")).isEqualTo("skip");
            visitor.page.keyboard().press("Enter");
            assertThat(visitor.page.evaluate("() => document.activeElement.id")).isEqualTo("main");
        }
    }

    @Test
    void withoutJavaScriptTheDoorOpensToo() {
        try (Visitor visitor = Browser.withoutJavaScript(address)) {
            visitor.go("/");
            visitor.field("Tên đăng nhập").fill("nguoi.cu");
            visitor.field("Mật khẩu").fill(TestUsers.PASSWORD);
            visitor.button("Đăng nhập").click();
            visitor.sees("Việc hôm nay");
            visitor.page.locator("details.who summary").click();
            visitor.button("Đăng xuất").click();
            assertThat(visitor.headline()).isEqualTo("Đăng nhập");
        }
    }

    @Test
    void whatIsNotThereIsSaidWithoutTellingMore() {
        try (Visitor visitor = Browser.visitor(address)) {
            assertThat(visitor.status("/khong-co")).isEqualTo(200);
            assertThat(visitor.headline()).isEqualTo("Đăng nhập");
        }
    }
}

package vn.bamcoso.territory.place;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.jdbc.core.simple.JdbcClient;
import vn.bamcoso.InTheHouse;
import vn.bamcoso.identity.TestUsers;
import vn.bamcoso.journeys.Browser;
import vn.bamcoso.journeys.Visitor;

/** Somebody looks around in the country of today and of 2021. */
@InTheHouse
class PlacesJourney {
    @LocalServerPort
    int port;

    @Autowired
    TestUsers users;

    @Autowired
    JdbcClient jdbc;

    @BeforeEach
    void somebody() {
        int ministry = jdbc.sql("select office_id from territory.pub_office where kind = 'ministry'").query(Integer.class).single();
        users.person("lanh.dao", "leader", ministry);
    }

    private Visitor signedIn(boolean script) {
        String address = "http://127.0.0.1:" + port;
        Visitor visitor = script ? Browser.visitor(address) : Browser.withoutJavaScript(address);
        visitor.go("/signin");
        visitor.field("Tên đăng nhập").fill("lanh.dao");
        visitor.field("Mật khẩu").fill(TestUsers.PASSWORD);
        visitor.button("Đăng nhập").click();
        visitor.page.waitForLoadState();
        return visitor;
    }

    @Test
    void theCountryOfAnyDayDownToACommune() {
        try (Visitor visitor = signedIn(true)) {
            visitor.turnTo("Đơn vị hành chính").sees("34 tỉnh, thành phố với 3.321 xã, phường, đặc khu", "quần đảo Hoàng Sa", "quần đảo Trường Sa");
            picture(visitor, "country");
            visitor.go("/places?on=2021-07-01").sees("63 tỉnh, thành phố, 705 đơn vị cấp huyện và 10.599 xã, phường, thị trấn", "quần đảo Hoàng Sa").looksWell();
            picture(visitor, "country-2021");
            visitor.link("Tỉnh Hà Giang").click();
            visitor.sees("Tỉnh Hà Giang thuộc Tỉnh Tuyên Quang từ ngày 1/7/2025", "202/2025/QH15", "Công an tỉnh Hà Giang").looksWell();
            picture(visitor, "ha-giang");
            visitor.link("Huyện Đồng Văn").click();
            visitor.sees("Công an huyện Đồng Văn").looksWell();
            visitor.link("Thị trấn Đồng Văn").click();
            visitor.sees("Xã Đồng Văn từ ngày 1/7/2025", "giả định trọn vẹn", "Công an thị trấn Đồng Văn").looksWell();
            picture(visitor, "thi-tran");
            visitor.go("/places/C00721@2021-07-01?on=2026-01-01").sees("Ngày 1/1/2026, không có Thị trấn Đồng Văn").looksWell();
            visitor.link("Xã Đồng Văn").click();
            assertThat(visitor.headline()).startsWith("Xã Đồng Văn, lập ngày 1/7/2025 từ ");
            picture(visitor, "xa");
            visitor.go("/places/P08@2025-07-01").looksWell();
            picture(visitor, "tuyen-quang");
        }
    }

    @Test
    void suggestionsAppearWhileOneTypes() {
        try (Visitor visitor = signedIn(true)) {
            visitor.go("/places");
            visitor.field("Tìm theo tên hoặc mã").pressSequentially("xa dong van");
            visitor.link("Xã Đồng Văn").waitFor();
            visitor.looksWell();
            picture(visitor, "suggestions");
            visitor.link("Xã Đồng Văn").click();
            assertThat(visitor.headline()).startsWith("Xã Đồng Văn");
        }
    }

    @Test
    void withoutScriptTheSearchIsAPage() {
        try (Visitor visitor = signedIn(false)) {
            visitor.go("/places");
            visitor.field("Tìm theo tên hoặc mã").fill("tân thành");
            visitor.button("Tìm").click();
            visitor.sees("đơn vị có tên như “tân thành”");
            visitor.go("/places?q=tân thành&page=2");
            visitor.go("/places?q=khong co ten nao nhu the").sees("Không tìm thấy");
        }
    }

    private static void picture(Visitor visitor, String name) {
        if (System.getenv("PICTURES") != null) {
            for (int width : new int[] {Browser.DESKTOP, Browser.PHONE}) {
                visitor.page.setViewportSize(width, 900);
                visitor.page.screenshot(new com.microsoft.playwright.Page.ScreenshotOptions().setFullPage(true).setPath(Path.of(System.getenv("PICTURES"), name + "-" + width + ".png")));
            }
            visitor.page.setViewportSize(Browser.DESKTOP, 900);
        }
    }
}

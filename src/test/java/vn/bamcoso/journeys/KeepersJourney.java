package vn.bamcoso.journeys;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import vn.bamcoso.InTheHouse;
import vn.bamcoso.identity.TestUsers;
import vn.bamcoso.territory.Offices;
import vn.bamcoso.territory.Places;

/** Those who keep the system: the administrator with accounts, the auditor with the trail; and everybody's own page. */
@InTheHouse
class KeepersJourney {
    @LocalServerPort
    int port;

    @Autowired
    TestUsers users;

    @Autowired
    Places places;

    @Autowired
    Offices offices;

    private String address;
    private int ministry;

    @BeforeEach
    void addresses() {
        address = "http://127.0.0.1:" + port;
        ministry = offices.serving(places.nation().id(), LocalDate.of(2026, 1, 1)).orElseThrow().id();
    }

    @Test
    void theAdministratorOpensAnAccountAndSeesNoContent() {
        users.person("quantri.duong", "administrator", ministry);
        try (Visitor visitor = signedIn("quantri.duong")) {
            visitor.turnTo("Tài khoản");
            visitor.link("Mở tài khoản").click();
            visitor.looksWell();
            visitor.field("Họ và tên").fill("Hoàng Thị Mới");
            visitor.field("Tên đăng nhập").fill("moi.duong");
            visitor.field("Vai trò").selectOption("commune_clerk");
            visitor.field("Đơn vị").fill("dong van");
            visitor.button("Mở tài khoản").click();
            visitor.sees("đơn vị khớp").looksWell();
            visitor.field("Công an xã Đồng Văn").check();
            visitor.button("Mở tài khoản").click();
            visitor.sees("Mật khẩu dùng một lần", "Công an xã Đồng Văn").looksWell();
            visitor.button("Khóa tài khoản").click();
            visitor.sees("đã khóa").seesNot("Biểu mẫu đến hạn").looksWell();
        }
    }

    @Test
    void theAuditorReadsALineAndChecksTheTrail() {
        users.person("kiemtoan.duong", "auditor", ministry);
        try (Visitor visitor = signedIn("kiemtoan.duong")) {
            visitor.turnTo("Nhật ký");
            visitor.sees("Đăng nhập", "kiemtoan.duong");
            visitor.page.locator("main table a").first().click();
            visitor.sees("cũng được ghi vào nhật ký").looksWell();
            visitor.turnTo("Nhật ký");
            visitor.link("Kiểm tra nhật ký").click();
            visitor.button("Kiểm tra").click();
            visitor.sees("Nhật ký").looksWell();
        }
    }

    @Test
    void aLockedScreenKeepsWhatIsBeingWrittenAndShowsItToNobody() {
        users.person("khoa.duong", "commune_clerk", offices.serving(places.byKey("C00721@2025-07-01").orElseThrow().id(), LocalDate.of(2026, 1, 1)).orElseThrow().id());
        try (Visitor visitor = signedIn("khoa.duong")) {
            visitor.turnTo("Trang cá nhân");
            visitor.field("Tên mã").fill("đang viết dở");
            visitor.page.locator("details.who summary").click();
            visitor.button("Khóa màn hình").click();
            visitor.page.waitForSelector("dialog[open]");
            visitor.sees("Màn hình đã khóa").looksWell();
            assertThat(visitor.page.evaluate("() => getComputedStyle(document.querySelector('.frame')).filter")).asString().contains("blur");
            visitor.page.locator("dialog input[name=password]").fill("không phải");
            visitor.button("Mở khóa").click();
            visitor.page.waitForSelector("dialog [role=alert]:visible");
            visitor.page.locator("dialog input[name=password]").fill(TestUsers.PASSWORD);
            visitor.button("Mở khóa").click();
            visitor.page.waitForSelector("dialog", new com.microsoft.playwright.Page.WaitForSelectorOptions().setState(com.microsoft.playwright.options.WaitForSelectorState.DETACHED));
            assertThat(visitor.field("Tên mã").inputValue()).isEqualTo("đang viết dở");
            visitor.button("Tạo mã truy cập").click();
            visitor.sees("đang viết dở", "chỉ hiện một lần").looksWell();
            visitor.link("Dùng mã xác thực").click();
            visitor.looksWell();
        }
    }

    @Test
    void theFirstPageOfEachKeeperTellsWhatWaits() {
        var office = users.person("soan.duong", "ministry_office", ministry);
        users.person("giu.duong", "gazetteer_keeper", ministry);
        users.person("quantri.dau", "administrator", ministry);
        users.person("kiemtoan.dau", "auditor", ministry);
        var form = new java.util.LinkedHashMap<>(java.util.Map.of("title", "Đổi tên xã Lũng Cú", "body", "Quốc hội", "effective", "2090-01-01", "action", "save"));
        form.put("csv", "what,place,code,kind,name,parent,into,share,was\nrename,C00715,,,Lũng Cú Mới,,,,\n");
        var browser = users.signIn(office);
        String act = browser.post("/restructurings", form).location();
        try (Visitor keeper = signedIn("giu.duong")) {
            keeper.go("/");
            keeper.sees("Sắp xếp đơn vị", "Đổi tên xã Lũng Cú", "chờ người thứ hai").looksWell();
            keeper.link("Đổi tên xã Lũng Cú").click();
            keeper.sees("sẽ có hiệu lực từ 1/1/2090", "Thay đổi 1 đơn vị").looksWell();
        }
        browser.post(act + "/withdrawal", java.util.Map.of());
        try (Visitor administrator = signedIn("quantri.dau")) {
            administrator.go("/");
            administrator.sees("Mở tài khoản", "đang mở").looksWell();
        }
        try (Visitor auditor = signedIn("kiemtoan.dau")) {
            auditor.go("/");
            auditor.sees("Đầu chuỗi đã niêm phong", "Đăng nhập").looksWell();
        }
    }

    private Visitor signedIn(String login) {
        Visitor visitor = Browser.visitor(address);
        visitor.go("/signin");
        visitor.field("Tên đăng nhập").fill(login);
        visitor.field("Mật khẩu").fill(TestUsers.PASSWORD);
        visitor.button("Đăng nhập").click();
        visitor.sees("Trang cá nhân");
        return visitor;
    }
}

package vn.bamcoso.journeys;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import vn.bamcoso.InTheHouse;

/** The three desks of a commune's police: the clerk who writes, the chief and the deputy who sign. */
@InTheHouse
class CommuneJourney {
    @Autowired
    Stage stage;

    @Test
    void theClerkFillsTheQuarterlyFormWithTheKeyboardAloneAndPresentsIt() {
        var commune = stage.commune();
        var clerk = stage.person("go.phim", "commune_clerk", commune);
        try (Visitor visitor = stage.enter(clerk)) {
            visitor.looksWell();
            visitor.turnTo("Biểu mẫu đến hạn");
            visitor.page.locator("main").getByText("Kết quả công tác Công an xã · Quý III").first().press("Enter");
            visitor.page.waitForURL("**/entry");
            visitor.looksWell();
            visitor.sees("Tin về an ninh, trật tự");
            var cells = visitor.page.locator("input.cell");
            cells.first().focus();
            for (int i = 0; i < cells.count(); i++) {
                visitor.page.keyboard().type(String.valueOf(20 - i));
                visitor.page.keyboard().press("Enter");
            }
            visitor.page.waitForFunction("() => document.querySelector('#saved').textContent.includes('12/12')");
            visitor.looksWell();
            visitor.page.reload();
            assertThat(visitor.page.locator("input.cell").first().inputValue()).isEqualTo("20");
            visitor.button("Trình lãnh đạo").press("Enter");
            visitor.sees("Đã trình ký", "chờ ký").looksWell();
        }
    }

    @Test
    void theClerkFillsItWithoutJavaScript() {
        var commune = stage.commune();
        var clerk = stage.person("khong.script", "commune_clerk", commune);
        try (Visitor visitor = stage.enterWithoutJavaScript(clerk)) {
            visitor.go("/forms");
            visitor.page.locator("main").getByText("Kết quả công tác Công an xã · Quý III").first().click();
            var cells = visitor.page.locator("input.cell");
            for (int i = 0; i < cells.count(); i++) {
                cells.nth(i).fill(i == 0 ? "12x" : String.valueOf(20 - i));
            }
            visitor.button("Lưu").click();
            visitor.sees("12x").seesNot("12/12");
            visitor.page.locator("input.cell").first().fill("20");
            visitor.button("Lưu").click();
            visitor.sees("12/12");
            visitor.button("Trình lãnh đạo").click();
            visitor.sees("Đã trình ký");
        }
    }

    @Test
    void theChiefReadsSignsAndSends() {
        var commune = stage.commune();
        var clerk = stage.person("soan.1", "commune_clerk", commune);
        var chief = stage.person("truong.1", "commune_chief", commune);
        long report = stage.presented(commune, clerk);
        try (Visitor visitor = stage.enter(chief)) {
            visitor.looksWell();
            visitor.link("Kết quả công tác Công an xã").click();
            visitor.page.waitForURL("**/submissions/" + report);
            visitor.sees("610", "chờ ký").looksWell();
            visitor.button("Ký gửi").click();
            visitor.sees("Đã ký gửi cấp trên", "chờ duyệt").looksWell();
        }
    }

    @Test
    void theDeputySignsForTheChiefAndItIsSaidSo() {
        var commune = stage.commune();
        var clerk = stage.person("soan.2", "commune_clerk", commune);
        var deputy = stage.person("pho.2", "commune_deputy", commune);
        long report = stage.presented(commune, clerk);
        try (Visitor visitor = stage.enter(deputy)) {
            visitor.go("/submissions/" + report).looksWell();
            visitor.button("Ký gửi").click();
            visitor.sees("Ký thay (KT.)");
        }
    }
}

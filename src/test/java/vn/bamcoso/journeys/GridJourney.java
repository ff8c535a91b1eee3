package vn.bamcoso.journeys;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.options.FilePayload;
import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import vn.bamcoso.InTheHouse;
import vn.bamcoso.identity.TestUsers;
import vn.bamcoso.territory.Place;

/** The grid of figures under somebody's hands: keys, a block from a spreadsheet, a colleague in the same form, another machine. */
@InTheHouse
class GridJourney {
    private static final String PASTE = """
            text => { const data = new DataTransfer(); data.setData('text/plain', text);
              document.activeElement.dispatchEvent(new ClipboardEvent('paste', { clipboardData: data, bubbles: true, cancelable: true })); }""";

    @Autowired Stage stage;
    @Autowired TestUsers users;

    private static Visitor opens(Visitor visitor) {
        visitor.go("/forms");
        visitor.page.locator("main").getByText("Kết quả công tác Công an xã · Quý III").first().click();
        visitor.page.waitForURL("**/entry");
        return visitor;
    }

    private static String cell(Visitor visitor, int n) {
        return visitor.page.locator("input.cell").nth(n).inputValue();
    }

    private static int focused(Visitor visitor) {
        return ((Number) visitor.page.evaluate("() => [...document.querySelectorAll('input.cell')].indexOf(document.activeElement)")).intValue();
    }

    private static void savedHas(Visitor visitor, String words) {
        visitor.page.waitForFunction("words => document.querySelector('#saved').textContent.includes(words)", words);
    }

    @Test
    void arrowsGoFromCellToCellAndABlockFromASpreadsheetFillsThemWithoutItsNames() {
        Place commune = stage.commune();
        var clerk = stage.person("bang.tinh", "commune_clerk", commune);
        try (Visitor visitor = stage.enter(clerk)) {
            opens(visitor);
            visitor.page.locator("input.cell").first().focus();
            var keys = visitor.page.keyboard();
            keys.press("ArrowDown");
            keys.press("ArrowDown");
            assertThat(focused(visitor)).isEqualTo(2);
            keys.press("ArrowUp");
            assertThat(focused(visitor)).isEqualTo(1);
            keys.press("Shift+Enter");
            assertThat(focused(visitor)).isZero();
            keys.type("77");
            keys.press("Escape");
            assertThat(cell(visitor, 0)).as("as it was").isEmpty();
            visitor.page.evaluate(PASTE, "Tin về an ninh\t34\nTin tội phạm\t6\nGiải quyết\t21\nLàm rõ\tba\n");
            assertThat(cell(visitor, 0) + " " + cell(visitor, 1) + " " + cell(visitor, 2) + " " + cell(visitor, 3)).isEqualTo("34 6 21 ba");
            savedHas(visitor, "3/12");
            visitor.sees("“ba”");
            visitor.looksWell();
            visitor.page.locator("input.cell").nth(11).focus();
            visitor.page.evaluate(PASTE, "1\n2\n3\n");
            assertThat(cell(visitor, 11)).as("what has no cell any more is said, not written").isEqualTo("1");
            visitor.page.waitForFunction("() => document.querySelectorAll('input.cell')[11].closest('form').elements['was.' + document.querySelectorAll('input.cell')[11].dataset.cell].value === '1'");
        }
        // Another machine: what was written is there.
        try (Visitor elsewhere = stage.enter(clerk)) {
            opens(elsewhere);
            assertThat(cell(elsewhere, 0) + " " + cell(elsewhere, 2) + " " + cell(elsewhere, 3) + " " + cell(elsewhere, 11)).isEqualTo("34 21  1");
        }
    }

    @Test
    void twoInOneFormSeeEachOthersCellsAndNeitherLosesAnything() {
        Place commune = stage.commune();
        var clerk = stage.person("cung.bieu.1", "commune_clerk", commune);
        var deputy = stage.person("cung.bieu.2", "commune_deputy", commune);
        try (Visitor one = stage.enter(clerk); Visitor two = stage.enter(deputy)) {
            opens(one);
            opens(two);
            one.page.locator("input.cell").nth(0).fill("34");
            one.page.keyboard().press("Tab");
            two.page.waitForFunction("() => document.querySelectorAll('input.cell')[0].value === '34'");
            // Both in one cell: the second is shown both and decides.
            two.page.locator("input.cell").nth(1).fill("6");
            one.page.locator("input.cell").nth(1).fill("9");
            two.page.keyboard().press("Tab");
            savedHas(two, "2/12");
            one.page.locator("input.cell").nth(2).focus();
            one.page.waitForFunction("() => document.body.innerText.includes('Lấy số đang có: 6')");
            one.sees("Giữ của tôi: 9").looksWell();
            one.button("Giữ của tôi: 9").click();
            two.page.waitForFunction("() => document.querySelectorAll('input.cell')[1].value === '9'");
        }
    }

    @Test
    void aFileIsAttachedAndFoundAgainAndASessionThatEndedLeavesWhatWasTyped() {
        Place commune = stage.commune();
        var clerk = stage.person("dinh.kem", "commune_clerk", commune);
        try (Visitor visitor = stage.enter(clerk)) {
            opens(visitor);
            visitor.page.locator("input[type=file]").setInputFiles(new FilePayload("bang-ke.csv", "text/csv", "Chỉ tiêu,Số\nTin về an ninh,34\n".getBytes(StandardCharsets.UTF_8)));
            visitor.page.locator("form:has(input[type=file]) button").first().click();
            visitor.page.waitForURL("**/entry**");
            visitor.sees("bang-ke.csv").looksWell();
            int ended = users.asOwner(jdbc -> jdbc.sql("delete from identity.spring_session where principal_name in (?, ?)").param(clerk.login()).param(String.valueOf(clerk.id())).update());
            assertThat(ended).isPositive();
            visitor.page.locator("input.cell").first().fill("34");
            visitor.page.keyboard().press("Tab");
            savedHas(visitor, "Phiên làm việc đã hết");
            assertThat(cell(visitor, 0)).isEqualTo("34");
            var second = visitor.page.context().newPage();
            second.navigate("/signin");
            second.locator("[name=login]").fill(clerk.login());
            second.locator("[name=password]").fill(TestUsers.PASSWORD);
            second.locator("form[action*=signin] button").first().click();
            second.waitForURL("**/");
            savedHas(visitor, "1/12");
            visitor.page.reload();
            assertThat(cell(visitor, 0)).isEqualTo("34");
        }
    }
}

package vn.bamcoso.journeys;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import vn.bamcoso.InTheHouse;

/** A letter of a province from the first word to the number: who writes it, who checks it, who signs it, who issues it. */
@InTheHouse
class PapersJourney {
    @Autowired
    Stage stage;

    @Test
    void aLetterIsWrittenCheckedSignedNumberedAndIssuedByFourPeople() {
        String path;
        try (Visitor drafter = stage.enter(stage.person("soanthao", "provincial_staff", stage.province()))) {
            drafter.turnTo("Văn bản");
            drafter.link("Soạn văn bản").press("Enter");
            drafter.page.waitForURL("**/documents/new");
            drafter.looksWell();
            drafter.field("Loại văn bản").selectOption("CV");
            drafter.field("Trích yếu").fill("Về việc trực ban dịp nghỉ lễ");
            drafter.field("Kính gửi").fill("Công an các xã, phường");
            drafter.page.locator("#text").fill("Đề nghị Công an các xã, phường phân công người trực ban và báo cáo trước 16 giờ hằng ngày.");
            drafter.button("Lưu dự thảo").press("Enter");
            drafter.page.waitForURL(address -> address.matches(".*/documents/\\d+"));
            path = drafter.page.url().replaceFirst("^.*(?=/documents/)", "");
            drafter.sees("Dự thảo", "Về việc trực ban dịp nghỉ lễ").looksWell();
            drafter.page.locator("form[action$='/submission'] button").press("Enter");
            drafter.sees("Đã trình");
        }
        take("kiemtra", "provincial_staff", path, "initial", "Đã ký nháy");
        take("giamdoc.vb", "provincial_director", path, "signature", "GIÁM ĐỐC");
        try (Visitor clerk = stage.enter(stage.person("vanthu.tinh", "records_clerk", stage.province()))) {
            clerk.turnTo("Văn bản");
            clerk.link("Về việc trực ban dịp nghỉ lễ").press("Enter");
            clerk.page.waitForURL("**" + path);
            clerk.looksWell();
            clerk.page.locator("form[action$='/number'] button").press("Enter");
            clerk.page.locator("form[action$='/issue'] button").press("Enter");
            clerk.sees("Đã phát hành", "SHA-256").looksWell();
            assertThat(clerk.page.locator("form[action^='/documents/']").count()).as("nothing is left to do").isZero();
        }
    }

    private void take(String name, String role, String path, String step, String then) {
        try (Visitor visitor = stage.enter(stage.person(name, role, stage.province()))) {
            visitor.looksWell();
            visitor.go(path).looksWell();
            visitor.page.locator("form[action$='/" + step + "'] button").press("Enter");
            visitor.page.waitForLoadState();
            visitor.sees(then);
        }
    }
}

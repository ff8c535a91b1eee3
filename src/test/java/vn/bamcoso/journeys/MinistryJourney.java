package vn.bamcoso.journeys;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.options.AriaRole;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import vn.bamcoso.InTheHouse;

/** The ministry: the office that watches over the reports, a department with its field, the leader who reads, the clerk of documents, the keeper of names. */
@InTheHouse
class MinistryJourney {
    @Autowired
    Stage stage;

    @Test
    void theMinistryOfficeSeesWhoHasSentAndFollowsAFigureDown() {
        var commune = stage.commune();
        stage.sent(commune, stage.person("soan.5", "commune_clerk", commune), stage.person("truong.5", "commune_chief", commune));
        try (Visitor visitor = stage.enter(stage.person("vanphong", "ministry_office", "V01"))) {
            visitor.looksWell();
            visitor.turnTo("Tình hình nộp");
            visitor.link(stage.province().fullName()).click();
            visitor.sees(commune.fullName()).looksWell();
            visitor.turnTo("Báo cáo đã lập");
            visitor.turnTo("Chỉ tiêu thống kê");
            visitor.link("Tin về an ninh, trật tự tiếp nhận").click();
            visitor.page.waitForURL("**/figures/security_reports**");
            visitor.looksWell();
            visitor.turnTo("Công bố trên báo chí");
        }
    }

    @Test
    void theDepartmentOpensAReviewThatWritesItself() {
        try (Visitor visitor = stage.enter(stage.person("v05", "department", "V05"))) {
            visitor.looksWell();
            visitor.turnTo("Sơ kết, tổng kết");
            visitor.button("Mở báo cáo").click();
            visitor.page.waitForURL("**/reviews/*");
            visitor.sees("Số liệu tính đến", "23/4/2021").looksWell();
            visitor.link("Xem thể thức và trình").click();
            visitor.page.waitForURL("**/documents/*");
            visitor.sees("Dự thảo").looksWell();
        }
    }

    @Test
    void theLeaderReadsAndIsOfferedNothingToWrite() {
        try (Visitor visitor = stage.enter(stage.person("lanhdao", "leader", "BCA"))) {
            visitor.looksWell();
            assertThat(visitor.page.locator("nav.rail:visible").getByRole(AriaRole.LINK, new Locator.GetByRoleOptions().setName("Nhập từ tệp")).count()).isZero();
            assertThat(visitor.status("/approvals")).isEqualTo(403);
            assertThat(visitor.headline()).isEqualTo("Không thuộc quyền được giao");
            visitor.looksWell();
        }
    }

    @Test
    void everyPageOfTheRailIsWholeForWhoeverIsOfferedIt() {
        for (var person : List.of(
                stage.person("vanphong.duong", "ministry_office", "V01"), stage.person("lanhdao.duong", "leader", "BCA"), stage.person("x01.duong", "department", "X01"), stage.person("vanthu.duong", "records_clerk", "V01"))) {
            try (Visitor visitor = stage.enter(person)) {
                for (Object path : (List<?>) visitor.page.locator("nav.rail:visible a").evaluateAll("links => links.map(link => link.getAttribute('href'))")) {
                    visitor.go((String) path).looksWell();
                }
            }
        }
    }

    @Test
    void theClerkOfDocumentsFindsWhatWaits() {
        try (Visitor visitor = stage.enter(stage.person("vanthu", "records_clerk", "V01"))) {
            visitor.looksWell();
            visitor.turnTo("Văn bản");
        }
    }

    @Test
    void theKeeperOfNamesFindsAPlaceAsPeopleTypeItAndReadsItsLife() {
        try (Visitor visitor = stage.enter(stage.person("diadanh", "gazetteer_keeper", "BCA"))) {
            visitor.looksWell();
            visitor.turnTo("Đơn vị hành chính");
            visitor.field("Tìm theo tên hoặc mã").fill("xa dong van");
            visitor.page.keyboard().press("Enter");
            visitor.page.locator("main").getByRole(AriaRole.LINK, new Locator.GetByRoleOptions().setName("Xã Đồng Văn")).first().click();
            visitor.sees("Xã Đồng Văn", "Quá trình").looksWell();
            visitor.turnTo("Sắp xếp đơn vị");
        }
    }
}

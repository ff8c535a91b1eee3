package vn.bamcoso.journeys;

import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import vn.bamcoso.InTheHouse;

/** The province: the staff who read what the communes send, the director who sees where the province stands. */
@InTheHouse
class ProvinceJourney {
    @Autowired
    Stage stage;

    @Test
    void theStaffReturnsOneReportWithARemarkAndApprovesAnother() {
        var first = stage.commune();
        var second = stage.commune();
        var writer = stage.person("soan.3", "commune_clerk", first);
        long toReturn = stage.sent(first, writer, stage.person("truong.3", "commune_chief", first));
        stage.sent(second, stage.person("soan.4", "commune_clerk", second), stage.person("truong.4", "commune_chief", second));
        try (Visitor visitor = stage.enter(stage.person("thammuu", "provincial_staff", stage.province()))) {
            visitor.looksWell();
            visitor.turnTo("Chờ duyệt");
            visitor.link(first.fullName()).click();
            visitor.page.waitForURL("**/submissions/" + toReturn);
            visitor.looksWell();
            visitor.field("Ý kiến với đơn vị").fill("Lượt người dự cao hơn kỳ trước nhiều; xem lại giúp.");
            visitor.button("Trả lại").click();
            visitor.sees("Đã trả lại kèm ý kiến").looksWell();
            visitor.turnTo("Chờ duyệt");
            visitor.sees(second.fullName()).seesNot(first.fullName());
            visitor.button("Duyệt các báo cáo đã chọn").click();
            visitor.sees("Đã duyệt").looksWell();
            visitor.turnTo("Báo cáo đã lập");
            visitor.turnTo("Tình hình nộp");
        }
        try (Visitor clerk = stage.enter(writer)) {
            clerk.go("/submissions/" + toReturn + "/entry");
            clerk.sees("Cấp trên trả lại", "Lượt người dự cao hơn kỳ trước nhiều").looksWell();
        }
    }

    @Test
    void theDirectorSeesWhereTheProvinceStands() {
        try (Visitor visitor = stage.enter(stage.person("giamdoc", "provincial_director", stage.province()))) {
            visitor.looksWell();
            visitor.turnTo("Tình hình nộp");
            visitor.sees(stage.province().fullName());
        }
    }
}

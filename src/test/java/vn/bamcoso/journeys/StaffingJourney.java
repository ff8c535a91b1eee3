package vn.bamcoso.journeys;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.options.FilePayload;
import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import vn.bamcoso.demo.TinyNation;

/** Posts and offices; roll-out, Party cells and auxiliaries: by who keeps them and by who works there. */
@TinyNation
class StaffingJourney {
    @Autowired
    DemoStage stage;

    @Test
    void theDepartmentOfPersonnelGoesFromTheBoardToAnOfficeAndItsPosts() throws Exception {
        int office = stage.number("select office_id from staffing.posting where home = 2 and kind = 'full' and valid_to = 'infinity' order by office_id limit 1");
        String[] pages = {"/staffing", "/staffing/posts?place=P08@2025-07-01", "/staffing/offices/" + office, "/staffing/offices/" + office + "/posts"};
        try (Visitor visitor = stage.enter("x01")) {
            visitor.turnTo("Nhân sự");
            DemoStage.seen(visitor, pages);
        }
    }

    @Test
    void theStandingAgencyFollowsTheRollOutTheCellsAndTheAuxiliaries() throws Exception {
        int programme = stage.number("select min(id) from staffing.programme");
        int place = stage.number("select min(place_id) from staffing.place_plan where home = 2");
        int cell = stage.number("select place_id from staffing.cell_state where home = 2 and valid_to = 'infinity' order by place_id limit 1");
        String[] pages = {"/rollout", "/rollout/" + programme, "/rollout/" + programme + "/places/" + place, "/rollout/" + programme + "/committee", "/cells", "/cells/" + cell, "/auxiliaries"};
        try (Visitor visitor = stage.enter("v05")) {
            DemoStage.seen(visitor, pages);
            DemoStage.seenInTheDarkInEnglish(visitor, "/rollout/" + programme, "/cells", "/auxiliaries");
        }
    }

    @Test
    void whoServesInACommuneReadsTheOwnRecordAndNobodyElses() throws Exception {
        int other = stage.number("select officer_id from staffing.posting where home = 8 and kind = 'full' and valid_to = 'infinity' order by office_id desc limit 1");
        try (Visitor visitor = stage.enter("tonghop.dongvan")) {
            DemoStage.seen(visitor, "/staffing/me");
            assertThat(visitor.status("/staffing/officers/" + other)).isEqualTo(404);
        }
        try (Visitor visitor = stage.enter("vanthu")) {
            visitor.go("/staffing").seesNot("Sổ cán bộ");
            assertThat(visitor.status("/staffing/officers")).as("a clerk of documents keeps no personnel").isEqualTo(404);
            assertThat(visitor.status("/staffing/officers/" + other)).isEqualTo(404);
        }
    }

    @Test
    void theStaffBringsAWaveFromAFileMendsWhatIsNamedAndRecordsTheDecision() throws Exception {
        String officer = stage.word("""
                select o.number from staffing.officer o join staffing.posting p on p.officer_id = o.id and p.valid_to = 'infinity' and p.kind = 'full'
                join territory.pub_office f on f.office_id = p.office_id and f.kind = 'commune' and f.valid_to = 'infinity'
                join territory.pub_place c on c.place_id = f.place_id and c.key <> 'C00721@2025-07-01' where p.home = 2 and o.left_on = 'infinity' order by o.id desc limit 1""");
        String line = officer + ";00721;Công an viên;;Theo nguyện vọng\n";
        try (Visitor visitor = stage.enter("thammuu.tuyenquang")) {
            visitor.go("/staffing/waves").looksWell();
            visitor.field("Tên đợt").fill("Tăng cường xã Đồng Văn");
            wave(visitor, line.replace("00721", "99999"));
            visitor.sees("99999", "Chưa").looksWell();
            visitor.link("Trở lại sửa").press("Enter");
            visitor.page.waitForURL("**/staffing/waves");
            visitor.sees("99999", "Nếu có chọn tệp thì phải chọn lại tệp").looksWell();
            assertThat(visitor.field("Tên đợt").inputValue()).isEqualTo("Tăng cường xã Đồng Văn");
            wave(visitor, line);
            visitor.page.waitForURL(address -> address.matches(".*/staffing/waves/\\d+"));
            visitor.sees("Dự thảo: 1 cán bộ", "Công an xã Đồng Văn").looksWell();
            visitor.page.locator("#decision").fill("12/QĐ-CAT");
            visitor.button("Thực hiện cho 1 cán bộ").press("Enter");
            visitor.page.waitForLoadState();
            visitor.sees("Đã thực hiện: 1 cán bộ").looksWell();
            visitor.button("Rút lại cả đợt").press("Enter");
            visitor.page.waitForLoadState();
            visitor.sees("Đã rút lại");
        }
    }

    @Test
    void anOfficerSeesWhoOpenedTheOwnRecordAsksForACorrectionAndReadsTheReply() throws Exception {
        int officer = stage.number("select o.id from staffing.officer o join identity.pub_user u on u.user_id = o.user_id and u.login = 'pho.dongvan'");
        String opener = stage.word("select name from identity.pub_user where login = 'thammuu.tuyenquang'");
        String asked = "Trình độ: đã tốt nghiệp sau đại học năm 2026, văn bằng số 214";
        try (Visitor staff = stage.enter("thammuu.tuyenquang")) {
            staff.go("/staffing/officers/" + officer).sees("Quá trình").looksWell();
        }
        try (Visitor own = stage.enter("pho.dongvan")) {
            own.go("/staffing/me").sees("Ai đã mở hồ sơ này", opener).looksWell();
            own.field("Chỗ nào sai, đúng phải là gì").fill(asked);
            own.button("Gửi đề nghị").press("Enter");
            own.page.waitForLoadState();
            own.sees(asked, "chờ trả lời").looksWell();
        }
        try (Visitor staff = stage.enter("thammuu.tuyenquang")) {
            staff.go("/staffing/open").sees(asked);
            staff.go("/staffing/officers/" + officer + "/record").sees(asked).looksWell();
            staff.field("Trả lời cho cán bộ").fill("Đề nghị nộp bản sao văn bằng");
            staff.button("Không sửa").press("Enter");
            staff.page.waitForLoadState();
            staff.seesNot("chờ trả lời").looksWell();
        }
        try (Visitor own = stage.enter("pho.dongvan")) {
            own.go("/staffing/me").sees("Không sửa", "Đề nghị nộp bản sao văn bằng").seesNot("chờ trả lời");
            DemoStage.seenInTheDarkInEnglish(own, "/staffing/me");
        }
    }

    @Test
    void aPlanIsComputedArguedAboutAndComputedAgain() throws Exception {
        try (Visitor visitor = stage.enter("thammuu.tuyenquang")) {
            visitor.go("/staffing/plans").looksWell();
            visitor.field("Tên phương án").fill("Phương án của hành trình");
            visitor.field("Thời gian tính (giây)").fill("3");
            visitor.button("Tính phương án").press("Enter");
            visitor.page.waitForURL(address -> address.matches(".*/staffing/plans/\\d+"));
            computed(visitor);
            visitor.sees("Phương án của hành trình", "lượt điều động được đề xuất", "Đề xuất điều động", "Nơi đến").looksWell();
            visitor.button("Bỏ thì mất gì?").press("Enter");
            visitor.page.waitForURL(address -> address.contains("#line-"));
            visitor.sees("Nếu bỏ:");
            visitor.button("Giữ").press("Enter");
            visitor.page.waitForLoadState();
            assertThat(visitor.page.locator("form[action$='/words'] [aria-pressed=true]").count()).isEqualTo(1);
            visitor.button("Tính lại theo 1 ý kiến").press("Enter");
            visitor.page.waitForLoadState();
            computed(visitor);
            assertThat(visitor.page.locator("form[action$='/words'] [aria-pressed=true]").count()).as("who is kept is proposed again").isEqualTo(1);
            DemoStage.seenInTheDarkInEnglish(visitor, visitor.page.url());
        }
    }

    private static void computed(Visitor visitor) {
        visitor.page.locator(".stats").waitFor(new com.microsoft.playwright.Locator.WaitForOptions().setTimeout(60_000));
    }

    private static void wave(Visitor visitor, String line) {
        visitor.page.locator("input[type=file]").first().setInputFiles(new FilePayload("dot.csv", "text/csv", ("Số hiệu;Mã đơn vị đến;Chức danh;Thay cho số hiệu;Lý do ngoại lệ\n" + line).getBytes(StandardCharsets.UTF_8)));
        visitor.button("Kiểm tra và lưu dự thảo").press("Enter");
        visitor.page.waitForLoadState();
    }
}

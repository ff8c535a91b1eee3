package vn.bamcoso.journeys;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import vn.bamcoso.demo.TinyNation;

/** Directives and tasks, notices and campaigns: by who gives work and by who does it. */
@TinyNation
class TasksJourney {
    @Autowired
    DemoStage stage;

    @Test
    void theMinistryOfficeGoesFromADirectiveToItsTasks() throws Exception {
        int directive = stage.number("select min(id) from tasks.directive");
        int task = stage.number("select max(task_id) from tasks.share");
        String[] pages = {"/directives", "/directives/new", "/directives/" + directive, "/tasks", "/tasks/" + task};
        try (Visitor visitor = stage.enter("vanphong")) {
            visitor.turnTo("Nhiệm vụ");
            DemoStage.seen(visitor, pages);
        }
    }

    @Test
    void theViewsOfAllWorkAreReadAtDeskAndPhoneInBothLanguagesAndInTheDark() throws Exception {
        int directive = stage.number("select max(directive_id) from tasks.task where audience = 'communes'");
        String[] views = {"/tasks/matrix?directive=" + directive, "/tasks/books?by=office", "/tasks/books?by=post&on=1/6/2026", "/tasks/board?of=issued", "/tasks/timeline", "/tasks/sheet?directive=" + directive, "/proposals", "/proposals/new", "/advice",
            "/tasks/suggestions", "/directives/" + directive + "/plans", "/directives/" + directive + "/plan", "/directives/" + directive + "/reminders"};
        try (Visitor visitor = stage.enter("vanphong")) {
            DemoStage.seen(visitor, views);
            DemoStage.seenInTheDarkInEnglish(visitor, views);
            for (String path : new String[] {"/directives", "/proposals", "/advice", "/tasks/board"}) {
                assertThat(visitor.go(path).page.locator("nav.rail:visible a[aria-current=page]").innerText()).as("the rail on %s", path).startsWith("Nhiệm vụ");
            }
        }
    }

    @Test
    void aDirectorFindsOnTheFirstDayWhatWasEscalated() throws Exception {
        try (Visitor visitor = stage.enter("giamdoc.tuyenquang")) {
            visitor.go("/notices").sees("quá hạn").looksWell();
        }
    }

    @Test
    void aCommuneFindsItsTaskItsNoticesAndWhatItIsAskedFor() throws Exception {
        int share = stage.number("""
                select s.id from tasks.share s join territory.pub_place p on p.place_id = s.place_id and p.key = 'C00721@2025-07-01' order by s.id desc limit 1""");
        try (Visitor visitor = stage.enter("truong.dongvan")) {
            DemoStage.seen(visitor, "/tasks", "/tasks/shares/" + share, "/tasks/office", "/notices", "/notices/settings");
            DemoStage.seenInTheDarkInEnglish(visitor, "/tasks/shares/" + share, "/notices");
        }
    }

    @Test
    void campaignsAndDemandsAreReadWhereThereAreNoneYet() throws Exception {
        try (Visitor visitor = stage.enter("c06")) {
            DemoStage.seen(visitor, "/campaigns", "/forms/demands");
        }
        try (Visitor visitor = stage.enter("vanphong")) {
            DemoStage.seen(visitor, "/campaigns", "/campaigns/new", "/forms/demands", "/completeness", "/completeness/reminders?form=ket-qua-cong-tac&period=2026-Q3");
            DemoStage.seenInTheDarkInEnglish(visitor, "/campaigns", "/completeness");
        }
    }

    @Test
    void aProvinceGivesATaskTheChiefAcceptsItReportsItDoneAndItIsRecognised() throws Exception {
        try (Visitor staff = stage.enter("thammuu.tuyenquang"); Visitor chief = stage.enter("truong.dongvan")) {
            staff.go("/tasks/new").looksWell();
            staff.field("Nội dung").fill("Rà soát bảng niêm yết tại trụ sở");
            staff.field("Sản phẩm").fill("Báo cáo");
            staff.page.getByLabel("Công an xã Đồng Văn").first().check();
            staff.page.locator("#post").selectOption(new com.microsoft.playwright.options.SelectOption().setLabel("Trưởng Công an cấp xã"));
            staff.field("Cấp quyết định").fill("Giám đốc Công an tỉnh");
            staff.page.locator("#due").fill("31/12/2026");
            staff.button("Lưu bản nháp").press("Enter");
            staff.button("Giao nhiệm vụ").press("Enter");
            staff.page.waitForURL("**done=issued**");
            staff.sees("Rà soát bảng niêm yết tại trụ sở").looksWell();

            chief.turnTo("Nhiệm vụ");
            chief.link("Rà soát bảng niêm yết tại trụ sở").press("Enter");
            chief.button("Tiếp nhận").press("Enter");
            chief.page.waitForURL("**done=accepted**");
            chief.sees("Đã tiếp nhận.", "đang thực hiện").looksWell();
            chief.page.locator("summary").filter(new com.microsoft.playwright.Locator.FilterOptions().setHasText("Đề nghị công nhận hoàn thành")).press("Enter");
            chief.field("Kết quả, sản phẩm").fill("Đã niêm yết đủ, có báo cáo");
            chief.button("Đề nghị công nhận hoàn thành").press("Enter");
            chief.page.waitForURL("**done=proposed**");
            chief.sees("Đã đề nghị công nhận").looksWell();

            staff.go(chief.page.url().replaceFirst("^.*(?=/tasks/shares)", "").replaceFirst("[?].*", "")).looksWell();
            staff.button("Công nhận hoàn thành").press("Enter");
            staff.page.waitForURL("**done=recognised**");
            staff.sees("Đã công nhận hoàn thành");
        }
    }

    @Test
    void theProvinceRemindsAllThatHaveNotSentAndTheCommuneReadsIt() throws Exception {
        try (Visitor staff = stage.enter("thammuu.tuyenquang"); Visitor clerk = stage.enter("tonghop.dongvan")) {
            staff.go("/completeness/reminders?form=ket-qua-cong-tac&period=2026-Q1&within=P08@2025-07-01").looksWell();
            staff.page.getByRole(com.microsoft.playwright.options.AriaRole.BUTTON, new com.microsoft.playwright.Page.GetByRoleOptions().setName(java.util.regex.Pattern.compile("Nhắc tất cả \\d+ đơn vị"))).press("Enter");
            staff.page.waitForURL("**told=**");
            staff.sees("Đã nhắc").looksWell();
            clerk.go("/notices").sees("Kết quả công tác Công an xã").looksWell();
        }
    }
}

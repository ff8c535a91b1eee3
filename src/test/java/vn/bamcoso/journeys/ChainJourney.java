package vn.bamcoso.journeys;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.APIResponse;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.test.context.TestPropertySource;
import org.springframework.transaction.support.TransactionTemplate;
import vn.bamcoso.InTheHouse;
import vn.bamcoso.access.CurrentUser;
import vn.bamcoso.basics.VietnamTime;
import vn.bamcoso.calendar.Period;
import vn.bamcoso.calendar.WorkingDays;
import vn.bamcoso.figures.Figures;
import vn.bamcoso.figures.NewFigure;
import vn.bamcoso.figures.Origin;
import vn.bamcoso.identity.TestUsers;
import vn.bamcoso.identity.TestUsers.Person;
import vn.bamcoso.notices.reminding.ReminderRun;
import vn.bamcoso.territory.Place;

/** From the conclusion of a meeting to the commune and back: three tasks, one of them to every commune; done, chased, escalated twice, printed, reported; a commune that asks and is answered; and a task whose figure reaches its target. */
@InTheHouse
@TestPropertySource(properties = {"bamcoso.test.own-database=chain", "bamcoso.jobs=false"})
class ChainJourney {
    private static final String EACH = "Rà soát trụ sở Công an cấp xã";

    @Autowired Stage stage;
    @Autowired TestUsers users;
    @Autowired ReminderRun reminders;
    @Autowired Figures figures;
    @Autowired TransactionTemplate transaction;

    private final LocalDate due = WorkingDays.vietnam().after(VietnamTime.today(Clock.systemUTC()), 5);
    private Place commune;
    private Person ministry;
    private Person director;
    private Person leader;
    private Person chief;

    @BeforeEach
    void people() {
        commune = stage.commune();
        ministry = stage.person("chuoi.vanphong", "ministry_office", "V01");
        stage.person("chuoi.v05", "department", "V05");
        leader = stage.person("chuoi.lanhdao", "leader", "BCA");
        director = stage.person("chuoi.giamdoc", "provincial_director", stage.province());
        chief = stage.person("chuoi.truong" + commune.id(), "commune_chief", commune);
    }

    private long number(String question, Object... args) {
        return users.asOwner(owner -> owner.sql(question).params(args).query(Long.class).single());
    }

    private static void fill(Visitor visitor, String name, String value) {
        visitor.page.locator("main [name=" + name + "]").first().fill(value);
    }

    private void night(LocalDate day) {
        Instant five = VietnamTime.startOf(day).plusSeconds(5 * 3600);
        reminders.run(five);
    }

    @Test
    void aConclusionBecomesTasksThatGoDownAndComeBack() {
        long directive;
        try (Visitor visitor = stage.enter(ministry)) {
            visitor.go("/directives/new");
            visitor.page.locator("main [name=kind]").selectOption("conclusion");
            fill(visitor, "number", "45/KL-BCA");
            fill(visitor, "title", "kết luận hội nghị giao ban xây dựng Công an xã");
            fill(visitor, "issuer", "Bộ Công an");
            fill(visitor, "text", "1. " + EACH + "\n2. Báo cáo kinh phí\n3. Hướng dẫn mô hình");
            visitor.button("Ghi nhận").click();
            visitor.page.waitForURL("**/directives/*");
            visitor.sees("45/KL-BCA").link("Đưa bảng phân công vào").click();
            visitor.page.waitForURL("**/plan");
            assertThat(visitor.page.locator("[name=table]").inputValue()).as("its points stand ready").contains("1\t" + EACH).contains("3\tHướng dẫn mô hình");
            String until = "\t%d/%d/%d\tBáo cáo\tThứ trưởng phụ trách".formatted(due.getDayOfMonth(), due.getMonthValue(), due.getYear());
            fill(visitor, "table", "TT\tNội dung\tChủ trì\tPhối hợp\tThời hạn\tSản phẩm\tCấp quyết định\n1\t" + EACH + "\tCông an cấp xã\t" + until + "\n2\tBáo cáo kinh phí\tCông an cấp tỉnh\t" + until + "\n3\tHướng dẫn mô hình\tV05\t" + until);
            visitor.button("Kiểm tra từng dòng").click();
            visitor.sees("đủ các “rõ”").looksWell();
            visitor.button("Lưu và giao 3 dòng đã rõ").click();
            visitor.page.waitForURL("**/directives/*");
            visitor.sees(EACH, "Báo cáo kinh phí", "Hướng dẫn mô hình").looksWell();
            directive = Long.parseLong(visitor.page.url().replaceAll(".*/(\\d+).*", "$1"));
        }
        long task = number("select id from tasks.task where directive_id = ? and title = ?", directive, EACH);
        assertThat(number("select count(*) from tasks.share where task_id = ?", task)).as("one line opens to every commune of the country").isGreaterThan(3300);
        long share = number("select s.id from tasks.share s where s.task_id = ? and s.place_id = ?", task, commune.id());

        try (Visitor visitor = stage.enter(chief)) {
            visitor.turnTo("Nhiệm vụ");
            visitor.link(EACH).click();
            visitor.page.waitForURL("**/tasks/shares/" + share);
            visitor.button("Tiếp nhận").click();
            visitor.page.locator("form[action$='/progress'] [name=percent]").fill("60");
            visitor.page.locator("form[action$='/progress'] [name=note]").fill("Đã rà soát ba điểm");
            visitor.button("Báo tiến độ").click();
            visitor.sees("60").looksWell();
            visitor.page.locator("details", new com.microsoft.playwright.Page.LocatorOptions().setHasText("Đề nghị công nhận hoàn thành")).locator("summary").click();
            visitor.page.locator("form[action$='/completion'] [name=note]").fill("Báo cáo 12/BC-CAX");
            visitor.page.locator("form[action$='/completion'] button").click();
            visitor.page.waitForLoadState();

            visitor.go("/proposals/new?task=" + task);
            fill(visitor, "difficulty", "Trụ sở mượn tạm");
            fill(visitor, "proposal", "Bố trí kinh phí sửa trụ sở của xã trong năm nay");
            visitor.page.locator("main [name=to]").selectOption(String.valueOf(number("select office_id from territory.pub_office where code = 'V01' and valid_to = 'infinity'")));
            visitor.button("Gửi").click();
            visitor.sees("chờ trả lời");
        }

        try (Visitor visitor = stage.enter(director)) {
            visitor.go("/tasks/" + task + "/reminders").looksWell();
            long others = number("select count(*) from tasks.share where task_id = ? and status <> 'proposed' and office_id in (select o.office_id from territory.pub_office o where o.parent_id = ? and o.valid_to = 'infinity')", task,
                    number("select office_id from territory.pub_office where kind = 'provincial' and place_id = ? and valid_to = 'infinity'", stage.province().id()));
            visitor.button("Nhắc " + others + " đơn vị").click();
            visitor.sees("Đã nhắc " + others + " đơn vị.");
        }

        try (Visitor visitor = stage.enter(ministry)) {
            visitor.go("/tasks/shares/" + share);
            visitor.button("Công nhận hoàn thành").click();
            visitor.page.waitForLoadState();
            visitor.go("/tasks/sheet?directive=" + directive).sees("45/KL-BCA", EACH).looksWell();
            APIResponse word = visitor.page.request().get(visitor.page.locator("a[href^='/tasks/sheet.docx']").evaluate("a => a.href").toString());
            assertThat(word.status()).isEqualTo(200);
            assertThat(new String(word.body(), 0, 2, java.nio.charset.StandardCharsets.US_ASCII)).as("a Word file").isEqualTo("PK");
            visitor.go("/tasks/matrix?directive=" + directive).sees(stage.province().name()).looksWell();
            visitor.go("/proposals");
            visitor.page.locator("main details summary").first().click();
            visitor.page.locator("main [name=how]").first().selectOption("taken_in");
            visitor.page.locator("main [name=note]").first().fill("Sẽ đưa vào dự toán quý I");
            visitor.button("Trả lời").click();
            visitor.sees("Sẽ đưa vào dự toán quý I");
            visitor.go("/directives/" + directive).button("Lập Báo cáo kết quả thực hiện").click();
            visitor.page.waitForURL("**/documents/*");
            visitor.sees("3 nhiệm vụ", "hoàn thành đúng hạn 1", "Trụ sở mượn tạm", "Sẽ đưa vào dự toán quý I");
        }
        try (Visitor visitor = stage.enter(chief)) {
            visitor.go("/proposals").sees("Sẽ đưa vào dự toán quý I").looksWell();
        }

        for (int n : new int[] {1, 3, 5}) {
            night(WorkingDays.vietnam().after(due, n));
        }
        try (Visitor visitor = stage.enter(director)) {
            visitor.go("/notices").sees(EACH, "Báo cáo kinh phí");
        }
        try (Visitor visitor = stage.enter(leader)) {
            visitor.go("/notices").sees("Báo cáo kinh phí").looksWell();
        }
    }

    @Test
    void aTaskWhoseFigureReachesItsTargetProposesItselfComesBackWithAReasonAndIsAgreedTo() {
        String title = "Thu nhận đủ hồ sơ căn cước của xã";
        String office = "Công an " + commune.fullName().substring(0, 1).toLowerCase(java.util.Locale.ROOT) + commune.fullName().substring(1);
        try (Visitor visitor = stage.enter(director)) {
            visitor.go("/tasks/new");
            fill(visitor, "title", title);
            fill(visitor, "deliverable", "Số liệu đến ngày báo cáo");
            fill(visitor, "authority", "Giám đốc Công an tỉnh");
            fill(visitor, "due", "%d/%d/%d".formatted(due.getDayOfMonth(), due.getMonthValue(), due.getYear()));
            visitor.page.getByLabel(office).first().check();
            visitor.page.locator("#post").selectOption(new com.microsoft.playwright.options.SelectOption().setLabel("Trưởng Công an cấp xã"));
            visitor.page.locator("main [name=indicator]").selectOption("id_applications");
            fill(visitor, "target", "1.000");
            visitor.button("Lưu bản nháp").click();
            visitor.button("Giao nhiệm vụ").click();
            visitor.page.waitForURL("**done=issued**");
        }
        long share = number("select s.id from tasks.share s join tasks.task t on t.id = s.task_id where t.title = ? and s.place_id = ?", title, commune.id());
        try (Visitor visitor = stage.enter(chief)) {
            visitor.go("/tasks/shares/" + share).button("Tiếp nhận").click();
            visitor.page.waitForURL("**done=accepted**");
            arrives(940);
            night(VietnamTime.today(Clock.systemUTC()));
            visitor.go("/tasks/shares/" + share).sees("940", "1.000", "đang thực hiện").looksWell();
            arrives(1005);
            night(VietnamTime.today(Clock.systemUTC()));
            visitor.go("/tasks/shares/" + share).sees("1.005", "đề nghị công nhận").looksWell();
        }
        try (Visitor visitor = stage.enter(director); Visitor below = stage.enter(chief)) {
            visitor.go("/tasks/shares/" + share);
            visitor.page.locator("form[action$='/return'] textarea").fill("Đối chiếu lại với sổ tiếp nhận");
            visitor.page.locator("form[action$='/return'] button").click();
            visitor.page.waitForURL("**done=returned**");
            below.go("/tasks/shares/" + share).sees("Đơn vị giao trả lại", "Đối chiếu lại với sổ tiếp nhận").looksWell();
            night(VietnamTime.today(Clock.systemUTC()));
            below.go("/tasks/shares/" + share).sees("đang thực hiện");
            below.page.locator("form[action$='/completion'] [name=note]").fill("Đã đối chiếu, khớp");
            below.page.locator("form[action$='/completion'] button").click();
            below.page.waitForURL("**done=proposed**");
            visitor.go("/tasks/shares/" + share).button("Công nhận hoàn thành").click();
            visitor.page.waitForURL("**done=recognised**");
            visitor.sees("hoàn thành").looksWell();
        }
    }

    /** Another figure of the commune, known from now on. */
    private void arrives(int applications) {
        CurrentUser.SYSTEM.run(() -> transaction.executeWithoutResult(running -> figures.record(
                new Origin("test", null, null), List.of(new NewFigure("id_applications", commune.id(), Period.asOf(VietnamTime.today(Clock.systemUTC())), java.math.BigDecimal.valueOf(applications))), null)));
    }
}

package vn.bamcoso.journeys;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.options.FilePayload;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.math.BigDecimal;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import java.util.stream.IntStream;
import org.apache.poi.ss.usermodel.DataFormatter;
import org.apache.poi.ss.usermodel.Row;
import org.apache.poi.xssf.usermodel.XSSFWorkbook;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.test.context.TestPropertySource;
import vn.bamcoso.InTheHouse;
import vn.bamcoso.identity.Browser;
import vn.bamcoso.identity.TestUsers;
import vn.bamcoso.identity.TestUsers.Person;
import vn.bamcoso.territory.Place;

/** A form of forty indicators from the officer who makes it to the report that the ministry prints: twelve communes fill it in, one without a line, one in Excel, and the province consolidates. */
@InTheHouse
@TestPropertySource(properties = {"bamcoso.test.own-database=chain", "bamcoso.jobs=false"})
class FormJourney {
    private static final String NAME = "Biểu hành trình bốn mươi dòng";
    private static final String CODE = "bieu-hanh-trinh-bon-muoi-dong";
    private static final String QUARTER = Stage.QUARTER;
    private static final int COMMUNES = 12;
    private static final int LINES = 40;

    @Autowired Stage stage;
    @Autowired TestUsers users;

    @Test
    void aFormIsMadeFilledInByTwelveCommunesConsolidatedAndPrinted() throws Exception {
        Person ministry = stage.person("bieu.vanphong", "ministry_office", "V01");
        Person staff = stage.person("bieu.thammuu", "provincial_staff", stage.province());
        Person director = stage.person("bieu.giamdoc", "provincial_director", stage.province());
        List<Place> communes = IntStream.range(0, COMMUNES).mapToObj(n -> stage.commune()).toList();

        try (Visitor officer = stage.enter(ministry)) {
            makesTheForm(officer, communes);
        }
        List<Person> chiefs = new ArrayList<>();
        for (int k = 0; k < COMMUNES; k++) {
            Person clerk = stage.person("bieu.tonghop." + k, "commune_clerk", communes.get(k));
            chiefs.add(stage.person("bieu.truong." + k, "commune_chief", communes.get(k)));
            if (k == 0) {
                withoutALine(clerk);
            } else if (k == 1) {
                inExcel(clerk, communes.get(k), k);
            } else {
                onThePage(clerk, communes.get(k), k);
            }
        }
        for (int k = 0; k < COMMUNES; k++) {
            Browser chief = users.signIn(chiefs.get(k));
            long id = report(communes.get(k));
            assertThat(chief.post("/submissions/" + id + "/sending", Map.of("lock", String.valueOf(users.<Integer>asOwner(jdbc -> jdbc.sql("select version from reporting.submission where id = ?").param(id).query(Integer.class).single())))).location())
                    .as("commune %d", k).contains("done=sent");
        }

        String consolidated;
        try (Visitor province = stage.enter(staff)) {
            province.go("/approvals").sees(NAME).looksWell();
            Locator batch = province.page.locator("form[action='/approvals']").filter(new Locator.FilterOptions().setHasText(communes.get(2).name()));
            batch.locator("input[type=checkbox]").all().forEach(Locator::check);
            batch.locator("button").click();
            province.sees("Đã duyệt 12 báo cáo.");
            province.go("/consolidations");
            province.page.locator("select[name=what]").selectOption(CODE + " " + QUARTER);
            province.button("Lập").click();
            province.page.waitForURL("**/consolidations/*");
            // twelve communes with k + 7: 0 + 1 + … + 11 = 66, and 12 × 7 = 84
            assertThat(line(province, "Hành trình số 7").innerText()).contains("150");
            line(province, "Hành trình số 7").locator("[name='a.hanh_trinh_so_7']").fill("3");
            province.page.locator("[name='w.hanh_trinh_so_7']").fill("Ba việc do tỉnh trực tiếp làm");
            province.button("Lưu").click();
            assertThat(line(province, "Hành trình số 7").innerText()).contains("153");
            province.looksWell();
            consolidated = province.page.url().replaceAll("^https?://[^/]+|\\?.*", "");
        }
        try (Visitor head = stage.enter(director)) {
            head.go(consolidated).button("Ký gửi").click();
            head.page.waitForLoadState();
        }
        try (Visitor officer = stage.enter(ministry)) {
            officer.go(consolidated).button("Tiếp nhận").click();
            officer.page.waitForLoadState();
            officer.go("/forms/" + CODE + "/summary?period=" + QUARTER);
            assertThat(line(officer, "Hành trình số 7").innerText()).as("the communes' 150 and the province's 3").contains("153");
            assertThat(line(officer, "Hành trình số 3").innerText()).as("66 + 12 × 3").contains("102");
            officer.looksWell().go("/reviews");
            officer.page.locator("form[action='/reviews/periodic'] [name=form]").all().forEach(form -> form.setChecked(CODE.equals(form.inputValue())));
            officer.page.locator("form[action='/reviews/periodic'] [name=period]").selectOption(QUARTER);
            officer.button("Mở báo cáo định kỳ").click();
            officer.page.waitForURL("**/reviews/*");
            officer.sees("Hành trình số 7", "153").looksWell();
            officer.page.locator("main a[href^='/documents/']").first().click();
            officer.page.waitForURL("**/documents/*");
            officer.sees("153");
        }
    }

    private void makesTheForm(Visitor officer, List<Place> communes) {
        officer.go("/forms/drafts").button("Soạn biểu mẫu mới").click();
        officer.page.waitForURL("**/forms/drafts/*");
        var table = new StringBuilder("Nhóm\tChỉ tiêu\tĐơn vị tính\tCách cộng\tPhân tổ\tKiểm tra\tĐịnh nghĩa\n");
        for (int n = 1; n <= LINES; n++) {
            table.append(n == 1 ? "Hành trình" : "").append("\tHành trình số ").append(n).append("\tviệc\tcộng\t").append(n == 3 ? "Giới tính" : "").append('\t')
                    .append(n == 3 ? "= phân tổ" : n == 4 ? "≤ [5]" : "").append("\tĐếm để thử.\n");
        }
        officer.page.locator("[name=table]").fill(table.toString());
        officer.page.locator("[name=nameVi]").fill(NAME);
        officer.page.locator("[name=rule]").selectOption("official");
        officer.page.locator("[name=kinds]").all().forEach(kind -> kind.setChecked("quarter".equals(kind.inputValue())));
        officer.page.locator("[name=deadline]").fill("+2");
        officer.page.locator("[name=firstEnd]").fill("14/9/2026");
        officer.page.locator("[name=document]").fill("Công văn 15/BCA-V01 ngày 1/9/2026");
        officer.page.locator("[name=everywhere]").setChecked(false);
        officer.button("Lưu nháp").click();
        officer.page.waitForLoadState();
        officer.sees("40 dòng · 42 ô · 2 kiểm tra · 40 chỉ tiêu mới").looksWell();
        officer.button("Ban hành").click();
        officer.page.waitForURL("**/forms/" + CODE + "**");
        officer.page.locator("[name=places]").fill(String.join("\n", communes.stream().map(Place::key).toList()));
        officer.page.locator("[name=from]").fill("1/7/2026");
        officer.page.locator("[name=to]").fill("14/9/2026");
        officer.page.locator("form[action$='/asked'] button").click();
        officer.page.waitForURL("**done=asked**");
        officer.sees(communes.getFirst().name(), communes.getLast().name()).looksWell();
    }

    /** What the k-th commune counts: k + n in line n; of line 3 all but two are men. */
    private static Map<String, Integer> counted(int k) {
        Map<String, Integer> cells = new HashMap<>();
        for (int n = 1; n <= LINES; n++) {
            cells.put("hanh_trinh_so_" + n, k + n);
        }
        cells.put("hanh_trinh_so_3__male", k + 1);
        cells.put("hanh_trinh_so_3__female", 2);
        return cells;
    }

    private long opened(Browser clerk, Place commune) {
        String at = clerk.post("/forms/" + CODE + "/submissions", Map.of("place", String.valueOf(commune.id()), "period", QUARTER)).location();
        return Long.parseLong(at.replaceAll(".*/submissions/(\\d+)/entry", "$1"));
    }

    private long report(Place commune) {
        return users.asOwner(jdbc -> jdbc.sql("select s.id from reporting.submission s join reporting.form f on f.id = s.form_id and f.code = ? where s.place_id = ?").params(CODE, commune.id()).query(Long.class).single());
    }

    private void onThePage(Person person, Place commune, int k) {
        Browser clerk = users.signIn(person);
        long id = opened(clerk, commune);
        Map<String, String> fields = new HashMap<>(Map.of("lock", "0"));
        counted(k).forEach((cell, value) -> fields.put("v." + cell, String.valueOf(value)));
        var reply = clerk.post("/submissions/" + id + "/presentation", fields);
        assertThat(reply.location()).as(reply.body()).contains("done=presented");
    }

    private void withoutALine(Person person) {
        try (Line line = new Line(stage.address(), Path.of("target/test-data/line-form")); Visitor clerk = stage.enter(person, line)) {
            clerk.go("/offline");
            OfflineDesk.ready(clerk);
            clerk.page.waitForFunction("() => navigator.serviceWorker.controller !== null");
            clerk.button("Lấy các biểu đến hạn về máy").click();
            clerk.page.waitForFunction("name => [...document.querySelectorAll('#drafts section')].some(s => s.innerText.includes(name))", NAME);
            line.tear();
            Locator form = clerk.page.locator("#drafts section").filter(new Locator.FilterOptions().setHasText(NAME));
            form.locator("summary").first().click();
            List<Integer> values = new ArrayList<>();
            for (int n = 1; n <= LINES; n++) {
                values.add(n);
                if (n == 3) {
                    values.addAll(List.of(1, 2));
                }
            }
            for (int at = 0; at < values.size(); at++) {
                form.locator("input.cell").nth(at).fill(String.valueOf(values.get(at)));
                form.locator("input.cell").nth(at).press("Tab");
            }
            clerk.page.waitForFunction("() => document.getElementById('line').textContent.startsWith('Đã giữ')");
            form.getByText("Trình ký khi có mạng").click();
            clerk.page.waitForFunction("() => document.body.innerText.includes('Sẽ tự trình ký khi có mạng')");
            line.mend();
            OfflineDesk.comesBack(clerk);
            clerk.page.waitForFunction("() => document.body.innerText.includes('đã gửi')");
        }
    }

    private void inExcel(Person person, Place commune, int k) throws Exception {
        long id = opened(users.signIn(person), commune);
        try (Visitor clerk = stage.enter(person)) {
            byte[] filled = filled(clerk.page.request().get("/submissions/" + id + "/template.xlsx").body(), counted(k));
            clerk.go("/imports");
            clerk.page.locator("#file").setInputFiles(new FilePayload("bieu.xlsx", "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet", filled));
            clerk.button("Kiểm tra tệp").click();
            clerk.button("Ghi vào bản đang soạn").click(new Locator.ClickOptions().setTimeout(30_000));
            clerk.page.getByText("Đã ghi nhận").first().waitFor();
            clerk.go("/submissions/" + id + "/entry").sees("42/42").looksWell();
            clerk.page.getByText("Trình lãnh đạo ký").first().click();
            clerk.page.waitForURL("**done=presented");
        }
    }

    /** As somebody does in Excel: the values written beside the codes. */
    private static byte[] filled(byte[] template, Map<String, Integer> values) throws Exception {
        var shown = new DataFormatter();
        try (var book = new XSSFWorkbook(new ByteArrayInputStream(template)); var out = new ByteArrayOutputStream()) {
            var sheet = book.getSheetAt(0);
            int column = -1;
            int written = 0;
            for (Row row : sheet) {
                for (var cell : row) {
                    column = shown.formatCellValue(cell).equals("Giá trị") ? cell.getColumnIndex() : column;
                }
                Integer value = values.get(shown.formatCellValue(row.getCell(0)));
                if (value != null) {
                    row.getCell(column, Row.MissingCellPolicy.CREATE_NULL_AS_BLANK).setCellValue(BigDecimal.valueOf(value).doubleValue());
                    written++;
                }
            }
            assertThat(written).isEqualTo(values.size());
            book.write(out);
            return out.toByteArray();
        }
    }

    private static Locator line(Visitor visitor, String name) {
        return visitor.page.locator("tr").filter(new Locator.FilterOptions().setHasText(Pattern.compile(name + "(?!\\d)"))).first();
    }
}

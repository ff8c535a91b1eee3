package vn.bamcoso.journeys;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.options.FilePayload;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.test.context.TestPropertySource;
import vn.bamcoso.FewColours;
import vn.bamcoso.demo.TinyNation;
import vn.bamcoso.documents.table.ExcelColumn;
import vn.bamcoso.documents.table.ExcelSheet;
import vn.bamcoso.identity.TestUsers;
import vn.bamcoso.identity.TestUsers.Person;
import vn.bamcoso.papers.PaperSteps;
import vn.bamcoso.papers.Papers;
import vn.bamcoso.staffing.wave.WaveActs;

/**
 * From the plan of a pilot to 100 %: the seven wards of Tuyên Quang are to have 36 officers each, a wave from an Excel file with a
 * fault brings them, its papers are drafted, issued and amended; then the merger of 1 July 2025 and the day before it. With
 * {@code -Dbamcoso.pictures=docs/pictures} it takes the pictures of the tour.
 */
@TinyNation
@TestPropertySource(properties = "bamcoso.test.own-database=pilot")
class PilotJourney {
    private static final int NORM = 36;

    private record Ward(String code, int missing) {}

    @Autowired DemoStage stage;
    @Autowired TestUsers users;
    @Autowired PaperSteps steps;
    @Autowired Papers papers;

    @Test
    void aPilotIsPlannedStaffedByAWaveFromExcelAndReaches100PercentAndTheDayBeforeIsStillThere() throws Exception {
        LocalDate today = LocalDate.now(vn.bamcoso.basics.VietnamTime.ZONE);
        try (Visitor visitor = stage.enter("thammuu.tuyenquang")) {
            visitor.go("/rollout").looksWell();
            visitor.field("Tên lộ trình").fill("Đủ 36 cán bộ ở mỗi phường");
            visitor.page.locator("select[name=goal]").selectOption("filled");
            visitor.page.locator("input[name=norm]").fill(String.valueOf(NORM));
            visitor.page.locator("input[name=beginsOn]").fill(today.minusDays(30).toString());
            visitor.page.locator("input[name=basis]").fill("Kế hoạch số 15/KH-CAT");
            press(visitor, "Mở lộ trình");
            String programme = visitor.page.url().replaceAll("https?://[^/]+|[?#].*", "");
            visitor.field("Tên giai đoạn").fill("Thí điểm ở các phường");
            visitor.page.locator("input[name=kinds][value=phuong]").check();
            visitor.page.locator("form[action$='/stages'] input[name=plannedOn]").fill(today.plusMonths(1).toString());
            visitor.page.locator("form[action$='/stages'] input[name=document]").fill("Kế hoạch số 15/KH-CAT");
            visitor.page.locator("form[action$='/stages'] input[name=decidedOn]").fill(today.minusDays(30).toString());
            press(visitor, "Thêm giai đoạn");
            List<Ward> missing = missing(today);
            assertThat(missing).as("some wards have fewer than 36").isNotEmpty().hasSizeLessThan(7);
            visitor.go(programme).looksWell();
            assertThat(visitor.headline()).contains("%d/7".formatted(7 - missing.size()));
            picture(visitor, "pilot-planned");

            List<List<Object>> rows = rows(missing, today);
            rows.set(0, List.of("KHÔNG-CÓ", rows.get(0).get(1), rows.get(0).get(2)));
            upload(visitor.go("/staffing/waves"), rows, "Bổ sung cho bảy phường");
            visitor.sees("KHÔNG-CÓ", "dòng 2, cột A").looksWell();
            picture(visitor, "wave-fault");
            upload(visitor.go("/staffing/waves"), rows(missing, today), "Bổ sung cho bảy phường");
            visitor.sees("Dự thảo: " + rows.size() + " cán bộ").looksWell();
            String wave = visitor.page.url().replaceAll("https?://[^/]+|[?#].*", "");
            press(visitor, "Soạn tờ trình");
            visitor.sees("DANH SÁCH TRÍCH NGANG").looksWell();
            picture(visitor, "wave-proposal");
            visitor.go(programme);
            assertThat(visitor.headline()).as("a draft moves nobody").contains("%d/7".formatted(7 - missing.size()));
            visitor.go(wave);
            visitor.field("Số quyết định").fill("318/QĐ-CAT");
            press(visitor, "Thực hiện cho " + rows.size() + " cán bộ");
            visitor.sees("Đã thực hiện").looksWell();
            picture(visitor, "wave-decided");
            press(visitor, "Soạn quyết định");
            visitor.sees("QUYẾT ĐỊNH", "318/QĐ-CAT").looksWell();
            int paper = Integer.parseInt(visitor.page.url().replaceAll(".*/documents/(\\d+).*", "$1"));
            visitor.go(programme).sees("7/7").looksWell();
            picture(visitor, "pilot-reached");
            visitor.go(programme + "?on=" + today.minusDays(1));
            assertThat(visitor.headline()).as("the day before").contains("%d/7".formatted(7 - missing.size()));

            issue(paper);
            visitor.go(wave).sees("Đã ban hành").looksWell();
            Locator amendment = visitor.page.locator("form[action$='/amendment']");
            amendment.locator("input[name=why]").fill("Theo đề nghị của đơn vị");
            amendment.locator("input[type=file]").setInputFiles(excel(List.of(List.of(moved(wave), elsewhere(missing), "Công an viên"))));
            amendment.locator("button.btn").click();
            visitor.page.waitForLoadState();
            visitor.sees("Sửa đổi: Bổ sung cho bảy phường", "Theo đề nghị của đơn vị", "Dự thảo: 1 cán bộ").looksWell();
            picture(visitor, "wave-amended");

            visitor.go("/staffing?on=2025-07-01").looksWell();
            picture(visitor, "merged");
            visitor.go("/staffing?on=2025-06-30&map=2025-06-30").looksWell();
            picture(visitor, "merged-before");
            visitor.go("/staffing/plans").looksWell();
            visitor.go("/staffing/officers").looksWell();
            DemoStage.seenInTheDarkInEnglish(visitor, wave, "/staffing/waves", "/staffing/plans", "/staffing/officers", programme);
        }
    }

    private static void press(Visitor visitor, String words) {
        visitor.button(words).click();
        visitor.page.waitForLoadState();
    }

    private void upload(Visitor visitor, List<List<Object>> rows, String title) {
        visitor.field("Tên đợt").fill(title);
        visitor.page.locator("input[type=file]").setInputFiles(excel(rows));
        press(visitor, "Kiểm tra và lưu dự thảo");
    }

    private static FilePayload excel(List<List<Object>> rows) {
        var out = new ByteArrayOutputStream();
        try (var sheet = new ExcelSheet(out, "Đợt", WaveActs.HEAD.stream().map(title -> ExcelColumn.text(title, 24)).toList())) {
            sheet.head();
            rows.forEach(sheet::row);
        }
        return new FilePayload("dot.xlsx", "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet", out.toByteArray());
    }

    private List<Ward> missing(LocalDate day) {
        return users.asOwner(owner -> owner.sql("""
                        select p.code, :norm - (s.chiefs + s.deputies + s.members) as missing from staffing.strength s join territory.pub_place p on p.place_id = s.place_id and p.valid_to = 'infinity'
                        where p.kind = 'phuong' and s.valid_from <= :day and :day < s.valid_to and s.chiefs + s.deputies + s.members < :norm and s.home in (2, 8) order by p.code""")
                .param("norm", NORM).param("day", day).query(Ward.class).list());
    }

    /** One officer from each of so many communes; all serve there since long. */
    private List<List<Object>> rows(List<Ward> missing, LocalDate day) {
        List<String> numbers = users.asOwner(owner -> owner.sql("""
                        select distinct on (p.place_id) o.number from staffing.posting p join staffing.officer o on o.id = p.officer_id and o.left_on = 'infinity' and o.birth_year > 1975 and o.user_id is null
                        join territory.pub_place t on t.place_id = p.place_id and t.kind = 'xa' and t.valid_to = 'infinity'
                        where p.home in (2, 8) and p.kind = 'full' and p.title_id = 3 and p.valid_from < '2026-01-01' and p.valid_to = 'infinity' and p.valid_from < :day order by p.place_id, o.number""")
                .param("day", day).query(String.class).list());
        List<List<Object>> rows = new ArrayList<>();
        for (Ward ward : missing) {
            for (int i = 0; i < ward.missing(); i++) {
                rows.add(List.of(numbers.get(rows.size()), ward.code(), "Công an viên"));
            }
        }
        return rows;
    }

    private String moved(String wave) {
        int id = Integer.parseInt(wave.replaceAll("\\D", ""));
        return users.asOwner(owner -> owner.sql("select o.number from staffing.wave_line l join staffing.officer o on o.id = l.officer_id where l.wave_id = :id order by l.row limit 1").param("id", id).query(String.class).single());
    }

    /** A ward to which the wave brought nobody. */
    private String elsewhere(List<Ward> missing) {
        return users.asOwner(owner -> owner.sql("select code from territory.pub_place where kind = 'phuong' and home in (2, 8) and valid_to = 'infinity' and not code = any (:codes) order by code limit 1")
                .param("codes", missing.stream().map(Ward::code).toArray(String[]::new)).query(String.class).single());
    }

    private void issue(int id) {
        var clock = java.time.Clock.systemUTC();
        int office = stage.number("select o.office_id from territory.pub_office o join territory.pub_place p on p.place_id = o.place_id and p.key = 'P08@2025-07-01' where o.kind = 'provincial' and o.valid_to = 'infinity' limit 1");
        Person clerk = users.person("vanthu.thu.tuyenquang", "records_clerk", office);
        Person drafter = users.person("soanthao.tuyenquang", "provincial_staff", office);
        Person colleague = users.person("dongnghiep.tuyenquang", "provincial_staff", office);
        Person director = users.person("giamdoc.thu.tuyenquang", "provincial_director", office);
        users.as(drafter, () -> steps.submit(id, seen(clerk, id), "", clock.instant()));
        users.as(colleague, () -> steps.initial(id, seen(clerk, id), "", clock.instant()));
        users.as(director, () -> steps.sign(id, seen(clerk, id), List.of("GIÁM ĐỐC"), "Đại tá", null, clock.instant()));
        users.as(clerk, () -> steps.number(id, seen(clerk, id), null, vn.bamcoso.basics.VietnamTime.today(clock), null, clock.instant()));
        users.as(clerk, () -> steps.issue(id, seen(clerk, id), clock.instant(), clock.instant()));
    }

    private int seen(Person clerk, int id) {
        return users.as(clerk, () -> papers.get(id)).stepNumber();
    }

    private static void picture(Visitor visitor, String name) throws IOException {
        String folder = System.getProperty("bamcoso.pictures");
        if (folder != null) {
            visitor.page.setViewportSize(Browser.DESKTOP, 1000);
            visitor.page.evaluate("() => window.scrollTo(0, 0)");
            Files.write(Path.of(folder, name + ".png"), FewColours.of(visitor.page.screenshot()));
        }
    }
}

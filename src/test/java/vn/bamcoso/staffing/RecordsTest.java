package vn.bamcoso.staffing;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.test.context.TestPropertySource;
import vn.bamcoso.InTheHouse;
import vn.bamcoso.basics.Problem;
import vn.bamcoso.identity.Browser;
import vn.bamcoso.identity.TestUsers;
import vn.bamcoso.identity.TestUsers.Person;
import vn.bamcoso.staffing.role.Roles;
import vn.bamcoso.territory.Offices;
import vn.bamcoso.territory.Places;

/** Who sees, exports, corrects and erases personal records; how a posting is mended on its page; roles beside a post. */
@InTheHouse
@TestPropertySource(properties = "bamcoso.test.own-database=staffing")
class RecordsTest {
    @Autowired Staff staff;
    @Autowired TestUsers users;
    @Autowired Places places;
    @Autowired Offices offices;
    @Autowired Roles roles;
    @Autowired vn.bamcoso.staffing.intake.Intakes intakes;
    @Autowired vn.bamcoso.staffing.selection.Selection selection;
    @Autowired vn.bamcoso.staffing.wave.WaveActs acts;
    @Autowired vn.bamcoso.staffing.wave.WaveTemplate template;
    @Autowired vn.bamcoso.staffing.wave.WaveDeciding deciding;

    private int named(int officer, String name) {
        users.asOwner(jdbc -> jdbc.sql("update staffing.officer set name = ? where id = ?").param(name).param(officer).update());
        return officer;
    }

    @Test
    void theRegisterIsSearchedWithinOnesFieldAndAreaOnly() {
        var pair = staff.pair();
        named(staff.officer(pair.a(), 3), "Lò Văn Tìm Kiếm");
        int province = staff.office(pair.province());
        Person organisation = users.person("tim.tochuc", "provincial_staff", province, 1);
        Person elsewhere = users.person("tim.hanoi", "provincial_staff", staff.office(places.byKey("P01@2026-11-21").orElseThrow()));
        String page = "/staffing/officers?text=tim+kiem";
        String api = "/api/staffing/officers?text=tim+kiem";
        assertThat(users.signIn(pair.staff()).get(page).body()).contains("Lò Văn Tìm Kiếm", ": 1 cán bộ");
        assertThat(users.signIn(pair.staff()).get(api).body()).contains("\"total\":1", "Lò Văn Tìm Kiếm");
        assertThat(users.signIn(organisation).get(page).status()).as("field organisation").isEqualTo(404);
        assertThat(users.signIn(organisation).get(api).status()).isEqualTo(404);
        assertThat(users.signIn(elsewhere).get(page).body()).contains(": 0 cán bộ").doesNotContain("Lò Văn");
        assertThat(users.signIn(elsewhere).get(api + "&within=" + pair.province().key()).status()).as("guessed address").isEqualTo(404);
        assertThat(users.signIn(elsewhere).get(api).body()).contains("\"total\":0");
    }

    @Test
    void exportIsARightOfItsOwnAndEachOneIsInTheTrail() {
        var pair = staff.pair();
        String number = staff.number(named(staff.officer(pair.a(), 3), "Lò Văn Xuất Ra"));
        String file = "/staffing/officers/export?form=csv&text=xuat+ra";
        assertThat(users.signIn(pair.staff()).get(file).status()).isEqualTo(403);
        assertThat(users.signIn(pair.staff()).get("/staffing/officers").body()).doesNotContain("/staffing/officers/export");
        Person exporter = users.person("xuat.danhsach", "provincial_staff", staff.office(pair.province()));
        users.grant(exporter, "personnel_export", staff.office(pair.province()), 9, LocalDate.of(2020, 1, 1), LocalDate.of(2100, 1, 1));
        assertThat(users.signIn(exporter).get(file).body()).contains(number, "Lò Văn Xuất Ra", "Đại úy");
        assertThat(users.signIn(exporter).get(file.replace("csv", "xlsx")).body()).startsWith("PK");
        Person onlyExport = users.person("chi.co.quyen.xuat");
        users.grant(onlyExport, "personnel_export", staff.office(pair.province()), 9, LocalDate.of(2020, 1, 1), LocalDate.of(2100, 1, 1));
        assertThat(users.signIn(onlyExport).get(file).status()).as("the right alone opens nothing").isEqualTo(404);
        assertThat((String) users.asOwner(jdbc -> jdbc.sql("select count(*) || ' ' || max(c.after) from audit.entry e join audit.content c on c.entry_id = e.id where e.act = 'staffing.officers.exported' and e.user_id = ?").param(exporter.id()).query(String.class).single()))
                .startsWith("2 ").contains("\"lines\":1");
    }

    @Test
    void anOfficerAsksForACorrectionAndReadsTheReply() {
        var pair = staff.pair();
        int officer = named(staff.officer(pair.a(), 3), "Bàn Văn Sửa");
        Person self = users.person("ban.van.sua");
        users.asOwner(jdbc -> jdbc.sql("update staffing.officer set user_id = ? where id = ?").param(self.id()).param(officer).update());
        Browser own = users.signIn(self);
        assertThat(own.post("/staffing/me/corrections", Map.of("about", "Cấp bậc đã là Thiếu tá từ tháng 8")).status()).isEqualTo(302);
        assertThat(own.get("/staffing/me").body()).contains("Thiếu tá từ tháng 8", "chờ trả lời");
        assertThat(own.get("/staffing/officers/" + officer + "/record").status()).as("not kept by oneself").isEqualTo(403);
        Browser keeper = users.signIn(pair.staff());
        assertThat(keeper.get("/staffing/open").body()).contains("Bàn Văn Sửa", "Thiếu tá từ tháng 8");
        keeper.post("/staffing/officers/" + officer + "/record", Map.of("name", "Bàn Văn Sửa", "rank", "thieu_ta", "education", "dai_hoc", "partySince", "", "why", "QĐ 812"));
        int request = users.asOwner(jdbc -> jdbc.sql("select id from staffing.correction_request where officer_id = ?").param(officer).query(Integer.class).single());
        assertThat(own.post("/staffing/corrections/" + request + "/answer", Map.of("officer", "" + officer, "accepted", "true", "reply", "Tự duyệt")).status()).isEqualTo(403);
        keeper.post("/staffing/corrections/" + request + "/answer", Map.of("officer", "" + officer, "accepted", "true", "reply", "Đã sửa theo QĐ 812"));
        assertThat(own.get("/staffing/me").body()).contains("Đã sửa theo QĐ 812", "thiếu tá").doesNotContain("chờ trả lời");
    }

    @Test
    void whatIsPersonalIsErasedAfterTheTimeThatTheMinistrySetAndCountsStay() {
        var pair = staff.pair();
        int old = named(staff.officer(pair.a(), 3), "Hoàng Văn Cũ");
        int late = named(staff.officer(pair.a(), 3), "Hoàng Văn Mới");
        users.asOwner(jdbc -> jdbc.sql("update staffing.officer set left_on = case id when ? then date '2001-03-01' else date '2020-03-01' end where id in (?, ?)").param(old).param(old).param(late).update());
        users.asOwner(jdbc -> jdbc.sql("insert into staffing.skill (officer_id, kind, name, noted_on) values (?, 'language', 'Tày', '2000-01-01')").param(old).update());
        Person ministry = users.person("x01.giuhoso", "ministry_office", offices.serving(places.nation().id(), Staff.TODAY).orElseThrow().id());
        assertThat(users.signIn(pair.staff()).get("/staffing/retention").status()).isEqualTo(404);
        Browser browser = users.signIn(ministry);
        assertThat(browser.get("/staffing/retention").body()).contains("Chưa đặt thời hạn");
        browser.post("/staffing/retention", Map.of("years", "20", "decision", "55/QĐ-BCA"));
        assertThat(browser.get("/staffing/retention").body()).contains("1 hồ sơ đã hết thời hạn", "Xóa: họ tên");
        assertThat(browser.post("/staffing/retention/erasure", Map.of("people", "7", "decision", "56/QĐ-BCA")).status()).as("not what the page said").isEqualTo(409);
        browser.post("/staffing/retention/erasure", Map.of("people", "1", "decision", "56/QĐ-BCA"));
        assertThat((String) users.asOwner(jdbc -> jdbc.sql("""
                        select o.name || '|' || (o.number = 'X' || o.id) || '|' || o.birth_year || '|' || o.sex || '|' || o.rank || '|' || (select count(*) from staffing.skill s where s.officer_id = o.id)
                               || '|' || (select count(*) from staffing.posting p where p.officer_id = o.id) from staffing.officer o where o.id = ?""").param(old).query(String.class).single()))
                .isEqualTo("–|true|1990|m|dai_uy|0|1");
        assertThat((String) users.asOwner(jdbc -> jdbc.sql("select name from staffing.officer where id = ?").param(late).query(String.class).single())).isEqualTo("Hoàng Văn Mới");
        assertThat(users.signIn(pair.staff()).get("/staffing/officers?who=all&text=Ho%C3%A0ng+V%C4%83n+C%C5%A9").body()).contains(": 0 cán bộ");
    }

    @Test
    void aPostingIsMendedOnItsPageWhichKeepsWhatWasKnownBefore() {
        var pair = staff.pair();
        int officer = named(staff.officer(pair.a(), 1), "Ma Văn Sửa Ngày");
        long posting = users.asOwner(jdbc -> jdbc.sql("select id from staffing.posting where officer_id = ?").param(officer).query(Long.class).single());
        Browser browser = users.signIn(pair.staff());
        String page = "/staffing/postings/" + posting + "/mending";
        assertThat(browser.get("/staffing/officers/" + officer).body()).contains(page);
        assertThat(browser.post(page, Map.of("from", "2025-09-01", "to", "", "reason", "")).status()).as("without a reason").isEqualTo(422);
        assertThat(browser.post(page, Map.of("from", "2025-09-01", "to", "", "reason", "Quyết định ghi ngày 1/9")).status()).isEqualTo(302);
        assertThat(browser.get(page).body()).contains("1/9/2025 – nay", "1/7/2025 – nay", "được biết như vậy từ");
        Person elsewhere = users.person("sua.hanoi", "provincial_staff", staff.office(places.byKey("P01@2026-11-21").orElseThrow()));
        assertThat(users.signIn(elsewhere).get(page).status()).isEqualTo(404);
        assertThat(users.signIn(elsewhere).post(page, Map.of("from", "2025-08-01", "to", "", "reason", "x")).status()).isEqualTo(404);
    }

    @Test
    void aRoleBesideAPostIsIntroducedElectedCountedAndEnded() {
        var pair = staff.pair();
        String number = staff.number(named(staff.officer(pair.a(), 1), "Triệu Văn Đoàn"));
        Browser browser = users.signIn(pair.staff());
        browser.post("/staffing/roles", Map.of("number", number, "title", "54", "day", "2026-10-01", "document", "Công văn 12 giới thiệu"));
        String waiting = browser.get("/staffing/roles?within=" + pair.a().key()).body();
        assertThat(waiting).contains("Triệu Văn Đoàn", "Công văn 12 giới thiệu", "0 vai kiêm nhiệm");
        assertThat(browser.post("/staffing/roles", Map.of("number", number, "title", "54", "day", "2026-10-02", "document", "Lần nữa")).status()).as("twice").isEqualTo(422);
        int introduction = users.asOwner(jdbc -> jdbc.sql("select max(id) from staffing.introduction where office_id = ?").param(pair.officeA()).query(Integer.class).single());
        assertThat(browser.post("/staffing/roles/" + introduction + "/election", Map.of("day", "2026-09-01", "document", "NQ 3", "elected", "true")).status()).as("before the introduction").isEqualTo(422);
        browser.post("/staffing/roles/" + introduction + "/election", Map.of("day", "2026-10-20", "document", "NQ 3", "elected", "true"));
        LocalDate november = LocalDate.of(2026, 11, 1);
        assertThat(users.as(pair.staff(), () -> roles.counts(pair.a().id(), november))).containsExactly(new Roles.Count("concurrent", (short) 54, 1, 1));
        long posting = users.as(pair.staff(), () -> roles.holders(pair.a().id(), november, 5, 0)).getFirst().posting();
        browser.post("/staffing/postings/" + posting + "/end", Map.of("day", "2026-11-10", "decision", "NQ 9", "why", "Thôi tham gia"));
        assertThat(users.as(pair.staff(), () -> roles.counts(pair.a().id(), LocalDate.of(2026, 11, 9)))).hasSize(1);
        assertThat(users.as(pair.staff(), () -> roles.counts(pair.a().id(), LocalDate.of(2026, 11, 10)))).isEmpty();
        assertThat(staff.holders(pair.a(), november)).as("the post itself stays").isEqualTo(1);
    }

    @Test
    void aLanguageNotedOfAPlaceIsMissingUntilAnOfficerThereSpeaksIt() {
        var pair = staff.pair();
        int officer = named(staff.officer(pair.a(), 3), "Giàng Văn Nói");
        Browser browser = users.signIn(pair.staff());
        String page = "/staffing/languages?within=" + pair.a().key();
        browser.post("/staffing/languages", Map.of("place", pair.a().key(), "language", "Mông", "from", "2026-01-01", "source", "Báo cáo của xã"));
        assertThat(browser.get(page).body()).contains(": 1 trên 1 nhu cầu chưa có cán bộ nói được", "Báo cáo của xã");
        browser.post("/staffing/officers/" + officer + "/skills", Map.of("kind", "language", "skill", "Mông", "level", "B"));
        assertThat(browser.get(page + "&on=2027-01-01").body()).contains(": 0 trên 1 nhu cầu");
        assertThat(browser.post("/staffing/languages", Map.of("place", "P01@2026-11-21", "language", "Mông", "from", "2026-01-01", "source", "x")).status()).isEqualTo(403);
    }

    @Test
    void aGraduateTakesThePlaceOfAnOfficerWhoStrengthensACommune() {
        var pair = staff.pair();
        int province = staff.office(pair.province());
        int experienced = named(staff.officer(pair.province(), province, 21, Staff.SINCE), "Nông Văn Giỏi");
        String head = "Số hiệu;Họ và tên;Năm sinh;Giới tính;Dân tộc;Cấp bậc hàm;Trình độ;Ngày vào ngành\n";
        String bad = head + "HV1;Vi Văn Trẻ;2003;Nam;Tày;Thiếu úy;Đại học;1/9/2026\nHV1;;1920;Không;Tày;Tướng;Đại học;1/9/2099\n";
        assertThat((Problem) org.assertj.core.api.Assertions.catchThrowableOfType(Problem.class, () -> users.as(pair.staff(), () -> intakes.receive("Học viện CSND", "9/QĐ", LocalDate.of(2026, 8, 1), "hv.csv", bytes(bad), java.util.Locale.of("vi")))))
                .satisfies(problem -> assertThat(problem.faults()).extracting(fault -> fault.where()).containsExactly(
                        "dòng 3, cột A", "dòng 3, cột B", "dòng 3, cột C", "dòng 3, cột D", "dòng 3, cột F", "dòng 3, cột H"));
        assertThat((int) users.as(pair.staff(), () -> intakes.receive("Học viện CSND", "9/QĐ", LocalDate.of(2026, 8, 1), "hv.csv", bytes(head + "HV1;Vi Văn Trẻ;2003;Nam;Tày;Thiếu úy;Đại học;1/9/2026\n"), java.util.Locale.of("vi")))).isEqualTo(1);
        Browser browser = users.signIn(pair.staff());
        assertThat(browser.get("/staffing/intake").body()).contains("Vi Văn Trẻ", "Học viện CSND", "1 người, 1 chưa bố trí");
        // the pair of moves in one wave: the graduate to the provincial police, the officer there to the commune
        String wave = "Số hiệu;Mã đơn vị đến;Chức danh;Thay cho số hiệu\nHV1;" + pair.province().key() + ";Cán bộ Công an cấp tỉnh;" + staff.number(experienced) + "\n" + staff.number(experienced) + ";" + pair.b().code() + ";Công an viên;\n";
        LocalDate day = LocalDate.of(2026, 12, 1);
        int id = users.as(pair.staff(), () -> acts.draft("Tăng cường", "w.csv", bytes(wave), day, java.util.Locale.of("vi")));
        users.as(pair.staff(), () -> deciding.decide(id, "77/QĐ", day.minusDays(3)));
        assertThat(browser.get("/staffing/intake").body()).contains("1 người, 0 chưa bố trí", "Nông Văn Giỏi", "Công an viên, Công an");
        assertThat(staff.holders(pair.b(), day)).isEqualTo(1);
        users.as(pair.staff(), () -> deciding.undo(id));
        assertThat(browser.get("/staffing/intake").body()).as("whose only post is taken back waits again").contains("1 người, 1 chưa bố trí", "Vi Văn Trẻ");
    }

    @Test
    void theEmptyFilesAreReadBackOnceTheyAreFilledIn() throws java.io.IOException {
        var pair = staff.pair();
        String officer = staff.number(staff.officer(pair.a(), 3));
        Browser browser = users.signIn(pair.staff());
        assertThat(browser.get("/staffing/intake").body()).contains("/staffing/intake/template");
        assertThat(browser.get("/staffing/waves").body()).contains("/staffing/waves/template");
        assertThat(browser.get("/staffing/waves/template").body()).startsWith("PK");
        assertThat(users.signIn(users.person("khong.nhan-su", "provincial_staff", staff.office(pair.province()), 1)).get("/staffing/waves/template").status()).isEqualTo(404);
        byte[] wave = filled(users.as(pair.staff(), () -> template.of(Staff.TODAY)), List.of(officer, pair.b().code(), "Công an viên"));
        int id = users.as(pair.staff(), () -> acts.draft("Từ tệp mẫu", "dot.xlsx", wave, LocalDate.of(2026, 12, 1), java.util.Locale.of("vi")));
        assertThat(browser.get("/staffing/waves/" + id).body()).contains("Dự thảo: 1 cán bộ");
        byte[] graduates = filled(vn.bamcoso.staffing.intake.IntakeFile.empty(), List.of("HV-M1", "Vi Văn Mẫu", "2003", "Nam", "Tày", "Thiếu úy", "Đại học", "1/9/2026"));
        assertThat((int) users.as(pair.staff(), () -> intakes.receive("Học viện CSND", "9/QĐ", LocalDate.of(2026, 8, 1), "hv.xlsx", graduates, java.util.Locale.of("vi")))).isEqualTo(1);
    }

    /** The file as somebody saves it who has written one row under the head. */
    private static byte[] filled(EmptyFile empty, List<String> cells) throws java.io.IOException {
        var sent = new org.springframework.mock.web.MockHttpServletResponse();
        empty.send(sent);
        try (var book = new org.apache.poi.xssf.usermodel.XSSFWorkbook(new java.io.ByteArrayInputStream(sent.getContentAsByteArray())); var out = new java.io.ByteArrayOutputStream()) {
            var sheet = book.getSheetAt(0);
            int head = 0;
            while (sheet.getRow(head) == null || !sheet.getRow(head).getCell(0).getStringCellValue().equals("Số hiệu")) {
                head++;
            }
            assertThat(sheet.getDataValidations()).isNotEmpty();
            for (int c = 0; c < cells.size(); c++) {
                sheet.getRow(head + 1).getCell(c).setCellValue(cells.get(c));
            }
            book.write(out);
            return out.toByteArray();
        }
    }

    @Test
    void theMinistrySetsARuleFromADayOn() {
        Person ministry = users.person("x01.giuhoso", "ministry_office", offices.serving(places.nation().id(), Staff.TODAY).orElseThrow().id());
        var pair = staff.pair();
        assertThat(users.signIn(pair.staff()).post("/staffing/rules", Map.of("title", "2", "kind", "served_least", "value", "5", "from", "2030-01-01", "basis", "3/HD-BCA")).status()).isEqualTo(403);
        assertThat(users.signIn(ministry).post("/staffing/rules", Map.of("title", "2", "kind", "served_least", "value", "five", "from", "2030-01-01", "basis", "3/HD-BCA")).status()).isEqualTo(422);
        users.signIn(ministry).post("/staffing/rules", Map.of("title", "2", "kind", "served_least", "value", "5", "from", "2030-01-01", "basis", "3/HD-BCA"));
        assertThat(users.as(pair.staff(), () -> selection.on(LocalDate.of(2030, 1, 1)))).anyMatch(rule -> rule.kind().equals("served_least") && rule.value().equals("5"));
        assertThat(users.as(pair.staff(), () -> selection.on(LocalDate.of(2029, 12, 31)))).noneMatch(rule -> rule.kind().equals("served_least"));
    }

    private static byte[] bytes(String text) {
        return text.getBytes(java.nio.charset.StandardCharsets.UTF_8);
    }
}

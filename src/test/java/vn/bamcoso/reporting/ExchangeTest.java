package vn.bamcoso.reporting;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.Map;
import org.dhatim.fastexcel.Workbook;
import org.dhatim.fastexcel.Worksheet;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import vn.bamcoso.InTheHouse;
import vn.bamcoso.identity.Browser;
import vn.bamcoso.identity.TestUsers;
import vn.bamcoso.territory.Place;
import vn.bamcoso.territory.Places;

/** Files go out, come back, and are refused whole with every fault; figures over HTTP. */
@InTheHouse
class ExchangeTest {
    private static final String HEAD = "Mã địa bàn;Tên địa bàn;security_reports;crime_tips;cases_resolved;cases_cleared;subjects_cleared;administrative_penalties;"
            + "communication_conferences;communication_attendances;models_community;models_agency;collective_commendations;individual_commendations\n";

    @Autowired DongVan dongVan;
    @Autowired TestUsers users;
    @Autowired Places places;
    private DongVan.Team team;
    private Browser staff;
    @BeforeEach
    void people() {
        team = dongVan.team();
        staff = users.signIn(team.staff());
    }

    /** The page that an upload leads to. */
    private Browser.Reply send(Browser browser, String name, byte[] content, Map<String, String> fields) throws Exception {
        HttpResponse<String> sent = Upload.post(browser, name, content, fields);
        if (sent.statusCode() != 303) {
            return new Browser.Reply(sent.statusCode(), sent.body(), sent.headers());
        }
        String to = sent.headers().firstValue("Location").orElseThrow().replaceFirst("^https?://[^/]+", "");
        Upload.settled(browser, to);
        Browser.Reply page = browser.get(to);
        return new Browser.Reply(page.status(), to + "\n" + page.body(), page.headers());
    }

    private Browser.Reply csv(String rows) throws Exception {
        return send(staff, "so-lieu.csv", (HEAD + rows).getBytes(StandardCharsets.UTF_8), Map.of("form", "ket-qua-cong-tac", "period", "2026-Q3"));
    }

    private String row(Place place, String... values) {
        return place.key() + ";" + place.fullName() + ";" + String.join(";", values) + "\n";
    }

    private int submissions(Place place) {
        return users.asOwner(jdbc -> jdbc.sql("select count(*) from reporting.submission where place_id = ?").param(place.id()).query(Integer.class).single());
    }

    @Test
    void aTableOfTwoCommunesIsPreviewedThenRecordedAndTheSameFileAgainChangesNothing() throws Exception {
        Place other = places.children(team.province().id(), DongVan.TODAY_MAP).get(100);
        String rows = row(team.commune(), "1.034", "6", "21", "3", "4", "12", "7", "610", "9", "2", "0", "1") + row(other, "5", "1", "2", "0", "0", "3", "1", "80", "4", "1", "0", "0") + ";Tổng cộng;1039;7\n";
        Browser.Reply preview = csv(rows);
        assertThat(preview.body()).contains("Tệp không có lỗi", "1.039");
        assertThat(submissions(team.commune())).isZero();
        String here = preview.body().lines().findFirst().orElseThrow();
        staff.post(here + "/recording", Map.of());
        waitFor(here, "Đã ghi nhận");
        assertThat(submissions(team.commune())).isEqualTo(1);
        String figure = users.asOwner(jdbc -> jdbc.sql("select f.value::int || ' ' || o.kind from figures.figure f join figures.indicator i on i.id = f.indicator_id join figures.origin o on o.id = f.origin_id where i.code = 'security_reports' and f.place_id = ?")
                .param(team.commune().id()).query(String.class).single());
        assertThat(figure).isEqualTo("1034 submission");

        Browser.Reply again = csv(rows);
        assertThat(again.body()).contains(">2</span>báo cáo giữ nguyên");
        assertThat(submissions(team.commune())).isEqualTo(1);

        Browser.Reply changed = csv(row(team.commune(), "1035", "6", "21", "3", "4", "12", "7", "610", "9", "2", "0", "1"));
        String second = changed.body().lines().findFirst().orElseThrow();
        assertThat(staff.post(second + "/recording", Map.of("reason", "")).status()).as("changing approved values needs a reason").isEqualTo(422);
        staff.post(second + "/recording", Map.of("reason", "Xã báo lại ngày 20/9."));
        waitFor(second, "Đã ghi nhận");
        int revisions = users.asOwner(jdbc -> jdbc.sql("select count(*) from reporting.revision r join reporting.submission s on s.id = r.submission_id where s.place_id = ?").param(team.commune().id()).query(Integer.class).single());
        assertThat(revisions).isEqualTo(2);
    }

    private void waitFor(String path, String words) throws InterruptedException {
        for (int i = 0; i < 100; i++) {
            if (staff.get(path).body().contains(words)) {
                return;
            }
            Thread.sleep(100);
        }
        throw new AssertionError(path + " never said " + words + ": " + staff.get(path).body());
    }

    @Test
    void aValueThatJumpsIsToldBeforeItIsRecordedAndRecordedAllTheSame() throws Exception {
        String key = team.commune().key();
        Browser program = users.browser();
        assertThat(program.send("POST", "/api/figures", "indicator,period,place,value\nsecurity_reports,2026-Q2," + key + ",34\ncrime_tips,2026-Q2," + key + ",6\n",
                "Authorization", "Bearer " + users.token(team.staff()), "Content-Type", "text/csv").status()).isEqualTo(201);
        Browser.Reply preview = csv(row(team.commune(), "340", "6"));
        assertThat(preview.body()).contains("Giá trị cần xem lại", "Tin về an ninh, trật tự tiếp nhận: 340", "Gấp 10 lần quý II", "Đúng là 340 hay 34?").doesNotContain("xin ghi một câu lý do");
        assertThat(csv(row(team.commune(), "30", "6")).body()).doesNotContain("Giá trị cần xem lại");
        String here = preview.body().lines().findFirst().orElseThrow();
        staff.post(here + "/recording", Map.of());
        waitFor(here, "Đã ghi nhận");
        assertThat(submissions(team.commune())).isEqualTo(2);
    }

    @Test
    void eachFaultOfABadFileIsNamedWithRowColumnAndReasonAndNothingIsKept() throws Exception {
        Place a = team.commune();
        Place ended = places.byKey("C00715@2021-07-01").orElseThrow();
        String ok = "5;1;2;0;0;3;1;80;4;1;0;0";
        Map<String, String> bad = new LinkedHashMap<>();
        bad.put(row(a, "mười", "1"), "dòng 2, cột C");
        bad.put(row(a, "-5", "1"), "số âm");
        bad.put(row(a, "12,5", "1"), "không phải số nguyên");
        bad.put(row(a, "5%", "1"), "tỷ lệ phần trăm");
        bad.put(row(a, "-", "1"), "Ghi 0 nếu không có");
        bad.put(row(a, "0012", "1"), "giống một mã");
        bad.put(row(a, "1234567890123456", "1"), "dài quá 15 chữ số");
        bad.put(row(a, "3", "9"), "không được lớn hơn");
        bad.put("C99999@2026-01-01;Xã Không Có;" + ok + "\n", "Không có địa bàn mã");
        bad.put(";Xã Không Mã;" + ok + "\n", "Thiếu mã địa bàn");
        bad.put(row(a, ok.split(";")) + row(a, ok.split(";")), "đã có ở dòng 2");
        bad.put(a.key() + ";Xã Tên Khác;" + ok + "\n", "nhưng tệp ghi");
        bad.put(ended.key() + ";;" + ok + "\n", "không còn hoặc chưa có vào ngày cuối kỳ");
        bad.put(places.children(places.byKey("P01@2026-11-21").orElseThrow().id(), DongVan.TODAY_MAP).getFirst().key() + ";;" + ok + "\n", "không thuộc địa bàn đồng chí phụ trách");
        for (var fault : bad.entrySet()) {
            assertThat(csv(fault.getKey()).body()).as(fault.getKey()).contains("Chưa ghi nhận gì", fault.getValue());
        }
        assertThat(submissions(a)).isZero();
        assertThat(csv(row(a, "mười", "-5", "12,5", "x") + row(a, "5%", "1")).body()).as("all faults, not the first").contains("cột C", "cột D", "cột E", "cột F", "dòng 3");
    }

    @Test
    void aFileThatCannotBeUnderstoodIsRefusedInOneSentence() throws Exception {
        Map<String, String> said = Map.of("form", "ket-qua-cong-tac", "period", "2026-Q3");
        assertThat(send(staff, "trong.csv", new byte[0], said).body()).contains("Tệp rỗng");
        assertThat(send(staff, "tai-lieu.pdf", "%PDF-1.7 …".getBytes(StandardCharsets.UTF_8), said).body()).contains("Chỉ nhận CSV, Excel");
        assertThat(send(staff, "hong.xlsx", new byte[] {'P', 'K', 3, 4, 1, 2, 3}, said).body()).contains("hỏng");
        assertThat(send(staff, "la.csv", "a;b;c\n1;2;3\n".getBytes(StandardCharsets.UTF_8), said).body()).contains("Không tìm thấy dòng tiêu đề");
        assertThat(send(staff, "dau.csv", HEAD.getBytes(StandardCharsets.UTF_8), said).body()).contains("không có dòng số liệu nào");
        assertThat(csv(row(team.commune(), "5")).body()).as("a row that says little is a row").contains("Tệp không có lỗi");
        assertThat(send(staff, "khong-biet.csv", (HEAD + row(team.commune(), "5")).getBytes(StandardCharsets.UTF_8), Map.of()).body()).contains("Chọn biểu mẫu và kỳ báo cáo");
        assertThat(send(staff, "cot-la.csv", (HEAD.strip() + ";Ghi chú riêng\n" + row(team.commune(), "5")).getBytes(StandardCharsets.UTF_8), said).body()).contains("không thuộc biểu này");
        assertThat(send(staff, "hai-cot.csv", (HEAD.strip() + ";security_reports\n" + row(team.commune(), "5")).getBytes(StandardCharsets.UTF_8), said).body()).contains("đứng ở nhiều cột");
        assertThat(send(staff, "sap-toi.csv", (HEAD + row(team.commune(), "5")).getBytes(StandardCharsets.UTF_8), Map.of("form", "ket-qua-cong-tac", "period", "2026-Q4")).body()).contains("mới kết thúc");
        assertThat(send(staff, "thang.csv", (HEAD + row(team.commune(), "5")).getBytes(StandardCharsets.UTF_8), Map.of("form", "ket-qua-cong-tac", "period", "2026-09")).body()).contains("không nhận kỳ");
    }

    @Test
    void citizensNumbersAndSecrecyMarksDoNotComeInUnlessSomebodySaysWhy() throws Exception {
        byte[] content = (HEAD + row(team.commune(), "5", "1") + "Ghi chú: 001085012345 báo tin\n").getBytes(StandardCharsets.UTF_8);
        Browser.Reply refused = send(staff, "so-lieu.csv", content, Map.of("form", "ket-qua-cong-tac", "period", "2026-Q3"));
        assertThat(refused.status()).isEqualTo(422);
        assertThat(refused.body()).contains("dòng 3", "số định danh cá nhân");
        assertThat(users.<Integer>asOwner(jdbc -> jdbc.sql("select count(*) from reporting.import_file where position('001085012345'::bytea in content) > 0").query(Integer.class).single())).isZero();
        send(staff, "so-lieu.csv", content, Map.of("form", "ket-qua-cong-tac", "period", "2026-Q3", "override", "Đây là mã hồ sơ, không phải số định danh."));
        assertThat(users.<Integer>asOwner(jdbc -> jdbc.sql("select count(*) from audit.entry where act = 'reporting.import.overridden'").query(Integer.class).single())).isPositive();
    }

    @Test
    void aTemplateIsKnownAgainWhateverItsFileIsCalledAndACommuneBringsItsOwnDraft() throws Exception {
        Browser clerk = users.signIn(team.clerk());
        String id = clerk.post("/forms/ket-qua-cong-tac/submissions", Map.of("place", String.valueOf(team.commune().id()), "period", "2026-Q3")).location().split("/")[2];
        byte[] template = HttpClient.newHttpClient().send(
                HttpRequest.newBuilder(URI.create(clerk.base() + "/submissions/" + id + "/template.xlsx")).header("Cookie", Upload.session(clerk)).build(), HttpResponse.BodyHandlers.ofByteArray()).body();
        assertThat(send(clerk, "doi ten.xlsx", template, Map.of()).body()).contains("Kết quả công tác Công an xã", "Quý III/2026");
    }

    @Test
    void mergedHeadsAreUnderstoodAndAMergedBodyIsRefused() throws Exception {
        Map<String, String> said = Map.of("form", "ket-qua-cong-tac", "period", "2026-Q3");
        assertThat(send(staff, "gop.xlsx", excel(false), said).body()).contains("Tệp không có lỗi");
        assertThat(send(staff, "gop-than.xlsx", excel(true), said).body()).contains("bị gộp");
    }

    private byte[] excel(boolean mergedBody) throws Exception {
        var out = new ByteArrayOutputStream();
        try (var book = new Workbook(out, "thu", "1.0")) {
            Worksheet sheet = book.newWorksheet("Sheet1");
            String[] codes = HEAD.strip().split(";");
            for (int c = 0; c < codes.length; c++) {
                sheet.value(1, c, codes[c]);
            }
            sheet.value(0, 2, "Tin báo");
            sheet.range(0, 2, 0, 3).merge();
            sheet.value(2, 0, team.commune().key());
            sheet.value(2, 1, team.commune().fullName());
            for (int c = 2; c < codes.length; c++) {
                sheet.value(2, c, c == 3 ? 1 : 5);
            }
            if (mergedBody) {
                sheet.range(2, 4, 2, 5).merge();
            }
        }
        return out.toByteArray();
    }

    @Test
    void figuresOverHttpAreRecordedWholeOrRefusedWithEveryFault() {
        String token = users.token(team.staff());
        String key = team.commune().key();
        String good = "{\"rows\":[{\"indicator\":\"security_reports\",\"period\":\"2026-Q2\",\"place\":\"" + key + "\",\"value\":34,\"source\":\"Báo cáo 12\"},"
                + "{\"indicator\":\"officers_posted\",\"asOf\":\"2026-06-30\",\"place\":\"" + key + "\",\"value\":\"12\"}]}";
        if (team.commune().kind().equals("phuong")) {
            good = good.replace("officers_posted", "commune_police_all").replace("commune_police_all", "id_applications");
        }
        Browser program = users.browser();
        Browser.Reply made = program.send("POST", "/api/figures", good, "Authorization", "Bearer " + token, "Content-Type", "application/json");
        assertThat(made.status()).as(made.body()).isEqualTo(201);
        assertThat(made.body()).contains("\"total\":2", "\"recorded\":2");
        Browser.Reply again = program.send("POST", "/api/figures", good, "Authorization", "Bearer " + token, "Content-Type", "application/json");
        assertThat(again.status()).isEqualTo(200);
        assertThat(again.body()).contains("\"recorded\":0", "\"unchanged\":2");
        assertThat(submissions(team.commune())).isEqualTo(2);

        String bad = "{\"rows\":[{\"indicator\":\"communes\",\"period\":\"2026-Q2\",\"place\":\"" + key + "\",\"value\":1},{\"indicator\":\"khong-co\",\"period\":\"2026-Q9\",\"place\":\"C1\",\"value\":\"abc\"}]}";
        Browser.Reply refused = program.send("POST", "/api/figures", bad, "Authorization", "Bearer " + token, "Content-Type", "application/json");
        assertThat(refused.status()).isEqualTo(422);
        assertThat(refused.headers().firstValue("Content-Type").orElse("")).contains("application/problem+json");
        assertThat(refused.body()).contains("rows[0].indicator", "rows[1].indicator", "rows[1].period", "rows[1].place");

        Browser.Reply csv = program.send("POST", "/api/figures", "indicator,period,place,value\ncrime_tips,2026-Q2," + key + ",6\n", "Authorization", "Bearer " + token, "Content-Type", "text/csv");
        assertThat(csv.status()).as(csv.body()).isEqualTo(201);
        assertThat(program.send("POST", "/api/figures", good, "Authorization", "Bearer " + users.token(team.clerk()), "Content-Type", "application/json").status()).isEqualTo(403);
        assertThat(program.send("POST", "/api/figures", good, "Authorization", "Bearer " + users.token(team.otherProvince()), "Content-Type", "application/json").status()).as("another province: out of scope is not there").isEqualTo(404);
        Browser.Reply list = program.get("/api/submissions?status=approved&within=" + key, "Authorization", "Bearer " + token);
        assertThat(list.body()).contains("\"total\":2", "\"kind\":\"import\"");
        assertThat(program.get("/api/submissions?form=nao", "Authorization", "Bearer " + token).status()).isEqualTo(422);
    }
}

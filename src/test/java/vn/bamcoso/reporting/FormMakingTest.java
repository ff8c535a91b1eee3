package vn.bamcoso.reporting;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import vn.bamcoso.InTheHouse;
import vn.bamcoso.access.CurrentUser;
import vn.bamcoso.basics.Problem;
import vn.bamcoso.calendar.Period;
import vn.bamcoso.figures.Indicators;
import vn.bamcoso.identity.Browser;
import vn.bamcoso.identity.TestUsers;
import vn.bamcoso.identity.TestUsers.Person;
import vn.bamcoso.reporting.catalogue.Asking;
import vn.bamcoso.territory.Places;

/** A form is made from a pasted table, tried, released; its next version leaves old periods alone; it is asked where somebody says so. */
@InTheHouse
class FormMakingTest {
    @Autowired TestUsers users;
    @Autowired JdbcClient jdbc;
    @Autowired Forms forms;
    @Autowired Indicators indicators;
    @Autowired Asking asking;
    @Autowired Places places;
    @Autowired DongVan dongVan;

    @Test
    void aFormOfFortyIndicatorsWithBreakdownsAndChecksIsOnePastedTable() {
        Browser ministry = users.signIn(users.person("vanphong.bm", "ministry_office", office("ministry")));
        StringBuilder table = new StringBuilder("Nhóm\tChỉ tiêu\tĐơn vị tính\tCách cộng\tPhân tổ\tKiểm tra\tĐịnh nghĩa\n");
        table.append("Tin báo\tsecurity_reports\n\tcrime_tips\t\t\t\t≤ [1]: Tin tội phạm ({0}) là một phần của tin ({1}).\n");
        for (int i = 3; i <= 40; i++) {
            table.append(i == 3 ? "Việc thử" : "").append("\tViệc thử số ").append(i).append("\tviệc\t").append(i % 2 == 0 ? "lũy kế" : "cộng").append('\t')
                    .append(i == 3 ? "Giới tính" : "").append('\t').append(i == 3 ? "= phân tổ" : i == 4 ? "? ≤ [3]" : "").append("\tĐếm việc thử.\n");
        }
        String draft = begin(ministry, null);
        Map<String, String> head = head("Biểu thử bốn mươi dòng", table.toString(), "14/12/2026");
        head.put("release", "1");
        head.put("document", "");
        var refused = ministry.post(draft, head);
        assertThat(refused.status()).isEqualTo(422);
        assertThat(refused.body()).contains("Ghi văn bản ban hành biểu mẫu").contains("40 dòng · 42 ô · 3 kiểm tra · 38 chỉ tiêu mới");
        head.put("document", "Công văn 15/BCA-V01 ngày 20/11/2026");
        head.put("version", "1");
        var released = ministry.post(draft, head);
        assertThat(released.location()).as(released.body()).endsWith("/forms/bieu-thu-bon-muoi-dong?done=released");

        Form form = forms.require("bieu-thu-bon-muoi-dong");
        Form.Version version = forms.versionOn(form, LocalDate.of(2026, 12, 14)).orElseThrow();
        assertThat(version.asked()).hasSize(42);
        assertThat(version.lines()).extracting(Form.Line::indicator).startsWith("security_reports", "crime_tips", "viec_thu_so_3", "viec_thu_so_3__male", "viec_thu_so_3__female", "viec_thu_so_4");
        assertThat(indicators.require("viec_thu_so_4").life().neverFalls()).as("cumulative").isTrue();
        assertThat(version.checks()).hasSize(3);
        Form.Check sums = version.checks().get(1);
        assertThat(sums.hard()).isTrue();
        assertThat(sums.on(Map.of("viec_thu_so_3", BigDecimal.TEN, "viec_thu_so_3__male", BigDecimal.valueOf(6), "viec_thu_so_3__female", BigDecimal.valueOf(3))::get).orElseThrow()
                .sentence(vn.bamcoso.basics.Texts.vi(), String::valueOf)).contains("(10)").contains("(9)").contains("chênh 1");
        assertThat(sums.on(Map.of("viec_thu_so_3", BigDecimal.TEN, "viec_thu_so_3__male", BigDecimal.valueOf(6), "viec_thu_so_3__female", BigDecimal.valueOf(4))::get)).isEmpty();
        assertThat(version.checks().get(2).hard()).isFalse();
        assertThat(ministry.get("/forms/bieu-thu-bon-muoi-dong").body()).contains("Công văn 15/BCA-V01").contains("trong đó: nữ");

        String next = begin(ministry, form.code());
        assertThat(ministry.get(next).body()).contains("| security_reports").contains("= phân tổ");
        Map<String, String> second = head("Biểu thử bốn mươi dòng", "Chung | security_reports | | | | | |", "14/3/2027");
        second.put("release", "1");
        assertThat(ministry.post(next, second).status()).isEqualTo(303);
        assertThat(forms.versionOn(form, LocalDate.of(2026, 12, 14)).orElseThrow().id()).as("a period before keeps its version").isEqualTo(version.id());
        assertThat(forms.versionOn(form, LocalDate.of(2027, 3, 14)).orElseThrow().number()).isEqualTo((short) 2);
    }

    @Test
    void aFormGoesOverFromOfficialToCalendarQuartersAndNoDayIsAskedTwice() {
        Browser ministry = users.signIn(users.person("vanphong.bm", "ministry_office", office("ministry")));
        Map<String, String> official = head("Biểu đổi kỳ", "Chung | security_reports", "14/9/2026");
        official.put("release", "1");
        assertThat(ministry.post(begin(ministry, null), official).status()).isEqualTo(303);
        Map<String, String> calendar = head("Biểu đổi kỳ", "Chung | security_reports", "31/3/2027");
        calendar.putAll(Map.of("rule", "calendar", "release", "1"));
        assertThat(ministry.post(begin(ministry, "bieu-doi-ky"), calendar).status()).isEqualTo(303);

        assertThat(recent("bieu-doi-ky", LocalDate.of(2026, 12, 14))).as("the last day of quarter IV").containsExactly("2026-Q4", "2026-Q3");
        assertThat(recent("bieu-doi-ky", LocalDate.of(2026, 12, 15))).as("15/12 to 14/3 would reach into the first calendar quarter").containsExactly("2026-Q4", "2026-Q3");
        assertThat(recent("bieu-doi-ky", LocalDate.of(2027, 1, 1))).containsExactly("2027-Q1c", "2026-Q4", "2026-Q3");
        assertThat(recent("bieu-doi-ky", LocalDate.of(2027, 7, 1))).containsExactly("2027-Q3c", "2027-Q2c", "2027-Q1c", "2026-Q4", "2026-Q3");
        Form form = forms.require("bieu-doi-ky");
        assertThat(forms.requireVersion(form, Period.parse("2026-Q4")).number()).isEqualTo((short) 1);
        assertThat(forms.requireVersion(form, Period.parse("2027-Q1c")).number()).isEqualTo((short) 2);
        assertThatThrownBy(() -> forms.requireVersion(form, Period.parse("2027-Q2"))).as("an official quarter after the change").isInstanceOf(Problem.class);
        assertThatThrownBy(() -> forms.requireVersion(form, Period.parse("2026-Q4c"))).as("a calendar quarter before it").isInstanceOf(Problem.class);
        assertThatThrownBy(() -> forms.requireVersion(form, Period.parse("2027-Q1"))).as("15/12/2026 to 14/3/2027, of which the first calendar quarter has ten weeks")
                .isInstanceOfSatisfying(Problem.class, problem -> assertThat(vn.bamcoso.basics.Texts.vi().get(problem)).contains("lấn sang kỳ “2027-Q1c”").contains("1/1/2027"));
    }

    @Test
    void aNewRhythmDoesNotTakeDaysThatWereReportedAlready() {
        Browser ministry = users.signIn(users.person("vanphong.bm", "ministry_office", office("ministry")));
        Map<String, String> official = head("Biểu có báo cáo", "Chung | security_reports", "14/9/2026");
        official.put("release", "1");
        ministry.post(begin(ministry, null), official);
        DongVan.Team team = dongVan.team();
        LocalDate first = LocalDate.of(2026, 9, 14);
        CurrentUser.SYSTEM.run(() -> asking.ask("bieu-co-bao-cao", List.of(team.commune()), first, null, "Thử"));
        assertThat(users.signIn(team.clerk()).post("/forms/bieu-co-bao-cao/submissions", Map.of("place", String.valueOf(team.commune().id()), "period", "2026-Q4")).status()).isEqualTo(303);

        Map<String, String> calendar = head("Biểu có báo cáo", "Chung | security_reports", "31/12/2026");
        calendar.putAll(Map.of("rule", "calendar", "release", "1"));
        String next = begin(ministry, "bieu-co-bao-cao");
        assertThat(ministry.post(next, calendar).body()).as("15/9 to 14/12 reaches into 1/10 to 31/12").contains("Đã có 1 báo cáo cho kỳ kết thúc từ ngày 1/10/2026");
        calendar.putAll(Map.of("firstEnd", "31/3/2027", "version", "1"));
        assertThat(ministry.post(next, calendar).status()).isEqualTo(303);
    }

    private List<String> recent(String form, LocalDate today) {
        return forms.recentPeriods(forms.require(form), today, 9).stream().map(Period::code).toList();
    }

    @Test
    void aDraftIsTriedOnWhatWasReportedAndKeepsNothing() {
        Browser ministry = users.signIn(users.person("vanphong.bm", "ministry_office", office("ministry")));
        String draft = begin(ministry, null);
        ministry.post(draft, head("Biểu chỉ để thử", "Tin | security_reports | | | | |\n | crime_tips | | | | ≤ [1] |", "14/12/2026"));
        var tried = ministry.get(draft + "/trial?period=2026-Q3");
        assertThat(tried.status()).isEqualTo(200);
        assertThat(tried.body()).contains("Tin về an ninh, trật tự tiếp nhận").contains("Kiểm tra chặn ở đâu");
        assertThat(forms.byCode("bieu-chi-de-thu")).isEmpty();
    }

    @Test
    void breakdownsAreChosenForTickedLinesAndCrossedIndicatorsAreTakenFromTheCatalogue() {
        Browser ministry = users.signIn(users.person("vanphong.bm", "ministry_office", office("ministry")));
        ministry.post("/figures/breakdowns", Map.of("nameVi", "Hình thức thử", "nameEn", "Manner of a test", "parts", "Trực tiếp\nTrực tuyến"));
        String draft = begin(ministry, null);
        Map<String, String> sent = head("Biểu chọn phân tổ", "Nhóm\tChỉ tiêu\tĐơn vị tính\nA\tViệc chọn một\tviệc\n\tViệc chọn hai\tviệc", "14/12/2026");
        sent.put("choose", "break");
        sent.put("breakdown", "sex");
        assertThat(ministry.post(draft, sent).body()).as("what was typed stays").contains("Đánh dấu ít nhất một dòng").contains("Việc chọn hai");
        sent.put("line", "2");
        assertThat(ministry.post(draft, sent).status()).isEqualTo(303);
        assertThat(ministry.get(draft).body()).as("a head without the column gets one").contains("Nhóm\tChỉ tiêu\tĐơn vị tính\tPhân tổ").contains("Việc chọn hai\tviệc\tGiới tính").contains("2 dòng · 4 ô");

        String text = "A | Việc chọn một | việc\n | Việc chọn hai | việc | | Giới tính | = phân tổ";
        sent = head("Biểu chọn phân tổ", text, "14/12/2026");
        sent.putAll(Map.of("version", "1", "choose", "break", "line", "1", "breakdown", "sex", "crossed", "hinh_thuc_thu"));
        ministry.post(draft, sent);
        assertThat(ministry.get(draft).body()).as("two by two").contains("A | Việc chọn một | việc |  | Giới tính × Hình thức thử").contains("2 dòng · 8 ô");
        sent = head("Biểu chọn phân tổ", text, "14/12/2026");
        sent.putAll(Map.of("version", "2", "choose", "unbreak", "line", "2", "breakdown", "sex"));
        ministry.post(draft, sent);
        assertThat(ministry.get(draft).body()).as("the check stays and says that nothing is broken down").contains("Việc chọn hai | việc |  |  | = phân tổ").contains("2 dòng · 2 ô");
        sent = head("Biểu chọn phân tổ", text, "14/12/2026");
        sent.putAll(Map.of("version", "3", "choose", "indicator", "known", "security_reports"));
        ministry.post(draft, sent);
        assertThat(ministry.get(draft).body()).contains("3 dòng · 5 ô · 1 kiểm tra · 2 chỉ tiêu mới").contains("Tin về an ninh, trật tự tiếp nhận");
    }

    @Test
    void whatCannotBeUnderstoodIsSaidAtItsLine() {
        Browser ministry = users.signIn(users.person("vanphong.bm", "ministry_office", office("ministry")));
        String draft = begin(ministry, null);
        ministry.post(draft, head("Biểu sai", "A | Chỉ tiêu lạ | | cộng thêm | Màu tóc | ≤ [9]\n | security_reports", "14/12/2026"));
        String page = ministry.get(draft).body();
        assertThat(page).contains("Không hiểu cách cộng “cộng thêm”").contains("Không có phân tổ “Màu tóc”").contains("Không hiểu kiểm tra “≤ [9]”").contains("Chỉ tiêu mới phải có đơn vị tính");
        assertThat(ministry.post(draft, head("Ghi đè", "", "14/12/2026")).status()).as("upon the version before").isEqualTo(409);
    }

    @Test
    void theDailyEpidemicFormIsAskedOfChosenCommunesFromTodayAndDueTheDayAfter() {
        Form daily = forms.require("phong-chong-dich-hang-ngay");
        List<Integer> two = jdbc.sql("select place_id from territory.pub_place where level = 'commune' and valid_to = 'infinity' and home = 11 order by code limit 2").query(Integer.class).list();
        LocalDate friday = LocalDate.of(2026, 11, 20);
        CurrentUser.SYSTEM.run(() -> asking.ask(daily.code(), List.of(places.byId(two.getFirst(), friday).orElseThrow()), friday, friday.plusDays(13), "Công điện thử"));
        assertThat(forms.asks(daily, two.get(0), friday)).isTrue();
        assertThat(forms.asks(daily, two.get(0), friday.minusDays(1))).isFalse();
        assertThat(forms.asks(daily, two.get(0), friday.plusDays(14))).isFalse();
        assertThat(forms.asks(daily, two.get(1), friday)).isFalse();
        Period day = Period.parse("2026-11-20");
        Form.Version version = forms.requireVersion(daily, day);
        assertThat(version.chain().due("commune", day, day.end())).as("a Saturday is no excuse").contains(LocalDate.of(2026, 11, 21));
        assertThat(forms.asks(forms.require("ket-qua-cong-tac"), two.get(1), friday)).as("asked everywhere").isTrue();
    }

    @Test
    void aProvinceMakesFormsForItselfAndTheMinistrysAreNotItsOwnToChange() {
        Person staff = users.person("thammuu.bm", "provincial_director", provincial());
        Browser province = users.signIn(staff);
        assertThat(province.post("/forms/drafts", Map.of("form", "ket-qua-cong-tac")).status()).isEqualTo(403);
        String draft = begin(province, null);
        Map<String, String> head = head("Biểu riêng của tỉnh", "Riêng | Việc riêng của tỉnh | việc", "31/12/2026");
        head.put("rule", "calendar");
        head.put("kinds", "month");
        head.put("document", "Kế hoạch của tỉnh");
        head.put("release", "1");
        head.put("everywhere", "1");
        assertThat(province.post(draft, head).status()).isEqualTo(303);
        Form own = forms.require("bieu-rieng-cua-tinh");
        assertThat(own.ownerId()).isNotNull();
        int inside = jdbc.sql("""
                        select p.place_id from territory.pub_place p join territory.pub_reach r on r.vintage_id = territory.vintage_of(date '2026-12-31') and r.place_id = p.place_id and r.ancestor_id = :own
                        where p.level = 'commune' and p.valid_to = 'infinity' limit 1""").param("own", own.ownerId()).query(Integer.class).single();
        int outside = jdbc.sql("""
                        select p.place_id from territory.pub_place p where p.level = 'commune' and p.valid_to = 'infinity' and not exists (
                            select from territory.pub_reach r where r.vintage_id = territory.vintage_of(date '2026-12-31') and r.place_id = p.place_id and r.ancestor_id = :own) limit 1""")
                .param("own", own.ownerId()).query(Integer.class).single();
        assertThat(forms.asks(own, inside, LocalDate.of(2026, 12, 31))).isTrue();
        assertThat(forms.asks(own, outside, LocalDate.of(2026, 12, 31))).isFalse();
        assertThatThrownBy(() -> CurrentUser.SYSTEM.run(() -> asking.ask("ket-qua-cong-tac", List.of(), LocalDate.of(2026, 1, 1), null, null))).isInstanceOf(Problem.class);
    }

    private static String begin(Browser browser, String form) {
        String location = browser.post("/forms/drafts", form == null ? Map.of() : Map.of("form", form)).location();
        return location.substring(location.indexOf("/forms/"));
    }

    private static Map<String, String> head(String name, String table, String firstEnd) {
        return new HashMap<>(Map.of("version", "0", "nameVi", name, "field", "general", "level", "commune", "rule", "official", "kinds", "quarter", "deadline", "+2", "firstEnd", firstEnd,
                "document", "Công văn thử", "table", table));
    }

    private int office(String kind) {
        return jdbc.sql("select min(office_id) from territory.pub_office where kind = :kind").param("kind", kind).query(Integer.class).single();
    }

    private int provincial() {
        return jdbc.sql("select min(office_id) from territory.pub_office where kind = 'provincial' and valid_to = 'infinity'").query(Integer.class).single();
    }
}

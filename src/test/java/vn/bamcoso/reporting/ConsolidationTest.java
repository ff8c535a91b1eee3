package vn.bamcoso.reporting;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import vn.bamcoso.InTheHouse;
import vn.bamcoso.access.CurrentUser;
import vn.bamcoso.calendar.Period;
import vn.bamcoso.figures.Answer;
import vn.bamcoso.figures.Level;
import vn.bamcoso.figures.Pivot;
import vn.bamcoso.figures.Question;
import vn.bamcoso.identity.Browser;
import vn.bamcoso.identity.TestUsers;
import vn.bamcoso.papers.Voices;
import vn.bamcoso.territory.Place;
import vn.bamcoso.territory.Places;

/** Sơn La consolidates the cards of two of its communes, adds one of its own, and the ministry receives it. */
@InTheHouse
class ConsolidationTest {
    @Autowired DongVan dongVan;
    @Autowired TestUsers users;
    @Autowired Places places;
    @Autowired Pivot pivot;
    @Autowired List<Voices> voices;
    private Place province;
    private List<Place> communes;
    private Browser staff;
    private Browser director;
    private Browser ministry;
    private String token;

    /** A province with its staff, its director, who brings what the communes reported, and the ministry that receives. */
    private void play(String key, String name) {
        province = places.byKey(key).orElseThrow();
        communes = places.children(province.id(), DongVan.TODAY_MAP);
        int office = dongVan.office(province.id());
        TestUsers.Person head = users.person("giamdoc." + name, "provincial_director", office);
        staff = users.signIn(users.person("thammuu." + name, "provincial_staff", office));
        director = users.signIn(head);
        ministry = users.signIn(dongVan.team().ministry());
        token = users.token(head);
    }

    private static Map<String, String> with(Browser who, String path, Map<String, String> more) {
        var lock = Pattern.compile("name=\"lock\" value=\"(\\d+)\"").matcher(who.get(path).body());
        assertThat(lock.find()).isTrue();
        var fields = new HashMap<>(more);
        fields.put("lock", lock.group(1));
        return fields;
    }

    @Test
    void theSumIsNotTypedADifferenceIsExplainedAndWhatWasSentStays() {
        play("P14@2026-11-21", "tonghop");
        // 34 + 8 = 42 in all
        assertThat(figures(communes.get(0), 34).status()).isEqualTo(201);
        assertThat(figures(communes.get(1), 8).status()).isEqualTo(201);

        String here = staff.post("/consolidations", Map.of("what", "ket-qua-cong-tac 2026-Q3")).location();
        assertThat(here).matches("/consolidations/\\d+");
        assertThat(staff.get(here).body()).contains(">42<");
        Browser.Reply unexplained = staff.post(here, with(staff, here, Map.of("a.security_reports", "3", "w.security_reports", "", "difficulties", "Mưa lũ.")));
        assertThat(unexplained.status()).as("a difference without a reason").isEqualTo(422);
        assertThat(unexplained.body()).as("said at its line; what was typed stays").contains("error.security_reports", "value=\"3\"", "Mưa lũ.");
        assertThat(staff.post(here, with(staff, here, Map.of("a.security_reports", "3", "w.security_reports", "Ba tin do tỉnh trực tiếp nhận", "difficulties", "Đường xa."))).location()).contains("done=saved");
        assertThat(staff.get(here).body()).contains("<b>45</b>", "Đường xa.");
        assertThat(staff.post(here + "/sending", with(staff, here, Map.of())).status()).as("staff does not sign").isEqualTo(403);
        assertThat(ministry.get("/consolidations").body()).as("a draft is the province's own").doesNotContain(here + "\"");

        assertThat(director.post(here + "/sending", with(director, here, Map.of())).location()).contains("done=sent");
        assertThat(figures(communes.get(1), 9).status()).as("corrected afterwards").isEqualTo(201);
        assertThat(director.get(here).body()).as("what was sent stays").contains("<b>45</b>").doesNotContain("<b>46</b>");
        assertThat(ministry.post(here + "/decision", with(ministry, here, Map.of("decision", "returned"))).status()).isEqualTo(422);
        assertThat(ministry.post(here + "/decision", with(ministry, here, Map.of("decision", "returned", "remark", "Đối chiếu lại ba tin."))).location()).contains("done=returned");
        assertThat(staff.get(here).body()).as("open again: the sum of now").contains("Đối chiếu lại ba tin.", "<b>46</b>");
        director.post(here + "/sending", with(director, here, Map.of()));
        assertThat(ministry.post(here + "/decision", with(ministry, here, Map.of("decision", "received"))).location()).contains("done=received");
        assertThat(users.signIn(dongVan.team().otherProvince()).get(here).status()).isEqualTo(404);

        // 34 + 9 of the communes and 3 of the province: the same total by province and by commune, and two reports, not three
        assertThat(total(province, Level.PROVINCE)).isEqualTo("46 of 2");
        assertThat(total(province, Level.COMMUNE)).isEqualTo("46 of 2");
        assertThat(ask(province, Level.COMMUNE).lines().stream().filter(line -> line.kind() == Answer.Kind.ADDED).map(line -> line.cells().getFirst().value().toPlainString())).containsExactly("3");
        String way = "/figures/security_reports/provenance?period=2026-Q3&level=province&within=" + province.key() + "&map=2026-11-21";
        assertThat(ministry.get(way).body()).contains("Phần cấp tỉnh bổ sung", here, "báo cáo tổng hợp").contains(communes.get(0).fullName());

        // The ministry sends it back; until it is received again the figure stands, then what is added no more is taken back and kept in the history.
        assertThat(ministry.post(here + "/decision", with(ministry, here, Map.of("decision", "returned", "remark", "Ba tin này đã tính ở xã."))).location()).contains("done=returned");
        assertThat(total(province, Level.PROVINCE)).isEqualTo("46 of 2");
        assertThat(staff.get(here).body()).as("the communes' sum, without what was added").contains(">43<", "<b>46</b>");
        staff.post(here, with(staff, here, Map.of("a.security_reports", "", "w.security_reports", "")));
        director.post(here + "/sending", with(director, here, Map.of()));
        ministry.post(here + "/decision", with(ministry, here, Map.of("decision", "received")));
        assertThat(total(province, Level.PROVINCE)).isEqualTo("43 of 2");
        assertThat(total(province, Level.COMMUNE)).isEqualTo("43 of 2");
    }

    @Test
    void whatIsAddedToAQuarterThatIsMadeOfMonthsCountsInTheQuarterAndTheYearAndInNoMonth() {
        play("P11@2026-11-21", "quy");
        // In the months 10 and 5 of two communes, and 900 then 902 households at their ends.
        figures(communes.get(0), "security_reports", "2026-05", 10);
        figures(communes.get(1), "security_reports", "2026-06", 5);
        figures(communes.get(0), "models_community", "2026-05", 900);
        figures(communes.get(0), "models_community", "2026-06", 902);
        String here = staff.post("/consolidations", Map.of("what", "ket-qua-cong-tac 2026-Q2")).location();
        assertThat(staff.get(here).body()).contains(">15<", ">902<");
        staff.post(here, with(staff, here, Map.of("a.security_reports", "3", "w.security_reports", "Ba tin tỉnh trực tiếp nhận", "a.models_community", "7", "w.models_community", "Bảy mô hình của tỉnh")));
        director.post(here + "/sending", with(director, here, Map.of()));
        assertThat(ministry.post(here + "/decision", with(ministry, here, Map.of("decision", "received"))).location()).contains("done=received");

        for (Level level : List.of(Level.PROVINCE, Level.COMMUNE)) {
            assertThat(total("security_reports", "2026-Q2", province, level)).as("15 + 3").isEqualTo("18 of 2");
            assertThat(total("security_reports", "2026", province, level)).isEqualTo("18 of 2");
            assertThat(total("security_reports", "2026-05", province, level)).isEqualTo("10 of 1");
            assertThat(total("models_community", "2026-Q2", province, level)).as("a state: 902 + 7").isEqualTo("909 of 1");
            assertThat(total("models_community", "2026-06", province, level)).isEqualTo("902 of 1");
        }
        ministry.post(here + "/decision", with(ministry, here, Map.of("decision", "returned", "remark", "Xem lại.")));
        assertThat(staff.get(here).body()).as("the communes' sum, without what was added").contains(">15<", ">902<");
    }

    @Test
    void whatProvincesSaidInTheirConsolidatedReportsIsHeardByWhoWritesTheMinistrysReport() {
        play("P12@2026-11-21", "loinoi");
        TestUsers.Person reader = dongVan.team().ministry();
        String here = staff.post("/consolidations", Map.of("what", "ket-qua-cong-tac 2026-Q3")).location();
        staff.post(here, with(staff, here, Map.of("difficulties", "Lai Châu: mùa mưa chia cắt nhiều bản.", "proposals", "Lai Châu: cấp thêm xuồng.")));
        var nation = places.nation();
        assertThat(heard(reader, nation, Voices.Kind.DIFFICULTY)).as("a draft is nobody else's").noneMatch(text -> text.startsWith("Lai Châu"));
        director.post(here + "/sending", with(director, here, Map.of()));
        assertThat(heard(reader, nation, Voices.Kind.DIFFICULTY)).contains("Lai Châu: mùa mưa chia cắt nhiều bản.");
        assertThat(heard(reader, nation, Voices.Kind.PROPOSAL)).contains("Lai Châu: cấp thêm xuồng.");
        assertThat(heard(reader, province, Voices.Kind.PROPOSAL)).as("in its own report the province hears those below").noneMatch(text -> text.startsWith("Lai Châu"));
    }

    private List<String> heard(TestUsers.Person who, Place within, Voices.Kind kind) {
        return users.in(who, () -> voices.stream().flatMap(one -> one.of(kind, within.id(), Period.parse("2026-Q3")).stream()).map(Voices.Voice::text).toList());
    }

    private String total(String indicator, String period, Place province, Level level) {
        Answer.Cell cell = CurrentUser.SYSTEM.call(() -> pivot.ask(new Question(List.of(indicator), List.of(Period.parse(period)), level, province.key(), DongVan.TODAY_MAP))).total(0, 0);
        return cell.value().stripTrailingZeros().toPlainString() + " of " + cell.reported();
    }

    private Answer ask(Place province, Level level) {
        return CurrentUser.SYSTEM.call(() -> pivot.ask(new Question(List.of("security_reports"), List.of(Period.parse("2026-Q3")), level, province.key(), DongVan.TODAY_MAP)));
    }

    private String total(Place province, Level level) {
        Answer.Cell cell = ask(province, level).total(0, 0);
        return cell.value().stripTrailingZeros().toPlainString() + " of " + cell.reported();
    }

    private Browser.Reply figures(Place commune, int value) {
        return figures(commune, "security_reports", "2026-Q3", value);
    }

    private Browser.Reply figures(Place commune, String indicator, String period, int value) {
        return director.send("POST", "/api/figures", "{\"rows\": [{\"indicator\": \"%s\", \"period\": \"%s\", \"place\": \"%s\", \"value\": %d}], \"reason\": \"Đối chiếu\"}".formatted(indicator, period, commune.key(), value),
                "Authorization", "Bearer " + token, "Content-Type", "application/json");
    }
}

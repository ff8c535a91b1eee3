package vn.bamcoso.reporting;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import vn.bamcoso.InTheHouse;
import vn.bamcoso.identity.Browser;
import vn.bamcoso.identity.TestUsers;

/** A commune's report from the clerk's first cell to the nation's figure, over HTTP, by people with names. */
@InTheHouse
class JourneyTest {
    private static final String PERIOD = "2026-Q3"; // 15/6 to 14/9/2026, over; due 16/9

    @Autowired DongVan dongVan;
    @Autowired TestUsers users;
    private DongVan.Team team;

    @BeforeEach
    void people() {
        team = dongVan.team();
    }

    static Map<String, String> values(int... twelve) {
        List<String> codes = List.of("security_reports", "crime_tips", "cases_resolved", "cases_cleared", "subjects_cleared", "administrative_penalties",
                "communication_conferences", "communication_attendances", "models_community", "models_agency", "collective_commendations", "individual_commendations");
        Map<String, String> fields = new HashMap<>();
        for (int i = 0; i < twelve.length; i++) {
            fields.put("v." + codes.get(i), String.valueOf(twelve[i]));
        }
        return fields;
    }

    static int lock(Browser browser, long id) {
        Matcher lock = Pattern.compile("name=\"lock\" value=\"(\\d+)\"").matcher(browser.get("/submissions/" + id).body());
        return lock.find() ? Integer.parseInt(lock.group(1)) : -1;
    }

    long open(Browser clerk) {
        Browser.Reply opened = clerk.post("/forms/ket-qua-cong-tac/submissions", Map.of("place", String.valueOf(team.commune().id()), "period", PERIOD));
        assertThat(opened.status()).isEqualTo(303);
        return Long.parseLong(opened.location().split("/")[2]);
    }

    String status(long id) {
        return users.asOwner(jdbc -> jdbc.sql("select status from reporting.submission where id = ?").param(id).query(String.class).single());
    }

    @Test
    void aReportGoesFromTheClerkOverTheChiefToTheProvinceAndItsFiguresCount() {
        Browser clerk = users.signIn(team.clerk());
        long id = open(clerk);
        assertThat(open(clerk)).as("opened twice, it is the same report").isEqualTo(id);

        var fields = values(34, 6, 21, 3, 4, 12, 7, 610, 9, 2, 0, 1);
        fields.put("lock", "0");
        Browser.Reply presented = clerk.post("/submissions/" + id + "/presentation", fields);
        assertThat(presented.location()).isEqualTo("/submissions/" + id + "?done=presented");
        assertThat(status(id)).isEqualTo("presented");

        Browser chief = users.signIn(team.chief());
        assertThat(chief.post("/submissions/" + id + "/sending", Map.of("lock", String.valueOf(lock(chief, id)))).location()).contains("done=sent");
        assertThat(status(id)).isEqualTo("submitted");

        Browser staff = users.signIn(team.staff());
        assertThat(staff.get("/approvals").body()).contains(team.commune().fullName());
        assertThat(staff.post("/submissions/" + id + "/approval", Map.of("lock", String.valueOf(lock(staff, id)))).location()).contains("done=approved");
        assertThat(status(id)).isEqualTo("approved");

        BigDecimal reports = users.asOwner(jdbc -> jdbc.sql("""
                        select f.value from figures.figure f join figures.indicator i on i.id = f.indicator_id join figures.period p on p.id = f.period_id
                        where i.code = 'security_reports' and p.code = ? and f.place_id = ?""").params(PERIOD, team.commune().id()).query(BigDecimal.class).single());
        assertThat(reports).isEqualByComparingTo("34");
        String origin = users.asOwner(jdbc -> jdbc.sql("""
                        select o.kind || ' ' || o.ref from figures.figure f join figures.origin o on o.id = f.origin_id where f.place_id = ? limit 1""")
                .param(team.commune().id()).query(String.class).single());
        assertThat(origin).isEqualTo("submission " + id);
        assertThat(clerk.get("/submissions/" + id).body()).contains("đã duyệt", "Ký gửi", "Duyệt");
    }

    @Test
    void theProvinceReturnsAReportWithARemarkAndTheCommuneSendsItAgain() {
        long id = submitted(users.signIn(team.clerk()), users.signIn(team.chief()), values(34, 6, 21, 3, 4, 12, 7, 610, 9, 2, 0, 1));
        Browser director = users.signIn(team.director());
        assertThat(director.post("/submissions/" + id + "/return", Map.of("lock", String.valueOf(lock(director, id)), "remark", ""))).extracting(Browser.Reply::status).isEqualTo(422);
        director.post("/submissions/" + id + "/return", Map.of("lock", String.valueOf(lock(director, id)), "remark", "Đối chiếu lại số vụ việc với sổ theo dõi."));
        assertThat(status(id)).isEqualTo("returned");
        Browser clerk = users.signIn(team.clerk());
        assertThat(clerk.get("/submissions/" + id).body()).contains("Đối chiếu lại số vụ việc với sổ theo dõi.");
        var again = values(34, 6, 20, 3, 4, 12, 7, 610, 9, 2, 0, 1);
        again.put("n.cases_resolved", "1");
        again.keySet().removeIf(name -> name.startsWith("v.") && !name.equals("v.cases_resolved"));
        again.put("lock", String.valueOf(lockOfEntry(clerk, id)));
        assertThat(clerk.post("/submissions/" + id + "/presentation", again).location()).contains("done=presented");
        Browser deputy = users.signIn(team.deputy());
        deputy.post("/submissions/" + id + "/sending", Map.of("lock", String.valueOf(lock(deputy, id))));
        assertThat(deputy.get("/submissions/" + id).body()).contains("Ký thay (KT.) và gửi", "Bản 2", "Thay đổi so với bản trước");
        Browser staff = users.signIn(team.staff());
        staff.post("/submissions/" + id + "/approval", Map.of("lock", String.valueOf(lock(staff, id))));
        assertThat(status(id)).isEqualTo("approved");
        assertThat(staff.get("/submissions/" + id + "?revision=1").body()).contains(">21<");
    }

    @Test
    void aCorrectionNeedsAReasonLeavesTheOldFiguresUntilItIsApprovedAndBothStayReadable() {
        Browser clerk = users.signIn(team.clerk());
        Browser chief = users.signIn(team.chief());
        Browser staff = users.signIn(team.staff());
        long id = submitted(clerk, chief, values(34, 6, 21, 3, 4, 12, 7, 610, 9, 2, 0, 1));
        staff.post("/submissions/" + id + "/approval", Map.of("lock", String.valueOf(lock(staff, id))));

        assertThat(clerk.post("/submissions/" + id + "/correction", Map.of("lock", String.valueOf(lock(clerk, id)), "reason", " ")).status()).isEqualTo(422);
        assertThat(clerk.post("/submissions/" + id + "/correction", Map.of("lock", String.valueOf(lock(clerk, id)), "reason", "Tính sót một hội nghị ngày 10/9.")).location()).endsWith("/entry");
        clerk.post("/submissions/" + id + "/presentation", Map.of("v.communication_conferences", "8", "n.communication_conferences", "1", "lock", String.valueOf(lockOfEntry(clerk, id))));
        assertThat(figure("communication_conferences")).isEqualByComparingTo("7");
        chief.post("/submissions/" + id + "/sending", Map.of("lock", String.valueOf(lock(chief, id))));
        assertThat(figure("communication_conferences")).isEqualByComparingTo("7");
        staff.post("/submissions/" + id + "/approval", Map.of("lock", String.valueOf(lock(staff, id))));
        assertThat(figure("communication_conferences")).isEqualByComparingTo("8");
        int kept = users.asOwner(jdbc -> jdbc.sql("select count(*) from figures.figure_past where place_id = ?").param(team.commune().id()).query(Integer.class).single());
        assertThat(kept).isEqualTo(1);
        assertThat(clerk.get("/submissions/" + id).body()).contains("Tính sót một hội nghị ngày 10/9.");
        assertThat(clerk.get("/submissions/" + id + "?revision=1").status()).isEqualTo(200);
    }

    BigDecimal figure(String indicator) {
        return users.asOwner(jdbc -> jdbc.sql("select f.value from figures.figure f join figures.indicator i on i.id = f.indicator_id where i.code = ? and f.place_id = ?")
                .params(indicator, team.commune().id()).query(BigDecimal.class).single());
    }

    static int lockOfEntry(Browser browser, long id) {
        Matcher lock = Pattern.compile("name=\"lock\" value=\"(\\d+)\"").matcher(browser.get("/submissions/" + id + "/entry").body());
        return lock.find() ? Integer.parseInt(lock.group(1)) : -1;
    }

    long submitted(Browser clerk, Browser chief, Map<String, String> fields) {
        long id = open(clerk);
        fields.put("lock", String.valueOf(lockOfEntry(clerk, id)));
        assertThat(clerk.post("/submissions/" + id + "/presentation", fields).location()).contains("done=presented");
        assertThat(chief.post("/submissions/" + id + "/sending", Map.of("lock", String.valueOf(lock(chief, id)))).location()).contains("done=sent");
        return id;
    }
}

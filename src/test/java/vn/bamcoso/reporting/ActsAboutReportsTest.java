package vn.bamcoso.reporting;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.HashMap;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import vn.bamcoso.InTheHouse;
import vn.bamcoso.identity.Browser;
import vn.bamcoso.identity.TestUsers;

/** What people do about a report besides writing and approving it: mandates, more time, remarks at cells, having it done again. */
@InTheHouse
class ActsAboutReportsTest {
    @Autowired DongVan dongVan;
    @Autowired TestUsers users;
    private DongVan.Team team;

    @BeforeEach
    void people() {
        team = dongVan.team();
    }

    private long open(Browser clerk, String period) {
        return Long.parseLong(clerk.post("/forms/ket-qua-cong-tac/submissions", Map.of("place", String.valueOf(team.commune().id()), "period", period)).location().split("/")[2]);
    }

    private long presented(Browser clerk) {
        long id = open(clerk, "2026-Q3");
        var fields = new HashMap<>(JourneyTest.values(34, 6, 21, 3, 4, 12, 7, 610, 9, 2, 0, 1));
        fields.put("lock", "0");
        assertThat(clerk.post("/submissions/" + id + "/presentation", fields).location()).contains("done=presented");
        return id;
    }

    private Browser.Reply act(Browser who, long id, String act, Map<String, String> more) {
        var fields = new HashMap<>(more);
        fields.put("lock", users.asOwner(jdbc -> jdbc.sql("select version::text from reporting.submission where id = ?").param(id).query(String.class).single()));
        return who.post("/submissions/" + id + "/" + act, fields);
    }

    private String status(long id) {
        return users.asOwner(jdbc -> jdbc.sql("select status from reporting.submission where id = ?").param(id).query(String.class).single());
    }

    @Test
    void aColleagueSignsUnderAMandateWhileItHoldsAndTheReportSaysSo() {
        TestUsers.Person second = users.person("tonghop.hai." + team.office(), "commune_clerk", team.office());
        Browser clerk = users.signIn(team.clerk());
        long id = presented(clerk);
        Browser colleague = users.signIn(second);
        assertThat(act(colleague, id, "sending", Map.of()).status()).isEqualTo(403);

        Browser chief = users.signIn(team.chief());
        var paper = Map.of("office", String.valueOf(team.office()), "receiver", String.valueOf(second.id()), "first", "01/11/2026", "last", "30/11/2030", "paper", "05/GUQ-CAX ngày 1/11/2026");
        assertThat(chief.post("/mandates", paper).status()).as("more than a year").isEqualTo(422);
        var right = new HashMap<>(paper);
        right.put("last", "31/10/2027");
        assertThat(chief.post("/mandates", right).location()).isEqualTo("/mandates?done=given");
        assertThat(clerk.post("/mandates", right).status()).as("a clerk has nothing to entrust").isEqualTo(403);

        assertThat(act(colleague, id, "sending", Map.of()).location()).contains("done=sent");
        assertThat(status(id)).isEqualTo("submitted");
        assertThat(clerk.get("/submissions/" + id).body()).contains("theo giấy ủy quyền 05/GUQ-CAX ngày 1/11/2026");
    }

    @Test
    void aMandateThatWasEndedGivesNothing() {
        TestUsers.Person second = users.person("tonghop.ba." + team.office(), "commune_clerk", team.office());
        long id = presented(users.signIn(team.clerk()));
        Browser chief = users.signIn(team.chief());
        chief.post("/mandates", Map.of("office", String.valueOf(team.office()), "receiver", String.valueOf(second.id()), "first", "01/11/2026", "last", "31/10/2027", "paper", "06/GUQ-CAX"));
        long mandate = users.asOwner(jdbc -> jdbc.sql("select max(id) from reporting.mandate where receiver_id = ?").param(second.id()).query(Long.class).single());
        assertThat(chief.post("/mandates/" + mandate + "/end", Map.of()).location()).isEqualTo("/mandates?done=ended");
        assertThat(act(users.signIn(second), id, "sending", Map.of()).status()).isEqualTo(403);
    }

    @Test
    void theProvinceReturnsAReportWithRemarksAtItsCells() {
        Browser clerk = users.signIn(team.clerk());
        long id = presented(clerk);
        act(users.signIn(team.chief()), id, "sending", Map.of());
        Browser staff = users.signIn(team.staff());
        assertThat(act(staff, id, "return", Map.of("at.crime_tips", "Đối chiếu với sổ tiếp nhận.")).location()).contains("done=returned");
        assertThat(clerk.get("/submissions/" + id + "/entry").body()).contains("Cần sửa: Đối chiếu với sổ tiếp nhận.");
    }

    @Test
    void moreTimeIsAskedWithAReasonAndGrantedOnceByTheSuperior() {
        Browser clerk = users.signIn(team.clerk());
        long id = open(clerk, "2026-Q4"); // 15/9 to 14/12/2026; due two working days later
        String due = due(id);
        assertThat(due).isEqualTo("2026-12-16");
        assertThat(clerk.post("/submissions/" + id + "/extension", Map.of("until", "16/12/2026", "reason", "Mất điện")).status()).as("not later than the deadline").isEqualTo(422);
        assertThat(clerk.post("/submissions/" + id + "/extension", Map.of("until", "20/12/2026", "reason", " ")).status()).isEqualTo(422);
        assertThat(clerk.post("/submissions/" + id + "/extension", Map.of("until", "20/12/2026", "reason", "Mưa lũ, mất đường truyền")).location()).contains("extension_asked");
        assertThat(clerk.post("/submissions/" + id + "/extension", Map.of("until", "22/12/2026", "reason", "Mưa lũ")).status()).as("one waits already").isEqualTo(409);
        assertThat(clerk.post("/submissions/" + id + "/extension/answer", Map.of("decision", "granted")).status()).as("not by who asks").isEqualTo(403);

        Browser staff = users.signIn(team.staff());
        assertThat(staff.get("/approvals").body()).contains("Mưa lũ, mất đường truyền");
        assertThat(staff.post("/submissions/" + id + "/extension/answer", Map.of("decision", "granted")).location()).contains("extension_granted");
        assertThat(due(id)).isEqualTo("2026-12-20");
        assertThat(clerk.get("/submissions/" + id).body()).contains("Đã được gia hạn 1 lần.");
    }

    @Test
    void afterTheDeadlineNoTimeCanBeAsked() {
        Browser clerk = users.signIn(team.clerk());
        long id = open(clerk, "2026-Q3"); // due 16/9/2026, over
        assertThat(clerk.post("/submissions/" + id + "/extension", Map.of("until", "30/12/2026", "reason", "Bận")).status()).isEqualTo(422);
    }

    @Test
    void theProvinceHasAnApprovedReportDoneAgainAndSaysWhy() {
        Browser clerk = users.signIn(team.clerk());
        long id = presented(clerk);
        act(users.signIn(team.chief()), id, "sending", Map.of());
        Browser staff = users.signIn(team.staff());
        act(staff, id, "approval", Map.of());
        assertThat(act(clerk, id, "reopening", Map.of("reason", "Nhầm")).status()).isEqualTo(403);
        assertThat(act(staff, id, "reopening", Map.of("reason", "")).status()).isEqualTo(422);
        assertThat(act(staff, id, "reopening", Map.of("reason", "Thiếu số liệu hai thôn.")).location()).contains("done=reopened");
        assertThat(status(id)).isEqualTo("correcting");
        assertThat(clerk.get("/submissions/" + id + "/entry").body()).contains("Thiếu số liệu hai thôn.", "value=\"34\"");
    }

    @Test
    void aSignedScanIsBoundToWhatWasFrozenByTheCodeInItsFoot() throws Exception {
        Browser clerk = users.signIn(team.clerk());
        long id = presented(clerk);
        act(users.signIn(team.chief()), id, "sending", Map.of());
        String paper = clerk.get("/submissions/" + id + "/paper").body();
        assertThat(paper).contains("Kính gửi: Đảng ủy, Ủy ban nhân dân " + team.commune().fullName().substring(0, 1).toLowerCase(java.util.Locale.ROOT) + team.commune().fullName().substring(1), team.commune().name() + ", ngày ");
        var code = java.util.regex.Pattern.compile("[0-9A-F]{4}-[0-9A-F]{4}").matcher(paper);
        assertThat(code.find()).isTrue();
        byte[] scan = "%PDF-1.4 bản quét".getBytes(java.nio.charset.StandardCharsets.UTF_8);
        String where = "/submissions/" + id + "/signed-copies";
        assertThat(Upload.post(clerk, where, "bao-cao.pdf", scan, Map.of("code", "0000-0000")).statusCode()).as("another paper's code").isEqualTo(422);
        assertThat(Upload.post(clerk, where, "bao-cao.exe", "MZ…".getBytes(java.nio.charset.StandardCharsets.UTF_8), Map.of("code", code.group())).statusCode()).isEqualTo(422);
        assertThat(Upload.post(clerk, where, "bao-cao.pdf", scan, Map.of("code", code.group().toLowerCase())).statusCode()).isEqualTo(303);
        assertThat(Upload.post(clerk, where, "bao-cao.pdf", scan, Map.of("code", code.group())).statusCode()).as("the same once more").isEqualTo(409);
        assertThat(clerk.get("/submissions/" + id + "/paper").body()).contains("bao-cao.pdf", "Không có chữ ký số trong tệp.");
        assertThat(users.signIn(team.otherProvince()).get("/submissions/" + id + "/paper").status()).isEqualTo(404);
    }

    private String due(long id) {
        return users.asOwner(jdbc -> jdbc.sql("select due::text from reporting.submission where id = ?").param(id).query(String.class).single());
    }
}

package vn.bamcoso.tasks;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import vn.bamcoso.InTheHouse;
import vn.bamcoso.basics.Texts;
import vn.bamcoso.basics.VietnamTime;
import vn.bamcoso.identity.TestUsers;
import vn.bamcoso.tasks.file.Attachments;
import vn.bamcoso.tasks.issuing.Drafting;
import vn.bamcoso.tasks.issuing.Issuing;
import vn.bamcoso.tasks.proposal.Proposals;
import vn.bamcoso.tasks.working.Deciding;
import vn.bamcoso.tasks.working.Telling;
import vn.bamcoso.tasks.working.Working;

/** What may be kept beside a task: of the plan that protects an event nothing but number, day, event and state; of any other only what passed the check at the edge. */
@InTheHouse
class KeptTest {
    private static final LocalDate EVENT = VietnamTime.today(java.time.Clock.systemUTC()).plusDays(20);

    @Autowired Team team;
    @Autowired TestUsers users;
    @Autowired Drafting drafting;
    @Autowired Issuing issuing;
    @Autowired Working working;
    @Autowired Deciding deciding;
    @Autowired Telling telling;
    @Autowired Attachments attachments;
    @Autowired Proposals proposals;
    @Autowired Settings settings;
    @Autowired Shares shares;
    @Autowired Tasks tasks;
    @Autowired JdbcClient jdbc;

    private Drafting.Draft plan(String title, String deliverable, String authority, String note, String indicator) {
        return new Drafting.Draft(team.ministry, null, "PA-07", null, "protection", null, (short) 7, title, deliverable, authority, "offices", List.of(team.tuyenQuang), List.of(), "head", DueRule.DAY, EVENT, note, List.of(), List.of(), indicator,
                indicator == null ? null : java.math.BigDecimal.ONE, indicator == null ? null : "at_least");
    }

    @Test
    void thePlanThatProtectsAnEventHoldsNumberDayEventAndStateAndRefusesContentInEveryFieldAndFile() {
        var office = team.office();
        var director = team.director();
        for (Drafting.Draft content : List.of(plan("Đại hội\nTổ 1 chốt cổng A", "", "", "", null), plan("Đại hội", "Sơ đồ bố trí", "", "", null), plan("Đại hội", "", "Giám đốc", "", null), plan("Đại hội", "", "", "Tập kết 5 giờ", null),
                plan("Đại hội", "", "", "", "communication_conferences"), plan("x".repeat(201), "", "", "", null))) {
            assertThatThrownBy(() -> users.as(office, () -> drafting.open(content))).hasMessage("tasks.problem.bare");
        }
        long share = team.issued(office, plan("Bảo vệ Đại hội Đảng bộ tỉnh", "", "", "", null));
        int task = users.as(office, () -> shares.get(share)).taskId();
        users.as(director, () -> working.accept(share, null));
        List<org.assertj.core.api.ThrowableAssert.ThrowingCallable> contents = List.of(
                () -> users.as(director, () -> working.progress(share, null, 10, "Đã khảo sát tuyến")), () -> users.as(director, () -> working.block(share, null, "Thiếu quân")), () -> users.as(director, () -> working.propose(share, null, null, "Xong, ba vòng")),
                () -> users.as(director, () -> deciding.askExtension(share, null, EVENT.plusDays(1), "Đổi lịch")), () -> users.as(director, () -> telling.prove(share, "document", "12/PA", "")), () -> users.as(director, () -> telling.ask(share, "Bố trí mấy tổ?")),
                () -> users.as(director, () -> attachments.prove(share, "phuong-an.csv", "a;b\n1;2\n".getBytes(StandardCharsets.UTF_8), "", Locale.ENGLISH)), () -> users.as(office, () -> deciding.confirmCause(share, null, "Bão")),
                () -> users.as(office, () -> deciding.withdraw(share, null, "Thôi bảo vệ")));
        for (int i = 0; i < contents.size(); i++) {
            assertThatThrownBy(contents.get(i)).as("attempt " + i).hasMessage("tasks.problem.bare");
        }
        assertThatThrownBy(() -> users.as(director, () -> proposals.make(new Proposals.NewProposal(task, team.tuyenQuang, team.v01, "", "", "Thêm quân", null, (short) 7)))).as("the database guards it too").hasMessageContaining("keeps no content");
        users.as(director, () -> working.block(share, null, ""));
        users.as(director, () -> working.unblock(share, null, ""));
        users.as(director, () -> deciding.askExtension(share, null, EVENT.plusDays(1), ""));
        users.as(office, () -> deciding.decideExtension(share, null, true, ""));
        users.as(director, () -> working.propose(share, null, null, ""));
        users.as(office, () -> deciding.recognise(share, null, ""));
        assertThat(users.as(office, () -> shares.get(share)).status()).as("the state goes its whole way").isEqualTo(Status.DONE);
        assertThat(users.signIn(director).get("/tasks/shares/" + share).body()).contains("chỉ giữ số, ngày, sự kiện và trạng thái");
        int said = users.in(office, () -> jdbc.sql("select count(*) from tasks.event where share_id = :id and note <> ''").param("id", share).query(Integer.class).single());
        assertThat(said).isZero();
    }

    @Test
    void aFileShowsWorkOnceItPassedTheCheckAndOthersOfTheAreaOnlyReadIt() {
        var chiefs = team.commune();
        var chief = team.chief(chiefs);
        long share = team.issued(team.director(), new Drafting.Draft(team.tuyenQuang, null, "", null, "key", null, (short) 7, "Nộp bảng", "Bảng", "Giám đốc", "offices", List.of(chiefs), List.of(), "head", DueRule.DAY, EVENT, "", List.of(), List.of(), null, null, null));
        users.as(chief, () -> working.accept(share, null));
        byte[] clean = "Nội dung;Số\nTuyên truyền;12\n".getBytes(StandardCharsets.UTF_8);
        byte[] ids = "Họ tên;CCCD\nNguyễn Văn An;001085012345\n".getBytes(StandardCharsets.UTF_8);
        users.as(chief, () -> attachments.prove(share, "ket-qua.csv", clean, "Bảng tháng 11", Locale.ENGLISH));
        assertThatThrownBy(() -> users.as(chief, () -> attachments.prove(share, "danh-sach.csv", ids, "", Locale.ENGLISH))).hasMessage("documents.problem.edge");
        assertThatThrownBy(() -> users.as(chief, () -> attachments.prove(share, "MẬT ket-qua.csv", clean, "", Locale.ENGLISH))).hasMessage("documents.problem.edge");
        assertThatThrownBy(() -> users.as(chief, () -> attachments.prove(share, "anh.jpg", clean, "", Locale.ENGLISH))).hasMessage("tasks.problem.file-kind");
        assertThatThrownBy(() -> users.as(chief, () -> attachments.prove(share, "rong.csv", new byte[0], "", Locale.ENGLISH))).hasMessage("tasks.problem.file-size");
        assertThatThrownBy(() -> users.as(chief, () -> telling.prove(share, "figure", "khong_co 2026-Q3", ""))).hasMessage("tasks.problem.indicator");
        users.as(chief, () -> telling.prove(share, "figure", "communication_conferences 2026-Q3", ""));
        long file = users.in(chief, () -> jdbc.sql("select id from tasks.attachment where share_id = :share").param("share", share).query(Long.class).single());
        assertThat(users.as(team.director(), () -> attachments.get(file)).content()).isEqualTo(clean);
        assertThatThrownBy(() -> users.as(team.otherProvince(), () -> attachments.get(file))).hasMessage("basics.problem.not-found");
        assertThat(users.signIn(team.director()).get("/tasks/shares/" + share).body()).contains("/tasks/files/" + file).contains("/figures/communication_conferences?period=2026-Q3");
    }

    @Test
    void sixClearsAskForDeliverableAndAuthorityOnTheirOwnAndOnlyTheMinistryOfficeSetsThem() {
        var setting = users.as(team.office(), () -> settings.now());
        assertThatThrownBy(() -> users.as(team.director(), () -> settings.set(setting))).hasMessage("tasks.problem.not-your-act");
        int id = users.as(team.office(), () -> drafting.open(new Drafting.Draft(team.ministry, null, "", null, "key", null, (short) 7, "Chưa rõ", "", "", "offices", List.of(team.tuyenQuang), List.of(), "head", DueRule.DAY, EVENT, "", List.of(), List.of(), null, null, null)));
        Task bare = users.as(team.office(), () -> tasks.get(id));
        assertThat(Clear.missing(bare, false, false)).containsExactly(Clear.WORK, Clear.RESPONSIBILITY);
        assertThat(Clear.missing(bare, true, false)).containsExactly(Clear.DELIVERABLE, Clear.AUTHORITY);
        assertThat(Clear.missing(bare, true, true)).as("a kind without content").isEmpty();
        String page = users.signIn(team.office()).get("/tasks/settings").body();
        assertThat(page).contains("Sáu rõ").contains("Rõ sản phẩm").contains("Phương án bảo vệ sự kiện");
        assertThat(users.signIn(team.director()).get("/tasks/settings").body()).doesNotContain("name=\"clears\"");
    }

    @Test
    void aProvincesShareStandsWhereTheSharesStandIntoWhichItWasCut() {
        var director = team.director();
        int first = team.commune();
        int second = team.commune();
        long own = team.issued(team.office(), Team.draft(team.ministry, "Chia cho xã", List.of(team.tuyenQuang), EVENT));
        users.as(director, () -> working.accept(own, null));
        int cut = users.as(director, () -> drafting.open(new Drafting.Draft(team.tuyenQuang, null, "", own, "key", null, (short) 7, "Phần của xã", "Báo cáo", "Giám đốc", "offices", List.of(first, second), List.of(), "head", DueRule.DAY, EVENT.minusDays(3), "",
                List.of(), List.of(), null, null, null)));
        users.as(director, () -> issuing.issue(cut, 0, Texts.vi()));
        long one = users.in(director, () -> jdbc.sql("select id from tasks.share where task_id = :cut and office_id = :office").param("cut", cut).param("office", first).query(Long.class).single());
        users.as(team.chief(first), () -> working.accept(one, null));
        users.as(team.chief(first), () -> working.progress(one, null, 60, ""));
        assertThat(users.signIn(team.office()).get("/tasks/shares/" + own).body()).as("60 and 0 of two").contains("0/2 phần việc giao tiếp đã hoàn thành, 0 quá hạn; tiến độ bình quân 30%");
        users.as(team.chief(first), () -> working.propose(one, null, null, "Xong"));
        users.as(director, () -> deciding.recognise(one, null, ""));
        assertThat(users.signIn(team.office()).get("/tasks/shares/" + own).body()).contains("1/2 phần việc giao tiếp đã hoàn thành, 0 quá hạn; tiến độ bình quân 50%");
    }

    @Test
    void aBodyIsAddedWithItsLiaisonOfficeWhichEntersItsState() {
        var browser = users.signIn(team.office());
        browser.post("/tasks/bodies", Map.of("name", "Trung ương Đoàn (thử)", "office", String.valueOf(team.tuyenQuang)));
        assertThat(browser.get("/tasks/bodies").body()).contains("Trung ương Đoàn (thử)");
        assertThat(users.signIn(team.chief(team.commune())).post("/tasks/bodies", Map.of("name", "Lạ", "office", String.valueOf(team.tuyenQuang))).status()).isEqualTo(403);
        int body = users.in(team.office(), () -> jdbc.sql("select id from tasks.body where name = 'Trung ương Đoàn (thử)'").query(Integer.class).single());
        Drafting.Draft draft = new Drafting.Draft(team.ministry, null, "", null, "key", null, (short) 7, "Sơ kết với Đoàn", "Báo cáo", "Lãnh đạo Bộ", "offices", List.of(), List.of(body), "head", DueRule.DAY, EVENT, "", List.of(), List.of(), null, null, null);
        long share = team.issued(team.office(), draft);
        assertThat(users.signIn(team.director()).get("/tasks/office").body()).contains("Sơ kết với Đoàn");
        users.as(team.director(), () -> working.accept(share, null));
        assertThat(users.signIn(team.director()).get("/tasks/bodies").body()).contains("nhập trạng thái");
    }
}

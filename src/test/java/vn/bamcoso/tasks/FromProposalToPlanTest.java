package vn.bamcoso.tasks;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import vn.bamcoso.InTheHouse;
import vn.bamcoso.basics.VietnamTime;
import vn.bamcoso.identity.TestUsers;
import vn.bamcoso.tasks.answering.Plans;
import vn.bamcoso.tasks.directive.Directives;
import vn.bamcoso.tasks.issuing.Drafting;
import vn.bamcoso.tasks.suggestion.Suggestions;

/** A proposed task is appraised and decided; the offices answer a directive with their plans; a draft goes round for comment. */
@InTheHouse
class FromProposalToPlanTest {
    private static final LocalDate TODAY = VietnamTime.today(java.time.Clock.systemUTC());

    @Autowired Team team;
    @Autowired TestUsers users;
    @Autowired Directives directives;
    @Autowired Suggestions suggestions;
    @Autowired Plans plans;
    @Autowired Tasks tasks;

    @Test
    void aProposedTaskIsAppraisedThenDecidedAndBecomesADraft() {
        var director = team.director();
        var office = team.office();
        int id = users.as(director, () -> suggestions.propose(new Suggestions.NewSuggestion(null, "Đề xuất lập tổ lưu động", "Địa bàn rộng", "Quyết định", team.tuyenQuang, TODAY.plusDays(60), team.tuyenQuang, (short) 7)));
        assertThatThrownBy(() -> users.as(director, () -> suggestions.appraise(id, true, "Tốt"))).as("who proposes does not appraise").hasMessage("tasks.problem.not-your-act");
        assertThatThrownBy(() -> users.as(office, () -> suggestions.decide(id, true, "Thứ trưởng", TODAY, ""))).hasMessage("tasks.problem.not-appraised");
        users.as(office, () -> suggestions.appraise(id, true, "Phù hợp chương trình công tác"));
        assertThatThrownBy(() -> users.as(office, () -> suggestions.appraise(id, false, "Đổi ý"))).hasMessage("tasks.problem.appraised");
        int draft = users.as(office, () -> suggestions.decide(id, true, "Thứ trưởng phụ trách", TODAY, ""));
        Task task = users.as(office, () -> tasks.get(draft));
        assertThat(task.draft()).isTrue();
        assertThat(task.offices()).containsExactly(team.tuyenQuang);
        assertThat(task.authority()).isEqualTo("Thứ trưởng phụ trách");
        assertThatThrownBy(() -> users.as(office, () -> suggestions.decide(id, false, "Thứ trưởng", TODAY, "Thôi"))).hasMessage("tasks.problem.decided");
        assertThat(users.signIn(director).get("/tasks/suggestions").body()).contains("đồng ý giao: Thứ trưởng phụ trách");
        assertThat(users.signIn(team.otherProvince()).get("/tasks/suggestions").body()).as("another province does not see it").doesNotContain("Đề xuất lập tổ lưu động");
        assertThat(users.signIn(director).get("/tasks/suggestions/new").status()).isEqualTo(200);
    }

    @Test
    void everyAssignedOfficeOwesItsPlanAndTheBoardShowsWhoHasNotIssuedIt() {
        var office = team.office();
        int directive = users.as(office, () -> directives.record(new Directives.NewDirective("plan", "KH-" + System.nanoTime(), TODAY.minusDays(1), "Bộ trưởng", "Bộ Công an", false, "Kế hoạch có nhiều đơn vị", "Dự thảo", null, false, team.ministry, (short) 7)));
        Drafting.Draft plain = Team.draft(team.ministry, "Mở lớp tiếng dân tộc", List.of(team.tuyenQuang, team.haNoi), TODAY.plusDays(30));
        team.issued(office, new Drafting.Draft(plain.officeId(), directive, "", null, "key", 1, (short) 7, plain.title(), plain.deliverable(), plain.authority(), "offices", plain.offices(), List.of(), "head", DueRule.DAY, plain.due(), "", List.of(), List.of(), null,
                null, null));
        assertThatThrownBy(() -> users.as(team.director(), () -> plans.call(directive, TODAY.plusDays(5)))).hasMessage("tasks.problem.not-issuer");
        users.as(office, () -> plans.call(directive, TODAY));
        assertThat(users.as(office, () -> plans.board(directive))).extracting(Plans.Owed::state).containsExactly("none", "none");
        assertThatThrownBy(() -> users.as(team.director(), () -> plans.draft(directive, team.haNoi))).hasMessage("tasks.problem.not-your-act");
        users.as(team.otherProvince(), () -> plans.tell(directive, team.haNoi, "15/KH-CAHN", TODAY));
        var browser = users.signIn(team.director());
        String document = browser.post("/directives/" + directive + "/plans/" + team.tuyenQuang, Map.of()).location();
        assertThat(document).contains("/documents/");
        String page = browser.get(document.replaceFirst("^https?://[^/]+", "")).body();
        assertThat(page).contains("1 nhiệm vụ được giao").contains("1. Mở lớp tiếng dân tộc. Hoàn thành trước hết").containsIgnoringCase("Bảng phân công nhiệm vụ").contains("Kinh phí thực hiện");
        assertThat(users.as(office, () -> plans.board(directive))).extracting(one -> one.state() + " " + one.number()).containsExactly("drafted null", "issued 15/KH-CAHN");
        assertThatThrownBy(() -> users.as(team.director(), () -> plans.draft(directive, team.tuyenQuang))).hasMessage("tasks.problem.plan-twice");
        assertThat(users.signIn(office).get("/directives/" + directive + "/plans").body()).contains("1 trong 2 đơn vị chưa ban hành");
    }

    @Test
    void aDraftGoesRoundAndWhoIsAskedSeesIt() {
        var office = team.office();
        int directive = users.as(office, () -> directives.record(new Directives.NewDirective("plan", "DT-" + System.nanoTime(), TODAY, "Bộ trưởng", "Bộ Công an", false, "Kế hoạch thí điểm", "1. Thí điểm 54 xã.", null, false, team.ministry, (short) 7)));
        var browser = users.signIn(office);
        assertThat(browser.get("/directives/" + directive + "/comments").body()).contains("Dự thảo: Kế hoạch thí điểm");
        String at = browser.post("/directives/" + directive + "/comments", Map.of("title", "Dự thảo kế hoạch thí điểm", "text", "1. Thí điểm 54 xã.", "due", TODAY.plusDays(5).toString(), "offices", String.valueOf(team.tuyenQuang), "others", "UBND tỉnh")).location();
        assertThat(at).contains("/comments/");
        String path = at.replaceFirst("^https?://[^/]+", "");
        assertThat(browser.get(path).body()).contains("UBND tỉnh");
        assertThat(users.signIn(team.director()).get(path).body()).contains("Thí điểm 54 xã");
        assertThat(users.signIn(team.otherProvince()).get(path).status()).isEqualTo(404);
        assertThat(users.signIn(team.director()).get("/directives/" + directive + "/comments").status()).as("only the issuer sends it").isNotEqualTo(200);
    }
}

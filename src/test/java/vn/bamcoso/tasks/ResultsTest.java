package vn.bamcoso.tasks;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import vn.bamcoso.InTheHouse;
import vn.bamcoso.basics.VietnamTime;
import vn.bamcoso.identity.TestUsers;
import vn.bamcoso.papers.Voices;
import vn.bamcoso.tasks.advice.Advices;
import vn.bamcoso.tasks.bound.Bound;
import vn.bamcoso.tasks.directive.Directives;
import vn.bamcoso.tasks.issuing.Drafting;
import vn.bamcoso.tasks.proposal.Proposals;
import vn.bamcoso.tasks.working.Deciding;
import vn.bamcoso.tasks.working.Working;

/** The report on the results of a directive, written from the books; and a task whose progress is a figure. */
@InTheHouse
class ResultsTest {
    private static final LocalDate TODAY = VietnamTime.today(java.time.Clock.systemUTC());

    @Autowired Team team;
    @Autowired TestUsers users;
    @Autowired Directives directives;
    @Autowired Working working;
    @Autowired Deciding deciding;
    @Autowired Proposals proposals;
    @Autowired Shares shares;
    @Autowired List<Voices> voices;
    @Autowired JdbcClient jdbc;
    @Autowired Advices advices;

    private int directive(String number) {
        return users.as(team.office(), () -> directives.record(new Directives.NewDirective(
                "plan", number, TODAY.minusDays(1), "Bộ trưởng", "Bộ Công an", false, "nâng cao chất lượng Công an xã", "", null, false, team.ministry, (short) 7)));
    }

    private static Drafting.Draft of(int directive, Drafting.Draft draft) {
        return new Drafting.Draft(draft.officeId(), directive, draft.article(), null, draft.kind(), 1, draft.field(), draft.title(), draft.deliverable(), draft.authority(), draft.audience(), draft.offices(), draft.bodies(), draft.post(),
                draft.rule(), draft.due(), "", List.of(), List.of(), draft.indicator(), draft.target(), draft.comparison());
    }

    @Test
    void theReportSaysTheFourBooksEachTaskAndWhatIsProposed() {
        var office = team.office();
        int directive = directive("KH-báo-cáo");
        long done = team.issued(office, of(directive, Team.draft(team.ministry, "Việc đã xong", List.of(team.tuyenQuang), TODAY.plusDays(3))));
        long open = team.issued(office, of(directive, Team.draft(team.ministry, "Việc còn làm", List.of(team.tuyenQuang), TODAY.plusDays(3))));
        users.as(team.director(), () -> working.accept(done, null));
        users.as(team.director(), () -> working.propose(done, null, null, "Xong"));
        users.as(office, () -> deciding.recognise(done, null, ""));
        int task = users.as(office, () -> shares.get(open)).taskId();
        users.as(team.director(), () -> proposals.make(new Proposals.NewProposal(task, team.tuyenQuang, team.v01, "Thiếu kinh phí", "Chưa phân bổ", "Phân bổ sớm", null, (short) 7)));
        var browser = users.signIn(office);
        String document = browser.post("/directives/" + directive + "/reports", Map.of("office", String.valueOf(team.v01), "on", TODAY.toString(), "since", TODAY.minusDays(1).toString())).location();
        assertThat(document).contains("/documents/");
        String page = browser.get(document.replaceFirst("^https?://[^/]+", "")).body();
        assertThat(page).contains("2 nhiệm vụ với 2 phần việc").contains("hoàn thành đúng hạn 1; hoàn thành quá hạn 0; đang thực hiện trong hạn 1; đang thực hiện quá hạn 0")
                .contains("Việc đã xong").contains("đã hoàn thành thêm 1 phần việc").contains("Công an tỉnh Tuyên Quang: Thiếu kinh phí; nguyên nhân: Chưa phân bổ").contains("Phân bổ sớm");
    }

    @Test
    void theReportOfAQuarterSaysWhatChangedSinceTheQuarterBeforeAndOpenProposalsLead() {
        var office = team.office();
        int directive = users.as(office, () -> directives.record(new Directives.NewDirective(
                "programme", "CT-kỳ", TODAY.minusDays(200), "Bộ trưởng", "Bộ Công an", false, "chương trình theo kỳ", "", null, false, team.ministry, (short) 7)));
        long share = team.issued(office, of(directive, Team.draft(team.ministry, "Việc của kỳ này", List.of(team.tuyenQuang), TODAY.plusDays(3))));
        int task = users.as(office, () -> shares.get(share)).taskId();
        long first = users.as(team.director(), () -> proposals.make(new Proposals.NewProposal(task, team.tuyenQuang, team.v01, "", "", "Đã được trả lời rồi", null, (short) 7)));
        users.as(team.director(), () -> proposals.make(new Proposals.NewProposal(task, team.tuyenQuang, team.v01, "", "", "Còn đang chờ", null, (short) 7)));
        users.as(office, () -> proposals.reply(first, "explained", "Đã có trong dự toán", null));
        var browser = users.signIn(office);
        String quarter = vn.bamcoso.calendar.PeriodRule.OFFICIAL.containing(vn.bamcoso.calendar.PeriodKind.QUARTER, TODAY).orElseThrow().code();
        assertThat(browser.get("/directives/" + directive).body()).contains("value=\"" + quarter + "\"");
        String page = browser.get(browser.post("/directives/" + directive + "/reports", Map.of("office", String.valueOf(team.v01), "period", quarter)).location().replaceFirst("^https?://[^/]+", "")).body();
        assertThat(page).contains("Những thay đổi chính so với kỳ trước").contains("Việc của kỳ này: mới giao, 1 phần việc").contains("Đã được trả lời rồi (giải trình: Đã có trong dự toán)");
        assertThat(page.indexOf("Còn đang chờ (chưa được trả lời)")).as("the open one leads").isPositive().isLessThan(page.indexOf("Đã được trả lời rồi"));
        int province = users.in(office, () -> jdbc.sql("select place_id from tasks.share where id = :id").param("id", share).query(Integer.class).single());
        var now = vn.bamcoso.calendar.PeriodRule.OFFICIAL.containing(vn.bamcoso.calendar.PeriodKind.QUARTER, TODAY).orElseThrow();
        assertThat(users.in(office, () -> voices.stream().flatMap(room -> room.of(Voices.Kind.PROPOSAL, province, now).stream()).toList())).as("the periodic report hears the same, the open one first")
                .extracting(Voices.Voice::text).containsSubsequence("Còn đang chờ", "Đã được trả lời rồi");
    }

    @Test
    void aConclusionGoesDownAsANoticeWithItsPointsAndTasksAndPartyPapersAreNeverProduced() {
        var office = team.office();
        int conclusion = users.as(office, () -> directives.record(new Directives.NewDirective(
                "conclusion", "KL-thử", TODAY, "Đồng chí Bộ trưởng", "Bộ Công an", false, "tiến độ xây dựng Công an xã", "1. Rà soát biên chế\n- Sửa trụ sở", null, false, team.ministry, (short) 7)));
        team.issued(office, of(conclusion, Team.draft(team.ministry, "Rà soát biên chế", List.of(team.tuyenQuang), TODAY.plusDays(9))));
        var browser = users.signIn(office);
        assertThat(browser.get("/directives/" + conclusion + "/plan").body()).as("its points stand ready to become tasks").contains("2\tSửa trụ sở");
        String page = browser.get(browser.post("/directives/" + conclusion + "/notice", Map.of()).location().replaceFirst("^https?://[^/]+", "")).body();
        assertThat(page).contains("Đồng chí Bộ trưởng đã chủ trì và kết luận").contains("1. Rà soát biên chế").contains("2. Sửa trụ sở").contains("3. Phân công nhiệm vụ").contains("Công an tỉnh Tuyên Quang").contains("Báo cáo kết quả");
        assertThat(browser.post("/directives/" + conclusion + "/notice", Map.of()).status()).isEqualTo(409);
        int party = users.as(office, () -> directives.record(new Directives.NewDirective(
                "conclusion", "KL-đảng", TODAY, "Bí thư", "Tỉnh ủy", true, "kết luận của cấp ủy", "1. Giao Công an tỉnh", null, false, team.ministry, (short) 7)));
        assertThat(browser.get("/directives/" + party).body()).doesNotContain("Lập Thông báo kết luận");
        assertThat(browser.post("/directives/" + party + "/notice", Map.of()).status()).isEqualTo(422);
    }

    @Test
    void adviceIsRecordedByWhoGaveItWithBodyOutcomeAndResult() {
        int commune = team.commune();
        var chief = team.chief(commune);
        long id = users.as(chief, () -> advices.record(new Advices.NewAdvice(commune, "05/TM-CAX", TODAY, "Kế hoạch bảo vệ lễ hội xuân", "party", "Đảng ủy xã", null, (short) 7)));
        assertThatThrownBy(() -> users.as(chief, () -> advices.record(new Advices.NewAdvice(commune, "05/TM-CAX", TODAY, "Lại", "party", "Đảng ủy xã", null, (short) 7)))).hasMessage("tasks.problem.directive-twice");
        assertThatThrownBy(() -> users.as(chief, () -> advices.tell(id, "accepted", TODAY.minusDays(1), "", ""))).as("before it was given").hasMessage("tasks.problem.outcome");
        assertThatThrownBy(() -> users.as(team.director(), () -> advices.tell(id, "accepted", TODAY, "", ""))).as("the province reads it").hasMessage("tasks.problem.not-your-act");
        users.as(chief, () -> advices.tell(id, "partly", TODAY, "12-TB/ĐU", "Giao UBND xã bố trí kinh phí"));
        assertThat(users.signIn(team.director()).get("/advice").body()).contains("Kế hoạch bảo vệ lễ hội xuân").contains("tiếp thu một phần").contains("12-TB/ĐU");
        assertThat(users.signIn(team.otherProvince()).get("/advice").body()).doesNotContain("Kế hoạch bảo vệ lễ hội xuân");
    }

    @Test
    void aTaskBoundToAFigureShowsItAndWhatAnEvenPaceWouldHaveReached() {
        Bound half = new Bound("x", "Hội nghị", "Tỉnh", new BigDecimal(200), "at_least", new BigDecimal(80), new BigDecimal(100), TODAY, TODAY, TODAY);
        assertThat(half.percent()).as("80 of 200").isEqualTo(40);
        assertThat(half.behind()).as("80 where an even pace had reached 100").isTrue();
        assertThat(half.met()).isFalse();
        Bound fallen = new Bound("x", "Vụ việc", "Tỉnh", new BigDecimal(50), "at_most", new BigDecimal(45), null, TODAY, TODAY, TODAY);
        assertThat(fallen.met()).isTrue();
        long share = team.issued(team.office(), Team.bound(Team.draft(team.ministry, "Gắn chỉ tiêu", List.of(team.haNoi), TODAY.plusDays(30)), "communication_conferences", new BigDecimal(999_999_999)));
        assertThat(users.signIn(team.otherProvince()).get("/tasks/shares/" + share).body()).contains("999.999.999").contains("Gắn với chỉ tiêu");
    }
}

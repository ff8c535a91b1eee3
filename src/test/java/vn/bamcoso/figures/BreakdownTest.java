package vn.bamcoso.figures;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.math.BigDecimal;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.support.TransactionTemplate;
import vn.bamcoso.InTheHouse;
import vn.bamcoso.access.CurrentUser;
import vn.bamcoso.basics.Problem;
import vn.bamcoso.calendar.Period;
import vn.bamcoso.identity.Browser;
import vn.bamcoso.identity.TestUsers;
import vn.bamcoso.identity.TestUsers.Person;

/** A figure by sex, title, kind …: the parts are figures of their own beside the whole, and need not sum to it. */
@InTheHouse
class BreakdownTest {
    @Autowired Figures figures;
    @Autowired Pivot pivot;
    @Autowired Making making;
    @Autowired Indicators indicators;
    @Autowired TestUsers users;
    @Autowired JdbcClient jdbc;
    @Autowired TransactionTemplate transaction;

    private static final Period MONTH = Period.parse("2026-07");

    @Test
    void theMinistryMakesAnIndicatorBrokenDownBySexAndItsPartsAreAskedByTheirOwnCodes() {
        Person ministry = users.person("vanphong.bd", "ministry_office", office());
        Browser browser = users.signIn(ministry);
        var made = browser.post("/figures/new", Map.ofEntries(
                Map.entry("nameVi", "Người được tuyên truyền thử"), Map.entry("unitVi", "người"), Map.entry("definitionVi", "Số người được tuyên truyền trong kỳ."),
                Map.entry("origin", "entered"), Map.entry("overTime", "sum"), Map.entry("overPlaces", "sum"), Map.entry("collectedAt", "commune"), Map.entry("field", "movement"),
                Map.entry("decimals", "0"), Map.entry("least", "0"), Map.entry("mayBeHeld", "yes"), Map.entry("heldDecidedBy", "Văn phòng Bộ, công văn 12"), Map.entry("dimensions", "sex")));
        assertThat(made.status()).as(made.body()).isEqualTo(303);
        Indicator whole = indicators.byCode("nguoi_duoc_tuyen_truyen_thu").orElseThrow();
        assertThat(indicators.partsOf(whole.code())).extracting(Indicator::code).containsExactly(whole.code() + "__male", whole.code() + "__female");
        assertThat(indicators.all()).as("parts do not stand in the catalogue beside the whole").noneMatch(one -> one.part() != null);

        List<Integer> two = communes("11");
        CurrentUser.SYSTEM.run(() -> transaction.executeWithoutResult(running -> figures.record(new Origin("test", null, null), List.of(
                new NewFigure(whole.code(), two.get(0), MONTH, BigDecimal.TEN), new NewFigure(whole.code() + "__male", two.get(0), MONTH, BigDecimal.valueOf(6)),
                new NewFigure(whole.code() + "__female", two.get(0), MONTH, BigDecimal.valueOf(3)), new NewFigure(whole.code(), two.get(1), MONTH, BigDecimal.valueOf(5)),
                new NewFigure(whole.code() + "__female", two.get(1), MONTH, BigDecimal.valueOf(2))), null)));
        Answer answer = CurrentUser.SYSTEM.call(() -> pivot.ask(new Question(
                List.of(whole.code(), whole.code() + "__male", whole.code() + "__female"), List.of(MONTH), Level.PROVINCE, null, MONTH.end())));
        assertThat(List.of(answer.total(0, 0).value(), answer.total(1, 0).value(), answer.total(2, 0).value())).containsExactly(BigDecimal.valueOf(15), BigDecimal.valueOf(6), BigDecimal.valueOf(5));

        String page = browser.get("/figures/" + whole.code() + "?period=2026-07").body();
        assertThat(page).contains("Theo Giới tính").contains("/figures/" + whole.code() + "__female").contains("Phần chưa giải thích");
        assertThat(browser.get("/figures/" + whole.code() + "__female?period=2026-07").body()).contains("Người được tuyên truyền thử: Nữ").contains(">5<");
    }

    @Test
    void twoBreakdownsAreCrossedAndAFormKnowsThatWomenOfAllTitlesAreNotMoreThanWomen() {
        Browser browser = users.signIn(users.person("vanphong.bd", "ministry_office", office()));
        browser.post("/figures/breakdowns", Map.of("nameVi", "Chức danh thử", "nameEn", "Title tried", "parts", "Trưởng thử | Chief tried\nPhó thử | Deputy tried"));
        assertThat(browser.post("/figures/breakdowns/crossing", Map.of("first", "sex", "second", "sex")).status()).isEqualTo(422);
        assertThat(browser.post("/figures/breakdowns/crossing", Map.of("first", "sex", "second", "chuc_danh_thu")).status()).isIn(302, 303);
        assertThat(browser.post("/figures/breakdowns/crossing", Map.of("first", "chuc_danh_thu", "second", "sex")).body()).contains("đã được ghép");
        Dimension crossed = CurrentUser.SYSTEM.call(() -> transaction.execute(running -> indicators.dimensions())).stream().filter(one -> one.code().equals("sex_chuc_danh_thu")).findFirst().orElseThrow();
        assertThat(crossed.nameVi()).isEqualTo("Giới tính × Chức danh thử");
        assertThat(crossed.parts()).extracting(Dimension.Part::code).containsExactly("male_truong_thu", "male_pho_thu", "female_truong_thu", "female_pho_thu");
        browser.post("/figures/breakdowns/chuc_danh_thu/parts", Map.of("part", "Ủy viên thử"));
        assertThat(CurrentUser.SYSTEM.call(() -> transaction.execute(running -> indicators.dimensions())).stream().filter(one -> one.code().equals("sex_chuc_danh_thu")).findFirst().orElseThrow().parts()).hasSize(6);

        String draft = browser.post("/forms/drafts", Map.of()).location();
        var head = new java.util.HashMap<>(Map.of("version", "0", "nameVi", "Biểu ghép phân tổ", "field", "general", "level", "commune", "rule", "official", "kinds", "quarter", "deadline", "+2", "firstEnd", "14/12/2026"));
        head.putAll(Map.of("everywhere", "", "document", "Công văn thử", "table", "Chung | Cán bộ ghép thử | người | | Giới tính, Giới tính x Chức danh thử", "release", "1"));
        var released = browser.post(draft.substring(draft.indexOf("/forms/")), head);
        assertThat(released.status()).as(released.body()).isEqualTo(303);
        assertThat(indicators.partsOf("can_bo_ghep_thu")).extracting(Indicator::code).hasSize(8).contains("can_bo_ghep_thu__female_truong_thu");
        List<String> checks = jdbc.sql("select c.part || ' ' || c.relation || ' ' || c.whole from reporting.form_check c join reporting.form_version v on v.id = c.form_version_id join reporting.form f on f.id = v.form_id where f.code = 'bieu-ghep-phan-to' order by c.position").query(String.class).list();
        assertThat(checks).contains("can_bo_ghep_thu__female_truong_thu + can_bo_ghep_thu__female_pho_thu + can_bo_ghep_thu__female_uy_vien_thu <= can_bo_ghep_thu__female");
    }

    @Test
    void whatIsNotInUseOnADayTakesNoFigureOfIt() {
        String code = CurrentUser.SYSTEM.call(() -> making.make(new NewIndicator(
                "no_longer_counted", "Thôi đếm", "", "", "", "vụ", "", "entered", "sum", "sum", "commune", List.of(), "general", null, 0, BigDecimal.ZERO, null, false, false, "undecided", null,
                null, java.time.LocalDate.of(2026, 1, 1), null, List.of())));
        assertThatThrownBy(() -> CurrentUser.SYSTEM.run(() -> transaction.executeWithoutResult(running -> figures.record(
                new Origin("test", null, null), List.of(new NewFigure(code, communes("11").getFirst(), MONTH, BigDecimal.ONE)), null))))
                .isInstanceOfSatisfying(Problem.class, problem -> assertThat(problem.faults().getFirst().code()).isEqualTo("figures.problem.not-in-force"));
    }

    private List<Integer> communes(String province) {
        return CurrentUser.SYSTEM.call(() -> transaction.execute(running -> jdbc.sql("""
                        select p.place_id from territory.pub_place p where p.level = 'commune' and p.valid_to = 'infinity' and p.home = :home order by p.code limit 2""")
                .param("home", Short.valueOf(province)).query(Integer.class).list()));
    }

    private int office() {
        return users.asOwner(owner -> owner.sql("select min(office_id) from territory.pub_office where kind = 'ministry'").query(Integer.class).single());
    }
}

package vn.bamcoso.reviews;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.context.TestPropertySource;
import org.springframework.transaction.support.TransactionTemplate;
import vn.bamcoso.InTheHouse;
import vn.bamcoso.access.CurrentUser;
import vn.bamcoso.basics.Problem;
import vn.bamcoso.basics.Texts;
import vn.bamcoso.calendar.Period;
import vn.bamcoso.figures.Figures;
import vn.bamcoso.figures.NewFigure;
import vn.bamcoso.figures.Origin;
import vn.bamcoso.identity.TestUsers;
import vn.bamcoso.identity.TestUsers.Person;
import vn.bamcoso.papers.PaperSteps;
import vn.bamcoso.reporting.Forms;
import vn.bamcoso.territory.Offices;
import vn.bamcoso.territory.Place;
import vn.bamcoso.territory.Places;

/** The quarterly report of a province writes itself up to where a person has to think. */
@InTheHouse
@TestPropertySource(properties = "bamcoso.test.own-database=reviews")
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class PeriodicReportTest {
    private static final Instant NOON = Instant.parse("2026-11-20T05:00:00Z");
    private static final Period QUARTER = Period.parse("2026-Q3");

    @Autowired TestUsers users;
    @Autowired Reviews reviews;
    @Autowired ReviewPages pages;
    @Autowired Wordings wordings;
    @Autowired PaperSteps steps;
    @Autowired Figures figures;
    @Autowired Forms forms;
    @Autowired Offices offices;
    @Autowired Places places;
    @Autowired JdbcClient jdbc;
    @Autowired TransactionTemplate transaction;

    private Person staff;
    private int office;

    @BeforeAll
    void aProvinceWithThreeQuarters() {
        LocalDate today = LocalDate.of(2026, 11, 20);
        Place province = jdbcPlace();
        office = offices.serving(province.id(), today).orElseThrow().id();
        staff = users.person("thammuu.dinhky", "provincial_staff", office);
        int commune = CurrentUser.SYSTEM.call(() -> transaction.execute(running -> jdbc.sql("""
                        select p.place_id from territory.pub_place p join territory.pub_reach r on r.vintage_id = territory.vintage_of(date '2026-09-14') and r.place_id = p.place_id and r.ancestor_id = :province
                        where p.level = 'commune' and p.valid_to = 'infinity' and p.valid_from <= '2025-07-01' and not exists (select from territory.pub_place o where o.place_id = p.place_id and o.valid_to <> 'infinity') limit 1""")
                .param("province", province.id()).query(Integer.class).single()));
        CurrentUser.SYSTEM.run(() -> transaction.executeWithoutResult(running -> figures.record(new Origin("test", null, null), List.of(
                new NewFigure("security_reports", commune, Period.parse("2025-Q3"), BigDecimal.valueOf(434)), new NewFigure("security_reports", commune, Period.parse("2026-Q1"), BigDecimal.valueOf(100)),
                new NewFigure("security_reports", commune, QUARTER, BigDecimal.valueOf(391)), new NewFigure("crime_tips", commune, QUARTER, BigDecimal.valueOf(7))), null)));
    }

    @Test
    void figuresAreSaidWithTheYearSoFarAndAgainstTheSamePeriodAndWhatIsUnwrittenKeepsItFromBeingSigned() {
        int id = users.as(staff, () -> reviews.openPeriodic(QUARTER, List.of(forms.require("ket-qua-cong-tac")), office, NOON));
        ReviewPage page = users.as(staff, () -> pages.of(id, false, Texts.vi()));
        List<String> texts = page.parts().stream().map(ReviewPage.Part::marked).toList();
        assertThat(String.join("\n", texts)).contains("Tin về an ninh, trật tự tiếp nhận: [1: 391] tin; từ đầu năm [2: 491] tin; so với cùng kỳ năm trước: [3: giảm 43 (391/434), giảm 9,91%].")
                .contains("Trong đó: tin báo, tố giác về tội phạm: [4: 07] tin").doesNotContain("Lượt tập thể");
        assertThat(page.parts()).extracting(ReviewPage.Part::kind).contains("annex");
        int paper = users.as(staff, () -> reviews.get(id)).paper();
        assertThatThrownBy(() -> users.as(staff, () -> steps.submit(paper, 1, "Kính trình", NOON))).isInstanceOf(Problem.class);

        ReviewPage.Part sentence = page.parts().stream().filter(part -> part.marked().contains("so với cùng kỳ")).findFirst().orElseThrow();
        users.as(staff, () -> wordings.save(sentence.id(), sentence.version(), sentence.marked().replace("[3: giảm 43 (391/434), giảm 9,91%]", "[3: giảm 43 (391/434)]"), null, NOON));
        assertThatThrownBy(() -> users.as(staff, () -> wordings.save(sentence.id(), sentence.version() + 1, sentence.marked().replace("[3: giảm 43 (391/434), giảm 9,91%]", "[3: tăng 43]"), null, NOON)))
                .isInstanceOf(Problem.class);
    }

    @Test
    void aQuarterThatRunsIsNotReportedAndAnotherProvincesReportIsNotThere() {
        assertThatThrownBy(() -> users.as(staff, () -> reviews.openPeriodic(Period.parse("2026-Q4"), List.of(forms.require("ket-qua-cong-tac")), office, NOON))).isInstanceOf(Problem.class);
        int id = users.as(staff, () -> reviews.openPeriodic(Period.parse("2026-Q2"), List.of(forms.require("ket-qua-cong-tac")), office, NOON));
        int elsewhere = jdbc.sql("select office_id from territory.pub_office where kind = 'provincial' and valid_to = 'infinity' and office_id <> :own order by office_id desc limit 1")
                .param("own", office).query(Integer.class).single();
        Person other = users.person("thammuu.khac", "provincial_staff", elsewhere);
        assertThatThrownBy(() -> users.as(other, () -> reviews.get(id))).isInstanceOf(Problem.class);
    }

    private Place jdbcPlace() {
        int id = jdbc.sql("select place_id from territory.pub_place where level = 'province' and name = 'Cao Bằng' and valid_to = 'infinity'").query(Integer.class).single();
        return places.byId(id, LocalDate.of(2026, 11, 20)).orElseThrow();
    }
}

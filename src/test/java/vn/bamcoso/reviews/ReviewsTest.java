package vn.bamcoso.reviews;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static vn.bamcoso.reviews.Signatories.CONFERENCE;
import static vn.bamcoso.reviews.Signatories.NOON;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.annotation.Import;
import org.springframework.test.context.TestPropertySource;
import vn.bamcoso.InTheHouse;
import vn.bamcoso.basics.Problem;
import vn.bamcoso.basics.Texts;
import vn.bamcoso.identity.Browser;
import vn.bamcoso.identity.TestUsers;
import vn.bamcoso.identity.TestUsers.Person;
import vn.bamcoso.papers.IssuedPapers;
import vn.bamcoso.papers.PaperSteps;
import vn.bamcoso.papers.Papers;
import vn.bamcoso.papers.Step;
import vn.bamcoso.territory.Offices;
import vn.bamcoso.territory.Places;

/** The review of 31 May 2021, from its opening by V05 to the frozen report and what is learnt afterwards. */
@InTheHouse
@Import({April2021.class, Signatories.class})
@TestPropertySource(properties = "bamcoso.test.own-database=reviews")
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class ReviewsTest {
    private static final Instant JULY = Instant.parse("2021-07-12T02:00:00Z");

    @Autowired TestUsers users;
    @Autowired April2021 april;
    @Autowired Signatories by;
    @Autowired Reviews reviews;
    @Autowired ReviewPages pages;
    @Autowired Wordings wordings;
    @Autowired Papers papers;
    @Autowired PaperSteps steps;
    @Autowired IssuedPapers issued;
    @Autowired Offices offices;
    @Autowired Places places;

    @BeforeAll
    void theFiguresOfApril() {
        april.happens();
    }

    @BeforeEach
    void restore() {
        april.ministryFunds(3_142_500_000_000L, Instant.now().minusSeconds(60));
    }

    private ReviewPage page(int review) {
        return users.as(by.drafter, () -> pages.of(review, false, Texts.vi()));
    }

    private ReviewPage.Part part(int review, String words) {
        return page(review).parts().stream().filter(part -> part.marked().contains(words)).findFirst().orElseThrow();
    }

    private void save(ReviewPage.Part part, String text) {
        users.as(by.drafter, () -> wordings.save(part.id(), part.version(), text, null, NOON));
    }

    private String refusal(Runnable act) {
        var told = new String[1];
        assertThatThrownBy(act::run).isInstanceOfSatisfying(Problem.class, problem -> told[0] = problem.faults().stream()
                .map(fault -> Texts.vi().get(fault.code(), fault.args().toArray()))
                .reduce("", (a, b) -> a + b + "\n"));
        return told[0];
    }

    @Test
    void itsFirstWordingSaysEveryFigureTruly() {
        var page = page(by.open());
        String all = page.parts().stream().map(ReviewPage.Part::marked).reduce("", String::concat);
        assertThat(all)
                .contains("[3: gần 45.000] cán bộ", "[1: 8.595] xã, thị trấn của [2: 63] tỉnh", "[4: 5,2] cán bộ", "[5: 96,8%] ([6: 8.595/8.876]", "[1: 7.936] chi bộ", "[2: 92,3%]")
                .contains("[1: hơn 3.100 tỷ đồng]", "[1: 940] cán bộ", "[2: 188] xã", "[3: 03] giai đoạn", "[5: 05] cán bộ")
                .contains("[1: hơn 1.800] tin", "[2: gần 200] tin báo", "[3: gần 200] vụ", "[4: gần 200] đối tượng", "[1: 991.830] hồ sơ", "[2: 988.200]", "[3: 47] ngày")
                .doesNotContain("…");
        assertThat(page.warnings()).anyMatch(warning -> warning.text().contains("8.595/8.876 = 96,8%"));
    }

    @Test
    void aPhraseThatIsNotTrueIsRefusedWithTheReasonAndATrueOneIsKept() {
        int review = by.open();
        var part = part(review, "gần 45.000");
        assertThat(refusal(() -> save(part, part.marked().replace("gần 45.000", "hơn 45.000")))).contains("44.694", "không lớn hơn 45.000");
        assertThat(refusal(() -> save(part, part.marked().replace("gần 45.000", "gần 44.000")))).contains("44.694");
        assertThat(refusal(() -> save(part, part.marked().replace("gần 45.000", "gần 50.000")))).contains("44.694");
        assertThat(refusal(() -> save(part, part.marked().replace("[5: 96,8%]", "[5: đạt 100%]")))).contains("8.595/8.876 = 96,8%");
        assertThat(refusal(() -> save(part, part.marked().replace("bố trí lực lượng", "qui định")))).contains("quy định");
        assertThat(refusal(() -> save(part, part.marked() + " Số căn cước công dân 002085001234."))).isNotBlank();
        save(part, part.marked().replace("gần 45.000", "hơn 44.000"));
        assertThat(part(review, "hơn 44.000").version()).isEqualTo(2);
    }

    @Test
    void aNumberTypedOverItsSlotIsBoundToItAgainOrRefused() {
        int review = by.open();
        var part = part(review, "gần 45.000");
        assertThat(refusal(() -> save(part, part.marked().replace("[3: gần 45.000]", "hơn 45.000")))).contains("44.694");
        save(part, part.marked().replace("[3: gần 45.000]", "44.694"));
        assertThat(part(review, "[3: 44.694]").marked()).contains("tổng số [3: 44.694] cán bộ");
    }

    @Test
    void whoSavesOverSomebodyElsesWordingIsTold() {
        int review = by.open();
        var part = part(review, "gần 45.000");
        save(part, part.marked().replace("gần 45.000", "hơn 44.000"));
        assertThatThrownBy(() -> save(part, part.marked())).isInstanceOfSatisfying(Problem.class, problem -> assertThat(problem.kind() + " " + problem.args()).isEqualTo("CONFLICT [nguyen.v05]"));
    }

    @Test
    void aCorrectionMovesTheDraftWhichSaysTheFigureAnewAndMarksIt() {
        int review = by.open();
        april.ministryFunds(3_260_000_000_000L, Instant.now().minusSeconds(30));
        var moved = part(review, "kinh phí thực hiện");
        assertThat(moved.moved()).isTrue();
        assertThat(moved.slots().getFirst().phrase()).isEqualTo("hơn 3.200 tỷ đồng");
        assertThat(page(review).warnings()).anyMatch(warning -> warning.title().equals("Số liệu đã đổi"));
        assertThat(users.as(by.drafter, () -> pages.of(review, true, Texts.vi())).parts().stream().flatMap(p -> p.slots().stream()).map(ReviewPage.Said::phrase))
                .as("as known on the day of the conference").contains("hơn 3.100 tỷ đồng");
    }

    @Test
    void fromOpeningToTheFrozenReportAndWhatIsLearntAfterwards() {
        int review = by.open();
        int paper = by.issue(review);
        var frozen = users.as(by.leader, () -> issued.frozen(paper));
        assertThat(users.as(by.drafter, () -> issued.check(paper))).isEqualTo(new IssuedPapers.Check(true, true, true, frozen.madeBy(), frozen.madeBy()));
        assertThat(users.as(by.drafter, () -> issued.changedSince(paper))).isEmpty();

        april.ministryFunds(3_150_000_000_000L, JULY);
        assertThat(users.as(by.drafter, () -> issued.changedSince(paper))).singleElement().satisfies(changed -> {
            assertThat(changed.mark()).startsWith("ministry_funds|NVN");
            assertThat(changed.then()).isEqualByComparingTo("3142500000000");
            assertThat(changed.now()).isEqualByComparingTo("3150000000000");
        });
        assertThat(users.as(by.clerk, () -> issued.frozen(paper)).docx()).as("reprint").isEqualTo(frozen.docx());
        assertThat(users.as(by.clerk, () -> issued.check(paper)).bytes()).as("rebuilt as known then").isTrue();

        int first = april.communes().stream().filter(place -> place.home() == 1).findFirst().orElseThrow().id();
        april.officers(first, 7, JULY);
        assertThat(users.as(by.drafter, () -> issued.changedSince(paper)).stream().map(IssuedPapers.Changed::mark))
                .contains("officers_posted|NVN@2021-07-01|@2021-04-23|", "officers_per_commune|NVN@2021-07-01|@2021-04-23|")
                .noneMatch(mark -> mark.startsWith("party_cells"));
        assertThat(users.as(by.clerk, () -> issued.check(paper)).bytes()).isTrue();
        april.officers(first, 6, JULY.plusSeconds(60));
    }

    @Test
    void whatChangedAfterTheSigningIsNotIssuedAndTheNumberIsKept() {
        int review = by.open();
        int paper = users.as(by.drafter, () -> reviews.get(review)).paper();
        int number = by.number(paper);
        april.ministryFunds(3_260_000_000_000L, Instant.now().minusSeconds(30));
        Instant now = Instant.now();
        assertThatThrownBy(() -> users.as(by.clerk, () -> steps.issue(paper, 5, now, now))).isInstanceOfSatisfying(Problem.class, problem -> assertThat(problem.code()).isEqualTo("papers.problem.changed-since-signing"));
        users.as(by.clerk, () -> steps.sendBack(paper, 5, "Số liệu đã đổi sau khi ký", now));
        users.as(by.drafter, () -> steps.submit(paper, 6, null, now));
        users.as(by.checker, () -> steps.initial(paper, 7, null, now));
        users.as(by.leader, () -> steps.sign(paper, 8, List.of("BỘ TRƯỞNG"), "Đại tướng", null, now));
        assertThat(users.as(by.clerk, () -> steps.number(paper, 9, null, CONFERENCE, null, now))).isEqualTo(number);
        users.as(by.clerk, () -> steps.issue(paper, 10, now, now));
        assertThat(users.as(by.leader, () -> papers.get(paper)).step()).isEqualTo(Step.ISSUED);
    }

    @Test
    void aSubmittedReportIsClosedToItsWriters() {
        int review = by.open();
        var part = part(review, "gần 45.000");
        int paper = users.as(by.drafter, () -> reviews.get(review)).paper();
        users.as(by.drafter, () -> steps.submit(paper, 1, null, NOON));
        assertThatThrownBy(() -> save(part, part.marked())).isInstanceOfSatisfying(Problem.class, problem -> assertThat(problem.code()).isEqualTo("papers.problem.wording-closed"));
        assertThat(page(review).edits()).isFalse();
    }

    @Test
    void peopleOfAProvinceDoNotFindItAndDoNotOpenOne() {
        int review = by.open();
        var today = LocalDate.of(2026, 11, 20);
        int tuyenQuang = offices.serving(places.byKey("P08@2025-07-01").orElseThrow().id(), today).orElseThrow().id();
        var director = users.person("giam.doc", "provincial_director", tuyenQuang);
        assertThat(users.signIn(director).get("/reviews/" + review).status()).isEqualTo(404);
        assertThatThrownBy(() -> by.open(director))
                .isInstanceOfSatisfying(Problem.class, problem -> assertThat(problem.kind()).isEqualTo(Problem.Kind.FORBIDDEN));
    }

    @Test
    void overHttpABlockIsEditedWithAPlainFormAndARefusalSaysWhy() {
        int review = by.open();
        var part = part(review, "gần 45.000");
        Browser browser = users.signIn(by.drafter);
        assertThat(browser.get("/reviews/" + review).body()).contains("gần 45.000", "8.595/8.876");
        String address = "/reviews/" + review + "/blocks/" + part.id();
        assertThat(browser.get(address).body()).contains("hơn 44.000");
        var refused = browser.post(address, Map.of("version", "1", "text", part.marked().replace("gần 45.000", "hơn 45.000")));
        assertThat(refused.status()).isEqualTo(422);
        assertThat(refused.body()).contains("44.694");
        var kept = browser.post(address, Map.of("version", "1", "text", part.marked(), "use", "3|hơn 44.000"));
        assertThat(kept.status()).isEqualTo(302);
        assertThat(browser.get("/reviews/" + review).body()).contains("hơn 44.000");
        int paper = users.as(by.drafter, () -> reviews.get(review)).paper();
        assertThat(browser.get("/documents/" + paper).body()).contains("CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM", "Thủ tướng Chính phủ", "./.");
        assertThat(browser.get("/documents/" + paper + "/word").status()).isEqualTo(200);
    }
}

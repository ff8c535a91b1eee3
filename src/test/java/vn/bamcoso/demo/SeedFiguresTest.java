package vn.bamcoso.demo;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;
import java.util.HashMap;
import java.util.Map;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.MethodOrderer;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestMethodOrder;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.springframework.beans.factory.annotation.Autowired;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import vn.bamcoso.calendar.Period;
import vn.bamcoso.figures.Answer;
import vn.bamcoso.figures.Indicators;
import vn.bamcoso.figures.Level;
import vn.bamcoso.figures.Pivot;
import vn.bamcoso.figures.Question;
import vn.bamcoso.identity.Browser;
import vn.bamcoso.identity.TestUsers;
import vn.bamcoso.identity.TestUsers.Person;
import vn.bamcoso.territory.Offices;

/** All that the five articles print comes out of the product, asked as the Ministry Office. */
@TestMethodOrder(MethodOrderer.OrderAnnotation.class)
@FullNation
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class SeedFiguresTest {
    private static final String NATION = "NVN@2021-07-01";
    private static final LocalDate TODAY = LocalDate.of(2026, 11, 21);
    private static final Period REVIEW = Period.parse("@2021-04-23");

    @Autowired Pivot pivot;
    @Autowired Indicators indicators;
    @Autowired TestUsers users;
    @Autowired Offices offices;

    private Person ministryOffice;

    @BeforeAll
    void someoneAtTheMinistryOffice() {
        ministryOffice = users.person("vanphong.thu", "ministry_office", offices.department("V01", TODAY).orElseThrow().id());
    }

    static List<SeedRow> rows() {
        return SeedRow.all();
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("rows")
    void whatWasPrintedIsTrueOfTheFigure(SeedRow row) {
        Answer.Cell cell = ask(row.indicator(), Period.parse(row.period()), row.place());
        if (row.id().equals("F36")) {
            // printed as 100 % of a denominator that nobody stated; on the map of 1 July 2021 it is 8.595 of 8.876
            assertThat(cell.numerator()).isEqualByComparingTo("8595");
            assertThat(cell.denominator()).isEqualByComparingTo("8876");
            assertThat(cell.value().setScale(1, java.math.RoundingMode.HALF_UP)).isEqualByComparingTo("96.8");
        } else {
            assertThat(cell.value()).as(row.toString()).isNotNull();
            assertThat(row.agreesWith(cell.value())).as("%s: the product says %s", row, cell.value()).isTrue();
        }
    }

    @ParameterizedTest(name = "{0} over HTTP")
    @MethodSource("rows")
    void overHttpTheSameFigureComesOut(SeedRow row) {
        JsonNode total = json("/api/figures?indicator=" + row.indicator() + "&period=" + row.period() + "&level=" + (row.place().startsWith("N") ? "nation" : "province") + "&within=" + row.place()
                + "&map=" + Period.parse(row.period()).end()).get("figures").valueStream().filter(figure -> figure.get("kind").asString().equals("total")).findFirst().orElseThrow();
        if (row.id().equals("F36")) {
            assertThat(total.get("numerator").decimalValue()).isEqualByComparingTo("8595");
            assertThat(total.get("denominator").decimalValue()).isEqualByComparingTo("8876");
        } else {
            assertThat(row.agreesWith(total.get("value").decimalValue())).as("%s: over HTTP it is %s", row, total).isTrue();
        }
    }

    @Test
    void overHttpAll39StatementsStandAndAllButTheOneWithoutADenominatorHold() {
        List<JsonNode> statements = json("/api/statements").get("statements").valueStream().filter(one -> !one.get("code").isNull()).toList();
        assertThat(statements).hasSize(39);
        Map<String, String> holds = new HashMap<>();
        statements.forEach(one -> holds.put(one.get("code").asString(), one.get("holds").asString()));
        rows().forEach(row -> assertThat(holds.get(row.id())).as(row.toString()).isEqualTo(row.id().equals("F36") ? "open" : "yes"));
    }

    private JsonNode json(String path) {
        Browser.Reply reply = users.browser().get(path, "Authorization", "Bearer " + users.token(ministryOffice));
        assertThat(reply.status()).as(reply.body()).isEqualTo(200);
        return new JsonMapper().readTree(reply.body());
    }

    @Test
    void thereAre39OfThem() {
        assertThat(rows()).hasSize(39);
    }

    @Test
    void theAverageCarriesItsOwnSums() {
        Answer.Cell average = ask("officers_per_commune", REVIEW, NATION);
        assertThat(average.numerator()).isEqualByComparingTo("44694");
        assertThat(average.denominator()).isEqualByComparingTo("8595");
    }

    @Test
    void theSeriesOfHaiDuongCrossesItsTargetOnTheDayThatWasPrinted() {
        String haiDuong = "P30@2021-07-01";
        assertThat(ask("id_applications", Period.parse("@2021-05-13"), haiDuong).value()).isLessThan(BigDecimal.valueOf(988_200));
        assertThat(ask("id_applications", Period.parse("@2021-05-14"), haiDuong).value()).isEqualByComparingTo("991830");
        assertThat(ask("id_days_ahead", Period.parse("@2021-05-13"), haiDuong).value()).as("not reached yet").isNull();
    }

    @Test
    void theFundsOfTheMinistryAndOfTheProvinceSayThatTheyAreNotToBeCompared() {
        assertThat(indicators.require("ministry_funds").definitionVi()).contains("không so sánh với kinh phí của tỉnh");
        assertThat(indicators.require("province_funds").definitionVi()).contains("không so sánh với kinh phí do Bộ Công an bố trí");
    }

    @Test
    void haGiangAndHaiDuongHaveTheSamePairOfNumbersAndBothStay() {
        assertThat(ask("officers_posted", Period.parse("@2021-05-31"), "P02@2021-07-01").value()).isEqualByComparingTo("940");
        assertThat(ask("officers_posted", Period.parse("@2020-10-31"), "P30@2021-07-01").value()).isEqualByComparingTo("940");
    }

    /** Those that the records of staffing tell: asked, they are counted, and what the communes reported for the same day stands beside. */
    @Test
    void whatTheRecordsTellIsCountedFromThem() {
        Map<String, List<String>> asked = Map.of(
                "officers_posted", List.of("@2021-04-23 NVN@2021-07-01 44694", "@2021-05-31 P02@2021-07-01 940"),
                "communes_staffed", List.of("@2021-04-23 NVN@2021-07-01 8595", "@2021-05-31 P02@2021-07-01 188"),
                "party_cells", List.of("@2021-04-23 NVN@2021-07-01 7936"), "communes_filled", List.of("@2020-10-31 P30@2021-07-01 188"),
                "wards_staffed", List.of("~2018 P62@2021-07-01 10"), "towns_staffed", List.of("~2018 P62@2021-07-01 6"), "key_communes_staffed", List.of("~2018 P62@2021-07-01 32"));
        asked.forEach((code, rows) -> rows.forEach(row -> {
            String[] part = row.split(" ");
            assertThat(indicators.require(code).measured(Period.parse(part[0]).end(), null)).as(code).isTrue();
            assertThat(ask(code, Period.parse(part[0]), part[1]).value()).as(code + " " + row).isEqualByComparingTo(part[2]);
            var question = new Question(List.of(code), List.of(Period.parse(part[0])), part[1].startsWith("N") ? Level.NATION : Level.PROVINCE, part[1], Period.parse(part[0]).end());
            assertThat(users.as(ministryOffice, () -> pivot.reported(question).total(0, 0)).value()).as("reported, " + code).isNotNull();
            assertThat(users.as(ministryOffice, () -> pivot.ask(question.at(Level.COMMUNE)).total(0, 0)).value()).as("commune by commune, " + code).isEqualByComparingTo(part[2]);
        }));
    }

    @Test
    void aTypedFigureOfADayThatTheRecordsCoverIsRefused() {
        Browser.Reply reply = users.browser().send("POST", "/api/figures",
                "{\"rows\":[{\"indicator\":\"officers_posted\",\"period\":\"@2021-04-23\",\"place\":\"C00721@2021-07-01\",\"value\":9}],\"reason\":\"thử\"}",
                "Authorization", "Bearer " + users.token(ministryOffice), "Content-Type", "application/json");
        assertThat(reply.status()).as(reply.body()).isEqualTo(422);
        assertThat(reply.body()).contains("được đếm từ sổ");
    }

    // last: it changes the figures that the others ask for
    @Order(Integer.MAX_VALUE)
    @Test
    void oneOfficerMoreInOneCommuneShowsInTheProvinceTheNationAndTheReport() {
        record Late(int officer, long district, long commune, int home, LocalDate begun) {}
        Late late = users.asOwner(jdbc -> jdbc.sql("""
                        -- Somebody who came from a district to a commune just after the day of the review, into a commune that had somebody on it
                        select c.officer_id as officer, d.id as district, c.id as commune, c.home, c.valid_from as begun
                        from staffing.posting c
                        join staffing.posting d on d.officer_id = c.officer_id and d.kind = 'full' and d.title_id = 11 and d.valid_to = c.valid_from and d.valid_from < '2021-04-01'
                        join territory.pub_place t on t.place_id = c.place_id and t.kind = 'xa' and t.valid_from <= '2021-04-23' and '2021-04-23' < t.valid_to
                        where c.kind = 'full' and c.title_id = 3 and c.valid_from between '2021-04-24' and '2021-07-31'
                        and exists (select from staffing.posting o where o.place_id = c.place_id and o.kind = 'full' and o.valid_from <= '2021-04-23' and '2021-04-23' < o.valid_to)
                        order by c.home, c.id limit 1""").query(Late.class).single());
        String province = "P%02d@2021-07-01".formatted(late.home());
        int provincial = offices.serving(users.asOwner(jdbc -> jdbc.sql("select place_id from staffing.officer where id = ?").param(late.officer()).query(Integer.class).single()), TODAY)
                .map(office -> office.kind().equals("provincial") ? office.id() : office.parentId()).orElseThrow();
        Browser staff = users.signIn(users.person("tochuc.them", "provincial_staff", provincial));
        BigDecimal inProvince = ask("officers_posted", REVIEW, province).value();
        BigDecimal inNation = ask("officers_posted", REVIEW, NATION).value();
        Browser ministry = users.signIn(ministryOffice);
        String review = "/reviews/" + users.asOwner(jdbc -> jdbc.sql("select min(id) from reviews.review").query(Long.class).single());
        String before = ministry.get(review).body();
        assertThat(before).contains("44.694");

        // the decision says 20 April, not May: the posting of 2021 is mended today
        for (Map<String, String> mend : List.of(Map.of("posting", String.valueOf(late.district()), "to", "2021-04-20"), Map.of("posting", String.valueOf(late.commune()), "from", "2021-04-20"))) {
            var fields = new HashMap<>(Map.of("officer", String.valueOf(late.officer()), "reason", "Quyết định ghi ngày 20/4/2021"));
            Map<String, java.time.LocalDate[]> days = users.asOwner(jdbc -> jdbc.sql("select id, valid_from, valid_to from staffing.posting where officer_id = ?").param(late.officer())
                    .query((row, n) -> Map.entry(String.valueOf(row.getLong(1)), new LocalDate[] {row.getObject(2, LocalDate.class), row.getObject(3, LocalDate.class)})).list()
                    .stream().collect(java.util.stream.Collectors.toMap(Map.Entry::getKey, Map.Entry::getValue)));
            LocalDate[] stands = days.get(mend.get("posting"));
            fields.put("from", mend.getOrDefault("from", stands[0].toString()));
            if (mend.containsKey("to") || stands[1].getYear() < 9999) {
                fields.put("to", mend.getOrDefault("to", stands[1].toString()));
            }
            Browser.Reply reply = staff.post("/staffing/postings/" + mend.get("posting") + "/mending", fields);
            assertThat(reply.location()).as(reply.body()).startsWith("/staffing/postings/");
        }

        assertThat(ask("officers_posted", REVIEW, province).value()).isEqualByComparingTo(inProvince.add(BigDecimal.ONE));
        assertThat(ask("officers_posted", REVIEW, NATION).value()).isEqualByComparingTo(inNation.add(BigDecimal.ONE));
        assertThat(ministry.get(review).body()).as("the report").isNotEqualTo(before).contains("44.695");
        java.time.Instant before2026 = java.time.Instant.parse("2026-11-05T00:00:00Z");
        assertThat(users.as(ministryOffice, () -> pivot.ask(new Question(List.of("officers_posted"), List.of(REVIEW), Level.NATION, NATION, REVIEW.end()).knownAt(before2026)).total(0, 0).value()))
                .as("as it was known on 5 November").isEqualByComparingTo(inNation);
    }

    private Answer.Cell ask(String indicator, Period period, String place) {
        Level level = place.startsWith("N") ? Level.NATION : Level.PROVINCE;
        var question = new Question(List.of(indicator), List.of(period), level, place, period.end());
        return users.as(ministryOffice, () -> pivot.ask(question).total(0, 0));
    }
}

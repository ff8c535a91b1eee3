package vn.bamcoso.demo;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;
import java.util.HashMap;
import java.util.stream.Stream;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.MethodOrderer;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestMethodOrder;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
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
import vn.bamcoso.territory.Place;
import vn.bamcoso.territory.Places;

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
    @Autowired Places places;
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

    // last: it changes the figures that the others ask for
    @Order(Integer.MAX_VALUE)
    @Test
    void oneOfficerMoreInOneCommuneShowsInTheProvinceTheNationAndTheReport() {
        Place commune = users.asOwner(this::aCommuneThatStillStands);
        String province = "P%02d@2021-07-01".formatted(commune.home());
        int office = offices.serving(commune.id(), TODAY).orElseThrow().id();
        int provincial = offices.byId(office, TODAY).orElseThrow().parentId();
        Person clerk = users.person("tonghop.them", "commune_clerk", office);
        Person chief = users.person("truong.them", "commune_chief", office);
        Person staff = users.person("thammuu.them", "provincial_staff", provincial);
        BigDecimal inProvince = ask("officers_posted", REVIEW, province).value();
        BigDecimal inNation = ask("officers_posted", REVIEW, NATION).value();
        Browser ministry = users.signIn(ministryOffice);
        String review = "/reviews/" + users.asOwner(jdbc -> jdbc.sql("select min(id) from reviews.review").query(Long.class).single());
        String before = ministry.get(review).body();

        Browser atCommune = users.signIn(clerk);
        long id = users.asOwner(jdbc -> jdbc.sql("select id from reporting.submission where place_id = ? and period = '@2021-04-23'").param(commune.id()).query(Long.class).single());
        assertThat(atCommune.post("/submissions/" + id + "/correction", Map.of("lock", lock(atCommune, "/submissions/" + id), "reason", "Tính sót một cán bộ.")).location()).endsWith("/entry");
        int officers = users.asOwner(jdbc -> jdbc.sql("select value::int from reporting.draft_cell where submission_id = ? and indicator = 'officers_posted'").param(id).query(Integer.class).single());
        var fields = new HashMap<>(Map.of(
                "v.officers_posted", String.valueOf(officers + 1), "n.officers_posted", "1", "r.officers_posted", "Một cán bộ mới về.",
                "lock", lock(atCommune, "/submissions/" + id + "/entry")));
        List<String> filled = users.asOwner(jdbc -> jdbc.sql("select indicator from reporting.draft_cell where submission_id = ? and value is not null").param(id).query(String.class).list());
        Stream.of("commune_police_all", "key_communes_staffed").filter(code -> !filled.contains(code)).forEach(code -> {
            fields.put("v." + code, "");
            fields.put("r." + code, "Không thống kê kỳ này.");
        });
        Browser.Reply presented = atCommune.post("/submissions/" + id + "/presentation", fields);
        assertThat(presented.location()).as(presented.body()).contains("done=presented");
        Browser signing = users.signIn(chief);
        assertThat(signing.post("/submissions/" + id + "/sending", Map.of("lock", lock(signing, "/submissions/" + id))).location()).contains("done=sent");
        assertThat(ask("officers_posted", REVIEW, NATION).value()).as("not before the province approves").isEqualByComparingTo(inNation);
        Browser approving = users.signIn(staff);
        assertThat(approving.post("/submissions/" + id + "/approval", Map.of("lock", lock(approving, "/submissions/" + id))).location()).contains("done=approved");

        assertThat(ask("officers_posted", REVIEW, province).value()).isEqualByComparingTo(inProvince.add(BigDecimal.ONE));
        assertThat(ask("officers_posted", REVIEW, NATION).value()).isEqualByComparingTo(inNation.add(BigDecimal.ONE));
        assertThat(ministry.get(review).body()).as("the report").isNotEqualTo(before).contains("44.695");
    }

    private Place aCommuneThatStillStands(JdbcClient jdbc) {
        int id = jdbc.sql("""
                        select t.place_id from territory.pub_place t
                        join territory.pub_place n on n.place_id = t.place_id and n.level = 'commune' and n.valid_to = 'infinity'
                        join reporting.submission s on s.place_id = t.place_id and s.period = '@2021-04-23' and s.status = 'approved' and s.revision = 1
                        join territory.pub_office o on o.office_id = s.office_id and o.valid_to = 'infinity'
                        where t.valid_from = '-infinity' and t.kind = 'xa' and n.kind = 'xa' order by t.key limit 1""").query(Integer.class).single();
        return places.byId(id, REVIEW.end()).orElseThrow();
    }

    private static String lock(Browser browser, String path) {
        Matcher lock = Pattern.compile("name=\"lock\" value=\"(\\d+)\"").matcher(browser.get(path).body());
        return lock.find() ? lock.group(1) : "-1";
    }

    private Answer.Cell ask(String indicator, Period period, String place) {
        Level level = place.startsWith("N") ? Level.NATION : Level.PROVINCE;
        var question = new Question(List.of(indicator), List.of(period), level, place, period.end());
        return users.as(ministryOffice, () -> pivot.ask(question).total(0, 0));
    }
}

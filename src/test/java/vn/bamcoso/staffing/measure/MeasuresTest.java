package vn.bamcoso.staffing.measure;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import vn.bamcoso.calendar.Period;
import vn.bamcoso.demo.TinyNation;
import vn.bamcoso.figures.Answer;
import vn.bamcoso.figures.Indicators;
import vn.bamcoso.figures.Level;
import vn.bamcoso.figures.Pivot;
import vn.bamcoso.figures.Question;
import vn.bamcoso.identity.Browser;
import vn.bamcoso.identity.TestUsers;
import vn.bamcoso.identity.TestUsers.Person;
import vn.bamcoso.staffing.By;
import vn.bamcoso.staffing.Makeup;
import vn.bamcoso.staffing.Strength;
import vn.bamcoso.territory.Offices;
import vn.bamcoso.territory.Place;
import vn.bamcoso.territory.Places;

/** What is counted from the records of Hà Giang and old Tuyên Quang, recounted by other means. */
@TinyNation
class MeasuresTest {
    private static final LocalDate TODAY = LocalDate.of(2026, 11, 21);
    private static final List<String> DAYS = List.of("2018-12-31", "2019-12-31", "2021-04-23", "2021-05-31", "2025-02-28", "2025-03-01", "2025-06-30", "2025-07-01", "2026-11-21");

    @Autowired TestUsers users;
    @Autowired Pivot pivot;
    @Autowired Indicators indicators;
    @Autowired Strength strength;
    @Autowired Makeup makeup;
    @Autowired Places places;
    @Autowired Offices offices;

    private Person ministry(String login) {
        return users.person(login, "ministry_office", offices.department("V01", TODAY).orElseThrow().id());
    }

    @Test
    void theKeptStrengthIsWhatPostsAndPostingsSayOnAnyDay() {
        for (String day : DAYS) {
            List<String> different = users.asOwner(jdbc -> jdbc.sql("""
                            with held as (select place_id, count(*) filter (where title_id = 1) as c, count(*) filter (where title_id = 2) as d, count(*) filter (where title_id = 3) as m
                                          from staffing.posting where kind = 'full' and title_id <= 3 and valid_from <= cast(:day as date) and cast(:day as date) < valid_to group by 1),
                            posts as (select place_id, sum(number) as n from staffing.post where title_id <= 3 and valid_from <= cast(:day as date) and cast(:day as date) < valid_to group by 1),
                            kept as (select * from staffing.strength where year = staffing.year_of(cast(:day as date)) and valid_from <= cast(:day as date) and cast(:day as date) < valid_to)
                            select place_id || '' from held full join posts using (place_id) full join kept k using (place_id)
                            where (coalesce(c, 0), coalesce(d, 0), coalesce(m, 0), coalesce(n, 0)) is distinct from
                                  (coalesce(k.chiefs, 0), coalesce(k.deputies, 0), coalesce(k.members, 0), coalesce(k.chief_posts + k.deputy_posts + k.member_posts, 0))""")
                    .param("day", day).query(String.class).list());
            assertThat(different).as(day).isEmpty();
        }
    }

    @Test
    void whatProvincesAddUpToIsWhatTheirCommunesSay() {
        Person asking = ministry("vanphong.dem");
        for (String code : List.of("officers_posted", "officers_commune_level", "communes_staffed", "communes_filled", "communes_headed", "posts_vacant", "officers_chiefs", "officers_women", "officers_party_members",
                "officers_field_rank", "officers_youth_roles", "party_cells", "party_cell_police", "auxiliaries_security_team", "auxiliaries_semi_professional", "security_teams")) {
            for (String day : List.of("2021-04-23", "2024-12-31", "2026-11-21")) {
                Answer.Cell sums = total(asking, code, day, Level.PROVINCE);
                Answer.Cell places = total(asking, code, day, Level.COMMUNE);
                assertThat(sums.value() == null ? 0 : sums.value().intValueExact()).as(code + " " + day).isEqualTo(places.value() == null ? 0 : places.value().intValueExact());
            }
        }
        assertThat(total(asking, "officers_commune_level", "2021-04-23", Level.NATION).value())
                .isEqualByComparingTo(total(asking, "officers_chiefs", "2021-04-23", Level.NATION).value().add(total(asking, "officers_deputies", "2021-04-23", Level.NATION).value())
                        .add(total(asking, "officers_members", "2021-04-23", Level.NATION).value()));
    }

    private Answer.Cell total(Person asking, String code, String day, Level level) {
        return users.as(asking, () -> pivot.ask(new Question(List.of(code), List.of(Period.asOf(LocalDate.parse(day))), level, "NVN@2021-07-01", LocalDate.parse(day))).total(0, 0));
    }

    @Test
    void personalCountsAreForTheFieldPersonnelOnly() {
        Place province = places.byKey("P08@2026-11-21").orElseThrow();
        Person organisation = users.person("tochuc.khong-dem", "provincial_staff", offices.serving(province.id(), TODAY).orElseThrow().id(), 1);
        Browser browser = users.signIn(organisation);
        String question = "&period=@2026-11-21&level=province&within=P08@2026-11-21&map=2026-11-21";
        assertThat(browser.get("/api/figures?indicator=officers_commune_level" + question).status()).isEqualTo(200);
        assertThat(browser.get("/api/figures?indicator=officers_women" + question).status()).isEqualTo(404);
    }

    @Test
    void aLineOfTheFormThatTheRecordsTellIsShownFilledAndLocked() {
        Place commune = places.byKey("C00721@2026-11-21").orElseThrow();
        int office = offices.serving(commune.id(), TODAY).orElseThrow().id();
        Browser clerk = users.signIn(users.person("tonghop.khoa", "commune_clerk", office));
        String entry = clerk.post("/forms/so-lieu-so-ket/submissions", Map.of("place", String.valueOf(commune.id()), "period", "@2026-11-10")).location();
        String page = clerk.get(entry).body();
        int officers = users.asOwner(jdbc -> jdbc.sql("select count(*)::int from staffing.posting where place_id = ? and kind = 'full' and valid_from <= '2026-11-10' and valid_to > '2026-11-10'").param(commune.id()).query(Integer.class).single());
        assertThat(page).contains("từ sổ biên chế, không phải nhập").doesNotContain("name=\"v.officers_posted\"").contains(">" + officers + "</a>");
    }

    @Test
    void ranksAreThoseOfTheDayAsTheyWereKnown() throws InterruptedException {
        Place commune = places.byKey("C00721@2026-11-21").orElseThrow();
        int officer = users.asOwner(jdbc -> jdbc.sql("select o.id from staffing.posting p join staffing.officer o on o.id = p.officer_id where p.place_id = ? and p.kind = 'full' and p.valid_from <= '2026-10-01' and p.valid_to = 'infinity' and o.rank = 'dai_uy' order by o.id limit 1")
                .param(commune.id()).query(Integer.class).single());
        String name = users.asOwner(jdbc -> jdbc.sql("select name from staffing.officer where id = ?").param(officer).query(String.class).single());
        String education = users.asOwner(jdbc -> jdbc.sql("select education from staffing.officer where id = ?").param(officer).query(String.class).single());
        Person staff = users.person("tochuc.cap-bac", "provincial_staff", offices.serving(places.byKey("P08@2026-11-21").orElseThrow().id(), TODAY).orElseThrow().id());
        LocalDate september = LocalDate.of(2026, 9, 15);
        LocalDate october = LocalDate.of(2026, 10, 15);
        int before = majors(staff, commune, october, null);
        Instant moment = Instant.now();
        Thread.sleep(20);
        Browser browser = users.signIn(staff);
        String page = "/staffing/officers/" + officer + "/record";
        var fields = new java.util.HashMap<>(Map.of("name", name, "rank", "thieu_ta", "education", education, "partySince", "", "why", "QĐ 812", "since", "2030-01-01"));
        assertThat(browser.post(page, fields).body()).as("a day to come").contains("không muộn hơn hôm nay");
        fields.put("since", "2026-10-01");
        assertThat(browser.post(page, fields).location()).contains(page);

        assertThat(majors(staff, commune, october, null)).as("since October").isEqualTo(before + 1);
        assertThat(majors(staff, commune, october, moment)).as("as it was known before").isEqualTo(before);
        assertThat(majors(staff, commune, september, null)).as("in September still a captain").isEqualTo(before);
        assertThat(browser.get("/staffing/officers/" + officer).body()).contains("Cấp bậc hàm, trình độ trước đây", "đến hết ngày 30/9/2026");
        Person ministry = ministry("vanphong.cap-bac");
        for (LocalDate day : List.of(september, october)) {
            assertThat(users.as(ministry, () -> pivot.ask(new Question(List.of("officers_field_rank"), List.of(Period.asOf(day)), Level.PROVINCE, null, TODAY))).total(0, 0).value())
                    .as("added up, and one by one, " + day)
                    .isEqualByComparingTo(users.as(ministry, () -> pivot.ask(new Question(List.of("officers_field_rank"), List.of(Period.asOf(day)), Level.COMMUNE, null, TODAY))).total(0, 0).value());
        }
        assertThat(browser.get("/api/staffing/strength?on=2026-10-15&level=commune&by=education").body()).contains("\"dai_hoc\":");
    }

    private int majors(Person asking, Place commune, LocalDate day, Instant known) {
        int province = places.byKey("P08@2026-11-21").orElseThrow().id();
        return users.as(asking, () -> makeup.of(By.RANK, new Strength.Question(day, TODAY, "commune", province, known))).lines().get(commune.id()).getOrDefault("thieu_ta", 0);
    }

    @Test
    void theMinistryOfficeSaysFromWhichDayTheRecordsAreTaken() {
        Browser ministry = users.signIn(ministry("vanphong.dat-ngay"));
        Period then = Period.asOf(LocalDate.of(2021, 4, 23));
        assertThat(indicators.require("wards_staffed").measured(then.end(), null)).isTrue();
        assertThat(indicators.require("wards_staffed").measured(then.end(), Instant.parse("2026-10-01T00:00:00Z"))).as("asked as of October it was still typed").isFalse();
        assertThat(ministry.post("/staffing/measures", Map.of("code", "wards_staffed", "from", "")).location()).contains("/staffing/measures");
        assertThat(indicators.require("wards_staffed").measured(then.end(), null)).isFalse();
        assertThat(ministry.post("/staffing/measures", Map.of("code", "wards_staffed", "from", "2018-10-01")).location()).contains("/staffing/measures");
        assertThat(indicators.require("wards_staffed").measured(then.end(), null)).isTrue();
        assertThat(ministry.get("/staffing/measures?on=2021-05-31").body()).contains("Số đếm từ sổ");
    }

    @Test
    void aPostThatIsTakenBackTodayStillStoodYesterday() throws InterruptedException {
        Place commune = places.byKey("C00721@2026-11-21").orElseThrow();
        Person asking = ministry("vanphong.bien-che");
        int before = users.as(asking, () -> strength.communes(TODAY, null)).get(commune.id()).all().allotted();
        Instant moment = Instant.now();
        Thread.sleep(20);
        users.asOwner(jdbc -> jdbc.sql("update staffing.post set valid_to = '2026-06-01' where place_id = ? and title_id = 3 and valid_to = 'infinity'").param(commune.id()).update());
        assertThat(users.as(asking, () -> strength.communes(TODAY, null)).get(commune.id()).all().allotted()).isLessThan(before);
        assertThat(users.as(asking, () -> strength.communes(TODAY, moment)).get(commune.id()).all().allotted()).isEqualTo(before);
        users.asOwner(jdbc -> jdbc.sql("update staffing.post set valid_to = 'infinity' where place_id = ? and title_id = 3 and valid_to = '2026-06-01'").param(commune.id()).update());
        assertThat(users.as(asking, () -> strength.communes(TODAY, null)).get(commune.id()).all().allotted()).isEqualTo(before);
    }

    @Test
    void aCeilingIsNeverLessThanWhatIsHandedOutAndAMergedProvinceIsShownAsTheTwoOfThatDay() {
        Browser ministry = users.signIn(ministry("vanphong.chi-tieu"));
        int provincial = offices.serving(places.byKey("P08@2026-11-21").orElseThrow().id(), TODAY).orElseThrow().id();
        var fields = new java.util.HashMap<>(Map.of("office", String.valueOf(provincial), "number", "10", "from", "2027-01-01", "decision", "9/QĐ-BCA", "decidedOn", "2026-11-20"));
        assertThat(ministry.post("/staffing/ceilings", fields).body()).contains("thấp hơn số biên chế");
        fields.put("number", "9000");
        assertThat(ministry.post("/staffing/ceilings", fields).body()).as("124 communes of 35, the ministry was given 4,500").contains("chỉ tiêu chung của Bộ", "4.500");
        fields.put("number", "4450");
        assertThat(ministry.post("/staffing/ceilings", fields).location()).contains("/staffing/establishment");
        assertThat(ministry.get("/staffing/establishment?on=2027-01-01").body()).contains("4.450", "9/QĐ-BCA", "Chỉ tiêu chung 4.500");
        String old = ministry.get("/staffing?within=P08@2026-11-21&on=2021-05-31").body();
        assertThat(old).contains("gồm 2 tỉnh, thành phố của ngày ấy", "Tỉnh Hà Giang", "Tỉnh Tuyên Quang");
        assertThat(ministry.get("/staffing/vacancies?on=2021-05-31").status()).isEqualTo(200);
        assertThat(ministry.get("/staffing/due").body()).as("from the nation to its provinces").contains("value=\"P08@2025-07-01\"").doesNotContain("value=\"C00721@2025-07-01\"");
        assertThat(ministry.get("/staffing/due?within=C00721@2025-07-01").body()).as("a commune, its province, its neighbours").contains("value=\"C00721@2025-07-01\" selected", "value=\"P08@2025-07-01\"", "value=\"C00691@2025-07-01\"");
        assertThat(ministry.get("/api/staffing/strength?on=2021-05-31&level=province&by=sex").body()).contains("\"counts\":{\"");
    }
}

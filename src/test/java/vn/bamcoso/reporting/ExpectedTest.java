package vn.bamcoso.reporting;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.LocalDate;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import vn.bamcoso.InTheHouse;
import vn.bamcoso.calendar.Period;
import vn.bamcoso.identity.TestUsers;
import vn.bamcoso.reporting.completeness.Completeness;
import vn.bamcoso.territory.Place;
import vn.bamcoso.territory.Places;

/** How many reports are expected is one number: the board of who has sent and the page of figures count the same offices. */
@InTheHouse
class ExpectedTest {
    @Autowired Completeness completeness;
    @Autowired Forms forms;
    @Autowired DongVan dongVan;
    @Autowired TestUsers users;
    @Autowired Places places;

    /** Of 3,321 communes, wards and special zones two have no police: Hoàng Sa and Trường Sa. Before 1 July 2025 all 10,035 had. */
    @Test
    void hoangSaAndTruongSaAreExpectedNowhere() {
        var ministry = dongVan.team().ministry();
        assertThat(counted(ministry, "2026-Q2", LocalDate.of(2026, 6, 14))).isEqualTo(3319);
        assertThat(counted(ministry, "2025-Q2", LocalDate.of(2025, 6, 14))).isEqualTo(10035);
        String token = users.token(ministry);
        for (String asked : new String[] {"2026-Q2 3319", "2025-Q2 10035"}) {
            String[] parts = asked.split(" ");
            String answer = users.browser().get("/api/figures?indicator=crime_tips&level=nation&period=" + parts[0], "Authorization", "Bearer " + token).body();
            assertThat(answer).contains("\"expected\":" + parts[1]);
            String measured = users.browser().get("/api/figures?indicator=communes&level=nation&period=" + parts[0], "Authorization", "Bearer " + token).body();
            assertThat(measured).as("counted, not reported").contains("\"value\":" + (parts[1].equals("3319") ? "3321" : "10035"));
        }
    }

    /** An office that takes part since 20 June 2026 owes nothing for the quarter that ended on 14 June; for the next one it does. */
    @Test
    void whoHasComeAfterTheQuarterIsNotMissingInIt() {
        int[] office = users.asOwner(jdbc -> jdbc.sql("""
                        select o.office_id, o.place_id from territory.pub_office o
                        where o.kind = 'commune' and o.valid_from <= '2026-06-20' and '2026-06-20' < o.valid_to
                          and not exists (select from identity.user_grant g where g.office_id = o.office_id)
                          and not exists (select from reporting.submission s where s.place_id = o.place_id)
                        order by o.office_id desc limit 1""").query((row, n) -> new int[] {row.getInt(1), row.getInt(2)}).single());
        users.grant(users.person("moi.den"), "commune_clerk", office[0], null, LocalDate.of(2026, 6, 20), LocalDate.of(2100, 1, 1));
        assertThat(state(office[1], "2026-Q2", LocalDate.of(2026, 6, 14))).isEqualTo(Completeness.State.APART);
        assertThat(state(office[1], "2026-Q3", LocalDate.of(2026, 9, 14))).isIn(Completeness.State.MISSING, Completeness.State.OVERDUE);
    }

    /** Of four communes that take part one sends in time and only zeros, one late, one writes, one is silent. */
    @Test
    void theBoardSaysWhoWasInTimeAndWhoReportedNothingButZero() {
        Form form = forms.require("ket-qua-cong-tac");
        Period period = Period.parse("2026-Q2");
        Place province = places.byKey("P24@2026-11-21").orElseThrow();
        List<Place> communes = places.children(province.id(), DongVan.TODAY_MAP).reversed().subList(0, 4);
        for (int n = 0; n < 3; n++) {
            report(form, period, communes.get(n), n);
        }
        TestUsers.Person ministry = dongVan.team().ministry();
        Completeness.Counts counts = users.in(ministry, () -> completeness.provinces(form, period, DongVan.TODAY_MAP)).stream().filter(one -> one.placeId() == province.id()).findFirst().orElseThrow();
        assertThat(counts.late()).isEqualTo(1);
        assertThat(counts.inTime()).isEqualTo(1);
        assertThat(counts.inTimePercent()).as("one of those who take part, to one decimal").isEqualByComparingTo(
                BigDecimal.valueOf(100).divide(BigDecimal.valueOf(counts.taking()), 1, RoundingMode.HALF_UP));
        assertThat(users.in(ministry, () -> completeness.zeros(form, period))).contains(communes.get(0).id()).doesNotContain(communes.get(1).id(), communes.get(2).id());
        String page = users.signIn(users.person("thammuu.bang", "provincial_staff", dongVan.office(province.id()))).get("/completeness?form=ket-qua-cong-tac&period=2026-Q2").body();
        assertThat(page).contains("đúng hạn", "(1/" + counts.taking() + ")", "1 báo cáo toàn số 0");
        assertThat(users.signIn(ministry).get("/completeness?form=ket-qua-cong-tac&period=2026-Q2").body()).as("the map of provinces").contains("Phần đã duyệt trên bản đồ", "within=" + province.key());
        communes.forEach(place -> users.asOwner(jdbc -> jdbc.sql("with gone as (delete from reporting.revision where place_id = :place) delete from reporting.submission where place_id = :place").param("place", place.id()).update()));
    }

    /** The first sent in time, all zero; the second late; the third only begun. */
    private void report(Form form, Period period, Place place, int n) {
        users.asOwner(jdbc -> jdbc.sql("""
                        with report as (
                            insert into reporting.submission (form_id, form_version_id, period, period_start, period_end, office_id, place_id, home, field, status, revision, late, drafted_by, drafted_at,
                                                              submitted_by, submitted_at, waits_at)
                            select :form, :version, :period, '2026-03-15', '2026-06-14', :office, :place, :home, :field, case when sent then 'submitted' else 'draft' end, sent::int, :late, 1, now(),
                                   case when sent then 1 end, case when sent then now() end, case when sent then 'provincial' end from (select :sent as sent) s returning id)
                        insert into reporting.revision (submission_id, number, field, home, place_id, cells, drafted_by, drafted_at, submitted_by, submitted_at)
                        select id, 1, :field, :home, :place, :cells::numeric[], 1, now(), 1, now() from report where :sent""")
                .param("form", form.id()).param("version", forms.requireVersion(form, period).id()).param("period", period.code()).param("office", dongVan.office(place.id())).param("place", place.id())
                .param("home", place.home()).param("field", form.field()).param("sent", n < 2).param("late", n == 1).param("cells", n == 0 ? "{0,0,null,0}" : "{0,7,null,0}").update());
    }

    private Completeness.State state(int place, String period, LocalDate map) {
        return users.in(dongVan.team().ministry(), () -> completeness.places(forms.require("ket-qua-cong-tac"), Period.parse(period), place, map, LocalDate.of(2026, 11, 20))).getFirst().state();
    }

    private int counted(TestUsers.Person person, String period, LocalDate map) {
        return users.in(person, () -> completeness.provinces(forms.require("ket-qua-cong-tac"), Period.parse(period), map).stream().mapToInt(Completeness.Counts::expected).sum());
    }
}

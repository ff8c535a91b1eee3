package vn.bamcoso.reporting;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Import;
import org.springframework.context.annotation.Primary;
import vn.bamcoso.InTheHouse;
import vn.bamcoso.identity.Browser;
import vn.bamcoso.identity.TestUsers;
import vn.bamcoso.identity.TestUsers.Person;
import vn.bamcoso.territory.Place;
import vn.bamcoso.territory.Places;

/**
 * The fourth quarter of 2024 over HTTP, while there were district police: xã Lũng Cú sends through district Đồng Văn to Hà
 * Giang. The clocks of program and database stand where the test puts them.
 */
@InTheHouse
@Import(DistrictChainTest.SetClock.class)
class DistrictChainTest {
    private static final Instant DECEMBER = Instant.parse("2024-12-16T03:00:00Z"); // the first working day after 14 December, a Saturday
    private static final Instant MARCH = Instant.parse("2025-03-03T03:00:00Z"); // the first working day without districts
    private static volatile Instant now = DECEMBER;

    /** Not found by itself: only who imports it has its clock. */
    static class SetClock {
        @Bean
        @Primary
        Clock clockOfTheTest() {
            return new Clock() {
                @Override
                public Instant instant() {
                    return now;
                }

                @Override
                public ZoneId getZone() {
                    return ZoneOffset.UTC;
                }

                @Override
                public Clock withZone(ZoneId zone) {
                    return this;
                }
            };
        }
    }

    @Autowired TestUsers users;
    @Autowired Places places;

    private void itIs(Instant moment) {
        now = moment;
        users.asOwner(jdbc -> {
            jdbc.sql("create schema if not exists set_clock").update();
            jdbc.sql("grant usage on schema set_clock to public").update();
            jdbc.sql("create or replace function set_clock.now() returns timestamptz stable language sql as $$ select timestamptz '" + moment + "' $$").update();
            return jdbc.sql("alter function access.enter(int, int) set search_path = set_clock, pg_catalog, pg_temp").update();
        });
    }

    private int office(String kind, Place place) {
        return users.asOwner(jdbc -> jdbc.sql("select office_id from territory.pub_office where kind = ? and place_id = ? and valid_from <= ? and ? < valid_to")
                .params(kind, place.id(), LocalDate.of(2024, 12, 16), LocalDate.of(2024, 12, 16)).query(Integer.class).single());
    }

    private long sent(Place commune, String name) {
        Person clerk = users.person("tonghop." + name, "commune_clerk", office("commune", commune));
        Person chief = users.person("truong." + name, "commune_chief", office("commune", commune));
        Browser writing = users.signIn(clerk);
        Browser.Reply opened = writing.post("/forms/ket-qua-cong-tac/submissions", Map.of("place", String.valueOf(commune.id()), "period", "2024-Q4"));
        assertThat(opened.status()).as(opened.body()).isEqualTo(303);
        long id = Long.parseLong(opened.location().split("/")[2]);
        var fields = JourneyTest.values(34, 6, 21, 3, 4, 12, 7, 610, 9, 2, 0, 1);
        fields.put("lock", String.valueOf(JourneyTest.lockOfEntry(writing, id)));
        assertThat(writing.post("/submissions/" + id + "/presentation", fields).location()).contains("done=presented");
        Browser signing = users.signIn(chief);
        assertThat(signing.post("/submissions/" + id + "/sending", lock(signing, id)).location()).contains("done=sent");
        return id;
    }

    /** Of the page; of the report itself where the page offers no act. */
    private Map<String, String> lock(Browser browser, long id) {
        int shown = JourneyTest.lock(browser, id);
        Integer kept = users.asOwner(jdbc -> jdbc.sql("select version from reporting.submission where id = ?").param(id).query(Integer.class).single());
        return Map.of("lock", String.valueOf(shown >= 0 ? shown : kept));
    }

    private String waits(long id) {
        return users.asOwner(jdbc -> jdbc.sql("select status || ' ' || coalesce(waits_at, '') from reporting.submission where id = ?").param(id).query(String.class).single());
    }

    @Test
    void aReportGoesThroughTheDistrictUntilFebruary2025AndOneThatLiesThereWaitsAtTheProvinceFromMarch() {
        itIs(DECEMBER);
        Place commune = places.byKey("C00715@2024-12-16").orElseThrow();
        Place district = places.byId(commune.parentId(), LocalDate.of(2024, 12, 16)).orElseThrow();
        Place province = places.byKey("P02@2024-12-16").orElseThrow();
        assertThat(district.level()).isEqualTo("district");
        Place second = places.children(district.id(), LocalDate.of(2024, 12, 16)).stream().filter(other -> other.id() != commune.id()).findFirst().orElseThrow();
        Person atDistrict = users.person("huyen.dongvan", "provincial_staff", office("district", district));
        Person atProvince = users.person("tinh.hagiang", "provincial_staff", office("provincial", province));

        long first = sent(commune, "dau");
        long left = sent(second, "sau");
        assertThat(waits(first)).isEqualTo("submitted district");
        Browser province1 = users.signIn(atProvince);
        assertThat(province1.post("/submissions/" + first + "/approval", lock(province1, first)).status()).as("not the province's turn yet").isEqualTo(403);
        Browser forwarding = users.signIn(atDistrict);
        assertThat(forwarding.get("/approvals").body()).contains(commune.fullName());
        assertThat(forwarding.post("/submissions/" + first + "/approval", lock(forwarding, first)).status()).as("a district forwards, it does not approve").isEqualTo(403);
        assertThat(forwarding.post("/submissions/" + first + "/forwarding", lock(forwarding, first)).location()).contains("done=forwarded");
        assertThat(waits(first)).isEqualTo("submitted provincial");
        assertThat(province1.post("/submissions/" + first + "/approval", lock(province1, first)).location()).contains("done=approved");
        assertThat(waits(first)).isEqualTo("approved ");
        assertThat(figures(commune)).isEqualTo(12);
        assertThat(waits(left)).as("the other one lies at the district").isEqualTo("submitted district");

        itIs(MARCH);
        Browser gone = users.signIn(atDistrict);
        assertThat(gone.get("/submissions/" + left).status()).as("the district police has ended, and what it saw with it").isEqualTo(404);
        Browser province2 = users.signIn(atProvince);
        assertThat(province2.get("/approvals").body()).contains(second.fullName());
        assertThat(province2.post("/submissions/" + left + "/approval", lock(province2, left)).location()).contains("done=approved");
        assertThat(waits(left)).isEqualTo("approved ");
        assertThat(figures(second)).isEqualTo(12);
    }

    private int figures(Place commune) {
        return users.asOwner(jdbc -> jdbc.sql("select count(*) from figures.figure f join figures.period p on p.id = f.period_id where f.place_id = ? and p.code = '2024-Q4'")
                .param(commune.id()).query(Integer.class).single());
    }
}

package vn.bamcoso.reporting;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Clock;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.Map;
import java.util.TimeZone;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.TestConfiguration;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Import;
import org.springframework.context.annotation.Primary;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.context.TestPropertySource;
import vn.bamcoso.InTheHouse;
import vn.bamcoso.basics.VietnamTime;
import vn.bamcoso.identity.Browser;
import vn.bamcoso.identity.TestUsers;

/**
 * The server stands in California, the program and its database on Californian time, fourteen hours behind: days, periods and
 * last days in time are still Viet Nam's, to the second around its midnight.
 */
@InTheHouse
@Import(OtherServerZoneTest.OneMoment.class)
@TestPropertySource(properties = "bamcoso.test.own-database=zone")
class OtherServerZoneTest {
    private static final TimeZone BEFORE = TimeZone.getDefault();

    /** The moment that the whole program takes for now. */
    static final class Moment extends Clock {
        volatile Instant now = Instant.now();

        @Override
        public ZoneId getZone() {
            return ZoneOffset.UTC;
        }

        @Override
        public Clock withZone(ZoneId zone) {
            return Clock.fixed(now, zone);
        }

        @Override
        public Instant instant() {
            return now;
        }
    }

    @TestConfiguration(proxyBeanMethods = false)
    static class OneMoment {
        @Bean
        @Primary
        Moment moment() {
            return new Moment();
        }
    }

    @Autowired Moment clock;
    @Autowired DongVan dongVan;
    @Autowired TestUsers users;
    @Autowired JdbcClient jdbc;

    @BeforeAll
    static void california() {
        TimeZone.setDefault(TimeZone.getTimeZone("America/Los_Angeles"));
    }

    @AfterAll
    static void home() {
        TimeZone.setDefault(BEFORE);
    }

    private void at(String vietnameseTime) {
        clock.now = LocalDateTime.parse(vietnameseTime).atZone(VietnamTime.ZONE).toInstant();
    }

    /** The third quarter of 2026 ended on Monday 14 September; a report is in time for two working days more. */
    @Test
    void aQuarterBeginsAndAReportIsLateAtTheMidnightOfVietNam() {
        assertThat(jdbc.sql("show timezone").query(String.class).single()).as("the database is on Californian time too").isEqualTo("America/Los_Angeles");
        at("2026-09-14T23:59:59");
        DongVan.Team team = dongVan.team();
        Browser clerk = users.signIn(team.clerk());
        assertThat(open(clerk, team, "2026-Q4").status()).as("in California it is the morning of the 14th").isEqualTo(422);
        at("2026-09-15T00:00:01");
        assertThat(open(clerk, team, "2026-Q4").status()).as("and still is; here the quarter has begun").isEqualTo(303);

        long id = Long.parseLong(open(clerk, team, "2026-Q3").location().split("/")[2]);
        String due = column("select due::text from reporting.submission where id = ?", id);
        assertThat(due).isEqualTo("2026-09-16");
        at(due + "T23:59:58");
        clerk = users.signIn(team.clerk());
        Browser chief = users.signIn(team.chief());
        assertThat(chief.get("/submissions/" + id).body()).doesNotContain("quá hạn");
        var fields = JourneyTest.values(34, 6, 21, 3, 4, 12, 7, 610, 9, 2, 0, 1);
        fields.put("lock", String.valueOf(JourneyTest.lockOfEntry(clerk, id)));
        assertThat(clerk.post("/submissions/" + id + "/presentation", fields).location()).contains("done=presented");
        at(due + "T23:59:59");
        assertThat(chief.post("/submissions/" + id + "/sending", Map.of("lock", String.valueOf(JourneyTest.lock(chief, id)))).location()).contains("done=sent");
        assertThat(column("select late::text from reporting.submission where id = ?", id)).isEqualTo("false");
        assertThat(column("select to_char(submitted_at at time zone 'Asia/Ho_Chi_Minh', 'HH24:MI:SS') from reporting.submission where id = ?", id)).isEqualTo("23:59:59");
        assertThat(column("select min(to_char(at at time zone 'Asia/Ho_Chi_Minh', 'HH24:MI:SS')) from audit.entry where act = 'reporting.submission.sent' and subject = 'submission:' || ?", id)).isEqualTo("23:59:59");
        assertThat(chief.get("/submissions/" + id).body()).contains("23:59");

        DongVan.Team other = dongVan.team();
        Browser otherClerk = users.signIn(other.clerk());
        long second = Long.parseLong(open(otherClerk, other, "2026-Q3").location().split("/")[2]);
        fields.put("lock", String.valueOf(JourneyTest.lockOfEntry(otherClerk, second)));
        otherClerk.post("/submissions/" + second + "/presentation", fields);
        clock.now = VietnamTime.endOf(java.time.LocalDate.parse(due));
        Browser otherChief = users.signIn(other.chief());
        assertThat(otherChief.post("/submissions/" + second + "/sending", Map.of("lock", String.valueOf(JourneyTest.lock(otherChief, second)))).location()).contains("done=sent");
        assertThat(column("select late::text from reporting.submission where id = ?", second)).as("a second later").isEqualTo("true");
        assertThat(column("select period_end::text from reporting.submission where id = ?", second)).isEqualTo("2026-09-14");
    }

    private static Browser.Reply open(Browser clerk, DongVan.Team team, String period) {
        return clerk.post("/forms/ket-qua-cong-tac/submissions", Map.of("place", String.valueOf(team.commune().id()), "period", period));
    }

    private String column(String question, long id) {
        return users.asOwner(owner -> owner.sql(question).param(id).query(String.class).single());
    }
}

package vn.bamcoso.notices.feed;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import vn.bamcoso.basics.VietnamTime;
import vn.bamcoso.identity.TestUsers;
import vn.bamcoso.identity.TestUsers.Person;
import vn.bamcoso.notices.NoticesHouse;
import vn.bamcoso.notices.reminding.Owed;

/** The calendar under a secret address, read by the rules of RFC 5545; a revoked address is not found. */
class CalendarFeedTest extends NoticesHouse {
    @Autowired CalendarAddresses addresses;
    @Autowired TestUsers users;
    @Autowired JdbcClient jdbc;
    @Autowired Owed owed;

    private Person chief;

    @BeforeEach
    void chief() {
        int office = jdbc.sql("select max(office_id) from territory.pub_office where kind = 'commune' and valid_to = 'infinity'").query(Integer.class).single();
        chief = users.person("lich.truong", "commune_chief", office);
        owed.clear();
    }

    /** Unfolds the lines and gives each event its properties; fails on what the standard does not allow. */
    private static List<Map<String, String>> parsed(String calendar) {
        assertThat(calendar).endsWith("\r\n").doesNotContainPattern("[^\r]\n");
        for (String line : calendar.split("\r\n")) {
            assertThat(line.getBytes(StandardCharsets.UTF_8).length).as(line).isLessThanOrEqualTo(75);
        }
        List<Map<String, String>> events = new ArrayList<>();
        Map<String, String> event = null;
        String[] lines = calendar.replace("\r\n ", "").split("\r\n");
        assertThat(lines[0]).isEqualTo("BEGIN:VCALENDAR");
        assertThat(lines).contains("VERSION:2.0").endsWith("END:VCALENDAR");
        for (String line : lines) {
            assertThat(line).matches("[A-Z-]+(;[A-Z-]+=[^:;]+)*:.*");
            if (line.equals("BEGIN:VEVENT")) {
                event = new TreeMap<>();
            } else if (line.equals("END:VEVENT")) {
                assertThat(event).containsKeys("UID", "DTSTAMP", "DTSTART;VALUE=DATE", "SUMMARY");
                events.add(event);
                event = null;
            } else if (event != null) {
                assertThat(event.put(line.substring(0, line.indexOf(':')), line.substring(line.indexOf(':') + 1).replace("\\,", ",").replace("\\;", ";").replace("\\n", "\n").replace("\\\\", "\\"))).as("once").isNull();
            }
        }
        return events;
    }

    @Test
    void aLongTextWithEverythingThatMustBeEscapedComesBackAsItWas() {
        String text = "Kiện toàn Công an xã; tiến độ, sản phẩm \\ ghi rõ: " + "người, việc, trách nhiệm, thời hạn ".repeat(4) + "ở Đồng Văn";
        var events = parsed(CalendarText.of("Hạn việc của Trưởng Công an xã, rất dài ".repeat(3), List.of(new CalendarText.Entry("a-1@bamcoso", LocalDate.of(2026, 12, 31), text, "https://x.test/tasks/shares/1")), Instant.parse("2026-11-22T06:00:00Z")));
        assertThat(events).singleElement().satisfies(event -> assertThat(event).containsEntry("SUMMARY", text).containsEntry("DTSTART;VALUE=DATE", "20261231").containsEntry("DTEND;VALUE=DATE", "20270101")
                .containsEntry("DTSTAMP", "20261122T060000Z").containsEntry("URL", "https://x.test/tasks/shares/1"));
    }

    @Test
    void theAddressOpensWithoutSigningInAndIsNotFoundOnceRevoked() {
        LocalDate due = VietnamTime.today(java.time.Clock.systemUTC()).plusDays(9);
        owed.add(due, "Việc đến hạn");
        var browser = users.signIn(chief);
        String page = browser.post("/notices/settings/calendar", Map.of()).body();
        String path = page.replaceAll("(?s).*(/calendar/[A-Za-z0-9_-]{32}\\.ics).*", "$1");
        assertThat(browser.get("/notices/settings").body()).as("it is shown once").doesNotContain(path).contains("Đang dùng");
        var reply = users.browser().get(path);
        assertThat(reply.status()).isEqualTo(200);
        assertThat(parsed(reply.body())).anySatisfy(event -> assertThat(event).containsEntry("SUMMARY", "Việc đến hạn").containsEntry("DTSTART;VALUE=DATE", due.toString().replace("-", "")));
        String second = browser.post("/notices/settings/calendar", Map.of()).body().replaceAll("(?s).*(/calendar/[A-Za-z0-9_-]{32}\\.ics).*", "$1");
        assertThat(users.browser().get(path).status()).as("a new one ends the old one").isEqualTo(404);
        assertThat(users.browser().get(second).status()).isEqualTo(200);
        browser.post("/notices/settings/calendar/revocation", Map.of());
        assertThat(users.browser().get(second).status()).isEqualTo(404);
        assertThat(users.browser().get("/calendar/" + "A".repeat(32) + ".ics").status()).isEqualTo(404);
    }
}

package vn.bamcoso.territory.restructuring;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.test.context.TestPropertySource;
import vn.bamcoso.InTheHouse;
import vn.bamcoso.basics.VietnamTime;
import vn.bamcoso.calendar.PeriodKind;
import vn.bamcoso.calendar.PeriodRule;
import vn.bamcoso.identity.Browser;
import vn.bamcoso.identity.TestUsers;
import vn.bamcoso.territory.Place;
import vn.bamcoso.territory.Places;

/** Restructurings as people do them, over HTTP: typed or from a file, seen, carried out by somebody else, withdrawn; and several at once. */
@InTheHouse
@TestPropertySource(properties = "bamcoso.test.own-database=territory")
class RestructuringsOverHttpTest {
    private static final Pattern VERSION = Pattern.compile("name=\"version\" value=\"(\\d+)\"");
    private static final LocalDate TOMORROW = LocalDate.now(VietnamTime.ZONE).plusDays(1);

    @Autowired Places places;
    @Autowired TestUsers users;

    private TestUsers.Person office;
    private Browser prepares;
    private Browser keeps;
    private Browser keepsToo;
    private final List<String> standing = new ArrayList<>();

    @BeforeEach
    void people() {
        int ministry = office("BCA");
        office = users.person("soan.http", "ministry_office", ministry);
        prepares = users.signIn(office);
        keeps = users.signIn(users.person("giu.http", "gazetteer_keeper", ministry, 1));
        keepsToo = users.signIn(users.person("giu.http.2", "gazetteer_keeper", ministry));
    }

    @AfterEach
    void takeBack() {
        standing.forEach(act -> keeps.post(act + "/withdrawal", Map.of()));
    }

    private int office(String code) {
        return users.asOwner(jdbc -> jdbc.sql("select office_id from territory.pub_office where code = :code and kind in ('ministry', 'commune') and valid_to = 'infinity'").param("code", code).query(Integer.class).single());
    }

    private static Map<String, String> head(String title) {
        return new LinkedHashMap<>(Map.of("title", title, "number", "9/NQ", "body", "Quốc hội", "effective", TOMORROW.toString(), "action", "save"));
    }

    private String prepare(String title, String rows) {
        Map<String, String> fields = head(title);
        fields.put("csv", RestructuringsTest.HEAD + rows);
        Browser.Reply reply = prepares.post("/restructurings", fields);
        assertThat(reply.status()).as(reply.body()).isEqualTo(302);
        return reply.location();
    }

    private static String version(Browser.Reply preview) {
        Matcher version = VERSION.matcher(preview.body());
        assertThat(version.find()).as(preview.body()).isTrue();
        return version.group(1);
    }

    private String status(long submission) {
        return users.asOwner(jdbc -> jdbc.sql("select status from reporting.submission where id = :id").param("id", submission).query(String.class).single());
    }

    @Test
    void whatIsTypedIsSeenCarriedOutBySomebodyElseAndWithdrawnAndReportsLapseAndComeBack() {
        Place commune = places.byKey("C00769@2025-07-01").orElseThrow();
        var period = PeriodRule.OFFICIAL.containing(PeriodKind.QUARTER, TOMORROW).orElseThrow();
        var clerk = users.signIn(users.person("tonghop.http", "commune_clerk", office("00769")));
        Browser.Reply opened = clerk.post("/forms/ket-qua-cong-tac/submissions", Map.of("place", String.valueOf(commune.id()), "period", period.code()));
        org.junit.jupiter.api.Assumptions.assumeTrue(opened.status() == 303, "on the last day of a quarter the next has not begun");
        long report = Long.parseLong(opened.location().split("/")[2]);

        assertThat(prepares.get("/restructurings/new").body()).contains("name=\"effective\"", "name=\"csv\"");
        assertThat(keeps.get("/restructurings/new").status()).isEqualTo(403);
        Browser.Reply empty = prepares.post("/restructurings", Map.of("title", "Thiếu", "action", "save"));
        assertThat(empty.status()).isEqualTo(422);
        assertThat(empty.body()).contains("Thiếu mục effective", "value=\"Thiếu\"");

        Map<String, String> typed = head("Xã nhập vào xã bên cạnh");
        typed.putAll(Map.of("what", "merge", "place", "C00769", "code", "", "kind", "", "name", "", "parent", "", "into", "C00778", "share", "", "was", ""));
        Browser.Reply saved = prepares.post("/restructurings", typed);
        assertThat(saved.status()).isEqualTo(302);
        String act = saved.location();
        assertThat(prepares.get(act).body()).contains("Xã nhập vào xã bên cạnh", "dự thảo");

        Browser.Reply seenByAuthor = prepares.get(act + "/preview");
        assertThat(seenByAuthor.body()).contains("Kết thúc 1 đơn vị", "thôi hiệu lực", "kết thúc không còn phải báo cáo: Kết quả công tác Công an xã từ Quý").doesNotContain("name=\"version\"");
        assertThat(prepares.post(act + "/commitment", Map.of("version", "2")).status()).as("who prepared it holds no keeper's grant").isEqualTo(403);
        assertThat(status(report)).isEqualTo("draft");

        assertThat(keeps.post(act + "/commitment", Map.of("version", version(keeps.get(act + "/preview")))).status()).isEqualTo(302);
        standing.add(act);
        assertThat(keeps.get(act).body()).contains("đã thực hiện, chưa đến ngày", "giu.http");
        assertThat(status(report)).as("though this keeper's grant is of another field of work").isEqualTo("lapsed");
        assertThat(places.byId(commune.id(), TOMORROW)).isEmpty();
        assertThat(prepares.post(act, typed).status()).as("no draft any more").isEqualTo(409);

        assertThat(prepares.post(act + "/withdrawal", Map.of()).status()).isEqualTo(403);
        assertThat(keeps.post(act + "/withdrawal", Map.of()).status()).isEqualTo(302);
        standing.clear();
        assertThat(keeps.get(act).body()).contains("đã rút");
        assertThat(status(report)).isEqualTo("draft");
        assertThat(places.byId(commune.id(), TOMORROW)).isPresent();
        assertThat(keeps.post(act + "/withdrawal", Map.of()).body()).contains("đã được rút rồi");
    }

    @Test
    void aFileIsReadAsRowsAndABadOneIsToldRowByRow() {
        String csrf = prepares.csrf();
        assertThat(upload(csrf, RestructuringsTest.HEAD + "rename,C00715,,,Lũng Cú Mới,,,,\n").status()).isEqualTo(302);
        Browser.Reply bad = upload(csrf, RestructuringsTest.HEAD + "nhập,C1,,,,,,,\nsplit,C00721,,,,,C00715,1.2,\n");
        assertThat(bad.status()).isEqualTo(422);
        assertThat(bad.body()).contains("Không có việc “nhập”", "Phần “1.2”");
    }

    /** As a browser sends the form: each field of sixty rows is a part. */
    private Browser.Reply upload(String csrf, String csv) {
        var body = new StringBuilder();
        head("Từ tệp").forEach((name, value) -> body.append("--ranh-gioi\r\nContent-Disposition: form-data; name=\"").append(name).append("\"\r\n\r\n").append(value).append("\r\n"));
        for (int blank = 0; blank < 60; blank++) {
            ChangeRows.COLUMNS.forEach(column -> body.append("--ranh-gioi\r\nContent-Disposition: form-data; name=\"").append(column).append("\"\r\n\r\n\r\n"));
        }
        body.append("--ranh-gioi\r\nContent-Disposition: form-data; name=\"file\"; filename=\"sap-xep.csv\"\r\nContent-Type: text/csv\r\n\r\n").append(csv).append("\r\n--ranh-gioi--\r\n");
        return prepares.send("POST", "/restructurings", body.toString(), "Content-Type", "multipart/form-data; boundary=ranh-gioi", "X-CSRF-TOKEN", csrf);
    }

    @Test
    void ofTwoCommitmentsAtOneInstantOneWinsAndTheOtherIsToldInASentence() throws Exception {
        String act = prepare("Hai người cùng lúc", "rename,C00715,,,Lũng Cú Mới,,,,\n");
        String version = version(keeps.get(act + "/preview"));
        List<Browser.Reply> replies = together(List.of(
                () -> keeps.post(act + "/commitment", Map.of("version", version)),
                () -> keepsToo.post(act + "/commitment", Map.of("version", version))));
        standing.add(act);
        assertThat(replies).extracting(Browser.Reply::status).containsExactlyInAnyOrder(302, 409);
        assertThat(replies).filteredOn(reply -> reply.status() == 409).allSatisfy(reply -> assertThat(reply.body()).contains("không còn là dự thảo"));
        assertThat(users.<Integer>asOwner(jdbc -> jdbc.sql("select count(*)::int from audit.entry where act = 'territory.act.committed' and subject = :act").param("act", "act:" + act.replaceAll("\\D", "")).query(Integer.class).single())).isOne();
    }

    /** 60 communes of Tuyên Quang send 1, 2 … 60 cases of a kind while three of them are made one: 1 + 2 + … + 60 = 1,830. */
    @Test
    void reportsThatArriveWhileAnActIsCarriedOutAreAllThereAndCountOnEveryMap() throws Exception {
        String act = prepare("Sắp xếp trong lúc nhận số liệu", """
                merge,C00715,,,,,C00721,,
                split,C00769,,,,,C00721,0.6,
                split,C00769,,,,,C00778,0.4,
                """);
        String version = version(keeps.get(act + "/preview"));
        int province = places.byKey("P08@2026-01-01").orElseThrow().id();
        List<Place> communes = new ArrayList<>(places.children(province, LocalDate.of(2026, 1, 1)));
        communes.sort(java.util.Comparator.comparing(place -> !List.of("00715", "00721", "00769", "00778").contains(place.code())));
        String token = users.token(office);
        List<Callable<Browser.Reply>> work = new ArrayList<>(List.of(() -> keeps.post(act + "/commitment", Map.of("version", version))));
        for (int first = 0; first < 60; first += 15) {
            int from = first;
            work.add(() -> {
                Browser program = users.browser();
                Browser.Reply last = null;
                for (int i = from; i < from + 15; i++) {
                    String row = "[{\"indicator\":\"cases_resolved\",\"period\":\"2026-Q2\",\"place\":\"%s\",\"value\":%d}]".formatted(communes.get(i).key(), i + 1);
                    last = program.send("POST", "/api/figures", row, "Authorization", "Bearer " + token, "Content-Type", "application/json");
                    assertThat(last.status()).as(last.body()).isEqualTo(201);
                }
                return last;
            });
        }
        List<Browser.Reply> replies = together(work);
        standing.add(act);
        assertThat(replies.getFirst().status()).as(replies.getFirst().body()).isEqualTo(302);

        String facts = "from figures.figure f join figures.period p on p.id = f.period_id and p.code = '2026-Q2' join figures.indicator i on i.id = f.indicator_id and i.code = 'cases_resolved'";
        assertThat(users.<String>asOwner(jdbc -> jdbc.sql("select count(*) || ' ' || trim_scale(sum(value)) " + facts).query(String.class).single())).isEqualTo("60 1830");
        assertThat(users.<Integer>asOwner(jdbc -> jdbc.sql("select count(*)::int " + facts + " join territory.place l on l.id = f.place_id and l.home <> f.home").query(Integer.class).single())).as("homes").isZero();
        assertThat(users.<String>asOwner(jdbc -> jdbc.sql("""
                        select sum(r.n) || ' ' || trim_scale(sum(r.sum)) from figures.roll r
                        join figures.period p on p.id = r.period_id and p.code = '2026-Q2' join figures.indicator i on i.id = r.indicator_id and i.code = 'cases_resolved'""").query(String.class).single())).isEqualTo("60 1830");
        for (String map : List.of("2026-06-14", TOMORROW.toString())) {
            for (String level : List.of("province", "commune")) {
                String csv = prepares.get("/api/figures?indicator=cases_resolved&period=2026-Q2&within=P08@2026-01-01&level=" + level + "&map=" + map + "&format=csv", "Authorization", "Bearer " + token).body();
                assertThat(csv).as(map + " " + level).containsPattern("(?m)^.*total.*[,;]1830(\\.0+)?[,;].*$");
            }
        }
    }

    private static List<Browser.Reply> together(List<Callable<Browser.Reply>> work) throws Exception {
        var start = new CountDownLatch(1);
        try (var threads = Executors.newFixedThreadPool(work.size())) {
            List<Future<Browser.Reply>> running = work.stream().map(one -> threads.submit(() -> {
                start.await();
                return one.call();
            })).toList();
            start.countDown();
            List<Browser.Reply> replies = new ArrayList<>();
            for (Future<Browser.Reply> one : running) {
                replies.add(one.get());
            }
            return replies;
        }
    }
}

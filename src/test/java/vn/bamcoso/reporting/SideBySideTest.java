package vn.bamcoso.reporting;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import vn.bamcoso.InTheHouse;
import vn.bamcoso.identity.Browser;
import vn.bamcoso.identity.TestUsers;
import vn.bamcoso.territory.Place;
import vn.bamcoso.territory.Places;

/** Reports that programs send at the same moment are written together, and stay each its own. */
@InTheHouse
class SideBySideTest {
    @Autowired DongVan dongVan;
    @Autowired TestUsers users;
    @Autowired Places places;
    private DongVan.Team team;
    private String token;

    @BeforeEach
    void people() {
        team = dongVan.team();
        token = users.token(team.staff());
    }

    private static String row(String indicator, String period, String place, int value) {
        return "{\"rows\":[{\"indicator\":\"%s\",\"period\":\"%s\",\"place\":\"%s\",\"value\":%d}],\"reason\":\"Cùng lúc\"}".formatted(indicator, period, place, value);
    }

    /** Sends all of them while nothing can be written, so that they wait together, then lets them go. @return their answers, in order */
    private List<Browser.Reply> atOnce(List<String> bodies) throws Exception {
        var closed = new CountDownLatch(1);
        var open = new CountDownLatch(1);
        try (var senders = Executors.newVirtualThreadPerTaskExecutor()) {
            Future<?> door = senders.submit(() -> users.asOwner(jdbc -> {
                jdbc.sql("begin").update();
                jdbc.sql("lock table figures.origin in share mode").update();
                closed.countDown();
                await(open);
                return jdbc.sql("commit").update();
            }));
            closed.await();
            List<Future<Browser.Reply>> sent = new ArrayList<>();
            for (String body : bodies) {
                sent.add(senders.submit(() -> users.browser().send("POST", "/api/figures", body, "Authorization", "Bearer " + token, "Content-Type", "application/json")));
                Thread.sleep(50);
            }
            Thread.sleep(500);
            boolean early = sent.stream().anyMatch(each -> each.isDone() && each.resultNow().status() == 201);
            open.countDown();
            assertThat(early).as("somebody is told before it is on disk").isFalse();
            door.get();
            List<Browser.Reply> answers = new ArrayList<>();
            for (Future<Browser.Reply> each : sent) {
                answers.add(each.get());
            }
            return answers;
        }
    }

    private static void await(CountDownLatch latch) {
        try {
            latch.await();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private long count(String sql, Object... params) {
        return users.asOwner(jdbc -> jdbc.sql(sql).params(List.of(params)).query(Long.class).single());
    }

    @Test
    void twelveReportsAtOnceAreTwelveReportsAndTheTwoThatAreRefusedHarmNone() throws Exception {
        List<Place> communes = places.children(team.province().id(), DongVan.TODAY_MAP).subList(80, 92);
        List<String> bodies = new ArrayList<>();
        for (int i = 0; i < 12; i++) {
            bodies.add(row("crime_tips", "2018-Q3", oldKey(communes.get(i), "commune"), 100 + i));
        }
        bodies.add(6, row("crime_tips", "2018-Q3", oldKey(team.province(), "province"), 7));
        bodies.add(9, row("crime_tips", "2018-Q3", "C00001@2018-12-14", 7));
        long trail = count("select count(*) from audit.entry where user_id = ? and act = 'reporting.import.recorded'", team.staff().id());

        List<Browser.Reply> answers = atOnce(bodies);

        assertThat(answers.get(6).status()).as("a province is no commune").isEqualTo(422);
        assertThat(answers.get(6).body()).contains("rows[0]");
        assertThat(answers.get(9).status()).as("another province's commune is not there").isEqualTo(404);
        answers.remove(9);
        answers.remove(6);
        assertThat(answers).allSatisfy(answer -> assertThat(answer.status()).as(answer.body()).isEqualTo(201));
        assertThat(answers.stream().map(answer -> answer.body().replaceAll(".*\"importId\":(\\d+).*", "$1")).distinct()).as("an import each").hasSize(12);
        // 12 × 100 + 0 + 1 + … + 11
        assertThat(sums("2018-Q3")).isEqualTo("1266 12; 1266 12");
        assertThat(count("select count(*) from audit.entry where user_id = ? and act = 'reporting.import.recorded'", team.staff().id())).as("a line of the trail each").isEqualTo(trail + 12);
        assertThat(count("select count(distinct f.origin_id) from figures.figure f join figures.period t on t.id = f.period_id join figures.origin o on o.id = f.origin_id where t.code = '2018-Q3' and o.recorded_by = ?", team.staff().id())).as("an origin each").isEqualTo(12);
        assertThat(count("select count(*) from audit.entry e join audit.content c on c.entry_id = e.id where e.user_id = ? and c.after like '%\"figures\":1%'", team.staff().id())).isEqualTo(12);
    }

    @Test
    void fiveCorrectionsOfOneCellAtOnceFollowOneAnother() throws Exception {
        String key = oldKey(places.children(team.province().id(), DongVan.TODAY_MAP).get(93), "commune");
        List<String> bodies = new ArrayList<>();
        for (int i = 1; i <= 5; i++) {
            bodies.add(row("crime_tips", "2018-Q4", key, i * 11));
        }
        List<Browser.Reply> answers = atOnce(bodies);

        Map<Integer, String> byRevision = new TreeMap<>();
        for (int i = 1; i <= 5; i++) {
            byRevision.put(Integer.valueOf(answers.get(i - 1).body().replaceAll(".*\"revision\":(\\d+).*", "$1")), String.valueOf(i * 11));
        }
        assertThat(byRevision.keySet()).as("each its own revision, in the order in which they came in").containsExactly(1, 2, 3, 4, 5);
        assertThat(sums("2018-Q4")).as("the last one stands").isEqualTo(byRevision.get(5) + " 1; " + byRevision.get(5) + " 1");
        String known = users.asOwner(jdbc -> jdbc.sql("""
                        select string_agg(value::int::text, ' ' order by known_from) from (
                            select known_from, value from figures.figure f join figures.period t on t.id = f.period_id where t.code = '2018-Q4' and indicator_id = (select id from figures.indicator where code = 'crime_tips')
                            union all select known_from, value from figures.figure_past f join figures.period t on t.id = f.period_id where t.code = '2018-Q4' and indicator_id = (select id from figures.indicator where code = 'crime_tips')) k""")
                .query(String.class).single());
        assertThat(known).as("each was known for a while, in the same order").isEqualTo(String.join(" ", byRevision.values()));
    }

    /** Recounted from the facts; and as the roll-up has it. */
    private String sums(String period) {
        return users.asOwner(jdbc -> jdbc.sql("""
                        select (select sum(value)::int || ' ' || count(*) from figures.figure f join figures.period t on t.id = f.period_id where t.code = :period and f.indicator_id = (select id from figures.indicator where code = 'crime_tips')) || '; ' ||
                               (select sum(r.sum)::int || ' ' || sum(r.n) from figures.roll r join figures.period t on t.id = r.period_id where t.code = :period and r.indicator_id = (select id from figures.indicator where code = 'crime_tips'))""")
                .param("period", period).query(String.class).single());
    }

    /** A commune or province of 2018 that became part of this one of today, in the province's own area. */
    private String oldKey(Place today, String level) {
        return users.asOwner(jdbc -> jdbc.sql("""
                        select p.key from territory.reach r join territory.pub_place p on p.place_id = r.place_id and p.level = :level and p.valid_from <= date '2018-07-01' and date '2018-12-31' < p.valid_to
                        where r.ancestor_id = :place and r.vintage_id = (select territory.vintage_of(date '2026-11-21')) and p.kind in ('xa', 'tinh', 'thanh_pho') order by p.key limit 1""")
                .param("place", today.id()).param("level", level).query(String.class).single());
    }
}

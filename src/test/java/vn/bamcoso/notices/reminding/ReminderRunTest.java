package vn.bamcoso.notices.reminding;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.support.TransactionTemplate;
import vn.bamcoso.basics.VietnamTime;
import vn.bamcoso.identity.TestUsers;
import vn.bamcoso.identity.TestUsers.Person;
import vn.bamcoso.notices.Notices;
import vn.bamcoso.notices.NoticesHouse;
import vn.bamcoso.notices.reminding.Owed.Thing;

/** A commune of Tuyên Quang owes something by Thursday, 26 November 2026: who is told when, and who when nobody holds the post. */
class ReminderRunTest extends NoticesHouse {
    private static final LocalDate DUE = LocalDate.of(2026, 11, 26);
    private static final LocalDate ISSUED = LocalDate.of(2026, 11, 1);
    private static int count;

    @Autowired Rules rules;
    @Autowired Notices notices;
    @Autowired TransactionTemplate transaction;
    @Autowired Owed owed;
    @Autowired TestUsers users;
    @Autowired JdbcClient jdbc;

    private ReminderRun run;
    private int province;
    private int v01;
    private int ministry;
    private String ref;

    @BeforeEach
    void people() {
        count++;
        ref = "thing-" + count;
        province = jdbc.sql("select office_id from territory.pub_office where kind = 'provincial' and code = '08' and valid_to = 'infinity'").query(Integer.class).single();
        v01 = jdbc.sql("select office_id from territory.pub_office where code = 'V01'").query(Integer.class).single();
        ministry = jdbc.sql("select office_id from territory.pub_office where kind = 'ministry'").query(Integer.class).single();
        users.person("nhac.vanphong", "ministry_office", v01);
        users.person("nhac.lanhdao", "leader", ministry);
        users.person("nhac.giamdoc", "provincial_director", province);
        owed.clear();
        run = new ReminderRun(List.of(owed), rules, notices, jdbc, transaction);
    }

    /** A commune office of the province for each test. */
    private int commune() {
        return jdbc.sql("select office_id from territory.pub_office where kind = 'commune' and parent_id = :province and valid_to = 'infinity' order by office_id limit 1 offset :n").param("province", province).param("n", count).query(Integer.class).single();
    }

    private void owes(int office, @Nullable String role, @Nullable Integer issuer) {
        owed.add(new Thing(ref, "topic-" + count, office, role, issuer, DUE, ISSUED, "Việc thứ " + count));
    }

    private ReminderRun.Done on(int month, int day) {
        return run.run(VietnamTime.startOf(LocalDate.of(2026, month, day)).plusSeconds(5 * 3600));
    }

    private List<String> told() {
        return users.asOwner(owner -> owner.sql("""
                        select stage || ' ' || case when office_id = :province then 'province' when office_id = :v01 then 'V01' when office_id = :ministry then 'ministry' else 'commune' end || ' ' || coalesce(role, '-') || case when vacant then ' (vacant)' else '' end
                        from notices.told where code = 'test.thing' and ref = :ref order by told_at, office_id""")
                .param("ref", ref).param("province", province).param("v01", v01).param("ministry", ministry).query(String.class).list());
    }

    @Test
    void beforeOnAndAfterTheDayTheHolderThenTheSuperiorThenTheNext() {
        int commune = commune();
        users.person("nhac.truong" + count, "commune_chief", commune);
        owes(commune, "commune_chief", ministry);
        for (LocalDate day = LocalDate.of(2026, 11, 15); day.isBefore(LocalDate.of(2026, 12, 20)); day = day.plusDays(1)) {
            on(day.getMonthValue(), day.getDayOfMonth());
        }
        assertThat(told()).containsExactly(
                "before7 commune commune_chief", "before3 commune commune_chief", "before1 commune commune_chief", "day commune commune_chief", "after commune commune_chief",
                "up1 province provincial_director", "up2 V01 ministry_office");
        assertThat(words(province)).contains("Quá hạn 26/11/2026, báo cáo cấp trên lần 1: Việc thứ " + count + ". Đơn vị chưa hoàn thành: " + name(commune));
        assertThat(words(v01)).contains("Quá hạn 26/11/2026, báo cáo cấp trên lần 2: Việc thứ " + count + ". Đơn vị chưa hoàn thành: " + name(commune));
    }

    private List<String> words(int office) {
        return users.asOwner(owner -> owner.sql("select words_vi from notices.notice where office_id = :office and once_key like '%test.thing%'").param("office", office).query(String.class).list());
    }

    private String name(int office) {
        return jdbc.sql("select name from territory.pub_office where office_id = :id order by valid_to desc limit 1").param("id", office).query(String.class).single();
    }

    @Test
    void twoNodesAtOnceAndASecondRunTellEachThingOnce() {
        int commune = commune();
        users.person("nhac.truong" + count, "commune_chief", commune);
        IntStream.range(0, 400).forEach(n -> owed.add(new Thing(ref + "." + n, "topic", commune, "commune_chief", null, DUE, ISSUED, "Việc " + n)));
        var both = IntStream.range(0, 2).mapToObj(n -> CompletableFuture.supplyAsync(() -> on(11, 26))).toList();
        assertThat(both.stream().map(CompletableFuture::join).mapToInt(ReminderRun.Done::told).sum()).isEqualTo(400);
        assertThat(on(11, 26).told()).as("once more").isZero();
        assertThat(words(commune)).as("many at once are one notice").containsExactly("Hôm nay là ngày cuối (26/11/2026) của 400 việc, trong đó có: Việc 0");
    }

    @Test
    void whatIsDoneInTimeIsNotChased() {
        int commune = commune();
        users.person("nhac.truong" + count, "commune_chief", commune);
        owes(commune, "commune_chief", null);
        on(11, 25);
        owed.done(ref);
        on(11, 30);
        assertThat(told()).containsExactly("before1 commune commune_chief");
    }

    @Test
    void aVacantPostIsAnsweredForByTheDeputyElseByTheSuperiorAndNobodyIsToldSooner() {
        int commune = commune();
        owes(commune, "commune_chief", null);
        on(11, 26);
        assertThat(told()).as("nobody at the commune").containsExactly("day province provincial_director (vacant)");
        assertThat(words(province)).contains("Vị trí phụ trách chưa có người giữ trong chương trình. Hôm nay là ngày cuối (26/11/2026): Việc thứ " + count + ". Đơn vị: " + name(commune));
        users.person("nhac.pho" + count, "commune_deputy", commune);
        on(11, 27);
        on(12, 1);
        assertThat(told()).containsExactly("day province provincial_director (vacant)", "after commune commune_deputy (vacant)", "up1 province provincial_director");
    }

    @Test
    void aPostOfAMergedCommuneIsFollowedToItsSuccessor() {
        record Old(int office, int successor) {}
        Old old = jdbc.sql("""
                        -- A commune office that ended on 1 July 2025, and the one of this province that serves its successor
                        with map as materialized (select territory.vintage_of(date '2026-11-21') as id), new as materialized (
                            select office_id, place_id from territory.pub_office where kind = 'commune' and valid_to = 'infinity' and parent_id = :province),
                        way as materialized (
                            select r.place_id, new.office_id from territory.pub_reach r join new on new.place_id = r.ancestor_id where r.vintage_id = (select id from map) and r.share = 1)
                        select o.office_id as office, way.office_id as successor from territory.pub_office o join way on way.place_id = o.place_id
                        where o.kind = 'commune' and o.valid_to = date '2025-07-01' and way.office_id <> o.office_id order by o.office_id limit 1""").param("province", province).query(Old.class).single();
        Person chief = users.person("nhac.kethua", "commune_chief", old.successor());
        owes(old.office(), "commune_chief", null);
        on(11, 26);
        assertThat(words(old.successor())).containsExactly("Vị trí phụ trách chưa có người giữ trong chương trình. Hôm nay là ngày cuối (26/11/2026): Việc thứ " + count + ". Đơn vị: " + name(old.office()));
        on(12, 1);
        assertThat(told()).containsExactly("day commune commune_chief (vacant)", "up1 province provincial_director");
    }

    @Test
    void nobodyAboveTheIssuerIsTold() {
        int commune = commune();
        users.person("nhac.truong" + count, "commune_chief", commune);
        owes(commune, "commune_chief", province);
        on(12, 1);
        on(12, 3);
        assertThat(told()).as("a task of the province ends with its director").containsExactly("up1 province provincial_director");
    }

    @Test
    void whatWasGivenTooLateToBeAnnouncedIsNotAnnounced() {
        int commune = commune();
        users.person("nhac.truong" + count, "commune_chief", commune);
        owed.add(new Thing(ref, "t", commune, "commune_chief", null, DUE, LocalDate.of(2026, 11, 24), "Việc gấp"));
        on(11, 24);
        assertThat(told()).as("three days before it was not there").isEmpty();
        on(11, 25);
        assertThat(told()).containsExactly("before1 commune commune_chief");
    }
}

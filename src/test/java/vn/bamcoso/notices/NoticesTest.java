package vn.bamcoso.notices;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.stream.IntStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import vn.bamcoso.InTheHouse;
import vn.bamcoso.access.CurrentUser;
import vn.bamcoso.basics.Problem;
import vn.bamcoso.identity.TestUsers;
import vn.bamcoso.identity.TestUsers.Person;

/** Notices go to posts: who holds the post sees them, each once, and a new holder is not asked about the past. */
@InTheHouse
class NoticesTest {
    private static final Instant NOW = Instant.parse("2026-11-20T02:00:00Z");
    private static int count;

    @Autowired Notices notices;
    @Autowired Inbox inbox;
    @Autowired TestUsers users;
    @Autowired JdbcClient jdbc;

    private int office;
    private Person clerk;
    private Person chief;
    private String mark;

    /** An office of its own for each test. */
    @BeforeEach
    void people() {
        count++;
        mark = "notices-test-" + count;
        office = jdbc.sql("select office_id from territory.pub_office where kind = 'commune' and valid_to = 'infinity' order by office_id desc limit 1 offset :n")
                .param("n", 40 + count).query(Integer.class).single();
        clerk = users.person("nghe." + count, "commune_clerk", office);
        chief = users.person("nghe.truong." + count, "commune_chief", office);
    }

    private Notice notice(Notice.Recipient to, boolean asks, String once) {
        return new Notice(to, Notice.Kind.REMINDER, "notices.new", List.of(7), "/completeness", asks, mark + once);
    }

    private int unread(Person person) {
        return users.as(person, () -> inbox.unread());
    }

    private List<Inbox.Line> lines(Person person) {
        return users.as(person, () -> inbox.lines(false, 100, 0));
    }

    @Test
    void whatGoesToAPostIsSeenByItsHolderAndWhatGoesToTheOfficeByAllOfIt() {
        CurrentUser.SYSTEM.run(() -> notices.tell(List.of(
                notice(Notice.Recipient.post(office, "commune_chief"), false, "a"), notice(Notice.Recipient.office(office), false, "b"), notice(Notice.Recipient.user(clerk.id()), false, "c")), NOW));
        assertThat(unread(clerk)).isEqualTo(2);
        assertThat(unread(chief)).isEqualTo(2);
        assertThat(lines(clerk)).extracting(Inbox.Line::wordsVi).containsOnly("7 thông báo mới");
        assertThat(lines(clerk)).extracting(Inbox.Line::wordsEn).containsOnly("7 new notices");
        users.as(clerk, inbox::readAll);
        assertThat(unread(clerk)).isZero();
        assertThat(unread(chief)).as("reading is each one's own").isEqualTo(2);
    }

    @Test
    void whoKeepsTheAccountsOfAnOfficeIsNotToldOfItsContents() {
        Person keeper = users.person("nghe.quantri." + count, "administrator", office);
        CurrentUser.SYSTEM.run(() -> notices.tell(List.of(notice(Notice.Recipient.office(office), false, "k"), notice(Notice.Recipient.post(office, "administrator"), false, "l")), NOW));
        assertThat(lines(chief)).hasSize(1);
        assertThat(lines(keeper)).as("what is for the post of who keeps accounts").hasSize(1);
    }

    @Test
    void othersSeeNothingAndCanNeitherOpenNorConfirm() {
        Person stranger = users.person("nghe.xa." + count, "commune_clerk", otherOffice());
        CurrentUser.SYSTEM.run(() -> notices.tell(notice(Notice.Recipient.office(office), true, "x"), NOW));
        long id = lines(clerk).getFirst().id();
        assertThat(lines(stranger)).isEmpty();
        assertThatThrownBy(() -> users.as(stranger, () -> inbox.open(id))).isInstanceOf(Problem.class);
        assertThatThrownBy(() -> users.as(stranger, () -> inbox.acknowledge(id))).isInstanceOf(Problem.class);
    }

    private int otherOffice() {
        return jdbc.sql("select office_id from territory.pub_office where kind = 'commune' and valid_to = 'infinity' and office_id <> :office order by office_id limit 1").param("office", office).query(Integer.class).single();
    }

    @Test
    void eachNoticeGoesOnceHoweverManyTellItAtTheSameTime() {
        var runs = IntStream.range(0, 4).mapToObj(n -> CompletableFuture.supplyAsync(() -> CurrentUser.SYSTEM.call(() -> notices.tell(
                IntStream.range(0, 50).mapToObj(i -> notice(Notice.Recipient.office(office), false, "." + i)).toList(), NOW)))).toList();
        assertThat(runs.stream().mapToInt(CompletableFuture::join).sum()).isEqualTo(50);
        assertThat(unread(clerk)).isEqualTo(50);
    }

    @Test
    void aNewHolderSeesThePastButIsNotAskedToConfirmIt() {
        CurrentUser.SYSTEM.run(() -> notices.tell(notice(Notice.Recipient.post(office, "commune_deputy"), true, "old"), NOW));
        Person late = users.person("nghe.moi." + count);
        users.grant(late, "commune_deputy", office, null, LocalDate.of(2026, 11, 21), LocalDate.of(2100, 1, 1));
        var line = lines(late).getFirst();
        assertThat(line.past()).isTrue();
        assertThat(line.waits()).isFalse();
        assertThat(unread(late)).isZero();
        assertThatThrownBy(() -> users.as(late, () -> inbox.acknowledge(line.id()))).isInstanceOf(Problem.class);
    }

    @Test
    void oneConfirmsForThePostAndTheTrailKnowsWho() {
        CurrentUser.SYSTEM.run(() -> notices.tell(notice(Notice.Recipient.office(office), true, "ask"), NOW));
        long id = lines(chief).getFirst().id();
        assertThat(lines(clerk).getFirst().waits()).isTrue();
        users.as(chief, () -> inbox.acknowledge(id));
        users.as(chief, () -> inbox.acknowledge(id));
        assertThat(lines(clerk).getFirst().confirmedBy()).isEqualTo(chief.login());
        assertThat(lines(clerk).getFirst().waits()).isFalse();
        assertThat(users.<Integer>asOwner(owner -> owner.sql("select count(*) from audit.entry where act = 'notices.notice.acknowledged' and subject = :subject and user_id = :user")
                .param("subject", "notice:" + id).param("user", chief.id()).query(Integer.class).single())).isEqualTo(1);
    }

    @Test
    void aLinkThatLeavesTheProgramIsRefused() {
        var outside = new Notice(Notice.Recipient.office(office), Notice.Kind.NEWS, "notices.none-new", List.of(), "//evil.example", false, mark + "link");
        assertThatThrownBy(() -> CurrentUser.SYSTEM.run(() -> notices.tell(outside, NOW))).hasMessageContaining("notice_link_stays_here");
    }

    @Test
    void thePageShowsTheSentenceAndOpensWhatItIsAbout() {
        CurrentUser.SYSTEM.run(() -> notices.tell(notice(Notice.Recipient.office(office), true, "page"), NOW));
        long id = lines(clerk).getFirst().id();
        var browser = users.signIn(clerk);
        assertThat(browser.get("/notices").body()).contains("7 thông báo mới").contains("Nhắc việc").contains("Xác nhận đã nắm");
        assertThat(browser.post("/notices/" + id + "/reading", java.util.Map.of()).location()).endsWith("/completeness");
        assertThat(unread(clerk)).isZero();
    }
}

package vn.bamcoso.notices.mail;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.icegreen.greenmail.util.GreenMail;
import com.icegreen.greenmail.util.GreenMailUtil;
import com.icegreen.greenmail.util.ServerSetup;
import com.icegreen.greenmail.util.ServerSetupTest;
import jakarta.mail.internet.MimeMessage;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.stream.IntStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.mail.MailException;
import org.springframework.mock.env.MockEnvironment;
import org.springframework.transaction.support.TransactionTemplate;
import vn.bamcoso.access.CurrentUser;
import vn.bamcoso.basics.Problem;
import vn.bamcoso.basics.Texts;
import vn.bamcoso.basics.VietnamTime;
import vn.bamcoso.identity.TestUsers;
import vn.bamcoso.identity.TestUsers.Person;
import vn.bamcoso.notices.Notice;
import vn.bamcoso.notices.Notices;
import vn.bamcoso.notices.NoticesHouse;

/** A clerk gets one digest a day from a real mail server on loopback: at the chosen hour, outside quiet hours and days off, of what was not read. */
class DigestsTest extends NoticesHouse {
    private static int count;

    @Autowired Digests digests;
    @Autowired Preferences preferences;
    @Autowired Notices notices;
    @Autowired TestUsers users;
    @Autowired JdbcClient jdbc;
    @Autowired TransactionTemplate transaction;

    private Person clerk;
    private String email;
    private int office;

    @BeforeEach
    void clerk() {
        count++;
        office = jdbc.sql("select office_id from territory.pub_office where kind = 'commune' and valid_to = 'infinity' order by office_id desc limit 1 offset :n").param("n", 300 + count).query(Integer.class).single();
        clerk = users.person("thu.canbo" + count, "commune_clerk", office);
        email = "canbo" + count + "@donvi.test";
    }

    /** Friday, 20 November 2026. */
    private static Instant at(int hour) {
        return LocalDateTime.of(2026, 11, 20, hour, 5).atZone(VietnamTime.ZONE).toInstant();
    }

    private static List<MimeMessage> mailsTo(String address) {
        return Arrays.stream(POST.getReceivedMessages()).filter(mail -> GreenMailUtil.getHeaders(mail).contains("To: " + address)).toList();
    }

    private static String text(MimeMessage mail) {
        try {
            return (String) mail.getContent();
        } catch (Exception e) {
            throw new IllegalStateException(e);
        }
    }

    private void confirmed() {
        users.as(clerk, () -> preferences.address(email, Texts.vi()));
        String code = text(mailsTo(email).getFirst()).replaceAll("(?s).*?(\\d{6}).*", "$1");
        users.as(clerk, () -> preferences.confirm(code));
    }

    private void told(String once, Notice.Recipient to) {
        CurrentUser.SYSTEM.run(() -> notices.tell(new Notice(to, Notice.Kind.REMINDER, "notices.due.day", List.of("Việc " + once, LocalDate.of(2026, 11, 20)), "/tasks/shares/7", false, "digest-test-" + count + once), at(5)));
    }

    @Test
    void anAddressIsUsedOnlyAfterItsCodeWasTyped() throws Exception {
        told("a", Notice.Recipient.office(office));
        users.as(clerk, () -> preferences.address(email, Texts.vi()));
        MimeMessage mail = mailsTo(email).getFirst();
        assertThat(mail.getSubject()).isEqualTo("[Bám Cơ Sở] Mã xác nhận địa chỉ thư");
        assertThatThrownBy(() -> users.as(clerk, () -> preferences.confirm("000000x"))).isInstanceOf(Problem.class);
        digests.run(at(9));
        assertThat(mailsTo(email)).as("only the code").hasSize(1);
        assertThatThrownBy(() -> users.as(clerk, () -> preferences.address(email, Texts.vi()))).as("not one code after another").isInstanceOf(Problem.class);
        String code = text(mail).replaceAll("(?s).*?(\\d{6}).*", "$1");
        users.as(clerk, () -> preferences.confirm(code));
        assertThat(users.as(clerk, preferences::mine).confirmed()).isTrue();
    }

    @Test
    void oneDigestADayWithWhatIsUnreadAndMineAndNothingElse() throws Exception {
        confirmed();
        told("của đơn vị", Notice.Recipient.office(office));
        told("của tôi", Notice.Recipient.user(clerk.id()));
        told("của Trưởng", Notice.Recipient.post(office, "commune_chief"));
        digests.run(at(6));
        assertThat(mailsTo(email)).as("before the hour").hasSize(1);
        var both = IntStream.range(0, 3).mapToObj(n -> CompletableFuture.supplyAsync(() -> digests.run(at(7)))).toList();
        both.forEach(CompletableFuture::join);
        told("sau đó", Notice.Recipient.office(office));
        digests.run(at(9));
        assertThat(mailsTo(email)).as("the code, and one digest").hasSize(2);
        MimeMessage mail = mailsTo(email).get(1);
        assertThat(mail.getSubject()).isEqualTo("[Bám Cơ Sở] Việc cần xem, ngày 20/11/2026");
        assertThat(mail.getFrom()[0]).hasToString("bamcoso@donvi.test");
        assertThat(text(mail)).contains("- Nhắc việc: Hôm nay là ngày cuối (20/11/2026): Việc của đơn vị").contains("https://bamcoso.donvi.test/tasks/shares/7").contains("Việc của tôi")
                .doesNotContain("của Trưởng").doesNotContain("sau đó");
        digests.run(at(9).plusSeconds(3 * 86400));
        assertThat(mailsTo(email)).as("Monday, with what came after").hasSize(3);
        assertThat(text(mailsTo(email).get(2))).contains("Việc sau đó").doesNotContain("của tôi");
    }

    @Test
    void whatWasReadIsNotSentAndAnEmptyDigestNeither() {
        confirmed();
        told("đã đọc", Notice.Recipient.user(clerk.id()));
        users.in(clerk, () -> jdbc.sql("insert into notices.reading select id, :user, now() from notices.notice where user_id = :user").param("user", clerk.id()).update());
        digests.run(at(9));
        assertThat(mailsTo(email)).hasSize(1);
    }

    @Test
    void inQuietHoursAndOnDaysOffNothingIsSent() {
        confirmed();
        told("x", Notice.Recipient.user(clerk.id()));
        users.as(clerk, () -> preferences.wish(true, 7, 6, 10, false, Texts.VIETNAMESE));
        digests.run(at(9));
        assertThat(mailsTo(email)).as("quiet until ten").hasSize(1);
        digests.run(at(10).plusSeconds(86400));
        assertThat(mailsTo(email)).as("Saturday").hasSize(1);
        assertThatThrownBy(() -> users.as(clerk, () -> preferences.wish(true, 7, 7, 0, false, Texts.VIETNAMESE))).as("all of the day after seven").isInstanceOf(Problem.class);
        users.as(clerk, () -> preferences.wish(true, 7, 6, 10, true, Texts.VIETNAMESE));
        digests.run(at(10).plusSeconds(86400));
        assertThat(mailsTo(email)).as("Saturday, if that is wished").hasSize(2);
    }

    @Test
    void whatTheServerDoesNotTakeIsTriedAgainAndTheAdministratorIsTold() {
        confirmed();
        Person administrator = users.person("thu.quantri", "administrator", jdbc.sql("select office_id from territory.pub_office where code = 'V01'").query(Integer.class).single());
        told("y", Notice.Recipient.user(clerk.id()));
        var unreachable = new MailServer(new MockEnvironment().withProperty("BAMCOSO_MAIL_HOST", "127.0.0.1").withProperty("BAMCOSO_MAIL_PORT", "1").withProperty("BAMCOSO_MAIL_TLS", "none"));
        assertThat(new Digests(unreachable, notices, jdbc, transaction).run(at(9)).refused()).isGreaterThan(0);
        assertThat(users.signIn(administrator).get("/notices/mail").body()).contains("thu.canbo" + count).contains("sẽ gửi lại").contains("Connection refused");
        assertThat(users.signIn(administrator).get("/notices").body()).contains("Máy chủ thư chưa nhận thư tổng hợp ngày 20/11/2026");
        digests.run(at(9).plusSeconds(60));
        assertThat(mailsTo(email)).as("not before five minutes have passed").hasSize(1);
        digests.run(at(9).plusSeconds(400));
        assertThat(mailsTo(email)).hasSize(2);
    }

    @Test
    void overTlsWithAPasswordAndNotWithAWrongOneNorWithoutTheTlsThatIsAskedFor() {
        var other = new GreenMail(new ServerSetup[] {ServerSetupTest.SMTPS.dynamicPort(), ServerSetupTest.SMTP.dynamicPort()});
        try {
            other.start();
            other.setUser("a@donvi.test", "a", "dung");
            MockEnvironment tls = new MockEnvironment().withProperty("BAMCOSO_MAIL_HOST", "127.0.0.1").withProperty("BAMCOSO_MAIL_PORT", String.valueOf(other.getSmtps().getPort())).withProperty("BAMCOSO_MAIL_TLS", "tls")
                    .withProperty("BAMCOSO_MAIL_USER", "a").withProperty("BAMCOSO_MAIL_PASSWORD", "dung").withProperty("BAMCOSO_MAIL_TRUST", "127.0.0.1");
            new MailServer(tls).send("b@donvi.test", "1", "Thử", "Chữ có dấu: Đồng Văn");
            assertThat(text(other.getReceivedMessages()[0])).isEqualToIgnoringNewLines("Chữ có dấu: Đồng Văn");
            assertThatThrownBy(() -> new MailServer(tls.withProperty("BAMCOSO_MAIL_PASSWORD", "sai")).send("b@donvi.test", "2", "Thử", "x")).isInstanceOf(MailException.class);
            assertThatThrownBy(() -> new MailServer(tls.withProperty("BAMCOSO_MAIL_PASSWORD", "dung").withProperty("BAMCOSO_MAIL_TRUST", "")).send("b@donvi.test", "3", "Thử", "x")).as("a certificate of its own making").isInstanceOf(MailException.class);
            var starttls = new MockEnvironment().withProperty("BAMCOSO_MAIL_HOST", "127.0.0.1").withProperty("BAMCOSO_MAIL_PORT", String.valueOf(other.getSmtp().getPort()));
            assertThatThrownBy(() -> new MailServer(starttls).send("b@donvi.test", "4", "Thử", "x")).as("the server offers no STARTTLS, so nothing goes out unprotected").isInstanceOf(MailException.class);
            assertThat(other.getReceivedMessages()).hasSize(1);
        } finally {
            other.stop();
        }
    }

    @Test
    void overStartTlsNothingIsSaidInTheClearButTheWishForIt() throws Exception {
        var other = new GreenMail(new ServerSetup[] {ServerSetupTest.SMTP.dynamicPort()});
        other.start();
        try (var front = new StartTlsFront(other.getSmtp().getPort())) {
            other.setUser("a@donvi.test", "a", "dung");
            MockEnvironment starttls = new MockEnvironment().withProperty("BAMCOSO_MAIL_HOST", "127.0.0.1").withProperty("BAMCOSO_MAIL_PORT", String.valueOf(front.port())).withProperty("BAMCOSO_MAIL_USER", "a")
                    .withProperty("BAMCOSO_MAIL_PASSWORD", "dung").withProperty("BAMCOSO_MAIL_TRUST", "127.0.0.1");
            new MailServer(starttls).send("b@donvi.test", "1", "Thử", "Chữ có dấu: Đồng Văn");
            assertThat(text(other.getReceivedMessages()[0])).isEqualToIgnoringNewLines("Chữ có dấu: Đồng Văn");
            assertThat(front.inTheClear()).as("no address, no password, no text").hasSize(2).first().asString().startsWith("EHLO");
            assertThat(front.inTheClear().getLast()).isEqualTo("STARTTLS");
            assertThatThrownBy(() -> new MailServer(starttls.withProperty("BAMCOSO_MAIL_TRUST", "")).send("b@donvi.test", "2", "Thử", "x")).as("a certificate that nobody vouches for").isInstanceOf(MailException.class);
            assertThat(other.getReceivedMessages()).hasSize(1);
        } finally {
            other.stop();
        }
    }

    @Test
    void withoutAServerNothingIsMadeAndThePageSaysSo() {
        assertThat(new Digests(new MailServer(new MockEnvironment()), notices, jdbc, transaction).run(Clock.systemUTC().instant())).isEqualTo(new Digests.Done(0, 0, 0));
        assertThat(users.signIn(clerk).get("/notices/settings").body()).contains("Cách nhận thông báo").contains("Gửi mã xác nhận");
        assertThat(users.signIn(clerk).post("/notices/rule", Map.of("days", "5", "grace", "1", "levels", "1")).status()).as("the Ministry Office's alone").isEqualTo(403);
    }
}

package vn.bamcoso.tasks.exchange;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.SpringApplication;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.core.env.MapPropertySource;
import org.springframework.jdbc.core.simple.JdbcClient;
import vn.bamcoso.BamCoSo;
import vn.bamcoso.TestDatabase;
import vn.bamcoso.identity.TestUsers;
import vn.bamcoso.identity.TestUsers.Person;
import vn.bamcoso.notices.NoticesHouse;
import vn.bamcoso.tasks.directive.Directives;

/** Program against program: a directive leaves this database as a file, is registered and carried out in another one, and every state of it comes back once. */
class PartnersTest extends NoticesHouse {
    private static final LocalDate DAY = LocalDate.of(2026, 11, 18);

    @Autowired Exchanging exchanging;
    @Autowired Sending sending;
    @Autowired Registering registering;
    @Autowired Directives directives;
    @Autowired TestUsers users;
    @Autowired JdbcClient jdbc;

    /** The same program once more, as another organisation with its own database and folders. */
    private static ConfigurableApplicationContext partner(Path folder) {
        var database = TestDatabase.fresh();
        Map<String, Object> settings = Map.of("server.port", "0", "bamcoso.jobs", "false", "bamcoso.db.url", database.url(), "bamcoso.db.user", database.owner(), "bamcoso.db.password", database.ownerPassword(), "bamcoso.db.pool", "4",
                "bamcoso.data", folder.resolve("data").toString(), "BAMCOSO_EXCHANGE", folder.toString(), "BAMCOSO_EXCHANGE_ORGAN", "000.00.00.H41", "BAMCOSO_EXCHANGE_NAME", "Ủy ban nhân dân tỉnh");
        var program = new SpringApplication(BamCoSo.class);
        program.setRegisterShutdownHook(false);
        program.addInitializers(made -> made.getEnvironment().getPropertySources().addFirst(new MapPropertySource("partner", settings)));
        return program.run();
    }

    /** Carries whole files from one's folder out to the other's folder in. @return how many */
    private static int carry(Path from, Path to) throws IOException {
        try (Stream<Path> files = Files.list(from.resolve("out"))) {
            List<Path> all = files.filter(file -> file.toString().endsWith(".xml")).toList();
            for (Path file : all) {
                Files.move(file, to.resolve("in").resolve(file.getFileName().toString()));
            }
            return all.size();
        }
    }

    private static int v01(JdbcClient jdbc) {
        return jdbc.sql("select office_id from territory.pub_office where code = 'V01'").query(Integer.class).single();
    }

    private List<String> heard(Person office, int directive) {
        return users.as(office, () -> registering.of(directive)).stream().filter(one -> one.kind().equals("state")).map(Registering.Message::code).toList();
    }

    @Test
    void aDirectiveOfOneIsCarriedOutInTheOtherAndItsStatesComeBackOnceEach() throws IOException {
        Path there = EXCHANGE.resolveSibling("partner-" + ProcessHandle.current().pid());
        Person office = users.person("doitac.vanphong", "ministry_office", v01(jdbc));
        int ministry = jdbc.sql("select office_id from territory.pub_office where kind = 'ministry'").query(Integer.class).single();
        int directive = users.as(office, () -> directives.record(new Directives.NewDirective("plan", "88/KH-BCA", DAY, "KT. BỘ TRƯỞNG, Thứ trưởng", "Bộ Công an", false, "Kế hoạch phối hợp giữ gìn trật tự", "", null, false, ministry, (short) 7)));
        try (var other = partner(there)) {
            TestUsers theirs = other.getBean(TestUsers.class);
            JdbcClient their = other.getBean(JdbcClient.class);
            Exchanging theirExchange = other.getBean(Exchanging.class);
            Person theirClerk = theirs.person("ubnd.vanthu", "records_clerk", v01(their));

            assertThatThrownBy(() -> users.as(office, () -> sending.send(directive, "H41", "Ủy ban nhân dân tỉnh", null))).hasMessage("tasks.exchange.problem.organ");
            users.as(office, () -> sending.send(directive, "000.00.00.H41", "Ủy ban nhân dân tỉnh", LocalDate.of(2026, 12, 15)));
            assertThatThrownBy(() -> users.as(office, () -> sending.send(directive, "000.00.00.H41", "Ủy ban nhân dân tỉnh", null))).hasMessage("tasks.exchange.problem.went-before");
            exchanging.run(Instant.now());
            assertThat(carry(EXCHANGE, there)).as("one file, once").isGreaterThanOrEqualTo(1);

            theirExchange.run(Instant.now());
            Registering theirRegister = other.getBean(Registering.class);
            long letter = theirs.asOwner(owner -> owner.sql("select id from tasks.exchange where direction = 'in' and kind = 'letter'").query(Long.class).single());
            Registering.Message came = theirs.as(theirClerk, () -> theirRegister.get(letter));
            assertThat(came.symbol()).isEqualTo("88/KH-BCA");
            assertThat(came.due()).isEqualTo(LocalDate.of(2026, 12, 15));
            assertThat(came.from()).isEqualTo("Bộ Công an");
            int registered = theirs.as(theirClerk, () -> theirRegister.register(letter, "plan", DAY, came.subject(), "Hạn 15/12/2026", v01(their), (short) 7));
            theirExchange.run(Instant.now());
            carry(there, EXCHANGE);
            exchanging.run(Instant.now());
            assertThat(heard(office, directive)).containsExactly("01", "03");

            theirs.asOwner(owner -> owner.sql("""
                            with task as (insert into tasks.task (directive_id, kind, title, deliverable, authority, audience, post, due, status, issued_on, issued_at, office_id, field, home, place_id, entered_by, entered_at)
                                select id, 'key', 'Phối hợp', 'Báo cáo', 'Chủ tịch', 'offices', 'head', date '2026-12-15', 'issued', date '2026-11-20', now(), office_id, field, home, place_id, 0, now() from tasks.directive where id = :directive returning *)
                            insert into tasks.share (task_id, office_id, role, status, due, last_day, percent, proposed_on, done_on, moved_at, field, home, place_id)
                            select id, office_id, 'department', 'done', due, due, 100, date '2026-11-21', date '2026-11-21', now(), field, home, place_id from task""").param("directive", registered).update());
            theirExchange.run(Instant.now());
            carry(there, EXCHANGE);
            exchanging.run(Instant.now());
            assertThat(heard(office, directive)).containsExactly("01", "03", "04", "05", "06");
            theirExchange.run(Instant.now());
            assertThat(carry(there, EXCHANGE)).as("nothing goes twice").isZero();
            assertThat(users.signIn(office).get("/directives/" + directive).body()).contains("Gửi Ủy ban nhân dân tỉnh").contains("06 Hoàn thành");
        }
    }
}

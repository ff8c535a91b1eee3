package vn.bamcoso.audit.seal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.zaxxer.hikari.HikariDataSource;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.time.Clock;
import java.util.List;
import java.util.Map;
import java.util.TimeZone;
import java.util.UUID;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.dao.ConcurrencyFailureException;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.support.TransactionTemplate;
import tools.jackson.databind.json.JsonMapper;
import vn.bamcoso.TestDatabase;
import vn.bamcoso.access.CurrentUser;
import vn.bamcoso.access.ScopedTransactions;
import vn.bamcoso.audit.Head;
import vn.bamcoso.audit.Trail;
import vn.bamcoso.audit.Verification;
import vn.bamcoso.audit.Verification.Finding;
import vn.bamcoso.basics.Texts;
import vn.bamcoso.store.Database;
import vn.bamcoso.store.StoreProblem;

/** Somebody with all rights in the database lays hands on the trail; {@code audit verify} names each line. */
class TamperingTest {
    @TempDir
    Path data;

    private final Database database = TestDatabase.fresh();
    private final HikariDataSource pool = database.pool(6);
    private final JdbcClient jdbc = JdbcClient.create(pool);
    private final TransactionTemplate transaction = new TransactionTemplate(new ScopedTransactions(pool));
    private Trail trail;
    private Sealer sealer;

    /** Ten sealed lines with the ids 1 to 10, the order being that of the ids. */
    @BeforeEach
    void tenLines() {
        var marks = new SealConfiguration().marks("", data, jdbc);
        trail = new Trail(jdbc, JsonMapper.shared(), marks, Clock.systemUTC());
        sealer = sealer();
        for (int n = 1; n <= 10; n++) {
            write("thing:" + n, Map.of("value", n));
        }
        sealer.round();
    }

    @AfterEach
    void close() {
        pool.close();
    }

    @Test
    void anUntouchedTrailHoldsUpToTheHeadThatIsPrintedOnPaper() {
        Head head = trail.head().orElseThrow();
        var report = verify(Head.read(head.printed()).orElseThrow());
        assertThat(report.findings()).isEmpty();
        assertThat(report.lines()).isEqualTo(10);
        assertThat(report.end()).isEqualTo(head);
        assertThat(report.print(Texts.vi())).containsExactly("Nhật ký nguyên vẹn: 10 dòng, đầu chuỗi " + head.printed() + ".");
    }

    @Test
    void aChangedLineIsNamed() {
        asSuperuser("update audit.entry set user_id = 7 where id = 4");
        asSuperuser("update audit.entry set at = at - interval '1 day' where id = 6");
        assertThat(found()).containsExactly("changed 4", "changed 6");
        assertThat(verify().print(Texts.vi())).contains("Dòng 4 (thứ tự 4) đã bị sửa sau khi niêm phong.");
    }

    @Test
    void changedAndRemovedContentsAreNamed() {
        asSuperuser("update audit.content set after = '{\"value\":99}' where entry_id = 3");
        asSuperuser("delete from audit.content where entry_id = 7");
        assertThat(found()).containsExactly("content-changed 3", "content-removed 7");
    }

    @Test
    void aRemovedMiddleLineIsNamed() {
        remove(5);
        assertThat(verify().findings()).containsExactly(new Finding("removed", 0, 5, ""));
    }

    @Test
    void aRemovedMiddleLineIsNoticedEvenWhenTheNumbersAreClosedOverIt() {
        remove(5);
        asSuperuser("update audit.seal set number = -number where number > 5; update audit.seal set number = -number - 1 where number < 0");
        assertThat(found()).containsExactly("out-of-order 6", "removed 0");
    }

    @Test
    void removedLastLinesAreMissedByTheHeadsFileAndByTheHeadOnPaper() throws Exception {
        Head paper = Head.read(trail.head().orElseThrow().printed()).orElseThrow();
        remove(9);
        remove(10);
        assertThat(verify().findings()).containsExactly(new Finding("removed", 0, 9, ""), new Finding("removed", 0, 10, ""));
        Files.delete(data.resolve("audit.heads"));
        assertThat(verify().findings()).as("without file and paper nobody can know").isEmpty();
        assertThat(verify(paper).findings()).containsExactly(new Finding("removed", 0, 9, ""), new Finding("removed", 0, 10, ""));
    }

    @Test
    void anInsertedLineIsNamedWhetherItWaitsForItsSealOrNot() {
        asSuperuser(COPY.formatted("9", 11) + ";" + COPY.formatted("9", 12)
                + "; insert into audit.content select 12, salt, before, after, null from audit.content where entry_id = 1; insert into audit.waiting values (12)");
        sealer.round();
        assertThat(found()).contains("inserted 11", "inserted 12").doesNotContain("changed 12");
    }

    @Test
    void aLinePutIntoTheMiddleIsNamed() {
        asSuperuser("update audit.seal set number = -number where number > 5; update audit.seal set number = -number + 1 where number < 0;" + COPY.formatted("9", 11)
                + "; insert into audit.content select 11, salt, before, after, null from audit.content where entry_id = 1;"
                + "insert into audit.seal values (6, 11, decode(repeat('ab', 32), 'hex'))");
        assertThat(found()).contains("inserted 11", "out-of-order 6");
    }

    @Test
    void aLineCopiedAsAWholeIsNamed() {
        asSuperuser(COPY.formatted("user_id", 11));
        assertThat(found()).containsExactly("unsealed 11", "copied 11");
    }

    @Test
    void contentsErasedByOrderStillVerifyAndContentsErasedWithoutOneDoNot() {
        asSuperuser("update audit.content set salt = null, before = null, after = null, erased = 'miệng' where entry_id = 2");
        assertThat(found()).containsExactly("erased-without-order 2");
        write("line:2", Map.of("order", "miệng"), "audit.content.erased");
        sealer.round();
        assertThat(verify().findings()).isEmpty();
        assertThat(verify().notes()).containsExactly(new Finding("erased", 2, 0, "miệng"));
    }

    @Test
    void anotherKeyIsNotTakenForABrokenTrail() throws Exception {
        Files.writeString(data.resolve("audit.key"), "00".repeat(32));
        assertThat(found()).containsExactly("other-key 0");
    }

    @Test
    void aNodeWithAnotherKeyDoesNotStart() {
        assertThatThrownBy(() -> new SealConfiguration().marks("ab".repeat(32), data, jdbc)).isInstanceOf(StoreProblem.class).hasMessageContaining("BAMCOSO_AUDIT_KEY");
        assertThatThrownBy(() -> new SealConfiguration().marks("too short", data, jdbc)).isInstanceOf(StoreProblem.class).hasMessageContaining("64");
    }

    @Test
    void theTrailVerifiesWhereverServerAndDatabaseStand() {
        TimeZone here = TimeZone.getDefault();
        asSuperuser("alter role bamcoso_owner in database " + database.url().replaceFirst(".*/", "") + " set timezone = 'America/New_York'");
        try {
            TimeZone.setDefault(TimeZone.getTimeZone("Pacific/Auckland"));
            write("thing:11", Map.of("value", 11));
            sealer.round();
            TimeZone.setDefault(TimeZone.getTimeZone("America/Los_Angeles"));
            assertThat(verify().findings()).isEmpty();
            assertThat(verify().lines()).isEqualTo(11);
        } finally {
            TimeZone.setDefault(here);
        }
    }

    @Test
    void theProgramItselfCanNeitherChangeNorReadNorUnsealALine() {
        for (String act : List.of(
                "update audit.entry set user_id = 1", "delete from audit.entry", "select act from audit.entry", "update audit.content set after = null",
                "delete from audit.content", "select after from audit.content", "update audit.seal set link = ''", "delete from audit.seal",
                "delete from audit.waiting", "truncate audit.seal", "insert into audit.seal values (1000, 1, '')", "update audit.chain set mark = ''")) {
            assertThatThrownBy(() -> jdbc.sql(act).update()).as(act).rootCause().hasMessageContaining("permission denied");
        }
        assertThatThrownBy(() -> jdbc.sql("select audit.seal(1, array[1]::bigint[], array['']::bytea[])").query().listOfRows())
                .rootCause()
                .hasMessageContaining("the chain has grown meanwhile");
    }

    @Test
    void twoNodesSealingAtOnceMakeOneChain() {
        Sealer other = sealer();
        IntStream.range(0, 60).parallel().forEach(n -> {
            write("more:" + n, Map.of());
            try {
                (n % 2 == 0 ? sealer : other).round();
            } catch (ConcurrencyFailureException faster) {
                // the next round takes it
            }
        });
        sealer.round();
        assertThat(verify().findings()).isEmpty();
        assertThat(verify().notes()).as("nothing waits").isEmpty();
        assertThat(verify().lines()).isEqualTo(70);
    }

    /** As the owner of everything would copy line 1, with another user or the same. */
    private static final String COPY = "insert into audit.entry (id, at, user_id, address, act, subject, digest, mac) overriding system value"
            + " select %2$d, at, %1$s, address, act, subject, digest, mac from audit.entry where id = 1";

    private Sealer sealer() {
        UUID chain = jdbc.sql("select id from audit.chain").query(UUID.class).single();
        return new Sealer(jdbc, transaction, new Marks(AuditKey.findOrMake("", data)), new HeadsFile(data, chain, Clock.systemUTC()));
    }

    private void write(String subject, Map<String, ?> after) {
        write(subject, after, "test.thing.done");
    }

    private void write(String subject, Map<String, ?> after, String act) {
        CurrentUser.SYSTEM.run(() -> transaction.executeWithoutResult(running -> trail.write(act, subject, null, after)));
    }

    private void remove(long entry) {
        asSuperuser("delete from audit.content where entry_id = " + entry + "; delete from audit.seal where entry_id = " + entry
                + "; delete from audit.entry where id = " + entry);
    }

    private List<String> found() {
        return verify().findings().stream().map(finding -> finding.kind() + " " + finding.line()).toList();
    }

    private Verification.Report verify(Head... paper) {
        return Verification.run(database, data, List.of(paper));
    }

    private void asSuperuser(String commands) {
        try (var connection = DriverManager.getConnection(database.url(), "postgres", database.ownerPassword());
                var statement = connection.createStatement()) {
            statement.execute(commands);
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
    }
}

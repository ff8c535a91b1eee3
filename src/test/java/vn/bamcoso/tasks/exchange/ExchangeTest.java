package vn.bamcoso.tasks.exchange;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.time.LocalDate;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import vn.bamcoso.documents.edxml.Edxml;
import vn.bamcoso.documents.edxml.EdxmlReader;
import vn.bamcoso.documents.edxml.EdxmlWriter;
import vn.bamcoso.documents.edxml.StatusCode;
import vn.bamcoso.identity.Browser;
import vn.bamcoso.identity.TestUsers;
import vn.bamcoso.notices.NoticesHouse;

/** A people's committee sends documents through the folder; the clerk of documents registers them; every state goes back once. */
class ExchangeTest extends NoticesHouse {
    private static final Edxml.Organ SENDER = new Edxml.Organ("000.00.00.H41", "Ủy ban nhân dân tỉnh");
    private static final Edxml.Organ US = new Edxml.Organ("000.00.00.G01", "Bộ Công an");
    private static int count;

    @Autowired Exchanging exchanging;
    @Autowired TestUsers users;
    @Autowired JdbcClient jdbc;

    private Browser clerk;
    private String document;

    @BeforeEach
    void clerk() throws IOException {
        count++;
        document = "doc-" + count;
        int v01 = jdbc.sql("select office_id from territory.pub_office where code = 'V01'").query(Integer.class).single();
        clerk = users.signIn(users.person("lienthong.vanthu", "records_clerk", v01));
        empty("in");
        empty("out");
    }

    private static void empty(String folder) throws IOException {
        try (Stream<Path> files = Files.list(EXCHANGE.resolve(folder))) {
            for (Path file : files.toList()) {
                Files.delete(file);
            }
        }
    }

    private Edxml.Letter letter(@Nullable LocalDate due) {
        return new Edxml.Letter(document, SENDER, List.of(US), new Edxml.Code(String.valueOf(100 + count), "KH-UBND"), "Kế hoạch phối hợp giữ gìn trật tự số " + count, new Edxml.Signer("KT. CHỦ TỊCH", "Phó Chủ tịch", "Trần Văn Ơ"), due, "1",
                List.of("Như trên"), null);
    }

    private Edxml.State state(StatusCode code) {
        return new Edxml.State(new Edxml.Reference(US.id(), new Edxml.Code(String.valueOf(100 + count), "KH-UBND"), document), SENDER, code, "");
    }

    private static void arrives(String name, byte[] content) throws IOException {
        Path part = EXCHANGE.resolve("in").resolve(name + ".part");
        Files.write(part, content);
        Files.move(part, EXCHANGE.resolve("in").resolve(name));
    }

    private void run() {
        exchanging.run(Instant.now());
    }

    /** Codes of the states that lie in the folder, read by our own reader; each is about this document. */
    private List<String> gone() throws IOException {
        try (Stream<Path> files = Files.list(EXCHANGE.resolve("out"))) {
            return files.sorted().map(file -> {
                try (var in = Files.newInputStream(file)) {
                    return (Edxml.State) EdxmlReader.read(in).message();
                } catch (IOException e) {
                    throw new IllegalStateException(e);
                }
            }).filter(state -> state.answers().documentId().equals(document)).peek(state -> {
                assertThat(state.from().id()).isEqualTo("000.00.00.G01");
                assertThat(state.answers().code().notation()).isEqualTo("KH-UBND");
            }).map(state -> state.status().code()).sorted().toList();
        }
    }

    private long id() {
        return users.asOwner(owner -> owner.sql("select id from tasks.exchange where direction = 'in' and kind = 'letter' and document_id = :document").param("document", document).query(Long.class).single());
    }

    @Test
    void aDocumentWithItsDeadlineIsRegisteredAndItsStatesGoBackOnceEach() throws IOException {
        arrives("kehoach.edxml", EdxmlWriter.write(letter(LocalDate.of(2026, 12, 15))));
        run();
        assertThat(gone()).containsExactly("01");
        assertThat(clerk.get("/exchange").body()).contains("văn bản chờ văn thư xử lý").contains("KH-UBND: Kế hoạch phối hợp giữ gìn trật tự số " + count).contains("Hạn hoàn thành: 15/12/2026");
        assertThat(clerk.get("/notices").body()).contains("KH-UBND của Ủy ban nhân dân tỉnh vừa đến");
        String page = clerk.get("/exchange/" + id()).body();
        String office = page.replaceAll("(?s).*name=\"office\".*?<option value=\"(\\d+)\".*", "$1");
        var reply = clerk.post("/exchange/" + id() + "/registration", Map.of("kind", "plan", "day", "18/11/2026", "title", "Kế hoạch phối hợp", "text", "Hạn hoàn thành: 15/12/2026", "office", office, "field", "7"));
        assertThat(reply.status()).isEqualTo(303);
        assertThat(clerk.get(reply.location().replaceAll("^http://[^/]*", "")).body()).contains("Đến qua liên thông").contains("Hạn hoàn thành: 15/12/2026").contains("Ủy ban nhân dân tỉnh");
        run();
        run();
        assertThat(gone()).containsExactly("01", "03");
        assertThat(clerk.post("/exchange/" + id() + "/refusal", Map.of("reason", "Nhầm")).status()).as("decided already").isEqualTo(409);

        int directive = Integer.parseInt(reply.location().replaceAll(".*/", ""));
        users.asOwner(owner -> {
            owner.sql("""
                            with task as (insert into tasks.task (directive_id, kind, title, deliverable, authority, audience, post, due, status, issued_on, issued_at, office_id, field, home, place_id, entered_by, entered_at)
                                select id, 'key', 'Phối hợp', 'Báo cáo', 'Bộ', 'offices', 'head', date '2026-12-15', 'issued', date '2026-11-20', now(), office_id, field, home, place_id, 0, now() from tasks.directive where id = :directive returning *)
                            insert into tasks.share (task_id, office_id, role, status, due, last_day, moved_at, field, home, place_id)
                            select id, office_id, 'department', 'assigned', due, due, now(), field, home, place_id from task""").param("directive", directive).update();
            return 0;
        });
        run();
        assertThat(gone()).containsExactly("01", "03", "04");
        users.asOwner(owner -> owner.sql("update tasks.share s set status = 'working' from tasks.task t where t.id = s.task_id and t.directive_id = :directive").param("directive", directive).update());
        run();
        users.asOwner(owner -> owner.sql("update tasks.share s set status = 'done', proposed_on = date '2026-11-21', done_on = date '2026-11-21', percent = 100 from tasks.task t where t.id = s.task_id and t.directive_id = :directive").param("directive", directive).update());
        run();
        run();
        assertThat(gone()).containsExactly("01", "03", "04", "05", "06");
    }

    @Test
    void whatIsRefusedGoesBackWithItsReasonAndARecallIsAnswered() throws IOException {
        arrives("a.xml", EdxmlWriter.write(letter(null)));
        run();
        arrives("b.xml", EdxmlWriter.write(state(StatusCode.RECALL_ASKED)));
        run();
        assertThat(clerk.get("/exchange?show=waiting").body()).contains("Bên gửi đề nghị lấy lại");
        assertThat(clerk.post("/exchange/" + id() + "/recall", Map.of("answer", "refused")).status()).as("a reason is needed").isEqualTo(422);
        clerk.post("/exchange/" + id() + "/recall", Map.of("answer", "agreed"));
        run();
        assertThat(gone()).containsExactly("01", "15");

        document = document + "-2";
        arrives("c.xml", EdxmlWriter.write(letter(null)));
        run();
        clerk.post("/exchange/" + id() + "/refusal", Map.of("reason", "Không thuộc thẩm quyền"));
        run();
        assertThat(gone()).containsExactly("01", "02");
        assertThat(clerk.get("/exchange/" + id()).body()).contains("đã từ chối").contains("Không thuộc thẩm quyền");
    }

    @Test
    void theSameDocumentIsRecordedOnceEvenWhenTwoNodesReadAtTheSameTime() throws IOException {
        for (int n = 0; n < 6; n++) {
            arrives("same-" + n + ".xml", EdxmlWriter.write(letter(null)));
        }
        IntStream.range(0, 2).mapToObj(n -> CompletableFuture.runAsync(this::run)).toList().forEach(CompletableFuture::join);
        assertThat(id()).isPositive();
        assertThat(gone()).containsExactly("01");
        assertThat(clerk.get("/exchange?show=bad").body()).contains("same-").contains("đã đến trước đó");
    }

    @Test
    void aFileThatIsStillBeingWrittenIsLeftAlone() throws IOException {
        Files.write(EXCHANGE.resolve("in").resolve("half.xml.part"), new byte[] {1});
        Files.write(EXCHANGE.resolve("in").resolve(".hidden.xml"), new byte[] {1});
        Files.createSymbolicLink(EXCHANGE.resolve("in").resolve("link.xml"), Path.of("/etc/hostname"));
        run();
        assertThat(EXCHANGE.resolve("in").resolve("half.xml.part")).exists();
        assertThat(Files.isSymbolicLink(EXCHANGE.resolve("in").resolve("link.xml"))).as("a link is never followed").isTrue();
    }

    @Test
    void twentyKindsOfBadFileAreEachSetAsideWithASentenceAndNothingElseHappens() throws IOException {
        String good = new String(EdxmlWriter.write(letter(LocalDate.of(2026, 12, 15))), StandardCharsets.UTF_8);
        String state = new String(EdxmlWriter.write(state(StatusCode.RECALL_ASKED)), StandardCharsets.UTF_8);
        Map<String, String> bad = new LinkedHashMap<>();
        bad.put("nothing", "");
        bad.put("no-xml", "Kính gửi Bộ Công an");
        bad.put("cut-off", good.substring(0, good.length() / 2));
        bad.put("doctype", good.replace("?>", "?><!DOCTYPE x>"));
        bad.put("entity", good.replace("?>", "?><!DOCTYPE x [<!ENTITY f SYSTEM \"file:///etc/passwd\">]>").replace("Như trên", "&f;"));
        bad.put("laughs", good.replace("?>", "?><!DOCTYPE x [<!ENTITY a \"ha\"><!ENTITY b \"&a;&a;&a;\">]>").replace("Như trên", "&b;"));
        bad.put("instruction", good.replace("<edXML:Subject>", "<?run it?><edXML:Subject>"));
        bad.put("namespace", good.replace("QCVN_102_2016", "QCVN_102_2099"));
        bad.put("too-large", good + " ".repeat(1_000_001));
        bad.put("too-deep", good.replace("<edXML:Subject>", "<edXML:X>".repeat(20) + "</edXML:X>".repeat(20) + "<edXML:Subject>"));
        bad.put("too-many", good.replace("<edXML:Subject>", "<edXML:X/>".repeat(3000) + "<edXML:Subject>"));
        bad.put("too-long", good.replace("Kế hoạch", "á".repeat(5000)));
        bad.put("no-subject", good.replaceAll("<edXML:Subject>.*</edXML:Subject>", ""));
        bad.put("two-subjects", good.replace("<edXML:Subject>", "<edXML:Subject>x</edXML:Subject><edXML:Subject>"));
        bad.put("no-signer", good.replace("Trần Văn Ơ", " "));
        bad.put("organ", good.replace("000.00.00.H41", "H41"));
        bad.put("number", good.replaceFirst("<edXML:CodeNumber>\\d+<", "<edXML:CodeNumber>mười hai<"));
        bad.put("day", good.replace("2026/12/15<", "15/12/2026<"));
        bad.put("no-such-day", good.replace("2026/12/15<", "2026/02/30<"));
        bad.put("status", state.replace("StatusCode>13<", "StatusCode>07<"));
        bad.put("not-for-us", good.replace("000.00.00.G01", "000.00.00.G02"));
        bad.put("unknown-document", state);
        bad.put("not-sent-by-us", state.replace("StatusCode>13<", "StatusCode>06<"));
        bad.put("secret", good.replace("Kế hoạch", "Độ mật: Tối mật. Kế hoạch"));
        bad.put("citizen", good.replace("Kế hoạch", "Về công dân số 008090001234, Kế hoạch"));
        for (var one : bad.entrySet()) {
            assertThat(one.getValue()).as(one.getKey() + " was spoilt").isNotEqualTo(good);
            arrives("bad-" + count + "-" + one.getKey() + ".xml", one.getValue().getBytes(StandardCharsets.UTF_8));
        }
        run();
        String page = clerk.get("/exchange?show=bad").body();
        for (String kind : bad.keySet()) {
            assertThat(page).contains("bad-" + count + "-" + kind + ".xml");
        }
        assertThat(gone()).as("nothing goes back").isEmpty();
        try (Stream<Path> files = Files.list(EXCHANGE.resolve("bad"))) {
            List<String> names = files.map(file -> file.getFileName().toString()).filter(name -> name.contains("bad-" + count + "-")).toList();
            assertThat(names).as("each file, and its sentence beside it").hasSize(2 * bad.size());
        }
        assertThat(page).contains("không gửi cho cơ quan có mã 000.00.00.G01").contains("DOCTYPE").contains("lớn hơn 1.000 kB");
        int letters = users.asOwner(owner -> owner.sql("select count(*) from tasks.exchange where document_id = :document and kind <> 'bad'").param("document", document).query(Integer.class).single());
        assertThat(letters).isZero();
    }

    @Test
    void othersDoNotSeeTheExchange() {
        int commune = jdbc.sql("select max(office_id) from territory.pub_office where kind = 'commune' and valid_to = 'infinity'").query(Integer.class).single();
        assertThat(users.signIn(users.person("lienthong.xa", "commune_chief", commune)).get("/exchange").status()).isEqualTo(404);
    }
}

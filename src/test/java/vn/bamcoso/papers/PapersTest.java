package vn.bamcoso.papers;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import vn.bamcoso.InTheHouse;
import vn.bamcoso.basics.Problem;
import vn.bamcoso.identity.TestUsers;
import vn.bamcoso.identity.TestUsers.Person;

/** A report of the commune police of Đồng Văn and a plan of the ministry, by named people. */
@InTheHouse
class PapersTest {
    private static final LocalDate TODAY = LocalDate.of(2026, 6, 15);
    private static final Instant MONDAY = Instant.parse("2026-06-15T02:00:00Z");

    @Autowired
    private TestUsers users;

    @Autowired
    private Papers papers;

    @Autowired
    private HandWritten written;

    @Autowired
    private PaperSteps steps;

    @Autowired
    private IssuedPapers issued;

    @Autowired
    private JdbcClient jdbc;

    private int dongVan;
    private Person clerk;
    private Person chief;
    private Person deputy;

    @BeforeEach
    void people() {
        dongVan = office("commune", "Công an xã Đồng Văn");
        clerk = users.person("mua.thi.clerk", "commune_clerk", dongVan);
        chief = users.person("vang.chief", "commune_chief", dongVan);
        deputy = users.person("giang.deputy", "commune_deputy", dongVan);
    }

    private int office(String kind, String name) {
        return users.asOwner(owner -> owner.sql("select office_id from territory.pub_office where kind = :kind and name = :name and valid_to > :day order by office_id limit 1")
                .param("kind", kind)
                .param("name", name)
                .param("day", TODAY)
                .query(Integer.class)
                .single());
    }

    private int draft(Person by) {
        return users.as(by, () -> papers.open(
                new NewPaper(
                        PaperKind.BC, dongVan, dongVan, "Kết quả công tác 6 tháng đầu năm 2026", List.of("Công an tỉnh Tuyên Quang"), List.of("Đảng ủy xã"), (short) 8, null, null,
                        "I. KẾT QUẢ CÔNG TÁC\n\nCông an xã đã hoàn thành nhiệm vụ được giao.\n\n- Trực ban nghiêm túc\n- Tuần tra thường xuyên"),
                MONDAY));
    }

    private int seen(Person who, int id) {
        return users.as(who, () -> papers.get(id)).stepNumber();
    }

    private void submitted(int id) {
        users.as(clerk, () -> steps.submit(id, seen(clerk, id), "", MONDAY));
    }

    private void signed(int id) {
        submitted(id);
        users.as(chief, () -> steps.sign(id, seen(chief, id), List.of("TRƯỞNG CÔNG AN XÃ"), "Thiếu tá", null, MONDAY));
    }

    private static void refused(String code, Runnable act) {
        assertThatThrownBy(act::run).isInstanceOfSatisfying(Problem.class, problem -> assertThat(problem.code()).isEqualTo(code));
    }

    @Test
    void aReportOfACommuneGoesFromDraftToIssueAndPrintsTheSameBytesEveryTime() {
        int id = draft(clerk);
        signed(id);
        int number = users.as(clerk, () -> steps.number(id, seen(clerk, id), null, TODAY, null, MONDAY));
        assertThat(number).isPositive();
        users.as(clerk, () -> steps.issue(id, seen(clerk, id), MONDAY, MONDAY));

        var first = users.as(chief, () -> issued.frozen(id));
        var again = users.as(clerk, () -> issued.frozen(id));
        assertThat(again.docx()).isEqualTo(first.docx());
        assertThat(users.as(clerk, () -> issued.check(id)).good()).isTrue();
        assertThat(users.as(clerk, () -> papers.get(id)).symbol()).isEqualTo("BC-CAX");
    }

    @Test
    void whoDraftsDoesNotSignAndADeputySignsForTheChief() {
        int id = users.as(chief, () -> draft(chief));
        users.as(chief, () -> steps.submit(id, 1, null, MONDAY));
        refused("papers.problem.drafter-signs", () -> users.as(chief, () -> steps.sign(id, 2, List.of("TRƯỞNG CÔNG AN XÃ"), "", null, MONDAY)));
        refused("papers.problem.not-signer", () -> users.as(deputy, () -> steps.sign(id, 2, List.of("TRƯỞNG CÔNG AN XÃ"), "", null, MONDAY)));
        users.as(deputy, () -> steps.sign(id, 2, List.of("KT. TRƯỞNG CÔNG AN XÃ", "PHÓ TRƯỞNG CÔNG AN XÃ"), "", null, MONDAY));
        assertThat(users.as(chief, () -> papers.get(id)).step()).isEqualTo(Step.SIGNED);
    }

    @Test
    void theDatabaseItselfRefusesTheDraftersSignatureAndAStepAfterTheIssue() {
        int id = draft(clerk);
        assertThatThrownBy(() -> users.asOwner(owner -> owner.sql("""
                        insert into papers.step (paper_id, n, step, taken_by, taken_name, taken_at, signature, content)
                        values (:id, 2, 'SIGNED', :by, 'x', now() + interval '1 year', '{}', ''::bytea)""")
                .param("id", id)
                .param("by", clerk.id())
                .update()))
                .hasMessageContaining("drafter does not sign");
    }

    /** 12 digits that could be a person's number, but are an account: only who says so may write them. */
    @Test
    void aFalseAlarmAtTheEdgePassesWithAReasonThatTheTrailKeeps() {
        int id = draft(clerk);
        String text = "Nộp vào tài khoản 001099012345 của Kho bạc.";
        refused("papers.problem.text-refused", () -> users.as(clerk, () -> written.reword(id, 1, text, " ", MONDAY)));
        assertThat(users.as(clerk, () -> written.draft(id)).version()).isEqualTo(1);
        users.as(clerk, () -> written.reword(id, 1, text, "Đây là số tài khoản", MONDAY));
        assertThat(users.as(clerk, () -> written.draft(id)).text()).isEqualTo(text);
        String line = users.asOwner(owner -> owner.sql("""
                        select c.after::text from audit.entry e join audit.content c on c.entry_id = e.id
                        where e.act = 'papers.text.overridden' and e.subject = 'paper:' || :id""").param("id", id).query(String.class).single());
        assertThat(line).contains("Đây là số tài khoản", "CITIZEN_ID").doesNotContain("001099012345");
    }

    @Test
    void everyStepThatIsNotDrawnIsRefused() {
        int id = draft(clerk);
        refused("papers.problem.step-not-open", () -> users.as(chief, () -> steps.sign(id, 1, List.of("TRƯỞNG CÔNG AN XÃ"), "", null, MONDAY)));
        refused("papers.problem.step-not-open", () -> users.as(clerk, () -> steps.number(id, 1, null, TODAY, null, MONDAY)));
        refused("papers.problem.step-not-open", () -> users.as(clerk, () -> steps.issue(id, 1, MONDAY, MONDAY)));
        submitted(id);
        refused("papers.problem.step-not-open", () -> users.as(clerk, () -> steps.submit(id, 2, null, MONDAY)));
        refused("papers.problem.wording-closed", () -> users.as(clerk, () -> papers.reword(id, 1, "Khác", MONDAY)));
        refused("papers.problem.step-taken-meanwhile", () -> users.as(chief, () -> steps.sign(id, 1, List.of("TRƯỞNG CÔNG AN XÃ"), "", null, MONDAY)));
    }

    @Test
    void aReturnedDocumentSaysWhyAndIsOpenAgain() {
        int id = draft(clerk);
        submitted(id);
        refused("papers.problem.return-without-reason", () -> users.as(chief, () -> steps.sendBack(id, 2, " ", MONDAY)));
        users.as(chief, () -> steps.sendBack(id, 2, "Bổ sung số vụ việc", MONDAY));
        users.as(clerk, () -> papers.reword(id, 1, "Công an xã đã giải quyết xong các vụ việc.", MONDAY));
        refused("papers.problem.changed-meanwhile", () -> users.as(deputy, () -> papers.reword(id, 1, "Của người khác", MONDAY)));
    }

    @Test
    void twoClerksWhoNumberAtOnceGetTwoNumbersWithoutAGap() throws Exception {
        int[] ids = new int[8];
        for (int i = 0; i < ids.length; i++) {
            ids[i] = draft(clerk);
            signed(ids[i]);
        }
        int before = users.as(clerk, () -> highest());
        try (var pool = Executors.newFixedThreadPool(4)) {
            var numbering = java.util.Arrays.stream(ids).mapToObj(id -> (Callable<Integer>) () -> users.as(clerk, () -> steps.number(id, 3, null, TODAY, null, MONDAY))).toList();
            var numbers = new java.util.TreeSet<Integer>();
            for (var given : pool.invokeAll(numbering)) {
                numbers.add(given.get());
            }
            assertThat(numbers).hasSize(ids.length).first().isEqualTo(before + 1);
            assertThat(numbers.last()).isEqualTo(before + ids.length);
        }
    }

    private int highest() {
        return users.asOwner(owner -> owner.sql("select coalesce(max(last), 0) from papers.series where office_id = :office and symbol = 'BC-CAX' and year = 2026")
                .param("office", dongVan)
                .query(Integer.class)
                .single());
    }

    @Test
    void aNumberTypedInIsWarnedOfWhenItDoublesOrSkipsAndADayThatComesLateToo() {
        int first = draft(clerk);
        signed(first);
        int given = users.as(clerk, () -> steps.number(first, 3, null, TODAY, null, MONDAY));

        int second = draft(clerk);
        signed(second);
        refused("papers.problem.number-doubtful", () -> users.as(clerk, () -> steps.number(second, 3, given, TODAY, null, MONDAY)));
        refused("papers.problem.number-doubtful", () -> users.as(clerk, () -> steps.number(second, 3, given + 3, TODAY, null, MONDAY)));
        refused("papers.problem.dated-before-signing", () -> users.as(clerk, () -> steps.number(second, 3, null, TODAY.minusDays(1), null, MONDAY)));
        Instant friday = Instant.parse("2026-06-19T02:00:00Z");
        refused("papers.problem.number-doubtful", () -> users.as(clerk, () -> steps.number(second, 3, null, TODAY.plusDays(4), null, friday)));
        int kept = users.as(clerk, () -> steps.number(second, 3, given + 3, TODAY.plusDays(1), "Hệ thống cũ đã cấp", friday));
        assertThat(kept).isEqualTo(given + 3);

        int third = draft(clerk);
        signed(third);
        assertThat(users.as(clerk, () -> steps.number(third, 3, null, TODAY, null, MONDAY))).isEqualTo(given + 4);
    }

    @Test
    void aNumberIsKeptWhenTheDocumentIsReturnedAfterwards() {
        int id = draft(clerk);
        signed(id);
        int number = users.as(clerk, () -> steps.number(id, 3, null, TODAY, null, MONDAY));
        users.as(clerk, () -> steps.sendBack(id, 4, "Sai thể thức", MONDAY));
        users.as(clerk, () -> papers.reword(id, 1, "Nội dung đã sửa.", MONDAY));
        signed(id);
        assertThat(users.as(clerk, () -> steps.number(id, seen(clerk, id), null, TODAY, null, MONDAY))).isEqualTo(number);
    }

    @Test
    void anotherCommuneDoesNotFindIt() {
        int id = draft(clerk);
        var other = users.person("other.chief", "commune_chief", office("commune", "Công an xã Lũng Cú"));
        assertThatThrownBy(() -> users.as(other, () -> papers.get(id))).isInstanceOfSatisfying(Problem.class, p -> assertThat(p.kind()).isEqualTo(Problem.Kind.NOT_FOUND));
        assertThat(users.in(other, () -> jdbc.sql("select count(*) from papers.step").query(Integer.class).single())).isZero();
        assertThat(users.in(clerk, () -> jdbc.sql("select count(*) from papers.step").query(Integer.class).single())).isPositive();
        assertThat(users.signIn(other).get("/documents/" + id).status()).isEqualTo(404);
        assertThat(users.signIn(clerk).get("/documents/" + id).body()).contains("Kết quả công tác 6 tháng đầu năm 2026");
    }
}

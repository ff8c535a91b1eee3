package vn.bamcoso.staffing;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import java.io.ByteArrayOutputStream;
import java.time.Clock;
import java.time.Duration;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.test.context.TestPropertySource;
import vn.bamcoso.InTheHouse;
import vn.bamcoso.basics.Problem;
import vn.bamcoso.documents.table.ExcelColumn;
import vn.bamcoso.documents.table.ExcelSheet;
import vn.bamcoso.identity.TestUsers;
import vn.bamcoso.identity.TestUsers.Person;
import vn.bamcoso.papers.PaperSteps;
import vn.bamcoso.papers.Papers;
import vn.bamcoso.staffing.wave.WaveActs;
import vn.bamcoso.staffing.wave.WaveDeciding;
import vn.bamcoso.staffing.wave.Waves;
import vn.bamcoso.territory.Place;
import vn.bamcoso.territory.Places;

/** A wave of 1,140 officers of one province from one Excel file: its faults, its balance, its decision, the way back before it is issued and after. */
@InTheHouse
@TestPropertySource(properties = "bamcoso.test.own-database=staffing")
class BigWaveTest {
    private static final LocalDate DAY = LocalDate.of(2026, 12, 1);
    private static final Locale VI = Locale.of("vi");
    private static final int PEOPLE = 1_140;

    @Autowired Staff staff;
    @Autowired TestUsers users;
    @Autowired Places places;
    @Autowired WaveActs acts;
    @Autowired WaveDeciding deciding;
    @Autowired Waves waves;
    @Autowired Papers papers;
    @Autowired PaperSteps steps;
    @Autowired Clock clock;

    private Place province;
    private List<Place> communes;
    private Person drafter;
    private Person director;
    private Person clerk;
    private Person colleague;

    /** Everybody serves as an officer at the provincial police of Nghệ An; 10 stand for each of its first 114 communes. */
    @BeforeEach
    void prepare() {
        province = places.byKey("P40@2026-11-21").orElseThrow();
        communes = places.children(province.id(), Staff.TODAY).subList(0, 114);
        int office = staff.office(province);
        drafter = users.person("tochuc.nghean", "provincial_staff", office);
        director = users.person("giamdoc.nghean", "provincial_director", office);
        colleague = users.person("dongnghiep.nghean", "provincial_staff", office);
        clerk = users.person("vanthu.nghean", "records_clerk", office);
        users.asOwner(jdbc -> {
            if (jdbc.sql("select count(*) from staffing.officer where number like 'NA%'").query(Long.class).single() == 0) {
                jdbc.sql("""
                                with made as (
                                    insert into staffing.officer (number, name, birth_year, sex, ethnic_group, rank, education, party_since, entered_on, home, place_id)
                                    select 'NA' || n, 'Phan Văn Thử ' || n, 1985, 'm', 'Kinh', 'dai_uy', 'dai_hoc', '2012-05-19', '2008-01-01', :home, :place from generate_series(1, :people) n returning id)
                                insert into staffing.posting (officer_id, office_id, title_id, kind, valid_from, valid_to, reason, decision, recorded_by, known_from, home, place_id)
                                select id, :office, 21, 'full', '2025-07-01', 'infinity', 'transfer', '1/QĐ', 0, '2025-07-01', :home, :place from made""")
                        .param("home", province.home()).param("place", province.id()).param("people", PEOPLE).param("office", office).update();
            }
            return null;
        });
    }

    private byte[] excel(List<List<Object>> rows, String... more) {
        var out = new ByteArrayOutputStream();
        List<String> titles = new ArrayList<>(WaveActs.HEAD);
        titles.addAll(List.of(more));
        try (var sheet = new ExcelSheet(out, "Đợt 1", titles.stream().map(title -> ExcelColumn.text(title, 24)).toList())) {
            sheet.title("DANH SÁCH ĐIỀU ĐỘNG");
            sheet.head();
            rows.forEach(sheet::row);
        }
        return out.toByteArray();
    }

    private byte[] whole() {
        List<List<Object>> rows = new ArrayList<>();
        for (int n = 1; n <= PEOPLE; n++) {
            int of = (n - 1) % 10;
            rows.add(List.of("NA" + n, communes.get((n - 1) / 10).code(), of == 0 ? "Trưởng Công an xã" : of == 1 ? "Phó Trưởng Công an xã" : "Công an viên"));
        }
        return excel(rows);
    }

    private int draft() {
        return users.as(drafter, () -> acts.draft("Đợt 1.140", "dot.xlsx", whole(), DAY, VI));
    }

    @Test
    void aWaveOf1140IsDecidedAndUndoneAsOneActAndNobodyIsLost() {
        long start = System.nanoTime();
        int wave = draft();
        long drafted = System.nanoTime();
        users.in(drafter, () -> {
            Waves.Wave draft = waves.byId(wave).orElseThrow();
            // 114 communes get 10 each, the provincial police gives 1,140
            assertThat(waves.balance(draft, waves.lines(draft))).hasSize(115)
                    .anySatisfy(one -> assertThat(List.of(one.office(), one.before(), one.leaving(), one.coming(), one.after())).isEqualTo(List.of(staff.office(province), PEOPLE, PEOPLE, 0, 0)))
                    .anySatisfy(one -> assertThat(List.of(one.office(), one.before(), one.leaving(), one.coming(), one.after())).isEqualTo(List.of(staff.office(communes.get(7)), 0, 0, 10, 10)));
            return null;
        });
        long balanced = System.nanoTime();
        users.as(drafter, () -> deciding.decide(wave, "212/QĐ-CAT", DAY.minusDays(6)));
        long decided = System.nanoTime();
        assertThat(standing(DAY)).isEqualTo("0 at the province, 1140 in 114 communes");
        assertThat(standing(DAY.minusDays(1))).isEqualTo("1140 at the province, 0 in 0 communes");
        assertThat(users.signIn(drafter).get("/staffing/waves/" + wave).body()).contains("Đã thực hiện: 1.140 cán bộ", "1.140/1.140", "0/1.140");
        assertThat(users.signIn(drafter).post("/staffing/waves/" + wave + "/checks", Map.of("item", "hand_over", "day", "2026-11-20", "document", "Biên bản 5")).status()).isEqualTo(302);
        assertThat(users.signIn(drafter).get("/staffing/open").body()).contains("1.140/1.140 cán bộ chưa xong");
        long undo = System.nanoTime();
        users.as(drafter, () -> deciding.undo(wave));
        long undone = System.nanoTime();
        assertThat(standing(DAY)).isEqualTo("1140 at the province, 0 in 0 communes");
        System.getLogger(BigWaveTest.class.getName()).log(System.Logger.Level.INFO, "1,140 officers: read and checked {0}, before and after {1}, decided {2}, undone {3}",
                Duration.ofNanos(drafted - start), Duration.ofNanos(balanced - drafted), Duration.ofNanos(decided - balanced), Duration.ofNanos(undone - undo));
        assertThat(Duration.ofNanos(decided - start)).as("a wave of 1,140, read, checked and done").isLessThan(Duration.ofSeconds(30));
    }

    @Test
    void anIssuedWaveIsNotTakenBackButAmendedAndRevokedByLaterDecisions() {
        int wave = draft();
        users.as(drafter, () -> deciding.decide(wave, "213/QĐ-CAT", DAY.minusDays(6)));
        issue(wave);
        assertThat(catchThrowableOfType(Problem.class, () -> users.as(drafter, () -> deciding.undo(wave))).code()).isEqualTo("staffing.problem.wave-issued");
        // two officers of the first commune go to the second from the same day on
        String other = communes.get(1).code();
        int amending = users.as(drafter, () -> acts.amend(wave, "Điều chỉnh theo đề nghị của đơn vị", "sua.xlsx", excel(List.of(List.of("NA3", other, "Công an viên"), List.of("NA4", other, "Công an viên"))), DAY, VI));
        assertThat(staff.holders(communes.get(0), DAY)).as("a draft moves nobody").isEqualTo(10);
        users.as(drafter, () -> deciding.decide(amending, "220/QĐ-CAT", DAY.minusDays(2)));
        assertThat(List.of(staff.holders(communes.get(0), DAY), staff.holders(communes.get(1), DAY))).containsExactly(8, 12);
        assertThat(standing(DAY)).isEqualTo("0 at the province, 1140 in 114 communes");
        users.as(drafter, () -> deciding.undo(amending));
        assertThat(List.of(staff.holders(communes.get(0), DAY), staff.holders(communes.get(1), DAY))).containsExactly(10, 10);
        // revoked from a later day on: they served nine days
        LocalDate later = DAY.plusDays(9);
        int revoking = users.as(drafter, () -> acts.revoke(wave, "Chưa bảo đảm nơi ăn, ở", later));
        users.as(drafter, () -> deciding.decide(revoking, "230/QĐ-CAT", later.minusDays(1)));
        assertThat(standing(later.minusDays(1))).isEqualTo("0 at the province, 1140 in 114 communes");
        assertThat(standing(later)).isEqualTo("1140 at the province, 0 in 0 communes");
        assertThat(users.signIn(drafter).get("/staffing/waves/" + wave).body()).contains("Đã bãi bỏ: 1.140 cán bộ");
        users.as(drafter, () -> deciding.undo(revoking));
        // revoked from its first day on: as if it had not been
        var browser = users.signIn(drafter);
        assertThat(browser.get("/staffing/waves/" + wave).body()).contains("/staffing/waves/" + wave + "/amendment");
        assertThat(browser.post("/staffing/waves/" + wave + "/revocation", Map.of("why", "Ban hành nhầm", "effective", "2026-11-30")).status()).as("before its first day").isEqualTo(422);
        String draft = browser.post("/staffing/waves/" + wave + "/revocation", Map.of("why", "Ban hành nhầm", "effective", "2026-12-01")).location();
        int whole = Integer.parseInt(draft.substring(draft.lastIndexOf('/') + 1));
        assertThat(browser.get(draft).body()).contains("Bãi bỏ đợt", "Ban hành nhầm", "Dự thảo: 1.140 cán bộ");
        users.as(drafter, () -> deciding.decide(whole, "231/QĐ-CAT", DAY.minusDays(1)));
        assertThat(standing(DAY)).isEqualTo("1140 at the province, 0 in 0 communes");
        assertThat(catchThrowableOfType(Problem.class, () -> users.as(drafter, () -> deciding.undo(wave))).code()).isEqualTo("staffing.problem.wave-revoked");
    }

    @Test
    void everyKindOfFaultIsToldWithRowAndColumnOfTheExcelFile() {
        int elsewhere = staff.officer(places.children(places.byKey("P01@2026-11-21").orElseThrow().id(), Staff.TODAY).getFirst(), 3);
        int gone = staff.officer(communes.get(100), 3);
        int later = staff.officer(communes.get(100), 3);
        users.asOwner(jdbc -> jdbc.sql("update staffing.officer set left_on = '2026-10-01' where id = ?").param(gone).update());
        users.asOwner(jdbc -> jdbc.sql("update staffing.posting set valid_from = '2026-12-15', known_from = now() where officer_id = ?").param(later).update());
        int same = staff.officer(communes.get(101), 3);
        String to = communes.get(102).code();
        byte[] file = excel(List.of(
                List.of("NA-không có", to, "Công an viên", "", ""),
                List.of("NA1", to, "Công an viên", "", ""),
                List.of("NA1", to, "Công an viên", "", ""),
                List.of(staff.number(gone), to, "Công an viên", "", ""),
                List.of(staff.number(later), to, "Công an viên", "", ""),
                List.of(staff.number(elsewhere), to, "Công an viên", "", ""),
                List.of("NA2", "99999", "Công an viên", "", ""),
                List.of("NA3", "P01@2026-11-21", "Cán bộ Công an cấp tỉnh", "", ""),
                List.of("NA4", to, "Giám đốc", "", ""),
                List.of("NA5", to, "Cán bộ Công an cấp tỉnh", "", ""),
                List.of(staff.number(same), communes.get(101).code(), "Công an viên", "", ""),
                List.of("NA6", to, "Công an viên", "NA7", ""),
                List.of("NA8", to, "Công an viên", "NA7", ""),
                List.of(staff.number(staff.officer(communes.get(103), 3)), to, "Trưởng Công an xã", "", "")), "Thay cho số hiệu", "Lý do ngoại lệ");
        Problem problem = catchThrowableOfType(Problem.class, () -> users.as(drafter, () -> acts.check("dot.xlsx", file, DAY, VI)));
        assertThat(problem.faults()).extracting(fault -> fault.where() + " " + fault.code().substring("staffing.".length())).containsExactly(
                "dòng 3, cột A problem.no-officer", "dòng 5, cột A fault.twice", "dòng 6, cột A fault.left", "dòng 7, cột A fault.later", "dòng 8, cột A problem.no-officer",
                "dòng 9, cột B fault.no-office", "dòng 10, cột B fault.not-yours", "dòng 11, cột C fault.title", "dòng 12, cột C fault.title-elsewhere", "dòng 13, cột B fault.same",
                "dòng 15, cột D fault.replaced-twice", "dòng 16, cột A fault.rule");
        assertThat(String.valueOf(problem.faults().getLast().args())).contains("là đảng viên");
    }

    @Test
    void theApiChecksWithoutKeepingAndThenDrafts() {
        String csv = "Số hiệu;Mã đơn vị đến;Chức danh\nNA900;" + communes.get(0).code() + ";Công an viên\n";
        var api = users.browser();
        String[] headers = {"Authorization", "Bearer " + users.token(drafter), "Content-Type", "text/csv"};
        var checked = api.send("POST", "/api/staffing/waves?effective=2026-12-01&check=true", csv, headers);
        assertThat(checked.status() + " " + checked.body()).isEqualTo("200 {\"people\":1}");
        var refused = api.send("POST", "/api/staffing/waves?effective=2026-12-01&check=true", csv.replace("NA900", "NA0"), headers);
        assertThat(refused.status()).isEqualTo(422);
        assertThat(refused.body()).contains("NA0", "cột A");
        var kept = api.send("POST", "/api/staffing/waves?effective=2026-12-01&title=M%E1%BB%99t", csv, headers);
        assertThat(kept.status()).isEqualTo(201);
        assertThatThrownBy(() -> users.as(director, () -> waves.byId(Integer.parseInt(kept.headers().firstValue("Location").orElseThrow().replaceAll(".*/", ""))).orElseThrow())).as("a draft is its drafter's").isInstanceOf(java.util.NoSuchElementException.class);
    }

    private void issue(int wave) {
        String paper = users.signIn(drafter).post("/staffing/waves/" + wave + "/paper", Map.of()).location();
        int id = Integer.parseInt(paper.substring(paper.lastIndexOf('/') + 1));
        users.as(drafter, () -> steps.submit(id, seen(id), "", clock.instant()));
        users.as(colleague, () -> steps.initial(id, seen(id), "", clock.instant()));
        users.as(director, () -> steps.sign(id, seen(id), List.of("GIÁM ĐỐC"), "Đại tá", null, clock.instant()));
        users.as(clerk, () -> steps.number(id, seen(id), null, vn.bamcoso.basics.VietnamTime.today(clock), null, clock.instant()));
        users.as(clerk, () -> steps.issue(id, seen(id), clock.instant(), clock.instant()));
    }

    private int seen(int id) {
        return users.as(clerk, () -> papers.get(id)).stepNumber();
    }

    private String standing(LocalDate day) {
        return users.asOwner(jdbc -> jdbc.sql("""
                        select count(*) filter (where p.title_id = 21) || ' at the province, ' || count(*) filter (where p.title_id < 4) || ' in ' || count(distinct p.office_id) filter (where p.title_id < 4) || ' communes'
                        from staffing.posting p join staffing.officer o on o.id = p.officer_id and o.number like 'NA%' where p.kind = 'full' and p.valid_from <= :day and :day < p.valid_to""")
                .param("day", day).query(String.class).single());
    }
}

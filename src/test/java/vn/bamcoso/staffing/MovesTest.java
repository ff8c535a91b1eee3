package vn.bamcoso.staffing;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.test.context.TestPropertySource;
import org.springframework.transaction.support.TransactionTemplate;
import vn.bamcoso.InTheHouse;
import vn.bamcoso.access.CurrentUser;
import vn.bamcoso.basics.Problem;
import vn.bamcoso.identity.Browser;
import vn.bamcoso.identity.TestUsers;
import vn.bamcoso.identity.TestUsers.Person;
import vn.bamcoso.staffing.move.Moving;
import vn.bamcoso.staffing.wave.WaveActs;
import vn.bamcoso.staffing.wave.WaveDeciding;
import vn.bamcoso.staffing.wave.Waves;
import vn.bamcoso.territory.Act;
import vn.bamcoso.territory.Offices;
import vn.bamcoso.territory.Place;
import vn.bamcoso.territory.Places;
import vn.bamcoso.territory.RestructuringPart;

/** People are moved one by one, in a wave, and by a restructuring; what was known before stays. */
@InTheHouse
@TestPropertySource(properties = "bamcoso.test.own-database=staffing")
class MovesTest {
    private static final LocalDate DAY = LocalDate.of(2026, 12, 1);

    @Autowired Staff staff;
    @Autowired TestUsers users;
    @Autowired Moving moving;
    @Autowired Strength strength;
    @Autowired WaveActs acts;
    @Autowired WaveDeciding deciding;
    @Autowired Waves waves;
    @Autowired Offices offices;
    @Autowired Places places;
    @Autowired List<RestructuringPart> parts;
    @Autowired TransactionTemplate transaction;

    @Test
    void aTransferEndsOnePostAndBeginsTheNextOnTheSameDay() {
        var pair = staff.pair();
        int officer = staff.officer(pair.a(), 3);
        Browser browser = users.signIn(pair.staff());
        String move = browser.post("/staffing/moves", Map.of("number", staff.number(officer), "what", "transfer", "place", pair.b().key(), "title", "2", "day", "2026-12-01",
                "decision", "15/QĐ-CAT", "decidedOn", "2026-11-20", "reason", "Tăng cường chỉ huy")).location();
        assertThat(move).startsWith("/staffing/moves/");
        assertThat(staff.holders(pair.a(), DAY.minusDays(1))).isEqualTo(1);
        assertThat(staff.holders(pair.a(), DAY)).isZero();
        assertThat(staff.holders(pair.b(), DAY)).isEqualTo(1);
        assertThat(browser.get(move).body()).contains("Nguyễn Văn Thử", "15/QĐ-CAT", "Bàn giao công việc");
        browser.post(move + "/checks", Map.of("item", "hand_over", "day", "2026-11-20", "document", "Biên bản bàn giao 03"));
        assertThat(browser.get(move).body()).contains("Biên bản bàn giao 03", "xong 20/11/2026");
        assertThat(browser.get("/staffing/open").body()).contains("xong 2/5");
    }

    @Test
    void nobodyHoldsTwoFullPosts() {
        var pair = staff.pair();
        int officer = staff.officer(pair.a(), 3);
        assertThatThrownBy(() -> users.asOwner(jdbc -> jdbc.sql("""
                        insert into staffing.posting (officer_id, office_id, title_id, kind, valid_from, valid_to, reason, recorded_by, known_from, home, place_id)
                        select officer_id, :office, 3, 'full', '2026-01-01', '2026-02-01', 'transfer', 0, now(), :home, :place from staffing.posting where officer_id = :officer""")
                .param("office", pair.officeB()).param("home", pair.b().home()).param("place", pair.b().id()).param("officer", officer).update()))
                .hasMessageContaining("posting_full_no_overlap");
    }

    @Test
    void aMendedPostingOf2025ChangesWhatIsKnownNowOnly() throws InterruptedException {
        var pair = staff.pair();
        int officer = staff.officer(pair.a(), 1);
        long posting = users.asOwner(jdbc -> jdbc.sql("select id from staffing.posting where officer_id = ?").param(officer).query(Long.class).single());
        Instant before = Instant.now();
        Thread.sleep(20);
        users.as(pair.staff(), () -> moving.mend(posting, LocalDate.of(2025, 9, 1), null, "Quyết định ghi ngày 1/9"));
        LocalDate august = LocalDate.of(2025, 8, 1);
        assertThat(users.as(pair.staff(), () -> strength.communes(august, null)).get(pair.a().id())).isNull();
        assertThat(users.as(pair.staff(), () -> strength.communes(august, before)).get(pair.a().id()).headed()).isTrue();
    }

    @Test
    void theStrengthOfACommuneIsCountedTitleByTitle() {
        var pair = staff.pair();
        staff.posts(pair.a(), 1, 1);
        staff.posts(pair.a(), 2, 1);
        staff.posts(pair.a(), 3, 3);
        staff.officer(pair.a(), 1);
        for (int i = 0; i < 4; i++) {
            staff.officer(pair.a(), 3);
        }
        // 1 chief of 1, no deputy of 1, 4 officers of 3: five posts, five holders, one vacant and one surplus all the same
        Strength.Cell all = users.as(pair.staff(), () -> strength.communes(Staff.TODAY, null)).get(pair.a().id()).all();
        assertThat(all).isEqualTo(new Strength.Cell(5, 5, 1, 1));
        String json = users.signIn(pair.staff()).get("/api/staffing/strength?level=commune&on=2026-11-21&within=" + pair.a().key()).body();
        assertThat(json).contains("\"allotted\":5,\"filled\":5,\"vacant\":1,\"surplus\":1,\"communes\":1,\"covered\":1,\"filledToNorm\":1,\"headed\":1");
    }

    @Test
    void namesOpenToTheFieldPersonnelAndEachOpeningIsKept() {
        var pair = staff.pair();
        int officer = staff.officer(pair.a(), 1);
        int province = staff.office(pair.province());
        Person organisation = users.person("tochuc.khong-ho-so", "provincial_staff", province, 1);
        Person security = users.person("anninh.khong-ho-so", "provincial_staff", province, 4);
        Person elsewhere = users.person("tochuc.hanoi", "provincial_staff", staff.office(places.byKey("P01@2026-11-21").orElseThrow()));
        String posts = "/staffing/offices/" + pair.officeA() + "?on=2026-11-21";
        assertThat(users.signIn(organisation).get(posts).body()).contains("Trưởng Công an cấp xã").doesNotContain("Nguyễn Văn Thử");
        assertThat(users.signIn(organisation).get("/staffing/officers/" + officer).status()).isEqualTo(404);
        assertThat(users.signIn(organisation).get("/api/staffing/strength?by=sex").status()).isEqualTo(403);
        assertThat(users.signIn(security).get(posts).status()).isEqualTo(404);
        assertThat(users.signIn(elsewhere).get(posts).status()).isEqualTo(404);
        assertThat(users.signIn(elsewhere).get("/staffing/officers/" + officer).status()).isEqualTo(404);
        Person self = users.person("chinh.minh");
        users.asOwner(jdbc -> jdbc.sql("update staffing.officer set user_id = ? where id = ?").param(self.id()).param(officer).update());
        assertThat(users.signIn(pair.staff()).get("/staffing/officers/" + officer).body()).contains("Nguyễn Văn Thử");
        assertThat(users.signIn(self).get("/staffing/me").body()).contains("Đây là hồ sơ của chính đồng chí", pair.staff().login());
    }

    @Test
    void everyFaultOfAWaveIsNamedWithRowAndColumnAndNothingIsKept() {
        var pair = staff.pair();
        String known = staff.number(staff.officer(pair.a(), 3));
        String csv = "Số hiệu;Mã đơn vị đến;Chức danh\n" + known + ";99999;Công an viên\nXX1;" + pair.b().code() + ";Công an viên\n" + known + ";" + pair.b().code() + ";Giám đốc\n";
        var before = users.as(pair.staff(), () -> waves.list());
        assertThatThrownBy(() -> users.as(pair.staff(), () -> acts.draft("Đợt 1", "dot1.csv", csv.getBytes(java.nio.charset.StandardCharsets.UTF_8), DAY, Locale.of("vi"))))
                .isInstanceOfSatisfying(Problem.class, problem -> assertThat(problem.faults()).extracting(fault -> fault.where() + " " + fault.code())
                        .containsExactly("dòng 2, cột B staffing.fault.no-office", "dòng 3, cột A staffing.problem.no-officer", "dòng 4, cột A staffing.fault.twice", "dòng 4, cột C staffing.fault.title"));
        assertThat(users.as(pair.staff(), () -> waves.list())).noneMatch(wave -> wave.title().equals("Đợt 1"));
    }

    @Test
    void aWaveIsInvisibleUntilDecidedAndUndoneAsOneAct() {
        var pair = staff.pair();
        int one = staff.officer(pair.a(), 3);
        int other = staff.officer(pair.a(), 3);
        String csv = "Số hiệu;Mã đơn vị đến;Chức danh\n" + staff.number(one) + ";" + pair.b().code() + ";Công an viên\n" + staff.number(other) + ";" + pair.b().code() + ";Phó Trưởng Công an xã\n";
        int wave = users.as(pair.staff(), () -> acts.draft("Đợt 2", "dot2.csv", csv.getBytes(java.nio.charset.StandardCharsets.UTF_8), DAY, Locale.of("vi")));
        Person colleague = users.person("dong.nghiep", "provincial_staff", staff.office(pair.province()));
        assertThat(users.signIn(colleague).get("/staffing/waves/" + wave).status()).isEqualTo(404);
        assertThat(users.signIn(pair.staff()).get("/staffing/waves/" + wave).body()).contains("Dự thảo: 2 cán bộ");
        assertThat(staff.holders(pair.b(), DAY)).isZero();
        users.as(pair.staff(), () -> deciding.decide(wave, "77/QĐ-CAT", DAY.minusDays(5)));
        assertThat(staff.holders(pair.a(), DAY)).isZero();
        assertThat(staff.holders(pair.b(), DAY)).isEqualTo(2);
        assertThat(users.signIn(colleague).get("/staffing/waves/" + wave).body()).contains("Đã thực hiện: 2 cán bộ");
        String paper = users.signIn(pair.staff()).post("/staffing/waves/" + wave + "/paper", Map.of()).location();
        assertThat(users.signIn(pair.staff()).get(paper).body()).contains("Điều động 02 đồng chí", "TRÍCH NGANG", staff.number(one));
        users.as(pair.staff(), () -> deciding.undo(wave));
        assertThat(staff.holders(pair.a(), DAY)).isEqualTo(2);
        assertThat(staff.holders(pair.b(), DAY)).isZero();
    }

    @Test
    void oneOfficerIsProposedAsAnExceptionByNameThenDecidedAndThePaperSaysSo() {
        var pair = staff.pair();
        String number = staff.number(staff.officer(pair.a(), 3));
        Browser browser = users.signIn(pair.staff());
        Map<String, String> asked = Map.of("number", number, "place", pair.b().key(), "title", "1", "day", "2026-12-01", "exception", "");
        // not a member of the Party, so not chief without a reason
        assertThat(browser.post("/staffing/waves/one", asked).body()).contains("là đảng viên");
        Map<String, String> reasoned = new java.util.HashMap<>(asked);
        reasoned.put("exception", "Đã học lớp cảm tình Đảng, xét kết nạp tháng 12");
        String wave = browser.post("/staffing/waves/one", reasoned).location();
        String proposal = browser.post(wave + "/proposal", Map.of()).location();
        assertThat(browser.get(proposal).body()).contains("Kính gửi", "Giám đốc Công an tỉnh Tuyên Quang", "DANH SÁCH TRÍCH NGANG", "chưa đạt về điều kiện là đảng viên", "Đã học lớp cảm tình Đảng", "Trưởng Công an cấp xã: tuổi không quá 55; trình độ từ Đại học trở lên; là đảng viên");
        browser.post(wave + "/decision", Map.of("decision", "91/QĐ-CAT", "decidedOn", "2026-11-20"));
        String decision = browser.post(wave + "/paper", Map.of()).location();
        assertThat(browser.get(decision).body()).contains("GIÁM ĐỐC CÔNG AN TỈNH TUYÊN QUANG", "<b>Điều 1. </b>Điều động 01 đồng chí", "lãnh đạo số 91/QĐ-CAT ngày 20 tháng 11 năm 2026", number);
        assertThat(browser.get(decision + "/word").status()).isEqualTo(200);
    }

    @Test
    void aMergerCarriesEverybodyAlongOnceAndGivesThemBackWhenItIsWithdrawn() {
        var pair = staff.pair();
        List<Integer> people = List.of(staff.officer(pair.a(), 1), staff.officer(pair.a(), 2), staff.officer(pair.a(), 3), staff.officer(pair.b(), 1));
        var act = new Act(7_001, "Sáp nhập", "9/NQ", DAY, List.of(), List.of(pair.a().id()), List.of(), List.of(new Act.Succession(pair.a().id(), pair.b().id(), BigDecimal.ONE)), List.of(), List.of(pair.officeA()), List.of());
        RestructuringPart part = parts.stream().filter(one -> one.getClass().getName().contains("staffing.succession")).findFirst().orElseThrow();
        assertThat(program(() -> part.preview(act))).extracting(RestructuringPart.Effect::count).containsExactly(3L);
        program(() -> {
            part.apply(act);
            return null;
        });
        assertThat(staff.holders(pair.a(), DAY)).isZero();
        assertThat(staff.holders(pair.b(), DAY)).isEqualTo(4);
        assertThat(postsOn(people)).as("each of the four holds one full post").isEqualTo(4);
        int chiefs = users.asOwner(jdbc -> jdbc.sql("select count(*)::int from staffing.posting where office_id = ? and title_id = 1 and valid_to = 'infinity'").param(pair.officeB()).query(Integer.class).single());
        assertThat(chiefs).isEqualTo(1);
        int open = users.asOwner(jdbc -> jdbc.sql("select count(*)::int from staffing.proposal where act_id = 7001 and settled_at is null").query(Integer.class).single());
        assertThat(open).as("the second chief").isEqualTo(1);
        program(() -> {
            part.withdraw(act);
            return null;
        });
        assertThat(staff.holders(pair.a(), DAY)).isEqualTo(3);
        assertThat(staff.holders(pair.b(), DAY)).isEqualTo(1);
    }

    @Test
    void accountsOfAMergedOfficeGoOnAtTheSuccessorWithOneChief() {
        var pair = staff.pair();
        Person chief = users.person("truong.nhap", "commune_chief", pair.officeA());
        Person clerk = users.person("tonghop.nhap", "commune_clerk", pair.officeA());
        Person there = users.person("truong.dich", "commune_chief", pair.officeB());
        int act = users.asOwner(jdbc -> jdbc.sql("select min(id) from territory.act").query(Integer.class).single());
        var merger = new Act(act, "Sáp nhập", "9/NQ", DAY, List.of(), List.of(pair.a().id()), List.of(), List.of(new Act.Succession(pair.a().id(), pair.b().id(), BigDecimal.ONE)), List.of(), List.of(pair.officeA()), List.of());
        RestructuringPart part = parts.stream().filter(one -> one.getClass().getName().contains("identity")).findFirst().orElseThrow();
        assertThat(program(() -> part.preview(merger))).extracting(RestructuringPart.Effect::text).containsExactly("identity.effect.handed-over");
        program(() -> {
            part.apply(merger);
            return null;
        });
        assertThat(List.of(rolesOn(chief, pair.officeB()), rolesOn(clerk, pair.officeB()), rolesOn(there, pair.officeB()))).containsExactly("commune_deputy", "commune_clerk", "commune_chief");
        program(() -> {
            part.withdraw(merger);
            return null;
        });
        assertThat(List.of(rolesOn(chief, pair.officeB()), rolesOn(clerk, pair.officeB()), rolesOn(there, pair.officeB()))).containsExactly("", "", "commune_chief");
    }

    private String rolesOn(Person person, int office) {
        return users.asOwner(jdbc -> jdbc.sql("select coalesce(string_agg(role, ','), '') from identity.user_grant where user_id = ? and office_id = ? and valid_from <= ? and valid_to > ?")
                .param(person.id()).param(office).param(DAY).param(DAY).query(String.class).single());
    }

    private int postsOn(List<Integer> people) {
        return users.asOwner(jdbc -> jdbc.sql("select count(*)::int from staffing.posting where officer_id = any (?) and kind = 'full' and valid_from <= ? and valid_to > ?")
                .param(people.toArray(Integer[]::new)).param(DAY).param(DAY).query(Integer.class).single());
    }

    private <T> T program(java.util.function.Supplier<T> work) {
        return CurrentUser.SYSTEM.call(() -> transaction.execute(running -> work.get()));
    }
}

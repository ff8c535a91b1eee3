package vn.bamcoso.staffing.rollout;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Set;
import java.util.function.Supplier;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.support.TransactionTemplate;
import vn.bamcoso.access.CurrentUser;
import vn.bamcoso.basics.Problem;
import vn.bamcoso.demo.TinyNation;
import vn.bamcoso.territory.Places;

/** Programmes over the invented careers of Hà Giang and old Tuyên Quang. */
@TinyNation
class RolloutTest {
    private static final Instant AT = Instant.parse("2026-11-20T03:00:00Z");
    @Autowired JdbcClient jdbc;
    @Autowired TransactionTemplate transaction;
    @Autowired Programmes programmes;
    @Autowired ProgressQuery progress;
    @Autowired Opening opening;
    @Autowired Planning planning;
    @Autowired Places places;
    @Autowired GateFile gateFile;
    @Autowired Lessons lessons;
    @Autowired LessonsReports reports;
    @Autowired LessonsSection section;
    @Autowired vn.bamcoso.papers.Papers papers;

    @Test
    void haGiangWasCovered188Of188On31May2021AndThePlanBeforeTheDecreeIsKept() {
        Progress then = asProgram(() -> progress.on(nation(), LocalDate.of(2021, 5, 31)));
        List<Spot> haGiang = asProgram(() -> progress.spots(then)).stream().filter(spot -> spot.home() == 2).toList();
        assertThat(haGiang).hasSize(188).allMatch(Spot::done);
        assertThat(haGiang.stream().mapToInt(Spot::officers).sum()).isEqualTo(940);
        Progress before = asProgram(() -> progress.on(nation(), LocalDate.of(2021, 3, 30)));
        assertThat(before.steps()).allMatch(step -> step.planned().equals(step.firstPlanned()));
        assertThat(then.steps()).anyMatch(step -> step.planned().equals(LocalDate.of(2022, 6, 30)) && step.firstPlanned().equals(LocalDate.of(2021, 12, 31)));
    }

    @Test
    void aProvinceSeesOfTheNationsProgrammeItsOwnPlacesOnly() {
        CurrentUser staff = user("thammuu.tuyenquang", "provincial_staff");
        List<Short> homes = as(staff, () -> progress.on(nation(), LocalDate.of(2021, 5, 31)).steps().stream().map(Progress.Step::home).distinct().sorted().toList());
        assertThat(homes).containsExactly((short) 2, (short) 8);
        CurrentUser elsewhere = user("thammuu.quangngai", "provincial_staff");
        assertThatThrownBy(() -> as(elsewhere, () -> programmes.get(nation().id()))).isInstanceOfSatisfying(Problem.class, problem -> assertThat(problem.kind()).isEqualTo(Problem.Kind.NOT_FOUND));
        assertThatThrownBy(() -> as(staff, () -> planning.revise(progress.on(nation(), LocalDate.of(2021, 5, 31)), (short) 3, 0, LocalDate.of(2022, 12, 31), "1/KH", LocalDate.of(2021, 5, 31), "Thử", AT)))
                .isInstanceOfSatisfying(Problem.class, problem -> assertThat(problem.kind()).isEqualTo(Problem.Kind.FORBIDDEN));
    }

    @Test
    void aProgrammeIsOpenedFilledByCriteriaRevisedAndItsGatesAreSaidWithEvidence() {
        CurrentUser staff = user("thammuu.tuyenquang", "provincial_staff");
        int id = as(staff, () -> opening.open(new Opening.NewProgramme("Đủ ba mươi cán bộ ở mỗi phường", "", places.byKey("P08@2025-07-01").orElseThrow(), "filled", 30, LocalDate.of(2025, 7, 1), "Kế hoạch số 12/KH-CAT", null), AT));
        var wards = new Opening.Criteria(List.of("phuong"), false, false, List.of(), LocalDate.of(2025, 7, 1));
        LocalDate decided = LocalDate.of(2025, 7, 1);
        // new Tuyên Quang has seven wards
        assertThat(as(staff, () -> opening.addStage(programmes.get(id), "phase", "Các phường", "", wards, LocalDate.of(2025, 12, 31), "12/KH-CAT", decided, AT))).isEqualTo(7);
        assertThatThrownBy(() -> as(staff, () -> opening.addStage(programmes.get(id), "phase", "Lần nữa", "", wards, LocalDate.of(2025, 12, 31), "13/KH-CAT", decided, AT))).hasMessage("rollout.problem.no-place");
        Progress now = as(staff, () -> progress.on(programmes.get(id), LocalDate.of(2025, 6, 30).plusDays(1)));
        List<Spot> wardsNow = as(staff, () -> progress.spots(now));
        assertThat(wardsNow).hasSize(7).allMatch(spot -> spot.officers() >= 30 && spot.done());
        Spot first = wardsNow.getFirst();
        assertThat(as(staff, () -> planning.revise(now, (short) 0, first.placeId(), LocalDate.of(2026, 3, 31), "20/KH-CAT", LocalDate.of(2025, 9, 1), "Sửa trụ sở", AT))).isEqualTo(1);
        assertThat(as(staff, () -> planning.plans(id, first.placeId()))).extracting(Planning.Plan::document).containsExactly("20/KH-CAT", "12/KH-CAT");
        assertThatThrownBy(() -> as(staff, () -> planning.revise(now, (short) 0, first.placeId(), LocalDate.of(2026, 6, 30), "19/KH-CAT", LocalDate.of(2025, 8, 1), "Cũ hơn", AT))).hasMessage("rollout.problem.later-plan");
        assertThatThrownBy(() -> say(staff, id, first, true, "")).hasMessage("rollout.problem.evidence");
        say(staff, id, first, true, "7/BB-BG");
        assertThat(as(staff, () -> planning.notes(id, first.placeId()))).singleElement().satisfies(note -> assertThat(note.document()).isEqualTo("7/BB-BG"));
    }

    @Test
    void gatesComeInFromOneFileAllOrNoneAndEveryFaultIsNamed() {
        CurrentUser staff = user("thammuu.tuyenquang", "provincial_staff");
        int id = wards(staff, "Điều kiện của các phường");
        Progress now = as(staff, () -> progress.on(programmes.get(id), LocalDate.of(2026, 11, 20)));
        List<Spot> spots = as(staff, () -> progress.spots(now));
        String head = "Mã đơn vị;Tên đơn vị;Điều kiện;Tình trạng;Từ ngày;Văn bản;Còn thiếu gì\n";
        String good = spots.get(0).code() + ";;Trụ sở;đã có;5/1/2026;7/BB-BG;\n" + spots.get(1).code() + ";;Trang bị;chưa có;5/1/2026;;Thiếu xe\n" + spots.get(2).code() + ";;Trang bị;;;;\n";
        String bad = "99999;;Trụ sở;đã có;5/1/2026;7/BB-BG;\n" + spots.get(2).code() + ";;Chi bộ;xong;hôm qua;;\n";
        Problem refused = org.assertj.core.api.Assertions.catchThrowableOfType(Problem.class, () -> read(staff, id, head + good + bad));
        assertThat(refused.faults()).extracting(Problem.Fault::code).containsExactly("rollout.fault.place", "rollout.fault.gate", "rollout.fault.state", "rollout.fault.day");
        assertThat(as(staff, () -> planning.notes(id, spots.getFirst().placeId()))).isEmpty();
        assertThat(read(staff, id, head + good)).isEqualTo(2);
        assertThat(as(staff, () -> progress.spots(progress.on(programmes.get(id), LocalDate.of(2026, 11, 20)))).subList(0, 2)).extracting(spot -> spot.gate("premises") + " " + spot.gate("equipment")).containsExactly("ready unknown", "unknown missing");
        // what is ready is not asked again: 7 wards with 3 gates each, one of them ready
        assertThat(as(staff, () -> gateFile.write(programmes.get(id), java.util.Locale.of("vi", "VN"))).lines()).hasSize(1 + 20);
    }

    private int read(CurrentUser by, int id, String file) {
        return as(by, () -> {
            try {
                return gateFile.read(programmes.get(id), "dieu-kien.csv", file.getBytes(java.nio.charset.StandardCharsets.UTF_8), java.util.Locale.of("vi", "VN"), AT);
            } catch (java.io.IOException never) {
                throw new java.io.UncheckedIOException(never);
            }
        });
    }

    @Test
    void theReportOfAProgrammeSaysWhatWasReachedAndTaughtAsItWasKnown() {
        CurrentUser staff = user("thammuu.tuyenquang", "provincial_staff");
        int id = wards(staff, "Các phường đủ ba mươi");
        as(staff, () -> {
            lessons.enter(programmes.get(id), "lesson", "Chọn đúng người trước, chọn đủ người sau", AT);
            lessons.enter(programmes.get(id), "shortcoming", "Trụ sở giao chậm", AT);
            return 0;
        });
        int paper = as(staff, () -> reports.open(programmes.get(id), LocalDate.of(2026, 11, 20), AT));
        long ref = as(CurrentUser.SYSTEM, () -> papers.get(paper).sectionRef());
        String said = as(CurrentUser.SYSTEM, () -> section.compose(ref, null)).toString();
        assertThat(said).contains("cả 7 đơn vị đạt mục tiêu").contains("Chọn đúng người trước").contains("Trụ sở giao chậm");
        int first = as(staff, () -> lessons.of(id, null)).getFirst().id();
        as(staff, () -> {
            lessons.withdraw(programmes.get(id), first, AT.plusSeconds(60));
            return 0;
        });
        assertThat(as(CurrentUser.SYSTEM, () -> section.compose(ref, AT)).toString()).isEqualTo(said);
        assertThat(as(CurrentUser.SYSTEM, () -> section.compose(ref, null)).faults()).hasSize(1);
    }

    private int wards(CurrentUser staff, String name) {
        int id = as(staff, () -> opening.open(new Opening.NewProgramme(name, "", places.byKey("P08@2025-07-01").orElseThrow(), "filled", 30, LocalDate.of(2025, 7, 1), "Kế hoạch số 12/KH-CAT", null), AT));
        as(staff, () -> opening.addStage(programmes.get(id), "pilot", "Thí điểm", "", new Opening.Criteria(List.of("phuong"), false, false, List.of(), LocalDate.of(2025, 7, 1)), LocalDate.of(2025, 12, 31), "12/KH-CAT", LocalDate.of(2025, 7, 1), AT));
        return id;
    }

    private void say(CurrentUser by, int id, Spot spot, boolean ready, String document) {
        as(by, () -> {
            planning.say(programmes.get(id), spot, "premises", ready, LocalDate.of(2026, 1, 5), document, "", AT);
            return 0;
        });
    }

    private Programme nation() {
        return programmes.all().stream().filter(programme -> programme.nameVi().contains("toàn quốc")).findFirst().orElseGet(() -> new Programme(1, "", "", "covered", 1, LocalDate.of(2018, 10, 12), "", null, 0));
    }

    private CurrentUser user(String login, String role) {
        int id = asProgram(() -> jdbc.sql("select user_id from identity.pub_user where login = :login").param("login", login).query(Integer.class).single());
        return new CurrentUser(id, login, 0, "test", Set.of(role));
    }

    private <T> T as(CurrentUser user, Supplier<T> work) {
        return user.call(() -> transaction.execute(running -> work.get()));
    }

    private <T> T asProgram(Supplier<T> work) {
        return as(CurrentUser.SYSTEM, work);
    }
}

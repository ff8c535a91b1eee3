package vn.bamcoso.staffing;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.test.context.TestPropertySource;
import vn.bamcoso.InTheHouse;
import vn.bamcoso.basics.VietnamTime;
import vn.bamcoso.identity.TestUsers;
import vn.bamcoso.identity.TestUsers.Person;
import vn.bamcoso.papers.IssuedPapers;
import vn.bamcoso.papers.PaperSteps;
import vn.bamcoso.papers.Papers;
import vn.bamcoso.staffing.move.Moving;
import vn.bamcoso.staffing.officer.RecordActs;
import vn.bamcoso.staffing.wave.WaveActs;
import vn.bamcoso.staffing.wave.WaveDeciding;
import vn.bamcoso.staffing.wave.Waves;

/** What was printed of officers stays as it was printed, whatever is learnt of them later. */
@InTheHouse
@TestPropertySource(properties = "bamcoso.test.own-database=staffing")
class PapersOfAWaveTest {
    private static final LocalDate DAY = LocalDate.of(2026, 12, 1);

    @Autowired Staff staff;
    @Autowired TestUsers users;
    @Autowired WaveActs acts;
    @Autowired WaveDeciding deciding;
    @Autowired Waves waves;
    @Autowired Papers papers;
    @Autowired PaperSteps steps;
    @Autowired IssuedPapers issued;
    @Autowired RecordActs records;
    @Autowired Moving moving;
    @Autowired Clock clock;

    @Test
    void theListAndTheProposalKeepTheRanksOfTheirDayAfterAPromotionAndAMend() {
        Staff.Pair pair = staff.pair();
        Person drafter = pair.staff();
        int officer = staff.officer(pair.a(), 3);
        int wave = users.as(drafter, () -> acts.draft("Một đồng chí", "mot.csv", ("Số hiệu;Mã đơn vị đến;Chức danh\n" + staff.number(officer) + ";" + pair.b().code() + ";Công an viên\n").getBytes(StandardCharsets.UTF_8), DAY, Locale.of("vi")));
        int proposal = issue(pair, users.signIn(drafter).post("/staffing/waves/" + wave + "/proposal", Map.of()).location());
        users.as(drafter, () -> deciding.decide(wave, "240/QĐ-CAT", DAY.minusDays(2)));
        int decision = issue(pair, users.signIn(drafter).post("/staffing/waves/" + wave + "/paper", Map.of()).location());
        var frozen = users.as(drafter, () -> issued.frozen(decision));

        users.as(drafter, () -> records.change(officer, "Nguyễn Văn Thử", "thieu_ta", "sau_dai_hoc", null, null, "Quyết định thăng cấp bậc hàm"));
        long old = users.asOwner(jdbc -> jdbc.sql("select id from staffing.posting where officer_id = ? and place_id = ?").param(officer).param(pair.a().id()).query(Long.class).single());
        users.as(drafter, () -> moving.mend(old, LocalDate.of(2025, 8, 1), DAY, "Ghi nhầm ngày"));

        Waves.Wave now = users.as(drafter, () -> waves.byId(wave).orElseThrow());
        assertThat(List.of(users.as(drafter, () -> waves.lines(now)).getFirst().rank(), users.as(drafter, () -> waves.lines(now, frozen.knownAt())).getFirst().rank())).containsExactly("thieu_ta", "dai_uy");
        assertThat(users.as(drafter, () -> issued.frozen(decision)).docx()).isEqualTo(frozen.docx());
        for (int paper : List.of(proposal, decision)) {
            assertThat(users.as(drafter, () -> issued.check(paper))).as("built again, the same byte for byte").matches(check -> check.whole() && check.content() && check.bytes());
        }
        assertThat(users.signIn(drafter).get("/staffing/postings/" + old + "/mending").body()).as("then, now, and the document that was made of it").contains("1/8/2025", "1/7/2025", "/documents/" + decision);
    }

    private int issue(Staff.Pair pair, String location) {
        int id = Integer.parseInt(location.substring(location.lastIndexOf('/') + 1));
        int office = staff.office(pair.province());
        Person clerk = users.person("vanthu." + pair.staff().login(), "records_clerk", office);
        Person colleague = users.person("dongnghiep." + pair.staff().login(), "provincial_staff", office);
        Person director = users.person("giamdoc." + pair.staff().login(), "provincial_director", office);
        users.as(pair.staff(), () -> steps.submit(id, seen(clerk, id), "", clock.instant()));
        users.as(colleague, () -> steps.initial(id, seen(clerk, id), "", clock.instant()));
        users.as(director, () -> steps.sign(id, seen(clerk, id), List.of("GIÁM ĐỐC"), "Đại tá", null, clock.instant()));
        users.as(clerk, () -> steps.number(id, seen(clerk, id), null, VietnamTime.today(clock), null, clock.instant()));
        users.as(clerk, () -> steps.issue(id, seen(clerk, id), clock.instant(), clock.instant()));
        return id;
    }

    private int seen(Person clerk, int id) {
        return users.as(clerk, () -> papers.get(id)).stepNumber();
    }
}

package vn.bamcoso.reporting;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import vn.bamcoso.InTheHouse;
import vn.bamcoso.identity.TestUsers;
import vn.bamcoso.notices.Offered;

/** The province reminds all that have not sent, with one act; each office hears it once a day; others may not. */
@InTheHouse
class RemindingTest {
    private static final Map<String, String> OF_THE_QUARTER = Map.of("form", "ket-qua-cong-tac", "period", "2026-Q3");

    @Autowired TestUsers users;
    @Autowired DongVan dongVan;
    @Autowired Offered offered;

    @Test
    void theMissingOfficesAreToldOnceTheTrailKnowsAndTheWordsCanBePasted() {
        DongVan.Team team = dongVan.team();
        var staff = users.signIn(team.staff());
        assertThat(staff.get("/completeness?form=ket-qua-cong-tac&period=2026-Q3").body()).contains("Nhắc tất cả");
        var first = staff.post("/completeness/reminders", OF_THE_QUARTER);
        assertThat(first.location()).contains("told=").doesNotContain("told=0");
        assertThat(staff.post("/completeness/reminders", OF_THE_QUARTER).location()).endsWith("told=0");
        assertThat(told(team)).isEqualTo(1);
        assertThat(users.signIn(team.clerk()).get("/notices").body()).contains("đơn vị chưa gửi");
        assertThat(staff.get(first.location()).body()).contains("Đã nhắc").contains(team.commune().fullName());
        assertThat(users.<Integer>asOwner(owner -> owner.sql("select count(*) from audit.entry where act = 'reporting.missing.reminded' and user_id = :user")
                .param("user", team.staff().id()).query(Integer.class).single())).isEqualTo(1);
    }

    @Test
    void aCommuneRemindsNobodyAndAProvinceNobodyElsewhere() {
        DongVan.Team team = dongVan.team();
        assertThat(users.signIn(team.clerk()).post("/completeness/reminders", OF_THE_QUARTER).status()).isEqualTo(403);
        var elsewhere = Map.of("form", "ket-qua-cong-tac", "period", "2026-Q3", "within", team.province().key());
        assertThat(users.signIn(team.otherProvince()).post("/completeness/reminders", elsewhere).status()).isEqualTo(404);
    }

    @Test
    void whatWaitsForTheProvinceIsOfferedByTheDayOnWhichItIsToBeApproved() {
        DongVan.Team team = dongVan.team();
        LocalDate by = LocalDate.of(2026, 9, 25);
        int before = waiting(team, by);
        var clerk = users.signIn(team.clerk());
        long id = Long.parseLong(clerk.post("/forms/ket-qua-cong-tac/submissions", Map.of("place", String.valueOf(team.commune().id()), "period", "2026-Q3")).location().split("/")[2]);
        var fields = JourneyTest.values(34, 6, 21, 3, 4, 12, 7, 610, 9, 2, 0, 1);
        fields.put("lock", "0");
        clerk.post("/submissions/" + id + "/presentation", fields);
        assertThat(waiting(team, by)).as("it is still in the commune").isEqualTo(before);
        var chief = users.signIn(team.chief());
        chief.post("/submissions/" + id + "/sending", Map.of("lock", String.valueOf(JourneyTest.lock(chief, id))));
        assertThat(waiting(team, by)).isEqualTo(before + 1);
        assertThat(waiting(team, by.plusDays(1))).as("the third quarter is to be approved by 25 September").isZero();
    }

    /** The number in brackets behind the name. */
    private int waiting(DongVan.Team team, LocalDate day) {
        int province = dongVan.office(team.province().id());
        return offered.by("reporting.approval", day).stream().filter(due -> due.officeId() == province && due.ref().startsWith("ket-qua-cong-tac:2026-Q3"))
                .mapToInt(due -> Integer.parseInt(due.nameVi().replaceAll(".*\\((\\d+)\\)", "$1"))).sum();
    }

    private int told(DongVan.Team team) {
        return users.asOwner(owner -> owner.sql("select count(*) from notices.notice where office_id = :office and once_key like 'reporting.missing:ket-qua-cong-tac:%'")
                .param("office", team.office()).query(Integer.class).single());
    }
}

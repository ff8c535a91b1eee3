package vn.bamcoso.reporting;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import vn.bamcoso.InTheHouse;
import vn.bamcoso.access.CurrentUser;
import vn.bamcoso.identity.Browser;
import vn.bamcoso.identity.TestUsers;
import vn.bamcoso.reporting.catalogue.Asking;

/** A form of the catalogue put to use in one commune: its lines by sex are entered, checked, approved, and become figures of their own; the quarter begins with its months. */
@InTheHouse
class BreakdownJourneyTest {
    @Autowired TestUsers users;
    @Autowired DongVan dongVan;
    @Autowired Asking asking;
    @Autowired Forms forms;

    @Test
    void menAndWomenAreEnteredCheckedApprovedAndTheQuarterIsFilledInFromItsMonths() {
        DongVan.Team team = dongVan.team();
        Browser clerk = users.signIn(team.clerk());
        Map<String, String> first = Map.of("place", String.valueOf(team.commune().id()), "period", "2026-07");
        assertThat(clerk.post("/forms/cu-tru-nguoi-nuoc-ngoai/submissions", first).status()).as("nobody has asked yet").isEqualTo(422);
        CurrentUser.SYSTEM.run(() -> asking.ask("cu-tru-nguoi-nuoc-ngoai", List.of(team.commune()), LocalDate.of(2026, 7, 1), null, "Công văn thử"));
        assertThat(clerk.get("/forms").body()).contains("Quản lý cư trú, người nước ngoài");
        month(team, "2026-07", 4);
        month(team, "2026-08", 5);
        month(team, "2026-09", 6);
        assertThat(value("residents_permanent__female", "2026-08")).isEqualTo("1500");
        assertThat(value("residents_permanent", "2026-08")).isEqualTo("3000");

        String opened = clerk.post("/forms/cu-tru-nguoi-nuoc-ngoai/submissions", Map.of("place", String.valueOf(team.commune().id()), "period", "2026-Q3")).location();
        String quarter = clerk.get(opened).body();
        assertThat(quarter).as("4 + 5 + 6 declarations; residents as at the end of September").contains("name=\"v.absences_declared\" value=\"15\"").contains("name=\"v.residents_permanent\" value=\"3.000\"");
    }

    private void month(DongVan.Team team, String period, int absences) {
        Browser clerk = users.signIn(team.clerk());
        String opened = clerk.post("/forms/cu-tru-nguoi-nuoc-ngoai/submissions", Map.of("place", String.valueOf(team.commune().id()), "period", period)).location();
        long id = Long.parseLong(opened.split("/")[2]);
        Map<String, String> fields = new HashMap<>(Map.of("lock", "0", "v.households_registered", "800", "v.residents_permanent", "3000", "v.residents_permanent__male", "1400", "v.residents_permanent__female", "1500",
                "v.residents_temporary", "20", "v.lodgings", "3", "v.absences_declared", String.valueOf(absences), "v.stays_notified", "9", "v.residence_checks", "2"));
        fields.putAll(Map.of("v.residence_violations", "0", "v.foreigners_declared", "1", "v.foreigners_staying", "1"));
        Browser.Reply doubted = clerk.post("/submissions/" + id + "/presentation", fields);
        assertThat(doubted.status()).as("the soft check wants a remark").isEqualTo(422);
        assertThat(doubted.body()).contains("khác tổng nam và nữ (2.900)");
        fields.put("r.residents_permanent", "100 người chưa rõ trong sổ cũ");
        Browser.Reply presented = clerk.post("/submissions/" + id + "/presentation", fields);
        assertThat(presented.location()).as(presented.body()).contains("done=presented");
        Browser chief = users.signIn(team.chief());
        assertThat(chief.post("/submissions/" + id + "/sending", Map.of("lock", String.valueOf(JourneyTest.lock(chief, id)))).location()).contains("done=sent");
        Browser staff = users.signIn(team.staff());
        assertThat(staff.post("/submissions/" + id + "/approval", Map.of("lock", String.valueOf(JourneyTest.lock(staff, id)))).location()).contains("done=approved");
    }

    private String value(String code, String period) {
        String[] word = code.split("__");
        return users.asOwner(owner -> owner.sql("""
                        select f.value::text from figures.figure f join figures.indicator i on i.id = f.indicator_id join figures.period t on t.id = f.period_id
                        left join figures.part p on p.id = f.breakdown where i.code = ? and t.code = ? and coalesce(p.code, '') = ? and f.value >= 1500 limit 1""")
                .params(word[0], period, word.length > 1 ? word[1] : "").query(String.class).single());
    }
}

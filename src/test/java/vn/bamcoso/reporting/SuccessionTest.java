package vn.bamcoso.reporting;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.transaction.support.TransactionTemplate;
import vn.bamcoso.InTheHouse;
import vn.bamcoso.access.CurrentUser;
import vn.bamcoso.identity.Browser;
import vn.bamcoso.identity.TestUsers;
import vn.bamcoso.territory.Act;
import vn.bamcoso.territory.Place;
import vn.bamcoso.territory.Places;
import vn.bamcoso.territory.RestructuringPart;

/** A place ends while its report is being written. */
@InTheHouse
class SuccessionTest {
    @Autowired DongVan dongVan;
    @Autowired TestUsers users;
    @Autowired Places places;
    @Autowired Submissions submissions;
    @Autowired List<RestructuringPart> parts;
    @Autowired TransactionTemplate transaction;

    @Test
    void theSuccessorReportsTheWholePeriodAndWhatIsOwedGoesToItsOffice() {
        DongVan.Team team = dongVan.team();
        Browser clerk = users.signIn(team.clerk());
        String place = String.valueOf(team.commune().id());
        long running = Long.parseLong(clerk.post("/forms/ket-qua-cong-tac/submissions", Map.of("place", place, "period", "2026-Q4")).location().split("/")[2]);
        long owed = Long.parseLong(clerk.post("/forms/ket-qua-cong-tac/submissions", Map.of("place", place, "period", "2026-Q3")).location().split("/")[2]);
        Place heir = places.children(team.province().id(), DongVan.TODAY_MAP).get(90);
        // The commune is merged into its heir on 1 December 2026, within the fourth quarter.
        var act = new Act(1, "Sắp xếp", "01/NQ", LocalDate.of(2026, 12, 1), List.of(), List.of(team.commune().id()), List.of(),
                List.of(new Act.Succession(team.commune().id(), heir.id(), BigDecimal.ONE)), List.of(), List.of(team.office()), List.of());
        var told = CurrentUser.SYSTEM.call(() -> transaction.execute(running1 -> parts.stream().flatMap(part -> part.preview(act).stream()).filter(effect -> effect.text().startsWith("reporting.")).toList()));
        assertThat(told).extracting(RestructuringPart.Effect::text).contains("reporting.restructuring.lapse", "reporting.restructuring.hand-over");
        CurrentUser.SYSTEM.run(() -> transaction.executeWithoutResult(status -> parts.stream().filter(part -> part.getClass().getName().contains("reporting")).forEach(part -> part.apply(act))));
        assertThat(status(running)).isEqualTo("lapsed");
        assertThat(status(owed)).isEqualTo("draft");
        int office = users.asOwner(jdbc -> jdbc.sql("select office_id from reporting.submission where id = ?").param(owed).query(Integer.class).single());
        assertThat(office).isEqualTo(dongVan.office(heir.id()));
    }

    @Test
    void aMergedPlaceIsNotExpectedAndCannotBeReportedForAPeriodThatEndsAfterIt() {
        DongVan.Team team = dongVan.team();
        Optional<Integer> merged = merged(team);
        while (merged.isEmpty()) { // a commune that was there before
            team = dongVan.team();
            merged = merged(team);
        }
        int old = merged.get();
        Browser clerk = users.signIn(team.clerk());
        Browser.Reply tooLate = clerk.post("/forms/ket-qua-cong-tac/submissions", Map.of("place", String.valueOf(old), "period", "2025-Q3")); // 15/6 to 14/9/2025
        assertThat(tooLate.status()).isEqualTo(422);
        assertThat(tooLate.body()).contains("Đơn vị kế thừa báo cáo cho cả kỳ");
        assertThat(clerk.post("/forms/ket-qua-cong-tac/submissions", Map.of("place", place(team), "period", "2025-Q3")).status()).as("the successor reports all of it").isEqualTo(303);
        assertThat(clerk.post("/forms/ket-qua-cong-tac/submissions", Map.of("place", place(team), "period", "2025-Q2")).status()).as("it was not there on 14 June 2025").isEqualTo(422);
        assertThat(clerk.post("/forms/ket-qua-cong-tac/submissions", Map.of("place", String.valueOf(old), "period", "2025-Q2")).status()).as("what is owed for the old place").isEqualTo(303);
    }

    private static String place(DongVan.Team team) {
        return String.valueOf(team.commune().id());
    }

    private String status(long id) {
        return users.asOwner(jdbc -> jdbc.sql("select status from reporting.submission where id = ?").param(id).query(String.class).single());
    }

    /** A commune that ended on 1 July 2025 and lives on in the team's, which was made on that day. */
    private Optional<Integer> merged(DongVan.Team team) {
        return users.asOwner(jdbc -> jdbc.sql("""
                        select r.place_id from territory.pub_reach r join territory.pub_place p on p.place_id = r.place_id and p.level = 'commune'
                        where r.vintage_id = territory.vintage_of(date '2026-11-21') and r.ancestor_id = ?
                          and (select min(made.valid_from) from territory.pub_place made where made.place_id = r.ancestor_id) = date '2025-07-01'
                        group by r.place_id having max(p.valid_to) = date '2025-07-01' order by r.place_id limit 1""").param(team.commune().id()).query(Integer.class).optional());
    }
}

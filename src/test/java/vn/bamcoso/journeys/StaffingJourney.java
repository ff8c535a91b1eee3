package vn.bamcoso.journeys;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import vn.bamcoso.demo.TinyNation;

/** Posts and offices; roll-out, Party cells and auxiliaries: by who keeps them and by who works there. */
@TinyNation
class StaffingJourney {
    @Autowired
    DemoStage stage;

    @Test
    void theDepartmentOfPersonnelGoesFromTheBoardToAnOfficeAndItsPosts() throws Exception {
        int office = stage.number("select office_id from staffing.posting where home = 2 and kind = 'full' and valid_to = 'infinity' order by office_id limit 1");
        String[] pages = {"/staffing", "/staffing/posts?place=P08@2025-07-01", "/staffing/offices/" + office, "/staffing/offices/" + office + "/posts"};
        try (Visitor visitor = stage.enter("x01")) {
            visitor.turnTo("Nhân sự");
            DemoStage.seen(visitor, pages);
        }
    }

    @Test
    void theStandingAgencyFollowsTheRollOutTheCellsAndTheAuxiliaries() throws Exception {
        int programme = stage.number("select min(id) from staffing.programme");
        int place = stage.number("select min(place_id) from staffing.place_plan where home = 2");
        int cell = stage.number("select place_id from staffing.cell_state where home = 2 and valid_to = 'infinity' order by place_id limit 1");
        String[] pages = {"/rollout", "/rollout/" + programme, "/rollout/" + programme + "/places/" + place, "/rollout/" + programme + "/committee", "/cells", "/cells/" + cell, "/auxiliaries"};
        try (Visitor visitor = stage.enter("v05")) {
            DemoStage.seen(visitor, pages);
            DemoStage.seenInTheDarkInEnglish(visitor, "/rollout/" + programme, "/cells", "/auxiliaries");
        }
    }

    @Test
    void whoServesInACommuneReadsTheOwnRecordAndNobodyElses() throws Exception {
        int other = stage.number("select officer_id from staffing.posting where home = 8 and kind = 'full' and valid_to = 'infinity' order by office_id desc limit 1");
        try (Visitor visitor = stage.enter("tonghop.dongvan")) {
            DemoStage.seen(visitor, "/staffing/me");
            assertThat(visitor.status("/staffing/officers/" + other)).isEqualTo(404);
        }
    }
}

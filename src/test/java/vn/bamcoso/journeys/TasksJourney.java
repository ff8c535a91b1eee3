package vn.bamcoso.journeys;

import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import vn.bamcoso.demo.TinyNation;

/** Directives and tasks, notices and campaigns: by who gives work and by who does it. */
@TinyNation
class TasksJourney {
    @Autowired
    DemoStage stage;

    @Test
    void theMinistryOfficeGoesFromADirectiveToItsTasks() throws Exception {
        int directive = stage.number("select min(id) from tasks.directive");
        int task = stage.number("select max(task_id) from tasks.share");
        String[] pages = {"/directives", "/directives/new", "/directives/" + directive, "/tasks", "/tasks/" + task};
        try (Visitor visitor = stage.enter("vanphong")) {
            visitor.turnTo("Nhiệm vụ");
            DemoStage.seen(visitor, pages);
        }
    }

    @Test
    void aCommuneFindsItsTaskItsNoticesAndWhatItIsAskedFor() throws Exception {
        int share = stage.number("""
                select s.id from tasks.share s join territory.pub_place p on p.place_id = s.place_id and p.key = 'C00721@2025-07-01' order by s.id desc limit 1""");
        try (Visitor visitor = stage.enter("truong.dongvan")) {
            DemoStage.seen(visitor, "/tasks", "/tasks/shares/" + share, "/tasks/office", "/notices", "/notices/settings");
            DemoStage.seenInTheDarkInEnglish(visitor, "/tasks/shares/" + share, "/notices");
        }
    }

    @Test
    void campaignsAndDemandsAreReadWhereThereAreNoneYet() throws Exception {
        try (Visitor visitor = stage.enter("c06")) {
            DemoStage.seen(visitor, "/campaigns", "/forms/demands");
        }
        try (Visitor visitor = stage.enter("vanphong")) {
            DemoStage.seen(visitor, "/campaigns", "/campaigns/new", "/forms/demands", "/completeness", "/completeness/reminders?form=ket-qua-cong-tac&period=2026-Q3");
            DemoStage.seenInTheDarkInEnglish(visitor, "/campaigns", "/completeness");
        }
    }
}

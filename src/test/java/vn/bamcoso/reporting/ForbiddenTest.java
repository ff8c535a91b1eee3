package vn.bamcoso.reporting;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.Executors;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import vn.bamcoso.InTheHouse;
import vn.bamcoso.identity.Browser;
import vn.bamcoso.identity.TestUsers;

/** What nobody may do, and what two people may not do at once. */
@InTheHouse
class ForbiddenTest {
    @Autowired DongVan dongVan;
    @Autowired TestUsers users;
    private DongVan.Team team;

    @BeforeEach
    void people() {
        team = dongVan.team();
    }

    private long open(Browser clerk) {
        return Long.parseLong(clerk.post("/forms/ket-qua-cong-tac/submissions", Map.of("place", String.valueOf(team.commune().id()), "period", "2026-Q3")).location().split("/")[2]);
    }

    private long presented(Browser by) {
        long id = open(by);
        var fields = JourneyTest.values(34, 6, 21, 3, 4, 12, 7, 610, 9, 2, 0, 1);
        fields.put("lock", String.valueOf(JourneyTest.lockOfEntry(by, id)));
        assertThat(by.post("/submissions/" + id + "/presentation", fields).location()).contains("done=presented");
        return id;
    }

    private long submitted() {
        long id = presented(users.signIn(team.clerk()));
        Browser chief = users.signIn(team.chief());
        assertThat(chief.post("/submissions/" + id + "/sending", Map.of("lock", String.valueOf(JourneyTest.lock(chief, id)))).location()).contains("done=sent");
        return id;
    }

    private int lock(long id) {
        return users.asOwner(jdbc -> jdbc.sql("select version from reporting.submission where id = ?").param(id).query(Integer.class).single());
    }

    private int act(TestUsers.Person person, long id, String act) {
        return users.signIn(person).post("/submissions/" + id + "/" + act, Map.of("lock", String.valueOf(lock(id)), "remark", "Xem lại.", "reason", "Sửa lại.")).status();
    }

    @Test
    void whoeverIsNotTheOneToDoItIsToldSoAndWhoeverIsOutsideFindsNothing() {
        long id = presented(users.signIn(team.clerk()));
        assertThat(act(team.clerk(), id, "sending")).as("a clerk does not sign").isEqualTo(403);
        assertThat(act(team.staff(), id, "sending")).as("the province does not sign for the commune").isEqualTo(403);
        assertThat(act(team.staff(), id, "approval")).as("what was not sent is not approved").isEqualTo(409);
        assertThat(act(team.neighbour(), id, "sending")).as("the neighbour").isEqualTo(404);
        assertThat(act(team.otherProvince(), id, "approval")).as("another province").isEqualTo(404);
        assertThat(users.signIn(team.otherProvince()).get("/submissions/" + id).status()).isEqualTo(404);
        assertThat(users.signIn(team.neighbour()).get("/submissions/" + id + "/entry").status()).isEqualTo(404);
        assertThat(act(team.chief(), id, "sending")).isEqualTo(303);
        assertThat(act(team.chief(), id, "approval")).as("the commune does not approve itself").isEqualTo(403);
        assertThat(act(team.ministry(), id, "approval")).as("the ministry looks on").isEqualTo(403);
        assertThat(act(team.clerk(), id, "correction")).as("what is not approved is not corrected").isEqualTo(409);
        assertThat(users.signIn(team.clerk()).post("/submissions/" + id + "/cells", Map.of("v.cases_resolved", "1", "n.cases_resolved", "1")).status()).as("what was sent is not written in").isEqualTo(409);
        assertThat(act(team.director(), id, "approval")).isEqualTo(303);
        assertThat(act(team.staff(), id, "return")).as("what is approved is not returned").isEqualTo(409);
        assertThat(users.signIn(team.clerk()).post("/forms/ket-qua-cong-tac/submissions", Map.of("place", String.valueOf(team.commune().id()), "period", "2027-Q1")).status()).as("a period to come").isEqualTo(422);
    }

    @Test
    void whoWroteAReportDoesNotSignItUnlessNobodyElseCould() {
        Browser chief = users.signIn(team.chief());
        long id = presented(chief);
        assertThat(act(team.chief(), id, "sending")).as("wrote it himself, and there is a deputy").isEqualTo(403);
        assertThat(act(team.deputy(), id, "sending")).isEqualTo(303);
        boolean two = users.asOwner(jdbc -> jdbc.sql("select one_person from reporting.submission where id = ?").param(id).query(Boolean.class).single());
        assertThat(two).isFalse();

        DongVan.Team alone = dongVan.team();
        users.asOwner(jdbc -> jdbc.sql("update identity.app_user set disabled_at = now() where id in (?, ?)").params(alone.clerk().id(), alone.deputy().id()).update());
        team = alone;
        long single = presented(users.signIn(alone.chief()));
        assertThat(act(alone.chief(), single, "sending")).as("the only one there").isEqualTo(303);
        assertThat(users.signIn(alone.staff()).get("/submissions?form=ket-qua-cong-tac&period=2026-Q3&onePerson=1").body()).contains(alone.commune().fullName(), "một người vừa soạn vừa ký");
    }

    @Test
    void ofTwoApprovalsAtOnceTheSecondIsToldAndTheFiguresAreRecordedOnce() throws Exception {
        long id = submitted();
        String seen = String.valueOf(lock(id));
        Browser staff = users.signIn(team.staff());
        Browser director = users.signIn(team.director());
        var barrier = new CyclicBarrier(2);
        try (var both = Executors.newFixedThreadPool(2)) {
            List<Callable<Browser.Reply>> acts = List.of(
                    () -> { barrier.await(); return staff.post("/submissions/" + id + "/approval", Map.of("lock", seen)); },
                    () -> { barrier.await(); return director.post("/submissions/" + id + "/approval", Map.of("lock", seen)); });
            var replies = both.invokeAll(acts).stream().map(future -> future.resultNow()).toList();
            assertThat(replies).extracting(Browser.Reply::status).containsExactlyInAnyOrder(303, 409);
            assertThat(replies.stream().filter(reply -> reply.status() == 409).findFirst().orElseThrow().body()).contains("đã được người khác duyệt");
        }
        int origins = users.asOwner(jdbc -> jdbc.sql("select count(*) from figures.origin where kind = 'submission' and ref = ?").param(id).query(Integer.class).single());
        assertThat(origins).isEqualTo(1);
    }

    @Test
    void aCellThatSomebodyElseChangedIsNotOverwrittenUnseen() {
        Browser clerk = users.signIn(team.clerk());
        long id = open(clerk);
        Browser deputy = users.signIn(team.deputy());
        clerk.post("/submissions/" + id + "/cells", Map.of("v.security_reports", "34", "n.security_reports", "0"));
        Browser.Reply late = deputy.post("/submissions/" + id + "/cells", Map.of("v.security_reports", "43", "n.security_reports", "0"));
        assertThat(late.status()).isEqualTo(409);
        assertThat(late.body()).contains("đã ghi 34", "value=\"43\"");
        String kept = users.asOwner(jdbc -> jdbc.sql("select value::int || ' ' || version from reporting.draft_cell where submission_id = ?").param(id).query(String.class).single());
        assertThat(kept).isEqualTo("34 1");
        assertThat(deputy.post("/submissions/" + id + "/cells", Map.of("v.security_reports", "43", "n.security_reports", "1", "was.security_reports", "34")).status()).as("written again, having seen it").isEqualTo(303);
    }

    @Test
    void hardChecksAndUnexplainedEmptyCellsStopAReportInWordsAndNothingIsHalfSaved() {
        Browser clerk = users.signIn(team.clerk());
        long id = open(clerk);
        var fields = JourneyTest.values(5, 6, 21, 3, 4, 12, 7, 610, 9, 2, 0);
        fields.put("lock", String.valueOf(JourneyTest.lockOfEntry(clerk, id)));
        Browser.Reply refused = clerk.post("/submissions/" + id + "/presentation", fields);
        assertThat(refused.status()).isEqualTo(422);
        assertThat(refused.body()).contains("Tin báo, tố giác về tội phạm (6) không được lớn hơn tổng số tin về an ninh, trật tự (5)", "Ô còn trống");
        int kept = users.asOwner(jdbc -> jdbc.sql("select count(*) from reporting.draft_cell where submission_id = ?").param(id).query(Integer.class).single());
        assertThat(kept).isZero();
        assertThat(clerk.post("/submissions/" + id + "/cells", Map.of("v.security_reports", "12,5", "n.security_reports", "0")).body()).contains("không phải số nguyên");
        assertThat(clerk.post("/submissions/" + id + "/cells", Map.of("v.security_reports", "5", "r.security_reports", "Ông Nguyễn Văn A, CCCD 001085012345", "n.security_reports", "0")).body()).contains("số định danh cá nhân");
    }
}

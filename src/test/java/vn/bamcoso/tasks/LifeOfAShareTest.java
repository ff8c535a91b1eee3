package vn.bamcoso.tasks;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.LocalDate;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import vn.bamcoso.InTheHouse;
import vn.bamcoso.basics.Problem;
import vn.bamcoso.basics.Texts;
import vn.bamcoso.basics.VietnamTime;
import vn.bamcoso.identity.TestUsers;
import vn.bamcoso.tasks.issuing.Drafting;
import vn.bamcoso.tasks.issuing.Issuing;
import vn.bamcoso.tasks.working.Deciding;
import vn.bamcoso.tasks.working.Telling;
import vn.bamcoso.tasks.working.Working;

/** A task from its draft to its end, and everything that may not happen on the way. */
@InTheHouse
class LifeOfAShareTest {
    @Autowired Team team;
    @Autowired TestUsers users;
    @Autowired Drafting drafting;
    @Autowired Issuing issuing;
    @Autowired Working working;
    @Autowired Deciding deciding;
    @Autowired Telling telling;
    @Autowired Tasks tasks;
    @Autowired Shares shares;
    @Autowired Settings settings;
    @Autowired JdbcClient jdbc;

    private final LocalDate soon = VietnamTime.today(java.time.Clock.systemUTC()).plusDays(20);

    @Test
    void aTaskThatIsNotClearIsNotIssuedAndTheRefusalSaysWhatIsMissingAndWhy() {
        var office = team.office();
        Drafting.Draft bare = new Drafting.Draft(team.ministry, null, "", null, "key", null, (short) 7, "Rà soát trụ sở", "", "", "offices", List.of(), List.of(), "", DueRule.DAY, null, "", List.of(), List.of(), null, null, null);
        int id = users.as(office, () -> drafting.open(bare));
        assertThatThrownBy(() -> users.as(office, () -> issuing.issue(id, 0, Texts.vi()))).isInstanceOfSatisfying(Problem.class, problem -> {
            assertThat(problem.code()).isEqualTo("tasks.problem.not-clear");
            assertThat(problem.faults()).extracting(Problem.Fault::where).containsExactly("Rõ người", "Rõ việc", "Rõ trách nhiệm", "Rõ tiến độ hoàn thành");
            assertThat(Texts.vi().get(problem.faults().getFirst().code())).contains("chức danh");
        });
        assertThat(users.as(office, () -> Clear.missing(tasks.get(id), true))).as("six by the switch").containsExactly(Clear.PERSON, Clear.RESPONSIBILITY, Clear.DATE, Clear.DELIVERABLE, Clear.AUTHORITY);
        users.as(office, () -> drafting.change(id, 0, Team.draft(team.ministry, "Rà soát trụ sở", List.of(team.tuyenQuang), soon)));
        assertThat(users.as(office, () -> issuing.issue(id, 1, Texts.vi()))).isEqualTo(1);
        assertThatThrownBy(() -> users.as(office, () -> issuing.issue(id, 2, Texts.vi()))).hasMessage("tasks.problem.issued-already");
        assertThatThrownBy(() -> users.as(team.otherProvince(), () -> tasks.get(id))).as("not theirs").hasMessage("basics.problem.not-found");
        assertThat(users.as(team.director(), () -> tasks.get(id)).title()).as("who has a share reads the task").isEqualTo("Rà soát trụ sở");
    }

    @Test
    void aShareIsTakenWorkedOnProposedReturnedProposedAgainAndAgreedTo() {
        var office = team.office();
        var director = team.director();
        long id = team.issued(office, Team.draft(team.ministry, "Tập huấn Công an xã", List.of(team.tuyenQuang), soon));
        users.as(director, () -> working.accept(id, null));
        users.as(director, () -> working.progress(id, null, 40, "Đã mở hai lớp"));
        users.as(director, () -> telling.prove(id, "document", "12/KH-CAT ngày 3/11/2026", ""));
        users.as(director, () -> working.block(id, null, "Chờ H01 cấp kinh phí"));
        users.as(director, () -> working.unblock(id, null, "Đã cấp"));
        users.as(office, () -> telling.ask(id, "Bao nhiêu học viên?"));
        long question = users.in(office, () -> jdbc.sql("select id from tasks.question where share_id = :id").param("id", id).query(Long.class).single());
        users.as(director, () -> telling.answer(id, question, "120 học viên"));
        users.as(director, () -> working.propose(id, null, null, "Báo cáo 45/BC-CAT"));
        assertThatThrownBy(() -> users.as(director, () -> deciding.recognise(id, null, ""))).as("nobody judges the own work").hasMessage("tasks.problem.not-your-act");
        users.as(office, () -> deciding.giveBack(id, null, "Thiếu danh mục lớp"));
        assertThat(users.as(office, () -> shares.get(id)).proposedOn()).as("the clock runs again").isNull();
        users.as(director, () -> working.propose(id, null, null, "Đã bổ sung"));
        users.as(office, () -> deciding.recognise(id, null, "Đạt"));
        Share done = users.as(office, () -> shares.get(id));
        assertThat(done.status()).isEqualTo(Status.DONE);
        assertThat(done.percent()).isEqualTo(100);
        assertThat(users.in(office, () -> jdbc.sql("select act from tasks.event where share_id = :id order by id").param("id", id).query(String.class).list()))
                .containsExactly("issued", "accepted", "progressed", "evidenced", "blocked", "unblocked", "asked", "answered", "proposed", "returned", "proposed", "recognised");
    }

    @Test
    void everyForbiddenStepIsRefusedFromEveryState() {
        var office = team.office();
        var director = team.director();
        long id = team.issued(office, Team.draft(team.ministry, "Thử mọi bước", List.of(team.tuyenQuang), soon));
        Map<String, Runnable> acts = new LinkedHashMap<>();
        acts.put("accept", () -> users.as(director, () -> working.accept(id, null)));
        acts.put("refuse", () -> users.as(director, () -> working.refuse(id, null, "Không thuộc chức năng")));
        acts.put("progress", () -> users.as(director, () -> working.progress(id, null, 10, "")));
        acts.put("block", () -> users.as(director, () -> working.block(id, null, "Vướng")));
        acts.put("unblock", () -> users.as(director, () -> working.unblock(id, null, "")));
        acts.put("propose", () -> users.as(director, () -> working.propose(id, null, null, "Xong")));
        acts.put("recognise", () -> users.as(office, () -> deciding.recognise(id, null, "")));
        acts.put("return", () -> users.as(office, () -> deciding.giveBack(id, null, "Làm lại")));
        acts.put("reassign", () -> users.as(office, () -> deciding.reassign(id, null, "")));
        acts.put("withdraw", () -> users.as(office, () -> deciding.withdraw(id, null, "Không cần nữa")));
        Map<Status, Set<String>> allowed = Map.of(
                Status.ASSIGNED, Set.of("accept", "refuse", "withdraw"), Status.REFUSED, Set.of("reassign", "withdraw"), Status.WORKING, Set.of("progress", "block", "propose", "withdraw"),
                Status.BLOCKED, Set.of("progress", "unblock", "withdraw"), Status.PROPOSED, Set.of("recognise", "return", "withdraw"),
                Status.DONE, Set.of(), Status.WITHDRAWN, Set.of(), Status.MERGED, Set.of());
        for (Status from : Status.values()) {
            Set<String> done = new TreeSet<>();
            acts.forEach((act, run) -> {
                users.asOwner(owner -> owner.sql("""
                                update tasks.share set status = :status, proposed_on = case when :status in ('proposed', 'done') then current_date end, done_on = case when :status = 'done' then current_date end,
                                blocked_by = case when :status = 'blocked' then 'x' end where id = :id""").param("status", from.code()).param("id", id).update());
                try {
                    run.run();
                    done.add(act);
                } catch (Problem refused) {
                    assertThat(refused.kind()).as(from + " " + act).isEqualTo(Problem.Kind.CONFLICT);
                    assertThat(users.as(office, () -> shares.get(id)).status()).as(from + " " + act).isEqualTo(from);
                }
            });
            assertThat(done).as("from " + from).isEqualTo(new TreeSet<>(allowed.get(from)));
        }
    }

    @Test
    void anExtensionIsAskedForGrantedOnceAndCounted() {
        var office = team.office();
        var director = team.director();
        long id = team.issued(office, Team.draft(team.ministry, "Sửa trụ sở", List.of(team.tuyenQuang), soon));
        users.as(director, () -> working.accept(id, null));
        assertThatThrownBy(() -> users.as(director, () -> deciding.askExtension(id, null, soon, "Mưa"))).hasMessage("tasks.problem.not-later");
        users.as(director, () -> deciding.askExtension(id, null, soon.plusDays(10), "Mưa lũ kéo dài"));
        assertThatThrownBy(() -> users.as(director, () -> deciding.askExtension(id, null, soon.plusDays(20), "Nữa"))).hasMessage("tasks.problem.extension-waits");
        users.as(office, () -> deciding.decideExtension(id, null, true, ""));
        Share share = users.as(office, () -> shares.get(id));
        assertThat(share.due()).isEqualTo(soon.plusDays(10));
        assertThat(share.extensions()).isEqualTo(1);
        assertThatThrownBy(() -> users.as(director, () -> deciding.askExtension(id, null, soon.plusDays(30), "Nữa"))).hasMessage("tasks.problem.no-more-extensions");
    }

    @Test
    void whatMayNotBeKeptHereIsRefusedWithItsReason() {
        var office = team.office();
        var director = team.director();
        long id = team.issued(office, Team.draft(team.ministry, "Báo cáo", List.of(team.tuyenQuang), soon));
        users.as(director, () -> working.accept(id, null));
        assertThatThrownBy(() -> users.as(director, () -> working.progress(id, null, 10, "Đã làm việc với ông A, CCCD 001203000019"))).isInstanceOf(Problem.class).hasMessageStartingWith("documents.");
        assertThatThrownBy(() -> users.as(director, () -> telling.prove(id, "link", "javascript:alert(1)", ""))).hasMessage("tasks.problem.link");
        assertThatThrownBy(() -> users.as(director, () -> working.progress(id, 0, 10, ""))).as("somebody else moved it").hasMessage("tasks.problem.changed-meanwhile");
    }
}

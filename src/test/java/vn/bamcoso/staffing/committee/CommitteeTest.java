package vn.bamcoso.staffing.committee;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Instant;
import java.time.LocalDate;
import java.util.Set;
import java.util.function.Supplier;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.support.TransactionTemplate;
import vn.bamcoso.access.CurrentUser;
import vn.bamcoso.basics.Problem;
import vn.bamcoso.demo.TinyNation;
import vn.bamcoso.staffing.rollout.Opening;
import vn.bamcoso.staffing.rollout.Programme;
import vn.bamcoso.staffing.rollout.Programmes;
import vn.bamcoso.territory.Places;

/** A programme of Tuyên Quang gets its committee, and its draft goes round until every comment is answered. */
@TinyNation
class CommitteeTest {
    private static final Instant NOV_2 = Instant.parse("2026-11-02T02:00:00Z");
    private static final Instant NOV_12 = Instant.parse("2026-11-12T02:00:00Z");
    @Autowired JdbcClient jdbc;
    @Autowired TransactionTemplate transaction;
    @Autowired Opening opening;
    @Autowired Programmes programmes;
    @Autowired Places places;
    @Autowired Committees committees;
    @Autowired Drafts drafts;

    @Test
    void membersArePostsThatComeAndGoByDecisions() {
        Programme programme = programme("Ban Chỉ đạo thử");
        as(staff(), () -> done(() -> committees.found(programme, "Ban Chỉ đạo tỉnh", "", "30/QĐ-CAT", LocalDate.of(2026, 11, 1), NOV_2)));
        Committees.Committee committee = as(staff(), () -> committees.of(programme)).orElseThrow();
        assertThat(committee.agency()).isEqualTo("Công an tỉnh Tuyên Quang");
        assertThatThrownBy(() -> as(staff(), () -> done(() -> committees.found(programme, "Ban khác", "", "31/QĐ-CAT", null, NOV_2)))).hasMessage("committee.problem.there-is-one");
        as(staff(), () -> done(() -> committees.appoint(programme, "member", "Trưởng phòng", "Phòng Tổ chức cán bộ", LocalDate.of(2026, 11, 2), "30/QĐ-CAT", NOV_2)));
        as(staff(), () -> done(() -> committees.appoint(programme, "head", "Giám đốc", "Công an tỉnh Tuyên Quang", LocalDate.of(2026, 11, 2), "30/QĐ-CAT", NOV_2)));
        assertThat(as(staff(), () -> committees.members(committee.id()))).extracting(Committees.Member::role).containsExactly("head", "member");
        int member = as(staff(), () -> committees.members(committee.id())).getLast().id();
        assertThatThrownBy(() -> as(staff(), () -> done(() -> committees.release(programme, member, LocalDate.of(2026, 11, 1))))).hasMessage("committee.problem.before");
        as(staff(), () -> done(() -> committees.release(programme, member, LocalDate.of(2026, 11, 20))));
        assertThat(as(staff(), () -> committees.members(committee.id())).getLast().to()).isEqualTo(LocalDate.of(2026, 11, 20));
    }

    @Test
    void aDraftIsClosedOnlyWhenEveryCommentHasItsAnswerAndItsReason() {
        Programme programme = programme("Dự thảo thử");
        int draft = as(staff(), () -> drafts.send(programme, "Dự thảo Kế hoạch", "1. Phạm vi: các phường.", LocalDate.of(2026, 11, 10), NOV_2));
        as(staff(), () -> done(() -> drafts.comment(programme, draft, "Công an phường", "Mục 1", "Thêm các xã giáp ranh", "", NOV_2)));
        as(staff(), () -> done(() -> drafts.comment(programme, draft, "Phòng Hậu cần", "", "Ghi rõ kinh phí", "12/CV", NOV_2)));
        assertThatThrownBy(() -> as(staff(), () -> done(() -> drafts.comment(programme, draft, "Phòng khác", "", "Góp ý muộn", "", NOV_12)))).hasMessage("committee.problem.over");
        var comments = as(staff(), () -> drafts.comments(draft));
        as(staff(), () -> done(() -> drafts.answer(programme, draft, comments.get(0).id(), "taken", "", NOV_12)));
        assertThatThrownBy(() -> as(staff(), () -> done(() -> drafts.answer(programme, draft, comments.get(1).id(), "explained", " ", NOV_12)))).hasMessage("committee.problem.why");
        assertThatThrownBy(() -> as(staff(), () -> done(() -> drafts.close(programme, draft, "40/KH-CAT", NOV_12)))).hasMessage("committee.problem.open");
        as(staff(), () -> done(() -> drafts.answer(programme, draft, comments.get(1).id(), "explained", "Kinh phí ở kế hoạch riêng", NOV_12)));
        as(staff(), () -> done(() -> drafts.close(programme, draft, "40/KH-CAT", NOV_12)));
        assertThat(as(staff(), () -> drafts.of(programme))).singleElement().satisfies(closed -> {
            assertThat(closed.closedOn()).isEqualTo(LocalDate.of(2026, 11, 12));
            assertThat(closed.document()).isEqualTo("40/KH-CAT");
        });
        assertThatThrownBy(() -> as(staff(), () -> done(() -> drafts.answer(programme, draft, comments.get(0).id(), "partly", "Đổi ý", NOV_12)))).hasMessage("committee.problem.closed");
        assertThat(as(user("thammuu.haiphong"), () -> drafts.of(programme))).isEmpty();
        assertThatThrownBy(() -> as(user("thammuu.haiphong"), () -> done(() -> drafts.comment(programme, draft, "Ai đó", "", "Góp ý", "", NOV_2))))
                .isInstanceOfSatisfying(Problem.class, problem -> assertThat(problem.kind()).isEqualTo(Problem.Kind.FORBIDDEN));
    }

    private Programme programme(String name) {
        return as(staff(), () -> programmes.get(opening.open(new Opening.NewProgramme(name, "", places.byKey("P08@2025-07-01").orElseThrow(), "covered", 1, LocalDate.of(2026, 11, 1), "Kế hoạch số 29/KH-CAT", null), NOV_2)));
    }

    private CurrentUser staff() {
        return user("thammuu.tuyenquang");
    }

    private CurrentUser user(String login) {
        int id = as(CurrentUser.SYSTEM, () -> jdbc.sql("select user_id from identity.pub_user where login = :login").param("login", login).query(Integer.class).single());
        return new CurrentUser(id, login, 0, "test", Set.of("provincial_staff"));
    }

    private static int done(Runnable work) {
        work.run();
        return 0;
    }

    private <T> T as(CurrentUser user, Supplier<T> work) {
        return user.call(() -> transaction.execute(running -> work.get()));
    }
}

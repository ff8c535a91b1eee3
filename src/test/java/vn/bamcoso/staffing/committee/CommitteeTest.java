package vn.bamcoso.staffing.committee;

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
import vn.bamcoso.papers.Content;
import vn.bamcoso.papers.Section;
import vn.bamcoso.papers.comments.Commenting;
import vn.bamcoso.papers.comments.Consultation;
import vn.bamcoso.papers.comments.Consultations;
import vn.bamcoso.staffing.rollout.Opening;
import vn.bamcoso.staffing.rollout.Programme;
import vn.bamcoso.staffing.rollout.Programmes;
import vn.bamcoso.territory.Offices;
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
    @Autowired Sending sending;
    @Autowired Consultations consultations;
    @Autowired Commenting commenting;
    @Autowired Offices offices;
    private Section section;

    @Autowired
    void sections(List<Section> all) {
        section = all.stream().filter(one -> one.name().equals("papers.comments")).findFirst().orElseThrow();
    }

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
    void whoIsAskedAnswersItselfAndTheTableIsClosedOnlyWhenEveryCommentHasItsAnswerAndItsReason() {
        Programme programme = programme("Dự thảo thử");
        int dongVan = as(staff(), () -> offices.serving(places.byKey("C00721@2025-07-01").orElseThrow().id(), LocalDate.of(2026, 11, 2))).orElseThrow().id();
        int draft = as(staff(), () -> sending.send(programme, "dự thảo Kế hoạch", "1. Phạm vi: các phường.", LocalDate.of(2026, 11, 10), List.of(dongVan), List.of("Phòng Hậu cần", "Sở Tài chính"), NOV_2));
        int commune = body(draft, "Công an xã Đồng Văn");
        int logistics = body(draft, "Phòng Hậu cần");

        // the commune speaks for itself, and for nobody else; its own comment is all that it sees
        as(user("tonghop.dongvan"), () -> done(() -> commenting.comment(draft, commune, "Mục 1", "Thêm các xã giáp ranh", "", NOV_2)));
        assertThatThrownBy(() -> as(user("tonghop.dongvan"), () -> done(() -> commenting.comment(draft, logistics, "", "Thay lời", "1/CV", NOV_2)))).isInstanceOf(Problem.class);
        assertThatThrownBy(() -> as(staff(), () -> done(() -> commenting.comment(draft, logistics, "", "Ghi rõ kinh phí", "", NOV_2)))).hasMessage("papers.comments.problem.letter");
        as(staff(), () -> done(() -> commenting.comment(draft, logistics, "", "Ghi rõ kinh phí", "12/CV", NOV_2)));
        assertThat(as(user("tonghop.dongvan"), () -> consultations.get(draft))).satisfies(seen -> assertThat(seen.comments()).isEqualTo(1));
        assertThatThrownBy(() -> as(user("thammuu.haiphong"), () -> consultations.get(draft))).isInstanceOfSatisfying(Problem.class, problem -> assertThat(problem.kind()).isEqualTo(Problem.Kind.NOT_FOUND));

        // one of three is silent; after the deadline nothing more comes in, unless it is put off
        assertThat(as(staff(), () -> consultations.get(draft))).satisfies(round -> assertThat(List.of(round.asked(), round.spoke(), round.silent(), round.open())).containsExactly(3, 2, 1, 2));
        int finance = body(draft, "Sở Tài chính");
        assertThatThrownBy(() -> as(staff(), () -> done(() -> commenting.comment(draft, finance, "", "", "7/STC", NOV_12)))).hasMessage("papers.comments.problem.over");
        as(staff(), () -> done(() -> commenting.putOff(draft, LocalDate.of(2026, 11, 15), NOV_12)));
        as(staff(), () -> done(() -> commenting.comment(draft, finance, "", "", "7/STC", NOV_12)));

        var comments = as(staff(), () -> consultations.comments(draft, null));
        assertThat(comments).extracting(Consultation.Comment::agrees).containsExactly(false, false, true);
        as(staff(), () -> done(() -> commenting.answer(draft, comments.get(0).id(), "taken", "", NOV_12)));
        assertThatThrownBy(() -> as(staff(), () -> done(() -> commenting.answer(draft, comments.get(1).id(), "explained", " ", NOV_12)))).hasMessage("papers.comments.problem.why");
        assertThatThrownBy(() -> as(staff(), () -> done(() -> commenting.close(draft, NOV_12)))).hasMessage("papers.comments.problem.open");
        assertThatThrownBy(() -> as(user("tonghop.dongvan"), () -> done(() -> commenting.answer(draft, comments.get(0).id(), "partly", "Tự trả lời", NOV_12))))
                .isInstanceOfSatisfying(Problem.class, problem -> assertThat(problem.kind()).isEqualTo(Problem.Kind.FORBIDDEN));
        as(staff(), () -> done(() -> commenting.answer(draft, comments.get(1).id(), "explained", "Kinh phí ở kế hoạch riêng", NOV_12)));
        as(staff(), () -> done(() -> commenting.close(draft, NOV_12)));
        as(staff(), () -> done(() -> commenting.issued(draft, "40/KH-CAT")));
        assertThatThrownBy(() -> as(staff(), () -> done(() -> commenting.answer(draft, comments.get(0).id(), "partly", "Đổi ý", NOV_12)))).hasMessage("papers.comments.problem.closed");

        Content table = as(staff(), () -> section.compose(draft, null));
        assertThat(table.faults()).isEmpty();
        assertThat(((Content.Grid) table.annexes().getFirst().blocks().getFirst()).rows()).extracting(row -> row.get(2).text() + " → " + row.get(3).text())
                .containsExactly("Mục 1: Thêm các xã giáp ranh → Tiếp thu", "Ghi rõ kinh phí → Giải trình, không tiếp thu. Kinh phí ở kế hoạch riêng", "Nhất trí với dự thảo → ");
        // as it was known before the second comment was answered
        assertThat(((Content.Grid) as(staff(), () -> section.compose(draft, NOV_2)).annexes().getFirst().blocks().getFirst()).rows()).hasSize(2).allSatisfy(row -> assertThat(row.get(3).text()).isEmpty());
    }

    private int body(int draft, String name) {
        return as(staff(), () -> consultations.bodies(draft)).stream().filter(body -> body.name().equals(name)).findFirst().orElseThrow().id();
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

package vn.bamcoso.tasks;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.LocalDate;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import vn.bamcoso.InTheHouse;
import vn.bamcoso.basics.Problem;
import vn.bamcoso.basics.VietnamTime;
import vn.bamcoso.identity.TestUsers;
import vn.bamcoso.identity.TestUsers.Person;
import vn.bamcoso.tasks.issuing.Drafting;
import vn.bamcoso.tasks.working.Deciding;
import vn.bamcoso.tasks.working.Working;

/** A task about money (field 3), from the ministry to Tuyên Quang and Hà Nội: who sees it, who works on it, who decides, by office and by field of work. */
@InTheHouse
class RightsTest {
    private static final int MONEY = 3;
    private static final int MOVEMENT = 6;

    @Autowired Team team;
    @Autowired TestUsers users;
    @Autowired Working working;
    @Autowired Deciding deciding;
    @Autowired Shares shares;
    @Autowired Books books;
    @Autowired Desk desk;
    @Autowired JdbcClient jdbc;

    private final LocalDate soon = VietnamTime.today(java.time.Clock.systemUTC()).plusDays(20);
    private long share;

    @BeforeEach
    void aTaskAboutMoney() {
        Drafting.Draft any = Team.draft(team.ministry, "Quyết toán kinh phí sửa trụ sở", List.of(team.tuyenQuang, team.haNoi), soon);
        long first = team.issued(team.office(), new Drafting.Draft(any.officeId(), null, "", null, any.kind(), null, (short) MONEY, any.title(), any.deliverable(), any.authority(), any.audience(), any.offices(), any.bodies(), any.post(),
                any.rule(), any.due(), "", List.of(), List.of(), null, null, null));
        share = users.in(team.office(), () -> jdbc.sql("select id from tasks.share where task_id = (select task_id from tasks.share where id = :first) and office_id = :office").param("first", first).param("office", team.tuyenQuang).query(Long.class).single());
    }

    private Person staff(String name, int office, Integer field) {
        return users.person("quyen." + name, "provincial_staff", office, field);
    }

    /** What a person may: see it, work on it, answer for it, decide about it. */
    private String may(Person person) {
        try {
            Share seen = users.as(person, () -> shares.get(share));
            var user = users.as(person, vn.bamcoso.access.CurrentUser::require);
            return users.as(person, () -> "sees" + (desk.mayWork(user, seen) ? " works" : "") + (desk.mayAnswer(user, seen) ? " answers" : "") + (desk.mayDecide(user, seen.issuerId()) ? " decides" : ""));
        } catch (Problem refused) {
            assertThat(refused.kind()).isEqualTo(Problem.Kind.NOT_FOUND);
            return "nothing";
        }
    }

    @Test
    void whoSeesItWorksOnItAndDecidesGoesByOfficeAndByField() {
        assertThat(may(staff("moi", team.tuyenQuang, null))).as("the lead, all fields").isEqualTo("sees works answers");
        assertThat(may(staff("tien", team.tuyenQuang, MONEY))).as("the lead, this field").isEqualTo("sees works answers");
        assertThat(may(staff("phongtrao", team.tuyenQuang, MOVEMENT))).as("the lead's office, another field").isEqualTo("nothing");
        assertThat(may(staff("hanoi", team.haNoi, null))).as("another lead of the same task has a share of its own").isEqualTo("nothing");
        assertThat(may(team.office())).as("the issuer").isEqualTo("sees decides");
        assertThat(may(users.person("quyen.h01", "department", team.v01, MONEY))).as("a department of this field sees the country and decides nothing").isEqualTo("sees");
        assertThat(may(users.person("quyen.v05", "department", team.v01, MOVEMENT))).as("a department of another field").isEqualTo("nothing");
        assertThat(may(users.person("quyen.lanhdao", "leader", team.ministry))).as("a leader reads").isEqualTo("sees");
        assertThat(may(team.chief(team.commune()))).as("a commune below").isEqualTo("nothing");
        assertThat(may(users.person("quyen.quantri", "administrator", team.ministry))).as("an administrator sees no content").isEqualTo("nothing");
        assertThat(may(users.person("quyen.kiemtoan", "auditor", team.ministry))).as("an auditor sees no content").isEqualTo("nothing");
    }

    @Test
    void anActOfWhoMayNotIsRefusedAndTheBooksCountOnlyWhatIsSeen() {
        Person other = staff("phongtrao", team.tuyenQuang, MOVEMENT);
        assertThatThrownBy(() -> users.as(other, () -> working.accept(share, null))).hasMessage("basics.problem.not-found");
        assertThatThrownBy(() -> users.as(users.person("quyen.lanhdao", "leader", team.ministry), () -> working.accept(share, null))).hasMessage("tasks.problem.not-your-act");
        assertThatThrownBy(() -> users.as(users.person("quyen.h01", "department", team.v01, MONEY), () -> deciding.withdraw(share, null, "Thôi"))).hasMessage("tasks.problem.not-your-act");
        LocalDate today = desk.today();
        assertThat(users.as(other, () -> books.ask(new Books.Question(today, null, "field", null, null, null)))).as("no line of money for who has movement only").noneMatch(line -> line.key() == MONEY);
        assertThat(users.as(staff("tien", team.tuyenQuang, MONEY), () -> books.ask(new Books.Question(today, null, "field", null, null, null)))).as("and nothing but money for who has money").isNotEmpty().allMatch(line -> line.key() == MONEY);
    }

    @Test
    void aTaskBoundToAFigureOpensForWhoMayNotSeeTheFigureWithoutIt() {
        long bound = team.issued(team.office(), Team.bound(Team.draft(team.ministry, "Thu nhận hồ sơ căn cước toàn quốc", List.of(team.tuyenQuang), soon), "id_applications", new java.math.BigDecimal(1000)));
        int task = users.as(team.office(), () -> shares.get(bound)).taskId();
        assertThat(users.signIn(team.office()).get("/tasks/" + task).body()).contains("Gắn với chỉ tiêu");
        var province = users.signIn(team.director());
        assertThat(province.get("/tasks/" + task).status()).as("the sum of the country is not the province's to see, its task is").isEqualTo(200);
        assertThat(province.get("/tasks/" + task).body()).doesNotContain("Gắn với chỉ tiêu");
        assertThat(province.get("/tasks/shares/" + bound).body()).as("its own figure").contains("Gắn với chỉ tiêu");
        assertThat(users.signIn(staff("nhiemvu", team.tuyenQuang, 7)).get("/tasks/shares/" + bound).status()).as("who has tasks only, of a figure about residence").isEqualTo(200);
    }
}

package vn.bamcoso.tasks;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import vn.bamcoso.InTheHouse;
import vn.bamcoso.basics.VietnamTime;
import vn.bamcoso.identity.TestUsers;

/** A task for two communes: they confirm to have taken note, the province chases who is behind, and the words to paste carry no figure. */
@InTheHouse
class ChasingTest {
    @Autowired Team team;
    @Autowired TestUsers users;
    @Autowired Tasks tasks;
    @Autowired Shares shares;

    @Test
    void theIssuerSeesWhoConfirmedAndTheProvinceChasesOnceADay() {
        int one = team.commune();
        int two = team.commune();
        var office = team.office();
        LocalDate due = VietnamTime.today(Clock.systemUTC()).plusDays(20);
        long share = team.issued(office, Team.draft(team.ministry, "Rà soát nơi làm việc của Công an xã", List.of(one, two), due));
        int task = users.as(office, () -> shares.get(share)).taskId();

        var chief = users.signIn(team.chief(one));
        String notices = chief.get("/notices").body();
        assertThat(notices).contains("Giao nhiệm vụ: Rà soát nơi làm việc của Công an xã").contains("Xác nhận đã nắm");
        String first = notices.replaceAll("(?s).*?/notices/(\\d+)/acknowledgement.*", "$1");
        chief.post("/notices/" + first + "/acknowledgement", Map.of());
        assertThat(users.signIn(office).get("/notices/asked").body()).contains("Rà soát nơi làm việc của Công an xã").contains("1/2 đã xác nhận");

        var director = users.signIn(team.director());
        String page = director.get("/tasks/" + task + "/reminders").body();
        assertThat(page).contains("2 đơn vị chưa hoàn thành")
                .contains("Đề nghị các đơn vị sau hoàn thành nhiệm vụ “Rà soát nơi làm việc của Công an xã”, chậm nhất ngày " + vn.bamcoso.basics.Texts.vi().write(DueRule.lastDay(due, true)) + ":\n1. Công an ");
        assertThat(director.post("/tasks/" + task + "/reminders", Map.of("asks", "1")).location()).endsWith("told=2");
        assertThat(users.signIn(office).post("/tasks/" + task + "/reminders", Map.of()).location()).as("told today already, whoever chases").endsWith("told=0");
        assertThat(chief.get("/notices").body()).contains("Đề nghị hoàn thành nhiệm vụ “Rà soát nơi làm việc của Công an xã”");
        assertThat(chief.post("/tasks/" + task + "/reminders", Map.of()).status()).as("a commune chases nobody").isEqualTo(403);
        assertThat(users.browser().get("/api/notices?open=true", "Authorization", "Bearer " + users.token(team.chief(two))).body())
                .contains("\"total\":", "\"asks\":true").as("given and reminded; what else falls due is another matter").matches("(?s)(.*Rà soát nơi làm việc của Công an xã){2}.*").doesNotMatch("(?s)(.*Rà soát nơi làm việc của Công an xã){3}.*");
    }
}

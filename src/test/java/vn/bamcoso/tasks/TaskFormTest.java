package vn.bamcoso.tasks;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import vn.bamcoso.InTheHouse;
import vn.bamcoso.identity.Browser;
import vn.bamcoso.identity.TestUsers;

/** The form of a task as a browser sends it, and what the pages of this room offer to whom. */
@InTheHouse
class TaskFormTest {
    @Autowired Team team;
    @Autowired TestUsers users;
    @Autowired JdbcClient jdbc;

    @Test
    void aValueThatThePageDoesNotOfferIsRefusedWithASentenceAndNothingIsKept() {
        Browser browser = users.signIn(team.office());
        Map<String, String> good = Map.of("office", String.valueOf(team.v01), "kind", "key", "field", "7", "title", "Rà soát giá trị lạ", "rule", "day", "audience", "offices");
        for (String field : List.of("office", "directive", "share", "number", "field", "offices", "bodies", "cooperating", "monitoring", "rule")) {
            for (String value : List.of("abc", "31/02/2021", "99999999999999999999")) {
                Map<String, String> typed = new HashMap<>(good);
                typed.put(field, value);
                var reply = browser.post("/tasks", typed);
                assertThat(reply.status()).as(field + "=" + value).isEqualTo(422);
                assertThat(reply.body()).as(field + "=" + value).contains("“" + value + "”");
            }
        }
        assertThat(browser.post("/tasks", Map.of("title", "Rà soát giá trị lạ")).status()).isEqualTo(422);
        assertThat(users.in(team.office(), () -> jdbc.sql("select count(*) from tasks.task where title = 'Rà soát giá trị lạ'").query(Integer.class).single())).isZero();
        assertThat(browser.post("/tasks", good).location()).endsWith("/edit");
    }

    @Test
    void aClerkOfDocumentsIsOfferedNoPageThatIsClosedToTheClerk() {
        var clerk = users.person("nhiemvu.vanthu", "records_clerk", team.tuyenQuang);
        assertThat(users.signIn(clerk).get("/proposals").body()).doesNotContain("\"/proposals/new\"").doesNotContain("\"/tasks/office\"");
        assertThat(users.signIn(team.director()).get("/proposals").body()).contains("\"/proposals/new\"").contains("\"/tasks/office\"");
    }
}

package vn.bamcoso.tasks;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.http.HttpStatusCode;
import org.springframework.http.MediaType;
import org.springframework.web.client.RestClient;
import vn.bamcoso.InTheHouse;
import vn.bamcoso.basics.VietnamTime;
import vn.bamcoso.identity.TestUsers;
import vn.bamcoso.tasks.directive.Directives;
import vn.bamcoso.tasks.proposal.Proposals;

/** A plan's table over HTTP, the API of tasks, the pages in each role, and a commune's proposal with its answer. */
@InTheHouse
class PlanTest {
    private static final LocalDate TODAY = VietnamTime.today(java.time.Clock.systemUTC());
    private static int plans;

    @Autowired Team team;
    @Autowired TestUsers users;
    @Autowired Directives directives;
    @Autowired Proposals proposals;
    @LocalServerPort int port;
    private int directive;

    @BeforeEach
    void aPlan() {
        directive = users.as(team.office(), () -> directives.record(new Directives.NewDirective(
                "plan", "KH-" + ++plans, TODAY.minusDays(1), "Bộ trưởng", "Bộ Công an", false, "Kế hoạch thử bảng phân công", "", null, false, team.ministry, (short) 7)));
    }

    private record Answer(int status, Map<?, ?> body) {}

    private Answer send(TestUsers.Person by, String path, MediaType type, Object body) {
        return RestClient.create("http://127.0.0.1:" + port).post().uri(path).header("Authorization", "Bearer " + users.token(by)).contentType(type).accept(MediaType.APPLICATION_JSON, MediaType.APPLICATION_PROBLEM_JSON).body(body)
                .exchange((request, response) -> new Answer(response.getStatusCode().value(), response.bodyTo(Map.class)));
    }

    private Map<?, ?> get(TestUsers.Person by, String path) {
        return RestClient.create("http://127.0.0.1:" + port).get().uri(path).header("Authorization", "Bearer " + users.token(by)).retrieve().onStatus(HttpStatusCode::isError, (a, b) -> {}).body(Map.class);
    }

    @Test
    void eachLineOfAPlanIsCheckedForItsClearsAndADryRunKeepsNothing() {
        String day = TODAY.plusDays(40).getDayOfMonth() + "/" + TODAY.plusDays(40).getMonthValue() + "/" + TODAY.plusDays(40).getYear();
        String csv = "TT;Nội dung;Chủ trì;Phối hợp;Thời hạn;Sản phẩm\n1;Rà soát biên chế;X01;V05, V01;" + day + ";Báo cáo\n2;Sửa trụ sở;Công an các tỉnh;;" + day + ";\n3;Việc lạ;Cục Không Có;;31/2/2027;Báo cáo\n";
        Answer dry = send(team.office(), "/api/directives/" + directive + "/tasks?dryRun=true", MediaType.valueOf("text/csv;charset=UTF-8"), csv);
        assertThat(dry.status()).isEqualTo(200);
        var lines = (java.util.List<Map<?, ?>>) (java.util.List<?>) dry.body().get("lines");
        assertThat(lines).extracting(line -> String.valueOf(line.get("missing"))).containsExactly("[]", "[work]", "[responsibility, date]");
        assertThat(lines.get(2).get("faults").toString()).contains("Cục Không Có").contains("31/2/2027");
        assertThat(get(team.office(), "/api/tasks?directive=" + directive).get("total")).isEqualTo(0);
        assertThat(send(team.office(), "/api/directives/" + directive + "/tasks", MediaType.valueOf("text/csv;charset=UTF-8"), csv).status()).as("all lines or none").isEqualTo(422);
        Answer kept = send(team.office(), "/api/directives/" + directive + "/tasks?issue=true", MediaType.valueOf("text/csv;charset=UTF-8"), csv.substring(0, csv.indexOf("3;Việc lạ")));
        assertThat(kept.status()).isEqualTo(200);
        var tasks = (java.util.List<Map<?, ?>>) (java.util.List<?>) get(team.office(), "/api/tasks?directive=" + directive).get("tasks");
        assertThat(tasks).extracting(task -> String.valueOf(task.get("status"))).containsExactlyInAnyOrder("issued", "draft");
        assertThat(users.signIn(team.office()).get("/directives/" + directive + "/plan").status()).isEqualTo(200);
    }

    @Test
    void aTaskIsMadeIssuedAndToldOfOverHttpAndStandsInTheBooks() {
        Map<String, Object> wanted = new java.util.HashMap<>(Map.of("title", "Qua giao diện lập trình", "deliverable", "Báo cáo", "authority", "Lãnh đạo Bộ", "audience", "offices", "leads", java.util.List.of(team.tuyenQuang), "directive", directive,
                "due", TODAY.plusDays(9).toString(), "issue", true));
        Answer refused = send(team.office(), "/api/tasks", MediaType.APPLICATION_JSON, wanted);
        assertThat(refused.status()).as("nobody answers for it").isEqualTo(422);
        assertThat(refused.body().toString()).contains("Rõ người");
        wanted.put("post", "head");
        Answer made = send(team.office(), "/api/tasks", MediaType.APPLICATION_JSON, wanted);
        assertThat(made.status()).isEqualTo(201);
        assertThat(made.body().get("shares")).isEqualTo(1);
        int task = (int) made.body().get("id");
        assertThat(send(team.director(), "/api/tasks/" + task + "/progress", MediaType.APPLICATION_JSON, Map.of("percent", 30)).status()).as("not yet taken").isEqualTo(409);
        assertThat(send(team.otherProvince(), "/api/tasks/" + task + "/progress", MediaType.APPLICATION_JSON, Map.of("percent", 30)).status()).as("not theirs").isEqualTo(404);
        Map<?, ?> books = get(team.office(), "/api/tasks/books?by=task&directive=" + directive);
        assertThat(books.get("total")).isEqualTo(1);
        assertThat(((Map<?, ?>) ((java.util.List<?>) books.get("books")).getFirst()).get("open")).isEqualTo(1);
    }

    @Test
    void aCommuneAsksTheProvinceAndSeesTheAnswerAndNobodyElseDoes() {
        int commune = team.commune();
        var chief = team.chief(commune);
        long id = users.as(chief, () -> proposals.make(new Proposals.NewProposal(null, commune, team.tuyenQuang, "Trụ sở dột", "Xây từ năm 1998", "Cấp kinh phí sửa mái", TODAY.plusDays(10), (short) 7)));
        assertThat(users.as(team.otherProvince(), () -> proposals.all(null))).noneMatch(one -> one.id() == id);
        assertThat(users.as(team.director(), () -> proposals.all(null))).anyMatch(one -> one.id() == id && one.mayReply());
        assertThat(users.signIn(team.director()).get("/proposals").status()).isEqualTo(200);
        users.as(team.director(), () -> proposals.reply(id, "taken_in", "Đưa vào kế hoạch quý I", null));
        assertThat(users.as(chief, () -> proposals.all(null))).anyMatch(one -> one.id() == id && "Đưa vào kế hoạch quý I".equals(one.reply()) && "taken_in".equals(one.replied()));
    }

    @Test
    void everyPageOfTheRoomOpensInEachRole() {
        int commune = team.commune();
        long share = team.issued(team.office(), Team.draft(team.ministry, "Mở mọi trang", java.util.List.of(team.tuyenQuang), TODAY.plusDays(5)));
        for (String page : java.util.List.of("/tasks", "/directives", "/directives/" + directive, "/tasks/books", "/tasks/books?by=post", "/tasks/books?by=directive", "/tasks/books?by=period", "/tasks/board", "/tasks/timeline", "/tasks/office", "/tasks/matrix", "/tasks/sheet", "/proposals", "/proposals/new", "/tasks/new?directive=" + directive)) {
            assertThat(users.signIn(team.office()).get(page).status()).as(page).isEqualTo(200);
        }
        for (String page : java.util.List.of("/tasks", "/tasks/office", "/tasks/board", "/tasks/timeline", "/directives", "/tasks/books", "/tasks/matrix", "/tasks/sheet", "/proposals", "/proposals/new")) {
            assertThat(users.signIn(team.clerk(commune)).get(page).status()).as(page).isEqualTo(200);
        }
        assertThat(users.signIn(team.director()).get("/tasks/shares/" + share).status()).isEqualTo(200);
        assertThat(users.signIn(team.otherProvince()).get("/tasks/shares/" + share).status()).isEqualTo(404);
        assertThat(users.signIn(team.clerk(commune)).get("/directives/" + directive).status()).as("a plan of which the commune has no share").isEqualTo(404);
    }
}

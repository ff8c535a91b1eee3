package vn.bamcoso.shell;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.time.LocalDate;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.TestComponent;
import org.springframework.boot.test.context.TestConfiguration;
import org.springframework.boot.test.system.CapturedOutput;
import org.springframework.boot.test.system.OutputCaptureExtension;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Import;
import org.springframework.core.Ordered;
import org.springframework.core.annotation.Order;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.security.config.annotation.web.builders.HttpSecurity;
import org.springframework.security.web.SecurityFilterChain;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestParam;
import vn.bamcoso.InTheHouse;
import vn.bamcoso.basics.Problem;

@InTheHouse
@Import({ProblemsTest.Faulty.class, ProblemsTest.Open.class})
@ExtendWith(OutputCaptureExtension.class)
class ProblemsTest {
    @LocalServerPort
    int port;

    @TestComponent
    @Controller
    static class Faulty {
        @Autowired
        JdbcClient sql;

        @GetMapping({"/try/{what}", "/api/try/{what}"})
        void fail(@PathVariable String what, @RequestParam(required = false) LocalDate on) {
            switch (what) {
                case "gone" -> throw Problem.notFound();
                case "refused" -> throw Problem.refused("shell.problem.fields", List.of(new Problem.Fault("dòng 12, cột C", "shell.problem.field", "12O"), new Problem.Fault("dòng 14, cột C", "shell.problem.missing", "số vụ")));
                case "conflict" -> throw Problem.conflict("shell.problem.changed");
                case "forbidden" -> throw Problem.forbidden("shell.problem.status.403");
                case "unforeseen" -> throw new IllegalStateException("secret words of the program");
                case "division" -> sql.sql("select 1 / (random() * 0)::int").query(Integer.class).single();
                default -> throw new IllegalArgumentException(what);
            }
        }
    }

    @TestConfiguration
    static class Open {
        @Bean
        @Order(Ordered.HIGHEST_PRECEDENCE)
        SecurityFilterChain openForTheTest(HttpSecurity http) {
            return http.securityMatcher("/try/**", "/api/try/**").build();
        }
    }

    private HttpResponse<String> get(String path, String... headers) throws Exception {
        var request = HttpRequest.newBuilder(URI.create("http://127.0.0.1:" + port + path));
        if (headers.length > 0) {
            request.headers(headers);
        }
        try (var client = HttpClient.newHttpClient()) {
            return client.send(request.build(), HttpResponse.BodyHandlers.ofString());
        }
    }

    @Test
    void aPersonReadsASentenceAndEveryPlaceToMend() throws Exception {
        var answer = get("/try/refused");
        assertThat(answer.statusCode()).isEqualTo(422);
        assertThat(answer.headers().firstValue("Content-Type")).hasValue("text/html;charset=UTF-8");
        assertThat(answer.body()).contains("<html lang=\"vi\"", "Hãy sửa các ô dưới đây", "dòng 12, cột C", "Giá trị “12O” không dùng được", "dòng 14, cột C", "Thiếu “số vụ”");
    }

    @Test
    void aPersonReadsItInEnglishWhoChoseEnglish() throws Exception {
        assertThat(get("/try/gone", "Cookie", "lang=en").body()).contains("<html lang=\"en\"", "outside your area");
    }

    @Test
    void aFormInThePageGetsTheNoticeAlone() throws Exception {
        var answer = get("/try/conflict", "HX-Request", "true");
        assertThat(answer.statusCode()).isEqualTo(409);
        assertThat(answer.headers().firstValue("HX-Retarget")).hasValue("#notices");
        assertThat(answer.body()).contains("Người khác vừa sửa").doesNotContain("<html");
    }

    @Test
    void aProgramGetsRfc9457() throws Exception {
        var answer = get("/api/try/refused");
        assertThat(answer.statusCode()).isEqualTo(422);
        assertThat(answer.headers().firstValue("Content-Type")).hasValue("application/problem+json;charset=UTF-8");
        assertThat(answer.body())
                .contains("\"type\":\"urn:bamcoso:problem:shell.problem.fields\"", "\"status\":422", "\"instance\":\"/api/try/refused\"", "\"code\":\"shell.problem.fields\"")
                .contains("\"where\":\"dòng 12, cột C\"", "\"detail\":\"Giá trị “12O” không dùng được.\"");
    }

    @Test
    void aDayThatIsNoDayIsNamed() throws Exception {
        var answer = get("/api/try/gone?on=31-02-2021");
        assertThat(answer.statusCode()).isEqualTo(422);
        assertThat(answer.body()).contains("calendar.problem.no-such-day", "31-02-2021");
    }

    @Test
    void anAddressThatNobodyAnswersIsNotFound() throws Exception {
        assertThat(get("/try/a/b/c").statusCode()).isEqualTo(404);
        assertThat(get("/api/try/a/b/c").body()).contains("\"code\":\"basics.problem.not-found\"");
    }

    @Test
    void whatNobodyForesawGetsANumberAndTellsNothingOfTheProgram(CapturedOutput log) throws Exception {
        for (String what : List.of("unforeseen", "division")) {
            var answer = get("/api/try/" + what);
            assertThat(answer.statusCode()).isEqualTo(500);
            assertThat(answer.body()).doesNotContain("secret", "Exception", "select", "by zero").containsPattern("\"incident\":\"[2-9A-Y]{4}-[2-9A-Y]{4}\"");
            String number = answer.body().replaceFirst("(?s).*\"incident\":\"([^\"]+)\".*", "$1");
            assertThat(log.getOut() + log.getErr()).contains("Incident " + number);
        }
        assertThat(get("/try/unforeseen").body()).doesNotContain("secret", "Exception");
    }
}

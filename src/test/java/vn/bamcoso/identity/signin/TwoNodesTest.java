package vn.bamcoso.identity.signin;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.boot.builder.SpringApplicationBuilder;
import org.springframework.context.ConfigurableApplicationContext;
import vn.bamcoso.BamCoSo;
import vn.bamcoso.InTheHouse;
import vn.bamcoso.audit.Verification;
import vn.bamcoso.audit.seal.Sealer;
import vn.bamcoso.identity.Browser;
import vn.bamcoso.identity.TestUsers;
import vn.bamcoso.store.Database;

/** A second program on the same database, behind the same balancer: nothing that matters lives in one of them. */
@InTheHouse
class TwoNodesTest {
    @Autowired
    TestUsers users;

    @Autowired
    Database database;

    @Autowired
    Sealer sealer;

    @Value("${bamcoso.data}")
    Path data;

    private ConfigurableApplicationContext other;

    @BeforeEach
    void secondNode() {
        other = new SpringApplicationBuilder(BamCoSo.class)
                .properties(Map.of(
                        "server.port", "0", "bamcoso.db.url", database.url(), "bamcoso.db.user", database.owner(), "bamcoso.db.password", database.ownerPassword(),
                        "bamcoso.db.pool", "4", "bamcoso.data", data.toString(), "bamcoso.rehearsal", "true"))
                .run();
    }

    @AfterEach
    void stop() {
        other.close();
    }

    @Test
    void aSessionIsGoodOnBothAndItsEndToo() {
        var person = users.person("di.lai");
        Browser browser = users.signIn(person);
        Browser beyond = browser.at(base(other));
        assertThat(beyond.get("/profile").status()).isEqualTo(200);
        assertThat(beyond.post("/profile/tokens", Map.of("name", "từ nút kia")).body()).contains("từ nút kia");
        assertThat(browser.get("/profile").body()).contains("từ nút kia");
        beyond.post("/lock", Map.of());
        assertThat(browser.get("/profile").location()).isEqualTo("/unlock?next=%2Fprofile");
        beyond.post("/signout", Map.of());
        assertThat(browser.get("/profile").location()).startsWith("/signin");
    }

    @Test
    void guessingIsCountedTogetherAndTheTrailIsOneChain() {
        users.person("bi.doan");
        for (int i = 0; i < 6; i++) {
            Browser browser = i % 2 == 0 ? users.browser() : users.browser().at(base(other));
            assertThat(browser.signIn("bi.doan", "sai " + i).location()).contains(i < 5 ? "problem=wrong" : "problem=wait");
        }
        other.getBean(Sealer.class).round();
        sealer.round();
        assertThat(Verification.run(database, data, List.of()).findings()).isEmpty();
    }

    private static String base(ConfigurableApplicationContext node) {
        return "http://127.0.0.1:" + node.getEnvironment().getProperty("local.server.port");
    }
}

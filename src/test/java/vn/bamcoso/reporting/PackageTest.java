package vn.bamcoso.reporting;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.Map;
import java.util.UUID;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import tools.jackson.databind.json.JsonMapper;
import vn.bamcoso.InTheHouse;
import vn.bamcoso.identity.Browser;
import vn.bamcoso.identity.TestUsers;

/** A draft that comes on a stick from a computer without a line: signed there, brought by a colleague, once only. */
@InTheHouse
class PackageTest {
    private static final JsonMapper JSON = new JsonMapper();
    private static final String UNKNOWN = "Không nhận ra tệp này";

    @Autowired DongVan dongVan;
    @Autowired TestUsers users;
    private DongVan.Team team;
    private Browser clerk;
    private Browser deputy;
    private long id;
    private final String device = UUID.randomUUID().toString();
    private byte[] key;

    @BeforeEach
    void aComputerOfTheClerk() {
        team = dongVan.team();
        clerk = users.signIn(team.clerk());
        deputy = users.signIn(team.deputy());
        id = Long.parseLong(clerk.post("/forms/ket-qua-cong-tac/submissions", Map.of("place", String.valueOf(team.commune().id()), "period", "2026-Q3")).location().split("/")[2]);
        key = Base64.getDecoder().decode(JSON.readTree(clerk.get("/offline/devices/" + device).body()).path("sign").asString());
    }

    private byte[] packed(String payload, byte[] key) throws Exception {
        Mac sum = Mac.getInstance("HmacSHA256");
        sum.init(new SecretKeySpec(key, "HmacSHA256"));
        byte[] bytes = payload.getBytes(StandardCharsets.UTF_8);
        return JSON.writeValueAsBytes(Map.of("kind", "bamcoso-draft-1", "device", device, "payload", Base64.getEncoder().encodeToString(bytes), "mac", Base64.getEncoder().encodeToString(sum.doFinal(bytes))));
    }

    private byte[] packed(String value) throws Exception {
        return packed(payload(value), key);
    }

    private String payload(String value) {
        return "{\"key\":\"%s\",\"submission\":%d,\"madeAt\":\"2026-11-21T01:00:00Z\",\"cells\":[{\"indicator\":\"security_reports\",\"value\":\"%s\",\"remark\":\"\",\"seen\":0}]}".formatted(UUID.randomUUID(), id, value);
    }

    private void brought(Browser by, byte[] content, int status, String says) throws Exception {
        var answer = Upload.post(by, "/offline/packages", "bam-co-so.json", content, Map.of());
        assertThat(answer.statusCode()).as(answer.body()).isEqualTo(status);
        assertThat(status == 303 ? answer.headers().firstValue("Location").orElse("") : answer.body()).contains(says);
    }

    private String value() {
        return users.asOwner(jdbc -> jdbc.sql("select coalesce(string_agg(value::text || ' by ' || changed_by, ', '), 'nothing') from reporting.draft_cell where submission_id = ?").param(id).query(String.class).single());
    }

    @Test
    void aColleagueBringsItOnce() throws Exception {
        byte[] content = packed("34");
        brought(deputy, content, 303, "cells=1");
        assertThat(value()).isEqualTo("34 by " + team.deputy().id());
        brought(deputy, content, 409, "Tệp này đã được nhận rồi");
        brought(clerk, content, 409, "Tệp này đã được nhận rồi");
        assertThat(value()).isEqualTo("34 by " + team.deputy().id());
        assertThat(users.<String>asOwner(jdbc -> jdbc.sql("select string_agg(user_id::text, ', ') from audit.entry where act = 'reporting.package.brought' and subject = ?").param("submission:" + id).query(String.class).single()))
                .isEqualTo(String.valueOf(team.deputy().id()));
    }

    @Test
    void aByteThatWasChangedOnTheWayIsFound() throws Exception {
        String whole = new String(packed("34"), StandardCharsets.UTF_8);
        String other = Base64.getEncoder().encodeToString(payload("94").getBytes(StandardCharsets.UTF_8));
        String payload = JSON.readTree(whole).path("payload").asString();
        brought(deputy, whole.replace(payload, other).getBytes(StandardCharsets.UTF_8), 422, UNKNOWN);
        brought(deputy, whole.replace(device, UUID.randomUUID().toString()).getBytes(StandardCharsets.UTF_8), 422, UNKNOWN);
        brought(deputy, packed(payload("34"), new byte[32]), 422, UNKNOWN);
        for (String nonsense : new String[] {"{}", "[]", "không phải tệp", "{\"device\":\"x\",\"payload\":\"!\",\"mac\":\"?\"}"}) {
            brought(deputy, nonsense.getBytes(StandardCharsets.UTF_8), 422, UNKNOWN);
        }
        assertThat(value()).isEqualTo("nothing");
    }

    @Test
    void anotherUnitCannotBringIt() throws Exception {
        brought(users.signIn(team.neighbour()), packed("34"), 404, "");
        assertThat(value()).isEqualTo("nothing");
    }

    @Test
    void aComputerThatWasGivenUpSignsNothingAnyMore() throws Exception {
        byte[] before = packed("34");
        brought(deputy, packed("12"), 303, "cells=1");
        assertThat(deputy.post("/offline/devices/" + device + "/end", Map.of()).status()).as("somebody else's is not there").isLessThan(400);
        assertThat(clerk.get("/offline/packages").body()).contains("/offline/devices/" + device + "/end");
        assertThat(clerk.post("/offline/devices/" + device + "/end", Map.of()).status()).isEqualTo(303);
        brought(deputy, before, 422, UNKNOWN);
        assertThat(clerk.get("/offline/devices/" + device).status()).as("and gets no key").isEqualTo(404);
        assertThat(value()).isEqualTo("12 by " + team.deputy().id());
    }

    @Test
    void aCellThatStandsDifferentlyHereMeanwhileIsNotWrittenOverAndTheFileCanComeAgain() throws Exception {
        byte[] content = packed("34");
        deputy.send("POST", "/submissions/" + id + "/live", "{\"cells\": [{\"indicator\": \"security_reports\", \"value\": \"40\", \"seen\": 0}]}", "Content-Type", "application/json", "X-CSRF-TOKEN", deputy.csrf());
        brought(deputy, content, 409, "");
        assertThat(value()).isEqualTo("40 by " + team.deputy().id());
        users.<Integer>asOwner(jdbc -> jdbc.sql("delete from reporting.draft_cell where submission_id = ?").param(id).update());
        brought(deputy, content, 303, "cells=1");
    }

    @Test
    void everyUserOfOneComputerHasAKeyOfTheirOwn() throws Exception {
        var hers = JSON.readTree(deputy.get("/offline/devices/" + device).body());
        assertThat(hers.path("sign").asString()).isNotEqualTo(Base64.getEncoder().encodeToString(key));
        assertThat(JSON.readTree(clerk.get("/offline/devices/" + device).body()).path("sign").asString()).as("the first one's stays").isEqualTo(Base64.getEncoder().encodeToString(key));
        brought(deputy, packed(payload("34"), Base64.getDecoder().decode(hers.path("sign").asString())), 303, "cells=1");
    }
}

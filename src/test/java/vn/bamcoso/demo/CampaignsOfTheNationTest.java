package vn.bamcoso.demo;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import vn.bamcoso.identity.Browser;
import vn.bamcoso.identity.TestUsers;
import vn.bamcoso.identity.TestUsers.Person;
import vn.bamcoso.territory.Offices;

/** The campaign of 2021 as it was printed, and Hà Giang's two schemes, over HTTP. */
@FullNation
class CampaignsOfTheNationTest {
    private static final JsonMapper JSON = new JsonMapper();

    @Autowired TestUsers users;
    @Autowired Offices offices;
    private Person ministry;

    @BeforeEach
    void someoneAtTheMinistryOffice() {
        ministry = users.person("vanphong.cd", "ministry_office", offices.department("V01", LocalDate.of(2026, 11, 21)).orElseThrow().id());
    }

    private JsonNode ask(String path) {
        Browser.Reply reply = users.browser().get(path, "Authorization", "Bearer " + users.token(ministry));
        assertThat(reply.status()).as(reply.body()).isEqualTo(200);
        return JSON.readTree(reply.body());
    }

    @Test
    void haiDuongReached988200On14May2021With991830AndWas47DaysEarly() {
        JsonNode day = ask("/api/campaigns/can-cuoc-2021?within=P30@2021-06-30&day=2021-05-14");
        JsonNode standing = day.get("whole").get("standing");
        assertThat(standing.get("done").asInt()).isEqualTo(991_830);
        assertThat(standing.get("target").asInt()).isEqualTo(988_200);
        assertThat(standing.get("reached").asString()).isEqualTo("2021-05-14");
        assertThat(standing.get("daysEarly").asInt()).isEqualTo(47);
        List<Long> series = day.get("series").valueStream().map(point -> point.get("total").asLong()).toList();
        assertThat(series).as("every day from 1 March").hasSize(75).isSorted().endsWith(991_830L);
        JsonNode eve = ask("/api/campaigns/can-cuoc-2021?within=P30@2021-06-30&day=2021-05-13").get("whole").get("standing");
        assertThat(eve.get("state").asString()).isEqualTo("on_track");
        assertThat(eve.get("forecast").asString()).isEqualTo("2021-05-14");
        assertThat(ask("/api/campaigns/can-cuoc-2021?within=P30@2021-06-30").get("whole").get("standing").get("daysEarly").asInt()).as("looked at on the deadline").isEqualTo(47);
    }

    @Test
    void theMinistrys50MillionAreCutInto63PartsThatSumToIt() {
        JsonNode nation = ask("/api/campaigns/can-cuoc-2021");
        assertThat(nation.get("total").asInt()).isEqualTo(63);
        BigDecimal sum = nation.get("places").valueStream().map(place -> place.get("standing").get("target").decimalValue()).reduce(BigDecimal.ZERO, BigDecimal::add);
        assertThat(sum).isEqualByComparingTo("50000000");
        assertThat(nation.get("whole").get("standing").get("target").decimalValue()).isEqualByComparingTo(sum);
    }

    @Test
    void theTwoSchemesOfHaGiangMetOrExceededTargetsWhoseValuesNobodyPrinted() {
        List<String> schemes = ask("/api/campaigns").get("campaigns").valueStream().filter(one -> one.get("kind").asString().equals("scheme")).map(one -> one.get("code").asString()).toList();
        assertThat(schemes).containsExactlyInAnyOrder("phong-trao-2013-2020", "cong-an-xa-2014-2020");
        JsonNode goals = ask("/api/campaigns/phong-trao-2013-2020?within=P02@2020-12-31").get("campaign").get("goals");
        assertThat(goals.size()).isEqualTo(4);
        goals.forEach(goal -> {
            assertThat(goal.get("verdict").asString()).isEqualTo("met_or_exceeded");
            assertThat(goal.get("worked").asBoolean()).as("reported, not worked out").isFalse();
            assertThat(goal.has("target")).as("unknown").isFalse();
        });
        assertThat(goals.get(2).get("value").asInt()).isEqualTo(365);
    }
}

package vn.bamcoso.journeys;

import static org.assertj.core.api.Assertions.assertThat;

import com.google.gson.JsonObject;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import vn.bamcoso.InTheHouse;
import vn.bamcoso.identity.TestUsers;
import vn.bamcoso.territory.Place;

/** What a browser that was never here fetches before somebody can write into a form: little, and nothing that waits for something else for long. */
@InTheHouse
class FirstVisitJourney {
    private static final int MOST_BYTES = 100_000;
    /** -Dbamcoso.slow-line=true: as over 3G, 780 kbit/s and 400 ms there and back, and told how long it took. */
    private static final boolean SLOW = Boolean.getBoolean("bamcoso.slow-line");
    private static final String WHEN = """
            () => { const n = performance.getEntriesByType('navigation')[0];
              return `answer after ${Math.round(n.responseEnd)} ms, first words ${Math.round(performance.getEntriesByName('first-contentful-paint')[0].startTime)} ms, scripts ready ${Math.round(n.domContentLoadedEventEnd)} ms, everything ${Math.round(n.loadEventEnd)} ms`; }""";

    @Autowired Stage stage;
    @Autowired TestUsers users;

    @Test
    void theEntryPageWeighsLessThanAHundredKilobytesTheFirstTime() {
        Place commune = stage.commune();
        var clerk = stage.person("lan.dau", "commune_clerk", commune);
        try (Visitor visitor = stage.enter(clerk)) {
            visitor.go("/forms");
            visitor.page.locator("main").getByText("Kết quả công tác Công an xã · Quý III").first().click();
            visitor.page.waitForURL("**/entry");
            String entry = visitor.page.url();
            visitor.page.navigate("about:blank");
            var wire = visitor.page.context().newCDPSession(visitor.page);
            Map<String, String> addresses = new HashMap<>();
            Map<String, Integer> bytes = new HashMap<>();
            var blocking = new ArrayList<String>();
            wire.on("Network.requestWillBeSent", (JsonObject sent) -> {
                addresses.put(sent.get("requestId").getAsString(), sent.getAsJsonObject("request").get("url").getAsString());
                if (sent.has("renderBlockingBehavior") && sent.get("renderBlockingBehavior").getAsString().equals("Blocking")) {
                    blocking.add(sent.getAsJsonObject("request").get("url").getAsString());
                }
            });
            wire.on("Network.loadingFinished", done -> bytes.put(addresses.get(done.get("requestId").getAsString()), done.get("encodedDataLength").getAsInt()));
            wire.send("Network.enable");
            wire.send("Network.clearBrowserCache");
            if (SLOW) {
                JsonObject slow = new JsonObject();
                slow.addProperty("offline", false);
                slow.addProperty("latency", 400);
                slow.addProperty("downloadThroughput", 780_000 / 8);
                slow.addProperty("uploadThroughput", 330_000 / 8);
                wire.send("Network.emulateNetworkConditions", slow);
            }
            visitor.go(entry.replaceFirst("^https?://[^/]+", ""));
            visitor.page.waitForFunction("() => document.querySelector('#saved') && performance.getEntriesByType('paint').length > 0 && document.fonts.status === 'loaded'");
            visitor.page.waitForTimeout(500);
            int all = bytes.entrySet().stream().filter(one -> !one.getKey().contains("/live")).mapToInt(Map.Entry::getValue).sum();
            if (SLOW) {
                System.out.println("First visit: " + all + " bytes in " + bytes.size() + " requests; " + visitor.page.evaluate(WHEN));
            }
            assertThat(all).as(bytes.toString()).isBetween(30_000, MOST_BYTES);
            assertThat(blocking).as("what the first words on the page wait for").allMatch(address -> address.contains("/css/look.")).hasSizeLessThanOrEqualTo(1);
        }
    }
}

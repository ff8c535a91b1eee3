package vn.bamcoso.journeys;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.Response;
import com.microsoft.playwright.options.AriaRole;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/**
 * Somebody at a browser. Reads pages as a person does (headings, links and buttons by their words), and on request looks
 * at the page with axe at the width of a desk and of a phone. What the browser complains about fails the journey.
 */
public final class Visitor implements AutoCloseable {
    private static final String AXE = read("/axe/axe.min.js");
    private static final String ASK_AXE = """
            async () => (await axe.run(document, { resultTypes: ['violations'], runOnly: ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa', 'best-practice'] }))
                .violations.map(v => v.id + ' (' + v.nodes.length + '): ' + v.nodes.slice(0, 3).map(n => n.target.join(' ') + ' · ' + n.failureSummary.replace(/\\s+/g, ' ')).join('; '))
            """;

    private final BrowserContext context;
    public final Page page;
    private final List<String> complaints = new ArrayList<>();

    Visitor(BrowserContext context) {
        this.context = context;
        this.page = context.newPage();
        page.setDefaultTimeout(30_000);
        page.onConsoleMessage(message -> {
            if (message.type().equals("error") && !message.text().startsWith("Failed to load resource")) {
                complaints.add(page.url() + ": " + message.text());
            }
        });
        page.onPageError(error -> complaints.add(page.url() + ": " + error));
    }

    private static String read(String resource) {
        try (var in = Visitor.class.getResourceAsStream(resource)) {
            return new String(in.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new IllegalStateException(e);
        }
    }

    public Visitor go(String path) {
        Response answer = page.navigate(path);
        assertThat(answer.status()).as("GET %s", path).isLessThan(400);
        return this;
    }

    public int status(String path) {
        return page.navigate(path).status();
    }

    public String headline() {
        return page.locator("h1").first().innerText();
    }

    public String text() {
        return page.locator("body").innerText();
    }

    public Visitor sees(String... words) {
        for (String word : words) {
            assertThat(text()).as("page %s", page.url()).contains(word);
        }
        return this;
    }

    public Visitor seesNot(String... words) {
        assertThat(text()).as("page %s", page.url()).doesNotContain(words);
        return this;
    }

    public Locator link(String words) {
        return page.locator("main").getByRole(AriaRole.LINK, new Locator.GetByRoleOptions().setName(words)).first();
    }

    public Locator button(String words) {
        return page.getByRole(AriaRole.BUTTON, new Page.GetByRoleOptions().setName(words)).first();
    }

    public Locator field(String label) {
        return page.getByLabel(label).first();
    }

    /** By the rail, as a user goes. */
    public Visitor turnTo(String words) {
        page.locator("nav.rail:visible").getByRole(AriaRole.LINK, new Locator.GetByRoleOptions().setName(words)).first().click();
        page.waitForLoadState();
        return looksWell();
    }

    /** axe finds nothing, nothing hangs over the edge, the browser has no complaint: on the desk and on the phone. */
    public Visitor looksWell() {
        for (int width : new int[] {Browser.PHONE, Browser.DESKTOP}) {
            page.setViewportSize(width, 900);
            // As tall as the page, so that what sticks to the foot of the window covers nothing.
            page.setViewportSize(width, Math.min(12_000, 100 + ((Number) page.evaluate("() => document.documentElement.scrollHeight")).intValue()));
            page.evaluate(AXE);
            assertThat((List<?>) page.evaluate(ASK_AXE)).as("axe on %s at %d px", page.url(), width).isEmpty();
            var edge = (Map<?, ?>) page.evaluate("() => ({ page: document.documentElement.scrollWidth, window: document.documentElement.clientWidth })");
            assertThat(((Number) edge.get("page")).intValue()).as("width of %s at %d px", page.url(), width).isLessThanOrEqualTo(((Number) edge.get("window")).intValue());
        }
        assertThat(complaints).isEmpty();
        return this;
    }

    @Override
    public void close() {
        context.close();
        assertThat(complaints).isEmpty();
    }
}

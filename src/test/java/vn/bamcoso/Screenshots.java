package vn.bamcoso;

import com.microsoft.playwright.Browser;
import com.microsoft.playwright.BrowserType;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.Playwright;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;

/**
 * Pictures of the main pages for the docs: {@code ./bamcoso screenshots}, while {@code ./bamcoso demo} runs. Not part of the
 * tests: nothing is judged here.
 */
class Screenshots {
    private record Shot(String name, String user, String path, int width, int height) {}

    private static final List<Shot> SHOTS = List.of(
            new Shot("signin", "", "/signin", 1280, 800),
            new Shot("home-clerk", "tonghop.dongvan", "/", 1280, 900),
            new Shot("entry", "tonghop.dongvan", "/forms", 1280, 1000),
            new Shot("entry-phone", "tonghop.dongvan", "/forms", 390, 900),
            new Shot("home-province", "thammuu.tuyenquang", "/", 1280, 900),
            new Shot("approval", "thammuu.tuyenquang", "/approvals", 1280, 900),
            new Shot("completeness", "vanphong", "/completeness", 1280, 900),
            new Shot("home-leader", "lanhdao", "/", 1280, 1250),
            new Shot("home-leader-phone", "lanhdao", "/", 390, 900),
            new Shot("figure", "vanphong", "/figures/officers_posted?period=@2021-04-23", 1280, 1000),
            new Shot("figure-phone", "vanphong", "/figures/officers_posted?period=@2021-04-23", 390, 900),
            new Shot("provenance", "tonghop.dongvan", "/figures/officers_posted/provenance?period=@2021-04-23&within=C00721@2025-07-01&level=commune", 1280, 800),
            new Shot("statements", "vanphong", "/statements", 1280, 900),
            new Shot("place", "vanphong", "/places/C00721@2025-07-01", 1280, 900),
            new Shot("restructuring", "diadanh", "/restructurings", 1280, 900),
            new Shot("review", "vanphong", "/reviews", 1280, 1000),
            new Shot("document", "vanthu", "/documents", 1280, 900),
            new Shot("staffing", "vanphong", "/staffing?on=2021-04-23", 1280, 1000),
            new Shot("plan", "thammuu.tuyenquang", "/staffing/plans", 1280, 1000),
            new Shot("rollout", "vanphong", "/rollout", 1280, 1000),
            new Shot("tasks", "vanphong", "/tasks/matrix", 1280, 900),
            new Shot("campaign", "vanphong", "/campaigns", 1280, 1000),
            new Shot("trail", "kiemtoan", "/trail", 1280, 800));

    private final String address = System.getProperty("bamcoso.address", "http://127.0.0.1:8080");

    @Test
    void mainPages() throws Exception {
        String password = Files.readString(Path.of(System.getProperty("bamcoso.data", "data"), "demo.password")).strip();
        Path folder = Files.createDirectories(Path.of("docs", "pictures"));
        try (Playwright playwright = Playwright.create();
                Browser browser = playwright.chromium().launch(new BrowserType.LaunchOptions()
                        .setExecutablePath(Path.of("/usr/bin/chromium"))
                        .setArgs(List.of("--headless", "--no-sandbox", "--disable-gpu", "--disable-quic", "--no-first-run", "--disable-background-networking", "--disable-component-update", "--disable-sync")))) {
            for (Shot shot : SHOTS) {
                try (Page page = browser.newPage(new Browser.NewPageOptions().setViewportSize(shot.width(), shot.height()).setLocale("vi-VN"))) {
                    if (!shot.user().isEmpty()) {
                        page.navigate(address + "/signin");
                        page.fill("input[name=login]", shot.user());
                        page.fill("input[type=password]", password);
                        page.press("input[type=password]", "Enter");
                        page.waitForLoadState();
                    }
                    page.navigate(address + shot.path());
                    follow(page, shot.name());
                    page.waitForTimeout(400);
                    Files.write(folder.resolve(shot.name() + ".png"), FewColours.of(page.screenshot()));
                }
            }
        }
    }

    /** Every part of the look on one page, in light and in dark; needs no demonstration. */
    @Test
    void everyPartOfTheLook() throws Exception {
        Path folder = Files.createDirectories(Path.of("docs", "pictures"));
        for (String theme : List.of("light", "dark")) {
            try (var gallery = new vn.bamcoso.shell.Gallery(vn.bamcoso.basics.Texts.vi(), theme);
                    Page page = vn.bamcoso.journeys.Browser.page(gallery.address(), 1280, false)) {
                page.navigate("/");
                page.setViewportSize(1280, ((Number) page.evaluate("() => document.documentElement.scrollHeight")).intValue());
                Files.write(folder.resolve("look-" + theme + ".png"), FewColours.of(page.screenshot()));
            }
        }
    }

    /** From a list to what the picture is of. */
    private static void follow(Page page, String name) {
        String link = switch (name) {
            case "entry", "entry-phone" -> "main a[href*='/entry'], main a[href^='/submissions/']";
            case "review" -> "main a[href^='/reviews/']";
            case "restructuring" -> "main a[href^='/restructurings/']";
            case "plan" -> "main a[href^='/staffing/plans/']";
            case "rollout" -> "main a[href^='/rollout/']";
            case "campaign" -> "main a[href^='/campaigns/']:not([href$='new']) >> nth=1";
            case "document" -> "main a[href^='/documents/']:not([href$='new'])";
            default -> null;
        };
        if (link != null && page.locator(link).count() > 0) {
            page.locator(link).last().click();
            page.waitForLoadState();
        }
    }
}

package vn.bamcoso.journeys;

import com.microsoft.playwright.BrowserType;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.Playwright;
import com.microsoft.playwright.options.ColorScheme;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * The machine's Chromium, started once for all journeys. Without one the tests fail and say how to get it: a journey that
 * is skipped in silence proves nothing.
 */
public final class Browser {
    public static final int DESKTOP = 1280;
    public static final int PHONE = 390;

    private static final List<String> PLACES = List.of("/usr/bin/chromium", "/usr/bin/chromium-browser", "/usr/bin/google-chrome", "/snap/bin/chromium", "/Applications/Chromium.app/Contents/MacOS/Chromium", "/Applications/Google Chrome.app/Contents/MacOS/Google Chrome");
    private static final List<String> QUIET = List.of("--headless", "--no-sandbox", "--disable-gpu", "--disable-quic", "--no-first-run", "--disable-background-networking", "--disable-component-update", "--disable-sync", "--font-render-hinting=none");
    private static Playwright playwright;
    private static com.microsoft.playwright.Browser running;
    private static com.microsoft.playwright.Browser trusting;

    private Browser() {}

    private static synchronized com.microsoft.playwright.Browser running() {
        if (running == null) {
            running = launched(QUIET);
        }
        return running;
    }

    private static synchronized com.microsoft.playwright.Browser trusting() {
        if (trusting == null) {
            trusting = launched(Stream.concat(QUIET.stream(), Stream.of("--ignore-certificate-errors")).toList());
        }
        return trusting;
    }

    private static com.microsoft.playwright.Browser launched(List<String> options) {
        if (playwright == null) {
            playwright = Playwright.create(new Playwright.CreateOptions().setEnv(Map.of("PLAYWRIGHT_SKIP_BROWSER_DOWNLOAD", "1")));
            Runtime.getRuntime().addShutdownHook(new Thread(playwright::close));
        }
        return playwright.chromium().launch(new BrowserType.LaunchOptions().setExecutablePath(chromium()).setArgs(options));
    }

    private static Path chromium() {
        return Optional.ofNullable(System.getenv("CHROMIUM"))
                .or(() -> PLACES.stream().filter(place -> Files.isExecutable(Path.of(place))).findFirst())
                .map(Path::of)
                .orElseThrow(() -> new AssertionError("The journeys need Chromium 109 or later. On Debian and Ubuntu: apt-get install chromium. Elsewhere set CHROMIUM to its path."));
    }

    /** A visitor with cookies of his own. */
    public static Visitor visitor(String address) {
        return new Visitor(running().newContext(context(address)));
    }

    /** One who comes over TLS and takes the certificate of the house for good. */
    static Visitor overTls(String address) {
        return new Visitor(trusting().newContext(context(address)));
    }

    public static Visitor withoutJavaScript(String address) {
        return new Visitor(running().newContext(context(address).setJavaScriptEnabled(false)));
    }

    /** A page for pictures. */
    public static Page page(String address, int width, boolean dark) {
        return running().newContext(context(address).setViewportSize(width, 1000).setColorScheme(dark ? ColorScheme.DARK : ColorScheme.LIGHT)).newPage();
    }

    private static com.microsoft.playwright.Browser.NewContextOptions context(String address) {
        return new com.microsoft.playwright.Browser.NewContextOptions().setBaseURL(address).setViewportSize(DESKTOP, 900).setLocale("vi-VN").setTimezoneId("Asia/Ho_Chi_Minh").setReducedMotion(com.microsoft.playwright.options.ReducedMotion.REDUCE);
    }

}

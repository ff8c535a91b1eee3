package vn.bamcoso.shell;

import java.nio.file.Path;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import vn.bamcoso.basics.Texts;
import vn.bamcoso.journeys.Browser;

/** Every part of the look, seen by axe in light and in dark, at the width of a desk and of a phone. */
class LookJourney {
    @ParameterizedTest
    @ValueSource(strings = {"light", "dark"})
    void everyPartLooksWell(String theme) throws Exception {
        try (var gallery = new Gallery(Texts.vi(), theme); var visitor = Browser.visitor(gallery.address())) {
            visitor.go("/").looksWell();
            if (System.getenv("PICTURES") != null) {
                for (int width : new int[] {Browser.DESKTOP, Browser.PHONE}) {
                    visitor.page.setViewportSize(width, 900);
                    visitor.page.screenshot(new com.microsoft.playwright.Page.ScreenshotOptions().setFullPage(true).setPath(Path.of(System.getenv("PICTURES"), "look-" + theme + "-" + width + ".png")));
                }
            }
        }
    }
}

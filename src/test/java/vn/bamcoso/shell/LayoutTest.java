package vn.bamcoso.shell;

import static org.assertj.core.api.Assertions.assertThat;

import gg.jte.Content;
import gg.jte.ContentType;
import gg.jte.TemplateEngine;
import gg.jte.output.StringOutput;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import vn.bamcoso.basics.Texts;

class LayoutTest {
    private static final List<NavItem.Shown> RAIL = List.of(
            new NavItem.Shown("shell.nav.reports", "shell.nav.figures", "/figures", true, 0),
            new NavItem.Shown("shell.nav.territory", "shell.nav.work", "/work", false, 12));

    private static String show(Texts texts, String user, boolean demo) {
        var page = new Page(texts, LocalDate.of(2026, 11, 21), user, user == null ? null : "Công an xã Đồng Văn", () -> "token-1", "/figures", "/figures?level=province", "auto", demo, () -> user == null ? List.of() : RAIL);
        var out = new StringOutput();
        TemplateEngine.createPrecompiled(ContentType.Html).render("vn/bamcoso/shell/layout.jte", Map.of("page", page, "title", "Số liệu", "content", (Content) o -> o.writeContent("<h1>Hôm nay</h1>")), out);
        return out.toString();
    }

    @Test
    void thePageTellsTheDayTheUserAndTheOffice() {
        assertThat(show(Texts.vi(), "Nguyễn Văn Bình", false))
                .contains("<html lang=\"vi\"", "Thứ Bảy, 21 tháng 11 năm 2026", "Nguyễn Văn Bình", "Công an xã Đồng Văn", "<h1>Hôm nay</h1>")
                .contains("href=\"/figures\" aria-current=\"page\"")
                .doesNotContain("Dữ liệu minh họa");
        assertThat(show(Texts.en(), "Nguyễn Văn Bình", true)).contains("<html lang=\"en\"", "Saturday, 21 November 2026", "Demonstration data");
    }

    @Test
    void aStrictContentSecurityPolicyHasNothingToRefuse() {
        assertThat(show(Texts.vi(), "Nguyễn Văn Bình", true)).doesNotContain(" style=", "<style", " onclick", "javascript:").doesNotContainPattern("<script(?![^>]* src=)");
    }

    @Test
    void whoIsNotSignedInGetsNoRailAndNoScript() {
        assertThat(show(Texts.vi(), null, false)).doesNotContain("<script", "class=\"rail\"", "/signout").contains("class=\"alone\"");
    }

    @Test
    void theStyleSheetIsOneFileWhoseAddressCarriesItsHash() {
        String address = Assets.address("/css/look.css");
        assertThat(address).matches("/css/look\\.[0-9a-f]{10}\\.css");
        String sheet = new String(Assets.at(address).bytes(), StandardCharsets.UTF_8);
        assertThat(sheet).startsWith("@layer reset, tokens").contains("/fonts/be-vietnam-pro-latin-400-normal.").doesNotContain("latin-400-normal.woff2)");
    }

    @Test
    void theWayBackLeadsToThisSiteOnly() {
        assertThat(Preferences.ownPage("/places?q=ha+giang")).isTrue();
        assertThat(List.of("//example.org", "/\\example.org", "https://example.org", "")).noneMatch(Preferences::ownPage);
    }
}

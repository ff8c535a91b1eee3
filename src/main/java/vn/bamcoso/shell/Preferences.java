package vn.bamcoso.shell;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.time.Duration;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.http.HttpHeaders;
import org.springframework.http.ResponseCookie;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.util.WebUtils;
import vn.bamcoso.access.CurrentUser;

/** Language, and light or dark: chosen in the head of any page, which then comes back as it was. */
@Controller
final class Preferences {
    static final String THEME = "theme";
    static final List<String> THEMES = List.of("auto", "light", "dark");
    private static final List<String> LANGUAGES = List.of("vi", "en");
    private final ObjectProvider<LanguageChoice> languageChoice;

    Preferences(ObjectProvider<LanguageChoice> languageChoice) {
        this.languageChoice = languageChoice;
    }

    /** Of who is not signed in: cookies alone, so no session and no token are needed. */
    @GetMapping("/preferences")
    String chooseAsGuest(
            @RequestParam(required = false) @Nullable String language,
            @RequestParam(required = false) @Nullable String theme,
            @RequestParam(defaultValue = "/") String back,
            HttpServletRequest request,
            HttpServletResponse response) {
        if (language != null && LANGUAGES.contains(language)) {
            keep(request, response, Languages.COOKIE, language);
        }
        if (theme != null && THEMES.contains(theme)) {
            keep(request, response, THEME, theme);
        }
        return "redirect:" + (ownPage(back) ? back : "/");
    }

    @PostMapping("/preferences")
    String choose(
            @RequestParam(required = false) @Nullable String language,
            @RequestParam(required = false) @Nullable String theme,
            @RequestParam(defaultValue = "/") String back,
            HttpServletRequest request,
            HttpServletResponse response) {
        CurrentUser user = CurrentUser.get();
        if (user != null && language != null && LANGUAGES.contains(language)) {
            languageChoice.ifAvailable(kept -> kept.choose(user, language));
        }
        return chooseAsGuest(language, theme, back, request, response);
    }

    /** Never to another site: {@code //host} and {@code /\host} are addresses of other sites. */
    static boolean ownPage(String back) {
        return back.startsWith("/") && !back.startsWith("//") && back.chars().noneMatch(c -> c == '\\' || c < ' ');
    }

    static String theme(HttpServletRequest request) {
        var cookie = WebUtils.getCookie(request, THEME);
        return cookie != null && THEMES.contains(cookie.getValue()) ? cookie.getValue() : "auto";
    }

    private static void keep(HttpServletRequest request, HttpServletResponse response, String name, String value) {
        var cookie = ResponseCookie.from(name, value).path("/").maxAge(Duration.ofDays(365)).sameSite("Lax").httpOnly(true).secure(request.isSecure());
        response.addHeader(HttpHeaders.SET_COOKIE, cookie.build().toString());
    }
}

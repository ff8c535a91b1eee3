package vn.bamcoso.shell;

import jakarta.servlet.http.Cookie;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.util.Locale;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.stereotype.Component;
import org.springframework.web.servlet.LocaleResolver;
import org.springframework.web.util.WebUtils;
import vn.bamcoso.access.CurrentUser;
import vn.bamcoso.basics.Texts;

/** In which language a page speaks: the signed-in user's choice, else the cookie {@code lang}, else Vietnamese. */
@Component("localeResolver")
final class Languages implements LocaleResolver {
    static final String COOKIE = "lang";
    private final ObjectProvider<LanguageChoice> choice;

    Languages(ObjectProvider<LanguageChoice> choice) {
        this.choice = choice;
    }

    @Override
    public Locale resolveLocale(HttpServletRequest request) {
        return "en".equals(language(request)) ? Texts.ENGLISH : Texts.VIETNAMESE;
    }

    private @Nullable String language(HttpServletRequest request) {
        CurrentUser user = CurrentUser.get();
        LanguageChoice kept = user == null ? null : choice.getIfAvailable();
        String own = kept == null ? null : kept.of(user);
        if (own != null) {
            return own;
        }
        Cookie cookie = WebUtils.getCookie(request, COOKIE);
        return cookie == null ? null : cookie.getValue();
    }

    @Override
    public void setLocale(HttpServletRequest request, @Nullable HttpServletResponse response, @Nullable Locale locale) {
        throw new UnsupportedOperationException("the user chooses the language: see Preferences");
    }
}

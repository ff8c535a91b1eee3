package vn.bamcoso.shell;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.util.Locale;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.springframework.web.servlet.LocaleResolver;
import org.springframework.web.util.WebUtils;
import vn.bamcoso.basics.Texts;

/** In which language a page speaks: the signed-in user's choice, else the cookie {@code lang}, else Vietnamese. */
@Component("localeResolver")
final class Languages implements LocaleResolver {
    static final String COOKIE = "lang";
    private static final String OF_USER = "bamcoso.language";

    @Override
    public Locale resolveLocale(HttpServletRequest request) {
        Object own = request.getAttribute(OF_USER);
        var cookie = WebUtils.getCookie(request, COOKIE);
        Object language = own != null ? own : cookie == null ? "vi" : cookie.getValue();
        return "en".equals(language) ? Texts.ENGLISH : Texts.VIETNAMESE;
    }

    @Override
    public void setLocale(HttpServletRequest request, @Nullable HttpServletResponse response, @Nullable Locale locale) {
        throw new UnsupportedOperationException("the user chooses the language: see Preferences");
    }
}

package vn.bamcoso.shell;

import jakarta.servlet.http.HttpServletRequest;
import java.time.Clock;
import java.util.Comparator;
import java.util.List;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.security.web.csrf.CsrfToken;
import org.springframework.stereotype.Component;
import org.springframework.web.servlet.LocaleResolver;
import vn.bamcoso.access.CurrentUser;
import vn.bamcoso.basics.Texts;
import vn.bamcoso.basics.VietnamTime;

/** Makes the {@link Page} of a request. */
@Component
public class Pages {
    private final List<NavItem> items;
    private final Clock clock;
    private final LocaleResolver languages;
    private final boolean demo;

    Pages(List<NavItem> items, Clock clock, LocaleResolver languages, @Value("${bamcoso.demo:false}") boolean demo) {
        this.items = items.stream().sorted(Comparator.comparingInt(NavItem::order)).toList();
        this.clock = clock;
        this.languages = languages;
        this.demo = demo;
    }

    public Page of(HttpServletRequest request) {
        CurrentUser user = CurrentUser.get();
        var csrf = (CsrfToken) request.getAttribute(CsrfToken.class.getName());
        String path = request.getRequestURI();
        String query = request.getQueryString();
        return new Page(
                Texts.of(languages.resolveLocale(request)),
                VietnamTime.today(clock),
                user == null ? null : user.name(),
                (String) request.getAttribute("bamcoso.office"),
                () -> csrf == null ? null : csrf.getToken(),
                path,
                !"GET".equals(request.getMethod()) ? "/" : query == null ? path : path + "?" + query,
                Preferences.theme(request),
                demo,
                () -> user == null ? List.of() : rail(user, path));
    }

    /** The line with the longest path that leads to this page is the current one. */
    private List<NavItem.Shown> rail(CurrentUser user, String path) {
        var shown = items.stream().filter(item -> item.shownTo(user)).toList();
        String current = shown.stream()
                .map(NavItem::path)
                .filter(start -> path.equals(start) || path.startsWith(start + "/"))
                .max(Comparator.comparingInt(String::length))
                .orElse("");
        return shown.stream()
                .map(item -> new NavItem.Shown(item.group(), item.label(), item.path(), item.path().equals(current), item.waiting(user)))
                .toList();
    }
}

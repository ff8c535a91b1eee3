package vn.bamcoso.shell;

import jakarta.servlet.http.HttpServletRequest;
import java.time.Clock;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Stream;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.security.web.csrf.CsrfToken;
import org.springframework.stereotype.Component;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;
import org.springframework.web.servlet.LocaleResolver;
import vn.bamcoso.access.CurrentUser;
import vn.bamcoso.basics.Texts;
import vn.bamcoso.basics.VietnamTime;

/** Makes the {@link Page} of a request. */
@Component
public class Pages {
    private static final String RAIL = "bamcoso.rail";

    private final List<NavItem> items;
    private final TransactionTemplate reading;
    private final Clock clock;
    private final LocaleResolver languages;
    private final boolean demo;

    Pages(List<NavItem> items, PlatformTransactionManager transactions, Clock clock, LocaleResolver languages, @Value("${bamcoso.demo:false}") boolean demo) {
        this.items = items.stream().sorted(Comparator.comparingInt(NavItem::order)).toList();
        this.reading = new TransactionTemplate(transactions);
        this.reading.setReadOnly(true);
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
                () -> user == null ? List.of() : rail(request, user, path));
    }

    /** Asked once a page, in one transaction for all lines: in the page's own, when the controller asks before its template does. */
    @SuppressWarnings("unchecked")
    private List<NavItem.Shown> rail(HttpServletRequest request, CurrentUser user, String path) {
        var known = (List<NavItem.Shown>) request.getAttribute(RAIL);
        if (known == null) {
            known = reading.execute(running -> rail(user, path));
            request.setAttribute(RAIL, known);
        }
        return known;
    }

    /** The line with the longest path that leads to this page is the current one. */
    private List<NavItem.Shown> rail(CurrentUser user, String path) {
        var shown = items.stream().filter(item -> item.shownTo(user)).toList();
        NavItem current = shown.stream().filter(item -> led(item, path) > 0).max(Comparator.comparingInt(item -> led(item, path))).orElse(null);
        return shown.stream()
                .map(item -> new NavItem.Shown(item.group(), item.label(), item.path(), item == current, item.waiting(user)))
                .toList();
    }

    /** How much of the path to this page the line covers; 0: it does not lead there. */
    private static int led(NavItem item, String path) {
        return Stream.concat(Stream.of(item.path()), item.also().stream()).filter(start -> path.equals(start) || path.startsWith(start + "/")).mapToInt(String::length).max().orElse(0);
    }
}

package vn.bamcoso.shell;

import jakarta.servlet.http.HttpServletRequest;
import java.time.Clock;
import java.util.Comparator;
import java.util.List;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.security.web.csrf.CsrfToken;
import org.springframework.stereotype.Component;
import org.springframework.web.servlet.support.RequestContextUtils;
import vn.bamcoso.access.CurrentUser;
import vn.bamcoso.basics.Texts;
import vn.bamcoso.basics.VietnamTime;

/** Makes the {@link Page} of a request. */
@Component
public class Pages {
    private final List<NavItem> items;
    private final Clock clock;
    private final boolean demo;

    Pages(List<NavItem> items, Clock clock, @Value("${bamcoso.demo:false}") boolean demo) {
        this.items = items.stream().sorted(Comparator.comparingInt(NavItem::order)).toList();
        this.clock = clock;
        this.demo = demo;
    }

    public Page of(HttpServletRequest request) {
        CurrentUser user = CurrentUser.get();
        var csrf = (CsrfToken) request.getAttribute(CsrfToken.class.getName());
        String path = request.getRequestURI();
        List<NavItem.Shown> nav = user == null
                ? List.of()
                : items.stream()
                        .filter(item -> item.shownTo(user))
                        .map(item -> new NavItem.Shown(
                                item.group(), item.label(), item.path(), path.equals(item.path()) || path.startsWith(item.path() + "/"), item.waiting(user)))
                        .toList();
        return new Page(
                Texts.of(RequestContextUtils.getLocale(request)),
                VietnamTime.today(clock),
                user == null ? null : user.name(),
                (String) request.getAttribute("bamcoso.office"),
                csrf == null ? null : csrf.getToken(),
                path,
                demo,
                nav);
    }
}

package vn.bamcoso.notices.settings;

import jakarta.servlet.http.HttpServletRequest;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.View;
import org.springframework.web.servlet.support.ServletUriComponentsBuilder;
import org.springframework.web.servlet.view.RedirectView;
import vn.bamcoso.access.CurrentUser;
import vn.bamcoso.basics.Texts;
import vn.bamcoso.notices.feed.CalendarAddresses;
import vn.bamcoso.notices.mail.MailServer;
import vn.bamcoso.notices.mail.Preferences;
import vn.bamcoso.notices.reminding.Rules;
import vn.bamcoso.shell.Html;

/** How I am told: the e-mail address, when the digest comes, quiet hours, the address of the calendar. */
@Controller
public class SettingsPage {
    private static final int HOURS = 24;

    /** @param address of the calendar just made, whole; null otherwise */
    public record Shown(Preferences.Preference mine, boolean mails, @Nullable Instant calendarSince, @Nullable String address, boolean rules, List<String> hours) {}

    private final Preferences preferences;
    private final CalendarAddresses calendars;
    private final MailServer server;

    SettingsPage(Preferences preferences, CalendarAddresses calendars, MailServer server) {
        this.preferences = preferences;
        this.calendars = calendars;
        this.server = server;
    }

    @GetMapping("/notices/settings")
    View show(@RequestParam(defaultValue = "") String done) {
        return page(null, done);
    }

    private View page(@Nullable String address, String done) {
        List<String> hours = IntStream.range(0, HOURS).boxed().flatMap(hour -> Stream.of(hour.toString(), hour + ":00")).toList();
        return Html.of("notices/settings/settings", "done", done, "shown", new Shown(
                preferences.mine(), server.there(), calendars.since().orElse(null), address, Rules.may(CurrentUser.require()), hours));
    }

    @PostMapping("/notices/settings")
    View wish(@RequestParam(required = false) @Nullable String mail, @RequestParam int hour, @RequestParam int quietFrom, @RequestParam int quietTo, @RequestParam(required = false) @Nullable String daysOff, Locale locale) {
        preferences.wish(mail != null, hour, quietFrom, quietTo, daysOff != null, locale);
        return to("wished");
    }

    @PostMapping("/notices/settings/address")
    View address(@RequestParam String email, Locale locale) {
        preferences.address(email, Texts.of(locale));
        return to("code-sent");
    }

    @PostMapping("/notices/settings/confirmation")
    View confirm(@RequestParam String code) {
        preferences.confirm(code);
        return to("confirmed");
    }

    @PostMapping("/notices/settings/address/removal")
    View forget() {
        preferences.forget();
        return to("forgotten");
    }

    /** Shows the address at once, in the answer: it is kept nowhere. */
    @PostMapping("/notices/settings/calendar")
    View calendar(HttpServletRequest request) {
        String path = calendars.make();
        return page(ServletUriComponentsBuilder.fromContextPath(request).build().toUriString() + path, "");
    }

    @PostMapping("/notices/settings/calendar/revocation")
    View revoke() {
        calendars.revoke();
        return to("revoked");
    }

    private static View to(String done) {
        return new RedirectView("/notices/settings?done=" + done);
    }
}

package vn.bamcoso.identity.account;

import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.security.SecureRandom;
import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.View;
import org.springframework.web.servlet.view.RedirectView;
import vn.bamcoso.basics.Problem;
import vn.bamcoso.basics.WrittenDay;
import vn.bamcoso.identity.Accounts;
import vn.bamcoso.identity.AdministratorsArea;
import vn.bamcoso.identity.signin.Sessions;
import vn.bamcoso.shell.Html;
import vn.bamcoso.shell.Paging;

/** Accounts and their grants, for administrators: to everybody else these pages are not there. */
@Controller
class AccountsController {
    private static final String LETTERS = "abcdefghjkmnpqrstuvwxyz23456789";
    /** A grant without an end: the day is shown as none. */
    private static final LocalDate OPEN_END = LocalDate.of(2100, 1, 1);

    private final Accounts accounts;
    private final AccountQueries queries;
    private final AdministratorsArea area;
    private final Sessions sessions;

    AccountsController(Accounts accounts, AccountQueries queries, AdministratorsArea area, Sessions sessions) {
        this.accounts = accounts;
        this.queries = queries;
        this.area = area;
        this.sessions = sessions;
    }

    @GetMapping("/accounts")
    View list(
            @RequestParam(defaultValue = "") String q, @RequestParam(defaultValue = "") String role, @RequestParam(defaultValue = "") String state,
            @RequestParam(defaultValue = "1") int page) {
        var found = queries.find(q, role, state, page);
        String base = "/accounts?q=" + URLEncoder.encode(q, StandardCharsets.UTF_8) + "&role=" + URLEncoder.encode(role, StandardCharsets.UTF_8)
                + "&state=" + URLEncoder.encode(state, StandardCharsets.UTF_8);
        return Html.of("identity/account/accounts", "found", found, "roles", queries.roles(), "q", q, "role", role, "state", state,
                "paging", new Paging(found.total(), AccountQueries.PAGE, page, base));
    }

    @GetMapping("/accounts/new")
    View blank() {
        area.requireAny();
        return form(Typed.NOTHING, List.of(), null);
    }

    @PostMapping("/accounts")
    View open(
            @RequestParam String login, @RequestParam String name, @RequestParam String role, @RequestParam String office,
            @RequestParam(required = false) @Nullable Integer officeId, @RequestParam(defaultValue = "") String field, @RequestParam(defaultValue = "") String until) {
        var typed = new Typed(login, name, role, office, field, until);
        List<AccountQueries.OfficeChoice> choices = officeId == null ? queries.offices(office, 20) : List.of();
        if (officeId == null && choices.size() != 1) {
            return form(typed, choices, null).status(choices.isEmpty() ? 422 : 200);
        }
        String password = oncePassword();
        try {
            int chosen = officeId == null ? choices.getFirst().id() : officeId;
            return page(accounts.openWithGrant(login, name, password, role, chosen, field(field), accounts.today(), until(until)), password);
        } catch (Problem refused) {
            if (refused.kind() == Problem.Kind.NOT_FOUND) {
                throw refused;
            }
            return form(typed, List.of(), refused).status(422);
        }
    }

    @GetMapping("/accounts/{id:\\d+}")
    View one(@PathVariable int id) {
        return page(id, null);
    }

    @PostMapping("/accounts/{id:\\d+}/name")
    View rename(@PathVariable int id, @RequestParam String name, @RequestParam int version) {
        accounts.rename(id, name, version);
        return new RedirectView("/accounts/" + id);
    }

    @PostMapping("/accounts/{id:\\d+}/closure")
    View close(@PathVariable int id, @RequestParam int version) {
        accounts.close(id, true, version);
        sessions.endOthers(queries.account(id).login(), null);
        return new RedirectView("/accounts/" + id);
    }

    @PostMapping("/accounts/{id:\\d+}/reopening")
    View reopen(@PathVariable int id, @RequestParam int version) {
        accounts.close(id, false, version);
        return new RedirectView("/accounts/" + id);
    }

    @PostMapping("/accounts/{id:\\d+}/password")
    View password(@PathVariable int id, @RequestParam int version) {
        String password = oncePassword();
        accounts.giveOncePassword(id, password, version);
        sessions.endOthers(queries.account(id).login(), null);
        return page(id, password);
    }

    @PostMapping("/accounts/{id:\\d+}/sessions/end")
    View endSessions(@PathVariable int id) {
        sessions.endOthers(queries.account(id).login(), null);
        return new RedirectView("/accounts/" + id);
    }

    @PostMapping("/accounts/{id:\\d+}/grants")
    View grant(
            @PathVariable int id, @RequestParam String role, @RequestParam String office, @RequestParam(required = false) @Nullable Integer officeId,
            @RequestParam(defaultValue = "") String field, @RequestParam(defaultValue = "") String from, @RequestParam(defaultValue = "") String until) {
        List<AccountQueries.OfficeChoice> choices = officeId == null ? queries.offices(office, 20) : List.of();
        if (officeId == null && choices.size() != 1) {
            var typed = new Typed("", "", role, office, field, until);
            return page(id, null, typed, from, choices).status(choices.isEmpty() ? 422 : 200);
        }
        accounts.grant(id, role, officeId == null ? choices.getFirst().id() : officeId, field(field), from.isBlank() ? accounts.today() : day(from), until(until));
        return new RedirectView("/accounts/" + id);
    }

    @PostMapping("/accounts/{id:\\d+}/grants/{grant}/end")
    View endGrant(@PathVariable int id, @PathVariable int grant, @RequestParam int version, @RequestParam(defaultValue = "") String on) {
        accounts.endGrant(id, grant, on.isBlank() ? accounts.today() : day(on), version);
        return new RedirectView("/accounts/" + id);
    }

    private Html form(Typed typed, List<AccountQueries.OfficeChoice> choices, @Nullable Problem problem) {
        return Html.of("identity/account/newaccount", "problem", problem, "typed", typed, "choices", choices, "roles", queries.roles(), "fields", queries.fields());
    }

    private Html page(int id, @Nullable String password) {
        return page(id, password, Typed.NOTHING, "", List.of());
    }

    private Html page(int id, @Nullable String password, Typed typed, String from, List<AccountQueries.OfficeChoice> choices) {
        var account = queries.account(id);
        return Html.of("identity/account/account", "account", account, "grants", queries.grants(id), "sessions", sessions.of(account.login(), null),
                "password", password, "typed", typed, "from", from, "choices", choices, "roles", queries.roles(), "fields", queries.fields());
    }

    private static @Nullable Short field(String text) {
        return text.isBlank() ? null : Short.valueOf(text);
    }

    private static LocalDate until(String text) {
        return text.isBlank() ? OPEN_END : day(text).plusDays(1);
    }

    private static LocalDate day(String text) {
        return WrittenDay.read(text);
    }

    /** Easy to read out over the telephone; lives until the first sign-in. */
    private static String oncePassword() {
        var random = new SecureRandom();
        var password = new StringBuilder();
        for (int i = 0; i < 16; i++) {
            password.append(i > 0 && i % 4 == 0 ? "-" : "").append(LETTERS.charAt(random.nextInt(LETTERS.length())));
        }
        return password.toString();
    }
}

package vn.bamcoso.identity.account;

import gg.jte.Content;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import vn.bamcoso.access.CurrentUser;
import vn.bamcoso.identity.AdministratorsArea;
import vn.bamcoso.shell.Card;
import vn.bamcoso.shell.Html;
import vn.bamcoso.shell.Page;

/** On the first page of an administrator: which accounts want looking after. */
@Component
public class AccountsCard implements Card {
    static final List<String> WANTING = List.of("waiting", "ending", "without");
    private final AccountQueries queries;

    AccountsCard(AccountQueries queries) {
        this.queries = queries;
    }

    /** @param state as the list of accounts is asked for it */
    public record Line(String state, int total) {}

    @Override
    public int order() {
        return 10;
    }

    @Override
    public int width() {
        return 7;
    }

    @Override
    public @Nullable Content show(CurrentUser user, Page page) {
        if (!user.has(AdministratorsArea.ROLE)) {
            return null;
        }
        List<Line> lines = WANTING.stream().map(state -> new Line(state, queries.find("", "", state, 1).total())).filter(line -> line.total() > 0).toList();
        return Html.content("identity/account/accountscard", "page", page, "open", queries.find("", "", "open", 1).total(), "lines", lines);
    }
}

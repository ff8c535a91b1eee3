package vn.bamcoso.notices;

import gg.jte.Content;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import vn.bamcoso.access.CurrentUser;
import vn.bamcoso.shell.Card;
import vn.bamcoso.shell.Html;
import vn.bamcoso.shell.Page;

/** On the first page: the digest of what is not read, what was escalated first. */
@Component
class NoticesCard implements Card {
    private static final int SHOWN = 5;

    private final Inbox inbox;

    NoticesCard(Inbox inbox) {
        this.inbox = inbox;
    }

    @Override
    public int order() {
        return 15;
    }

    @Override
    public int width() {
        return 5;
    }

    @Override
    public @Nullable Content show(CurrentUser user, Page page) {
        List<Inbox.Line> lines = inbox.pressing(SHOWN);
        return lines.isEmpty() ? null : Html.content("notices/card", "page", page, "lines", lines);
    }
}

package vn.bamcoso.papers;

import gg.jte.Content;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import vn.bamcoso.access.CurrentUser;
import vn.bamcoso.shell.Card;
import vn.bamcoso.shell.Html;
import vn.bamcoso.shell.Page;

/** On the first page: documents that wait for this person's signature, number or next word. */
@Component
class WaitingCard implements Card {
    private final WaitingPapers waiting;

    WaitingCard(WaitingPapers waiting) {
        this.waiting = waiting;
    }

    @Override
    public int order() {
        return 30;
    }

    @Override
    public int width() {
        return 5;
    }

    @Override
    public @Nullable Content show(CurrentUser user, Page page) {
        List<WaitingPapers.Item> items = waiting.of(user);
        return items.isEmpty() ? null : Html.content("papers/card", "page", page, "items", items);
    }
}

package vn.bamcoso.figures.catalogue;

import gg.jte.Content;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import vn.bamcoso.access.CurrentUser;
import vn.bamcoso.shell.Card;
import vn.bamcoso.shell.Html;
import vn.bamcoso.shell.Page;

/** In real use, to those who can change it: so many indicators are closed because nobody has decided that they may be held. */
@Component
class HoldingCard implements Card {
    private final Undecided undecided;

    HoldingCard(Undecided undecided) {
        this.undecided = undecided;
    }

    @Override
    public int order() {
        return 5;
    }

    @Override
    public int width() {
        return 7;
    }

    @Override
    public @Nullable Content show(CurrentUser user, Page page) {
        if (undecided.open() || !user.has("ministry_office", "administrator")) {
            return null;
        }
        int count = undecided.all().size();
        return count == 0 ? null : Html.content("figures/catalogue/holdingcard", "page", page, "count", count, "decides", Defining.mayDefine(user));
    }
}

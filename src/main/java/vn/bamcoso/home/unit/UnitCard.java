package vn.bamcoso.home.unit;

import gg.jte.Content;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import vn.bamcoso.access.CurrentUser;
import vn.bamcoso.shell.Card;
import vn.bamcoso.shell.Html;
import vn.bamcoso.shell.Page;

/** On the first page of a commune or a province: which unit this is, where it lies, what it was made of. */
@Component
class UnitCard implements Card {
    private final Units units;

    UnitCard(Units units) {
        this.units = units;
    }

    @Override
    public int order() {
        return 150;
    }

    @Override
    public int width() {
        return 5;
    }

    @Override
    public @Nullable Content show(CurrentUser user, Page page) {
        return units.of(user, page.texts()).map(unit -> Html.content("home/unit/unitcard", "page", page, "unit", unit)).orElse(null);
    }
}

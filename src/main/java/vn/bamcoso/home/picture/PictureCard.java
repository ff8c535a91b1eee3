package vn.bamcoso.home.picture;

import gg.jte.Content;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import vn.bamcoso.access.CurrentUser;
import vn.bamcoso.shell.Card;
import vn.bamcoso.shell.Html;
import vn.bamcoso.shell.Page;

/** The picture at the foot of the first page. */
@Component
class PictureCard implements Card {
    private final Pictures pictures;

    PictureCard(Pictures pictures) {
        this.pictures = pictures;
    }

    @Override
    public int order() {
        return 220;
    }

    @Override
    public int width() {
        return 12;
    }

    @Override
    public @Nullable Content show(CurrentUser user, Page page) {
        return pictures.of(user, page).map(picture -> Html.content("home/picture/picture", "page", page, "picture", picture)).orElse(null);
    }
}

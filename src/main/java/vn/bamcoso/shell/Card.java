package vn.bamcoso.shell;

import gg.jte.Content;
import org.jspecify.annotations.Nullable;
import vn.bamcoso.access.CurrentUser;

/** A part of the first page. A room adds one by making it a bean; it decides for whom it has something to say. */
public interface Card {
    /** Lower stands first. Below 100: what waits for me; below 200: my unit; below 300: the picture. */
    int order();

    /** Twelfths of the page's width: 4, 5, 7, 8 or 12. */
    int width();

    /** What to show this user today; null when nothing. */
    @Nullable Content show(CurrentUser user, Page page);
}

package vn.bamcoso.shell;

import java.util.List;
import vn.bamcoso.access.CurrentUser;

/**
 * A line of the rail. A room adds one by making it a bean.
 *
 * @param group key of the heading's text in the language files, e.g. {@code shell.nav.figures}
 * @param label key of the line's text
 * @param order within the whole rail
 */
public interface NavItem {
    String group();

    String label();

    String path();

    /** Other beginnings of paths whose pages belong to this line. */
    default List<String> also() {
        return List.of();
    }

    int order();

    /** Whether this user sees it. */
    default boolean shownTo(CurrentUser user) {
        return true;
    }

    /** A count beside the label; 0 shows nothing. Cheap: asked on every page. */
    default int waiting(CurrentUser user) {
        return 0;
    }

    record Shown(String group, String label, String path, boolean current, int waiting) {}
}

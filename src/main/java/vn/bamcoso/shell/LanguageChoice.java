package vn.bamcoso.shell;

import org.jspecify.annotations.Nullable;
import vn.bamcoso.access.CurrentUser;

/** Where the language of a signed-in user is kept; identity fills it in. Without it a cookie decides. */
public interface LanguageChoice {
    /** {@code vi} or {@code en}; null when the user never chose. Cheap: asked on every page. */
    @Nullable String of(CurrentUser user);

    void choose(CurrentUser user, String language);
}

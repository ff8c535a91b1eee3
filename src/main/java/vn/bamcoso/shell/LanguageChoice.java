package vn.bamcoso.shell;

import vn.bamcoso.access.CurrentUser;

/**
 * Keeps the language that a signed-in user has chosen, beyond this browser; identity fills it in, and tells the shell the
 * language of each request by the attribute {@code bamcoso.language}.
 */
public interface LanguageChoice {
    /** @param language {@code vi} or {@code en} */
    void choose(CurrentUser user, String language);
}

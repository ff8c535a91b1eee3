package vn.bamcoso.shell;

import java.time.LocalDate;
import java.util.List;
import vn.bamcoso.basics.Texts;

/**
 * What every page needs around its content. Templates take it as {@code @param vn.bamcoso.shell.Page page} and write
 * {@code ${page.t("territory.title")}}.
 *
 * @param userName null when nobody is signed in
 * @param userOffice the office and role shown under the name; null when nobody is signed in
 * @param csrf hidden field value for forms
 * @param path of the request, without query
 * @param demo true when the demonstration nation is loaded: the page says so
 */
public record Page(
        Texts texts, LocalDate today, String userName, String userOffice, String csrf, String path, boolean demo, List<NavItem.Shown> nav) {
    public String t(String key, Object... args) {
        return texts.get(key, args);
    }

    public boolean vi() {
        return texts == Texts.vi();
    }

    /** Chooses between two names of a thing that is data, not text. */
    public String either(String vietnamese, String english) {
        return vi() ? vietnamese : english;
    }

    public String n(Object number) {
        return texts.write(number);
    }
}

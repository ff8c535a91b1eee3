package vn.bamcoso.shell;

import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.List;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import vn.bamcoso.access.CurrentUser;
import vn.bamcoso.basics.Texts;

/**
 * What every page needs around its content. Templates take it as {@code @param vn.bamcoso.shell.Page page} and write
 * {@code ${page.t("shell.menu")}}.
 *
 * @param userName null when nobody is signed in
 * @param userOffice the office and role shown under the name; null when nobody is signed in
 * @param token makes the CSRF token; asked by pages with a form only, because it may open a session
 * @param path of the request, without query
 * @param here where this page can be asked for again: path and query
 * @param theme {@code auto}, {@code light} or {@code dark}
 * @param demo true when the demonstration nation is loaded: the page says so
 * @param rail makes the lines of the rail; asked by whole pages only, not by fragments
 */
public record Page(
        Texts texts,
        LocalDate today,
        @Nullable String userName,
        @Nullable String userOffice,
        Supplier<@Nullable String> token,
        String path,
        String here,
        String theme,
        boolean demo,
        Supplier<List<NavItem.Shown>> rail) {
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

    /** A number or a day in the form of the language: 1.234,5 · 1,234.5; nothing for null. */
    public String n(@Nullable Object number) {
        return texts.write(number);
    }

    /** The hidden field of forms; null when the program runs without CSRF protection, in tests. */
    public @Nullable String csrf() {
        return token.get();
    }

    /** Whose page it is; null when nobody is signed in. */
    public @Nullable Integer userId() {
        CurrentUser user = CurrentUser.get();
        return user == null ? null : user.id();
    }

    /** What stands in a field for a day: 2021-04-23 as the language writes it; anything else as it is. */
    public String day(@Nullable String value) {
        if (value == null || !value.matches("\\d{4}-\\d{2}-\\d{2}")) {
            return value == null ? "" : value;
        }
        try {
            return n(LocalDate.parse(value));
        } catch (DateTimeException noSuchDay) { // shown again as it was typed, beside why it is refused
            return value;
        }
    }

    public List<NavItem.Shown> nav() {
        return rail.get();
    }

    /** The address of a static file with its hash: {@code page.asset("/js/grid-keys.js")}. */
    public String asset(String path) {
        return Assets.address(path);
    }

    /** The day in words, as in the head of the page: "Thứ Bảy, 21 tháng 11 năm 2026". */
    public String dayInWords() {
        return t("shell.day", t("shell.weekday." + today.getDayOfWeek().getValue()), String.valueOf(today.getDayOfMonth()), t("shell.month." + today.getMonthValue()), String.valueOf(today.getYear()));
    }
}

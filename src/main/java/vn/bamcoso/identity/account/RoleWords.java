package vn.bamcoso.identity.account;

import java.util.ArrayList;
import java.util.List;
import vn.bamcoso.identity.account.AccountQueries.Named;
import vn.bamcoso.shell.Page;

/** Names of roles and fields in the language of the page, singly and as choices. */
public final class RoleWords {
    private RoleWords() {}

    public static String name(Page page, List<Named> names, String code) {
        return names.stream().filter(named -> named.code().equals(code)).map(named -> page.either(named.vi(), named.en())).findFirst().orElse(code);
    }

    /** Value and label in turns, led by a choice with the empty value. */
    public static List<String> options(Page page, List<Named> names, String none) {
        var all = new ArrayList<String>(List.of("", none));
        all.addAll(options(page, names));
        return all;
    }

    public static List<String> options(Page page, List<Named> names) {
        var all = new ArrayList<String>();
        for (Named named : names) {
            all.add(named.code());
            all.add(page.either(named.vi(), named.en()));
        }
        return all;
    }
}

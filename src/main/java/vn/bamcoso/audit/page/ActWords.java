package vn.bamcoso.audit.page;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import vn.bamcoso.shell.Page;

/** What acts are called; an act without a text is shown by its code. */
public final class ActWords {
    private ActWords() {}

    public static String of(Page page, String act) {
        String key = "audit.act." + act;
        return page.texts().has(key) ? page.t(key) : act;
    }

    /** Value and label in turns, by label, led by a choice with the empty value. */
    public static List<String> options(Page page, List<String> acts) {
        var all = new ArrayList<String>(List.of("", page.t("audit.any-act")));
        acts.stream().sorted(Comparator.comparing(act -> of(page, act))).forEach(act -> {
            all.add(act);
            all.add(of(page, act));
        });
        return all;
    }
}

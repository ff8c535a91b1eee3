package vn.bamcoso.territory.restructuring;

import gg.jte.Content;
import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;
import vn.bamcoso.access.CurrentUser;
import vn.bamcoso.shell.Card;
import vn.bamcoso.shell.Html;
import vn.bamcoso.shell.Page;

/** On the first page of those who keep the gazetteer: drafts that wait for the second person, acts whose day comes, the last in force. */
@Component
public class ActsCard implements Card {
    private static final int LAST = 3;
    private final Acts acts;

    ActsCard(Acts acts) {
        this.acts = acts;
    }

    @Override
    public int order() {
        return 20;
    }

    @Override
    public int width() {
        return 7;
    }

    @Override
    @Transactional(readOnly = true)
    public @Nullable Content show(CurrentUser user, Page page) {
        boolean keeps = user.has("gazetteer_keeper");
        LocalDate today = page.today();
        List<ActView> all = acts.all();
        List<ActView> drafts = all.stream().filter(act -> act.stage(today) == ActView.Stage.DRAFT).toList();
        List<ActView> coming = all.stream().filter(act -> act.stage(today) == ActView.Stage.COMING).toList();
        if (!keeps && (!user.has("ministry_office") || drafts.isEmpty() && coming.isEmpty())) {
            return null;
        }
        List<ActView> last = all.stream().filter(act -> act.stage(today) == ActView.Stage.IN_FORCE).limit(LAST).toList();
        return Html.content("territory/restructuring/actscard", "page", page, "drafts", drafts, "coming", coming, "last", keeps ? last : List.of(), "keeps", keeps, "user", user.id());
    }
}

package vn.bamcoso.tasks.view;

import gg.jte.Content;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.springframework.stereotype.Controller;
import org.springframework.transaction.annotation.Transactional;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.servlet.View;
import vn.bamcoso.access.CurrentUser;
import vn.bamcoso.access.Once;
import vn.bamcoso.shell.Card;
import vn.bamcoso.shell.Headline;
import vn.bamcoso.shell.Html;
import vn.bamcoso.shell.NavItem;
import vn.bamcoso.shell.Page;
import vn.bamcoso.tasks.Desk;

/** What my offices owe and what waits for my decision: as a page, as a card of the first page, as its headline, and in the rail. */
@Controller
class MyWork {
    private final ShareLists lists;
    private final Desk desk;

    MyWork(ShareLists lists, Desk desk) {
        this.lists = lists;
        this.desk = desk;
    }

    @GetMapping("/tasks")
    @Transactional(readOnly = true)
    View show() {
        CurrentUser user = CurrentUser.require();
        return Html.of("tasks/view/mywork", "mine", lists.mine(user), "waiting", lists.waiting(user), "issues", !desk.issuing(user).isEmpty(), "today", desk.today());
    }

    /** On the first page: the most pressing ones. */
    @Component
    static class WaitingCard implements Card, Headline {
        private static final int SHOWN = 6;
        private final ShareLists lists;
        private final Desk desk;

        WaitingCard(ShareLists lists, Desk desk) {
            this.lists = lists;
            this.desk = desk;
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
        public @Nullable Content show(CurrentUser user, Page page) {
            if (!Desk.works(user)) {
                return null;
            }
            Work work = work(user);
            int waiting = lists.waitingIds(user).size();
            return work.open().isEmpty() && waiting == 0 ? null : Html.content("tasks/view/mycard", "page", page, "mine", work.named().stream().limit(SHOWN).toList(), "more", work.open().size(), "waiting", waiting, "today", desk.today());
        }

        @Override
        public @Nullable Sentence say(CurrentUser user, Page page) {
            if (!Desk.works(user)) {
                return null;
            }
            Work work = work(user);
            List<ShareLists.Brief> mine = work.open().stream().filter(share -> !share.proposed()).toList();
            if (mine.isEmpty()) {
                return null;
            }
            ShareRow first = work.named().stream().filter(row -> row.id() == mine.getFirst().id()).findFirst().orElseThrow();
            long late = mine.stream().filter(ShareLists.Brief::late).count();
            return late > 0 ? new Sentence(95, page.t("tasks.headline.late", late), first.title())
                    : new Sentence(first.left(desk.today()) <= 3 ? 75 : 45, page.t("tasks.headline.next", mine.size(), first.due()), first.title());
        }

        /** @param named the first ones, and the first that is not proposed yet */
        private record Work(List<ShareLists.Brief> open, List<ShareRow> named) {}

        /** Asked by the card and by the headline of one page. */
        private Work work(CurrentUser user) {
            return Once.ask(WaitingCard.class, () -> {
                List<ShareLists.Brief> open = lists.briefly(user);
                var first = Stream.concat(open.stream().limit(SHOWN), open.stream().filter(share -> !share.proposed()).limit(1));
                return new Work(open, lists.named(first.map(ShareLists.Brief::id).distinct().toList()));
            });
        }
    }

    @Component
    static class InRail implements NavItem {
        private final ShareLists lists;

        InRail(ShareLists lists) {
            this.lists = lists;
        }

        @Override
        public String group() {
            return "shell.nav.work";
        }

        @Override
        public String label() {
            return "tasks.title";
        }

        @Override
        public String path() {
            return "/tasks";
        }

        @Override
        public List<String> also() {
            return List.of("/directives", "/proposals", "/advice");
        }

        @Override
        public int order() {
            return 20;
        }

        @Override
        public boolean shownTo(CurrentUser user) {
            return Desk.works(user);
        }

        @Override
        public int waiting(CurrentUser user) {
            return user.has(Set.of("commune_clerk", "commune_chief", "commune_deputy", "provincial_staff", "provincial_director", "department", "ministry_office").toArray(String[]::new)) ? lists.pressing(user) : 0;
        }
    }
}

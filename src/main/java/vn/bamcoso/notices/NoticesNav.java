package vn.bamcoso.notices;

import org.springframework.stereotype.Component;
import vn.bamcoso.access.CurrentUser;
import vn.bamcoso.shell.NavItem;

/** In everybody's rail, with how many are new. */
@Component
class NoticesNav implements NavItem {
    private final Inbox inbox;

    NoticesNav(Inbox inbox) {
        this.inbox = inbox;
    }

    @Override
    public String group() {
        return "shell.nav.system";
    }

    @Override
    public String label() {
        return "notices.title";
    }

    @Override
    public String path() {
        return "/notices";
    }

    @Override
    public int order() {
        return 890;
    }

    @Override
    public int waiting(CurrentUser user) {
        return inbox.unread();
    }
}

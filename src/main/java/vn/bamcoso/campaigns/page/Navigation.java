package vn.bamcoso.campaigns.page;

import org.springframework.stereotype.Component;
import vn.bamcoso.access.CurrentUser;
import vn.bamcoso.shell.NavItem;

/** The line of this room in the rail. */
@Component("campaignsInRail")
class Navigation implements NavItem {
    static final String[] READERS = {"commune_clerk", "commune_chief", "commune_deputy", "provincial_staff", "provincial_director", "ministry_office", "department", "leader"};

    @Override
    public String group() {
        return "shell.nav.figures";
    }

    @Override
    public String label() {
        return "campaigns.title";
    }

    @Override
    public String path() {
        return "/campaigns";
    }

    @Override
    public int order() {
        return 230;
    }

    @Override
    public boolean shownTo(CurrentUser user) {
        return user.has(READERS);
    }
}

package vn.bamcoso.audit.page;

import org.springframework.stereotype.Component;
import vn.bamcoso.access.CurrentUser;
import vn.bamcoso.shell.NavItem;

@Component
class TrailNavigation implements NavItem {
    @Override
    public String group() {
        return "shell.nav.system";
    }

    @Override
    public String label() {
        return "audit.trail";
    }

    @Override
    public String path() {
        return "/trail";
    }

    @Override
    public int order() {
        return 920;
    }

    @Override
    public boolean shownTo(CurrentUser user) {
        return user.has(TrailController.ROLE);
    }
}

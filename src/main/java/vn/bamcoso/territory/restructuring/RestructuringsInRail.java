package vn.bamcoso.territory.restructuring;

import org.springframework.stereotype.Component;
import vn.bamcoso.access.CurrentUser;
import vn.bamcoso.shell.NavItem;

/** "Sắp xếp đơn vị" in the rail, for those who look after the whole country. */
@Component
class RestructuringsInRail implements NavItem {
    @Override
    public String group() {
        return "shell.nav.territory";
    }

    @Override
    public String label() {
        return "territory.acts.title";
    }

    @Override
    public String path() {
        return "/restructurings";
    }

    @Override
    public int order() {
        return 510;
    }

    @Override
    public boolean shownTo(CurrentUser user) {
        return user.has("ministry_office", "gazetteer_keeper", "leader", "department", "provincial_staff", "provincial_director");
    }
}

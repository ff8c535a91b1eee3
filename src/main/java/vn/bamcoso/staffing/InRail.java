package vn.bamcoso.staffing;

import org.springframework.stereotype.Component;
import vn.bamcoso.access.CurrentUser;
import vn.bamcoso.shell.NavItem;

/** "Nhân sự" in the rail. */
@Component("staffingInRail")
class InRail implements NavItem {
    private final Area areas;

    InRail(Area areas) {
        this.areas = areas;
    }

    @Override
    public String group() {
        return "shell.nav.work";
    }

    @Override
    public String label() {
        return "staffing.title";
    }

    @Override
    public String path() {
        return "/staffing";
    }

    @Override
    public int order() {
        return 320;
    }

    /** Whoever sees nothing of how offices are made up has nothing to open there. */
    @Override
    public boolean shownTo(CurrentUser user) {
        return areas.of(user, Area.ORGANISATION).isPresent();
    }
}

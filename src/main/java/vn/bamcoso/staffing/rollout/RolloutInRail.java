package vn.bamcoso.staffing.rollout;

import org.springframework.stereotype.Component;
import vn.bamcoso.access.CurrentUser;
import vn.bamcoso.shell.NavItem;
import vn.bamcoso.staffing.Area;

/** "Lộ trình" in the rail; party cells, auxiliaries and the committee are reached from there. */
@Component
class RolloutInRail implements NavItem {
    private final Area areas;

    RolloutInRail(Area areas) {
        this.areas = areas;
    }

    @Override
    public String group() {
        return "shell.nav.work";
    }

    @Override
    public String label() {
        return "rollout.title";
    }

    @Override
    public String path() {
        return "/rollout";
    }

    @Override
    public int order() {
        return 325;
    }

    /** Plans are made of what offices are made up of; who numbers documents has no part in them. */
    @Override
    public boolean shownTo(CurrentUser user) {
        return user.has("commune_clerk", "commune_chief", "commune_deputy", "provincial_staff", "provincial_director", "ministry_office", "department", "leader")
                && areas.of(user, Area.ORGANISATION).isPresent();
    }
}

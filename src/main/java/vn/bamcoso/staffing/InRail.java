package vn.bamcoso.staffing;

import org.springframework.stereotype.Component;
import vn.bamcoso.access.CurrentUser;
import vn.bamcoso.shell.NavItem;

/** "Nhân sự" in the rail. */
@Component("staffingInRail")
class InRail implements NavItem {
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

    /** Administrators, auditors and the keeper of names see no postings. */
    @Override
    public boolean shownTo(CurrentUser user) {
        return user.has("commune_clerk", "commune_chief", "commune_deputy", "provincial_staff", "provincial_director", "ministry_office", "department", "leader", "records_clerk");
    }
}

package vn.bamcoso.identity.profile;

import org.springframework.stereotype.Component;
import vn.bamcoso.shell.NavItem;

/** Everybody's own page. */
@Component
class ProfileNavigation implements NavItem {
    @Override
    public String group() {
        return "shell.nav.system";
    }

    @Override
    public String label() {
        return "identity.profile";
    }

    @Override
    public String path() {
        return "/profile";
    }

    @Override
    public int order() {
        return 900;
    }
}

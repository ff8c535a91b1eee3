package vn.bamcoso.identity.account;

import org.springframework.stereotype.Component;
import vn.bamcoso.access.CurrentUser;
import vn.bamcoso.identity.AdministratorsArea;
import vn.bamcoso.shell.NavItem;

@Component
class AccountsNavigation implements NavItem {
    @Override
    public String group() {
        return "shell.nav.system";
    }

    @Override
    public String label() {
        return "identity.accounts";
    }

    @Override
    public String path() {
        return "/accounts";
    }

    @Override
    public int order() {
        return 910;
    }

    @Override
    public boolean shownTo(CurrentUser user) {
        return user.has(AdministratorsArea.ROLE);
    }
}

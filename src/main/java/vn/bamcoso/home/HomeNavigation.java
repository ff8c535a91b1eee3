package vn.bamcoso.home;

import org.springframework.stereotype.Component;
import vn.bamcoso.shell.NavItem;

/** The first line of everybody's rail. */
@Component
class HomeNavigation implements NavItem {
    @Override
    public String group() {
        return "";
    }

    @Override
    public String label() {
        return "home.title";
    }

    @Override
    public String path() {
        return "/";
    }

    @Override
    public int order() {
        return 0;
    }
}

package vn.bamcoso.territory.place;

import org.springframework.stereotype.Component;
import vn.bamcoso.shell.NavItem;

/** "Địa bàn" in the rail. */
@Component
class PlacesInRail implements NavItem {
    @Override
    public String group() {
        return "shell.nav.territory";
    }

    @Override
    public String label() {
        return "territory.title";
    }

    @Override
    public String path() {
        return "/places";
    }

    @Override
    public int order() {
        return 500;
    }
}

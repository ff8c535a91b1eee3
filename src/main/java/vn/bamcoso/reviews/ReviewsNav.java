package vn.bamcoso.reviews;

import org.springframework.stereotype.Component;
import vn.bamcoso.access.CurrentUser;
import vn.bamcoso.shell.NavItem;

@Component
class ReviewsNav implements NavItem {
    @Override
    public String group() {
        return "shell.nav.documents";
    }

    @Override
    public String label() {
        return "reviews.title";
    }

    @Override
    public String path() {
        return "/reviews";
    }

    @Override
    public int order() {
        return 410;
    }

    /** A review is the nation's; a periodic report a province's too. */
    @Override
    public boolean shownTo(CurrentUser user) {
        return user.has("ministry_office", "department", "leader", "records_clerk", "provincial_staff", "provincial_director");
    }
}

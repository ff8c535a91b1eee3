package vn.bamcoso.papers;

import org.springframework.stereotype.Component;
import vn.bamcoso.access.CurrentUser;
import vn.bamcoso.shell.NavItem;

@Component
class DocumentsNav implements NavItem {
    private final WaitingPapers waiting;

    DocumentsNav(WaitingPapers waiting) {
        this.waiting = waiting;
    }

    @Override
    public String group() {
        return "shell.nav.documents";
    }

    @Override
    public String label() {
        return "papers.title";
    }

    @Override
    public String path() {
        return "/documents";
    }

    @Override
    public int order() {
        return 420;
    }

    /** Administrators and auditors see no content. */
    @Override
    public boolean shownTo(CurrentUser user) {
        return user.roles().stream().anyMatch(role -> !role.equals("administrator") && !role.equals("auditor"));
    }

    @Override
    public int waiting(CurrentUser user) {
        return waiting.of(user).size();
    }
}

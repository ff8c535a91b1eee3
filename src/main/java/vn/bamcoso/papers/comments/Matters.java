package vn.bamcoso.papers.comments;

import java.util.List;
import org.springframework.stereotype.Component;
import vn.bamcoso.access.CurrentUser;
import vn.bamcoso.basics.Problem;

/** Finds the matter of a draft among those that rooms above offer. */
@Component
class Matters {
    private final List<Matter> all;

    Matters(List<Matter> all) {
        this.all = List.copyOf(all);
    }

    Matter of(String name) {
        return all.stream().filter(matter -> matter.name().equals(name)).findFirst().orElseThrow(() -> new IllegalStateException("no matter named " + name));
    }

    boolean mayRun(CurrentUser user, String name, long ref) {
        return user.id() == 0 || of(name).mayRun(user, ref);
    }

    /** @throws Problem forbidden */
    void requireRun(CurrentUser user, String name, long ref) {
        if (!mayRun(user, name, ref)) {
            throw Problem.forbidden("identity.problem.role-needed");
        }
    }
}

package vn.bamcoso.identity.signin;

import jakarta.servlet.http.HttpSession;
import java.util.Map;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;
import vn.bamcoso.access.CurrentUser;
import vn.bamcoso.audit.Trail;
import vn.bamcoso.basics.Problem;
import vn.bamcoso.identity.Accounts;
import vn.bamcoso.identity.Grants;

/** Somebody with several grants may act under one of them only, in this session, until another choice or signing out. */
@Component
public class ActingGrant {
    private final Grants grants;
    private final Accounts accounts;
    private final Trail trail;

    ActingGrant(Grants grants, Accounts accounts, Trail trail) {
        this.grants = grants;
        this.accounts = accounts;
        this.trail = trail;
    }

    /** @param grant one of the user's own that hold today; 0 for all of them */
    @Transactional
    public void choose(CurrentUser user, int grant, HttpSession session) {
        if (grant != 0 && grants.of(user.id(), accounts.today()).stream().noneMatch(held -> held.id() == grant)) {
            throw Problem.notFound();
        }
        session.setAttribute(SessionOfUser.ACTING_GRANT, grant);
        trail.write("identity.grant.chosen", "user:" + user.id(), null, Map.of("grant", grant));
    }
}

package vn.bamcoso.papers;

import org.springframework.stereotype.Component;
import vn.bamcoso.access.CurrentUser;
import vn.bamcoso.basics.Problem;
import vn.bamcoso.identity.Grants;

/** Who may do what with a document: looks up once what a person holds today, then answers from that ({@link Permit}). */
@Component
class Permits {
    private final Grants grants;

    Permits(Grants grants) {
        this.grants = grants;
    }

    Permit of(CurrentUser user) {
        return new Permit(user, user.id() == 0 ? java.util.List.of() : grants.of(user));
    }

    /** @throws Problem forbidden */
    void needDrafter(CurrentUser user, int issuingOffice, int draftingOffice) {
        if (!of(user).drafts(issuingOffice, draftingOffice)) {
            throw Problem.forbidden("papers.problem.not-drafter");
        }
    }
}

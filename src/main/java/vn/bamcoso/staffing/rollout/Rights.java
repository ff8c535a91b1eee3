package vn.bamcoso.staffing.rollout;

import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import org.springframework.stereotype.Component;
import vn.bamcoso.access.CurrentUser;
import vn.bamcoso.basics.Problem;
import vn.bamcoso.basics.Texts;
import vn.bamcoso.basics.VietnamTime;
import vn.bamcoso.documents.edge.EdgeCheck;
import vn.bamcoso.documents.spelling.Spelling;
import vn.bamcoso.identity.Grants;

/** Who may plan for an area and who may say what is ready at a place; and what is let in when it is typed. */
@Component
public class Rights {
    private static final List<String> PLANNERS = List.of("provincial_staff", "provincial_director", "ministry_office", "department");
    private static final List<String> AT_THE_PLACE = List.of("commune_chief", "commune_deputy", "commune_clerk");

    private final Grants grants;
    private final Clock clock;

    Rights(Grants grants, Clock clock) {
        this.grants = grants;
        this.clock = clock;
    }

    public LocalDate today() {
        return VietnamTime.today(clock);
    }

    /** Staff or director of what stands above the place, for the field organisation. */
    public boolean mayPlan(CurrentUser user, int placeId) {
        return may(PLANNERS, user, placeId, Programme.FIELD);
    }

    /** Those who may plan there, and the commune's own police. */
    public boolean maySay(CurrentUser user, int placeId, short field) {
        return may(PLANNERS, user, placeId, field) || may(AT_THE_PLACE, user, placeId, field);
    }

    public boolean mayPlan(CurrentUser user, int placeId, short field) {
        return may(PLANNERS, user, placeId, field);
    }

    private boolean may(List<String> roles, CurrentUser user, int placeId, short field) {
        return user.id() == 0 || roles.stream().anyMatch(role -> grants.mayFor(user, role, placeId, field));
    }

    /** @throws Problem forbidden */
    public void require(boolean allowed) {
        if (!allowed) {
            throw Problem.forbidden("identity.problem.role-needed");
        }
    }

    /**
     * A typed line in the house's spelling.
     *
     * @throws Problem refused when it is empty, or holds what this product does not keep
     */
    public String typed(String text) {
        String clean = Spelling.normalise(text.replace("\r\n", "\n").strip());
        if (clean.isEmpty()) {
            throw Problem.refused("rollout.problem.empty");
        }
        EdgeCheck.refuse(new EdgeCheck(today()).text(clean), Texts.VIETNAMESE);
        return clean;
    }

    /** The same, and null for nothing. */
    public @org.jspecify.annotations.Nullable String typedOrNone(String text) {
        return text.isBlank() ? null : typed(text);
    }
}

package vn.bamcoso.reporting.completeness;

import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import vn.bamcoso.access.CurrentUser;
import vn.bamcoso.basics.Problem;
import vn.bamcoso.identity.Grants;
import vn.bamcoso.reporting.submission.Desk;
import vn.bamcoso.territory.Place;
import vn.bamcoso.territory.Places;

/** The area that a user looks after, so that nobody is told "not sent" about reports that are only hidden. */
@Component
public class Area {
    private static final List<String> WITHOUT_CONTENT = List.of("administrator", "auditor");

    private final Grants grants;
    private final Places places;
    private final Desk desk;

    Area(Grants grants, Places places, Desk desk) {
        this.grants = grants;
        this.places = places;
        this.desk = desk;
    }

    /** The widest place that a grant of this user covers for this field; empty for who sees no reports. */
    public Optional<Place> of(CurrentUser user, short field) {
        return grants.widest(user, field, WITHOUT_CONTENT);
    }

    /**
     * The chosen place within that area, or the area itself.
     *
     * @throws Problem not found when it lies outside
     */
    public Place chosen(Place area, @Nullable String key) {
        if (key == null || key.isEmpty()) {
            return area;
        }
        Place chosen = places.byKey(key).orElseThrow(Problem::notFound);
        if (!places.holds(area.id(), chosen.id(), desk.today())) {
            throw Problem.notFound();
        }
        return chosen;
    }
}

package vn.bamcoso.home.picture;

import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;
import org.springframework.stereotype.Component;
import vn.bamcoso.access.CurrentUser;
import vn.bamcoso.figures.Indicator;
import vn.bamcoso.figures.Indicators;
import vn.bamcoso.figures.Pivot;
import vn.bamcoso.identity.Grants;
import vn.bamcoso.shell.Page;
import vn.bamcoso.territory.Places;
import vn.bamcoso.territory.TileMaps;

/** The picture of the area that a user answers for or reads about: the nation, a province, a commune. */
@Component
class Pictures {
    private final Grants grants;
    private final Places places;
    private final Indicators indicators;
    private final Pivot pivot;
    private final TileMaps maps;

    Pictures(Grants grants, Places places, Indicators indicators, Pivot pivot, TileMaps maps) {
        this.grants = grants;
        this.places = places;
        this.indicators = indicators;
        this.pivot = pivot;
        this.maps = maps;
    }

    /** Of the widest area in which the user may read, in the indicators of the fields of work that are the user's there. */
    Optional<Picture> of(CurrentUser user, Page page) {
        List<Grants.Grant> reading = grants.of(user).stream().filter(grant -> grant.placeId() != null && Wanted.READERS.contains(grant.role())).toList();
        if (reading.isEmpty()) {
            return Optional.empty();
        }
        int area = reading.getFirst().placeId();
        List<Short> fields = reading.stream().filter(grant -> grant.placeId() == area).map(Grants.Grant::field).toList();
        Predicate<String> mine = code -> indicators.byCode(code).map(Indicator::field).filter(field -> fields.contains(null) || fields.contains(field)).isPresent();
        return places.byId(area, page.today()).map(place -> new Drawing(pivot, maps, place, page, mine).picture()).filter(picture -> !picture.stats().isEmpty());
    }
}

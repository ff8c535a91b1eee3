package vn.bamcoso.home.unit;

import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;
import vn.bamcoso.access.CurrentUser;
import vn.bamcoso.basics.Sql;
import vn.bamcoso.basics.Texts;
import vn.bamcoso.basics.VietnamTime;
import vn.bamcoso.identity.Grants;
import vn.bamcoso.territory.Office;
import vn.bamcoso.territory.Offices;
import vn.bamcoso.territory.Place;
import vn.bamcoso.territory.Places;

/** Finds the unit at which a user works today: the first grant at an office of a commune or a province. */
@Component
class Units {
    private final Grants grants;
    private final Offices offices;
    private final Places places;
    private final JdbcClient jdbc;
    private final Clock clock;
    private final String from = Sql.beside(Units.class, "from.sql");

    Units(Grants grants, Offices offices, Places places, JdbcClient jdbc, Clock clock) {
        this.grants = grants;
        this.offices = offices;
        this.places = places;
        this.jdbc = jdbc;
        this.clock = clock;
    }

    @Transactional(readOnly = true)
    Optional<Unit> of(CurrentUser user, Texts texts) {
        LocalDate today = VietnamTime.today(clock);
        return grants.of(user).stream()
                .filter(grant -> grant.placeId() != null)
                .flatMap(grant -> offices.byId(grant.officeId(), today).stream())
                .filter(office -> office.kind().equals("commune") || office.kind().equals("provincial"))
                .findFirst()
                .flatMap(office -> places.byId(office.placeId(), today).map(place -> unit(office, place, today, texts)));
    }

    private Unit unit(Office office, Place place, LocalDate today, Texts texts) {
        Place above = place.parentId() == null ? null : places.byId(place.parentId(), today).orElse(null);
        String officeAbove = office.parentId() == null ? null : offices.byId(office.parentId(), today).map(Office::name).orElse(null);
        List<String> made = jdbc.sql(from).param("place", place.id()).param("day", today).query(String.class).list();
        return new Unit(office.name(), place, above, officeAbove, made, kinds(place, today, texts));
    }

    private @Nullable String kinds(Place place, LocalDate today, Texts texts) {
        if (!place.level().equals("province")) {
            return null;
        }
        Map<String, Long> counts = places.children(place.id(), today).stream().collect(Collectors.groupingBy(Place::kind, TreeMap::new, Collectors.counting()));
        return counts.entrySet().stream().map(kind -> texts.get("home.unit.kind." + kind.getKey(), kind.getValue())).collect(Collectors.joining(", "));
    }
}

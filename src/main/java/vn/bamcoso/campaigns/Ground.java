package vn.bamcoso.campaigns;

import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import vn.bamcoso.access.CurrentUser;
import vn.bamcoso.basics.Problem;
import vn.bamcoso.basics.VietnamTime;
import vn.bamcoso.figures.Level;
import vn.bamcoso.identity.Grants;
import vn.bamcoso.territory.Place;
import vn.bamcoso.territory.Places;

/** Whose campaign it is to look at and to cut: the area of who asks, and what lies below a place on a day. */
@Component
public class Ground {
    private static final List<String> WITHOUT_CONTENT = List.of("administrator", "auditor", "gazetteer_keeper");

    private final Grants grants;
    private final Places places;
    private final JdbcClient jdbc;
    private final Clock clock;

    Ground(Grants grants, Places places, JdbcClient jdbc, Clock clock) {
        this.grants = grants;
        this.places = places;
        this.jdbc = jdbc;
        this.clock = clock;
    }

    public LocalDate today() {
        return VietnamTime.today(clock);
    }

    /** Up to which day a campaign is looked at when nobody says: today, or its deadline when that is over. */
    public LocalDate dayOf(Campaign campaign) {
        return campaign.deadline().isBefore(today()) ? campaign.deadline() : today();
    }

    /** The widest place that a grant of this user covers for the field; empty for who sees no figures of it. */
    public Optional<Place> area(CurrentUser user, short field) {
        return grants.widest(user, field, WITHOUT_CONTENT);
    }

    /** @throws Problem not found for who sees no figures of the campaign's field */
    public Place requireArea(CurrentUser user, Campaign campaign) {
        return area(user, campaign.field()).orElseThrow(Problem::notFound);
    }

    /** Whether this user cuts what the place was given, or sets it: the ministry for the nation, a province for its communes. */
    public boolean mayCut(CurrentUser user, Campaign campaign, Place within) {
        if (user.id() == 0) {
            return true;
        }
        boolean ministry = user.has("ministry_office", "department");
        boolean province = user.has("provincial_staff", "provincial_director");
        Optional<Place> area = area(user, campaign.field());
        return area.isPresent() && switch (within.level()) {
            case "nation" -> ministry && area.get().level().equals("nation");
            case "province" -> province && area.get().level().equals("province") && places.holds(area.get().id(), within.id(), today());
            default -> false;
        };
    }

    /** The level of the parts of a place. */
    public static Level below(Place place) {
        return place.level().equals("nation") ? Level.PROVINCE : Level.COMMUNE;
    }

    /** The parts of a place on the map of a day, by code. */
    public List<Place> parts(Place within, LocalDate day) {
        return jdbc.sql("""
                        select p.* from territory.pub_place p
                        join territory.pub_reach r on r.vintage_id = territory.vintage_of(:day) and r.place_id = p.place_id and r.ancestor_id = :within
                        where p.level = :level and p.valid_from <= :day and :day < p.valid_to order by p.code""")
                .param("day", day)
                .param("within", within.id())
                .param("level", below(within).code())
                .query((row, n) -> Place.read(row))
                .list();
    }
}

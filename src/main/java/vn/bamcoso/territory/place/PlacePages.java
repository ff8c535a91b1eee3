package vn.bamcoso.territory.place;

import java.time.LocalDate;
import java.util.LinkedList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;
import vn.bamcoso.basics.Sql;
import vn.bamcoso.territory.Offices;
import vn.bamcoso.territory.Place;
import vn.bamcoso.territory.Places;

/** Gathers what the pages of places show. */
@Component
class PlacePages {
    private static final String LIFE = Sql.beside(PlacePages.class, "life.sql");
    private static final String PARTS = Sql.beside(PlacePages.class, "provinces.sql");
    private final JdbcClient jdbc;
    private final Places places;
    private final Offices offices;
    private final PlaceLists lists;
    private final Lineage lineage;

    PlacePages(JdbcClient jdbc, Places places, Offices offices, PlaceLists lists, Lineage lineage) {
        this.jdbc = jdbc;
        this.places = places;
        this.offices = offices;
        this.lists = lists;
        this.lineage = lineage;
    }

    /** @param on a day to look at the place on; null for the day of its key */
    @Transactional(readOnly = true)
    PlacePage of(Place found, LocalDate keyDay, @Nullable LocalDate on) {
        Place place = on == null ? found : places.byId(found.id(), on).orElse(found);
        boolean alive = on != null && place.holdsOn(on);
        LocalDate day = alive ? on : keyDay;
        var way = new LinkedList<Place>();
        for (Integer above = place.parentId(); above != null; above = way.getFirst().parentId()) {
            way.addFirst(places.byId(above, day).orElseThrow());
        }
        if (!way.isEmpty()) {
            way.removeFirst();
        }
        return new PlacePage(
                place,
                day,
                on == null || alive ? null : on,
                on == null || alive ? List.of() : standing(place.id(), on),
                List.copyOf(way),
                jdbc.sql(LIFE).param("id", place.id()).query(LifeState::read).list(),
                lineage.predecessors(place.id()),
                lineage.successors(place.id()),
                lists.kinds(place.id(), day),
                parts(place.id(), day),
                offices.serving(place.id(), day).orElse(null),
                jdbc.sql("select name, value, source from territory.attribute where place_id = :id and valid_from <= :day and :day < valid_to order by name, value")
                        .param("id", place.id())
                        .param("day", day)
                        .query(Attribute.class)
                        .list());
    }

    @Transactional(readOnly = true)
    List<Part> parts(int within, LocalDate day) {
        return jdbc.sql(PARTS).param("within", within).param("day", day).query(Part.class).list();
    }

    /** First days of all maps, newest first, without the open beginning. */
    @Transactional(readOnly = true)
    List<LocalDate> mapDays() {
        return jdbc.sql("select valid_from from territory.vintage where valid_from > '-infinity' order by valid_from desc").query(LocalDate.class).list();
    }

    /** The smallest places of that day's map that contain the place. */
    private List<Place> standing(int place, LocalDate on) {
        return jdbc.sql("""
                        select p.* from territory.pub_reach r
                        join territory.pub_place p on p.place_id = r.ancestor_id and p.valid_from <= :on and :on < p.valid_to
                        where r.vintage_id = (select territory.vintage_of(:on)) and r.place_id = :place and r.level <> 'nation'
                        order by array_position(array['commune', 'district', 'province'], r.level), r.share desc""")
                .param("on", on)
                .param("place", place)
                .query((row, n) -> Place.read(row))
                .list();
    }
}

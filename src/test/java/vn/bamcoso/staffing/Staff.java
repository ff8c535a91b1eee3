package vn.bamcoso.staffing;

import java.time.LocalDate;
import java.util.concurrent.atomic.AtomicInteger;
import org.springframework.stereotype.Component;
import vn.bamcoso.identity.TestUsers;
import vn.bamcoso.identity.TestUsers.Person;
import vn.bamcoso.territory.Offices;
import vn.bamcoso.territory.Place;
import vn.bamcoso.territory.Places;

/** Officers and posts of these tests: two communes of today's Tuyên Quang for each test, so that no test counts another's. */
@Component
class Staff {
    static final LocalDate TODAY = LocalDate.of(2026, 11, 21);
    static final LocalDate SINCE = LocalDate.of(2025, 7, 1);
    private static final AtomicInteger PAIRS = new AtomicInteger();
    private static final AtomicInteger NUMBERS = new AtomicInteger();

    private final TestUsers users;
    private final Places places;
    private final Offices offices;

    Staff(TestUsers users, Places places, Offices offices) {
        this.users = users;
        this.places = places;
        this.offices = offices;
    }

    record Pair(Place a, Place b, int officeA, int officeB, Place province, Person staff) {}

    Pair pair() {
        int n = PAIRS.getAndIncrement();
        Place province = places.byKey("P08@2026-11-21").orElseThrow();
        var communes = places.children(province.id(), TODAY);
        Place a = communes.get(60 + 2 * n);
        Place b = communes.get(61 + 2 * n);
        return new Pair(a, b, office(a), office(b), province, users.person("tochuc." + n, "provincial_staff", office(province)));
    }

    int office(Place place) {
        return offices.serving(place.id(), TODAY).orElseThrow().id();
    }

    /** An officer with a full post since 1 July 2025. @return staffing.officer.id */
    int officer(Place place, int title) {
        return officer(place, office(place), title, SINCE);
    }

    int officer(Place place, int office, int title, LocalDate since) {
        return users.asOwner(jdbc -> {
            int id = jdbc.sql("""
                            insert into staffing.officer (number, name, birth_year, sex, ethnic_group, rank, education, entered_on, home, place_id)
                            values (:number, 'Nguyễn Văn Thử', 1990, 'm', 'Kinh', 'dai_uy', 'dai_hoc', '2012-01-01', :home, :place) returning id""")
                    .param("number", "T" + NUMBERS.incrementAndGet()).param("home", place.home()).param("place", place.id()).query(Integer.class).single();
            jdbc.sql("""
                            insert into staffing.posting (officer_id, office_id, title_id, kind, valid_from, valid_to, reason, decision, recorded_by, known_from, home, place_id)
                            values (:id, :office, :title, 'full', :since, 'infinity', 'transfer', '1/QĐ', 0, :known, :home, :place)""")
                    .param("id", id).param("office", office).param("title", title).param("since", since).param("known", since.atStartOfDay()).param("home", place.home()).param("place", place.id()).update();
            return id;
        });
    }

    void posts(Place place, int title, int number) {
        users.asOwner(jdbc -> jdbc.sql("""
                        insert into staffing.post (office_id, title_id, number, least, valid_from, valid_to, decision, set_by, set_at, home, place_id)
                        values (:office, :title, :number, 3, '2025-07-01', 'infinity', '1/QĐ', 0, now(), :home, :place)""")
                .param("office", office(place)).param("title", title).param("number", number).param("home", place.home()).param("place", place.id()).update());
    }

    String number(int officer) {
        return users.asOwner(jdbc -> jdbc.sql("select number from staffing.officer where id = ?").param(officer).query(String.class).single());
    }

    int holders(Place place, LocalDate day) {
        return users.asOwner(jdbc -> jdbc.sql("select count(*)::int from staffing.posting where place_id = ? and kind = 'full' and valid_from <= ? and valid_to > ?")
                .param(place.id()).param(day).param(day).query(Integer.class).single());
    }
}

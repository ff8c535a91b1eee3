package vn.bamcoso.reporting;

import java.time.LocalDate;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import vn.bamcoso.identity.TestUsers;
import vn.bamcoso.identity.TestUsers.Person;
import vn.bamcoso.territory.Place;
import vn.bamcoso.territory.Places;

/** The people of these tests: a clerk, a chief and a deputy of one commune, the province above it, another province, the ministry. */
@Component
class DongVan {
    static final LocalDate TODAY_MAP = LocalDate.of(2026, 11, 21);
    private static final AtomicInteger TEAMS = new AtomicInteger();

    private static final List<String> PROVINCES = List.of("P08@2026-11-21", "P38@2026-11-21", "P25@2026-11-21"); // each with more than a hundred communes
    private static final AtomicInteger PAIRS = new AtomicInteger();

    private record Pair(Place province, Place commune, Place neighbour) {}

    private final TestUsers users;
    private final JdbcClient jdbc;
    private final Places places;

    DongVan(TestUsers users, JdbcClient jdbc, Places places) {
        this.users = users;
        this.jdbc = jdbc;
        this.places = places;
    }

    /** @param commune Xã Đồng Văn of Tuyên Quang, or the next one for the next test; when that province is used up, of another */
    record Team(Place commune, Place province, int office, Person clerk, Person chief, Person deputy, Person staff, Person director, Person otherProvince, Person ministry, Person neighbour) {}

    /** A commune of its own for each test, so that no test depends on another's rows. */
    Team team() {
        int number = TEAMS.getAndIncrement();
        Place other = places.byKey("P01@2026-11-21").orElseThrow();
        Pair pair = next();
        Place province = pair.province();
        Place commune = pair.commune();
        Place neighbour = pair.neighbour();
        String n = "." + number;
        return new Team(
                commune, province, office(commune.id()),
                users.person("tonghop" + n, "commune_clerk", office(commune.id())),
                users.person("truong" + n, "commune_chief", office(commune.id())),
                users.person("pho" + n, "commune_deputy", office(commune.id())),
                users.person("thammuu" + n, "provincial_staff", office(province.id())),
                users.person("giamdoc" + n, "provincial_director", office(province.id())),
                users.person("hanoi" + n, "provincial_staff", office(other.id())),
                users.person("vanphong" + n, "ministry_office", ministry()),
                users.person("langgieng" + n, "commune_clerk", office(neighbour.id())));
    }

    /** The next two communes for which nobody has begun a report. */
    private Pair next() {
        while (true) {
            Pair pair = pair(PAIRS.getAndIncrement());
            boolean begun = users.asOwner(owner -> owner.sql("select exists (select from reporting.submission where place_id in (?, ?))").params(pair.commune().id(), pair.neighbour().id()).query(Boolean.class).single());
            if (!begun) {
                return pair;
            }
        }
    }

    private Pair pair(int number) {
        int left = number;
        for (String key : PROVINCES) {
            Place province = places.byKey(key).orElseThrow();
            List<Place> communes = places.children(province.id(), TODAY_MAP);
            if (left < communes.size() / 2) {
                return new Pair(province, communes.get(2 * left), communes.get(2 * left + 1));
            }
            left -= communes.size() / 2;
        }
        throw new IllegalStateException("more tests than communes");
    }

    int office(int placeId) {
        return jdbc.sql("select office_id from territory.pub_office where place_id = :place and kind in ('commune', 'provincial') and valid_from <= :day and :day < valid_to")
                .param("place", placeId)
                .param("day", TODAY_MAP)
                .query(Integer.class)
                .single();
    }

    private int ministry() {
        return jdbc.sql("select office_id from territory.pub_office where kind = 'ministry' and valid_from <= :day and :day < valid_to").param("day", TODAY_MAP).query(Integer.class).single();
    }
}

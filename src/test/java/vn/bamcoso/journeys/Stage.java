package vn.bamcoso.journeys;

import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.springframework.core.env.Environment;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import vn.bamcoso.identity.TestUsers;
import vn.bamcoso.identity.TestUsers.Person;
import vn.bamcoso.territory.Place;
import vn.bamcoso.territory.Places;

/**
 * Where the journeys play: communes of Lai Châu, each used by one journey only, and the people who work there. What must
 * have happened before a journey begins is done over HTTP, as in life.
 */
@Component
class Stage {
    static final String QUARTER = "2026-Q3"; // 15/6 to 14/9/2026, over; due 16/9
    private static final LocalDate TODAY = LocalDate.of(2026, 11, 21);

    private final TestUsers users;
    private final Places places;
    private final JdbcClient jdbc;
    private final Environment environment;
    private int taken;

    Stage(TestUsers users, Places places, JdbcClient jdbc, Environment environment) {
        this.users = users;
        this.places = places;
        this.jdbc = jdbc;
        this.environment = environment;
    }

    String address() {
        return "http://127.0.0.1:" + environment.getProperty("local.server.port");
    }

    Place province() {
        return places.byKey("P12@2026-11-21").orElseThrow();
    }

    /** A commune that no other journey uses. */
    synchronized Place commune() {
        return places.children(province().id(), TODAY).get(taken++);
    }

    /** Somebody with one role at the office that serves a place. */
    Person person(String name, String role, Place place) {
        return users.person(name, role, office(place));
    }

    /** Somebody at the ministry, or at one of its departments by its sign. */
    Person person(String name, String role, String sign) {
        int office = jdbc.sql("""
                        select office_id from territory.pub_office
                        where (kind = 'ministry' and :sign = 'BCA' or kind = 'department' and code = :sign) and valid_from <= :day and :day < valid_to""")
                .param("sign", sign)
                .param("day", TODAY)
                .query(Integer.class)
                .single();
        return users.person(name, role, office);
    }

    private int office(Place place) {
        return jdbc.sql("select office_id from territory.pub_office where place_id = :place and kind in ('commune', 'provincial') and valid_from <= :day and :day < valid_to")
                .param("place", place.id())
                .param("day", TODAY)
                .query(Integer.class)
                .single();
    }

    /** Signs in at the page, as a person does. */
    Visitor enter(Person person) {
        return signIn(Browser.visitor(address()), person);
    }

    /** The same over a line with TLS. */
    Visitor enter(Person person, Line line) {
        return signIn(Browser.overTls(line.address()), person);
    }

    Visitor enterWithoutJavaScript(Person person) {
        return signIn(Browser.withoutJavaScript(address()), person);
    }

    static Visitor signIn(Visitor visitor, Person person) {
        visitor.go("/signin");
        visitor.field("Tên đăng nhập").fill(person.login());
        visitor.field("Mật khẩu").fill(TestUsers.PASSWORD);
        visitor.button("Đăng nhập").click();
        visitor.page.waitForURL("**/");
        return visitor;
    }

    /** A quarterly report of this commune, presented to its chief. */
    long presented(Place commune, Person clerk) {
        var browser = users.signIn(clerk);
        String location = browser.post("/forms/ket-qua-cong-tac/submissions", Map.of("place", String.valueOf(commune.id()), "period", QUARTER)).location();
        long id = Long.parseLong(location.split("/")[2]);
        var fields = new java.util.HashMap<String, String>();
        List.of("security_reports=34", "crime_tips=6", "cases_resolved=21", "cases_cleared=3", "subjects_cleared=4", "administrative_penalties=12", "communication_conferences=7",
                        "communication_attendances=610", "models_community=9", "models_agency=2", "collective_commendations=0", "individual_commendations=1")
                .forEach(cell -> fields.put("v." + cell.split("=")[0], cell.split("=")[1]));
        fields.put("lock", String.valueOf(lock(browser, id)));
        browser.post("/submissions/" + id + "/presentation", fields);
        return id;
    }

    /** The same, signed and sent to the province. */
    long sent(Place commune, Person clerk, Person chief) {
        long id = presented(commune, clerk);
        var browser = users.signIn(chief);
        browser.post("/submissions/" + id + "/sending", Map.of("lock", String.valueOf(lock(browser, id))));
        return id;
    }

    private static int lock(vn.bamcoso.identity.Browser browser, long id) {
        Matcher lock = Pattern.compile("name=\"lock\" value=\"(\\d+)\"").matcher(browser.get("/submissions/" + id).body());
        return lock.find() ? Integer.parseInt(lock.group(1)) : 0;
    }
}

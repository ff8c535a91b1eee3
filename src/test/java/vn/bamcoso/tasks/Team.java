package vn.bamcoso.tasks;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import vn.bamcoso.basics.Texts;
import vn.bamcoso.identity.TestUsers;
import vn.bamcoso.identity.TestUsers.Person;
import vn.bamcoso.tasks.issuing.Drafting;
import vn.bamcoso.tasks.issuing.Issuing;
import vn.bamcoso.territory.Place;
import vn.bamcoso.territory.Places;

/** The people of these tests: the Ministry Office, a department, two provinces, and communes of Tuyên Quang; and a task as they issue it. */
@Component
class Team {
    static final LocalDate MAP = LocalDate.of(2026, 11, 21);
    private static final AtomicInteger COMMUNES = new AtomicInteger();

    private final TestUsers users;
    private final JdbcClient jdbc;
    private final Places places;
    private final Drafting drafting;
    private final Issuing issuing;
    private final Tasks tasks;

    final int ministry;
    final int v01;
    final int tuyenQuang;
    final int haNoi;

    Team(TestUsers users, JdbcClient jdbc, Places places, Drafting drafting, Issuing issuing, Tasks tasks) {
        this.users = users;
        this.jdbc = jdbc;
        this.places = places;
        this.drafting = drafting;
        this.issuing = issuing;
        this.tasks = tasks;
        ministry = jdbc.sql("select office_id from territory.pub_office where kind = 'ministry'").query(Integer.class).single();
        v01 = jdbc.sql("select office_id from territory.pub_office where code = 'V01'").query(Integer.class).single();
        tuyenQuang = office("P08@2026-11-21");
        haNoi = office("P01@2026-11-21");
    }

    Person office() {
        return users.person("nhiemvu.vanphong", "ministry_office", v01);
    }

    Person director() {
        return users.person("nhiemvu.giamdoc", "provincial_director", tuyenQuang);
    }

    Person otherProvince() {
        return users.person("nhiemvu.hanoi", "provincial_staff", haNoi);
    }

    Person chief(int commune) {
        return users.person("nhiemvu.truong" + commune, "commune_chief", commune);
    }

    Person clerk(int commune) {
        return users.person("nhiemvu.tonghop" + commune, "commune_clerk", commune);
    }

    /** A commune office of Tuyên Quang that no other test uses. */
    int commune() {
        Place province = places.byKey("P08@2026-11-21").orElseThrow();
        return office(places.children(province.id(), MAP).get(COMMUNES.getAndIncrement()).key());
    }

    int office(String placeKey) {
        return jdbc.sql("select office_id from territory.pub_office where place_id = :place and kind in ('commune', 'provincial') and valid_from <= :day and :day < valid_to")
                .param("place", places.byKey(placeKey).orElseThrow().id()).param("day", MAP).query(Integer.class).single();
    }

    static Drafting.Draft draft(int issuer, String title, List<Integer> offices, @Nullable LocalDate due) {
        return new Drafting.Draft(issuer, null, "", null, "key", null, (short) 7, title, "Báo cáo kết quả", "Lãnh đạo Bộ", "offices", offices, List.of(), "head", DueRule.DAY, due, "", List.of(), List.of(), null, null, null);
    }

    static Drafting.Draft bound(Drafting.Draft draft, String indicator, BigDecimal target) {
        return new Drafting.Draft(draft.officeId(), draft.directiveId(), draft.article(), draft.shareId(), draft.kind(), draft.number(), draft.field(), draft.title(), draft.deliverable(), draft.authority(), draft.audience(),
                draft.offices(), draft.bodies(), draft.post(), draft.rule(), draft.due(), draft.dueNote(), draft.cooperating(), draft.monitoring(), indicator, target, "at_least");
    }

    /** Issues it; to one office: its share. */
    long issued(Person by, Drafting.Draft draft) {
        int task = users.as(by, () -> drafting.open(draft));
        users.as(by, () -> issuing.issue(task, tasks.get(task).version(), Texts.vi()));
        return users.in(by, () -> jdbc.sql("select min(id) from tasks.share where task_id = :task").param("task", task).query(Long.class).single());
    }
}

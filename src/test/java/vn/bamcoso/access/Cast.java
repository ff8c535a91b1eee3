package vn.bamcoso.access;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import vn.bamcoso.access.Scratch.Row;

/** Rows of two provinces, three fields and two times, and ten people of whom it is known by hand which of them they reach. */
final class Cast {
    /** Null user: nobody is bound. {@code persons}: whether the role opens records of persons. */
    record Person(String who, @Nullable CurrentUser user, Set<String> reads, Set<String> writes, boolean persons) {}

    static final String PERSONNEL = "Đồng Văn nay, nhân sự";

    private static final int SECURITY = 4;
    private static final int MOVEMENT = 6;

    final Map<String, Row> rows = new LinkedHashMap<>();
    final List<Person> people = new ArrayList<>();
    private final Scratch scratch;

    Cast(Scratch scratch) {
        this.scratch = scratch;
        int dongVan = scratch.place("C00721@2025-07-01");
        int mergedIntoDongVan = scratch.one("""
                select p.place_id from territory.pub_reach r join territory.pub_place p on p.place_id = r.place_id
                where r.ancestor_id = %d and r.vintage_id = territory.vintage_of(date '2026-01-01') and p.home = 2 and p.level = 'commune'
                and p.valid_to = date '2025-07-01' order by 1 limit 1""".formatted(dongVan));
        int elsewhereInTuyenQuang = scratch.one("select place_id from territory.pub_place where level = 'commune' and home = 8 and valid_to = date '2025-07-01' order by 1 limit 1");
        int haNoi = scratch.one("select place_id from territory.pub_place where level = 'commune' and home = 1 and valid_to = date '2025-07-01' order by 1 limit 1");
        rows.put("Hà Giang cũ, an ninh", new Row(SECURITY, 2, mergedIntoDongVan));
        rows.put("Hà Giang cũ, phong trào", new Row(MOVEMENT, 2, mergedIntoDongVan));
        rows.put("Đồng Văn nay, an ninh", new Row(SECURITY, 2, dongVan));
        rows.put("Tuyên Quang cũ, an ninh", new Row(SECURITY, 8, elsewhereInTuyenQuang));
        rows.put("Hà Nội, an ninh", new Row(SECURITY, 1, haNoi));
        rows.put("Hà Nội, phong trào", new Row(MOVEMENT, 1, haNoi));
        rows.put(PERSONNEL, new Row(9, 2, dongVan));
        rows.put("cả nước, an ninh", new Row(SECURITY, 0, scratch.place("NVN@2025-07-01")));

        int tuyenQuang = scratch.office("provincial", scratch.place("P08@2025-07-01"));
        Set<String> all = rows.keySet();
        Set<String> ofTuyenQuang = Set.of("Hà Giang cũ, an ninh", "Đồng Văn nay, an ninh", "Tuyên Quang cũ, an ninh");
        Set<String> ofDongVan = Set.of("Hà Giang cũ, an ninh", "Hà Giang cũ, phong trào", "Đồng Văn nay, an ninh", PERSONNEL);
        Set<String> movement = Set.of("Hà Giang cũ, phong trào", "Hà Nội, phong trào");
        person("tham mưu Tuyên Quang, an ninh", "provincial_staff", tuyenQuang, SECURITY, ofTuyenQuang, ofTuyenQuang);
        person("Hà Nội, phong trào", "provincial_staff", scratch.office("provincial", scratch.place("P01@2025-07-01")), MOVEMENT,
                Set.of("Hà Nội, phong trào"), Set.of("Hà Nội, phong trào"));
        person("trưởng Công an xã Đồng Văn", "commune_chief", scratch.office("commune", dongVan), null, ofDongVan, ofDongVan);
        person("V05, phong trào", "department", scratch.one("select office_id from territory.pub_office where code = 'V05'"), MOVEMENT, movement, movement);
        person("lãnh đạo Bộ", "leader", scratch.one("select office_id from territory.pub_office where kind = 'ministry'"), null, all, Set.of());
        person("văn thư Bộ", "records_clerk", scratch.one("select office_id from territory.pub_office where kind = 'ministry'"), null, all, all);
        person("quản trị", "administrator", scratch.one("select office_id from territory.pub_office where kind = 'ministry'"), null, Set.of(), Set.of());
        person("Công an tỉnh Hà Giang, đã kết thúc", "provincial_staff", scratch.office("provincial", scratch.place("P02@2024-01-01")), null, Set.of(), Set.of());
        people.add(new Person("chương trình", CurrentUser.SYSTEM, all, all, true));
        people.add(new Person("không ai", null, Set.of(), Set.of(), false));
    }

    private void person(String who, String role, int office, @Nullable Integer field, Set<String> reads, Set<String> writes) {
        int id = scratch.superuser.sql("insert into identity.app_user (login, name) values (:login, :name) returning id")
                .param("login", "nguoi" + people.size())
                .param("name", who)
                .query(Integer.class)
                .single();
        scratch.superuser.sql("insert into identity.user_grant (user_id, role, office_id, field, valid_from, valid_to, given_by) values (:id, :role, :office, :field, '2020-01-01', '2100-01-01', 0)")
                .param("id", id)
                .param("role", role)
                .param("office", office)
                .param("field", field, java.sql.Types.SMALLINT)
                .update();
        people.add(new Person(who, new CurrentUser(id, who, 0, "test", Set.of(role)), reads, writes, !role.equals("records_clerk")));
    }
}

package vn.bamcoso.access;

import com.zaxxer.hikari.HikariDataSource;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.springframework.dao.DataAccessException;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.support.TransactionTemplate;
import vn.bamcoso.access.Scratch.Row;
import vn.bamcoso.store.Database;

/** Seven rows in every protected table, nine people who try everything on them, through one connection. */
final class PolicyProbe implements AutoCloseable {
    /** Null user: nobody is bound. */
    private record Person(String who, @Nullable CurrentUser user, Set<String> reads, Set<String> writes) {}

    private static final int SECURITY = 4;
    private static final int MOVEMENT = 6;

    private final Scratch scratch;
    private final HikariDataSource pool;
    private final JdbcClient app;
    private final TransactionTemplate transaction;
    private final Map<String, Row> rows = new LinkedHashMap<>();
    private final List<Person> people = new ArrayList<>();

    PolicyProbe(Database database) {
        scratch = new Scratch(database);
        pool = database.pool(1);
        app = JdbcClient.create(pool);
        transaction = new TransactionTemplate(new ScopedTransactions(pool));
        nameRowsAndPeople();
        scratch.removeEverythingButPolicies();
        for (String table : scratch.tables("relrowsecurity")) {
            if (scratch.columns(table).containsAll(List.of("field", "home", "place_id"))) {
                rows.values().forEach(row -> scratch.superuser.sql(insert(table, row, 100)).update());
            }
        }
    }

    /** The rows differ by number, those that are there from those that people try to add. */
    private String insert(String table, Row row, int from) {
        return scratch.insert(table, row, from + List.copyOf(rows.values()).indexOf(row));
    }

    private void nameRowsAndPeople() {
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
        rows.put("cả nước, an ninh", new Row(SECURITY, 0, scratch.place("NVN@2025-07-01")));

        int tuyenQuang = scratch.office("provincial", scratch.place("P08@2025-07-01"));
        Set<String> all = rows.keySet();
        Set<String> ofTuyenQuang = Set.of("Hà Giang cũ, an ninh", "Đồng Văn nay, an ninh", "Tuyên Quang cũ, an ninh");
        Set<String> ofDongVan = Set.of("Hà Giang cũ, an ninh", "Hà Giang cũ, phong trào", "Đồng Văn nay, an ninh");
        Set<String> movement = Set.of("Hà Giang cũ, phong trào", "Hà Nội, phong trào");
        person("tham mưu Tuyên Quang, an ninh", "provincial_staff", tuyenQuang, SECURITY, ofTuyenQuang, ofTuyenQuang);
        person("Hà Nội, phong trào", "provincial_staff", scratch.office("provincial", scratch.place("P01@2025-07-01")), MOVEMENT,
                Set.of("Hà Nội, phong trào"), Set.of("Hà Nội, phong trào"));
        person("trưởng Công an xã Đồng Văn", "commune_chief", scratch.office("commune", dongVan), null, ofDongVan, ofDongVan);
        person("V05, phong trào", "department", scratch.one("select office_id from territory.pub_office where code = 'V05'"), MOVEMENT, movement, movement);
        person("lãnh đạo Bộ", "leader", scratch.one("select office_id from territory.pub_office where kind = 'ministry'"), null, all, Set.of());
        person("quản trị", "administrator", scratch.one("select office_id from territory.pub_office where kind = 'ministry'"), null, Set.of(), Set.of());
        person("Công an tỉnh Hà Giang, đã kết thúc", "provincial_staff", scratch.office("provincial", scratch.place("P02@2024-01-01")), null, Set.of(), Set.of());
        people.add(new Person("chương trình", CurrentUser.SYSTEM, all, all));
        people.add(new Person("không ai", null, Set.of(), Set.of()));
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
        people.add(new Person(who, new CurrentUser(id, who, 0, "test", Set.of(role)), reads, writes));
    }

    /** What each person can do to a table and should not, or cannot and should; empty when all is well. */
    List<String> violations(String table) {
        return violations(table, Integer.MAX_VALUE);
    }

    private List<String> violations(String table, int enough) {
        var found = new ArrayList<String>();
        for (Person person : people) {
            if (found.size() >= enough) {
                break;
            }
            before(table);
            compare(found, person, "reads", person.reads(), as(person, () -> visible(table, "select field, home, place_id from " + table)));
            compare(found, person, "changes", person.writes(),
                    as(person, () -> visible(table, "update " + table + " set field = field returning field, home, place_id")));
            compare(found, person, "removes", person.writes(), as(person, () -> visible(table, "delete from " + table + " returning field, home, place_id")));
            var added = new TreeSet<String>();
            rows.forEach((name, row) -> {
                if (succeeds(person, insert(table, row, 200))) {
                    added.add(name);
                }
            });
            compare(found, person, "adds", person.writes(), added);
            if (!person.writes().isEmpty() && person.writes().size() < rows.size()
                    && succeeds(person, "update " + table + " set field = 5, home = 79, place_id = 0")) {
                found.add(person.who() + " moves rows out of his own scope");
            }
        }
        return found;
    }

    /** As {@link #violations}, with one policy letting everything pass. */
    List<String> withLoosePolicy(String table, String policy) {
        String loose = switch (policy) {
            case "scope_add" -> "with check (true)";
            case "scope_change" -> "using (true) with check (true)";
            default -> "using (true)";
        };
        String strict = scratch.one("select pg_get_expr(coalesce(polqual, polwithcheck), polrelid) from pg_policy where polrelid = '" + table + "'::regclass and polname = '" + policy + "'", String.class);
        scratch.superuser.sql("alter policy " + policy + " on " + table + " " + loose).update();
        try {
            return violations(table, 1);
        } finally {
            scratch.superuser.sql("alter policy " + policy + " on " + table + " " + loose.replace("(true)", "(" + strict + ")")).update();
        }
    }

    List<String> withoutRowSecurity(String table) {
        scratch.superuser.sql("alter table " + table + " disable row level security").update();
        try {
            return violations(table, 1);
        } finally {
            scratch.superuser.sql("alter table " + table + " enable row level security").update();
        }
    }

    /** Somebody who sees everything has just used the only connection. */
    private void before(String table) {
        CurrentUser.SYSTEM.run(() -> transaction.executeWithoutResult(running -> app.sql("select count(*) from " + table).query(Long.class).single()));
    }

    private Set<String> as(Person person, Supplier<Set<String>> work) {
        Supplier<Set<String>> rolledBack = () -> transaction.execute(running -> {
            running.setRollbackOnly();
            return work.get();
        });
        return person.user() == null ? rolledBack.get() : person.user().call(rolledBack::get);
    }

    private boolean succeeds(Person person, String command) {
        try {
            as(person, () -> {
                app.sql(command).update();
                return Set.of();
            });
            return true;
        } catch (DataAccessException refused) {
            if (!String.valueOf(refused.getMostSpecificCause().getMessage()).contains("row-level security")) {
                throw refused;
            }
            return false;
        }
    }

    private Set<String> visible(String table, String question) {
        var names = new TreeSet<String>();
        app.sql(question).query((row, n) -> new Row(row.getInt(1), row.getInt(2), row.getInt(3))).list()
                .forEach(seen -> names.add(rows.entrySet().stream().filter(entry -> entry.getValue().equals(seen)).findFirst().orElseThrow().getKey()));
        return names;
    }

    private static void compare(List<String> found, Person person, String what, Set<String> should, Set<String> does) {
        if (!should.equals(does)) {
            found.add(person.who() + " " + what + " " + does + ", should " + new TreeSet<>(should));
        }
    }

    Scratch scratch() {
        return scratch;
    }

    @Override
    public void close() {
        pool.close();
        scratch.close();
    }
}

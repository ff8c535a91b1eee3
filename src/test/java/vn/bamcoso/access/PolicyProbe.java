package vn.bamcoso.access;

import com.zaxxer.hikari.HikariDataSource;
import java.util.ArrayList;
import java.util.HashMap;
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

    /** By which a following row names the row that it follows. */
    private static final String PARENT = "paper_id";
    private static final String HOUSE_KEY = "field || ' ' || home || ' ' || place_id";
    private static final int SECURITY = 4;
    private static final int MOVEMENT = 6;

    private final Scratch scratch;
    private final HikariDataSource pool;
    private final JdbcClient app;
    private final TransactionTemplate transaction;
    private final Map<String, Row> rows = new LinkedHashMap<>();
    private final List<Person> people = new ArrayList<>();
    private final Map<String, String> followers;
    /** By table, the name of a row by what is read of it. */
    private final Map<String, Map<String, String>> keys = new HashMap<>();

    /**
     * @param tables with the policy of the house, or with one that follows a document
     * @param followers the table whose row is followed, by the following table
     */
    PolicyProbe(Scratch scratch, Database database, List<String> tables, Map<String, String> followers) {
        this.followers = followers;
        this.scratch = scratch;
        pool = database.pool(1);
        app = JdbcClient.create(pool);
        transaction = new TransactionTemplate(new ScopedTransactions(pool));
        nameRowsAndPeople();
        scratch.removeEverythingButPolicies(tables);
        tables.stream().filter(table -> !followers.containsKey(table)).forEach(this::fill);
        tables.stream().filter(followers::containsKey).forEach(this::fill);
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
        String parent = followers.get(table);
        String key = parent == null ? HOUSE_KEY : "cast(" + PARENT + " as text)";
        String change = parent == null ? "field = field" : PARENT + " = " + PARENT;
        for (Person person : people) {
            if (found.size() >= enough) {
                break;
            }
            Set<String> changes = parent == null ? person.writes() : Set.of();
            Set<String> adds = parent == null ? person.writes() : person.reads();
            before(table);
            compare(found, person, "reads", person.reads(), as(person, () -> visible(table, "select " + key + " from " + table)));
            compare(found, person, "changes", changes, as(person, () -> visible(table, "update " + table + " set " + change + " returning " + key)));
            compare(found, person, "removes", changes, as(person, () -> visible(table, "delete from " + table + " returning " + key)));
            var added = new TreeSet<String>();
            rows.keySet().stream().filter(name -> succeeds(person, insert(table, name, 200))).forEach(added::add);
            compare(found, person, "adds", adds, added);
            if (parent == null && !person.writes().isEmpty() && person.writes().size() < rows.size()
                    && succeeds(person, "update " + table + " set field = 5, home = 79, place_id = 0")) {
                found.add(person.who() + " moves rows out of his own scope");
            }
        }
        return found;
    }

    /** One row for each name; the names of the rows that people try to add are the same, their unique keys are not. */
    private String insert(String table, String name, int from) {
        int number = from + List.copyOf(rows.keySet()).indexOf(name);
        String parent = followers.get(table);
        return parent == null
                ? scratch.insert(table, rows.get(name), number)
                : scratch.insert(table, Map.of(PARENT, Integer.valueOf(keys.get(table).entrySet().stream().filter(e -> e.getValue().equals(name)).findFirst().orElseThrow().getKey())), number);
    }

    private void fill(String table) {
        String parent = followers.get(table);
        var named = new HashMap<String, String>();
        rows.forEach((name, row) -> {
            String id = parent == null
                    ? row.field() + " " + row.home() + " " + row.place()
                    : scratch.one("select cast(id as text) from " + parent + " where " + HOUSE_KEY + " = '" + row.field() + " " + row.home() + " " + row.place() + "'", String.class);
            named.put(id, name);
        });
        keys.put(table, named);
        rows.keySet().forEach(name -> scratch.superuser.sql(insert(table, name, 100)).update());
    }

    /** As {@link #violations}, with one policy letting everything pass. */
    List<String> withLoosePolicy(String table, String policy) {
        String loose = switch (policy) {
            case "scope_add", "with_paper_add" -> "with check (true)";
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

    /** With a row in it and nobody bound, not a row is seen; a table that the program may not ask at all is well too. */
    boolean nobodySees(String table) {
        if (!scratch.superuser.sql("select has_table_privilege('bamcoso_app', :table, 'select')").param("table", table).query(Boolean.class).single()) {
            return true;
        }
        scratch.superuser.sql(scratch.insert(table, Map.of(), 900)).update();
        return transaction.execute(running -> app.sql("select count(*) from " + table).query(Long.class).single()) == 0;
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
        app.sql(question).query(String.class).list().forEach(key -> names.add(keys.get(table).get(key)));
        return names;
    }

    private static void compare(List<String> found, Person person, String what, Set<String> should, Set<String> does) {
        if (!should.equals(does)) {
            found.add(person.who() + " " + what + " " + does + ", should " + new TreeSet<>(should));
        }
    }

    @Override
    public void close() {
        pool.close();
    }
}

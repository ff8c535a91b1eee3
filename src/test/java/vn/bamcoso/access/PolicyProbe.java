package vn.bamcoso.access;

import com.zaxxer.hikari.HikariDataSource;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Supplier;
import org.springframework.dao.DataAccessException;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.support.TransactionTemplate;
import vn.bamcoso.access.Cast.Person;
import vn.bamcoso.access.Scratch.Row;
import vn.bamcoso.store.Database;

/** Eight rows in every protected table, ten people who try everything on them, through one connection. */
final class PolicyProbe implements AutoCloseable {
    /** The table whose row is followed, and the column that names it. */
    record Follows(String parent, String column) {}

    private final Scratch scratch;
    private final HikariDataSource pool;
    private final JdbcClient app;
    private final TransactionTemplate transaction;
    private final Map<String, Row> rows;
    private final List<Person> people;
    /** Tables of records of persons. */
    private final Set<String> guarded;
    private final Map<String, Follows> followers;
    /** By table, the name of a row by what is read of it. */
    private final Map<String, Map<String, String>> keys = new HashMap<>();
    /** By table, the id of a row by its name. */
    private final Map<String, Map<String, String>> ids = new HashMap<>();

    /**
     * @param tables with the policy of the house, or with one that follows a document
     * @param followers the table whose row is followed, by the following table
     */
    PolicyProbe(Scratch scratch, Database database, List<String> tables, Map<String, Follows> followers) {
        this.followers = followers;
        this.scratch = scratch;
        pool = database.pool(1);
        app = JdbcClient.create(pool);
        transaction = new TransactionTemplate(new ScopedTransactions(pool));
        var cast = new Cast(scratch);
        rows = cast.rows;
        people = cast.people;
        guarded = Set.copyOf(scratch.names("select polrelid::regclass::text from pg_policy where polname = 'persons_only'"));
        scratch.removeEverythingButPolicies(tables);
        tables.forEach(this::fill);
    }

    /** What each person can do to a table and should not, or cannot and should; empty when all is well. */
    List<String> violations(String table) {
        return violations(table, Integer.MAX_VALUE);
    }

    private List<String> violations(String table, int enough) {
        var found = new ArrayList<String>();
        Follows parent = followers.get(table);
        String key = key(table);
        String change = parent == null ? "field = field" : parent.column() + " = " + parent.column();
        for (Person person : people) {
            if (found.size() >= enough) {
                break;
            }
            Set<String> reads = open(table, person, person.reads());
            Set<String> writes = open(table, person, person.writes());
            Set<String> changes = parent == null ? writes : Set.of();
            Set<String> adds = parent == null ? writes : reads;
            before(table);
            compare(found, person, "reads", reads, as(person, () -> visible(table, "select " + key + " from " + table)));
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

    /** Of these rows, those that a table of records of persons opens to a role that opens none; other tables open all. */
    private Set<String> open(String table, Person person, Set<String> rows) {
        Follows parent = followers.get(table);
        if (parent != null) {
            return open(parent.parent(), person, rows);
        }
        if (person.persons() || !guarded.contains(table)) {
            return rows;
        }
        var some = new TreeSet<>(rows);
        some.remove(Cast.PERSONNEL);
        return some;
    }

    /** One row for each name; the names of the rows that people try to add are the same, their unique keys are not. */
    private String insert(String table, String name, int from) {
        int number = from + List.copyOf(rows.keySet()).indexOf(name);
        Follows parent = followers.get(table);
        return parent == null
                ? scratch.insert(table, rows.get(name), number)
                : scratch.insert(table, Map.of(parent.column(), Integer.valueOf(ids.get(parent.parent()).get(name))), number);
    }

    /** What is read of a row to know which of the named ones it is. */
    private String key(String table) {
        Follows parent = followers.get(table);
        return parent == null ? "field || ' ' || home || ' ' || place_id" : "cast(" + parent.column() + " as text)";
    }

    private void fill(String table) {
        Follows parent = followers.get(table);
        if (keys.containsKey(table)) {
            return;
        }
        if (parent != null) {
            fill(parent.parent());
        }
        var named = new HashMap<String, String>();
        rows.forEach((name, row) -> named.put(parent == null ? row.field() + " " + row.home() + " " + row.place() : ids.get(parent.parent()).get(name), name));
        keys.put(table, named);
        rows.keySet().forEach(name -> scratch.superuser.sql(insert(table, name, 100)).update());
        var known = new HashMap<String, String>();
        if (scratch.columns(table).contains("id")) {
            scratch.superuser.sql("select " + key(table) + ", cast(id as text) from " + table)
                    .query((row, n) -> Map.entry(row.getString(1), row.getString(2)))
                    .list()
                    .forEach(entry -> known.put(named.get(entry.getKey()), entry.getValue()));
        }
        ids.put(table, known);
    }

    /** As {@link #violations}, with one policy letting everything pass. */
    List<String> withLoosePolicy(String table, String policy) {
        String kind = scratch.one("select polcmd from pg_policy where polrelid = '" + table + "'::regclass and polname = '" + policy + "'", String.class);
        String loose = switch (kind) {
            case "a" -> "with check (true)";
            case "w" -> "using (true) with check (true)";
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

package vn.bamcoso.access;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.datasource.SingleConnectionDataSource;
import vn.bamcoso.store.Database;

/** A database of its own, asked and bent as superuser: what there is, and how to put a row into any of it. */
final class Scratch implements AutoCloseable {
    /** What a policy looks at. */
    record Row(int field, int home, int place) {}

    private final SingleConnectionDataSource connection;
    final JdbcClient superuser;
    private final Map<String, String> inserts = new HashMap<>();

    Scratch(Database database) {
        connection = new SingleConnectionDataSource(database.url(), "postgres", database.ownerPassword(), true);
        superuser = JdbcClient.create(connection);
    }

    /**
     * Takes the checks, references and triggers away, so that any row can be put anywhere, and gives the program's role
     * every right on protected tables: what then still refuses is the policy alone.
     */
    void removeEverythingButPolicies(List<String> tables) {
        for (String drop : names("""
                select format('alter table %s drop constraint if exists %I cascade', conrelid::regclass, conname) from pg_constraint c
                join pg_class t on t.oid = c.conrelid where contype in ('c', 'f', 'x', 'p', 'u') and connamespace::regnamespace::text not like 'pg%'
                and conparentid = 0 and coninhcount = 0 and t.relrowsecurity and t.relname not like 'spring%'""")) {
            superuser.sql(drop).update();
        }
        for (String table : tables) {
            superuser.sql("grant all on " + table + " to bamcoso_app").update();
            superuser.sql("alter table " + table + " disable trigger all").update();
        }
    }

    /** A row with something in every column; {@code number} keeps unique keys apart. */
    String insert(String table, Row row, int number) {
        return insert(table, Map.of("field", row.field(), "home", row.home(), "place_id", row.place()), number);
    }

    String insert(String table, Map<String, Integer> given, int number) {
        return inserts.computeIfAbsent(table + given + number, key -> makeInsert(table, given, number));
    }

    private String makeInsert(String table, Map<String, Integer> given, int number) {
        var names = new ArrayList<String>();
        var values = new ArrayList<String>();
        superuser.sql("""
                        select attname, format_type(atttypid, null) from pg_attribute
                        where attrelid = cast(:table as regclass) and attnum > 0 and not attisdropped and attgenerated = '' and attidentity = ''""")
                .param("table", table)
                .query((column, n) -> Map.entry(column.getString(1), column.getString(2)))
                .list()
                .forEach(column -> {
                    names.add('"' + column.getKey() + '"');
                    Integer fixed = given.get(column.getKey());
                    values.add(fixed == null ? value(column.getValue(), number) : String.valueOf(fixed));
                });
        return "insert into " + table + " (" + String.join(", ", names) + ") values (" + String.join(", ", values) + ")";
    }

    private static String value(String type, int number) {
        return switch (type) {
            case "smallint", "integer", "bigint", "numeric" -> String.valueOf(number);
            case "text", "character varying" -> "'t" + number + "'";
            case "date" -> "date '2020-01-01' + " + number;
            case "timestamp with time zone" -> "timestamptz '2020-01-01' + interval '1 day' * " + number;
            case "boolean" -> "true";
            case "jsonb", "json" -> "'{}'";
            case "bytea" -> "decode('ab', 'hex')";
            case "uuid" -> "gen_random_uuid()";
            default -> type.endsWith("[]") ? "'{}'" : "null";
        };
    }

    /** Tables of the house, as {@code schema.table}, for which a condition on pg_class holds. */
    List<String> tables(String condition) {
        return names("select n.nspname || '.' || relname from pg_class c join pg_namespace n on n.oid = relnamespace where relkind in ('r', 'p') and not relispartition"
                + " and n.nspname not in ('pg_catalog', 'information_schema', 'public') and n.nspname not like 'pg_toast%' and n.nspname not like 'pg_temp%' and " + condition
                + " order by 1");
    }

    List<String> columns(String table) {
        return names("select attname from pg_attribute where attrelid = '" + table + "'::regclass and attnum > 0 and not attisdropped");
    }

    List<String> names(String question) {
        return superuser.sql(question).query(String.class).list();
    }

    int place(String key) {
        return one("select place_id from territory.pub_place where level = case '%1$s' when 'N' then 'nation' when 'P' then 'province' else 'commune' end and code = '%2$s' and valid_from <= date '%3$s' and date '%3$s' < valid_to"
                .formatted(key.charAt(0), key.substring(1, key.indexOf('@')), key.substring(key.indexOf('@') + 1)));
    }

    int office(String kind, int place) {
        return one("select office_id from territory.pub_office where kind = '" + kind + "' and place_id = " + place + " order by valid_to desc limit 1");
    }

    int one(String question) {
        return one(question, Integer.class);
    }

    <T> T one(String question, Class<T> type) {
        return superuser.sql(question).query(type).single();
    }

    @Override
    public void close() {
        connection.destroy();
    }
}

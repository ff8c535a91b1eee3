package vn.bamcoso.access;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;
import vn.bamcoso.TestDatabase;

/**
 * Nobody sees or changes a row outside his scope, in any table of the house, also in those that are made tomorrow: tables,
 * views and functions come from the catalogue, the exceptions from {@code docs/row-security.md}.
 */
class PolicyTest {
    private static Scratch scratch;
    private static PolicyProbe probe;
    private static Map<String, PolicyProbe.Follows> followers;
    private static Set<String> withoutPolicy;
    private static Set<String> ownPolicy;
    private static Set<String> ownersRights;

    @BeforeAll
    static void prepare() throws IOException {
        String written = Files.readString(Path.of("docs/row-security.md"));
        withoutPolicy = listed(written, "Tables without a row policy");
        ownPolicy = listed(written, "Tables with a policy of their own");
        ownersRights = listed(written, "Functions with their owner's rights");
        followers = following(written);
        var database = TestDatabase.fresh();
        scratch = new Scratch(database);
        probe = new PolicyProbe(scratch, database, protectedTables(), followers);
    }

    @AfterAll
    static void close() {
        probe.close();
        scratch.close();
    }

    @Test
    void everyTableIsInAPolicyOrOnTheWrittenList() {
        var open = new TreeSet<>(scratch.tables("not relrowsecurity"));
        assertThat(open).isEqualTo(withoutPolicy);
    }

    @Test
    void everyPolicyIsTheOneOfTheHouseOrOnTheWrittenList() {
        assertThat(scratch.tables("relrowsecurity")).containsAll(ownPolicy).containsAll(followers.keySet());
        assertThat(protectedTables()).isNotEmpty().filteredOn(table -> !followers.containsKey(table))
                .allSatisfy(table -> assertThat(scratch.columns(table)).as(table).contains("field", "home", "place_id"));
        for (String table : ownPolicy) {
            assertThat(probe.nobodySees(table)).as(table).isTrue();
        }
    }

    @Test
    void noPartitionCanBeAskedBehindItsTablesBack() {
        assertThat(scratch.names("""
                select c.oid::regclass::text from pg_class c where c.relispartition and c.relkind = 'r'
                and (has_table_privilege('bamcoso_app', c.oid, 'select') or has_table_privilege('bamcoso_app', c.oid, 'update'))""")).isEmpty();
    }

    @Test
    void everyViewAsksAsWhoeverAsksIt() {
        assertThat(scratch.names("""
                select c.oid::regclass::text from pg_class c join pg_namespace n on n.oid = c.relnamespace
                where n.nspname not in ('pg_catalog', 'information_schema') and n.nspname not like 'pg_toast%'
                and (c.relkind = 'm' or c.relkind = 'v' and not coalesce(c.reloptions @> array['security_invoker=true'], false))
                and c.relname not like 'pg_stat_statements%'""")).isEmpty();
    }

    @Test
    void everyFunctionWithItsOwnersRightsIsOnTheWrittenListAndFindsItsTablesByNameAlone() {
        assertThat(new TreeSet<>(scratch.names("""
                select distinct n.nspname || '.' || p.proname from pg_proc p join pg_namespace n on n.oid = p.pronamespace
                where p.prosecdef and n.nspname not in ('pg_catalog', 'information_schema')"""))).isEqualTo(ownersRights);
        assertThat(scratch.names("""
                select p.oid::regprocedure::text from pg_proc p join pg_namespace n on n.oid = p.pronamespace
                where p.prosecdef and n.nspname not in ('pg_catalog', 'information_schema')
                and not exists (select from unnest(p.proconfig) setting where setting like 'search_path=%')""")).isEmpty();
    }

    @TestFactory
    List<DynamicTest> eachPersonReachesExactlyTheRowsOfTheScope() {
        return protectedTables().stream()
                .map(table -> DynamicTest.dynamicTest(table, () -> assertThat(probe.violations(table)).isEmpty()))
                .toList();
    }

    @TestFactory
    List<DynamicTest> aPolicySwitchedOffTurnsThisTestRed() {
        return protectedTables().stream()
                .map(table -> DynamicTest.dynamicTest(table, () -> {
                    for (String part : scratch.names("select polname from pg_policy where polrelid = '" + table + "'::regclass")) {
                        assertThat(probe.withLoosePolicy(table, part)).as(part).isNotEmpty();
                    }
                    assertThat(probe.withoutRowSecurity(table)).isNotEmpty();
                }))
                .toList();
    }

    private static List<String> protectedTables() {
        return scratch.tables("relrowsecurity").stream().filter(table -> !ownPolicy.contains(table)).toList();
    }

    private static Map<String, PolicyProbe.Follows> following(String document) {
        return Pattern.compile("^\\| `([a-z_.]+)` \\| follows `([a-z_.]+)` by `([a-z_]+)` \\|", Pattern.MULTILINE)
                .matcher(document)
                .results()
                .collect(Collectors.toMap(found -> found.group(1), found -> new PolicyProbe.Follows(found.group(2), found.group(3))));
    }

    private static Set<String> listed(String document, String heading) {
        String part = document.substring(document.indexOf("## " + heading));
        int next = part.indexOf("\n## ", 3);
        return Pattern.compile("^\\| `([a-z_.]+)` \\| \\S", Pattern.MULTILINE)
                .matcher(next < 0 ? part : part.substring(0, next))
                .results()
                .map(found -> found.group(1))
                .collect(Collectors.toCollection(TreeSet::new));
    }
}

package vn.bamcoso.store;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.springframework.jdbc.core.simple.JdbcClient;
import vn.bamcoso.TestDatabase;

class StoreTest {
    @Test
    void theProgramWorksAsARoleThatCanNeitherChangeTablesNorPassPolicies() {
        var database = TestDatabase.fresh();
        try (var pool = database.pool(1)) {
            var row = JdbcClient.create(pool)
                    .sql("select rolsuper or rolbypassrls or rolcreatedb or rolcreaterole from pg_roles where rolname = current_user")
                    .query(Boolean.class)
                    .single();
            assertThat(row).isFalse();
            assertThat(JdbcClient.create(pool).sql("select has_schema_privilege('territory', 'create')").query(Boolean.class).single())
                    .isFalse();
        }
    }
}

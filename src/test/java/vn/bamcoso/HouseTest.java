package vn.bamcoso;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.datasource.DriverManagerDataSource;
import org.springframework.modulith.core.ApplicationModules;
import org.springframework.modulith.docs.Documenter;

/** Keeps the house: rooms on their floors, a comment on every column, files that stay short. */
class HouseTest {
    /** Lines of the longest Java file; may only fall. */
    private static final int LONGEST = 250;

    @Test
    void anImportOnlyGoesDown() {
        ApplicationModules rooms = ApplicationModules.of(BamCoSo.class);
        rooms.verify();
        new Documenter(rooms).writeModulesAsPlantUml();
    }

    @Test
    void everyTableViewAndColumnSaysWhatItHolds() {
        var database = TestDatabase.fresh();
        List<String> silent = JdbcClient.create(new DriverManagerDataSource(database.url(), database.owner(), database.ownerPassword()))
                .sql("""
                    -- Which tables, views and columns of ours have no comment?
                    select n.nspname || '.' || c.relname || coalesce('.' || a.attname, '')
                    from pg_class c
                    join pg_namespace n on n.oid = c.relnamespace
                    left join pg_attribute a on a.attrelid = c.oid and a.attnum > 0 and not a.attisdropped
                    where n.nspname in ('access', 'audit', 'territory', 'identity', 'papers', 'figures', 'reporting', 'reviews', 'staffing', 'tasks')
                      and c.relkind in ('r', 'p', 'v') and not c.relispartition
                      and c.relname not like 'spring_session%'
                      and (col_description(c.oid, a.attnum) is null or obj_description(c.oid, 'pg_class') is null)
                    order by 1
                    """)
                .query(String.class)
                .list();
        assertThat(silent).isEmpty();
    }

    @Test
    void filesStayShort() throws IOException {
        var tooLong = new ArrayList<String>();
        try (Stream<Path> files = Files.walk(Path.of("src"))) {
            for (Path file : files.filter(f -> f.toString().endsWith(".java")).toList()) {
                long lines;
                try (Stream<String> text = Files.lines(file)) {
                    lines = text.count();
                }
                if (lines > LONGEST) {
                    tooLong.add(file + ": " + lines);
                }
            }
        }
        assertThat(tooLong).isEmpty();
    }
}

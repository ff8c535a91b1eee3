package vn.bamcoso.territory.place;

import java.util.List;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;
import vn.bamcoso.basics.Sql;

/** What a place came from and what became of it, one step each way. */
@Component
class Lineage {
    private static final String PREDECESSORS = Sql.beside(Lineage.class, "predecessors.sql");
    private static final String SUCCESSORS = Sql.beside(Lineage.class, "successors.sql");
    private final JdbcClient jdbc;

    Lineage(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    @Transactional(readOnly = true)
    List<Relative> predecessors(int place) {
        return jdbc.sql(PREDECESSORS).param("id", place).query(Relative.class).list();
    }

    @Transactional(readOnly = true)
    List<Relative> successors(int place) {
        return jdbc.sql(SUCCESSORS).param("id", place).query(Relative.class).list();
    }
}

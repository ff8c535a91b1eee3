package vn.bamcoso.figures.statement;

import java.sql.Types;
import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;
import vn.bamcoso.basics.Sql;
import vn.bamcoso.territory.Place;

/** The statements that stand, as far as the reader's scope goes. */
@Component
class Shelf {
    private static final String STATEMENTS = Sql.beside(Shelf.class, "statements.sql");
    private final JdbcClient jdbc;

    Shelf(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** @param within the place and all that lies in it, or became part of it, on the map of the day in its key; null: everywhere */
    @Transactional(readOnly = true)
    public List<Statement> find(@Nullable String indicator, @Nullable Place within) {
        return jdbc.sql(STATEMENTS)
                .param("indicator", indicator, Types.VARCHAR)
                .param("within", within == null ? null : within.id(), Types.INTEGER)
                .param("day", within == null ? null : LocalDate.parse(within.key().substring(within.key().indexOf('@') + 1)), Types.DATE)
                .query(Statement::read)
                .list();
    }
}

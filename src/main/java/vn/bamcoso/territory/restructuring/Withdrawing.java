package vn.bamcoso.territory.restructuring;

import java.util.List;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import vn.bamcoso.basics.Problem;
import vn.bamcoso.basics.Sql;
import vn.bamcoso.territory.RestructuringPart;

/** Takes a committed act back before its day: states, lineage, offices and maps stand as they did before it. */
@Component
class Withdrawing {
    private static final String RESTORE_STATES = Sql.beside(Withdrawing.class, "restore-states.sql");
    private static final String RESTORE_EDGES = Sql.beside(Withdrawing.class, "restore-edges.sql");
    private static final String LATER = Sql.beside(Withdrawing.class, "later-acts.sql");
    private final JdbcClient jdbc;
    private final ObjectProvider<RestructuringPart> parts;
    private final Touched touched;

    Withdrawing(JdbcClient jdbc, ObjectProvider<RestructuringPart> parts, Touched touched) {
        this.jdbc = jdbc;
        this.parts = parts;
        this.touched = touched;
    }

    void withdraw(ActView act) {
        List<String> later = jdbc.sql(LATER).param("act", act.id()).query(String.class).list();
        if (!later.isEmpty()) {
            throw Problem.refused("territory.problem.later-acts", String.join("; ", later));
        }
        var done = touched.by(act);
        parts.orderedStream().forEach(part -> part.withdraw(done));
        run("delete from territory.place_state where place_id in (select jsonb_array_elements_text(a.undo -> 'places' || (a.undo -> 'founded'))::int from territory.act a where a.id = :act)", act);
        run(RESTORE_STATES, act);
        run("delete from territory.lineage where act_id = :act", act);
        run(RESTORE_EDGES, act);
        jdbc.sql("select territory.align_offices(null)").query().listOfRows();
        jdbc.sql("select territory.forget_places(array(select jsonb_array_elements_text(a.undo -> 'founded')::int from territory.act a where a.id = :act))")
                .param("act", act.id())
                .query()
                .listOfRows();
        new Performing(jdbc).draw(act.head().effective());
    }

    private void run(String sql, ActView act) {
        jdbc.sql(sql).param("act", act.id()).update();
    }
}

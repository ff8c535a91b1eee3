package vn.bamcoso.territory.restructuring;

import java.util.List;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import vn.bamcoso.territory.Act;

/** What a committed act has touched, read back from the tables. */
@Component
class Touched {
    private final JdbcClient jdbc;

    Touched(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    Act by(ActView act) {
        List<Act.Succession> steps = jdbc.sql("select old_id, new_id, share from territory.lineage where act_id = :act and new_id is not null").param("act", act.id()).query(Act.Succession.class).list();
        return new Act(
                act.id(), act.head().title(), act.head().number(), act.head().effective(),
                ids("select jsonb_array_elements_text(undo -> 'founded')::int from territory.act where id = :act", act),
                ids("select distinct old_id from territory.lineage where act_id = :act", act),
                ids("""
                        select p::int from territory.act a, jsonb_array_elements_text(a.undo -> 'places') p
                        where a.id = :act and p::int not in (select old_id from territory.lineage where act_id = :act)""", act),
                steps,
                ids("select office_id from territory.office_state group by office_id having bool_and(act_id is not distinct from :act)", act),
                ids("select s.office_id from territory.office_state s join territory.lineage l on l.old_id = s.place_id and l.act_id = :act and s.valid_to = l.day", act),
                ids("select s.office_id from territory.office_state s where s.act_id = :act and exists (select from territory.office_state b where b.office_id = s.office_id and b.valid_to = s.valid_from)", act));
    }

    private List<Integer> ids(String question, ActView act) {
        return jdbc.sql(question).param("act", act.id()).query(Integer.class).list();
    }
}

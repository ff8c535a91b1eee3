package vn.bamcoso.territory.restructuring;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.springframework.jdbc.core.simple.JdbcClient;
import vn.bamcoso.territory.Act;

/**
 * Makes a restructuring true within the running transaction: works it out, refuses it with every fault, or writes states,
 * lineage, offices and maps. The same way for a person's act, its preview (rolled back) and the acts that the product brings.
 */
public final class Performing {
    private final JdbcClient jdbc;

    public Performing(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /**
     * @param id of a row of {@code territory.act}
     * @param draw whether offices and maps are to follow at once; the loader draws them once for several acts
     * @throws vn.bamcoso.basics.Problem refused, with a sentence and the row for each fault
     */
    public Act perform(int id, String title, String number, LocalDate signedOn, LocalDate effective, List<Change> changes, boolean draw) {
        var document = new Document(id, number, signedOn, effective);
        var faults = new Faults();
        Ground ground = Ground.read(jdbc);
        var planning = new Planning(ground, document, faults);
        planning.work(changes);
        faults.refuse();
        Set<Integer> touched = ground.touched();
        new Checks(ground, changes, faults).check(touched);
        faults.refuse();
        var writing = new Writing(jdbc, ground, document);
        List<Integer> founded = writing.write(touched, planning.edges);
        for (Map<String, Object> step : writing.hanging(touched)) {
            faults.add(0, "territory.fault.hanging", step.get("name"), ((java.sql.Date) step.get("day")).toLocalDate());
        }
        faults.refuse();
        if (draw) {
            jdbc.sql("select territory.align_offices(:act)").param("act", id).query().listOfRows();
            draw(planning.correctsThePast() ? LocalDate.MIN : effective);
        }
        return result(id, title, number, effective, founded, touched, planning, writing);
    }

    void draw(LocalDate since) {
        jdbc.sql("select territory.draw_maps(cast(:since as date))").param("since", since.equals(LocalDate.MIN) ? "-infinity" : since.toString()).query().listOfRows();
    }

    private Act result(int id, String title, String number, LocalDate effective, List<Integer> founded, Set<Integer> touched, Planning planning, Writing writing) {
        List<Integer> ended = planning.edges.keySet().stream().map(writing::number).toList();
        var changed = new LinkedHashSet<>(touched.stream().filter(place -> place > 0).toList());
        changed.removeAll(ended);
        List<Act.Succession> successions = new ArrayList<>();
        planning.edges.values().forEach(steps -> steps.stream().filter(step -> step.successor() != null)
                .forEach(step -> successions.add(new Act.Succession(writing.number(step.old()), writing.number(step.successor()), step.share()))));
        return new Act(id, title, number, effective, founded, ended, List.copyOf(changed), List.copyOf(successions),
                offices("select office_id from territory.office_state group by office_id having min(valid_from) = :day and bool_or(act_id = :act)", id, effective),
                offices("select office_id from territory.office_state group by office_id having max(valid_to) = :day and bool_or(act_id = :act)", id, effective),
                offices("select office_id from territory.office_state where act_id = :act and valid_from = :day and exists (select from territory.office_state b where b.office_id = office_state.office_id and b.valid_to = :day)", id, effective));
    }

    private List<Integer> offices(String question, int act, LocalDate day) {
        return jdbc.sql(question).param("act", act).param("day", day).query(Integer.class).list();
    }
}

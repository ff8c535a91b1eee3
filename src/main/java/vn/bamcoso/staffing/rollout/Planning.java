package vn.bamcoso.staffing.rollout;

import java.sql.Timestamp;
import java.sql.Types;
import java.time.Instant;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;
import vn.bamcoso.access.CurrentUser;
import vn.bamcoso.audit.Trail;
import vn.bamcoso.basics.Problem;

/** Changes plans by later decisions, and notes what is ready. Nothing earlier is lost: both tables are only added to. */
@Component("rolloutPlanning")
public class Planning {
    /** One plan for a place, in its order. */
    public record Plan(short stage, @Nullable LocalDate plannedOn, String document, LocalDate decidedOn, @Nullable String reason, @Nullable String setBy, Instant setAt) {}

    /** What was said of a gate. */
    public record Note(String gate, boolean ready, LocalDate holdsOn, @Nullable String document, @Nullable String note, @Nullable String saidBy, Instant saidAt) {}

    private final JdbcClient jdbc;
    private final Rights rights;
    private final Trail trail;

    Planning(JdbcClient jdbc, Rights rights, Trail trail) {
        this.jdbc = jdbc;
        this.rights = rights;
        this.trail = trail;
    }

    /**
     * A new day for a stage, or for one place of the programme; the old plan is kept.
     *
     * @param stage all its places that have not reached the goal by {@code decidedOn}; 0: the one place
     * @param place the place; 0: the whole stage
     * @param plannedOn null takes the place out of the programme
     * @return how many places
     * @throws Problem forbidden; refused when no place is meant, or a later decision holds already
     */
    @Transactional
    public int revise(Progress progress, short stage, int place, @Nullable LocalDate plannedOn, String document, LocalDate decidedOn, String reason, Instant at) {
        CurrentUser by = CurrentUser.require();
        Programme programme = progress.programme();
        rights.require(rights.mayPlan(by, programme.placeId()));
        List<Progress.Step> meant = progress.steps().stream().filter(step -> stage > 0 ? step.stage() == stage && !step.done() : step.placeId() == place).toList();
        if (meant.isEmpty()) {
            throw Problem.refused("rollout.problem.nothing-to-revise");
        }
        Integer[] places = meant.stream().map(Progress.Step::placeId).toArray(Integer[]::new);
        if (jdbc.sql("select exists (select from staffing.place_plan where programme_id = :programme and place_id = any (:places) and decided_on > :decided)")
                .param("programme", programme.id()).param("places", places).param("decided", decidedOn).query(Boolean.class).single()) {
            throw Problem.refused("rollout.problem.later-plan", decidedOn);
        }
        String why = rights.typed(reason);
        String sign = rights.typed(document);
        jdbc.sql("""
                        insert into staffing.place_plan (programme_id, stage, planned_on, document, decided_on, reason, set_by, set_at, home, place_id)
                        select distinct on (place_id) programme_id, stage, :planned, :document, :decided, :reason, :by, :at, home, place_id
                        from staffing.place_plan where programme_id = :programme and place_id = any (:places) order by place_id, decided_on desc, id desc""")
                .param("planned", plannedOn, Types.DATE)
                .param("document", sign)
                .param("decided", decidedOn)
                .param("reason", why)
                .param("by", by.id())
                .param("at", Timestamp.from(at))
                .param("programme", programme.id())
                .param("places", places)
                .update();
        var after = new HashMap<String, Object>();
        after.put("stage", stage);
        after.put("places", places.length == 1 ? "place:" + meant.getFirst().placeId() : places.length);
        after.put("planned", plannedOn);
        after.put("document", sign);
        after.put("reason", why);
        trail.write("staffing.programme.plan-revised", "programme:" + programme.id(), null, after);
        return places.length;
    }

    /**
     * Notes that a gate is ready from a day on, or is not.
     *
     * @param gate decision, premises or equipment: people and party cell are measured
     * @throws Problem forbidden; refused without a document when ready, or with a day to come
     */
    @Transactional
    public void say(Programme programme, Spot spot, String gate, boolean ready, LocalDate holdsOn, String document, String note, Instant at) {
        CurrentUser by = CurrentUser.require();
        rights.require(rights.maySay(by, spot.placeId(), Programme.FIELD));
        if (!List.of("decision", "premises", "equipment").contains(gate)) {
            throw Problem.refused("rollout.problem.gate");
        }
        if (ready && document.isBlank()) {
            throw Problem.refused("rollout.problem.evidence");
        }
        if (holdsOn.isAfter(rights.today())) {
            throw Problem.refused("rollout.problem.to-come", holdsOn);
        }
        var said = new Note(gate, ready, holdsOn, rights.typedOrNone(document), rights.typedOrNone(note), by.name(), at);
        jdbc.sql("""
                        insert into staffing.gate_note (programme_id, gate, ready, holds_on, document, note, said_by, said_at, home, place_id)
                        values (:programme, :gate, :ready, :holds, :document, :note, :by, :at, :home, :place)""")
                .param("programme", programme.id())
                .param("gate", gate)
                .param("ready", ready)
                .param("holds", holdsOn)
                .param("document", said.document(), Types.VARCHAR)
                .param("note", said.note(), Types.VARCHAR)
                .param("by", by.id())
                .param("at", Timestamp.from(at))
                .param("home", spot.home())
                .param("place", spot.placeId())
                .update();
        trail.write("staffing.programme.gate-said", "programme:" + programme.id() + "/" + spot.key(), spot.gate(gate), said);
    }

    /** Every plan for the place, the one that holds first. */
    @Transactional(readOnly = true)
    public List<Plan> plans(int programme, int place) {
        return jdbc.sql("""
                        select p.stage, p.planned_on, p.document, p.decided_on, p.reason, u.name as set_by, p.set_at
                        from staffing.place_plan p left join identity.pub_user u on u.user_id = p.set_by
                        where p.programme_id = :programme and p.place_id = :place order by p.decided_on desc, p.id desc""")
                .param("programme", programme)
                .param("place", place)
                .query(Plan.class)
                .list();
    }

    /** What was said of the place, the latest day first. */
    @Transactional(readOnly = true)
    public List<Note> notes(int programme, int place) {
        return jdbc.sql("""
                        select n.gate, n.ready, n.holds_on, n.document, n.note, u.name as said_by, n.said_at
                        from staffing.gate_note n left join identity.pub_user u on u.user_id = n.said_by
                        where n.programme_id = :programme and n.place_id = :place order by n.holds_on desc, n.id desc""")
                .param("programme", programme)
                .param("place", place)
                .query(Note.class)
                .list();
    }
}

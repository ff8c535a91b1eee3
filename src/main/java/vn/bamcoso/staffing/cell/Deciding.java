package vn.bamcoso.staffing.cell;

import java.sql.Timestamp;
import java.sql.Types;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;
import vn.bamcoso.access.CurrentUser;
import vn.bamcoso.audit.Trail;
import vn.bamcoso.basics.Problem;
import vn.bamcoso.staffing.rollout.Rights;
import vn.bamcoso.territory.Places;

/** Enters what was decided of a commune's Party cell. The rule of three proposes; here a person says what the Party committee decided. */
@Component("cellDeciding")
public class Deciding {
    /**
     * What holds from a day on.
     *
     * @param kind own, joint, attached, none
     * @param withWhom needed for joint and attached
     * @param decision number and sign; needed for own and joint
     */
    public record Decided(String kind, LocalDate from, int official, int probationary, int others, String withWhom, String decision, @Nullable LocalDate decidedOn) {}

    private static final List<String> KINDS = List.of("own", "joint", "attached", "none");

    private final JdbcClient jdbc;
    private final Places places;
    private final Rights rights;
    private final Trail trail;

    Deciding(JdbcClient jdbc, Places places, Rights rights, Trail trail) {
        this.jdbc = jdbc;
        this.places = places;
        this.rights = rights;
        this.trail = trail;
    }

    /**
     * Closes the running state and opens the new one.
     *
     * @throws Problem not found when there is no such commune on the day; forbidden; refused when a later state is there, the
     *     decision or the other cell is not named, or counts do not fit
     */
    @Transactional
    public void decide(int place, Decided decided, Instant at) {
        CurrentUser by = CurrentUser.require();
        short home = places.byId(place, decided.from()).filter(found -> found.level().equals("commune")).orElseThrow(Problem::notFound).home();
        rights.require(rights.maySay(by, place, PartyCells.FIELD));
        check(decided);
        var running = jdbc.sql("select kind, valid_from from staffing.cell_state where place_id = :place and valid_to = 'infinity' for update")
                .param("place", place)
                .query((row, n) -> new Running(row.getString(1), row.getObject(2, LocalDate.class)))
                .optional();
        if (running.isPresent() && running.get().from().isAfter(decided.from())) {
            throw Problem.refused("cell.problem.before", running.get().from());
        }
        jdbc.sql("update staffing.cell_state set valid_to = :from where place_id = :place and valid_to = 'infinity'").param("from", decided.from()).param("place", place).update();
        boolean with = decided.kind().equals("joint") || decided.kind().equals("attached");
        jdbc.sql("""
                        insert into staffing.cell_state (kind, valid_from, valid_to, official, probationary, others, with_whom, reason, decision, decided_on, recorded_by, recorded_at, home, place_id)
                        values (:kind, :from, 'infinity', :official, :probationary, :others, :with, :reason, :decision, :decidedOn, :by, :at, :home, :place)""")
                .param("kind", decided.kind())
                .param("from", decided.from())
                .param("official", decided.official())
                .param("probationary", decided.probationary())
                .param("others", decided.others())
                .param("with", with ? rights.typed(decided.withWhom()) : null, Types.VARCHAR)
                .param("reason", reason(decided.kind(), running.map(Running::kind).orElse("none")))
                .param("decision", rights.typedOrNone(decided.decision()), Types.VARCHAR)
                .param("decidedOn", decided.decidedOn(), Types.DATE)
                .param("by", by.id())
                .param("at", Timestamp.from(at))
                .param("home", home)
                .param("place", place)
                .update();
        trail.write("staffing.cell.decided", "cell:" + place, running.orElse(null), decided);
    }

    private record Running(String kind, LocalDate from) {}

    private void check(Decided decided) {
        if (!KINDS.contains(decided.kind()) || decided.official() < 0 || decided.probationary() < 0 || decided.others() < 0
                || decided.others() > 0 && !decided.kind().equals("own") && !decided.kind().equals("joint")) {
            throw Problem.refused("cell.problem.counts");
        }
        if (decided.from().isAfter(rights.today())) {
            throw Problem.refused("rollout.problem.to-come", decided.from());
        }
        if ((decided.kind().equals("own") || decided.kind().equals("joint")) && decided.decision().isBlank()) {
            throw Problem.refused("cell.problem.decision");
        }
        if ((decided.kind().equals("attached") || decided.kind().equals("joint")) && decided.withWhom().isBlank()) {
            throw Problem.refused("cell.problem.with-whom");
        }
    }

    private static String reason(String kind, String before) {
        if (kind.equals(before)) {
            return "members";
        }
        return switch (kind) {
            case "own" -> "founded";
            case "joint" -> "joined";
            case "attached" -> "attached";
            default -> "ended";
        };
    }
}

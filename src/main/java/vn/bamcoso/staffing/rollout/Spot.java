package vn.bamcoso.staffing.rollout;

import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * One place of a programme as pages show it.
 *
 * @param ended whether it is no unit of its own any more on the day
 * @param officers at their posts on the day
 * @param decision true ready, false said not to be, null nobody said anything; so the other gates
 * @param cell own, joint, attached, none; null when nothing is known
 */
public record Spot(
        Progress.Step step, String key, String name, String kind, boolean ended, int officers, @Nullable Boolean decision, @Nullable Boolean premises, @Nullable Boolean equipment, @Nullable String cell) {
    public static final List<String> GATES = List.of("decision", "people", "premises", "equipment", "party-cell");

    /** Official code of the place, out of its key. */
    public String code() {
        return key.substring(1, key.indexOf('@'));
    }

    public int placeId() {
        return step.placeId();
    }

    public short home() {
        return step.home();
    }

    public short stage() {
        return step.stage();
    }

    public LocalDate planned() {
        return step.planned();
    }

    public LocalDate firstPlanned() {
        return step.firstPlanned();
    }

    public @Nullable LocalDate reached() {
        return step.reached();
    }

    public boolean done() {
        return step.done();
    }

    public boolean late(LocalDate on) {
        return step.late(on);
    }

    /** ready, missing or unknown. */
    public String gate(String gate) {
        Boolean ready = switch (gate) {
            case "decision" -> decision;
            case "premises" -> premises;
            case "equipment" -> equipment;
            case "people" -> done();
            default -> cell == null ? null : (Boolean) !cell.equals("none");
        };
        return ready == null ? "unknown" : ready ? "ready" : "missing";
    }

    public List<String> missing() {
        return GATES.stream().filter(gate -> gate(gate).equals("missing")).toList();
    }
}

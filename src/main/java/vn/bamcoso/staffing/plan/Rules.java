package vn.bamcoso.staffing.plan;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import vn.bamcoso.basics.Problem;

/**
 * What a plan has to keep to. The first four bar a move; the weights are points that say how much a wish counts against the
 * others. Filling posts always comes before wishes, and the bars before both.
 *
 * @param months nobody is moved again within so many months; 0: no such rule
 * @param chiefAwayFromHome a chief does not serve in the commune of origin
 * @param chiefRank least rank of a chief, one of {@link #RANKS}
 * @param chiefInParty a chief is a member of the Party
 * @param language points for an officer who speaks a language of the place
 * @param distance points lost for each step away from the commune of origin (0 to 4)
 * @param move points lost for each officer who is moved
 * @param mix points lost for each officer by whom one age or one band of ranks outweighs the rest of an office
 * @param seconds time given to the search
 */
public record Rules(int months, boolean chiefAwayFromHome, String chiefRank, boolean chiefInParty, int language, int distance, int move, int mix, int seconds) {
    /** Of the register, lowest first. */
    public static final List<String> RANKS = List.of("thieu_uy", "trung_uy", "thuong_uy", "dai_uy", "thieu_ta", "trung_ta", "thuong_ta", "dai_ta");

    public static final Rules USUAL = new Rules(12, true, "dai_uy", true, 40, 10, 5, 8, 30);

    /** @throws Problem refused, with a sentence for each field that is out of bounds */
    public Rules {
        var faults = new java.util.ArrayList<Problem.Fault>();
        bounds(faults, "months", months, 0, 60);
        bounds(faults, "language", language, 0, 1000);
        bounds(faults, "distance", distance, 0, 1000);
        bounds(faults, "move", move, 0, 1000);
        bounds(faults, "mix", mix, 0, 1000);
        bounds(faults, "seconds", seconds, 1, 60);
        if (!RANKS.contains(chiefRank)) {
            faults.add(new Problem.Fault("chiefRank", "staffing.plan.fault.rank"));
        }
        if (!faults.isEmpty()) {
            throw Problem.refused("staffing.plan.problem.rules", faults);
        }
    }

    /** As typed into the form; what is no whole number is out of bounds. @throws Problem as the constructor */
    static Rules read(Map<String, String> fields) {
        return new Rules(
                number(fields, "months"), fields.containsKey("chiefAwayFromHome"), fields.getOrDefault("chiefRank", ""), fields.containsKey("chiefInParty"),
                number(fields, "language"), number(fields, "distance"), number(fields, "move"), number(fields, "mix"), number(fields, "seconds"));
    }

    private static int number(Map<String, String> fields, String name) {
        String typed = fields.getOrDefault(name, "").strip();
        return typed.matches("\\d{1,6}") ? Integer.parseInt(typed) : -1;
    }

    /** As the form shows them. */
    Map<String, String> fields() {
        Map<String, String> fields = new HashMap<>(Map.of("months", "" + months, "chiefRank", chiefRank, "language", "" + language, "distance", "" + distance, "move", "" + move, "mix", "" + mix, "seconds", "" + seconds));
        if (chiefAwayFromHome) {
            fields.put("chiefAwayFromHome", "true");
        }
        if (chiefInParty) {
            fields.put("chiefInParty", "true");
        }
        return fields;
    }

    private static void bounds(List<Problem.Fault> faults, String field, int value, int least, int most) {
        if (value < least || value > most) {
            faults.add(new Problem.Fault(field, "staffing.plan.fault.bounds", least, most));
        }
    }

    Rules within(int otherSeconds) {
        return new Rules(months, chiefAwayFromHome, chiefRank, chiefInParty, language, distance, move, mix, otherSeconds);
    }
}

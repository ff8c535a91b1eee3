package vn.bamcoso.territory.restructuring;

import java.util.ArrayList;
import java.util.List;
import vn.bamcoso.basics.Problem;

/** Collects every reason why a restructuring cannot be, each with its row. */
final class Faults {
    private final List<Problem.Fault> found = new ArrayList<>();

    void add(Change change, String code, Object... args) {
        add(change.row(), code, args);
    }

    void add(int row, String code, Object... args) {
        var fault = new Problem.Fault(row == 0 ? "–" : String.valueOf(row), code, args);
        if (!found.contains(fault)) {
            found.add(fault);
        }
    }

    boolean none() {
        return found.isEmpty();
    }

    /** @throws Problem with all of them, when there are any */
    void refuse() {
        if (!found.isEmpty()) {
            throw Problem.refused("territory.problem.refused", List.copyOf(found), found.size());
        }
    }
}

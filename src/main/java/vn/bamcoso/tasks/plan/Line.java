package vn.bamcoso.tasks.plan;

import java.util.List;
import vn.bamcoso.basics.Problem;
import vn.bamcoso.tasks.Clear;
import vn.bamcoso.tasks.issuing.Drafting;

/**
 * One line of a plan's table as it was understood.
 *
 * @param row its number in the table
 * @param missing clears that it lacks: it can be drafted, not issued
 * @param faults what cannot be understood: nothing is drafted while there is one
 */
public record Line(int row, Drafting.Draft draft, String leads, List<Clear> missing, List<Problem.Fault> faults) {
    public boolean readable() {
        return faults.isEmpty();
    }
}

package vn.bamcoso.territory.restructuring;

import java.util.List;
import vn.bamcoso.basics.Problem;
import vn.bamcoso.territory.RestructuringPart;

/**
 * What a restructuring would change.
 *
 * @param version of the territory that was looked at; the commit is refused when it is no longer that
 * @param effects of the territory itself and of the rooms that take part
 * @param kinds units of each kind on the day before and on the effective day, where they differ
 * @param faults why it cannot be, each with its row; then there are no effects
 */
public record Preview(long version, List<RestructuringPart.Effect> effects, List<KindChange> kinds, List<Problem.Fault> faults) {
    public record KindChange(String kind, int before, int after) {}

    public boolean possible() {
        return faults.isEmpty();
    }
}

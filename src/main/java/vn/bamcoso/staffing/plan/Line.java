package vn.bamcoso.staffing.plan;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * One vacant post of a plan.
 *
 * @param n place in the list, the weightiest first
 * @param officerId who would come; null: nobody
 * @param cost what the plan would lose without this move; null until somebody asks
 */
public record Line(
        int n, int officeId, String office, short titleId, String title, @Nullable Integer officerId, @Nullable String number, @Nullable String officer, @Nullable String from,
        boolean pinned, int weight, List<Fit.Reason> why, @Nullable Cost cost) {

    /**
     * @param unfilled weight of the posts that would stay empty besides
     * @param points of the wishes that would be lost
     * @param instead who would come then; null: nobody
     */
    public record Cost(long unfilled, long points, @Nullable String instead) {}
}

package vn.bamcoso.reporting.exchange;

import java.math.BigDecimal;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * What a file would change, worked out before anything is changed.
 *
 * @param target whether it becomes approved reports, or drafts of the user's own unit
 * @param seen a digest of every report it touches as it stood when this was worked out: recording refuses when it has changed
 */
public record Plan(Brought brought, Target target, List<Step> steps, int unchanged, String seen) {

    public enum Target { APPROVED, DRAFT }

    /**
     * @param submission its id and lock; null when there is no report yet
     * @param before approved values that the row changes, by indicator; empty for a new report
     * @param cells the values after recording
     */
    public record Step(Brought.Row row, int officeId, @Nullable Long submission, int lock, int revision, Map<String, BigDecimal> before, Map<String, BigDecimal> cells, boolean correction) {}

    /** What is kept of it for the page. */
    public record Summary(String target, int rows, int fresh, int changed, int unchanged, int values, String seen, List<Total> totals, List<Change> changes, int doubtful, List<Doubt> doubts,
            @Nullable Coding coding) {}

    /** The old coding that the file was written in, with a text of it as it stood and as it was read. */
    public record Coding(String name, String before, String after) {}

    public record Total(String indicator, BigDecimal sum, int given) {}

    public record Change(String place, String indicator, @Nullable BigDecimal before, BigDecimal after) {}

    /** A value that jumps from what the same place reported for {@code lastPeriod}, or a year ago. */
    public record Doubt(int row, String place, String indicator, BigDecimal value, @Nullable BigDecimal last, @Nullable BigDecimal lastYear, String lastPeriod) {}

    private static final int SHOWN = 200;

    public Summary summary(List<Doubt> doubts, @Nullable Coding coding) {
        int fresh = (int) steps.stream().filter(step -> !step.correction()).count();
        List<Total> totals = brought.given().stream().map(this::total).filter(total -> total.given() > 0).toList();
        int values = totals.stream().mapToInt(Total::given).sum();
        List<Change> changes = steps.stream()
                .filter(Step::correction)
                .flatMap(step -> step.cells().entrySet().stream()
                        .filter(cell -> differs(step.before().get(cell.getKey()), cell.getValue()))
                        .map(cell -> new Change(step.row().place().fullName(), cell.getKey(), step.before().get(cell.getKey()), cell.getValue())))
                .limit(SHOWN)
                .toList();
        return new Summary(target.name().toLowerCase(java.util.Locale.ROOT), brought.rows().size(), fresh, steps.size() - fresh, unchanged, values, seen,
                totals, changes,
                doubts.size(), doubts.stream().limit(SHOWN).toList(), coding);
    }

    private Total total(String indicator) {
        BigDecimal sum = BigDecimal.ZERO;
        int given = 0;
        for (Brought.Row row : brought.rows()) {
            BigDecimal value = row.values().get(indicator);
            if (value != null) {
                sum = sum.add(value);
                given++;
            }
        }
        return new Total(indicator, sum, given);
    }

    static boolean differs(@Nullable BigDecimal before, @Nullable BigDecimal after) {
        return before == null ? after != null : after == null || before.compareTo(after) != 0;
    }
}

package vn.bamcoso.figures.recording;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.List;
import java.util.function.IntFunction;
import org.jspecify.annotations.Nullable;
import vn.bamcoso.basics.Problem;

/**
 * A figure that the database refused to record.
 *
 * @param row its number in the call, from 1
 * @param problem last word of the sentence's key in the language files
 */
public record Refusal(int row, String problem, String indicator, @Nullable String place, @Nullable LocalDate day) {
    /** More faults than this are counted, not listed. */
    static final int LISTED = 10_000;

    public static Refusal of(ResultSet row) throws SQLException {
        return new Refusal(row.getInt("row_no"), row.getString("problem"), row.getString("indicator"), row.getString("place"), row.getObject("day", LocalDate.class));
    }

    public static Problem problem(List<Refusal> refused, IntFunction<String> where) {
        return Problem.refused("figures.problem.refused",
                refused.stream().limit(LISTED).map(r -> r.fault(where)).toList(), refused.size());
    }

    private Problem.Fault fault(IntFunction<String> where) {
        return new Problem.Fault(where.apply(row), "figures.problem." + problem, indicator, place == null ? "" : place, day == null ? "" : day);
    }
}

package vn.bamcoso.territory;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;

/**
 * A restructuring as upper rooms see it: which identities it touches, all by id.
 *
 * @param effective first day on which its changes hold; may lie in the past or in the future
 * @param founded places that begin with it
 * @param ended places whose last day is the day before
 * @param changed places that go on with another name, kind, code or parent
 */
public record Act(
        int id,
        String title,
        String number,
        LocalDate effective,
        List<Integer> founded,
        List<Integer> ended,
        List<Integer> changed,
        List<Succession> successions,
        List<Integer> officesFounded,
        List<Integer> officesEnded,
        List<Integer> officesChanged) {
    /** A place that ended, and what became of it. */
    public record Succession(int oldId, int newId, BigDecimal share) {}
}

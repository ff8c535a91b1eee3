package vn.bamcoso.papers;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What the page of one document shows.
 *
 * @param numbered the number that it bears, or null
 * @param frozen null until it is issued
 * @param sectionLink where its text is edited; null when people write it here
 * @param may what this person may do now
 * @param missing numbers of this year's series that no document here bears, for the clerk
 */
public record PaperPage(
        Paper paper,
        Printed printed,
        List<Taken> steps,
        @Nullable Numbered numbered,
        IssuedPapers.@Nullable Frozen frozen,
        @Nullable String sectionLink,
        May may,
        List<Integer> missing,
        LocalDate today) {

    public record Taken(int n, String step, String takenName, Instant takenAt, @Nullable String remark) {
        public Step at() {
            return Step.valueOf(step);
        }
    }

    public record Numbered(int number, LocalDate dated, boolean elsewhere, boolean doubled, int skipped, @Nullable String reason) {
        public String written() {
            return Numbering.written(number);
        }
    }

    /** @param capacities lines of title in which the person may sign; empty when not now */
    public record May(
            boolean edit, boolean submit, boolean initial, List<List<String>> capacities, boolean number, boolean issue, boolean sendBack, boolean drafted) {
        public boolean nothing() {
            return !submit && !initial && capacities.isEmpty() && !number && !issue && !sendBack;
        }
    }

    /** The steps that still lie ahead when all goes well. */
    public List<Step> ahead() {
        List<Step> way = List.of(Step.SUBMITTED, Step.INITIALLED, Step.SIGNED, Step.NUMBERED, Step.ISSUED);
        int from = paper.step().open() ? 0 : way.indexOf(paper.step()) + 1;
        return way.subList(from, way.size());
    }
}

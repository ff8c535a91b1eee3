package vn.bamcoso.papers;

import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.dao.DuplicateKeyException;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;
import vn.bamcoso.basics.Problem;
import vn.bamcoso.basics.Problem.Fault;
import vn.bamcoso.basics.VietnamTime;
import vn.bamcoso.calendar.WorkingDays;

/**
 * Numbers of documents: one series a year for each issuing body and symbol, from 01 on 1 January. A number is the next of
 * the series, or one that another system gave and a clerk types in. What is doubtful about it (borne by another document,
 * leaves a gap, a late day) is said in sentences; the clerk mends it or accepts it with a reason.
 */
@Component
class Numbering {
    /** @param series papers.series.id */
    private record Taken(int series, int taken, int before) {}

    private final JdbcClient jdbc;

    Numbering(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /**
     * Takes a number in the running transaction.
     *
     * @param typed null: the next of the series
     * @param dated day of issue; its year decides the series
     * @param reason why doubtful things are accepted; null or blank when the clerk has not seen them
     * @return the number
     * @throws Problem refused, with a fault for each doubtful thing, when there is no reason; refused for a day before signing or in the future
     */
    @Transactional(propagation = Propagation.MANDATORY)
    public int give(Paper paper, @Nullable Integer typed, LocalDate dated, @Nullable String reason, Instant signedAt, Instant at) {
        LocalDate signed = VietnamTime.dayOf(signedAt);
        if (dated.isBefore(signed)) {
            throw Problem.refused("papers.problem.dated-before-signing", dated, signed);
        }
        if (dated.isAfter(VietnamTime.dayOf(at))) {
            throw Problem.refused("papers.problem.dated-in-future", dated);
        }
        Taken taken = jdbc.sql("select series, taken, before from papers.take_number(:office, :symbol, :year, cast(:wanted as int))")
                .param("office", paper.officeId())
                .param("symbol", paper.symbol())
                .param("year", dated.getYear())
                .param("wanted", typed)
                .query(Taken.class)
                .single();
        boolean doubled = taken.taken() <= taken.before() && borne(taken);
        int skipped = Math.max(0, taken.taken() - taken.before() - 1);
        var doubts = new ArrayList<Fault>();
        if (doubled) {
            doubts.add(new Fault(written(taken.taken()), "papers.doubt.number-doubled", written(taken.taken()), paper.symbol(), String.valueOf(dated.getYear())));
        }
        if (skipped > 0) {
            doubts.add(new Fault(written(taken.taken()), "papers.doubt.number-skips", written(taken.before() + 1), skipped));
        }
        LocalDate latest = WorkingDays.vietnam().after(signed, 1);
        if (dated.isAfter(latest)) {
            doubts.add(new Fault(written(taken.taken()), "papers.doubt.late", signed, latest));
        }
        if (!doubts.isEmpty() && (reason == null || reason.isBlank())) {
            throw Problem.refused("papers.problem.number-doubtful", doubts);
        }
        keep(paper, taken, dated, typed != null, doubled, skipped, doubts.isEmpty() ? null : reason);
        return taken.taken();
    }

    private boolean borne(Taken taken) {
        return jdbc.sql("select papers.number_borne(:series, :number)")
                .param("series", taken.series())
                .param("number", taken.taken())
                .query(Boolean.class)
                .single();
    }

    private void keep(Paper paper, Taken taken, LocalDate dated, boolean elsewhere, boolean doubled, int skipped, @Nullable String reason) {
        try {
            jdbc.sql("""
                            insert into papers.number (paper_id, series_id, number, dated, elsewhere, doubled, skipped, reason)
                            values (:paper, :series, :number, :dated, :elsewhere, :doubled, :skipped, :reason)""")
                    .param("paper", paper.id())
                    .param("series", taken.series())
                    .param("number", taken.taken())
                    .param("dated", dated)
                    .param("elsewhere", elsewhere)
                    .param("doubled", doubled)
                    .param("skipped", skipped)
                    .param("reason", reason)
                    .update();
        } catch (DuplicateKeyException twice) {
            throw Problem.conflict("papers.problem.changed-meanwhile");
        }
    }

    /** Numbers of the year's series that no document here bears, below the highest; for the clerk to look after. */
    List<Integer> missing(Paper paper, int year) {
        return jdbc.sql("select n from papers.numbers_missing(:office, :symbol, :year) n order by n")
                .param("office", paper.officeId())
                .param("symbol", paper.symbol())
                .param("year", year)
                .query(Integer.class)
                .list();
    }

    /** Two digits at least, as the decree writes a number below ten. */
    static String written(int number) {
        return number < 10 ? "0" + number : String.valueOf(number);
    }
}

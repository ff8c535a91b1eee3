package vn.bamcoso.figures;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.function.IntConsumer;
import java.util.function.IntFunction;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;
import vn.bamcoso.basics.Problem;
import vn.bamcoso.figures.recording.Additions;
import vn.bamcoso.figures.recording.BulkLoad;
import vn.bamcoso.figures.recording.DirectLoad;
import vn.bamcoso.figures.recording.Refusal;

/**
 * Where figures enter the house. An approval or an import records all its figures in one call, within its own transaction: a
 * value that changes goes to the history with the time until which it was known, the roll-up moves by the difference, and an
 * unchanged value stays as it was, with its first origin. The database keeps the three together; nobody can write only one.
 *
 * <p>One call a transaction: a second one could wait for a roll-up that waits for the first.
 */
@Component
public class Figures {
    private final DirectLoad directLoad;
    private final BulkLoad bulkLoad;
    private final Additions additions;
    private final Indicators indicators;
    private final boolean undecidedOpen;

    Figures(DirectLoad directLoad, BulkLoad bulkLoad, Additions additions, Indicators indicators,
            @Value("${bamcoso.undecided-open:${bamcoso.demo:false}}") boolean undecidedOpen) {
        this.directLoad = directLoad;
        this.bulkLoad = bulkLoad;
        this.additions = additions;
        this.indicators = indicators;
        this.undecidedOpen = undecidedOpen;
    }

    /**
     * Records up to some hundred figures in one round trip.
     *
     * @param knownFrom the moment from which they are known; null: now. Only the demonstration may look back
     * @return the id of the origin, as the provenance shows it
     * @throws Problem with one fault for each figure that is refused: unknown, measured or computed indicator, place that is
     *     unknown, out of scope, of another level or kind, or not alive on the period's last day, value out of bounds
     */
    @Transactional(propagation = Propagation.MANDATORY)
    public int record(Origin origin, List<NewFigure> figures, @Nullable Instant knownFrom) {
        return record(origin, figures, knownFrom, String::valueOf);
    }

    /** @param where how the user knows the n-th figure (from 1): its row and column, the name of its field */
    @Transactional(propagation = Propagation.MANDATORY)
    public int record(Origin origin, List<NewFigure> figures, @Nullable Instant knownFrom, IntFunction<String> where) {
        if (figures.size() > BulkLoad.WORTHWHILE) {
            return bulkLoad.record(origin, figures, knownFrom, undecidedOpen, where);
        }
        DirectLoad.Outcome outcome = directLoad.record(List.of(new Lot(origin, figures, knownFrom)), undecidedOpen).getFirst();
        if (!outcome.refused().isEmpty()) {
            throw Refusal.problem(outcome.refused(), where);
        }
        return outcome.originId();
    }

    /**
     * Records the figures of several acts in one round trip, each whole or not at all: one that is refused harms no other. No two
     * may bring the same cell, and all are known from now on.
     *
     * @return for each act what was refused, as a problem; empty where it is recorded
     */
    @Transactional(propagation = Propagation.MANDATORY)
    public List<Optional<Problem>> recordEach(List<Lot> acts, List<IntFunction<String>> where) {
        List<DirectLoad.Outcome> outcomes = directLoad.record(acts, undecidedOpen);
        return IntStream.range(0, acts.size())
                .mapToObj(n -> Optional.of(outcomes.get(n).refused()).filter(refused -> !refused.isEmpty()).map(refused -> Refusal.problem(refused, where.get(n))))
                .toList();
    }

    /**
     * The same for very many: copied into a temporary table, checked as a whole, inserted in key order. A million a call is a
     * good size; the figures are read once, so that they need not be in memory.
     */
    @Transactional(propagation = Propagation.MANDATORY)
    public int recordBulk(Origin origin, Iterable<NewFigure> figures, @Nullable Instant knownFrom) {
        return bulkLoad.record(origin, figures, knownFrom, undecidedOpen, String::valueOf);
    }

    @Transactional(propagation = Propagation.MANDATORY)
    public int recordBulk(Origin origin, Iterable<NewFigure> figures, @Nullable Instant knownFrom, IntFunction<String> where) {
        return bulkLoad.record(origin, figures, knownFrom, undecidedOpen, where);
    }

    /**
     * The same for many origins at once, in one act: each figure carries its own lot's origin and moment. A cell may come once.
     *
     * @param percent told how much is done, now and then: of millions, each few seconds
     * @return the id of the first lot's origin
     */
    @Transactional(propagation = Propagation.MANDATORY)
    public int recordLots(Iterable<Lot> lots, IntFunction<String> where, IntConsumer percent) {
        return bulkLoad.record(lots, undecidedOpen, where, percent);
    }

    /**
     * Records what a province adds to the figures of its communes: it counts in the province and in the nation, and is no report. A value that is
     * null takes back what was added before.
     *
     * @param additions each with the province as its place
     * @throws Problem when an indicator is counted from records, or is not summed over communes
     */
    @Transactional(propagation = Propagation.MANDATORY)
    public void supplement(Origin origin, List<NewFigure> additions) {
        this.additions.record(origin, additions, indicators::byCode);
    }
}

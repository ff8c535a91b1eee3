package vn.bamcoso.reporting.exchange;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.Iterator;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionTemplate;
import vn.bamcoso.basics.Problem;
import vn.bamcoso.reporting.exchange.LooseFigures.Act;
import vn.bamcoso.reporting.exchange.LooseFigures.Done;
import vn.bamcoso.reporting.exchange.LooseFigures.Outcome;

/**
 * Reports that come at the same time go through together. Who comes while nobody writes, writes at once; who comes meanwhile waits,
 * and the first of those writes for all of them: one transaction and one wait for the disk instead of one each. Every act stays its
 * own: with its own import, revision, origin and line of the trail, whole or refused, and answered only when it is on disk.
 *
 * <p>Provinces are spread over a few lanes. All that changes the sums of one province passes one lane, so that nobody waits in the
 * database for sums that another lane is changing.
 */
@Component
class SideBySide {
    private static final int LANES = 3;
    private static final int AT_ONCE = 32;

    private final LooseFigures loose;
    private final TransactionTemplate transaction;
    private final List<Lane> lanes;

    SideBySide(LooseFigures loose, TransactionTemplate transaction) {
        this.loose = loose;
        this.transaction = transaction;
        this.lanes = Stream.generate(Lane::new).limit(LANES).toList();
    }

    /** @throws Problem when it is refused */
    Done record(Act act) {
        if (!act.oneReport()) {
            return loose.record(act.rows(), act.reason());
        }
        return lanes.get(act.rows().getFirst().place().home() % lanes.size()).hand(act);
    }

    /** One who waits. {@code mayWrite} is told true when it is its turn to write, false when another has written for it. */
    private static final class Waiting {
        private final Act act;
        private final CompletableFuture<Boolean> mayWrite = new CompletableFuture<>();
        private @Nullable Done done;
        private @Nullable RuntimeException refused;

        private Waiting(Act act) {
            this.act = act;
        }

        private Done answer() {
            if (refused != null) {
                throw refused;
            }
            return java.util.Objects.requireNonNull(done);
        }
    }

    private final class Lane {
        private final ArrayDeque<Waiting> queue = new ArrayDeque<>();
        private boolean writing;

        private Done hand(Act act) {
            var mine = new Waiting(act);
            synchronized (queue) {
                queue.add(mine);
                if (!writing) {
                    writing = true;
                    mine.mayWrite.complete(true);
                }
            }
            if (mine.mayWrite.join()) {
                List<Waiting> together = List.of(mine);
                try {
                    together = next();
                    write(together);
                } finally {
                    together.stream().filter(waiting -> waiting != mine).forEach(waiting -> waiting.mayWrite.complete(false));
                    passOn();
                }
            }
            return mine.answer();
        }

        /** The first who waits, and all behind it of the same user; of two for the same place and period the later waits on. */
        private List<Waiting> next() {
            synchronized (queue) {
                List<Waiting> together = new ArrayList<>();
                Set<List<Object>> spots = new HashSet<>();
                for (Iterator<Waiting> all = queue.iterator(); all.hasNext() && together.size() < AT_ONCE; ) {
                    Waiting waiting = all.next();
                    var row = waiting.act.rows().getFirst();
                    var first = together.isEmpty() ? waiting.act.by() : together.getFirst().act.by();
                    boolean alone = spots.add(List.of(row.place().id(), row.period().code()));
                    if (alone && first.id() == waiting.act.by().id() && first.actingGrant() == waiting.act.by().actingGrant()) {
                        together.add(waiting);
                        all.remove();
                    }
                }
                return together;
            }
        }

        private void passOn() {
            synchronized (queue) {
                Waiting next = queue.peek();
                writing = next != null;
                if (next != null) {
                    next.mayWrite.complete(true);
                }
            }
        }
    }

    /** Until each is recorded or refused: with one refused all are taken back, and the others written again without it. */
    private void write(List<Waiting> together) {
        List<Waiting> open = new ArrayList<>(together);
        while (!open.isEmpty()) {
            try {
                List<Outcome> outcomes = transaction.execute(running -> {
                    List<Outcome> all = loose.recordEach(open.stream().map(waiting -> waiting.act).toList());
                    if (all.stream().anyMatch(outcome -> outcome.refused().isPresent())) {
                        running.setRollbackOnly();
                    }
                    return all;
                });
                boolean kept = outcomes.stream().allMatch(outcome -> outcome.refused().isEmpty());
                List<Waiting> again = new ArrayList<>();
                for (int i = 0; i < outcomes.size(); i++) {
                    Waiting waiting = open.get(i);
                    Optional<Problem> refused = outcomes.get(i).refused();
                    waiting.refused = refused.orElse(null);
                    waiting.done = outcomes.get(i).done();
                    if (!kept && refused.isEmpty()) {
                        again.add(waiting);
                    }
                }
                open.retainAll(again);
            } catch (RuntimeException failed) {
                if (open.size() > 1) {
                    List.copyOf(open).forEach(waiting -> write(List.of(waiting)));
                } else {
                    open.getFirst().refused = failed;
                }
                return;
            }
        }
    }
}

package vn.bamcoso.reviews;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;
import vn.bamcoso.basics.Texts;
import vn.bamcoso.papers.WholeView;

/**
 * The figures of a review as its writers see them: every one that its outline names, whatever field of work the writer
 * holds, because the outline decides what the report shows and the report decides who may read it.
 */
@Component
class ReviewFigures {
    private final Facts facts;
    private final WholeView whole;

    ReviewFigures(Facts facts, WholeView whole) {
        this.facts = facts;
        this.whole = whole;
    }

    @Transactional(readOnly = true)
    public Optional<Fact> find(Slot slot, @Nullable Instant known) {
        return whole.seeing(() -> facts.find(slot, known));
    }

    @Transactional(readOnly = true)
    public List<Facts.Doubt> doubts(List<Slot> slots, Texts texts) {
        return whole.seeing(() -> facts.doubts(slots, texts));
    }

    /** Several questions in one whole view. */
    @Transactional(readOnly = true)
    public <T> T asking(Supplier<T> questions) {
        return whole.seeing(questions);
    }
}

package vn.bamcoso.reviews;

import java.sql.Timestamp;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.dao.DuplicateKeyException;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;
import tools.jackson.databind.json.JsonMapper;
import vn.bamcoso.access.CurrentUser;
import vn.bamcoso.audit.Trail;
import vn.bamcoso.basics.Problem;
import vn.bamcoso.papers.Papers;

/** Gives a block a new wording, when every number in it is true and nothing in it must be kept out. */
@Component
class Wordings {
    private final JdbcClient jdbc;
    private final JsonMapper json;
    private final ReviewBlocks blocks;
    private final Reviews reviews;
    private final Papers papers;
    private final ReviewFigures figures;
    private final TextCheck check;
    private final Trail trail;

    Wordings(JdbcClient jdbc, JsonMapper json, ReviewBlocks blocks, Reviews reviews, Papers papers, ReviewFigures figures, TextCheck check, Trail trail) {
        this.jdbc = jdbc;
        this.json = json;
        this.blocks = blocks;
        this.reviews = reviews;
        this.papers = papers;
        this.figures = figures;
        this.check = check;
        this.trail = trail;
    }

    /**
     * @param version the wording that the writer saw
     * @param typed words with slots: "đã bố trí [1: gần 45.000] cán bộ"
     * @param reason why findings at the edge are let through; null: they are faults
     * @throws Problem conflict when somebody else has saved this block meanwhile; refused with a fault for each number that is
     *     not true, each slip of spelling, each thing that must not stand here; refused when the document is no draft any more
     */
    @Transactional
    public void save(int block, int version, String typed, @Nullable String reason, Instant at) {
        ReviewBlocks.Block before = blocks.get(block);
        papers.needOpen(reviews.get(before.reviewId()).paper());
        if (before.version() != version) {
            throw changedMeanwhile(before);
        }
        TextCheck.Checked checked = check.check(typed, before, reason);
        if (!checked.faults().isEmpty()) {
            throw Problem.refused("reviews.problem.text-refused", checked.faults(), checked.faults().size());
        }
        var slots = new ArrayList<Slot>();
        for (Slot slot : before.slots()) {
            slots.add(slot.seeing(figures.find(slot, null).map(Fact::value).orElse(null)));
        }
        write(before, checked.text().marked(), slots, at);
    }

    private void write(ReviewBlocks.Block before, String text, List<Slot> slots, Instant at) {
        CurrentUser by = CurrentUser.require();
        try {
            jdbc.sql("""
                            insert into reviews.wording (block_id, version, text, slots, written_by, written_name, written_at)
                            values (:block, :version, :text, cast(:slots as jsonb), :by, :name, :at)""")
                    .param("block", before.id())
                    .param("version", before.version() + 1)
                    .param("text", text)
                    .param("slots", json.writeValueAsString(slots))
                    .param("by", by.id())
                    .param("name", by.name())
                    .param("at", Timestamp.from(at))
                    .update();
        } catch (DuplicateKeyException faster) {
            throw changedMeanwhile(before);
        }
        trail.write("reviews.block.reworded", "review:" + before.reviewId(), Map.of("block", before.position(), "text", before.text().marked()), Map.of("block", before.position(), "text", text));
    }

    private static Problem changedMeanwhile(ReviewBlocks.Block block) {
        return Problem.conflict("reviews.problem.changed-meanwhile", block.writtenName());
    }
}

package vn.bamcoso.papers;

import java.sql.Timestamp;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.LinkedHashMap;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.dao.DuplicateKeyException;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Isolation;
import org.springframework.transaction.annotation.Transactional;
import tools.jackson.databind.json.JsonMapper;
import vn.bamcoso.access.CurrentUser;
import vn.bamcoso.audit.Trail;
import vn.bamcoso.basics.Problem;
import vn.bamcoso.basics.Problem.Fault;
import vn.bamcoso.basics.VietnamTime;

/**
 * The steps of a document, each one method: it asks whether the step is open and whether this person may take it, writes
 * the row, and the trail's line beside it. {@code seen} is the number of the last step that the user saw: whoever comes
 * second is told.
 */
@Component
public class PaperSteps {
    private static final Duration REPLAYED = Duration.ofHours(1);

    private final JdbcClient jdbc;
    private final JsonMapper json;
    private final PaperRows rows;
    private final Permits permits;
    private final Composing composing;
    private final Numbering numbering;
    private final Freezing freezing;
    private final Trail trail;
    private final Clock clock;

    PaperSteps(
            JdbcClient jdbc, JsonMapper json, PaperRows rows, Permits permits, Composing composing, Numbering numbering, Freezing freezing, Trail trail,
            Clock clock) {
        this.jdbc = jdbc;
        this.json = json;
        this.rows = rows;
        this.permits = permits;
        this.composing = composing;
        this.numbering = numbering;
        this.freezing = freezing;
        this.trail = trail;
        this.clock = clock;
    }

    /** Trình. @throws Problem refused when the text has faults (each a sentence) or is empty */
    @Transactional
    public void submit(int id, int seen, @Nullable String remark, Instant at) {
        Paper paper = open(id, seen, Step.SUBMITTED);
        permits.needDrafter(CurrentUser.require(), paper.officeId(), paper.draftingId());
        sound(composing.of(paper, known(at)));
        take(paper, Step.SUBMITTED, remark, null, null, at);
    }

    /** Ký nháy. */
    @Transactional
    public void initial(int id, int seen, @Nullable String remark, Instant at) {
        Paper paper = open(id, seen, Step.INITIALLED);
        if (!permits.of(CurrentUser.require()).initials(paper)) {
            throw Problem.forbidden("papers.problem.not-checker");
        }
        take(paper, Step.INITIALLED, remark, null, null, at);
    }

    /**
     * Ký: binds the text as it stands now.
     *
     * @param titles one of the capacities that {@code Permits} gives this user
     * @param rank printed before the name when not empty
     * @throws Problem forbidden unless the user signs for the issuing body in that capacity; refused without initials, except
     *     in a commune, whose office is one unit
     */
    @Transactional
    public void sign(int id, int seen, List<String> titles, String rank, @Nullable String remark, Instant at) {
        Paper paper = open(id, seen, Step.SIGNED);
        CurrentUser by = CurrentUser.require();
        Permit permit = permits.of(by);
        if (permit.drafted(paper)) {
            throw Problem.forbidden("papers.problem.drafter-signs");
        }
        if (!permit.signs(paper, titles)) {
            throw Problem.forbidden("papers.problem.not-signer");
        }
        if (paper.step() == Step.SUBMITTED && !paper.head().officeKind().equals("commune")) {
            throw Problem.refused("papers.problem.not-initialled");
        }
        Content content = sound(composing.of(paper, known(at)));
        take(paper, Step.SIGNED, remark, new Signature(titles, rank.strip(), by.name()), composing.hash(paper, content), at);
    }

    /**
     * Cấp số: the next number of the series, or one given in another system. A document that bore a number before it was
     * returned keeps it.
     *
     * @param typed null: the next of the series
     * @return the number
     * @throws Problem as {@link Numbering#give}
     */
    @Transactional
    public int number(int id, int seen, @Nullable Integer typed, LocalDate dated, @Nullable String reason, Instant at) {
        Paper paper = open(id, seen, Step.NUMBERED);
        needClerk(paper);
        Integer kept = jdbc.sql("select number from papers.number where paper_id = :id").param("id", id).query(Integer.class).optional().orElse(null);
        int number = kept != null ? kept : numbering.give(paper, typed, dated, reason, signedAt(id), at);
        take(paper, Step.NUMBERED, reason, null, null, at);
        return number;
    }

    /**
     * Phát hành: builds the document from the figures as known at one instant, compares it with what was signed, and freezes
     * the bytes.
     *
     * @throws Problem refused when figures have changed since the signing so that the document would say something else
     */
    @Transactional(isolation = Isolation.REPEATABLE_READ)
    public void issue(int id, int seen, Instant known, Instant at) {
        Paper paper = open(id, seen, Step.ISSUED);
        needClerk(paper);
        freezing.freeze(paper, known, at);
        take(paper, Step.ISSUED, null, null, null, at);
    }

    /** Trả lại, to the drafter. @param remark why; required */
    @Transactional
    public void sendBack(int id, int seen, String remark, Instant at) {
        Paper paper = open(id, seen, Step.RETURNED);
        if (!permits.of(CurrentUser.require()).returns(paper)) {
            throw Problem.forbidden("papers.problem.not-returner");
        }
        if (remark.isBlank()) {
            throw Problem.refused("papers.problem.return-without-reason");
        }
        take(paper, Step.RETURNED, remark.strip(), null, null, at);
    }

    /** As known now; a step that is replayed from the past (the demonstration does) sees what was known then. */
    private @Nullable Instant known(Instant at) {
        return at.isBefore(clock.instant().minus(REPLAYED)) ? at : null;
    }

    private Paper open(int id, int seen, Step wanted) {
        Paper paper = rows.get(id);
        if (paper.stepNumber() != seen) {
            throw Problem.conflict("papers.problem.step-taken-meanwhile");
        }
        if (!paper.step().mayBecome(wanted)) {
            throw Problem.refused("papers.problem.step-not-open");
        }
        return paper;
    }

    private void needClerk(Paper paper) {
        if (!permits.of(CurrentUser.require()).numbers(paper)) {
            throw Problem.forbidden("papers.problem.not-records-clerk");
        }
    }

    private static Content sound(Content content) {
        if (!content.faults().isEmpty()) {
            var faults = content.faults().stream().map(fault -> new Fault("", "papers.fault", fault)).toList();
            throw Problem.refused("papers.problem.text-has-faults", faults, faults.size());
        }
        if (content.blocks().isEmpty()) {
            throw Problem.refused("papers.problem.empty");
        }
        return content;
    }

    private Instant signedAt(int id) {
        return jdbc.sql("select taken_at from papers.step where paper_id = :id and step = 'SIGNED' order by n desc limit 1")
                .param("id", id)
                .query(Timestamp.class)
                .single()
                .toInstant();
    }

    private void take(Paper paper, Step step, @Nullable String remark, @Nullable Signature signature, byte @Nullable [] content, Instant at) {
        CurrentUser by = CurrentUser.require();
        try {
            jdbc.sql("""
                            insert into papers.step (paper_id, n, step, taken_by, taken_name, taken_at, remark, signature, content)
                            values (:paper, :n, :step, :by, :name, :at, :remark, cast(:signature as jsonb), :content)""")
                    .param("paper", paper.id())
                    .param("n", paper.stepNumber() + 1)
                    .param("step", step.name())
                    .param("by", by.id())
                    .param("name", by.name())
                    .param("at", Timestamp.from(at))
                    .param("remark", remark == null || remark.isBlank() ? null : remark.strip())
                    .param("signature", signature == null ? null : json.writeValueAsString(signature))
                    .param("content", content)
                    .update();
        } catch (DuplicateKeyException faster) {
            throw Problem.conflict("papers.problem.step-taken-meanwhile");
        }
        var what = new LinkedHashMap<String, Object>();
        what.put("n", paper.stepNumber() + 1);
        what.put("at", VietnamTime.at(at).toString());
        if (remark != null) {
            what.put("remark", remark);
        }
        trail.write("papers.paper." + step.name().toLowerCase(java.util.Locale.ROOT), "paper:" + paper.id(), paper.step(), what);
    }
}

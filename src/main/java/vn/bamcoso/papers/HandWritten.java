package vn.bamcoso.papers;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;
import vn.bamcoso.basics.Problem;
import vn.bamcoso.basics.Problem.Fault;

/** The wording of a document that people write: reading it for an editor, and what must be right before it is kept. */
@Component
public class HandWritten {
    /** @param version the wording shown; saving names it, so that nobody overwrites somebody else */
    public record Draft(int id, String subject, int version, String text) {}

    private final JdbcClient jdbc;
    private final Papers papers;
    private final TextGate gate;

    HandWritten(JdbcClient jdbc, Papers papers, TextGate gate) {
        this.jdbc = jdbc;
        this.papers = papers;
        this.gate = gate;
    }

    @Transactional(readOnly = true)
    public Draft draft(int id) {
        Paper paper = papers.needOpen(id);
        if (paper.generated()) {
            throw Problem.refused("papers.problem.written-by-section");
        }
        return jdbc.sql("select :id as id, :subject as subject, version, text from papers.wording where paper_id = :id order by version desc limit 1")
                .param("id", id)
                .param("subject", paper.subject())
                .query(Draft.class)
                .single();
    }

    /** Opens a document, with its first wording. @param reason why findings at the edge are let through; null: they are refused */
    @Transactional
    public int open(NewPaper wanted, @Nullable String reason, Instant at) {
        NewPaper clean = new NewPaper(
                wanted.kind(), wanted.issuingOffice(), wanted.draftingOffice(), TextGate.clean(wanted.subject()), wanted.addressees(), wanted.recipients(),
                wanted.field(), null, null, TextGate.clean(Objects.requireNonNull(wanted.text())));
        pass("papers:" + wanted.draftingOffice(), reason, clean.subject(), lines(clean.addressees()), lines(clean.recipients()), clean.text());
        return papers.open(clean, at);
    }

    /** As {@link Papers#reword}, for what a person typed. */
    @Transactional
    public void reword(int id, int version, String text, @Nullable String reason, Instant at) {
        String clean = TextGate.clean(text);
        pass("paper:" + id, reason, clean);
        papers.reword(id, version, clean, at);
    }

    /** As {@link Papers#address}, for what a person typed. */
    @Transactional
    public void address(int id, int version, String subject, List<String> addressees, List<String> recipients, @Nullable String reason) {
        String clean = TextGate.clean(subject);
        pass("paper:" + id, reason, clean, lines(addressees), lines(recipients));
        papers.address(id, version, clean, addressees, recipients);
    }

    private static String lines(List<String> list) {
        return TextGate.clean(String.join("\n", list));
    }

    private void pass(String subject, @Nullable String reason, String... texts) {
        var faults = new ArrayList<Fault>();
        for (String text : texts) {
            faults.addAll(gate.faults(text, subject, reason));
        }
        if (!faults.isEmpty()) {
            throw Problem.refused("papers.problem.text-refused", faults, faults.size());
        }
    }
}

package vn.bamcoso.papers;

import java.time.Clock;
import java.util.ArrayList;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;
import vn.bamcoso.basics.Problem;
import vn.bamcoso.basics.Problem.Fault;
import vn.bamcoso.basics.Texts;
import vn.bamcoso.basics.VietnamTime;
import vn.bamcoso.documents.edge.EdgeCheck;
import vn.bamcoso.documents.spelling.Spelling;

/** The wording of a document that people write: reading it for an editor, and what must be right before it is kept. */
@Component
public class HandWritten {
    /** @param version the wording shown; saving names it, so that nobody overwrites somebody else */
    public record Draft(int id, String subject, int version, String text) {}

    private final JdbcClient jdbc;
    private final Papers papers;
    private final Clock clock;

    HandWritten(JdbcClient jdbc, Papers papers, Clock clock) {
        this.jdbc = jdbc;
        this.papers = papers;
        this.clock = clock;
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

    /** The text in the house's spelling. @throws Problem refused with each word that is misspelt and each thing that must not stand here */
    String checked(String text) {
        String clean = Spelling.normalise(text.replace("\r\n", "\n").strip());
        var faults = new ArrayList<Fault>();
        Spelling.check(clean).forEach(slip -> faults.add(new Fault(slip.written(), "papers.fault.spelling", slip.right())));
        new EdgeCheck(VietnamTime.today(clock)).text(clean).forEach(finding -> faults.add(finding.fault(Texts.VIETNAMESE)));
        if (!faults.isEmpty()) {
            throw Problem.refused("papers.problem.text-refused", faults, faults.size());
        }
        return clean;
    }
}

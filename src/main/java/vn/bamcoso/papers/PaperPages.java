package vn.bamcoso.papers;

import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;
import vn.bamcoso.access.CurrentUser;
import vn.bamcoso.basics.VietnamTime;

/** Reads what the page of one document shows. */
@Component
class PaperPages {
    private final JdbcClient jdbc;
    private final Clock clock;
    private final PaperRows rows;
    private final Composing composing;
    private final PrintedRows printed;
    private final IssuedPapers issued;
    private final Numbering numbering;
    private final Permits permits;

    PaperPages(
            JdbcClient jdbc, Clock clock, PaperRows rows, Composing composing, PrintedRows printed, IssuedPapers issued, Numbering numbering, Permits permits) {
        this.jdbc = jdbc;
        this.clock = clock;
        this.rows = rows;
        this.composing = composing;
        this.printed = printed;
        this.issued = issued;
        this.numbering = numbering;
        this.permits = permits;
    }

    /** An issued document is shown with its figures as known at its issue. */
    @Transactional(readOnly = true)
    public PaperPage of(int id) {
        Paper paper = rows.get(id);
        LocalDate today = VietnamTime.today(clock);
        var steps = jdbc.sql("select n, step, taken_name, taken_at, remark from papers.step where paper_id = :id order by n")
                .param("id", id)
                .query(PaperPage.Taken.class)
                .list();
        var numbered = jdbc.sql("select number, dated, elsewhere, doubled, skipped, reason from papers.number where paper_id = :id")
                .param("id", id)
                .query(PaperPage.Numbered.class)
                .optional()
                .orElse(null);
        var frozen = paper.step() == Step.ISSUED ? issued.frozen(id) : null;
        PaperPage.May may = may(paper);
        return new PaperPage(
                paper,
                printed(paper),
                steps,
                numbered,
                frozen,
                paper.generated() ? composing.section(paper).link(paper.sectionRef()) : null,
                may,
                may.number() ? numbering.missing(paper, today.getYear()) : List.of(),
                today);
    }

    /** The document as it would be printed now, or as it was issued. */
    @Transactional(readOnly = true)
    public Printed printed(int id) {
        return printed(rows.get(id));
    }

    private Printed printed(Paper paper) {
        var known = paper.step() == Step.ISSUED ? issued.frozen(paper.id()).knownAt() : null;
        return printed.of(paper, composing.of(paper, known), known);
    }

    private PaperPage.May may(Paper paper) {
        Permit permit = permits.of(CurrentUser.require());
        Step at = paper.step();
        boolean drafts = at.open() && permit.drafts(paper);
        boolean initialless = at == Step.SUBMITTED && !paper.head().officeKind().equals("commune");
        return new PaperPage.May(
                drafts,
                drafts,
                at.mayBecome(Step.INITIALLED) && permit.initials(paper),
                at.mayBecome(Step.SIGNED) && !initialless ? permit.capacities(paper) : List.of(),
                at.mayBecome(Step.NUMBERED) && permit.numbers(paper),
                at.mayBecome(Step.ISSUED) && permit.numbers(paper),
                at.mayBecome(Step.RETURNED) && permit.returns(paper),
                permit.drafted(paper));
    }
}

package vn.bamcoso.papers;

import java.sql.Timestamp;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;
import tools.jackson.databind.json.JsonMapper;
import vn.bamcoso.access.CurrentUser;
import vn.bamcoso.audit.Trail;
import vn.bamcoso.basics.Problem;
import vn.bamcoso.basics.VietnamTime;

/**
 * Documents of the house: opening one, changing its draft, asking where it stands. The life of a document: opened as a
 * draft by its drafter, submitted, initialled, signed, numbered, issued and frozen ({@link PaperSteps}); after that it is
 * only read ({@link IssuedPapers}).
 */
@Component
public class Papers {
    private final JdbcClient jdbc;
    private final JsonMapper json;
    private final PaperRows rows;
    private final OfficeNames offices;
    private final Permits permits;
    private final Trail trail;

    Papers(JdbcClient jdbc, JsonMapper json, PaperRows rows, OfficeNames offices, Permits permits, Trail trail) {
        this.jdbc = jdbc;
        this.json = json;
        this.rows = rows;
        this.offices = offices;
        this.permits = permits;
        this.trail = trail;
    }

    /**
     * Opens a draft for who acts now.
     *
     * @param at when; names in the head are those of that day
     * @return papers.paper.id
     * @throws Problem refused when an office does not stand that day; forbidden unless the user drafts for that office
     */
    @Transactional
    public int open(NewPaper wanted, Instant at) {
        CurrentUser by = CurrentUser.require();
        var day = VietnamTime.dayOf(at);
        var body = offices.on(wanted.issuingOffice(), day);
        var drafting = wanted.draftingOffice() == wanted.issuingOffice() ? body : offices.on(wanted.draftingOffice(), day);
        permits.needDrafter(by, wanted.issuingOffice(), wanted.draftingOffice());
        int id = jdbc.sql("""
                        insert into papers.paper (kind, office_id, drafting_id, drafting_mark, symbol, head, subject, addressees, recipients,
                                                  section, section_ref, opened_by, opened_at, field, home, place_id)
                        values (:kind, :office, :drafting, :mark, :symbol, cast(:head as jsonb), :subject, :addressees, :recipients,
                                :section, :ref, :by, :at, :field, :home, :place) returning id""")
                .param("kind", wanted.kind().name())
                .param("office", body.officeId())
                .param("drafting", drafting.officeId())
                .param("mark", drafting.mark())
                .param("symbol", wanted.kind().symbol(body.mark(), drafting.mark()))
                .param("head", json.writeValueAsString(body.head()))
                .param("subject", wanted.subject())
                .param("addressees", wanted.addressees().toArray(String[]::new))
                .param("recipients", wanted.recipients().toArray(String[]::new))
                .param("section", wanted.section())
                .param("ref", wanted.sectionRef())
                .param("by", by.id())
                .param("at", Timestamp.from(at))
                .param("field", wanted.field())
                .param("home", body.home())
                .param("place", body.placeId())
                .query(Integer.class)
                .single();
        jdbc.sql("insert into papers.step (paper_id, n, step, taken_by, taken_name, taken_at) values (:id, 1, 'DRAFTED', :by, :name, :at)")
                .param("id", id)
                .param("by", by.id())
                .param("name", by.name())
                .param("at", Timestamp.from(at))
                .update();
        if (wanted.text() != null) {
            write(id, 1, wanted.text(), by, at);
        }
        trail.write("papers.paper.opened", "paper:" + id, null, wanted);
        return id;
    }

    /** @throws Problem not found, also when out of scope */
    @Transactional(readOnly = true)
    public Paper get(int id) {
        return rows.get(id);
    }

    /** The document that a section writes; empty when there is none in scope. */
    @Transactional(readOnly = true)
    public Optional<Paper> of(String section, long ref) {
        return jdbc.sql("select id from papers.paper where section = :section and section_ref = :ref")
                .param("section", section)
                .param("ref", ref)
                .query(Integer.class)
                .optional()
                .map(rows::get);
    }

    /** Whether who acts now may change its wording now. */
    @Transactional(readOnly = true)
    public boolean mayEdit(Paper paper) {
        return paper.step().open() && permits.of(CurrentUser.require()).drafts(paper);
    }

    /** @throws Problem refused unless the wording may still change; forbidden unless the user drafts for that office */
    @Transactional(readOnly = true)
    public Paper needOpen(int id) {
        Paper paper = rows.get(id);
        if (!paper.step().open()) {
            throw Problem.refused("papers.problem.wording-closed");
        }
        permits.needDrafter(CurrentUser.require(), paper.officeId(), paper.draftingId());
        return paper;
    }

    /**
     * Changes what a draft says of itself.
     *
     * @param version the one that the user saw
     * @throws Problem conflict when somebody else has changed it since
     */
    @Transactional
    public void address(int id, int version, String subject, List<String> addressees, List<String> recipients) {
        Paper before = needOpen(id);
        if (subject.isBlank()) {
            throw Problem.refused("papers.problem.no-subject");
        }
        int changed = jdbc.sql("""
                        update papers.paper set subject = :subject, addressees = :addressees, recipients = :recipients, version = version + 1
                        where id = :id and version = :version""")
                .param("subject", subject.strip())
                .param("addressees", addressees.toArray(String[]::new))
                .param("recipients", recipients.toArray(String[]::new))
                .param("id", id)
                .param("version", version)
                .update();
        if (changed == 0) {
            throw Problem.conflict("papers.problem.changed-meanwhile");
        }
        trail.write("papers.paper.addressed", "paper:" + id, before, Map.of("subject", subject, "addressees", addressees, "recipients", recipients));
    }

    /**
     * Gives a document written by hand a new wording.
     *
     * @param version the wording that the user saw
     * @throws Problem conflict when somebody else has saved meanwhile; refused for a document that a section writes
     */
    @Transactional
    public void reword(int id, int version, String text, Instant at) {
        Paper paper = needOpen(id);
        if (paper.generated()) {
            throw Problem.refused("papers.problem.written-by-section");
        }
        int present = jdbc.sql("select coalesce(max(version), 0) from papers.wording where paper_id = :id").param("id", id).query(Integer.class).single();
        if (present != version) {
            throw Problem.conflict("papers.problem.changed-meanwhile");
        }
        write(id, version + 1, text, CurrentUser.require(), at);
        trail.write("papers.paper.reworded", "paper:" + id, Map.of("version", version), Map.of("version", version + 1, "text", text));
    }

    private void write(int id, int version, String text, CurrentUser by, Instant at) {
        jdbc.sql("insert into papers.wording (paper_id, version, text, written_by, written_at) values (:id, :version, :text, :by, :at)")
                .param("id", id)
                .param("version", version)
                .param("text", text)
                .param("by", by.id())
                .param("at", Timestamp.from(at))
                .update();
    }
}

package vn.bamcoso.papers.comments;

import java.time.Instant;
import java.util.List;
import java.util.Objects;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;
import vn.bamcoso.access.CurrentUser;
import vn.bamcoso.basics.Problem;
import vn.bamcoso.basics.Texts;
import vn.bamcoso.basics.VietnamTime;
import vn.bamcoso.papers.NewPaper;
import vn.bamcoso.papers.Paper;
import vn.bamcoso.papers.PaperKind;
import vn.bamcoso.papers.Papers;
import vn.bamcoso.territory.Office;
import vn.bamcoso.territory.Offices;

/** From the table of comments to the document that goes with the draft to whoever signs it. */
@Component
class TableReports {
    private final Consultations consultations;
    private final Matters matters;
    private final Papers papers;
    private final Offices offices;

    TableReports(Consultations consultations, Matters matters, Papers papers, Offices offices) {
        this.consultations = consultations;
        this.matters = matters;
        this.papers = papers;
        this.offices = offices;
    }

    /**
     * The document of the table; opened now when there is none yet.
     *
     * @return papers.paper.id
     * @throws Problem forbidden unless the user runs the matter and drafts for the office that sent the draft
     */
    @Transactional
    public int open(int id, Instant at) {
        Consultation round = consultations.get(id);
        matters.requireRun(CurrentUser.require(), round.matter(), round.matterRef());
        return papers.of(TableSection.NAME, id).map(Paper::id).orElseGet(() -> {
            Office drafting = offices.byId(round.officeId(), VietnamTime.dayOf(at)).orElseThrow(Problem::notFound);
            int issuing = drafting.kind().equals("department") ? Objects.requireNonNull(drafting.parentId()) : drafting.id();
            return papers.open(new NewPaper(PaperKind.BC, issuing, drafting.id(), Texts.vi().get("papers.comments.word.subject", round.title()), List.of(),
                    List.of(Texts.vi().get("papers.comments.word.recipients")), round.field(), TableSection.NAME, (long) id, null), at);
        });
    }
}

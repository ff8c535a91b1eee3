package vn.bamcoso.staffing.paper;

import java.time.Clock;
import java.util.List;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Controller;
import org.springframework.transaction.annotation.Transactional;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.servlet.View;
import org.springframework.web.servlet.view.RedirectView;
import vn.bamcoso.access.CurrentUser;
import vn.bamcoso.basics.Problem;
import vn.bamcoso.identity.Grants;
import vn.bamcoso.papers.NewPaper;
import vn.bamcoso.papers.PaperKind;
import vn.bamcoso.papers.Papers;
import vn.bamcoso.staffing.Area;
import vn.bamcoso.staffing.wave.Waves;

/** Opens the proposal of a draft, the decision of a wave or of one act as a document of the house; it then goes the way of all documents. */
@Controller
public class PaperController {
    private final Papers papers;
    private final Waves waves;
    private final Grants grants;
    private final Deciding deciding;
    private final JdbcClient jdbc;
    private final Clock clock;

    PaperController(Papers papers, Waves waves, Grants grants, Deciding deciding, JdbcClient jdbc, Clock clock) {
        this.papers = papers;
        this.waves = waves;
        this.grants = grants;
        this.deciding = deciding;
        this.jdbc = jdbc;
        this.clock = clock;
    }

    @PostMapping("/staffing/waves/{id}/paper")
    @Transactional
    public View ofWave(@PathVariable int id) {
        Waves.Wave wave = waves.byId(id).orElseThrow(Problem::notFound);
        if (wave.draft() || wave.paperId() != null) {
            throw Problem.refused("staffing.problem.wave-" + wave.status());
        }
        Waves.Wave changed = wave.changesId() == null ? null : waves.byId(wave.changesId()).orElse(null);
        String subject = switch (wave.purpose()) {
            case "amend" -> "Sửa đổi Quyết định số " + (changed == null ? "…" : changed.decision()) + " về việc điều động cán bộ";
            case "revoke" -> "Bãi bỏ Quyết định số " + (changed == null ? "…" : changed.decision()) + " về việc điều động cán bộ";
            default -> "Về việc điều động cán bộ đảm nhiệm chức danh Công an cấp xã";
        };
        int paper = open(PaperKind.QD, subject, List.of(), List.of("Như Điều 3"), TransferDecision.NAME, id);
        jdbc.sql("update staffing.wave set paper_id = :paper where id = :id").param("paper", paper).param("id", id).update();
        return new RedirectView("/documents/" + paper);
    }

    /** The tờ trình of a draft: from then on whoever works on the document reads the list. */
    @PostMapping("/staffing/waves/{id}/proposal")
    @Transactional
    public View proposal(@PathVariable int id) {
        Waves.Wave wave = waves.byId(id).orElseThrow(Problem::notFound);
        if (!wave.draft() || wave.proposalPaperId() != null) {
            throw Problem.refused("staffing.problem.wave-" + wave.status());
        }
        String to = deciding.head(TransferProposal.NAME, id, wave.officeId()).titleAndOffice();
        int paper = open(PaperKind.TTR, wave.people() == 1 ? "Về việc điều động cán bộ" : "Về việc điều động cán bộ đảm nhiệm chức danh Công an cấp xã", List.of(to), List.of(), TransferProposal.NAME, id);
        jdbc.sql("update staffing.wave set proposal_paper_id = :paper where id = :id").param("paper", paper).param("id", id).update();
        return new RedirectView("/documents/" + paper);
    }

    @PostMapping("/staffing/moves/{id}/paper")
    @Transactional
    public View ofMove(@PathVariable long id) {
        String what = jdbc.sql("select what from staffing.move where id = :id and paper_id is null").param("id", id).query(String.class).optional().orElseThrow(Problem::notFound);
        String subject = switch (what) {
            case "retirement" -> "Về việc cán bộ nghỉ công tác hưởng chế độ hưu trí";
            case "end" -> "Về việc cán bộ thôi giữ chức danh";
            case "appointment" -> "Về việc điều động, bổ nhiệm cán bộ";
            case "secondment" -> "Về việc biệt phái cán bộ";
            case "reinforcement" -> "Về việc tăng cường cán bộ";
            case "acting" -> "Về việc giao phụ trách";
            case "concurrent" -> "Về việc giao kiêm nhiệm";
            default -> "Về việc điều động cán bộ";
        };
        int paper = open(PaperKind.QD, subject, List.of(), List.of("Như Điều 3"), TransferDecision.NAME, -id);
        jdbc.sql("update staffing.move set paper_id = :paper where id = :id").param("paper", paper).param("id", id).update();
        return new RedirectView("/documents/" + paper);
    }

    /** Issued and drafted by the office at which the user drafts. */
    private int open(PaperKind kind, String subject, List<String> addressees, List<String> recipients, String section, long ref) {
        int office = grants.of(CurrentUser.require()).stream()
                .filter(grant -> List.of("provincial_staff", "ministry_office", "department").contains(grant.role()) && (grant.field() == null || grant.field() == Area.PERSONNEL))
                .map(Grants.Grant::officeId).findFirst().orElseThrow(() -> Problem.forbidden("staffing.problem.not-yours"));
        return papers.open(new NewPaper(kind, office, office, subject, addressees, recipients, Area.PERSONNEL, section, ref, null), clock.instant());
    }
}

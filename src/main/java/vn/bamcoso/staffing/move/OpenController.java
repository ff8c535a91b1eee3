package vn.bamcoso.staffing.move;

import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Controller;
import org.springframework.transaction.annotation.Transactional;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.servlet.View;
import org.springframework.web.servlet.view.RedirectView;
import vn.bamcoso.access.CurrentUser;
import vn.bamcoso.audit.Trail;
import vn.bamcoso.basics.Problem;
import vn.bamcoso.shell.Html;
import vn.bamcoso.staffing.Area;
import vn.bamcoso.staffing.Titles;
import vn.bamcoso.staffing.officer.Corrections;

/** All open cases on one list: acts whose checklist is not done, and holders whom a restructuring left to decide about. */
@Controller
public class OpenController {
    public record Proposal(long id, int officerId, @Nullable String name, String old, String office, short titleId, String caseOf) {}

    private static final int SHOWN = 300;

    private final JdbcClient jdbc;
    private final Checklist checklist;
    private final Corrections corrections;
    private final Titles titles;
    private final Area area;
    private final Trail trail;

    OpenController(JdbcClient jdbc, Checklist checklist, Corrections corrections, Titles titles, Area area, Trail trail) {
        this.jdbc = jdbc;
        this.checklist = checklist;
        this.corrections = corrections;
        this.titles = titles;
        this.area = area;
        this.trail = trail;
    }

    @GetMapping("/staffing/open")
    @Transactional(readOnly = true)
    public View list() {
        List<Proposal> proposals = jdbc.sql("""
                        -- Whom did a restructuring leave to decide about?
                        select r.id, r.officer_id, f.name, a.name as old, b.name as office, n.title_id, r.case_of
                        from staffing.proposal r join staffing.posting w on w.id = r.from_posting_id join staffing.posting n on n.id = r.posting_id
                        left join staffing.officer f on f.id = r.officer_id
                        cross join lateral (select o.name from territory.pub_office o where o.office_id = w.office_id order by o.valid_from desc limit 1) a
                        cross join lateral (select o.name from territory.pub_office o where o.office_id = n.office_id order by o.valid_from desc limit 1) b
                        where r.settled_at is null order by r.case_of, b.name, r.id limit 500""").query(Proposal.class).list();
        return Html.of("staffing/move/open", "acts", checklist.open(SHOWN), "waves", checklist.openWaves(), "corrections", corrections.open(), "proposals", proposals, "titles", titles.on(area.today()));
    }

    /** The place where the act put the officer stands. */
    @PostMapping("/staffing/proposals/{id}/settlement")
    @Transactional
    public View settle(@PathVariable long id) {
        CurrentUser user = CurrentUser.require();
        int office = jdbc.sql("select p.office_id from staffing.proposal r join staffing.posting p on p.id = r.posting_id where r.id = :id").param("id", id).query(Integer.class).optional().orElseThrow(Problem::notFound);
        if (!area.mayMove(user, office)) {
            throw Problem.forbidden("staffing.problem.not-yours");
        }
        jdbc.sql("update staffing.proposal set settled_by = :by, settled_at = now() where id = :id and settled_at is null").param("by", user.id()).param("id", id).update();
        trail.write("staffing.proposal.settled", "proposal:" + id, null, null);
        return new RedirectView("/staffing/open");
    }
}

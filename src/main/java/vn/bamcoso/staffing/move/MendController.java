package vn.bamcoso.staffing.move;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.format.annotation.DateTimeFormat;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Controller;
import org.springframework.transaction.annotation.Transactional;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.View;
import org.springframework.web.servlet.view.RedirectView;
import vn.bamcoso.access.CurrentUser;
import vn.bamcoso.basics.Problem;
import vn.bamcoso.shell.Html;
import vn.bamcoso.staffing.Area;
import vn.bamcoso.staffing.Officers;
import vn.bamcoso.staffing.Postings;
import vn.bamcoso.staffing.Titles;

/** Correcting the days of a past posting: what is known now, what was known before and until when, and the issued documents, which stay as they were printed. */
@Controller
public class MendController {
    /** @param knownTo null for what is known now */
    public record Version(LocalDate from, @Nullable LocalDate to, Instant knownFrom, @Nullable Instant knownTo, @Nullable String by) {}

    public record Issued(int id, String subject, @Nullable Integer number, String symbol, Instant knownAt) {}

    public record Shown(Officers.Officer officer, Postings.Posting posting, String title, List<Version> versions, List<Issued> issued, LocalDate today) {}

    private final JdbcClient jdbc;
    private final Moving moving;
    private final Postings postings;
    private final Officers officers;
    private final Titles titles;
    private final Area area;

    MendController(JdbcClient jdbc, Moving moving, Postings postings, Officers officers, Titles titles, Area area) {
        this.jdbc = jdbc;
        this.moving = moving;
        this.postings = postings;
        this.officers = officers;
        this.titles = titles;
        this.area = area;
    }

    @GetMapping("/staffing/postings/{id}/mending")
    @Transactional(readOnly = true)
    public View show(@PathVariable long id, java.util.Locale locale) {
        int officer = jdbc.sql("select officer_id from staffing.posting where id = :id").param("id", id).query(Integer.class).optional().orElseThrow(Problem::notFound);
        Officers.Officer one = officers.byId(officer).orElseThrow(Problem::notFound);
        Postings.Posting posting = postings.of(officer).stream().filter(step -> step.id() == id).findFirst().orElseThrow(Problem::notFound);
        if (!area.mayMove(CurrentUser.require(), posting.officeId())) {
            throw Problem.forbidden("staffing.problem.not-yours");
        }
        List<Version> versions = jdbc.sql("""
                        -- How was this posting known, the latest first?
                        select v.valid_from as "from", case when v.valid_to < 'infinity' then v.valid_to end as "to", v.known_from, v.known_to, u.name as by
                        from (select valid_from, valid_to, known_from, cast(null as timestamptz) as known_to, recorded_by from staffing.posting where id = :id
                              union all select valid_from, valid_to, known_from, known_to, recorded_by from staffing.posting_past where id = :id) v
                        left join identity.pub_user u on u.user_id = v.recorded_by order by v.known_from desc""").param("id", id).query(Version.class).list();
        List<Issued> issued = jdbc.sql("""
                        -- Which issued documents were made of this posting?
                        select p.id, p.subject, p.number, p.symbol, p.known_at from papers.pub_paper p
                        where p.step = 'ISSUED' and p.id in (select m.paper_id from staffing.move m where :id in (m.posting_id, m.from_posting_id)
                              union select unnest(array[w.paper_id, w.proposal_paper_id]) from staffing.wave w
                              where exists (select from staffing.posting s where s.wave_id = w.id and s.id = :id) or exists (select from staffing.wave_line l where l.wave_id = w.id and l.from_posting_id = :id)) order by p.id""").param("id", id).query(Issued.class).list();
        Titles.Title title = titles.on(posting.from()).get(posting.titleId());
        return Html.of("staffing/move/mend", "shown", new Shown(one, posting, title.name(vn.bamcoso.basics.Texts.of(locale)), versions, issued, area.today()));
    }

    @PostMapping("/staffing/postings/{id}/mending")
    View mend(
            @PathVariable long id, @RequestParam @DateTimeFormat(iso = DateTimeFormat.ISO.DATE) LocalDate from,
            @RequestParam(required = false) @DateTimeFormat(iso = DateTimeFormat.ISO.DATE) @Nullable LocalDate to, @RequestParam String reason) {
        moving.mend(id, from, to, reason);
        return new RedirectView("/staffing/postings/" + id + "/mending");
    }
}

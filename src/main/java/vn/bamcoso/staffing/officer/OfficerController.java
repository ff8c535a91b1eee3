package vn.bamcoso.staffing.officer;

import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.servlet.View;
import vn.bamcoso.access.CurrentUser;
import vn.bamcoso.basics.Problem;
import vn.bamcoso.shell.Html;
import vn.bamcoso.staffing.Area;
import vn.bamcoso.staffing.Officers;
import vn.bamcoso.staffing.Postings;
import vn.bamcoso.staffing.Titles;

/** An officer's record and career line. Each opening is in the audit trail; the officer sees the own record and who opened it. */
@Controller
public class OfficerController {
    /** @param openings who opened the record lately; null unless it is one's own */
    public record Shown(
            Officers.Officer officer, List<Officers.Skill> skills, List<Postings.Posting> career, Map<Short, Titles.Title> titles, LocalDate today, boolean own,
            @Nullable List<Opening.Line> openings, List<Past.Line> mended, List<Past.Earlier> earlier, boolean may, boolean keeps, List<Corrections.Request> requests) {}

    private final Officers officers;
    private final Postings postings;
    private final Titles titles;
    private final Opening opening;
    private final Past past;
    private final Area area;
    private final RecordActs records;
    private final Corrections corrections;

    OfficerController(Officers officers, Postings postings, Titles titles, Opening opening, Past past, Area area, RecordActs records, Corrections corrections) {
        this.officers = officers;
        this.postings = postings;
        this.titles = titles;
        this.opening = opening;
        this.past = past;
        this.area = area;
        this.records = records;
        this.corrections = corrections;
    }

    @GetMapping("/staffing/officers/{id}")
    View show(@PathVariable int id) {
        CurrentUser user = CurrentUser.require();
        Officers.Officer officer = opening.open(id);
        return page(officer, user, officer.userId() != null && officer.userId() == user.id());
    }

    /** The own record, for officers with an account. */
    @GetMapping("/staffing/me")
    View me() {
        CurrentUser user = CurrentUser.require();
        return page(officers.own(user.id()).orElseThrow(Problem::notFound), user, true);
    }

    private View page(Officers.Officer officer, CurrentUser user, boolean own) {
        LocalDate today = area.today();
        List<Postings.Posting> career = postings.of(officer.id());
        boolean may = !own && officer.left() == null && postings.full(officer.id(), today).filter(now -> area.mayMove(user, now.officeId())).isPresent();
        return Html.of("staffing/officer/officer", "shown", new Shown(officer, officers.skills(officer.id()), career, titles.on(today), today, own, own ? opening.of(officer.id()) : null, past.of(officer.id()), past.earlier(officer.id()), may, !own && records.may(officer), own ? corrections.of(officer.id()) : List.of()));
    }
}

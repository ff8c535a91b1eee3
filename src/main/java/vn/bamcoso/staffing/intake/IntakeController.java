package vn.bamcoso.staffing.intake;

import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.time.LocalDate;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.springframework.format.annotation.DateTimeFormat;
import org.springframework.stereotype.Controller;
import org.springframework.transaction.annotation.Transactional;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.multipart.MultipartFile;
import org.springframework.web.servlet.View;
import org.springframework.web.servlet.view.RedirectView;
import vn.bamcoso.access.CurrentUser;
import vn.bamcoso.basics.Problem;
import vn.bamcoso.shell.Html;
import vn.bamcoso.shell.Paging;
import vn.bamcoso.staffing.Area;
import vn.bamcoso.staffing.Titles;
import vn.bamcoso.staffing.selection.Selection;

/** The page of the intake: batches, who waits for a post, pairs of moves, and the rules of selection. */
@Controller
public class IntakeController {
    public record Shown(Intakes.Totals totals, List<Intakes.Batch> batches, List<Intakes.Waiting> waiting, List<Intakes.Pair> pairs, Paging paging, List<Selection.Rule> rules, Map<Short, Titles.Title> titles, LocalDate today, boolean sets) {}

    private static final int SHOWN = 40;

    private final Intakes intakes;
    private final Selection selection;
    private final Titles titles;
    private final Area area;

    IntakeController(Intakes intakes, Selection selection, Titles titles, Area area) {
        this.intakes = intakes;
        this.selection = selection;
        this.titles = titles;
        this.area = area;
    }

    @GetMapping("/staffing/intake")
    @Transactional(readOnly = true)
    public View show(@RequestParam(defaultValue = "1") int page) {
        CurrentUser user = CurrentUser.require();
        area.of(user, Area.PERSONNEL).orElseThrow(Problem::notFound);
        Intakes.Totals totals = intakes.totals();
        var paging = new Paging(totals.pairs(), SHOWN, page, "/staffing/intake");
        return Html.of("staffing/intake/intake", "shown", new Shown(totals, intakes.batches(), intakes.waiting(), intakes.pairs(paging), paging, selection.on(area.today()), titles.on(area.today()), area.today(), selection.maySet(user)));
    }

    @GetMapping("/staffing/intake/template")
    void template(HttpServletResponse response) throws IOException {
        area.of(CurrentUser.require(), Area.PERSONNEL).orElseThrow(Problem::notFound);
        IntakeFile.empty().send(response);
    }

    @PostMapping("/staffing/intake")
    View receive(@RequestParam String academy, @RequestParam String decision, @RequestParam @DateTimeFormat(iso = DateTimeFormat.ISO.DATE) LocalDate decidedOn, @RequestParam MultipartFile file, Locale locale) throws IOException {
        intakes.receive(academy, decision, decidedOn, file.getOriginalFilename() == null ? "" : file.getOriginalFilename(), file.getBytes(), locale);
        return new RedirectView("/staffing/intake");
    }

    @PostMapping("/staffing/rules")
    View rule(@RequestParam(defaultValue = "0") short title, @RequestParam String kind, @RequestParam String value, @RequestParam @DateTimeFormat(iso = DateTimeFormat.ISO.DATE) LocalDate from, @RequestParam String basis) {
        selection.set(title == 0 ? null : title, kind, value, from, basis);
        return new RedirectView("/staffing/intake");
    }
}

package vn.bamcoso.staffing.language;

import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.format.annotation.DateTimeFormat;
import org.springframework.stereotype.Controller;
import org.springframework.transaction.annotation.Isolation;
import org.springframework.transaction.annotation.Transactional;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.View;
import org.springframework.web.servlet.view.RedirectView;
import vn.bamcoso.access.CurrentUser;
import vn.bamcoso.shell.Html;
import vn.bamcoso.shell.Paging;
import vn.bamcoso.staffing.Area;
import vn.bamcoso.staffing.LanguagesOfPlaces;
import vn.bamcoso.territory.Place;

/** Languages needed against languages spoken, in an area on a day; what is spoken where is noted here with first day and source. */
@Controller
public class LanguageController {
    private static final int SHOWN = 100;

    /** @param lines this page of the board's */
    public record Shown(Place place, LocalDate day, Needs.Board board, List<Needs.Line> lines, Paging paging, boolean persons, boolean may, LocalDate today) {}

    private final Needs needs;
    private final LanguagesOfPlaces languages;
    private final Area area;

    LanguageController(Needs needs, LanguagesOfPlaces languages, Area area) {
        this.needs = needs;
        this.languages = languages;
        this.area = area;
    }

    @GetMapping("/staffing/languages")
    @Transactional(readOnly = true, isolation = Isolation.REPEATABLE_READ)
    View show(@RequestParam(required = false) @Nullable String within, @RequestParam(required = false) @DateTimeFormat(iso = DateTimeFormat.ISO.DATE) @Nullable LocalDate on,
            @RequestParam(defaultValue = "1") int page) {
        CurrentUser user = CurrentUser.require();
        LocalDate day = on == null ? area.today() : on;
        Place place = area.onMap(area.chosen(user, within), day);
        boolean persons = area.knowsPersons(user, place.id());
        Needs.Board board = needs.of(place, day, persons);
        var paging = new Paging(board.lines().size(), SHOWN, page, "/staffing/languages?within=" + place.key() + "&on=" + day);
        return Html.of("staffing/language/languages", "shown", new Shown(place, day, board, board.lines().subList(paging.offset(), paging.last()), paging, persons, area.mayMoveAt(user, place.id()), area.today()));
    }

    @PostMapping("/staffing/languages")
    View note(@RequestParam String place, @RequestParam String language, @RequestParam @DateTimeFormat(iso = DateTimeFormat.ISO.DATE) LocalDate from, @RequestParam String source) {
        Place where = needs.place(place);
        languages.note(where, language, from, source);
        return new RedirectView("/staffing/languages?within=" + where.key());
    }

    @PostMapping("/staffing/languages/end")
    View end(@RequestParam String place, @RequestParam String language, @RequestParam @DateTimeFormat(iso = DateTimeFormat.ISO.DATE) LocalDate to) {
        Place where = needs.place(place);
        languages.end(where, language, to);
        return new RedirectView("/staffing/languages?within=" + where.key());
    }
}

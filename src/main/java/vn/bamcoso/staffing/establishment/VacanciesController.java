package vn.bamcoso.staffing.establishment;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.format.annotation.DateTimeFormat;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Controller;
import org.springframework.transaction.annotation.Transactional;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.View;
import vn.bamcoso.access.CurrentUser;
import vn.bamcoso.basics.Sql;
import vn.bamcoso.basics.Texts;
import vn.bamcoso.shell.Html;
import vn.bamcoso.shell.Paging;
import vn.bamcoso.staffing.Area;
import vn.bamcoso.staffing.Titles;
import vn.bamcoso.territory.Place;

/** The vacant posts of an area on any day: chiefs first, with since when each title is short. */
@Controller
public class VacanciesController {
    private static final int SHOWN = 200;

    /** @param since first day of the gap; null when it was there from the beginning */
    public record Line(int placeId, String key, String fullName, short title, int posts, int held, int total, int missing, @Nullable LocalDate since) {}

    public record Shown(Place place, LocalDate day, List<Line> lines, int missing, Map<Short, Titles.Title> titles, List<String> choices, int title, @Nullable Paging paging) {}

    private final Area area;
    private final Titles titles;
    private final JdbcClient jdbc;
    private final String vacant = Sql.beside(VacanciesController.class, "vacant.sql");

    VacanciesController(Area area, Titles titles, JdbcClient jdbc) {
        this.area = area;
        this.titles = titles;
        this.jdbc = jdbc;
    }

    @GetMapping("/staffing/vacancies")
    @Transactional(readOnly = true)
    public View show(
            @RequestParam(required = false) @Nullable String within, @RequestParam(required = false) @DateTimeFormat(iso = DateTimeFormat.ISO.DATE) @Nullable LocalDate on,
            @RequestParam(defaultValue = "0") int title, @RequestParam(defaultValue = "1") int page, Locale locale) {
        LocalDate day = on == null ? area.today() : on;
        Place place = area.onMap(area.chosen(CurrentUser.require(), within), day);
        List<Short> homes = area.homes(place, area.standsOn(place, day) ? day : area.today());
        int number = Math.max(1, page);
        List<Line> lines = jdbc.sql(vacant).param("homes", homes.toArray(Short[]::new)).param("on", day).param("title", title).param("from", (number - 1) * SHOWN).query(Line.class).list();
        if (place.level().equals("commune")) {
            lines = lines.stream().filter(line -> line.placeId() == place.id()).toList();
        }
        Map<Short, Titles.Title> names = titles.on(day);
        List<String> choices = new ArrayList<>(List.of("0", Texts.of(locale).get("staffing.vacancies.all")));
        names.values().stream().filter(one -> one.id() <= 3).forEach(one -> choices.addAll(List.of(String.valueOf(one.id()), one.name(Texts.of(locale)))));
        int total = lines.isEmpty() ? 0 : lines.getFirst().total();
        Paging paging = total <= SHOWN ? null : new Paging(total, SHOWN, number, "/staffing/vacancies?within=" + place.key() + "&on=" + day + "&title=" + title);
        return Html.of("staffing/establishment/vacancies", "shown", new Shown(place, day, lines, lines.isEmpty() ? 0 : lines.getFirst().missing(), names, choices, title, paging));
    }
}

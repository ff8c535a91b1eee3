package vn.bamcoso.staffing.establishment;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.format.annotation.DateTimeFormat;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Controller;
import org.springframework.transaction.annotation.Transactional;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.View;
import org.springframework.web.servlet.view.RedirectView;
import vn.bamcoso.access.CurrentUser;
import vn.bamcoso.basics.Sql;
import vn.bamcoso.shell.Html;
import vn.bamcoso.staffing.Area;
import vn.bamcoso.staffing.Strength;
import vn.bamcoso.territory.Place;

/** The establishment of an area on any day, on any map: what the superior allotted, by which templates and decisions, and what is filled of it. */
@Controller
public class EstablishmentController {
    public record Used(
            short id, String code, String nameVi, String nameEn, String forClass, short least, LocalDate validFrom, @Nullable LocalDate validTo, int offices, int posts, @Nullable String parts) {}

    public record Decided(int placeId, int officeId, String decision, @Nullable LocalDate decidedOn, LocalDate since, @Nullable String template, short least) {}

    /**
     * @param decided by id of the commune; empty where the lines are provinces
     * @param ministry its own ceiling, for the nation
     * @param allots whether the asker may set the establishment of a whole class of communes here; {@code templated}: add templates
     * @param choices offices that may be given a ceiling by the asker
     */
    public record Shown(
            Place place, LocalDate day, LocalDate map, Strength.Board board, Ceilings.@Nullable Line ministry, List<Ceilings.Line> ceilings, List<Used> templates, Map<Integer, Decided> decided, boolean nation, List<String> choices, boolean allots, boolean templated) {}

    private final Area area;
    private final Strength strength;
    private final Ceilings ceilings;
    private final Allotting allotting;
    private final JdbcClient jdbc;
    private final String templates = Sql.beside(EstablishmentController.class, "templates-used.sql");
    private final String decisions = Sql.beside(EstablishmentController.class, "decisions.sql");

    EstablishmentController(Area area, Strength strength, Ceilings ceilings, Allotting allotting, JdbcClient jdbc) {
        this.area = area;
        this.strength = strength;
        this.ceilings = ceilings;
        this.allotting = allotting;
        this.jdbc = jdbc;
    }

    @GetMapping("/staffing/establishment")
    @Transactional(readOnly = true)
    public View show(
            @RequestParam(required = false) @Nullable String within, @RequestParam(required = false) @DateTimeFormat(iso = DateTimeFormat.ISO.DATE) @Nullable LocalDate on,
            @RequestParam(required = false) @DateTimeFormat(iso = DateTimeFormat.ISO.DATE) @Nullable LocalDate map) {
        CurrentUser user = CurrentUser.require();
        LocalDate day = on == null ? area.today() : on;
        LocalDate borders = map == null ? day : map;
        Place place = area.onMap(area.chosen(user, within), borders);
        if (!area.standsOn(place, borders)) {
            borders = area.today();
        }
        boolean nation = place.level().equals("nation");
        List<Short> homes = area.homes(place, borders);
        var board = strength.ask(new Strength.Question(day, borders, nation ? "province" : "commune", place.id(), null));
        List<Used> used = jdbc.sql(templates).param("homes", homes.toArray(Short[]::new)).param("on", day).query(Used.class).list();
        Map<Integer, Decided> decided = new HashMap<>();
        if (!nation) {
            jdbc.sql(decisions).param("homes", homes.toArray(Short[]::new)).param("on", day).query(Decided.class).list().forEach(one -> decided.put(one.placeId(), one));
        }
        List<Ceilings.Line> given = place.level().equals("commune") ? List.of() : ceilings.on(day, homes);
        List<String> choices = new ArrayList<>();
        Ceilings.Line ministry = nation ? ceilings.ofMinistry(day, given) : null;
        Stream.concat(Stream.ofNullable(ministry), given.stream()).filter(line -> ceilings.may(user, line.placeId())).forEach(line -> choices.addAll(List.of(String.valueOf(line.officeId()), line.office())));
        return Html.of("staffing/establishment/establishment", "shown", new Shown(place, day, borders, board, ministry, given, used, decided, nation, choices, allotting.mayWithin(user, place.id()) && !nation, nation && allotting.mayAddTemplates(user)));
    }

    @PostMapping("/staffing/ceilings")
    View give(
            @RequestParam int office, @RequestParam int number, @RequestParam @DateTimeFormat(iso = DateTimeFormat.ISO.DATE) LocalDate from, @RequestParam String decision,
            @RequestParam @DateTimeFormat(iso = DateTimeFormat.ISO.DATE) LocalDate decidedOn) {
        ceilings.give(office, number, from, decision, decidedOn);
        return new RedirectView("/staffing/establishment?on=" + from);
    }
}

package vn.bamcoso.staffing.establishment;

import java.time.LocalDate;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Controller;
import org.springframework.transaction.annotation.Transactional;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.View;
import vn.bamcoso.access.CurrentUser;
import vn.bamcoso.access.OnePlan;
import vn.bamcoso.basics.Sql;
import vn.bamcoso.shell.Html;
import vn.bamcoso.staffing.Area;
import vn.bamcoso.staffing.Officers;
import vn.bamcoso.staffing.Titles;
import vn.bamcoso.territory.Place;
import vn.bamcoso.territory.Places;

/** What will have to be decided within some months: certificates that expire, chiefs who act too long, officers who reach the age of service, roles that end. */
@Controller
public class DueController {
    /** A chief may act for half a year; then a decision is due. */
    private static final int MONTHS_OF_ACTING = 6;
    private static final int MOST_MONTHS = 24;
    /** Of each kind so many are named, and so many counted. */
    private static final int SHOWN = 100;
    private static final int COUNTED = 1000;
    private static final List<String> KINDS = List.of("acting", "age", "competence", "role");

    /** @param day on which it expires or ends; of an acting chief, since when */
    public record Line(String what, int officerId, short titleId, LocalDate day, @Nullable String note, int total, int officeId, String office) {
        /** Whether there are more than anybody has counted. */
        public boolean uncounted() {
            return total > COUNTED;
        }
    }

    /** @param choices where to look instead: keys and names of the places above, of the place, and of what lies in it; {@code lines} by kind; {@code persons} whose record is open to the asker */
    public record Shown(Place place, List<String> choices, LocalDate today, int months, Map<String, List<Line>> lines, Map<Integer, Officers.Officer> persons, Map<Short, Titles.Title> titles, boolean open) {}

    private final Area area;
    private final Places places;
    private final Officers officers;
    private final Titles titles;
    private final JdbcClient jdbc;
    private final String due = Sql.beside(DueController.class, "due.sql");

    DueController(Area area, Places places, Officers officers, Titles titles, JdbcClient jdbc) {
        this.area = area;
        this.places = places;
        this.officers = officers;
        this.titles = titles;
        this.jdbc = jdbc;
    }

    @GetMapping("/staffing/due")
    @Transactional(readOnly = true)
    public View show(@RequestParam(required = false) @Nullable String within, @RequestParam(defaultValue = "6") int months) {
        CurrentUser user = CurrentUser.require();
        LocalDate today = area.today();
        int ahead = Math.clamp(months, 1, MOST_MONTHS);
        Place place = area.onMap(area.chosen(user, within), today);
        List<Line> found = OnePlan.of(jdbc, () -> jdbc.sql(due).param("homes", area.homes(place, today).toArray(Short[]::new)).param("place", place.level().equals("commune") ? place.id() : 0).param("today", today).param("until", today.plusMonths(ahead))
                .param("acting", today.minusMonths(MONTHS_OF_ACTING)).param("counted", COUNTED).param("shown", SHOWN).query(Line.class).list());
        Map<String, List<Line>> lines = new LinkedHashMap<>();
        Map<String, List<Line>> by = found.stream().collect(Collectors.groupingBy(Line::what));
        KINDS.forEach(kind -> lines.put(kind, by.getOrDefault(kind, List.of())));
        Map<Integer, Officers.Officer> persons = new HashMap<>();
        officers.byIds(found.stream().map(Line::officerId).distinct().toList()).forEach(one -> persons.put(one.id(), one));
        return Html.of("staffing/establishment/due", "shown", new Shown(place, choices(area.chosen(user, null), place, today), today, ahead, lines, persons, titles.on(today), area.knowsPersons(user, place.id())));
    }

    /** The user's own area, the places between it and the chosen one, and what lies in the chosen one; beside a commune its neighbours. */
    private List<String> choices(Place own, Place chosen, LocalDate today) {
        Deque<Place> way = new ArrayDeque<>();
        for (Place at = chosen; at != null && at.id() != own.id(); at = at.parentId() == null ? null : places.byId(at.parentId(), today).orElse(null)) {
            way.addFirst(at);
        }
        way.addFirst(own);
        if (chosen.level().equals("commune") && way.size() > 1) {
            way.removeLast();
        }
        List<String> choices = new ArrayList<>();
        Stream.concat(way.stream(), places.children(way.getLast().id(), today).stream()).forEach(place -> choices.addAll(List.of(place.key(), place.fullName())));
        return choices;
    }
}

package vn.bamcoso.staffing.board;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.format.annotation.DateTimeFormat;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.View;
import vn.bamcoso.access.CurrentUser;
import vn.bamcoso.basics.Problem;
import vn.bamcoso.basics.Texts;
import vn.bamcoso.shell.Dots;
import vn.bamcoso.shell.Html;
import vn.bamcoso.staffing.Area;
import vn.bamcoso.staffing.By;
import vn.bamcoso.staffing.Officers;
import vn.bamcoso.staffing.Strength;
import vn.bamcoso.staffing.Titles;
import vn.bamcoso.staffing.establishment.Allotting;
import vn.bamcoso.territory.Offices;
import vn.bamcoso.territory.Place;
import vn.bamcoso.territory.TileMap;
import vn.bamcoso.territory.TileMaps;

/** The staffing board of an area on any day, gaps first, and the posts of one office. */
@Controller
public class BoardController {
    /**
     * @param onMap day of the borders: the same day, or today for a place that was made later
     * @param counts by the chosen attribute; null when it is the title
     * @param map of vacancies, for the nation only; {@code dots} one square a commune, for a province
     */
    public record Shown(
            Place place, LocalDate day, LocalDate onMap, By by, Strength.Board board, Map<Short, Titles.Title> titles, @Nullable List<Officers.Count> counts, boolean persons,
            @Nullable TileMap map, @Nullable Dots dots, List<Comparison.Line> compared, boolean top) {}

    private final Area area;
    private final Strength strength;
    private final Officers officers;
    private final Titles titles;
    private final TileMaps maps;
    private final Offices offices;
    private final OfficePosts posts;
    private final Comparison comparison;
    private final Allotting allotting;

    BoardController(Area area, Strength strength, Officers officers, Titles titles, TileMaps maps, Offices offices, OfficePosts posts, Comparison comparison, Allotting allotting) {
        this.area = area;
        this.strength = strength;
        this.officers = officers;
        this.titles = titles;
        this.maps = maps;
        this.offices = offices;
        this.posts = posts;
        this.comparison = comparison;
        this.allotting = allotting;
    }

    /** The level whose places are listed within an area. */
    static String below(Place place) {
        return place.level().equals("nation") ? "province" : "commune";
    }

    @GetMapping("/staffing")
    View board(
            @RequestParam(required = false) @Nullable String within, @RequestParam(required = false) @DateTimeFormat(iso = DateTimeFormat.ISO.DATE) @Nullable LocalDate on,
            @RequestParam(defaultValue = "title") String by, Locale locale) {
        CurrentUser user = CurrentUser.require();
        LocalDate day = on == null ? area.today() : on;
        Place chosen = area.chosen(user, within);
        Place place = area.onMap(chosen, day);
        if (place.level().equals("commune")) {
            return posts(place.key(), day);
        }
        By what = By.of(by).orElse(By.TITLE);
        boolean persons = area.knowsPersons(user, chosen.id());
        // a province that was made later is looked at within its present borders
        LocalDate onMap = area.standsOn(place, day) ? day : area.today();
        var board = strength.ask(new Strength.Question(day, onMap, below(place), place.id(), null));
        Texts texts = Texts.of(locale);
        TileMap map = null;
        Dots dots = null;
        if (place.level().equals("nation")) {
            Map<Integer, BigDecimal> vacant = new HashMap<>();
            board.lines().forEach(line -> vacant.put(line.placeId(), BigDecimal.valueOf(line.all().vacant())));
            map = maps.of(day, texts.get("staffing.board.map", day), texts.get("staffing.unit.posts"), vacant, tile -> "/staffing?within=" + tile.key() + "&on=" + day, null);
        } else {
            dots = dots(board, onMap.equals(day) ? day : area.today(), texts);
        }
        return Html.of("staffing/board/board", "shown", new Shown(place, day, onMap, what, board, titles.on(day), what == By.TITLE || !persons ? null : officers.count(what, day, onMap, place.id()),
                persons, map, dots, comparison.on(day, onMap, place), area.of(user, Area.ORGANISATION).map(Place::id).orElse(0) == chosen.id()));
    }

    private static Dots dots(Strength.Board board, LocalDate day, Texts texts) {
        List<Dots.Dot> squares = board.lines().stream().map(line -> new Dots.Dot(
                line.name(), line.all().filled() == 0 ? "none" : line.headed() == 0 ? "late" : line.full() == 0 ? "back" : line.all().vacant() > 0 ? "sent" : "ok",
                "/staffing/posts?place=" + line.key() + "&on=" + day)).toList();
        return Dots.of(squares, "none", texts.get("staffing.state.empty"), "late", texts.get("staffing.state.headless"), "back", texts.get("staffing.state.below"), "sent", texts.get("staffing.state.vacant"),
                "ok", texts.get("staffing.state.whole"));
    }

    /** The posts of the office that serves a place. */
    @GetMapping("/staffing/posts")
    View posts(@RequestParam String place, @RequestParam(required = false) @DateTimeFormat(iso = DateTimeFormat.ISO.DATE) @Nullable LocalDate on) {
        LocalDate day = on == null ? area.today() : on;
        Place chosen = area.onMap(area.chosen(CurrentUser.require(), place), day);
        return office(offices.serving(chosen.id(), day).orElseThrow(Problem::notFound).id(), day);
    }

    @GetMapping("/staffing/offices/{id}")
    View office(@PathVariable int id, @RequestParam(required = false) @DateTimeFormat(iso = DateTimeFormat.ISO.DATE) @Nullable LocalDate on) {
        LocalDate day = on == null ? area.today() : on;
        return Html.of("staffing/board/office", "shown", posts.of(id, day), "titles", titles.on(day), "may", area.mayMove(CurrentUser.require(), id), "allots", allotting.may(CurrentUser.require(), id),
                "own", officers.own(CurrentUser.require().id()).isPresent());
    }
}

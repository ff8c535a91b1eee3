package vn.bamcoso.staffing.board;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.format.annotation.DateTimeFormat;
import org.springframework.stereotype.Controller;
import org.springframework.transaction.annotation.Isolation;
import org.springframework.transaction.annotation.Transactional;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.View;
import vn.bamcoso.access.CurrentUser;
import vn.bamcoso.basics.Problem;
import vn.bamcoso.basics.Texts;
import vn.bamcoso.basics.VietnamTime;
import vn.bamcoso.shell.Dots;
import vn.bamcoso.shell.Html;
import vn.bamcoso.staffing.Area;
import vn.bamcoso.staffing.By;
import vn.bamcoso.staffing.Makeup;
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
     * @param several the province was made later: its lines are the provinces of that day
     */
    public record Shown(
            Place place, LocalDate day, LocalDate onMap, @Nullable LocalDate known, By by, Strength.Board board, Map<Short, Titles.Title> titles, Makeup.@Nullable Counts counts, boolean persons,
            @Nullable TileMap map, @Nullable Dots dots, boolean several, boolean top) {
        private static final int COLUMNS = 8;

        /** Values that get a column of their own, the most frequent first. */
        public List<String> columns() {
            return counts == null ? List.of() : counts.total().stream().limit(COLUMNS).map(Officers.Count::value).toList();
        }

        public int count(Strength.Line line, String value) {
            return counts == null ? 0 : counts.lines().getOrDefault(line.placeId(), Map.of()).getOrDefault(value, 0);
        }

        /** Those of a line whose value has no column. */
        public int others(Strength.Line line) {
            List<String> columns = columns();
            return counts == null ? 0 : counts.lines().getOrDefault(line.placeId(), Map.of()).entrySet().stream().filter(one -> !columns.contains(one.getKey())).mapToInt(Map.Entry::getValue).sum();
        }
    }

    private final Area area;
    private final Strength strength;
    private final Officers officers;
    private final Titles titles;
    private final TileMaps maps;
    private final Offices offices;
    private final OfficePosts posts;
    private final Makeup makeup;
    private final Allotting allotting;

    BoardController(Area area, Strength strength, Officers officers, Titles titles, TileMaps maps, Offices offices, OfficePosts posts, Makeup makeup, Allotting allotting) {
        this.area = area;
        this.strength = strength;
        this.officers = officers;
        this.titles = titles;
        this.maps = maps;
        this.offices = offices;
        this.posts = posts;
        this.makeup = makeup;
        this.allotting = allotting;
    }

    /** The level whose places are listed within an area. */
    static String below(Place place) {
        return place.level().equals("nation") ? "province" : "commune";
    }

    @GetMapping("/staffing")
    @Transactional(readOnly = true, isolation = Isolation.REPEATABLE_READ)
    View board(
            @RequestParam(required = false) @Nullable String within, @RequestParam(required = false) @DateTimeFormat(iso = DateTimeFormat.ISO.DATE) @Nullable LocalDate on,
            @RequestParam(defaultValue = "title") String by, @RequestParam(required = false) @DateTimeFormat(iso = DateTimeFormat.ISO.DATE) @Nullable LocalDate known, Locale locale) {
        CurrentUser user = CurrentUser.require();
        LocalDate day = on == null ? area.today() : on;
        Place chosen = area.chosen(user, within);
        Place place = area.onMap(chosen, day);
        if (place.level().equals("commune")) {
            return posts(place.key(), day);
        }
        By what = By.of(by).orElse(By.TITLE);
        boolean persons = area.knowsPersons(user, chosen.id());
        // a province that was made later: the provinces of that day, each within its own borders
        List<Place> before = place.level().equals("province") && !area.standsOn(place, day) ? area.madeOf(place, day) : List.of();
        if (before.size() == 1) {
            place = before.getFirst();
        }
        boolean several = before.size() > 1;
        LocalDate onMap = several || area.standsOn(place, day) ? day : area.today();
        var question = new Strength.Question(day, onMap, several ? "province" : below(place), several ? area.nation(day).id() : place.id(), known == null || !known.isBefore(area.today()) ? null : VietnamTime.endOf(known));
        Set<Integer> only = before.stream().map(Place::id).collect(Collectors.toSet());
        var board = several ? strength.ask(question).only(only) : strength.ask(question);
        Makeup.Counts counts = what == By.TITLE || !persons ? null : several ? makeup.of(what, question).only(only) : makeup.of(what, question);
        Texts texts = Texts.of(locale);
        boolean nation = place.level().equals("nation");
        return Html.of("staffing/board/board", "shown", new Shown(place, day, onMap, known, what, board, titles.on(day), counts, persons, nation ? map(board, day, texts) : null,
                nation || several ? null : dots(board, onMap.equals(day) ? day : area.today(), texts), several, area.of(user, Area.ORGANISATION).map(Place::id).orElse(0) == chosen.id()));
    }

    private TileMap map(Strength.Board board, LocalDate day, Texts texts) {
        Map<Integer, BigDecimal> vacant = new HashMap<>();
        board.lines().forEach(line -> vacant.put(line.placeId(), BigDecimal.valueOf(line.all().vacant())));
        return maps.of(day, texts.get("staffing.board.map", day), texts.get("staffing.unit.posts"), vacant, tile -> "/staffing?within=" + tile.key() + "&on=" + day, null);
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
    @Transactional(readOnly = true, isolation = Isolation.REPEATABLE_READ)
    View posts(@RequestParam String place, @RequestParam(required = false) @DateTimeFormat(iso = DateTimeFormat.ISO.DATE) @Nullable LocalDate on) {
        LocalDate day = on == null ? area.today() : on;
        Place chosen = area.onMap(area.chosen(CurrentUser.require(), place), day);
        return office(offices.serving(chosen.id(), day).orElseThrow(Problem::notFound).id(), day);
    }

    @GetMapping("/staffing/offices/{id}")
    @Transactional(readOnly = true, isolation = Isolation.REPEATABLE_READ)
    View office(@PathVariable int id, @RequestParam(required = false) @DateTimeFormat(iso = DateTimeFormat.ISO.DATE) @Nullable LocalDate on) {
        LocalDate day = on == null ? area.today() : on;
        return Html.of("staffing/board/office", "shown", posts.of(id, day), "titles", titles.on(day), "may", area.mayMove(CurrentUser.require(), id), "allots", allotting.may(CurrentUser.require(), id),
                "own", officers.own(CurrentUser.require().id()).isPresent());
    }
}

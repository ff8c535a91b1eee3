package vn.bamcoso.territory.place;

import java.math.BigDecimal;
import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import java.util.Locale;
import java.util.Map;
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
import vn.bamcoso.basics.Problem;
import vn.bamcoso.basics.Texts;
import vn.bamcoso.basics.VietnamTime;
import vn.bamcoso.shell.Html;
import vn.bamcoso.shell.Paging;
import vn.bamcoso.territory.Place;
import vn.bamcoso.territory.PlaceSearch;
import vn.bamcoso.territory.Places;
import vn.bamcoso.territory.TileMap;
import vn.bamcoso.territory.TileMaps;

/** The country on any day, one place and its life, and the box in which one types a name. */
@Controller
class PlacesController {
    private static final int PAGE = 50;
    private static final int SUGGESTIONS = 8;

    private final Places places;
    private final PlaceSearch search;
    private final PlacePages pages;
    private final PlaceLists lists;
    private final TileMaps maps;
    private final Clock clock;

    PlacesController(Places places, PlaceSearch search, PlacePages pages, PlaceLists lists, TileMaps maps, Clock clock) {
        this.places = places;
        this.search = search;
        this.pages = pages;
        this.lists = lists;
        this.maps = maps;
        this.clock = clock;
    }

    @GetMapping("/places")
    @Transactional(readOnly = true, isolation = Isolation.REPEATABLE_READ)
    View country(@RequestParam(required = false) @DateTimeFormat(iso = DateTimeFormat.ISO.DATE) @Nullable LocalDate on, @RequestParam(required = false) @Nullable String q, @RequestParam(defaultValue = "1") int page, Locale locale) {
        if (q != null && !q.isBlank()) {
            return found(q, page);
        }
        LocalDate day = on == null ? VietnamTime.today(clock) : on;
        Place nation = places.nation();
        List<Part> provinces = pages.parts(nation.id(), day);
        Map<Integer, BigDecimal> communes = provinces.stream().collect(Collectors.toMap(Part::placeId, part -> BigDecimal.valueOf(part.total())));
        Texts texts = Texts.of(locale);
        TileMap map = maps.of(day, texts.get("territory.country.map", day), texts.get("territory.units"), communes, place -> "/places/" + place.key() + "?on=" + day, null);
        return Html.of("territory/place/country", "day", day, "nation", nation, "kinds", lists.kinds(nation.id(), day), "provinces", provinces, "map", map, "days", pages.mapDays());
    }

    private View found(String q, int page) {
        PlaceSearch.Found found = search.find(q, null, null, PAGE, (Math.max(1, page) - 1) * PAGE);
        Paging paging = new Paging(found.total(), PAGE, page, "/places?q=" + java.net.URLEncoder.encode(q, java.nio.charset.StandardCharsets.UTF_8));
        return Html.of("territory/place/found", "q", q, "places", found.places(), "above", names(found.places()), "paging", paging);
    }

    /** The lines under the search box while somebody is typing. */
    @GetMapping("/places/suggest")
    @Transactional(readOnly = true, isolation = Isolation.REPEATABLE_READ)
    View suggest(@RequestParam(defaultValue = "") String q) {
        PlaceSearch.Found found = search.find(q, null, null, SUGGESTIONS, 0);
        return Html.of("territory/place/suggestions", "q", q, "total", found.total(), "places", found.places(), "above", names(found.places()));
    }

    @GetMapping("/places/{key}")
    @Transactional(readOnly = true, isolation = Isolation.REPEATABLE_READ)
    View place(@PathVariable String key, @RequestParam(required = false) @DateTimeFormat(iso = DateTimeFormat.ISO.DATE) @Nullable LocalDate on) {
        Place place = places.byKey(key).orElseThrow(Problem::notFound);
        return Html.of("territory/place/place", "place", pages.of(place, KeyDay.of(key), on), "days", pages.mapDays());
    }

    private Map<Integer, String> names(List<Place> found) {
        return lists.above(found, VietnamTime.today(clock)).entrySet().stream().collect(Collectors.toMap(Map.Entry::getKey, entry -> entry.getValue().names()));
    }
}

package vn.bamcoso.territory.place;

import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.Parameter;
import io.swagger.v3.oas.annotations.tags.Tag;
import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.springframework.format.annotation.DateTimeFormat;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;
import vn.bamcoso.basics.Problem;
import vn.bamcoso.basics.VietnamTime;
import vn.bamcoso.territory.Place;
import vn.bamcoso.territory.PlaceSearch;
import vn.bamcoso.territory.Places;

/** Places for programs. Reference data: every signed-in user and every token may read all of it. */
@RestController
@RequestMapping("/api/places")
@Tag(name = "places", description = "Administrative units of any day since July 2021 and before")
class PlaceApi {
    private static final Set<String> LEVELS = Set.of("nation", "province", "district", "commune");
    private static final int MOST = 12_000;

    /** @param validFrom missing when it is the oldest known state; {@code validTo} is the first day on which it no longer holds */
    record PlaceJson(
            String key, int id, String level, String kind, String code, String name, String fullName,
            @Nullable String parent, short home, @Nullable LocalDate validFrom, @Nullable LocalDate validTo) {}

    record PlaceList(int total, int limit, int offset, LocalDate on, List<PlaceJson> places) {}

    record LineageList(String key, int total, List<Relative> predecessors, List<Relative> successors) {}

    private final Places places;
    private final PlaceSearch search;
    private final PlaceLists lists;
    private final Lineage lineage;
    private final Clock clock;

    PlaceApi(Places places, PlaceSearch search, PlaceLists lists, Lineage lineage, Clock clock) {
        this.places = places;
        this.search = search;
        this.lists = lists;
        this.lineage = lineage;
        this.clock = clock;
    }

    @GetMapping
    @Operation(summary = "Places of a day", description = "By level and code; with q by how well the name fits. A place of another day given in within answers through its successors or home province.")
    PlaceList list(
            @Parameter(description = "Day, e.g. 2021-07-01; today when missing") @RequestParam(required = false) @DateTimeFormat(iso = DateTimeFormat.ISO.DATE) @Nullable LocalDate on,
            @Parameter(description = "nation, province, district or commune") @RequestParam(required = false) @Nullable String level,
            @Parameter(description = "Key of a place that contains them, e.g. P02@2021-07-01") @RequestParam(required = false) @Nullable String within,
            @Parameter(description = "Name as people type it: ha giang, xa dong van") @RequestParam(required = false) @Nullable String q,
            @RequestParam(defaultValue = "100") int limit,
            @RequestParam(defaultValue = "0") int offset) {
        if (level != null && !LEVELS.contains(level)) {
            throw Problem.refused("territory.problem.level", level);
        }
        if (limit < 1 || limit > MOST || offset < 0) {
            throw Problem.refused("territory.problem.limit", MOST);
        }
        LocalDate day = on == null ? VietnamTime.today(clock) : on;
        PlaceSearch.Found found = q == null || q.isBlank()
                ? lists.list(day, level, within == null ? null : within(within), limit, offset)
                : within == null ? search.find(q, day, level, limit, offset) : lists.named(q, day, level, within(within), limit, offset);
        return new PlaceList(found.total(), limit, offset, day, json(found.places(), day));
    }

    @GetMapping("/{key}")
    @Operation(summary = "One place in its state of the key's day", description = "A key is level letter, code, @ and any day on which that code belongs to the place.")
    PlaceJson one(@Parameter(example = "C00004@2025-07-01") @PathVariable String key) {
        return json(List.of(places.byKey(key).orElseThrow(Problem::notFound)), KeyDay.of(key)).getFirst();
    }

    @GetMapping("/{key}/lineage")
    @Operation(summary = "What a place came from and what became of it", description = "share is missing where it is not known; basis assumed_whole means that the whole was taken without a statement.")
    LineageList lineage(@PathVariable String key) {
        Place place = places.byKey(key).orElseThrow(Problem::notFound);
        List<Relative> before = lineage.predecessors(place.id());
        List<Relative> after = lineage.successors(place.id());
        return new LineageList(place.key(), before.size() + after.size(), before, after);
    }

    private PlaceLists.Within within(String key) {
        Place place = places.byKey(key).orElseThrow(() -> Problem.refused("territory.problem.within", key));
        return new PlaceLists.Within(place.id(), KeyDay.of(key));
    }

    private List<PlaceJson> json(List<Place> found, LocalDate day) {
        Map<Integer, PlaceLists.Above> above = lists.above(found, day);
        return found.stream()
                .map(place -> new PlaceJson(
                        place.key(), place.id(), place.level(), place.kind(), place.code(), place.name(), place.fullName(),
                        above.containsKey(place.id()) ? above.get(place.id()).key() : null, place.home(), place.validFrom(), place.validTo()))
                .toList();
    }
}

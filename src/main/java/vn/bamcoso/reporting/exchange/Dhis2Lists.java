package vn.bamcoso.reporting.exchange;

import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.tags.Tag;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;
import org.springframework.transaction.annotation.Transactional;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;
import vn.bamcoso.basics.Problem;
import vn.bamcoso.basics.Texts;
import vn.bamcoso.basics.WrittenDay;
import vn.bamcoso.figures.Indicator;
import vn.bamcoso.figures.Indicators;
import vn.bamcoso.reporting.Form;
import vn.bamcoso.reporting.Forms;
import vn.bamcoso.reporting.submission.Desk;
import vn.bamcoso.territory.Place;
import vn.bamcoso.territory.Places;

/** What a program made for DHIS2 asks before it sends or fetches values: which elements, data sets and organisation units there are. */
@RestController
@Tag(name = "dhis2", description = "In DHIS2's shape, for programs made for it. Ids are eleven letters made from the codes; codes are taken everywhere an id is")
class Dhis2Lists {
    private static final List<String> LEVELS = List.of("nation", "province", "district", "commune");
    private static final int MOST = 20_000;

    private final Indicators indicators;
    private final Forms forms;
    private final Places places;
    private final Desk desk;
    private final Clock clock;

    Dhis2Lists(Indicators indicators, Forms forms, Places places, Desk desk, Clock clock) {
        this.indicators = indicators;
        this.forms = forms;
        this.places = places;
        this.desk = desk;
        this.clock = clock;
    }

    @GetMapping({"/api/system/info", "/api/system/info.json"})
    @Operation(summary = "System information", description = "version names the DHIS2 whose shapes these are")
    Map<String, Object> info() {
        Map<String, Object> info = new LinkedHashMap<>();
        info.put("systemName", "Bám Cơ Sở");
        info.put("version", "2.40");
        info.put("revision", "bamcoso");
        info.put("serverDate", Instant.now(clock).toString());
        info.put("serverTimeZoneId", "Asia/Ho_Chi_Minh");
        info.put("calendar", "iso8601");
        info.put("dateFormat", "yyyy-mm-dd");
        return info;
    }

    @GetMapping({"/api/dataElements", "/api/dataElements.json"})
    @Operation(summary = "Data elements", description = "The indicators. filter: code:eq:…, id:eq:…, name:ilike:…")
    Map<String, Object> elements(@RequestParam Map<String, String> asked, @RequestParam(required = false) @Nullable List<String> filter) {
        return page("dataElements", indicators.all().stream().map(this::element).toList(), asked, filter);
    }

    @GetMapping({"/api/dataElements/{id}", "/api/dataElements/{id}.json"})
    @Operation(summary = "One data element")
    Map<String, Object> element(@PathVariable String id) {
        return one(indicators.all().stream().map(this::element).toList(), id);
    }

    @GetMapping({"/api/dataSets", "/api/dataSets.json"})
    @Operation(summary = "Data sets", description = "The forms, with the elements that their present version asks for")
    @Transactional(readOnly = true)
    public Map<String, Object> sets(@RequestParam Map<String, String> asked, @RequestParam(required = false) @Nullable List<String> filter) {
        return page("dataSets", sets(), asked, filter);
    }

    @GetMapping({"/api/dataSets/{id}", "/api/dataSets/{id}.json"})
    @Operation(summary = "One data set")
    @Transactional(readOnly = true)
    public Map<String, Object> set(@PathVariable String id) {
        return one(sets(), id);
    }

    @GetMapping({"/api/organisationUnits", "/api/organisationUnits.json"})
    @Operation(summary = "Organisation units", description = "The places of today's map, or of date=2021-07-01: code is the key of the place, level 1 the nation to 4 the commune (3 the district, while there were districts)")
    Map<String, Object> units(@RequestParam Map<String, String> asked, @RequestParam(required = false) @Nullable List<String> filter) {
        LocalDate day = asked.containsKey("date") ? WrittenDay.read(asked.get("date")) : desk.today();
        Map<Integer, Place> byId = new HashMap<>();
        places.on(day).forEach(place -> byId.put(place.id(), place));
        String level = asked.get("level");
        List<Map<String, Object>> units = byId.values().stream()
                .filter(place -> level == null || String.valueOf(LEVELS.indexOf(place.level()) + 1).equals(level))
                .sorted(Comparator.comparingInt((Place place) -> LEVELS.indexOf(place.level())).thenComparing(Place::key))
                .map(place -> unit(place, byId))
                .toList();
        return page("organisationUnits", units, asked, filter);
    }

    @GetMapping({"/api/organisationUnits/{id}", "/api/organisationUnits/{id}.json"})
    @Operation(summary = "One organisation unit")
    Map<String, Object> unit(@PathVariable String id) {
        Map<Integer, Place> byId = new HashMap<>();
        places.on(desk.today()).forEach(place -> byId.put(place.id(), place));
        return byId.values().stream().filter(place -> place.key().equals(id) || place.code().equals(id) || Dhis2Names.uid("place", place.key()).equals(id)).findFirst().map(place -> unit(place, byId))
                .or(() -> places.byKey(id).map(place -> unit(place, Map.of(place.id(), place))))
                .orElseThrow(Problem::notFound);
    }

    private Map<String, Object> element(Indicator indicator) {
        Map<String, Object> element = named("indicator", indicator.code(), indicator.name(Texts.VIETNAMESE));
        element.put("shortName", indicator.name(Texts.VIETNAMESE));
        element.put("description", indicator.definition(Texts.VIETNAMESE));
        element.put("valueType", indicator.decimals() > 0 ? "NUMBER" : "INTEGER_ZERO_OR_POSITIVE");
        element.put("aggregationType", switch (indicator.overPlaces()) {
            case SUM -> indicator.overTime() == Indicator.OverTime.SUM ? "SUM" : "LAST";
            case MIN -> "MIN";
            case MAX -> "MAX";
            case NONE -> "NONE";
        });
        element.put("domainType", "AGGREGATE");
        element.put("categoryCombo", Map.of("id", Dhis2Names.uid("categoryCombo", "default"), "name", "default"));
        return element;
    }

    private List<Map<String, Object>> sets() {
        List<Map<String, Object>> sets = new ArrayList<>();
        for (Form form : forms.all()) {
            Optional<Form.Version> version = forms.versionOn(form, desk.today());
            if (version.isEmpty()) {
                continue;
            }
            Map<String, Object> set = named("form", form.code(), form.nameVi());
            set.put("shortName", form.nameVi());
            set.put("periodType", Dhis2Names.periodType(version.get().kinds().getFirst()));
            set.put("version", version.get().number());
            set.put("dataSetElements", version.get().asked().stream()
                    .map(line -> Map.of("dataElement", Map.of("id", Dhis2Names.uid("indicator", line.indicator()), "code", line.indicator()))).toList());
            sets.add(set);
        }
        return sets;
    }

    private static Map<String, Object> unit(Place place, Map<Integer, Place> byId) {
        Map<String, Object> unit = named("place", place.key(), place.fullName());
        unit.put("shortName", place.name());
        unit.put("level", LEVELS.indexOf(place.level()) + 1);
        Place above = place.parentId() == null ? null : byId.get(place.parentId());
        if (above != null) {
            unit.put("parent", Map.of("id", Dhis2Names.uid("place", above.key()), "code", above.key()));
        }
        var path = new StringBuilder();
        for (Place at = place; at != null; at = at.parentId() == null ? null : byId.get(at.parentId())) {
            path.insert(0, "/" + Dhis2Names.uid("place", at.key()));
        }
        unit.put("path", path.toString());
        unit.put("openingDate", place.validFrom() == null || place.validFrom().getYear() < 1900 ? "1945-08-19" : place.validFrom().toString());
        if (place.validTo() != null && place.validTo().getYear() < 9999) {
            unit.put("closedDate", place.validTo().toString());
        }
        unit.put("leaf", place.level().equals("commune"));
        return unit;
    }

    private static Map<String, Object> named(String kind, String code, String name) {
        Map<String, Object> named = new LinkedHashMap<>();
        named.put("id", Dhis2Names.uid(kind, code));
        named.put("code", code);
        named.put("name", name);
        named.put("displayName", name);
        return named;
    }

    private static Map<String, Object> one(List<Map<String, Object>> all, String id) {
        return all.stream().filter(one -> one.get("id").equals(id) || one.get("code").equals(id)).findFirst().orElseThrow(Problem::notFound);
    }

    private static Map<String, Object> page(String name, List<Map<String, Object>> all, Map<String, String> asked, @Nullable List<String> filters) {
        List<Map<String, Object>> found = all;
        for (String filter : filters == null ? List.<String>of() : filters) {
            found = found.stream().filter(filter(filter)).toList();
        }
        if (asked.containsKey("query")) {
            String words = asked.get("query").toLowerCase(Texts.VIETNAMESE);
            found = found.stream().filter(one -> String.valueOf(one.get("name")).toLowerCase(Texts.VIETNAMESE).contains(words)).toList();
        }
        Map<String, Object> answer = new LinkedHashMap<>();
        if ("false".equals(asked.get("paging")) || "true".equals(asked.get("skipPaging"))) {
            answer.put(name, found);
            return answer;
        }
        int size = Math.clamp(number(asked.get("pageSize"), 50), 1, MOST);
        int page = Math.max(1, number(asked.get("page"), 1));
        answer.put("pager", Map.of("page", page, "pageSize", size, "total", found.size(), "pageCount", Math.max(1, (found.size() + size - 1) / size)));
        answer.put(name, found.stream().skip((long) (page - 1) * size).limit(size).toList());
        return answer;
    }

    private static Predicate<Map<String, Object>> filter(String filter) {
        String[] parts = filter.split(":", 3);
        if (parts.length != 3) {
            throw Problem.refused("reporting.problem.dhis2.filter", filter);
        }
        String wanted = parts[2].toLowerCase(Texts.VIETNAMESE);
        return one -> {
            String value = String.valueOf(one.get(parts[0])).toLowerCase(Texts.VIETNAMESE);
            return switch (parts[1]) {
                case "eq" -> value.equals(wanted);
                case "ilike", "like" -> value.contains(wanted);
                case "in" -> List.of(wanted.replaceAll("[\\[\\]]", "").split(",")).contains(value);
                default -> throw Problem.refused("reporting.problem.dhis2.filter", filter);
            };
        };
    }

    private static int number(@Nullable String text, int otherwise) {
        return text == null || !text.matches("\\d{1,6}") ? otherwise : Integer.parseInt(text);
    }
}

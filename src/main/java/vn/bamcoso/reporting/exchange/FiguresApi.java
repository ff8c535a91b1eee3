package vn.bamcoso.reporting.exchange;

import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.media.Content;
import io.swagger.v3.oas.annotations.media.ExampleObject;
import io.swagger.v3.oas.annotations.parameters.RequestBody;
import io.swagger.v3.oas.annotations.responses.ApiResponse;
import io.swagger.v3.oas.annotations.tags.Tag;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.bind.annotation.RestController;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import vn.bamcoso.access.CurrentUser;
import vn.bamcoso.basics.Problem;
import vn.bamcoso.basics.Texts;
import vn.bamcoso.calendar.DateWords;
import vn.bamcoso.calendar.Period;
import vn.bamcoso.documents.table.Cell;
import vn.bamcoso.documents.table.TableFile;
import vn.bamcoso.documents.table.TableHead;
import vn.bamcoso.figures.Indicator;
import vn.bamcoso.figures.Indicators;
import vn.bamcoso.reporting.entry.Edge;
import vn.bamcoso.territory.Place;
import vn.bamcoso.territory.Places;

/** Figures from programs. All rows are recorded or none; every fault is named. */
@RestController
@Tag(name = "figures", description = "Figures: asked on any day's map, recorded as reports of kind import")
class FiguresApi {
    private static final int MOST = 50_000;

    private final SideBySide loose;
    private final Indicators indicators;
    private final Places places;
    private final Edge edge;
    private final JsonMapper json;

    FiguresApi(SideBySide loose, Indicators indicators, Places places, Edge edge, JsonMapper json) {
        this.loose = loose;
        this.indicators = indicators;
        this.places = places;
        this.edge = edge;
        this.json = json;
    }

    @PostMapping(path = "/api/figures", consumes = {MediaType.APPLICATION_JSON_VALUE, "text/csv"}, produces = MediaType.APPLICATION_JSON_VALUE)
    @Operation(
            summary = "Record figures",
            description = "Rows of indicator, period (or asOf: a day), place key, value, and if known qualifier and source. JSON: {\"rows\": [...]} or the array alone; CSV with these titles, or as GET /api/figures answers it (its totals and empty lines are passed over). "
                    + "They become approved reports of kind import, one a place and period; for a role that may approve. The same rows sent again change nothing. "
                    + "Measured and computed indicators, unknown places and unreadable values are refused (422) with every row named.",
            requestBody = @RequestBody(content = {
                @Content(mediaType = "application/json", examples = @ExampleObject("{\"rows\": [{\"indicator\": \"security_reports\", \"period\": \"2026-Q3\", \"place\": \"C00715@2025-07-01\", \"value\": 34, \"source\": \"Báo cáo 12\"}]}")),
                @Content(mediaType = "text/csv", examples = @ExampleObject("indicator,period,place,value\nsecurity_reports,2026-Q3,C00715@2025-07-01,34\n"))
            }),
            responses = {@ApiResponse(responseCode = "201", description = "Recorded"), @ApiResponse(responseCode = "200", description = "All rows stood there already"), @ApiResponse(responseCode = "422", description = "Refused; nothing was recorded")})
    ResponseEntity<LooseFigures.Done> record(@org.springframework.web.bind.annotation.RequestBody byte[] body, @io.swagger.v3.oas.annotations.Parameter(hidden = true) @RequestHeader HttpHeaders headers) {
        if (!CurrentUser.require().has("provincial_staff", "provincial_director", "ministry_office", "department")) {
            throw Problem.forbidden("reporting.problem.not-your-act");
        }
        MediaType type = headers.getContentType();
        List<Problem.Fault> faults = new ArrayList<>();
        List<LooseFigures.Row> rows = new ArrayList<>();
        Map<String, String> first = new HashMap<>();
        String[] reason = {null};
        var lookup = new Lookup(indicators.byCode(), places);
        Function<Given, @Nullable Void> take = given -> {
            row(given, lookup, rows, first, faults);
            return null;
        };
        if (type != null && type.isCompatibleWith(MediaType.parseMediaType("text/csv"))) {
            csv(body, take);
        } else {
            reason[0] = json(body, lookup, take);
        }
        if (!faults.isEmpty()) {
            throw Problem.refused("reporting.problem.api.refused", faults.stream().limit(10_000).toList(), faults.size());
        }
        if (rows.isEmpty()) {
            throw Problem.refused("reporting.problem.api.empty");
        }
        LooseFigures.Done done = loose.record(new LooseFigures.Act(CurrentUser.require(), rows, reason[0]));
        return ResponseEntity.status(done.recorded() == 0 ? HttpStatus.OK : HttpStatus.CREATED).body(done);
    }

    /** What one row says, before it is understood. */
    private record Given(String where, Map<String, Cell> cells) {
        String text(String name) {
            return cells.getOrDefault(name, Cell.BLANK).text();
        }

        /** An answer of GET says in its column kind what a line is: its totals, and places without a value, record nothing. */
        boolean recordable() {
            return !cells.containsKey("kind") || text("kind").equals("place") && !cells.getOrDefault("value", Cell.BLANK).blank();
        }
    }

    private @Nullable String json(byte[] body, Lookup lookup, Function<Given, @Nullable Void> take) {
        JsonNode root;
        try {
            root = json.readTree(body);
        } catch (JacksonException unreadable) {
            throw Problem.refused("reporting.problem.api.json");
        }
        JsonNode list = root.isArray() ? root : root.path("rows");
        if (!list.isArray()) {
            throw Problem.refused("reporting.problem.api.json");
        }
        if (list.size() > MOST) {
            throw Problem.refused("reporting.problem.api.many", MOST);
        }
        Set<String> keys = new LinkedHashSet<>();
        list.forEach(row -> keys.add(row.path("place").asString("")));
        lookup.ahead(keys);
        int n = 0;
        for (JsonNode row : list) {
            Map<String, Cell> cells = new HashMap<>();
            row.properties().forEach(field -> cells.put(field.getKey(), field.getValue().isNumber()
                    ? new Cell.Number(field.getValue().decimalValue(), false)
                    : field.getValue().isNull() ? Cell.BLANK : Cell.words(field.getValue().isContainer() ? field.getValue().toString() : field.getValue().asString())));
            take.apply(new Given("rows[" + n++ + "]", cells));
        }
        String reason = root.path("reason").isString() ? root.path("reason").asString() : null;
        edge.check(reason);
        return reason;
    }

    private static void csv(byte[] body, Function<Given, @Nullable Void> take) {
        TableFile file = TableFile.open(body);
        TableHead head = TableHead.find(file, List.of("indicator", "place", "value"));
        file.rows(row -> {
            if (row.number() > head.lastRow() && !row.blank()) {
                Map<String, Cell> cells = new HashMap<>();
                head.titles().forEach(title -> cells.put(title.own().strip(), row.cell(title.column())));
                Given given = new Given("row " + row.number(), cells);
                if (given.recordable()) {
                    take.apply(given);
                }
            }
        });
    }

    private void row(Given given, Lookup lookup, List<LooseFigures.Row> rows, Map<String, String> first, List<Problem.Fault> faults) {
        String code = given.text("indicator");
        Indicator indicator = lookup.indicator(code);
        if (indicator == null) {
            faults.add(new Problem.Fault(given.where() + ".indicator", "reporting.fault.api.indicator", code));
        } else if (indicator.origin() != Indicator.How.ENTERED) {
            faults.add(new Problem.Fault(given.where() + ".indicator", "reporting.fault.api.not-entered", indicator.name(Texts.VIETNAMESE)));
        }
        Period period = attempt(given.where() + ".period", faults, () -> given.text("period").isEmpty() ? Period.asOf(DateWords.parse(given.text("asOf"))) : Period.parse(given.text("period")));
        Place known = lookup.place(given.text("place"));
        if (known == null) {
            faults.add(new Problem.Fault(given.where() + ".place", "reporting.fault.place-unknown", given.text("place")));
        }
        if (indicator != null && period != null && indicator.origin() == Indicator.How.ENTERED && indicator.measured(period.end(), null)) {
            faults.add(new Problem.Fault(given.where() + ".indicator", "reporting.fault.measured", indicator.name(Texts.VIETNAMESE)));
        }
        Place place = known == null || period == null ? null : lookup.on(known, period.end());
        if (known != null && period != null && place == null) {
            faults.add(new Problem.Fault(given.where() + ".place", "reporting.fault.place-not-then", given.text("place")));
        }
        BigDecimal value = indicator == null ? null : attempt(given.where() + ".value", faults, () -> {
            BigDecimal read = CellReading.value(given.cells().getOrDefault("value", Cell.BLANK), indicator, null);
            if (read == null) {
                throw Problem.refused("reporting.fault.api.no-value");
            }
            return read;
        });
        String remark = List.of(given.text("qualifier"), given.text("source")).stream().filter(part -> !part.isEmpty()).reduce((a, b) -> a + " · " + b).orElse(null);
        attempt(given.where() + ".source", faults, () -> {
            edge.check(remark);
            return "";
        });
        if (indicator == null || place == null || period == null || value == null) {
            return;
        }
        String before = first.putIfAbsent(code + " " + period.code() + " " + place.id(), given.where());
        if (before != null) {
            faults.add(new Problem.Fault(given.where(), "reporting.fault.api.twice", before));
        } else {
            rows.add(new LooseFigures.Row(given.where(), indicator, period, place, value, remark));
        }
    }

    private interface Attempt<T> {
        T make();
    }

    private static <T> @Nullable T attempt(String where, List<Problem.Fault> faults, Attempt<T> attempt) {
        try {
            return attempt.make();
        } catch (Problem refused) {
            faults.add(new Problem.Fault(where, refused.code(), refused.args()));
            return null;
        }
    }
}

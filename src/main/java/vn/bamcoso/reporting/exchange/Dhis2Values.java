package vn.bamcoso.reporting.exchange;

import com.fasterxml.jackson.annotation.JsonInclude;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.tags.Tag;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.io.StringWriter;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.apache.commons.csv.CSVFormat;
import org.apache.commons.csv.CSVParser;
import org.apache.commons.csv.CSVPrinter;
import org.apache.commons.csv.CSVRecord;
import org.jspecify.annotations.Nullable;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.annotation.Transactional;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import vn.bamcoso.basics.Problem;
import vn.bamcoso.calendar.Period;
import vn.bamcoso.reporting.Discretion;
import vn.bamcoso.reporting.Form;
import vn.bamcoso.reporting.Forms;
import vn.bamcoso.reporting.Submission;
import vn.bamcoso.reporting.Submissions;
import vn.bamcoso.reporting.submission.Desk;
import vn.bamcoso.territory.Place;
import vn.bamcoso.territory.Places;

/** Data value sets in and out, JSON and CSV, in DHIS2's shape. What comes in goes the way of a file: all of it or nothing. */
@RestController
@Tag(name = "dhis2")
class Dhis2Values {
    private static final int MOST = 200_000;
    private static final String[] TITLES =
            {"dataelement", "period", "orgunit", "categoryoptioncombo", "attributeoptioncombo", "value", "storedby", "lastupdated", "comment", "followup", "deleted"};

    private final Dhis2Import importing;
    private final Forms forms;
    private final Submissions submissions;
    private final Discretion discretion;
    private final Places places;
    private final Desk desk;
    private final JdbcClient jdbc;
    private final JsonMapper json;

    Dhis2Values(Dhis2Import importing, Forms forms, Submissions submissions, Discretion discretion, Places places, Desk desk, JdbcClient jdbc, JsonMapper json) {
        this.importing = importing;
        this.forms = forms;
        this.submissions = submissions;
        this.discretion = discretion;
        this.places = places;
        this.desk = desk;
        this.jdbc = jdbc;
        this.json = json;
    }

    @JsonInclude(JsonInclude.Include.NON_NULL)
    record ValueJson(String dataElement, String period, String orgUnit, String categoryOptionCombo, String attributeOptionCombo, String value, String storedBy, Instant lastUpdated, @Nullable String comment, boolean followup) {}

    record SetJson(String dataSet, List<ValueJson> dataValues) {}

    @GetMapping(path = {"/api/dataValueSets", "/api/dataValueSets.json"}, produces = MediaType.APPLICATION_JSON_VALUE)
    @Operation(
            summary = "Values of a data set",
            description = "Approved values of the form dataSet (code or id) for period (202609, 2026Q3, 2026, 20260914 or our code; several allowed) of orgUnit; with children=true of all its communes. "
                    + "idScheme=CODE (or dataElementIdScheme, orgUnitIdScheme) answers codes instead of ids.")
    @Transactional(readOnly = true)
    public SetJson values(@RequestParam String dataSet, @RequestParam List<String> period, @RequestParam List<String> orgUnit, @RequestParam(defaultValue = "false") boolean children,
            @RequestParam(defaultValue = "UID") String idScheme, @RequestParam(defaultValue = "") String dataElementIdScheme, @RequestParam(defaultValue = "") String orgUnitIdScheme) {
        var names = new Schemes(idScheme, dataElementIdScheme, orgUnitIdScheme);
        Form form = importing.form(dataSet);
        return new SetJson(idScheme.equalsIgnoreCase("CODE") ? form.code() : Dhis2Names.uid("form", form.code()), read(form, period, orgUnit, children, names));
    }

    @GetMapping(path = "/api/dataValueSets.csv", produces = {"application/csv", "text/csv"})
    @Operation(summary = "Values of a data set as CSV")
    @Transactional(readOnly = true)
    public String csv(@RequestParam String dataSet, @RequestParam List<String> period, @RequestParam List<String> orgUnit, @RequestParam(defaultValue = "false") boolean children,
            @RequestParam(defaultValue = "UID") String idScheme, @RequestParam(defaultValue = "") String dataElementIdScheme, @RequestParam(defaultValue = "") String orgUnitIdScheme) throws java.io.IOException {
        var text = new StringWriter();
        try (var csv = new CSVPrinter(text, CSVFormat.RFC4180.builder().setHeader(TITLES).setRecordSeparator("\n").get())) {
            for (ValueJson one : read(importing.form(dataSet), period, orgUnit, children, new Schemes(idScheme, dataElementIdScheme, orgUnitIdScheme))) {
                csv.printRecord(one.dataElement(), one.period(), one.orgUnit(), one.categoryOptionCombo(), one.attributeOptionCombo(), one.value(), one.storedBy(), one.lastUpdated(), one.comment(), one.followup(), "");
            }
        }
        return text.toString();
    }

    /** By what elements and units are called in the answer: their ids, or their codes. */
    private record Schemes(String all, String elements, String units) {
        boolean elementCodes() {
            return (elements.isEmpty() ? all : elements).equalsIgnoreCase("CODE");
        }

        boolean unitCodes() {
            return (units.isEmpty() ? all : units).equalsIgnoreCase("CODE");
        }
    }

    private List<ValueJson> read(Form form, List<String> periods, List<String> units, boolean children, Schemes names) {
        List<ValueJson> values = new ArrayList<>();
        units.forEach(unit -> read(form, periods, unit, children, names, values));
        return values;
    }

    private void read(Form form, List<String> periods, String orgUnit, boolean children, Schemes names, List<ValueJson> values) {
        for (String text : periods.stream().flatMap(one -> List.of(one.split(",")).stream()).toList()) {
            Period period = Dhis2Names.period(text, importing.rule(form));
            Place unit = importing.unit(orgUnit, period.end()).orElseThrow(() -> Problem.refused("reporting.fault.place-unknown", orgUnit));
            List<Long> ids = jdbc.sql("""
                            -- Which approved reports of this form and period are about this place, or lie in it?
                            select s.id from reporting.submission s
                            where s.form_id = :form and s.period = :period and s.approved_revision is not null
                              and (s.place_id = :place or :children and exists (select from territory.pub_reach r
                                   where r.vintage_id = (select territory.vintage_of(:end)) and r.place_id = s.place_id and r.ancestor_id = :place))
                            order by s.place_id""")
                    .param("form", form.id())
                    .param("period", period.code())
                    .param("place", unit.id())
                    .param("children", children)
                    .param("end", period.end())
                    .query(Long.class)
                    .list();
            for (long id : ids) {
                values(submissions.require(id), period, names, values);
            }
        }
    }

    private void values(Submission submission, Period period, Schemes names, List<ValueJson> values) {
        var revision = discretion.revisions(submission).get(submission.approvedRevision() - 1);
        String key = places.byId(submission.placeId(), period.end()).orElseThrow(Problem::notFound).key();
        revision.cells().forEach((code, value) -> values.add(new ValueJson(
                names.elementCodes() ? code : Dhis2Names.uid("indicator", code), Dhis2Names.period(period), names.unitCodes() ? key : Dhis2Names.uid("place", key), "default", "default", value.stripTrailingZeros().toPlainString(),
                String.valueOf(revision.submittedBy()), revision.decidedAt() == null ? revision.submittedAt() : revision.decidedAt(), revision.remarks().get(code), false)));
    }

    @PostMapping(path = {"/api/dataValueSets", "/api/dataValueSets.json"}, consumes = MediaType.APPLICATION_JSON_VALUE)
    @Operation(
            summary = "Import values",
            description = "{dataSet, period, orgUnit, dataValues: [{dataElement, period, orgUnit, value, comment}]}; elements, units and sets by id or code. With a dataSet the values become reports of that form, approved where the "
                    + "token's user may approve, else drafts of the own unit; without one they are recorded as figures. All of them or none: the summary names each conflict by the index of its value (409). dryRun=true checks only. "
                    + "Approved values change only with a reason. A comment is kept as the remark of a cell of a draft, or beside a figure.")
    ResponseEntity<Dhis2Shape.Answer> bring(@RequestBody byte[] body, @RequestParam(defaultValue = "false") boolean dryRun, @RequestParam(required = false) @Nullable String reason) {
        JsonNode root;
        try {
            root = json.readTree(body);
        } catch (JacksonException unreadable) {
            throw Problem.refused("reporting.problem.dhis2.json");
        }
        if (!root.path("dataValues").isArray()) {
            throw Problem.refused("reporting.problem.dhis2.json");
        }
        List<Dhis2Shape.Given> given = new ArrayList<>();
        for (JsonNode one : root.path("dataValues")) {
            given.add(new Dhis2Shape.Given(
                    text(one, "dataElement"), text(one, "period").isEmpty() ? text(root, "period") : text(one, "period"), text(one, "orgUnit").isEmpty() ? text(root, "orgUnit") : text(one, "orgUnit"),
                    text(one, "value"), text(one, "comment"), text(one, "categoryOptionCombo"), one.path("deleted").asBoolean(false)));
        }
        return answer(text(root, "dataSet"), given, dryRun, reason);
    }

    @PostMapping(path = {"/api/dataValueSets", "/api/dataValueSets.csv"}, consumes = {"application/csv", "text/csv"})
    @Operation(summary = "Import values from CSV")
    ResponseEntity<Dhis2Shape.Answer> bringCsv(@RequestBody String body, @RequestParam(defaultValue = "") String dataSet, @RequestParam(defaultValue = "false") boolean dryRun,
            @RequestParam(required = false) @Nullable String reason) {
        List<Dhis2Shape.Given> given = new ArrayList<>();
        try (CSVParser parser = CSVParser.parse(body.replaceFirst("^\uFEFF", ""), CSVFormat.RFC4180.builder().setHeader().setSkipHeaderRecord(true).setIgnoreHeaderCase(true).setTrim(true).get())) {
            for (CSVRecord row : parser) {
                given.add(new Dhis2Shape.Given(cell(row, "dataelement"), cell(row, "period"), cell(row, "orgunit"), cell(row, "value"), cell(row, "comment"), cell(row, "categoryoptioncombo"), cell(row, "deleted").equalsIgnoreCase("true")));
            }
        } catch (IllegalArgumentException | IllegalStateException | IOException | UncheckedIOException malformed) {
            throw Problem.refused("reporting.problem.dhis2.csv");
        }
        return answer(dataSet, given, dryRun, reason);
    }

    private ResponseEntity<Dhis2Shape.Answer> answer(String dataSet, List<Dhis2Shape.Given> given, boolean dryRun, @Nullable String reason) {
        if (given.isEmpty()) {
            throw Problem.refused("reporting.problem.api.empty");
        }
        if (given.size() > MOST) {
            throw Problem.refused("reporting.problem.api.many", MOST);
        }
        Dhis2Shape.Answer answer = importing.bring(dataSet, given, dryRun, reason);
        return ResponseEntity.status(answer.httpStatusCode()).body(answer);
    }

    private static String text(JsonNode node, String field) {
        JsonNode value = node.path(field);
        return value.isMissingNode() || value.isNull() ? "" : value.isContainer() ? value.toString() : value.asString().strip();
    }

    private static String cell(CSVRecord row, String title) {
        return row.isMapped(title) && row.isSet(title) ? row.get(title).strip() : "";
    }
}

package vn.bamcoso.reporting.exchange;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionTemplate;
import vn.bamcoso.access.CurrentUser;
import vn.bamcoso.basics.Problem;
import vn.bamcoso.basics.Texts;
import vn.bamcoso.calendar.Period;
import vn.bamcoso.calendar.PeriodRule;
import vn.bamcoso.documents.numbers.NumberForm;
import vn.bamcoso.documents.table.Cell;
import vn.bamcoso.figures.Indicator;
import vn.bamcoso.figures.Indicators;
import vn.bamcoso.reporting.Form;
import vn.bamcoso.reporting.Forms;
import vn.bamcoso.reporting.entry.Edge;
import vn.bamcoso.territory.Place;
import vn.bamcoso.territory.Places;

/** Reads a data value set as a file is read, row by row of places, and records it by the same plan; answers in DHIS2's words. */
@Component
class Dhis2Import {
    private final Indicators indicators;
    private final Forms forms;
    private final Places places;
    private final Planning planning;
    private final Recording recording;
    private final ImportStore store;
    private final LooseFigures loose;
    private final Edge edge;
    private final TransactionTemplate transaction;

    Dhis2Import(Indicators indicators, Forms forms, Places places, Planning planning, Recording recording, ImportStore store, LooseFigures loose, Edge edge, TransactionTemplate transaction) {
        this.indicators = indicators;
        this.forms = forms;
        this.places = places;
        this.planning = planning;
        this.recording = recording;
        this.store = store;
        this.loose = loose;
        this.edge = edge;
        this.transaction = transaction;
    }

    private static final class DryRun extends RuntimeException {
        private static final long serialVersionUID = 1L;
    }

    Form form(String codeOrId) {
        return forms.all().stream().filter(form -> form.code().equals(codeOrId) || Dhis2Names.uid("form", form.code()).equals(codeOrId)).findFirst().orElseThrow(Problem::notFound);
    }

    PeriodRule rule(Form form) {
        return forms.versionOn(form, java.time.LocalDate.of(2100, 1, 1)).or(() -> forms.versionOn(form, java.time.LocalDate.of(2026, 1, 1))).map(Form.Version::rule).orElse(PeriodRule.OFFICIAL);
    }

    /** A place by key, by its code on that day, or by the id made from its key. */
    Optional<Place> unit(String text, LocalDate day) {
        return places.byKey(text).flatMap(known -> places.byId(known.id(), day))
                .or(() -> places.on(day).stream().filter(place -> Dhis2Names.uid("place", place.key()).equals(text) || place.code().equals(text) && place.level().equals("commune")).findFirst());
    }

    Dhis2Shape.Answer bring(String dataSet, List<Dhis2Shape.Given> given, boolean dryRun, @Nullable String reason) {
        edge.check(reason);
        List<Dhis2Shape.Conflict> conflicts = new ArrayList<>();
        int[] counts = new int[2];
        Form form = dataSet.isEmpty() ? null : form(dataSet);
        for (int i = 0; i < given.size(); i++) {
            if (given.get(i).deleted()) {
                conflicts.add(new Dhis2Shape.Conflict(given.get(i).dataElement(), sentence("reporting.fault.api.deleted"), "E7619", "deleted", List.of(i)));
            }
        }
        List<Dhis2Shape.Given> named = Dhis2Options.named(given, indicators);
        try {
            transaction.executeWithoutResult(running -> {
                if (form == null) {
                    figures(named, reason, conflicts, counts);
                } else {
                    reports(form, named, reason, conflicts, counts);
                }
                if (!conflicts.isEmpty() || dryRun) {
                    throw new DryRun();
                }
            });
        } catch (DryRun nothingKept) {
            // What was checked is taken back.
        } catch (Problem refused) {
            if (refused.kind() == Problem.Kind.FORBIDDEN || refused.kind() == Problem.Kind.NOT_FOUND) {
                throw refused;
            }
            conflicts.add(new Dhis2Shape.Conflict("dataValueSet", Texts.vi().get(refused), "E7600", "dataSet", List.of()));
        }
        boolean good = conflicts.isEmpty();
        List<Integer> rejected = conflicts.stream().flatMap(conflict -> conflict.indexes().stream()).distinct().sorted().toList();
        var count = good ? new Dhis2Shape.Count(counts[0], counts[1], 0, 0) : new Dhis2Shape.Count(0, 0, given.size(), 0);
        return new Dhis2Shape.Answer(good ? "OK" : "Conflict", good ? 200 : 409, good ? "OK" : "ERROR", good ? "Import was successful." : "One more conflicts encountered, please check import summary.",
                new Dhis2Shape.Summary("ImportSummary", good ? "SUCCESS" : "ERROR", good ? "Import process completed successfully" : "Nothing was imported: all values or none", count, conflicts, rejected, "false"));
    }

    private void figures(List<Dhis2Shape.Given> given, @Nullable String reason, List<Dhis2Shape.Conflict> conflicts, int[] counts) {
        if (Planning.target(CurrentUser.require()) != Plan.Target.APPROVED) {
            throw Problem.forbidden("reporting.problem.not-your-act");
        }
        Map<String, Indicator> byId = byId(List.copyOf(indicators.byCode().values()));
        List<LooseFigures.Row> rows = new ArrayList<>();
        for (int i = 0; i < given.size(); i++) {
            Dhis2Shape.Given one = given.get(i);
            Indicator indicator = byId.get(one.dataElement());
            Period period = period(one, i, PeriodRule.OFFICIAL, conflicts);
            Place place = period == null ? null : unit(one.orgUnit(), period.end()).orElse(null);
            if (indicator == null || indicator.origin() != Indicator.How.ENTERED) {
                conflicts.add(new Dhis2Shape.Conflict(one.dataElement(), sentence("reporting.fault.api.indicator", one.dataElement()), "E7610", "dataElement", List.of(i)));
            } else if (period != null && place == null) {
                conflicts.add(new Dhis2Shape.Conflict(one.orgUnit(), sentence("reporting.fault.place-not-then", one.orgUnit()), "E7612", "orgUnit", List.of(i)));
            } else if (period != null) {
                try {
                    edge.check(one.comment());
                    BigDecimal value = CellReading.value(Cell.words(one.value()), indicator, NumberForm.ENGLISH);
                    if (value == null) {
                        throw Problem.refused("reporting.fault.api.no-value");
                    }
                    rows.add(new LooseFigures.Row(String.valueOf(i), indicator, period, place, value, one.comment().isEmpty() ? null : one.comment()));
                } catch (Problem unreadable) {
                    conflicts.add(new Dhis2Shape.Conflict(one.value(), Texts.vi().get(unreadable), "E7619", "value", List.of(i)));
                }
            }
        }
        if (conflicts.isEmpty()) {
            LooseFigures.Done done = loose.record(rows, reason);
            counts[0] = done.recorded();
        }
    }

    /** One plan for each period; its rows are places, its columns elements, so that a fault is found again by row and column. */
    private void reports(Form form, List<Dhis2Shape.Given> given, @Nullable String reason, List<Dhis2Shape.Conflict> conflicts, int[] counts) {
        Map<Period, Map<String, List<Integer>>> byPeriod = new LinkedHashMap<>();
        for (int i = 0; i < given.size(); i++) {
            Dhis2Shape.Given one = given.get(i);
            Period period = period(one, i, rule(form), conflicts);
            if (period != null) {
                byPeriod.computeIfAbsent(period, key -> new LinkedHashMap<>()).computeIfAbsent(one.orgUnit(), key -> new ArrayList<>()).add(i);
            }
        }
        for (var each : byPeriod.entrySet()) {
            reports(form, each.getKey(), each.getValue(), given, reason, conflicts, counts);
        }
    }

    private void reports(Form form, Period period, Map<String, List<Integer>> byUnit, List<Dhis2Shape.Given> given, @Nullable String reason, List<Dhis2Shape.Conflict> conflicts, int[] counts) {
        Form.Version version = forms.requireVersion(form, period);
        List<Indicator> asked = version.asked().stream().map(line -> indicators.require(line.indicator())).toList();
        Map<String, Indicator> byId = byId(asked);
        Map<Integer, Indicator> columns = new LinkedHashMap<>();
        asked.forEach(indicator -> columns.put(columns.size() + 1, indicator));
        List<Brought.Fault> faults = new ArrayList<>();
        Map<String, Place> byKey = Rows.byKey(places.on(period.end()), form.level());
        byKey.values().stream().distinct().toList().forEach(place -> byKey.put(Dhis2Names.uid("place", place.key()), place));
        Rows rows = new Rows(form, version.checks(), period, columns, byKey, places, faults).at(0, 0);
        Map<Integer, Map<Integer, Integer>> indexOf = new HashMap<>();
        int number = 0;
        for (var unit : byUnit.entrySet()) {
            Map<Integer, Cell> cells = new HashMap<>();
            Map<Integer, Integer> index = new HashMap<>();
            indexOf.put(++number, index);
            for (int i : unit.getValue()) {
                Indicator indicator = byId.get(given.get(i).dataElement());
                int column = indicator == null ? 0 : asked.indexOf(indicator) + 1;
                index.putIfAbsent(0, i);
                if (indicator == null) {
                    conflicts.add(new Dhis2Shape.Conflict(given.get(i).dataElement(), sentence("reporting.fault.line-unknown", given.get(i).dataElement()), "E7610", "dataElement", List.of(i)));
                } else if (cells.putIfAbsent(column, Cell.words(given.get(i).value())) != null) {
                    conflicts.add(new Dhis2Shape.Conflict(given.get(i).dataElement(), sentence("reporting.fault.line-twice", indicator.code(), index.get(column) + 1), "E7611", "dataElement", List.of(i)));
                } else {
                    index.put(column, i);
                }
            }
            rows.add(number, unit.getKey(), "", column -> cells.getOrDefault(column, Cell.BLANK), NumberForm.ENGLISH);
        }
        List<Brought.Row> said = rows.read().stream().map(row -> {
            Map<String, String> remarks = new HashMap<>();
            indexOf.get(row.number()).forEach((column, i) -> remark(column, given.get(i), i, columns, remarks, conflicts));
            return new Brought.Row(row.number(), row.place(), row.values(), remarks, row.columns());
        }).toList();
        var brought = new Brought(form, version, period, asked.stream().map(Indicator::code).toList(), said);
        Plan plan = planning.plan(brought, CurrentUser.require(), faults);
        for (Brought.Fault fault : faults) {
            Map<Integer, Integer> index = indexOf.getOrDefault(fault.row(), Map.of());
            Integer at = index.getOrDefault(fault.column(), index.get(0));
            boolean place = fault.column() == 0;
            conflicts.add(new Dhis2Shape.Conflict(at == null ? form.code() : place ? given.get(at).orgUnit() : given.get(at).dataElement(), sentence(fault.code(), fault.args().toArray()),
                    place ? "E7612" : "E7619", place ? "orgUnit" : "value", place ? List.copyOf(index.values().stream().distinct().sorted().toList()) : at == null ? List.of() : List.of(at)));
        }
        if (!conflicts.isEmpty()) {
            return;
        }
        recording.record(store.api("POST /api/dataValueSets", brought), plan, reason, percent -> {});
        for (Plan.Step step : plan.steps()) {
            counts[step.correction() ? 1 : 0] += step.row().values().size();
        }
    }

    /** A comment is the remark of its cell, and passes the edge like one. */
    private void remark(int column, Dhis2Shape.Given one, int index, Map<Integer, Indicator> columns, Map<String, String> remarks, List<Dhis2Shape.Conflict> conflicts) {
        if (column == 0 || one.comment().isEmpty()) {
            return;
        }
        try {
            edge.check(one.comment());
            remarks.put(columns.get(column).code(), one.comment());
        } catch (Problem refused) {
            conflicts.add(new Dhis2Shape.Conflict(one.dataElement(), Texts.vi().get(refused), "E7619", "comment", List.of(index)));
        }
    }

    private static @Nullable Period period(Dhis2Shape.Given one, int index, PeriodRule rule, List<Dhis2Shape.Conflict> conflicts) {
        try {
            return Dhis2Names.period(one.period(), rule);
        } catch (Problem unreadable) {
            conflicts.add(new Dhis2Shape.Conflict(one.period(), Texts.vi().get(unreadable), "E7616", "period", List.of(index)));
            return null;
        }
    }

    static Map<String, Indicator> byId(List<Indicator> all) {
        Map<String, Indicator> byId = new HashMap<>();
        all.forEach(indicator -> {
            byId.put(indicator.code(), indicator);
            byId.put(Dhis2Names.uid("indicator", indicator.code()), indicator);
        });
        return byId;
    }

    private static String sentence(String code, Object... args) {
        return Texts.vi().get(code, args);
    }
}

package vn.bamcoso.reporting.exchange;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.IntConsumer;
import org.jspecify.annotations.Nullable;
import vn.bamcoso.basics.Problem;
import vn.bamcoso.basics.Texts;
import vn.bamcoso.calendar.Period;
import vn.bamcoso.documents.numbers.NumberForm;
import vn.bamcoso.documents.spelling.Folding;
import vn.bamcoso.documents.table.Cell;
import vn.bamcoso.documents.table.TableFile;
import vn.bamcoso.documents.table.TableHead;
import vn.bamcoso.documents.table.TableRow;
import vn.bamcoso.figures.Indicator;
import vn.bamcoso.figures.Indicators;
import vn.bamcoso.reporting.Form;
import vn.bamcoso.reporting.entry.Sheets;
import vn.bamcoso.territory.Place;
import vn.bamcoso.territory.Places;

/** A table with one row a commune and one column an indicator; up to ten thousand rows, read once. */
final class TableReading {
    private static final Set<String> TOTALS = Set.of("tong", "tong cong", "tong so", "cong", "total", "sum", "toan tinh", "toan quoc");
    private static final int STEP = 500;

    private final Form form;
    private final Form.Version version;
    private final Period period;
    private final Titles titles;
    private final Indicators indicators;
    private final Places places;
    private final List<Brought.Fault> faults = new ArrayList<>();
    private final List<Brought.Row> rows = new ArrayList<>();
    private final Map<Integer, Indicator> columns = new LinkedHashMap<>();
    private final Map<String, Place> byKey = new HashMap<>();
    private final Map<Integer, Integer> rowOfPlace = new HashMap<>();
    private int keyColumn;
    private int nameColumn;

    TableReading(Form form, Form.Version version, Period period, Titles titles, Indicators indicators, Places places) {
        this.form = form;
        this.version = version;
        this.period = period;
        this.titles = titles;
        this.indicators = indicators;
        this.places = places;
    }

    FileReading.Read read(TableFile file, @Nullable NumberForm numbers, IntConsumer progress) {
        TableHead head = titles.tableHead(file).orElseThrow(() -> Problem.refused("documents.problem.head.missing", String.join("; ", titles.wanted(Texts.vi()))));
        columns(head);
        if (keyColumn == 0) {
            throw Problem.refused("reporting.problem.file.no-key", Texts.vi().get("reporting.file.key"));
        }
        for (Place place : places.on(period.end())) {
            if (place.level().equals(form.level())) {
                byKey.put(place.key(), place);
                byKey.put(place.code(), place);
            }
        }
        int[] seen = {0};
        file.rows(row -> {
            if (row.number() > head.lastRow() && !row.blank()) {
                row(row, numbers);
                if (++seen[0] % STEP == 0) {
                    progress.accept(seen[0]);
                }
            }
        });
        if (rows.isEmpty() && faults.isEmpty()) {
            throw Problem.refused("reporting.problem.file.no-rows");
        }
        return new FileReading.Read(new Brought(form, version, period, columns.values().stream().map(Indicator::code).toList(), rows), faults);
    }

    private void columns(TableHead head) {
        for (TableHead.Title title : head.titles()) {
            var code = titles.indicator(title);
            if (code.isPresent()) {
                Indicator indicator = indicators.require(code.get());
                if (columns.containsValue(indicator)) {
                    fault(head.lastRow(), title.column(), "reporting.fault.column-twice", title.own());
                }
                columns.put(title.column(), indicator);
            } else if (keyColumn == 0 && Titles.one(title.own(), Titles.keyTitles())) {
                keyColumn = title.column();
            } else if (nameColumn == 0 && Titles.one(title.own(), Titles.nameTitles())) {
                nameColumn = title.column();
            } else if (!Titles.numbering(title.own())) {
                fault(head.lastRow(), title.column(), "reporting.fault.column-unknown", title.own());
            }
        }
    }

    private void row(TableRow row, @Nullable NumberForm numbers) {
        String key = row.cell(keyColumn).text();
        String name = nameColumn == 0 ? "" : row.cell(nameColumn).text();
        if (key.isEmpty() && row.cells().stream().anyMatch(cell -> cell instanceof Cell.Words words && TOTALS.contains(Folding.fold(words.words())))) {
            return;
        }
        int before = faults.size();
        Place place = place(row, key, name);
        Map<String, BigDecimal> values = new LinkedHashMap<>();
        Map<String, Integer> at = new HashMap<>();
        columns.forEach((column, indicator) -> cell(row, column, indicator, place, numbers, values, at));
        if (place == null) {
            return;
        }
        broken(version, row.number(), values, at, faults);
        if (values.isEmpty() && faults.size() == before) {
            return;
        }
        Integer first = rowOfPlace.putIfAbsent(place.id(), row.number());
        if (first != null) {
            fault(row.number(), keyColumn, "reporting.fault.place-twice", place.fullName(), first);
            return;
        }
        rows.add(new Brought.Row(row.number(), place, values, Map.of(), at));
    }

    private void cell(TableRow row, int column, Indicator indicator, @Nullable Place place, @Nullable NumberForm numbers, Map<String, BigDecimal> values, Map<String, Integer> at) {
        Cell cell = row.cell(column);
        if (cell.blank()) {
            return;
        }
        try {
            BigDecimal value = CellReading.value(cell, indicator, numbers);
            if (value != null && place != null && !Sheets.concerns(indicator, place.kind())) {
                // A zero where nothing is asked says nothing.
                if (value.signum() != 0) {
                    fault(row.number(), column, "reporting.fault.not-concerned", place.fullName());
                }
            } else if (value != null) {
                values.put(indicator.code(), value);
                at.put(indicator.code(), column);
            }
        } catch (Problem unreadable) {
            fault(row.number(), column, unreadable.code(), unreadable.args().toArray());
        }
    }

    private @Nullable Place place(TableRow row, String key, String name) {
        if (key.isEmpty()) {
            fault(row.number(), keyColumn, "reporting.fault.key-empty");
            return null;
        }
        Place place = byKey.get(key);
        if (place == null && key.matches("\\d{1,4}")) {
            // A spreadsheet drops the zeros at the front of a code.
            place = byKey.get("0".repeat(5 - key.length()) + key);
        }
        if (place == null) {
            place = places.byKey(key).flatMap(known -> places.byId(known.id(), period.end())).filter(known -> known.level().equals(form.level())).orElse(null);
        }
        if (place == null) {
            fault(row.number(), keyColumn, places.byKey(key).isPresent() ? "reporting.fault.place-not-then" : "reporting.fault.place-unknown", key);
            return null;
        }
        String folded = Folding.fold(name);
        if (!folded.isEmpty() && !folded.equals(Folding.fold(place.name())) && !folded.equals(Folding.fold(place.fullName()))) {
            fault(row.number(), nameColumn, "reporting.fault.other-name", key, place.fullName(), name);
        }
        return place;
    }

    private void fault(int row, int column, String code, Object... args) {
        faults.add(Brought.Fault.of(row, column, code, args));
    }

    static void broken(Form.Version version, int row, Map<String, BigDecimal> values, Map<String, Integer> columns, List<Brought.Fault> faults) {
        for (Form.Check check : version.checks()) {
            BigDecimal part = values.get(check.part());
            BigDecimal whole = values.get(check.whole());
            if (check.broken(part, whole)) {
                faults.add(Brought.Fault.of(row, columns.getOrDefault(check.part(), 0), "reporting.fault.check-broken", check.part(), part.toPlainString(), check.whole(), whole.toPlainString()));
            }
        }
    }
}

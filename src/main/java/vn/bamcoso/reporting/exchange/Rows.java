package vn.bamcoso.reporting.exchange;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.IntFunction;
import org.jspecify.annotations.Nullable;
import vn.bamcoso.basics.Problem;
import vn.bamcoso.calendar.Period;
import vn.bamcoso.documents.numbers.NumberForm;
import vn.bamcoso.documents.spelling.Folding;
import vn.bamcoso.documents.table.Cell;
import vn.bamcoso.figures.Indicator;
import vn.bamcoso.reporting.Form;
import vn.bamcoso.reporting.entry.Sheets;
import vn.bamcoso.territory.Place;
import vn.bamcoso.territory.Places;

/**
 * The rows of one form and period on their way in, out of a file or out of the replay of the past: each place is found, each
 * cell read and checked, each row held against the form's checks. What is wrong is told, all of it.
 */
final class Rows {
    private final Form form;
    private final List<Form.Check> checks;
    private final Period period;
    private final Map<Integer, Indicator> columns;
    private final Map<String, Place> byKey;
    private final Places places;
    private final List<Brought.Fault> faults;
    private final List<Brought.Row> read = new ArrayList<>();
    private final Map<String, Integer> columnOf = new HashMap<>();
    private final Map<Integer, Integer> rowOfPlace = new HashMap<>();
    private final RowCells.Columns shared;
    private int keyColumn;
    private int nameColumn;

    /**
     * @param columns which indicator stands in which column
     * @param byKey the places of the period's last day, see {@link #byKey}
     * @param faults takes what is wrong
     */
    Rows(Form form, List<Form.Check> checks, Period period, Map<Integer, Indicator> columns, Map<String, Place> byKey, Places places, List<Brought.Fault> faults) {
        this.form = form;
        this.checks = checks;
        this.period = period;
        this.columns = columns;
        this.byKey = byKey;
        this.places = places;
        this.faults = faults;
        columns.forEach((column, indicator) -> columnOf.put(indicator.code(), column));
        this.shared = new RowCells.Columns(columns.values().stream().map(Indicator::code).toList());
    }

    /** Places of a level by key and by code. */
    static Map<String, Place> byKey(Collection<Place> alive, String level) {
        Map<String, Place> byKey = new HashMap<>();
        for (Place place : alive) {
            if (place.level().equals(level)) {
                byKey.put(place.key(), place);
                byKey.put(place.code(), place);
            }
        }
        return byKey;
    }

    /** Where key and name stand, for pointing at them; 0: nowhere. */
    Rows at(int key, int name) {
        keyColumn = key;
        nameColumn = name;
        return this;
    }

    /** What could be understood so far; only good as a whole when there is no fault. */
    List<Brought.Row> read() {
        return read;
    }

    /** @return the row as it was understood; null when it says nothing or is wrong */
    Brought.@Nullable Row add(int number, String key, String name, IntFunction<Cell> cells, @Nullable NumberForm numbers) {
        int before = faults.size();
        Place place = place(number, key, name);
        Map<String, BigDecimal> values = new RowCells(shared);
        columns.forEach((column, indicator) -> cell(number, column, cells.apply(column), indicator, place, numbers, values));
        if (place == null) {
            return null;
        }
        broken(checks, number, values, columnOf, faults);
        if (values.isEmpty() && faults.size() == before) {
            return null;
        }
        Integer first = rowOfPlace.putIfAbsent(place.id(), number);
        if (first != null) {
            fault(number, keyColumn, "reporting.fault.place-twice", place.fullName(), first);
            return null;
        }
        var row = new Brought.Row(number, place, values, Map.of(), columnOf);
        read.add(row);
        return row;
    }

    private void cell(int number, int column, Cell cell, Indicator indicator, @Nullable Place place, @Nullable NumberForm numbers, Map<String, BigDecimal> values) {
        if (cell.blank()) {
            return;
        }
        try {
            BigDecimal value = CellReading.value(cell, indicator, numbers);
            if (value != null && place != null && !Sheets.concerns(indicator, place.kind())) {
                // A zero where nothing is asked says nothing.
                if (value.signum() != 0) {
                    fault(number, column, "reporting.fault.not-concerned", place.fullName());
                }
            } else if (value != null) {
                values.put(indicator.code(), value);
            }
        } catch (Problem unreadable) {
            fault(number, column, unreadable.code(), unreadable.args().toArray());
        }
    }

    private @Nullable Place place(int number, String key, String name) {
        if (key.isEmpty()) {
            fault(number, keyColumn, "reporting.fault.key-empty");
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
            fault(number, keyColumn, places.byKey(key).isPresent() ? "reporting.fault.place-not-then" : "reporting.fault.place-unknown", key);
            return null;
        }
        String folded = Folding.fold(name);
        if (!folded.isEmpty() && !folded.equals(Folding.fold(place.name())) && !folded.equals(Folding.fold(place.fullName()))) {
            fault(number, nameColumn, "reporting.fault.other-name", key, place.fullName(), name);
        }
        return place;
    }

    private void fault(int row, int column, String code, Object... args) {
        faults.add(Brought.Fault.of(row, column, code, args));
    }

    static void broken(List<Form.Check> checks, int row, Map<String, BigDecimal> values, Map<String, Integer> columns, List<Brought.Fault> faults) {
        for (Form.Check check : checks) {
            if (check.hard()) {
                check.on(values::get).ifPresent(found -> faults.add(Brought.Fault.of(
                        row, columns.getOrDefault(check.at(), 0), check.relation().equals("=") ? "reporting.fault.check-unequal" : "reporting.fault.check-broken",
                        check.part(), found.left().toPlainString(), check.whole(), found.right().toPlainString())));
            }
        }
    }
}

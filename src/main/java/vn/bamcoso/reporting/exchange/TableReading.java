package vn.bamcoso.reporting.exchange;

import java.util.ArrayList;
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
    private final Map<Integer, Indicator> columns = new LinkedHashMap<>();
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
        Rows rows = new Rows(form, version.checks(), period, columns, Rows.byKey(places.on(period.end()), form.level()), places, faults).at(keyColumn, nameColumn);
        int[] seen = {0};
        file.rows(row -> {
            if (row.number() > head.lastRow() && !row.blank()) {
                row(row, rows, numbers);
                if (++seen[0] % STEP == 0) {
                    progress.accept(seen[0]);
                }
            }
        });
        if (rows.read().isEmpty() && faults.isEmpty()) {
            throw Problem.refused("reporting.problem.file.no-rows");
        }
        return new FileReading.Read(new Brought(form, version, period, columns.values().stream().map(Indicator::code).toList(), rows.read()), faults);
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
            } else if (!Titles.numbering(title.own()) && !Titles.one(title.own(), Titles.checkTitles())) {
                fault(head.lastRow(), title.column(), "reporting.fault.column-unknown", title.own());
            }
        }
    }

    private void row(TableRow row, Rows rows, @Nullable NumberForm numbers) {
        String key = row.cell(keyColumn).text();
        if (key.isEmpty() && row.cells().stream().anyMatch(cell -> cell instanceof Cell.Words words && TOTALS.contains(Folding.fold(words.words())))) {
            return;
        }
        rows.add(row.number(), key, nameColumn == 0 ? "" : row.cell(nameColumn).text(), row::cell, numbers);
    }

    private void fault(int row, int column, String code, Object... args) {
        faults.add(Brought.Fault.of(row, column, code, args));
    }
}

package vn.bamcoso.reporting.exchange;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import vn.bamcoso.basics.Problem;
import vn.bamcoso.basics.Texts;
import vn.bamcoso.calendar.Period;
import vn.bamcoso.documents.numbers.NumberForm;
import vn.bamcoso.documents.table.TableFile;
import vn.bamcoso.documents.table.TableHead;
import vn.bamcoso.documents.table.TableRow;
import vn.bamcoso.figures.Indicator;
import vn.bamcoso.figures.Indicators;
import vn.bamcoso.reporting.Form;
import vn.bamcoso.reporting.entry.Sheets;
import vn.bamcoso.territory.Place;
import vn.bamcoso.territory.Places;

/** One commune's template: a line an indicator, its value and a remark. */
final class LineReading {
    private final Form form;
    private final Form.Version version;
    private final Period period;
    private final Titles titles;
    private final Indicators indicators;
    private final Set<String> questions;
    private final Places places;
    private final List<Brought.Fault> faults = new ArrayList<>();
    private final Map<String, BigDecimal> values = new LinkedHashMap<>();
    private final Map<String, String> remarks = new HashMap<>();
    private final Map<String, Integer> rowOf = new LinkedHashMap<>();

    /** @param questions keys of what the form asks in words; answers stand where remarks do */
    LineReading(Form form, Form.Version version, Period period, Titles titles, Indicators indicators, Set<String> questions, Places places) {
        this.form = form;
        this.version = version;
        this.period = period;
        this.titles = titles;
        this.indicators = indicators;
        this.questions = questions;
        this.places = places;
    }

    /** @throws Problem when the place was not there on the last day, or the file has no such table */
    FileReading.Read read(TableFile file, String placeKey, @Nullable NumberForm numbers) {
        Place place = places.byKey(placeKey).flatMap(known -> places.byId(known.id(), period.end())).filter(known -> known.level().equals(form.level()))
                .orElseThrow(() -> Problem.refused("reporting.fault.place-not-then", placeKey));
        TableHead head = titles.lineHead(file).orElseThrow(() -> Problem.refused(
                "documents.problem.head.missing", Texts.vi().get("reporting.file.code") + "; " + Texts.vi().get("reporting.file.value")));
        int code = column(head, "reporting.file.code", "indicator").orElseThrow();
        int value = column(head, "reporting.file.value", "value").orElseThrow();
        int remark = column(head, "reporting.file.remark", "remark").orElse(0);
        file.rows(row -> {
            if (row.number() > head.lastRow() && !row.blank()) {
                line(row, place, code, value, remark, numbers);
            }
        });
        Map<String, Integer> columns = new HashMap<>();
        values.keySet().forEach(indicator -> columns.put(indicator, value));
        List<Brought.Fault> broken = new ArrayList<>();
        Rows.broken(version.checks(), 0, values, columns, broken);
        broken.forEach(fault -> faults.add(new Brought.Fault(rowOf.getOrDefault(fault.args().getFirst(), 0), fault.column(), fault.code(), fault.args())));
        if (rowOf.isEmpty() && faults.isEmpty()) {
            throw Problem.refused("reporting.problem.file.no-rows");
        }
        List<Brought.Row> rows = rowOf.isEmpty() ? List.of() : List.of(new Brought.Row(rowOf.values().iterator().next(), place, values, remarks, columns));
        return new FileReading.Read(new Brought(form, version, period, List.copyOf(rowOf.keySet()), rows), faults);
    }

    private static Optional<Integer> column(TableHead head, String text, String plain) {
        return head.column(Texts.vi().get(text)).or(() -> head.column(Texts.en().get(text))).or(() -> head.column(plain));
    }

    private void line(TableRow row, Place place, int code, int value, int remark, @Nullable NumberForm numbers) {
        String written = row.cell(code).text();
        if (written.isEmpty() && row.cell(value).blank()) {
            return;
        }
        if (questions.contains(written)) {
            String answer = remark == 0 ? "" : row.cell(remark).text();
            if (!answer.isEmpty()) {
                remarks.put(written, answer);
            }
            return;
        }
        Optional<String> known = titles.indicator(written);
        if (known.isEmpty()) {
            faults.add(Brought.Fault.of(row.number(), code, "reporting.fault.line-unknown", written));
            return;
        }
        Indicator indicator = indicators.require(known.get());
        Integer before = rowOf.putIfAbsent(indicator.code(), row.number());
        if (before != null) {
            faults.add(Brought.Fault.of(row.number(), code, "reporting.fault.line-twice", written, before));
            return;
        }
        try {
            BigDecimal read = CellReading.value(row.cell(value), indicator, numbers);
            if (read != null && !Sheets.concerns(indicator, place.kind())) {
                faults.add(Brought.Fault.of(row.number(), value, "reporting.fault.not-concerned", place.fullName()));
            } else if (read != null) {
                values.put(indicator.code(), read);
            }
            String said = remark == 0 ? "" : row.cell(remark).text();
            if (!said.isEmpty()) {
                remarks.put(indicator.code(), said);
            }
        } catch (Problem unreadable) {
            faults.add(Brought.Fault.of(row.number(), value, unreadable.code(), unreadable.args().toArray()));
        }
    }
}

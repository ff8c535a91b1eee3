package vn.bamcoso.territory.restructuring;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.util.MultiValueMap;
import vn.bamcoso.basics.Problem;
import vn.bamcoso.basics.WrittenDay;

/**
 * A restructuring being typed: texts as they stand in the fields, so that nothing is lost when something is wrong.
 *
 * @param rows one map a row, by {@link ChangeRows#COLUMNS}
 * @param csv rows pasted instead of typed
 */
public record ActForm(Map<String, String> head, List<Map<String, String>> rows, String csv) {
    private static final List<String> HEAD = List.of("title", "number", "signed", "body", "effective", "note");
    private static final int BLANK = 5;
    private static final int MOST_TYPED = 60;

    static ActForm blank() {
        return new ActForm(Map.of(), List.of(), "").roomier();
    }

    static ActForm of(MultiValueMap<String, String> fields) {
        var head = new LinkedHashMap<String, String>();
        HEAD.forEach(name -> head.put(name, fields.getFirst(name) == null ? "" : fields.getFirst(name).strip()));
        List<Map<String, String>> rows = new ArrayList<>();
        int count = fields.getOrDefault("what", List.of()).size();
        for (int i = 0; i < count; i++) {
            var row = new LinkedHashMap<String, String>();
            for (String column : ChangeRows.COLUMNS) {
                List<String> values = fields.getOrDefault(column, List.of());
                row.put(column, i < values.size() ? values.get(i).strip() : "");
            }
            if (row.values().stream().anyMatch(value -> !value.isEmpty())) {
                rows.add(row);
            }
        }
        String csv = fields.getFirst("csv");
        return new ActForm(head, rows, csv == null ? "" : csv.strip());
    }

    static ActForm of(ActView act) {
        var head = new LinkedHashMap<String, String>();
        head.put("title", act.head().title());
        head.put("number", text(act.head().number()));
        head.put("signed", text(act.head().signedOn()));
        head.put("body", act.head().body());
        head.put("effective", text(act.head().effective()));
        head.put("note", text(act.head().note()));
        List<Map<String, String>> rows = act.changes().stream().map(ActForm::row).toList();
        return rows.size() <= MOST_TYPED ? new ActForm(head, rows, "").roomier() : new ActForm(head, List.of(), csv(rows));
    }

    /** With blank rows at the end. */
    ActForm roomier() {
        var more = new ArrayList<>(rows);
        for (int i = 0; i < BLANK; i++) {
            more.add(Map.of());
        }
        return new ActForm(head, more, csv);
    }

    public String value(String name) {
        return head.getOrDefault(name, "");
    }

    ActHead read() {
        List<Problem.Fault> faults = new ArrayList<>();
        for (String needed : List.of("title", "body", "effective")) {
            if (value(needed).isBlank()) {
                faults.add(new Problem.Fault("–", "territory.fault.head", needed));
            }
        }
        LocalDate effective = day("effective", faults);
        LocalDate signed = day("signed", faults);
        if (effective != null && (effective.getYear() < 1976 || effective.getYear() > 2100)) {
            faults.add(new Problem.Fault("–", "territory.fault.day", value("effective")));
        }
        if (!faults.isEmpty()) {
            throw Problem.refused("territory.problem.rows", faults, faults.size());
        }
        return new ActHead(value("title"), ActHead.some(value("number")), signed, value("body"), effective, ActHead.some(value("note")));
    }

    List<Change> changes() {
        return csv.isEmpty() ? ChangeRows.from(rows) : ChangeRows.fromCsv(csv);
    }

    private @Nullable LocalDate day(String name, List<Problem.Fault> faults) {
        try {
            return value(name).isBlank() ? null : WrittenDay.read(value(name));
        } catch (Problem noDay) {
            faults.add(new Problem.Fault("–", "territory.fault.day", value(name)));
            return null;
        }
    }

    private static Map<String, String> row(Change change) {
        var row = new LinkedHashMap<String, String>();
        row.put("what", change.what().code());
        row.put("place", change.place());
        row.put("code", change.code());
        row.put("kind", change.kind());
        row.put("name", change.name());
        row.put("parent", change.parent());
        row.put("into", change.into());
        row.put("share", change.share() == null ? "" : change.share().toPlainString());
        row.put("was", change.was());
        return row;
    }

    private static String csv(List<Map<String, String>> rows) {
        var text = new StringBuilder(String.join(",", ChangeRows.COLUMNS)).append('\n');
        rows.forEach(row -> text.append(String.join(",", ChangeRows.COLUMNS.stream().map(column -> '"' + row.get(column).replace("\"", "\"\"") + '"').toList())).append('\n'));
        return text.toString();
    }

    private static String text(@Nullable Object value) {
        return value == null ? "" : value.toString();
    }
}

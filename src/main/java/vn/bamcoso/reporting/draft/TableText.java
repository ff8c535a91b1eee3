package vn.bamcoso.reporting.draft;

import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.UnaryOperator;
import vn.bamcoso.documents.spelling.Folding;

/**
 * The table of a form's lines as text, row by row: cells parted by tabs or by |, in the usual order or in that of a head that
 * names them. What is chosen on the page is written back into this text, so that there is one place where a form is written.
 */
final class TableText {
    static final List<String> COLUMNS = List.of("group", "indicator", "unit", "adding", "parts", "checks", "definition", "marks");
    private static final Map<String, String> HEADS = Map.ofEntries(
            Map.entry("nhom", "group"), Map.entry("muc", "group"), Map.entry("chi tieu", "indicator"), Map.entry("don vi", "unit"), Map.entry("don vi tinh", "unit"), Map.entry("cach cong", "adding"),
            Map.entry("phan to", "parts"), Map.entry("kiem tra", "checks"), Map.entry("dinh nghia", "definition"), Map.entry("dac diem", "marks"), Map.entry("group", "group"),
            Map.entry("indicator", "indicator"), Map.entry("unit", "unit"), Map.entry("adding", "adding"), Map.entry("broken down by", "parts"), Map.entry("checks", "checks"),
            Map.entry("definition", "definition"), Map.entry("marks", "marks"));

    private TableText() {}

    /** @param number of the line, from 1; 0: a blank row or the head */
    record Row(int number, String text, List<String> order) {
        String separator() {
            return text.contains("\t") ? "\t" : "|";
        }

        List<String> cells() {
            return List.of(text.split(separator().equals("\t") ? "\t" : "\\|", -1)).stream().map(TableText::plain).toList();
        }

        Map<String, String> byColumn() {
            List<String> cells = cells();
            Map<String, String> by = new LinkedHashMap<>();
            for (int i = 0; i < Math.min(cells.size(), order.size()); i++) {
                by.put(order.get(i), cells.get(i));
            }
            return by;
        }

        /** The same row with another text in one of its cells. */
        String with(int column, String value) {
            List<String> cells = new ArrayList<>(cells());
            while (cells.size() <= column) {
                cells.add("");
            }
            cells.set(column, value);
            return String.join(separator().equals("\t") ? "\t" : " | ", cells).stripTrailing();
        }
    }

    static List<Row> rows(String table) {
        List<Row> rows = new ArrayList<>();
        List<String> order = COLUMNS;
        int number = 0;
        for (String text : table.lines().toList()) {
            Row row = new Row(0, text, order);
            if (!text.isBlank() && number == 0 && row.cells().stream().filter(cell -> HEADS.containsKey(Folding.fold(cell))).count() >= 2) {
                order = row.cells().stream().map(cell -> HEADS.getOrDefault(Folding.fold(cell), "")).toList();
                row = new Row(0, text, order);
            } else if (!text.isBlank()) {
                row = new Row(++number, text, order);
            }
            rows.add(row);
        }
        return rows;
    }

    /** The table with other breakdowns at some of its lines; a head that has no column for them gets one. */
    static String withParts(String table, Collection<Integer> lines, UnaryOperator<List<String>> change) {
        return String.join("\n", rows(table).stream().map(row -> {
            boolean headed = row.order() != COLUMNS;
            int column = row.order().contains("parts") ? row.order().indexOf("parts") : row.order().size();
            if (row.number() == 0) {
                return headed && !row.text().isBlank() && column == row.order().size() ? row.with(column, "Phân tổ") : row.text();
            }
            List<String> cells = row.cells();
            List<String> before = new ArrayList<>(List.of((column < cells.size() ? cells.get(column) : "").split("[,;]")).stream().map(String::strip).filter(one -> !one.isEmpty()).toList());
            return lines.contains(row.number()) ? row.with(column, String.join(", ", change.apply(before))) : row.text();
        }).toList());
    }

    /** The table with one more line at its end: an indicator of the catalogue, by its code, in the group of the line before. */
    static String withIndicator(String table, String code) {
        List<Row> rows = rows(table);
        List<String> order = rows.isEmpty() ? COLUMNS : rows.getLast().order();
        boolean tabs = rows.stream().anyMatch(row -> row.separator().equals("\t"));
        String line = new Row(0, tabs ? "\t" : "|", order).with(Math.max(0, order.indexOf("indicator")), code);
        return table.stripTrailing() + (table.isBlank() ? "" : "\n") + line;
    }

    /** A cell as a spreadsheet copies it: without the quotes around it. */
    private static String plain(String cell) {
        String text = cell.strip();
        return text.length() > 1 && text.startsWith("\"") && text.endsWith("\"") ? text.substring(1, text.length() - 1).replace("\"\"", "\"").strip() : text;
    }
}

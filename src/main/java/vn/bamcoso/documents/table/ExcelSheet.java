package vn.bamcoso.documents.table;

import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;
import org.dhatim.fastexcel.BorderStyle;
import org.dhatim.fastexcel.DataValidationErrorStyle;
import org.dhatim.fastexcel.PaperSize;
import org.dhatim.fastexcel.Position;
import org.dhatim.fastexcel.ProtectionOption;
import org.dhatim.fastexcel.SheetProtectionOption;
import org.dhatim.fastexcel.VisibilityState;
import org.dhatim.fastexcel.Workbook;
import org.dhatim.fastexcel.Worksheet;
import org.jspecify.annotations.Nullable;

/**
 * Writes one .xlsx from top to bottom: title and notes, head, rows; finished rows leave the memory. A sheet for filling in is
 * protected so that only the open columns take input, and carries a hidden key by which it is known again whatever its file is
 * called. Widths are stated, since measuring text needs fonts.
 */
public final class ExcelSheet implements AutoCloseable {

    private static final String HEAD_FILL = "E8ECF1";
    private static final String OPEN_FILL = "FFFBEA";
    private static final String FONT = "Times New Roman";
    private static final int FONT_SIZE = 12;
    private static final float MARGIN_INCHES = 0.4f;
    private static final int FLUSH_EVERY = 500;

    private final Workbook book;
    private final Worksheet sheet;
    private final List<ExcelColumn> columns;
    private int row;

    /** @param out stays open; it is the caller's */
    public ExcelSheet(OutputStream out, String sheetName, List<ExcelColumn> columns) {
        this.book = new Workbook(out, "BamCoSo", "1.0");
        this.sheet = book.newWorksheet(sheetName.length() > 31 ? sheetName.substring(0, 31) : sheetName);
        this.columns = List.copyOf(columns);
        for (int c = 0; c < columns.size(); c++) sheet.width(c, columns.get(c).width());
        sheet.pageOrientation("landscape");
        sheet.setFitToPage(true);
        sheet.fitToWidth((short) 1);
        sheet.fitToHeight((short) 0);
        sheet.paperSize(PaperSize.A4_PAPER);
        sheet.leftMargin(MARGIN_INCHES);
        sheet.rightMargin(MARGIN_INCHES);
        sheet.footer("&P/&N", Position.RIGHT);
    }

    public void title(String text) {
        sheet.value(row, 0, text);
        sheet.style(row++, 0).bold().fontName(FONT).fontSize(14).set();
    }

    public void note(String text) {
        sheet.value(row, 0, text);
        sheet.style(row++, 0).italic().fontName(FONT).fontSize(FONT_SIZE).set();
    }

    public void blank() {
        row++;
    }

    /** One row of titles; two, with merged cells, when any column has a group. Stays in view while scrolling, and on each printed page. */
    public void head() {
        boolean grouped = columns.stream().anyMatch(c -> c.group() != null);
        int first = row;
        int last = grouped ? row + 1 : row;
        for (int c = 0; c < columns.size(); c++) {
            String group = columns.get(c).group();
            if (group == null) {
                sheet.value(first, c, columns.get(c).title());
                if (grouped) sheet.range(first, c, last, c).merge();
            } else {
                sheet.value(last, c, columns.get(c).title());
                boolean begins = c == 0 || !group.equals(columns.get(c - 1).group());
                if (begins) group(group, first, c);
            }
        }
        HeadHeight height = HeadHeight.of(columns);
        if (grouped) sheet.rowHeight(first, height.groups());
        sheet.rowHeight(last, height.titles());
        sheet.range(first, 0, last, columns.size() - 1).style().bold().fontName(FONT).fontSize(FONT_SIZE).fillColor(HEAD_FILL).wrapText(true)
                .horizontalAlignment("center").verticalAlignment("center").borderStyle(BorderStyle.THIN).set();
        row = last + 1;
        sheet.freezePane(0, row);
        sheet.repeatRows(first, last);
    }

    private void group(String group, int first, int from) {
        int to = HeadHeight.lastOf(columns, from);
        sheet.value(first, from, group);
        if (to > from) sheet.range(first, from, first, to).merge();
    }

    /** @param values String, Integer, Long, BigDecimal, LocalDate or null for each column */
    public void row(List<? extends @Nullable Object> values) {
        double height = 0;
        for (int c = 0; c < columns.size(); c++) {
            ExcelColumn column = columns.get(c);
            Object value = c < values.size() ? values.get(c) : null;
            switch (value) {
                case null -> { }
                case Integer n -> sheet.value(row, c, n);
                case Long n -> sheet.value(row, c, n);
                case BigDecimal n -> sheet.value(row, c, n);
                case LocalDate day -> sheet.value(row, c, day);
                default -> sheet.value(row, c, value.toString());
            }
            var style = sheet.style(row, c).format(column.form().format).fontName(FONT).fontSize(FONT_SIZE).verticalAlignment("center").borderStyle(BorderStyle.THIN);
            if (column.form() == ExcelColumn.Form.TEXT) {
                style.wrapText(true);
                if (value instanceof String text && text.length() > column.width()) height = Math.max(height, HeadHeight.of(text, column.width()));
            }
            if (column.form() == ExcelColumn.Form.SHOWN) style.horizontalAlignment("right");
            if (!column.locked()) style.protectionOption(ProtectionOption.LOCKED, false).fillColor(OPEN_FILL);
            style.set();
        }
        if (height > 0) sheet.rowHeight(row, height);
        row++;
        if (row % FLUSH_EVERY == 0) flush();
    }

    /** Writes one cell of the row written last in another form than its column. */
    public void as(int column, ExcelColumn.Form form) {
        sheet.style(row - 1, column).format(form.format).set();
    }

    /** Number of the row that comes next, as the spreadsheet counts; {@link #cell} names a cell for formulas. */
    public int next() {
        return row + 1;
    }

    /** @param column from 0; {@code row} as the spreadsheet counts, from 1 */
    public static String cell(int column, int row) {
        return Address.letters(column + 1) + row;
    }

    /** A formula in the row written last: it shows what it finds while somebody types. */
    public void formula(int column, String formula) {
        sheet.formula(row - 1, column, escaped(formula));
        sheet.style(row - 1, column).fontName(FONT).fontSize(FONT_SIZE).fontColor("9C1B1B").wrapText(true).set();
    }

    /**
     * Takes only what a formula allows, in some rows of a column; an empty cell is always allowed.
     *
     * @param from first row, to last, as the spreadsheet counts
     * @param formula of the first of these cells
     */
    public void allow(int column, int from, int to, String formula, String title, String otherwise) {
        if (to >= from) {
            sheet.range(from - 1, column, to - 1, column).validateWithFormula(escaped(formula)).allowBlank(true).showErrorMessage(true).errorStyle(DataValidationErrorStyle.STOP).errorTitle(cut(title, 32)).error(cut(otherwise, 255));
        }
    }

    /** Offers a list, in some rows of a column. @param only whether nothing else is taken */
    public void offer(int column, int from, int to, List<String> choices, boolean only, String title, String otherwise) {
        if (to >= from) {
            sheet.range(from - 1, column, to - 1, column).validateWithListByFormula("\"" + escaped(String.join(",", choices)) + "\"").allowBlank(true).showErrorMessage(only)
                    .errorStyle(DataValidationErrorStyle.STOP).errorTitle(cut(title, 32)).error(cut(otherwise, 255));
        }
    }

    /** Offers what stands in a column of the sheet {@link #beside}, in some rows of a column; other input is taken too. @param from first row, to last, as the spreadsheet counts */
    public void offerFrom(String sheetName, int rows, int column, int from, int to) {
        sheet.range(from - 1, column, to - 1, column).validateWithListByFormula("'" + escaped(sheetName) + "'!$A$2:$A$" + (rows + 1)).allowBlank(true).showErrorMessage(false);
    }

    /** A second sheet to look things up in: a head and rows of text. */
    public void beside(String sheetName, List<String> head, List<List<String>> rows) {
        Worksheet second = book.newWorksheet(sheetName);
        for (int c = 0; c < head.size(); c++) {
            second.width(c, 30);
            second.value(0, c, head.get(c));
            second.style(0, c).bold().fontName(FONT).fontSize(FONT_SIZE).fillColor(HEAD_FILL).set();
            for (int r = 0; r < rows.size(); r++) {
                second.value(r + 1, c, rows.get(r).get(c));
                second.style(r + 1, c).fontName(FONT).fontSize(FONT_SIZE).set();
            }
        }
        second.freezePane(0, 1);
    }

    private static String cut(String text, int most) {
        return escaped(text.length() <= most ? text : text.substring(0, most));
    }

    /** The library writes formulas and messages into the file as they are. */
    private static String escaped(String text) {
        return text.replace("&", "&amp;").replace("<", "&lt;").replace(">", "&gt;").replace("\"", "&quot;");
    }

    /** Locks all but the open columns, and hides the key. No password: it is a railing, not a wall. */
    public void lockWith(String key) {
        sheet.protect("", SheetProtectionOption.SHEET, SheetProtectionOption.DELETE_ROWS, SheetProtectionOption.INSERT_ROWS,
                SheetProtectionOption.DELETE_COLUMNS, SheetProtectionOption.INSERT_COLUMNS);
        Worksheet hidden = book.newWorksheet(TableFile.KEY);
        hidden.value(0, 0, key);
        hidden.setVisibilityState(VisibilityState.VERY_HIDDEN);
        hidden.addNamedRange(hidden.range(0, 0, 0, 0), TableFile.KEY + "_key");
    }

    private void flush() {
        try {
            sheet.flush();
        } catch (IOException unwritable) {
            throw new UncheckedIOException(unwritable);
        }
    }

    @Override
    public void close() {
        try {
            book.finish();
        } catch (IOException unwritable) {
            throw new UncheckedIOException(unwritable);
        }
    }
}

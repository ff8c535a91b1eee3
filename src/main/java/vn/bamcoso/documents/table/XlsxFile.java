package vn.bamcoso.documents.table;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.math.BigDecimal;
import java.math.MathContext;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.BiConsumer;
import java.util.function.Consumer;
import java.util.function.Predicate;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.dhatim.fastexcel.reader.CellType;
import org.dhatim.fastexcel.reader.ExcelReaderException;
import org.dhatim.fastexcel.reader.ReadableWorkbook;
import org.dhatim.fastexcel.reader.ReadingOptions;
import org.dhatim.fastexcel.reader.Row;
import org.dhatim.fastexcel.reader.Sheet;
import org.jspecify.annotations.Nullable;
import vn.bamcoso.basics.Problem;

/**
 * Excel since 2007. A first look at the bare XML ({@link XlsxLook}) finds the merged cells and refuses what would fill the
 * memory; then fastexcel-reader streams the rows.
 */
final class XlsxFile implements TableFile {

    /** Excel keeps 15 digits; more are noise of the binary form. */
    private static final MathContext EXCEL_DIGITS = new MathContext(15);
    private static final LocalDate DAY_ZERO = LocalDate.of(1899, 12, 30);
    private static final LocalDate DAY_ZERO_1904 = LocalDate.of(1904, 1, 1);
    private static final Pattern NOT_FORMAT = Pattern.compile("\"[^\"]*\"|\\[[^]]*]|\\\\.");

    private static final Pattern ERROR = Pattern.compile("#(?:N/A|REF!|DIV/0!|VALUE!|NAME\\?|NUM!|NULL!)");

    private final byte[] content;
    private final XlsxLook look;
    /** Of the first visible sheet, between a look at every row and the reading of its rows. */
    private @Nullable KeptRows kept;

    private XlsxFile(byte[] content, XlsxLook look) {
        this.content = content;
        this.look = look;
    }

    static XlsxFile of(byte[] content, TableLimits limits) {
        return new XlsxFile(content, XlsxLook.at(content, limits));
    }

    @Override
    public List<String> margins() {
        return look.margins();
    }

    @Override
    public List<Merge> merges() {
        return look.mergesOfFirstVisible();
    }

    @Override
    public Optional<String> hiddenKey() {
        List<String> found = new ArrayList<>();
        withSheets(sheet -> sheet.getName().equals(KEY), false, (sheet, row) -> {
            if (row.number() == 1) found.add(row.cell(1).text());
        });
        return found.stream().filter(key -> !key.isEmpty()).findFirst();
    }

    @Override
    public void rows(Consumer<TableRow> each) {
        if (kept != null) {
            kept.each(each);
            kept = null;
            return;
        }
        int first = look.firstVisible();
        withSheets(sheet -> sheet.getIndex() == first, false, (sheet, row) -> each.accept(row));
    }

    @Override
    public void everyRow(Consumer<TableRow> each) {
        KeptRows keeping = new KeptRows();
        withSheets(sheet -> !sheet.getName().equals(KEY), look.sheets() > 1, (sheet, row) -> {
            each.accept(row);
            if (sheet.getIndex() == look.firstVisible()) keeping.add(row);
        });
        kept = keeping.whole() ? keeping : null;
    }

    private void withSheets(Predicate<Sheet> wanted, boolean named, BiConsumer<Sheet, TableRow> each) {
        try (ReadableWorkbook book = new ReadableWorkbook(new ByteArrayInputStream(content), new ReadingOptions(true, true))) {
            for (Sheet sheet : book.getSheets().filter(wanted).toList()) {
                try (Stream<Row> rows = sheet.openStream()) {
                    rows.forEach(row -> each.accept(sheet, new TableRow(named ? sheet.getName() : "", row.getRowNum(), cells(row, book.isDate1904()))));
                }
            }
        } catch (Problem known) {
            throw known;
        } catch (IOException | ExcelReaderException damaged) {
            throw Problem.refused("documents.problem.file.damaged");
        }
    }

    private static List<Cell> cells(Row row, boolean from1904) {
        List<Cell> cells = new ArrayList<>(row.getCellCount());
        for (var cell : row) cells.add(cell == null ? Cell.BLANK : value(cell, from1904));
        return cells;
    }

    private static Cell value(org.dhatim.fastexcel.reader.Cell cell, boolean from1904) {
        // A formula carries the type of its last result.
        return switch (cell.getValue()) {
            case null -> Cell.BLANK;
            case BigDecimal number when Shown.by(cell.getDataFormatString()) == Shown.DAY -> new Cell.Day((from1904 ? DAY_ZERO_1904 : DAY_ZERO).plusDays(number.longValue()));
            case BigDecimal number -> number(number, cell.getDataFormatString());
            case Boolean truth -> new Cell.Truth(truth);
            case Object text when cell.getType() == CellType.ERROR || cell.getType() == CellType.FORMULA && ERROR.matcher(text.toString()).matches() -> new Cell.Broken(text.toString());
            case Object text -> Cell.words(text.toString());
        };
    }

    static Cell number(BigDecimal raw, @Nullable String format) {
        BigDecimal value = raw.round(EXCEL_DIGITS).stripTrailingZeros();
        boolean percent = Shown.by(format) == Shown.PERCENT;
        if (percent) value = value.movePointRight(2).stripTrailingZeros();
        return new Cell.Number(value.scale() < 0 ? value.setScale(0) : value, percent);
    }

    /** What a number is shown as by its format; a file has few formats and millions of cells, so each is looked at once. */
    private enum Shown {
        DAY, PERCENT, NUMBER;

        private static final int KEPT = 500;
        private static final Map<String, Shown> KNOWN = new ConcurrentHashMap<>();

        static Shown by(@Nullable String format) {
            if (format == null || format.equalsIgnoreCase("General")) return NUMBER;
            Shown known = KNOWN.get(format);
            if (known == null) {
                known = of(NOT_FORMAT.matcher(format).replaceAll("").toLowerCase(Locale.ROOT));
                if (KNOWN.size() < KEPT) KNOWN.put(format, known);
            }
            return known;
        }

        private static Shown of(String bare) {
            if (bare.contains("y") || bare.contains("d") && bare.contains("m")) return DAY;
            return bare.contains("%") ? PERCENT : NUMBER;
        }
    }
}

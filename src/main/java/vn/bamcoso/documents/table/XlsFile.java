package vn.bamcoso.documents.table;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import org.apache.poi.EncryptedDocumentException;
import org.apache.poi.hssf.usermodel.HSSFWorkbook;
import org.apache.poi.ss.usermodel.CellType;
import org.apache.poi.ss.usermodel.DateUtil;
import org.apache.poi.ss.usermodel.FormulaError;
import org.apache.poi.ss.usermodel.Row;
import org.apache.poi.ss.usermodel.Sheet;
import org.apache.poi.ss.usermodel.SheetVisibility;
import vn.bamcoso.basics.Problem;

/** The Excel of before 2007. It cannot be streamed, but is never longer than 65,536 rows. */
final class XlsFile implements TableFile {

    private final HSSFWorkbook book;
    private final TableLimits limits;

    private XlsFile(HSSFWorkbook book, TableLimits limits) {
        this.book = book;
        this.limits = limits;
    }

    static XlsFile of(byte[] content, TableLimits limits) {
        try {
            HSSFWorkbook book = new HSSFWorkbook(new ByteArrayInputStream(content));
            if (book.getNumberOfSheets() == 0) throw Problem.refused("documents.problem.file.no-table");
            return new XlsFile(book, limits);
        } catch (EncryptedDocumentException locked) {
            throw Problem.refused("documents.problem.file.locked");
        } catch (Problem known) {
            throw known;
        } catch (IOException | RuntimeException notExcel) {
            // An OLE2 container without a workbook: an old .doc, or an .xlsx under a password.
            throw Problem.refused("documents.problem.file.old-container");
        }
    }

    @Override
    public Optional<String> hiddenKey() {
        Sheet sheet = book.getSheet(KEY);
        return Optional.ofNullable(sheet).map(s -> s.getRow(0)).map(r -> r.getCell(0)).map(c -> value(c).text()).filter(t -> !t.isEmpty());
    }

    private Sheet firstVisible() {
        for (int i = 0; i < book.getNumberOfSheets(); i++) {
            if (book.getSheetVisibility(i) == SheetVisibility.VISIBLE) return book.getSheetAt(i);
        }
        return book.getSheetAt(0);
    }

    @Override
    public List<Merge> merges() {
        return firstVisible().getMergedRegions().stream()
                .map(m -> new Merge(m.getFirstRow() + 1, m.getFirstColumn() + 1, m.getLastRow() + 1, m.getLastColumn() + 1)).toList();
    }

    @Override
    public void rows(Consumer<TableRow> each) {
        read(firstVisible(), "", each);
    }

    @Override
    public void everyRow(Consumer<TableRow> each) {
        for (Sheet sheet : book) {
            if (!sheet.getSheetName().equals(KEY)) read(sheet, book.getNumberOfSheets() == 1 ? "" : sheet.getSheetName(), each);
        }
    }

    private void read(Sheet sheet, String name, Consumer<TableRow> each) {
        for (Row row : sheet) {
            if (row.getRowNum() >= limits.rows()) throw Problem.refused("documents.problem.file.too-many-rows", limits.rows());
            int width = Math.max(row.getLastCellNum(), 0);
            List<Cell> cells = new ArrayList<>(width);
            for (int c = 0; c < width; c++) {
                var cell = row.getCell(c);
                cells.add(cell == null ? Cell.BLANK : value(cell));
            }
            each.accept(new TableRow(name, row.getRowNum() + 1, cells));
        }
    }

    private static Cell value(org.apache.poi.ss.usermodel.Cell cell) {
        CellType type = cell.getCellType() == CellType.FORMULA ? cell.getCachedFormulaResultType() : cell.getCellType();
        return switch (type) {
            case NUMERIC -> DateUtil.isCellDateFormatted(cell)
                    ? new Cell.Day(cell.getLocalDateTimeCellValue().toLocalDate())
                    : XlsxFile.number(BigDecimal.valueOf(cell.getNumericCellValue()), cell.getCellStyle().getDataFormatString());
            case STRING -> Cell.words(cell.getStringCellValue());
            case BOOLEAN -> new Cell.Truth(cell.getBooleanCellValue());
            case ERROR -> new Cell.Broken(FormulaError.forInt(cell.getErrorCellValue()).getString());
            default -> Cell.BLANK;
        };
    }
}

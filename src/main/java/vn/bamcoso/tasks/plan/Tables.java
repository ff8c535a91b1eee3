package vn.bamcoso.tasks.plan;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import org.apache.poi.xwpf.usermodel.XWPFDocument;
import org.apache.poi.xwpf.usermodel.XWPFTable;
import vn.bamcoso.basics.Problem;
import vn.bamcoso.documents.table.Cell;
import vn.bamcoso.documents.table.OfficeZip;
import vn.bamcoso.documents.table.TableFile;
import vn.bamcoso.documents.table.TableLimits;

/** The cells of a plan's table, wherever it comes from: pasted from Word or Excel, a CSV or Excel file, the first table of a Word file that has a head. */
public final class Tables {
    private static final int MOST = 500;

    private Tables() {}

    /** Pasted cells come parted by tabs, one line a row. */
    static List<List<String>> pasted(String text) {
        return limited(text.lines().filter(line -> !line.isBlank()).map(line -> List.of(line.split("\t", -1))).map(cells -> cells.stream().map(String::strip).toList()).toList());
    }

    /** @throws Problem when the file is none of these, too large, or damaged */
    static List<List<String>> file(byte[] content) {
        if (word(content)) {
            try (var document = new XWPFDocument(new ByteArrayInputStream(content))) {
                for (XWPFTable table : document.getTables()) {
                    List<List<String>> rows = table.getRows().stream().map(row -> row.getTableCells().stream().map(cell -> cell.getText().strip()).toList()).toList();
                    if (!rows.isEmpty() && Columns.head(rows.getFirst())) {
                        return limited(rows);
                    }
                }
                throw Problem.refused("tasks.problem.plan.no-table");
            } catch (IOException | RuntimeException damaged) {
                if (damaged instanceof Problem problem) {
                    throw problem;
                }
                throw Problem.refused("tasks.problem.plan.damaged");
            }
        }
        List<List<String>> rows = new ArrayList<>();
        TableFile.open(content).rows(row -> {
            if (!row.blank()) {
                rows.add(row.cells().stream().map(Cell::text).map(String::strip).toList());
            }
        });
        return limited(rows);
    }

    public static List<List<String>> csv(byte[] text) {
        return file(text);
    }

    private static boolean word(byte[] content) {
        if (content.length < 4 || content[0] != 'P' || content[1] != 'K') {
            return false;
        }
        try (OfficeZip zip = OfficeZip.open(content, TableLimits.USUAL.unpacked())) {
            return zip.has("word/document.xml");
        }
    }

    private static List<List<String>> limited(List<List<String>> rows) {
        if (rows.size() > MOST) {
            throw Problem.refused("tasks.problem.plan.too-long", MOST);
        }
        return rows;
    }
}

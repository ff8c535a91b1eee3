package vn.bamcoso.documents.table;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import vn.bamcoso.basics.Problem;

/**
 * A file with a table in it: CSV (UTF-8, UTF-16 or an {@link OldCoding}; semicolon, comma or tab), .xlsx or .xls, told apart by its content, never by its
 * name. Rows are handed on one after the other and not kept; the rows can be asked for again. What the file is too large, damaged
 * or protected for is said in one sentence.
 */
public sealed interface TableFile permits CsvFile, XlsxFile, XlsFile, OldCodingFile {

    /** The sheet, and the name in it, under which a template of ours carries its key; in CSV the first cell of the first row with a #. */
    String KEY = "_bamcoso";

    /**
     * @param content the whole file
     * @throws Problem when it is none of the three kinds, too large, damaged, or locked by a password
     */
    static TableFile open(byte[] content, TableLimits limits) {
        return OldCodingFile.of(asItIs(content, limits));
    }

    private static TableFile asItIs(byte[] content, TableLimits limits) {
        if (content.length == 0) throw Problem.refused("documents.problem.file.empty");
        if (content.length > limits.bytes()) throw Problem.refused("documents.problem.file.too-large", String.valueOf(limits.bytes() / 1_000_000));
        if (startsWith(content, 'P', 'K', 3, 4)) return XlsxFile.of(content, limits);
        if (startsWith(content, 0xD0, 0xCF, 0x11, 0xE0)) return XlsFile.of(content, limits);
        if (new String(content, 0, Math.min(5, content.length), StandardCharsets.ISO_8859_1).equals("%PDF-")) throw Problem.refused("documents.problem.file.no-table");
        return CsvFile.of(content, limits);
    }

    static TableFile open(byte[] content) {
        return open(content, TableLimits.USUAL);
    }

    /** How its words were written before they were read into Unicode; empty for a file that is in Unicode itself. */
    default Optional<OldCoding.Found> coding() {
        return Optional.empty();
    }

    /** The key that the template was given when it went out, whatever the file is called now. */
    Optional<String> hiddenKey();

    /** What stands in the heads and feet of its printed pages, of all sheets, with Excel's marks for fonts and places. */
    default List<String> margins() {
        return List.of();
    }

    /** The merged cells of the first visible sheet. */
    List<Merge> merges();

    /**
     * Every row of the first visible sheet, blank ones too where the file has them.
     *
     * @throws Problem when there are more rows or columns than the limits allow, or the file is damaged
     */
    void rows(Consumer<TableRow> each);

    /** The first so many rows; no more of the file is read for them. */
    default List<TableRow> top(int count) {
        List<TableRow> top = new ArrayList<>();
        try {
            rows(row -> {
                top.add(row);
                if (top.size() >= count) throw new Enough();
            });
        } catch (Enough looked) {
            // These are all.
        }
        return top;
    }

    /** Ends a reading early, without a trace of the stack. */
    final class Enough extends RuntimeException {
        private static final long serialVersionUID = 1L;

        private Enough() {
            super(null, null, false, false);
        }
    }

    /** Every row of every sheet, hidden ones included, except the sheet that carries our key. */
    void everyRow(Consumer<TableRow> each);

    private static boolean startsWith(byte[] content, int... magic) {
        if (content.length < magic.length) return false;
        for (int i = 0; i < magic.length; i++) {
            if ((content[i] & 0xFF) != magic[i]) return false;
        }
        return true;
    }
}

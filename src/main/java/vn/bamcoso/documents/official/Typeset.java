package vn.bamcoso.documents.official;

import java.math.BigInteger;
import java.util.function.Supplier;
import org.apache.poi.xwpf.usermodel.Borders;
import org.apache.poi.xwpf.usermodel.ParagraphAlignment;
import org.apache.poi.xwpf.usermodel.TableRowAlign;
import org.apache.poi.xwpf.usermodel.TableWidthType;
import org.apache.poi.xwpf.usermodel.XWPFParagraph;
import org.apache.poi.xwpf.usermodel.XWPFRun;
import org.apache.poi.xwpf.usermodel.XWPFTable;
import org.apache.poi.xwpf.usermodel.XWPFTableCell;
import org.apache.poi.xwpf.usermodel.XWPFTableRow;
import org.openxmlformats.schemas.wordprocessingml.x2006.main.CTTblLayoutType;
import org.openxmlformats.schemas.wordprocessingml.x2006.main.CTTblWidth;
import org.openxmlformats.schemas.wordprocessingml.x2006.main.STTblLayoutType;
import org.openxmlformats.schemas.wordprocessingml.x2006.main.STTblWidth;

/** The few settings of which everything on the page is made. Lengths are in twips (1/20 point) unless they say points. */
final class Typeset {

    static final String FONT = "Times New Roman";
    static final double TWIPS_PER_MM = 1440 / 25.4;
    static final int PAGE_WIDTH = mm(210);
    static final int PAGE_HEIGHT = mm(297);
    static final int TOP = mm(20);
    static final int BOTTOM = mm(20);
    static final int LEFT = mm(30);
    static final int RIGHT = mm(15);
    static final int TEXT_WIDTH = PAGE_WIDTH - LEFT - RIGHT;
    static final int TEXT_WIDTH_LANDSCAPE = PAGE_HEIGHT - LEFT - RIGHT;
    static final int INDENT = mm(12.7);

    static final int BODY = 14;
    static final int HEAD = 12;
    static final int TABLE = 12;

    /** How a run looks. */
    record Look(double points, boolean bold, boolean italic) {
        static Look plain(double points) {
            return new Look(points, false, false);
        }

        static Look bold(double points) {
            return new Look(points, true, false);
        }

        static Look italic(double points) {
            return new Look(points, false, true);
        }
    }

    private Typeset() {}

    static int mm(double mm) {
        return (int) Math.round(mm * TWIPS_PER_MM);
    }

    static XWPFParagraph paragraph(Supplier<XWPFParagraph> where, ParagraphAlignment align, double before, double after) {
        XWPFParagraph p = where.get();
        p.setAlignment(align);
        p.setSpacingBefore((int) (before * 20));
        p.setSpacingAfter((int) (after * 20));
        return p;
    }

    static XWPFRun run(XWPFParagraph p, String text, Look look) {
        XWPFRun run = p.createRun();
        String[] lines = text.split("\n", -1);
        for (int i = 0; i < lines.length; i++) {
            if (i > 0) run.addBreak();
            run.setText(lines[i]);
        }
        run.setFontFamily(FONT);
        if (look.bold()) run.setBold(true);
        if (look.italic()) run.setItalic(true);
        run.setFontSize(look.points());
        return run;
    }

    static XWPFParagraph centred(Supplier<XWPFParagraph> where, String text, Look look, double before) {
        XWPFParagraph p = paragraph(where, ParagraphAlignment.CENTER, before, 0);
        run(p, text, look);
        return p;
    }

    /** A solid line of that length in the middle of a box of that width, close under what stands above. */
    static void rule(Supplier<XWPFParagraph> where, double lengthPoints, int boxWidth) {
        XWPFParagraph p = paragraph(where, ParagraphAlignment.CENTER, 3, 0);
        int margin = Math.max(0, (int) (boxWidth - lengthPoints * 20) / 2);
        p.setIndentationLeft(margin);
        p.setIndentationRight(margin);
        p.setBorderTop(Borders.SINGLE);
        p.getCTP().getPPr().getPBdr().getTop().setSz(BigInteger.valueOf(6));
        p.getCTP().getPPr().getPBdr().getTop().setSpace(BigInteger.ONE);
        run(p, "", Look.plain(2));
        // An empty paragraph takes its height from its own mark.
        p.getCTP().getPPr().addNewRPr().addNewSz().setVal(BigInteger.valueOf(4));
    }

    /** A table with fixed columns; without frames when it only holds things side by side. */
    static XWPFTable table(XWPFTable table, boolean framed, int... widths) {
        var properties = table.getCTTbl().getTblPr();
        CTTblLayoutType layout = properties.isSetTblLayout() ? properties.getTblLayout() : properties.addNewTblLayout();
        layout.setType(STTblLayoutType.FIXED);
        int total = 0;
        for (int width : widths) total += width;
        table.setWidthType(TableWidthType.DXA);
        table.setWidth(total);
        if (framed) table.setTableAlignment(TableRowAlign.CENTER);
        else table.removeBorders();
        var margins = properties.isSetTblCellMar() ? properties.getTblCellMar() : properties.addNewTblCellMar();
        margin(margins.addNewTop(), framed ? 40 : 0);
        margin(margins.addNewLeft(), framed ? 70 : 0);
        margin(margins.addNewBottom(), framed ? 40 : 0);
        margin(margins.addNewRight(), framed ? 70 : 0);
        var grid = table.getCTTbl().getTblGrid() == null ? table.getCTTbl().addNewTblGrid() : table.getCTTbl().getTblGrid();
        while (grid.sizeOfGridColArray() > 0) grid.removeGridCol(0);
        for (int width : widths) grid.addNewGridCol().setW(BigInteger.valueOf(width));
        for (XWPFTableRow row : table.getRows()) {
            row.setCantSplitRow(true);
            for (int c = 0; c < widths.length && c < row.getTableCells().size(); c++) width(row.getCell(c), widths[c]);
        }
        return table;
    }

    private static void margin(CTTblWidth side, int width) {
        side.setW(BigInteger.valueOf(width));
        side.setType(STTblWidth.DXA);
    }

    static void width(XWPFTableCell cell, int width) {
        cell.setWidthType(TableWidthType.DXA);
        cell.setWidth(String.valueOf(width));
    }

    /** The paragraphs of a cell: the one that it is born with first, then new ones. */
    static Supplier<XWPFParagraph> in(XWPFTableCell cell) {
        boolean[] used = {false};
        return () -> {
            if (used[0]) return cell.addParagraph();
            used[0] = true;
            return cell.getParagraphs().isEmpty() ? cell.addParagraph() : cell.getParagraphs().getFirst();
        };
    }
}
